namespace Parallax.Language.Phrases;

/// <summary>Numbers in words, for <see cref="NumberReader"/>: "two hundred and six", "half a million", "two thirds", "one twenty-fifth", "twenty-first".</summary>
internal static class NumberWords
{
    private const int LongestNumber = 20;

    private const double Dozen = 12;

    /// <summary>Cardinals and ordinals in words; every shorter reading is kept too ("twenty" of "twenty fourth").</summary>
    public static void Seed(PhraseChart chart, int at, NumberSymbols n)
    {
        double total = 0, current = 0, lastMagnitude = double.MaxValue;
        int step = 0; // what the last word was: 0 nothing, 1 one, 2 teen, 3 ten, 4 hundred, 5 magnitude, 6 article
        int i = at, limit = Math.Min(chart.Lexemes.Length, at + LongestNumber);
        if (NumberReader.Is(chart, at, n.Article, out _))
        {
            step = 6;
            i++;
        }

        if (NumberReader.Is(chart, i, n.Half, out double half))
        {
            SeedHalf(chart, at, i, half, n);
            return;
        }

        while (i < limit && (i == at || !chart.Lexemes[i].BreakBefore))
        {
            int j = i;
            if (i > at && step is not 6 && (NumberReader.Is(chart, i, n.Dash, out _) || (step is 4 or 5 && NumberReader.Is(chart, i, n.And, out _))))
            {
                j++;
            }

            bool joined = j > i;
            if (NumberReader.Is(chart, j, n.One, out double word) && step is 0 or 3 or 4 or 5 && !(step == 0 && word == 0 && joined))
            {
                (current, step) = (current + word, 1);
            }
            else if (NumberReader.Is(chart, j, n.Teen, out word) && step is 0 or 4 or 5)
            {
                (current, step) = (current + word, 2);
            }
            else if (NumberReader.Is(chart, j, n.Ten, out word) && step is 0 or 4 or 5)
            {
                (current, step) = (current + word, 3);
            }
            else if (NumberReader.Is(chart, j, n.Hundred, out word) && step is 0 or 1 or 2 or 3 or 6 && (!joined || step is 1))
            {
                (current, step) = (Math.Max(1, current) * word, 4);
            }
            else if (NumberReader.Is(chart, j, n.Magnitude, out word) && step is not 0 || (step == 0 && NumberReader.Is(chart, j, n.Magnitude, out word)))
            {
                if (step == 5 && current == 0)
                {
                    total *= word; // "three lakh crore", "three thousand millions"
                }
                else if (word < lastMagnitude)
                {
                    // "three hundred and two dozens": the dozens count what stands after the hundreds.
                    double hundreds = word == Dozen && current % 100 != 0 ? current - (current % 100) : 0;
                    total += hundreds + (Math.Max(1, current - hundreds) * word);
                }
                else
                {
                    total = (total + current) * word;
                }

                (current, step, lastMagnitude) = (0, 5, word);
            }
            else if (NumberReader.Is(chart, j, n.OrdinalOne, out word) && step is 0 or 3 or 4 or 5)
            {
                AddOrdinal(chart, at, j + 1, total + current + word, n, total + current, word, step);
                return;
            }
            else if (NumberReader.Is(chart, j, n.OrdinalTen, out word) && step is 0 or 4 or 5)
            {
                AddOrdinal(chart, at, j + 1, total + current + word, n, total + current, word, step);
                return;
            }
            else if (NumberReader.Is(chart, j, n.OrdinalMagnitude, out word) && step is not 5)
            {
                AddOrdinal(chart, at, j + 1, Math.Max(1, current) * word, n, total + current, word, step);
                return;
            }
            else
            {
                break;
            }

            i = j + 1;
            NumberValue value = new(total + current, NumberForm.Words);
            chart.AddNumber(PhraseGrammar.Number, at, i, value);
            NumberReader.AddFraction(chart, at, i, value.Value, step == 5 ? lastMagnitude : 1, n);
            AddPoint(chart, at, i, value.Value, n);
            AddParts(chart, at, i, value.Value, n);
        }

        // "a" alone is no number, but may count a unit: rules use the class A for that.
        if (i == at + 1 && step == 6)
        {
            AddParts(chart, at, i, 1, n);
        }
    }

    // "half", "half a million", "half a dozen", "half million", "half-dozen"
    private static void SeedHalf(PhraseChart chart, int at, int half, double value, NumberSymbols n)
    {
        chart.AddNumber(PhraseGrammar.Fraction, at, half + 1, new NumberValue(value, NumberForm.Words));
        int next = NumberReader.Is(chart, half + 1, n.Article, out _) || NumberReader.IsHyphenBeforeMagnitude(chart, half + 1, n) ? half + 2 : half + 1;
        bool scaled = false;
        while (NumberReader.Magnitude(chart, next, n, false, out double magnitude))
        {
            value *= magnitude;
            next++;
            scaled = true;
        }

        if (scaled)
        {
            chart.AddNumber(PhraseGrammar.Number, at, next, new NumberValue(value, NumberForm.Words));
        }
    }

