namespace Parallax.Language.Phrases;

/// <summary>Reads numbers in digits and words: "1,234.5", "40bn", "two hundred and six", "three and a half million", "2/3", "twenty-first". Adds every number that starts at a place to the chart.</summary>
/// <remarks>This is code and not rules because the grammar of numbers is recursive arithmetic; its words are data (<c>en/figures/numbers.txt</c>).</remarks>
internal static class NumberReader
{
    private const int LongestNumber = 20;

    /// <summary>Adds the numbers and ordinals that start at a lexeme.</summary>
    public static void Seed(PhraseChart chart, ReadOnlySpan<char> text, int at)
    {
        ref readonly Lexeme lexeme = ref chart.Lexemes[at];
        NumberSymbols n = chart.Grammar.Numbers;
        if (lexeme.Kind == LexemeKind.Digits)
        {
            SeedDigits(chart, text, at, n);
            return;
        }

        if (Is(chart, at, n.Glyph, out double glyph))
        {
            AddWithMagnitude(chart, at, at + 1, glyph, NumberForm.Digits, n);
            return;
        }

        if (lexeme.Kind == LexemeKind.Mark)
        {
            if (text[lexeme.Start] == '.' && Next(chart, at, 1, LexemeKind.Digits, glued: true) && (lexeme.SpaceBefore || at == 0))
            {
                AddWithMagnitude(chart, at, at + 2, Fractional(chart.Lexemes[at + 1]), NumberForm.Digits, n);
            }

            return;
        }

        SeedWords(chart, at, n);
    }

    /// <summary>Whether a lexeme has a symbol, with its number.</summary>
    public static bool Is(PhraseChart chart, int at, int symbol, out double value)
    {
        value = 0;
        if (at >= chart.Lexemes.Length || chart.Lexemes[at].Entry < 0)
        {
            return false;
        }

        foreach ((int candidate, WordValue word) in chart.Grammar.Lexicon.Symbols(chart.Lexemes[at].Entry))
        {
            if (candidate == symbol)
            {
                value = word.Number;
                return true;
            }
        }

        return false;
    }

    private static bool Next(PhraseChart chart, int at, int step, LexemeKind kind, bool glued) =>
        at + step < chart.Lexemes.Length && chart.Lexemes[at + step].Kind == kind && !chart.Lexemes[at + step].BreakBefore && !(glued && chart.Lexemes[at + step].SpaceBefore);

    private static bool Mark(PhraseChart chart, ReadOnlySpan<char> text, int at, char mark, bool glued) =>
        Next(chart, at, 0, LexemeKind.Mark, glued) && text[chart.Lexemes[at].Start] == mark;

    private static double Fractional(in Lexeme digits) => digits.Number / Math.Pow(10, digits.Length);

    private static void SeedDigits(PhraseChart chart, ReadOnlySpan<char> text, int at, NumberSymbols n)
    {
        Lexeme[] lexemes = chart.Lexemes;
        double value = lexemes[at].Number;
        int end = at + 1;
        NumberForm form = NumberForm.PlainDigits;
        if (lexemes[at].Length <= 3)
        {
            // Groups of three, or Indian groups of two before a last group of three.
            int group = end;
            double grouped = value;
            while (Mark(chart, text, group, ',', true) && Next(chart, group, 1, LexemeKind.Digits, true) && lexemes[group + 1].Length is 2 or 3)
            {
                grouped = (grouped * Math.Pow(10, lexemes[group + 1].Length)) + lexemes[group + 1].Number;
                group += 2;
            }

            if (group > end && lexemes[group - 1].Length == 3)
            {
                (value, end, form) = (grouped, group, NumberForm.Digits);
            }
        }

        bool dotted = Mark(chart, text, end, '.', true) && Next(chart, end, 1, LexemeKind.Digits, true);
        if (dotted && !(Mark(chart, text, end + 2, '.', true) && Next(chart, end + 2, 1, LexemeKind.Digits, true)))
        {
            chart.AddNumber(PhraseGrammar.Number, at, end, new NumberValue(value, form));
            value += Fractional(lexemes[end + 1]);
            (end, form) = (end + 2, NumberForm.Digits);
        }
        else if (Is(chart, end, n.OrdinalSuffix, out _) && !lexemes[end].SpaceBefore)
        {
            chart.AddNumber(PhraseGrammar.Ordinal, at, end + 1, new NumberValue(value, NumberForm.Digits));
            return;
        }
        else if (Mark(chart, text, end, '/', true) && Next(chart, end, 1, LexemeKind.Digits, true) && lexemes[end + 1].Number > value && lexemes[end + 1].Length <= 3
            && !Mark(chart, text, end + 2, '/', true))
        {
            chart.AddNumber(PhraseGrammar.Fraction, at, end + 2, new NumberValue(value / lexemes[end + 1].Number, NumberForm.Digits));
        }
        else if (Next(chart, end, 0, LexemeKind.Digits, false) && Mark(chart, text, end + 1, '/', true) && Next(chart, end, 2, LexemeKind.Digits, true)
            && lexemes[end + 2].Number > lexemes[end].Number && lexemes[end + 2].Number <= 64 && value < 1000)
        {
            // "1 4/5"
            chart.AddNumber(PhraseGrammar.Number, at, end + 3, new NumberValue(value + ((double)lexemes[end].Number / lexemes[end + 2].Number), NumberForm.Digits));
        }
        else if (Is(chart, end, n.Glyph, out double glyph))
        {
            AddWithMagnitude(chart, at, end + 1, value + glyph, NumberForm.Digits, n);
        }

        AddWithMagnitude(chart, at, end, value, form, n);
    }

    // "40bn", "1.2 million", "3 hundred and 21", "2 million and a half"
    private static void AddWithMagnitude(PhraseChart chart, int at, int end, double value, NumberForm form, NumberSymbols n)
    {
        chart.AddNumber(PhraseGrammar.Number, at, end, new NumberValue(value, form));
        double total = value;
        bool scaled = false;
        int next = end;
        while (Magnitude(chart, next, n, !scaled, out double magnitude))
        {
            total *= magnitude;
            next++;
            scaled = true;
        }

        if (!scaled)
        {
            AddFraction(chart, at, next, total, 1, n);
            return;
        }

        chart.AddNumber(PhraseGrammar.Number, at, next, new NumberValue(total, NumberForm.Digits));
        AddFraction(chart, at, next, total, total / value, n);
        int rest = Is(chart, next, n.And, out _) ? next + 1 : next;
        if (rest < chart.Lexemes.Length && chart.Lexemes[rest].Kind == LexemeKind.Digits && rest > next && total % 1 == 0)
        {
            double small = chart.Lexemes[rest].Number;
            if (small > 0 && small < total / value && !Magnitude(chart, rest + 1, n, false, out _))
            {
                chart.AddNumber(PhraseGrammar.Number, at, rest + 1, new NumberValue(total + small, NumberForm.Digits));
            }
        }
    }

    private static bool Magnitude(PhraseChart chart, int at, NumberSymbols n, bool allowShort, out double magnitude)
    {
        if (at < chart.Lexemes.Length && chart.Lexemes[at].BreakBefore)
        {
            magnitude = 1;
            return false;
        }

        return Is(chart, at, n.Magnitude, out magnitude) || Is(chart, at, n.Hundred, out magnitude)
            || (allowShort && Is(chart, at, n.ShortMagnitude, out magnitude) && !chart.Lexemes[at].SpaceBefore);
    }

    // "… and a half", "… and three quarters", "two and a half million": unit is what the fraction is a part of.
    private static void AddFraction(PhraseChart chart, int at, int end, double value, double unit, NumberSymbols n)
    {
        if (!Is(chart, end, n.And, out _))
        {
            return;
        }

        int next = end + 1;
        double count = 1;
        if (Is(chart, next, n.Article, out _) || Is(chart, next, n.One, out count))
        {
            count = Math.Max(1, count);
            next++;
            if (Is(chart, next, n.Dash, out _))
            {
                next++;
            }
        }

        if (!Is(chart, next, n.Half, out double part) && !Is(chart, next, n.Denominator, out part))
        {
            return;
        }

        next++;
        value += count * part * unit;
        chart.AddNumber(PhraseGrammar.Number, at, next, new NumberValue(value, NumberForm.Words));
        double scaled = value;
        while (Magnitude(chart, next, n, false, out double magnitude))
        {
            scaled *= magnitude;
            next++;
            chart.AddNumber(PhraseGrammar.Number, at, next, new NumberValue(scaled, NumberForm.Words));
        }
    }