    // "two thirds", "three-quarters", "a twenty-first", "five hundred-and-fifths"; "one in five" is a rule. In the singular only of one, or joined: "a two-third majority".
    private static void AddParts(PhraseChart chart, int at, int end, double value, NumberSymbols n)
    {
        bool dash = NumberReader.Is(chart, end, n.Dash, out _);
        int next = dash ? end + 1 : end;
        if (next >= chart.Lexemes.Length || chart.Lexemes[next].BreakBefore)
        {
            return;
        }

        if (NumberReader.Is(chart, next, n.Denominator, out double part) && (value == 1 || IsPlural(chart, next) || (dash && value < 10)))
        {
            AddPart(chart, at, next + 1, value * part, n);
        }
        else if (value == 1 && NumberReader.Is(chart, next, n.Half, out part))
        {
            AddPart(chart, at, next + 1, part, n);
        }
        else if (!dash)
        {
            AddCompound(chart, at, end, value, n);
        }
    }

    // "one twenty-fifth", "hundred one-thousand-and-fifths": a denominator of several words that starts with no magnitude, because that would belong to the number.
    private static void AddCompound(PhraseChart chart, int at, int from, double value, NumberSymbols n)
    {
        if (chart.StartingAt(from) is not { } list || NumberReader.Magnitude(chart, from, n, false, out _))
        {
            return;
        }

        foreach (Phrase phrase in list)
        {
            if (phrase.Category != PhraseGrammar.Number || phrase.Value is not NumberValue { Form: NumberForm.Words, Value: >= 20 } head || chart.Lexemes.Length <= phrase.End)
            {
                continue;
            }

            int next = NumberReader.Is(chart, phrase.End, n.Dash, out _) ? phrase.End + 1 : phrase.End;
            bool found = NumberReader.Is(chart, next, n.Denominator, out double part) && (value == 1 || IsPlural(chart, next));
            double unit = 1 / part;
            if (!found && value == 1 && NumberReader.Is(chart, next, n.OrdinalOne, out unit))
            {
                found = true;
            }

            if (found && unit < 20 && (head.Value % 100 == 0 || (head.Value % 10 == 0 && unit < 10)))
            {
                AddPart(chart, at, next + 1, value / (head.Value + Math.Round(unit)), n);
            }
        }
    }

    private static bool IsPlural(PhraseChart chart, int at) => NumberReader.Is(chart, at, chart.Grammar.Numbers.Plural, out _);

    // A part, and a part of a magnitude: "a quarter million", "two thirds of a million".
    private static void AddPart(PhraseChart chart, int at, int end, double value, NumberSymbols n)
    {
        chart.AddNumber(PhraseGrammar.Fraction, at, end, new NumberValue(value, NumberForm.Words));
        int next = NumberReader.Is(chart, end, n.Of, out _) ? end + 1 : end;
        next = NumberReader.Is(chart, next, n.Article, out _) ? next + 1 : next;
        double scaled = value;
        while (NumberReader.Magnitude(chart, next, n, false, out double magnitude))
        {
            scaled *= magnitude;
            next++;
        }

        if (scaled > value)
        {
            chart.AddNumber(PhraseGrammar.Number, at, next, new NumberValue(Math.Round(scaled, 6), NumberForm.Words));
        }
    }

    // "two point five", "nought point nought three"
    private static void AddPoint(PhraseChart chart, int at, int end, double value, NumberSymbols n)
    {
        if (!NumberReader.Is(chart, end, n.Point, out _))
        {
            return;
        }

        double scale = 0.1;
        int i = end + 1;
        while (NumberReader.Is(chart, i, n.One, out double digit) || (i == end + 1 && NumberReader.Is(chart, i, n.Teen, out digit)))
        {
            if (digit >= 10)
            {
                scale /= 10;
            }

            value += digit * scale;
            scale /= 10;
            i++;
            NumberReader.AddWithMagnitude(chart, at, i, Math.Round(value, 12), NumberForm.Words, n);
        }
    }

    private static void AddOrdinal(PhraseChart chart, int at, int end, double value, NumberSymbols n, double before, double word, int step)
    {
        chart.AddNumber(PhraseGrammar.Ordinal, at, end, new NumberValue(value, NumberForm.Words));

        // "three fifth(s)": the plural is a denominator and handled with it; a singular after "one" or "a" is a part of a whole.
        if (step is 6 || NumberReader.Is(chart, at, n.Article, out _) || (step == 1 && before == 1))
        {
            chart.AddNumber(PhraseGrammar.Fraction, at, end, new NumberValue(1 / value, NumberForm.Words));
        }
    }
}