    // Cardinals and ordinals in words; every shorter reading is kept too ("twenty" of "twenty fourth").
    private static void SeedWords(PhraseChart chart, int at, NumberSymbols n)
    {
        double total = 0, current = 0, lastMagnitude = double.MaxValue;
        int step = 0; // what the last word was: 0 nothing, 1 one, 2 teen, 3 ten, 4 hundred, 5 magnitude, 6 article
        int i = at, limit = Math.Min(chart.Lexemes.Length, at + LongestNumber);
        if (Is(chart, at, n.Article, out _))
        {
            step = 6;
            i++;
        }

        if (Is(chart, i, n.Half, out double half))
        {
            SeedHalf(chart, at, i, half, n);
            return;
        }

        while (i < limit && (i == at || !chart.Lexemes[i].BreakBefore))
        {
            int j = i;
            if (i > at && step is not 6 && (Is(chart, i, n.Dash, out _) || (step is 4 or 5 && Is(chart, i, n.And, out _))))
            {
                j++;
            }

            bool joined = j > i;
            if (Is(chart, j, n.One, out double word) && step is 0 or 3 or 4 or 5 && !(step == 0 && word == 0 && joined))
            {
                (current, step) = (current + word, 1);
            }
            else if (Is(chart, j, n.Teen, out word) && step is 0 or 4 or 5)
            {
                (current, step) = (current + word, 2);
            }
            else if (Is(chart, j, n.Ten, out word) && step is 0 or 4 or 5)
            {
                (current, step) = (current + word, 3);
            }
            else if (Is(chart, j, n.Hundred, out word) && step is 0 or 1 or 2 or 3 or 6 && (!joined || step is 1))
            {
                (current, step) = (Math.Max(1, current) * word, 4);
            }
            else if (Is(chart, j, n.Magnitude, out word) && step is not 0 || (step == 0 && Is(chart, j, n.Magnitude, out word)))
            {
                if (step == 5 && current == 0)
                {
                    total *= word; // "three lakh crore", "three thousand millions"
                }
                else if (word < lastMagnitude)
                {
                    total += Math.Max(1, current) * word;
                }
                else
                {
                    total = (total + current) * word;
                }

                (current, step, lastMagnitude) = (0, 5, word);
            }
            else if (Is(chart, j, n.OrdinalOne, out word) && step is 0 or 3 or 4 or 5)
            {
                AddOrdinal(chart, at, j + 1, total + current + word, n, total + current, word, step);
                return;
            }
            else if (Is(chart, j, n.OrdinalTen, out word) && step is 0 or 4 or 5)
            {
                AddOrdinal(chart, at, j + 1, total + current + word, n, total + current, word, step);
                return;
            }
            else if (Is(chart, j, n.OrdinalMagnitude, out word) && step is not 5)
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
            AddFraction(chart, at, i, value.Value, step == 5 ? lastMagnitude : 1, n);
            AddPoint(chart, at, i, value.Value, n);
            AddParts(chart, at, i, value.Value, n);
        }

        // "a" alone is no number, but may count a unit: rules use the class A for that.
        if (i == at + 1 && step == 6 && Is(chart, i, n.Denominator, out double part))
        {
            chart.AddNumber(PhraseGrammar.Fraction, at, i + 1, new NumberValue(part, NumberForm.Words));
        }
    }

    // "half", "half a million", "half a dozen", "half million"
    private static void SeedHalf(PhraseChart chart, int at, int half, double value, NumberSymbols n)
    {
        chart.AddNumber(PhraseGrammar.Fraction, at, half + 1, new NumberValue(value, NumberForm.Words));
        int next = Is(chart, half + 1, n.Article, out _) ? half + 2 : half + 1;
        bool scaled = false;
        while (Magnitude(chart, next, n, false, out double magnitude))
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

    // "two thirds", "three-quarters", "one in five" is a rule.
    private static void AddParts(PhraseChart chart, int at, int end, double value, NumberSymbols n)
    {
        int next = Is(chart, end, n.Dash, out _) ? end + 1 : end;
        if (Is(chart, next, n.Denominator, out double part) && !chart.Lexemes[next].BreakBefore)
        {
            chart.AddNumber(PhraseGrammar.Fraction, at, next + 1, new NumberValue(value * part, NumberForm.Words));
        }
        else if (value >= 1 && Is(chart, next, n.Half, out part) && value < 10 && chart.Lexemes[next].Entry >= 0 && part == 0.5 && value == 1)
        {
            chart.AddNumber(PhraseGrammar.Fraction, at, next + 1, new NumberValue(part, NumberForm.Words));
        }
    }

    // "two point five", "nought point nought three"
    private static void AddPoint(PhraseChart chart, int at, int end, double value, NumberSymbols n)
    {
        if (!Is(chart, end, n.Point, out _))
        {
            return;
        }

        double scale = 0.1;
        int i = end + 1;
        while (Is(chart, i, n.One, out double digit) || (i == end + 1 && Is(chart, i, n.Teen, out digit)))
        {
            if (digit >= 10)
            {
                scale /= 10;
            }

            value += digit * scale;
            scale /= 10;
            i++;
            AddWithMagnitude(chart, at, i, Math.Round(value, 12), NumberForm.Words, n);
        }
    }

    private static void AddOrdinal(PhraseChart chart, int at, int end, double value, NumberSymbols n, double before, double word, int step)
    {
        chart.AddNumber(PhraseGrammar.Ordinal, at, end, new NumberValue(value, NumberForm.Words));

        // "three fifth(s)": the plural is a denominator and handled with it; a singular after "one" or "a" is a part of a whole.
        if (step is 6 || Is(chart, at, n.Article, out _) || (step == 1 && before == 1))
        {
            chart.AddNumber(PhraseGrammar.Fraction, at, end, new NumberValue(1 / value, NumberForm.Words));
        }
    }
}
