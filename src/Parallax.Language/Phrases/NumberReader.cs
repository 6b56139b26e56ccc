using Parallax.Language.Tokens;

namespace Parallax.Language.Phrases;

/// <summary>Reads numbers in digits and words: "1,234.5", "40bn", "two hundred and six", "three and a half million", "2/3", "twenty-first". Adds every number that starts at a place to the chart.</summary>
/// <remarks>This is code and not rules because the grammar of numbers is recursive arithmetic; its words are data (<c>en/figures/numbers.txt</c>).</remarks>
internal static class NumberReader
{
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

        NumberWords.Seed(chart, at, n);
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
        if (IsPartedDecimal(chart, text, at))
        {
            chart.AddNumber(PhraseGrammar.Number, at, end, new NumberValue(Fractional(lexemes[at]), NumberForm.Digits));
            return;
        }

        if (lexemes[at].Length <= 3 && Grouped(chart, text, at, out double grouped) is var group && group > end)
        {
            chart.AddNumber(PhraseGrammar.Number, at, end, new NumberValue(value, form));
            (value, end, form) = (grouped, group, NumberForm.Digits);
        }

        if (IsPart(chart, text, at, end))
        {
            chart.AddNumber(PhraseGrammar.Number, at, end, new NumberValue(value, form)); // of "192.168.1.2": no decimals
            return;
        }

        if (IsDecimal(chart, text, at, end))
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
        else if (Mark(chart, text, end, '-', true) && Next(chart, end, 1, LexemeKind.Digits, true) && Mark(chart, text, end + 2, '/', true) && Next(chart, end, 3, LexemeKind.Digits, true)
            && lexemes[end + 3].Number is 2 or 3 or 4 or 8 && lexemes[end + 1].Number < lexemes[end + 3].Number && value < 1000 && !Mark(chart, text, end + 4, '/', true))
        {
            // "2-1/2 years"
            chart.AddNumber(PhraseGrammar.Number, at, end + 4, new NumberValue(value + ((double)lexemes[end + 1].Number / lexemes[end + 3].Number), NumberForm.Digits));
        }
        else if (Is(chart, end, n.Glyph, out double glyph))
        {
            AddWithMagnitude(chart, at, end + 1, value + glyph, NumberForm.Digits, n);
        }
        else if (Is(chart, end, n.Point, out _) && Next(chart, end, 1, LexemeKind.Digits, false) && !IsDecimal(chart, text, end + 1, end + 2))
        {
            AddWithMagnitude(chart, at, end + 2, value + Fractional(lexemes[end + 1]), NumberForm.Digits, n); // "1 point 1"
        }

        AddWithMagnitude(chart, at, end, value, form, n);
    }

    // "a level of. 09 percent": a space has slipped in after the point of ".09".
    private static bool IsPartedDecimal(PhraseChart chart, ReadOnlySpan<char> text, int at) =>
        at > 1 && chart.Lexemes[at] is { Length: 2 or 3, SpaceBefore: true, BreakBefore: false } digits && text[digits.Start] == '0' && digits.Number > 0
        && Mark(chart, text, at - 1, '.', false) && chart.Lexemes[at - 2].Kind == LexemeKind.Word && Next(chart, at, 1, LexemeKind.Word, false);

    // Groups of three after commas, points or single spaces ("1,234,567", "1.234.567", "1 234 567"), or Indian groups of two before a last group of three. Returns the lexeme after them.
    private static int Grouped(PhraseChart chart, ReadOnlySpan<char> text, int at, out double value)
    {
        Lexeme[] lexemes = chart.Lexemes;
        value = lexemes[at].Number;
        int end = at + 1;
        while (Mark(chart, text, end, ',', true) && ((Next(chart, end, 1, LexemeKind.Digits, true) && lexemes[end + 1].Length is 2 or 3) || IsPartedGroup(chart, text, at, end + 1)))
        {
            value = (value * Math.Pow(10, lexemes[end + 1].Length)) + lexemes[end + 1].Number;
            end += 2;
        }

        if (end > at + 1)
        {
            return lexemes[end - 1].Length == 3 ? end : at;
        }

        while (Mark(chart, text, end, '.', true) && Next(chart, end, 1, LexemeKind.Digits, true) && lexemes[end + 1].Length == 3)
        {
            value = (value * 1000) + lexemes[end + 1].Number;
            end += 2;
        }

        if (end > at + 1)
        {
            // "1.234" alone is a decimal; "1.234.567" and "1.234,5" are not.
            bool comma = Mark(chart, text, end, ',', true) && Next(chart, end, 1, LexemeKind.Digits, true) && lexemes[end + 1].Length <= 2;
            return end > at + 3 || comma ? end : at;
        }

        while (value > 0 && IsSpacedGroup(chart, text, end))
        {
            value = (value * 1000) + lexemes[end].Number;
            end++;
        }

        // A telephone number goes on in other lengths.
        bool alone = at == 0 || lexemes[at - 1].Kind != LexemeKind.Digits || lexemes[at].BreakBefore;
        return alone && !Next(chart, end, 0, LexemeKind.Digits, false) ? end : at;
    }

    // "2, 000", "$380, 600": a space has slipped in after the comma; no number of its own begins with a nought, and a sum is one number.
    private static bool IsPartedGroup(PhraseChart chart, ReadOnlySpan<char> text, int first, int at) =>
        IsSpacedGroup(chart, text, at) && ((text[chart.Lexemes[at].Start] == '0' && chart.Lexemes[at - 2].Number > 0) || PartedNumber.IsSum(text, chart.Lexemes[first].Start));

    private static bool IsSpacedGroup(PhraseChart chart, ReadOnlySpan<char> text, int at) =>
        Next(chart, at, 0, LexemeKind.Digits, false) && chart.Lexemes[at].Length == 3 && chart.Lexemes[at].Start == chart.Lexemes[at - 1].End + 1 && char.IsWhiteSpace(text[chart.Lexemes[at].Start - 1]);

    // A piece of a run of more than one point, such as an address or a version.
    private static bool IsPart(PhraseChart chart, ReadOnlySpan<char> text, int at, int end)
    {
        bool before = at >= 2 && !chart.Lexemes[at].SpaceBefore && Mark(chart, text, at - 1, '.', true) && chart.Lexemes[at - 2].Kind == LexemeKind.Digits;
        bool after = end == at + 1 && Mark(chart, text, end, '.', true) && Next(chart, end, 1, LexemeKind.Digits, true);
        return after && (before || (Mark(chart, text, end + 2, '.', true) && Next(chart, end + 2, 1, LexemeKind.Digits, true)));
    }

    // "1.5"; "5,00" and "1.234,5" with the comma of the continent, which one or two digits follow.
    private static bool IsDecimal(PhraseChart chart, ReadOnlySpan<char> text, int at, int end)
    {
        if (!Next(chart, end, 1, LexemeKind.Digits, true))
        {
            return Mark(chart, text, end, '.', true) && PartedNumber.IsPoint(text, chart.Lexemes[end].Start); // "$2. 6 million"
        }

        if (Mark(chart, text, end, '.', true))
        {
            return true;
        }

        bool more = (Mark(chart, text, end + 2, ',', true) || Mark(chart, text, end + 2, '.', true)) && Next(chart, end + 2, 1, LexemeKind.Digits, true);
        bool list = at > 0 && !chart.Lexemes[at].SpaceBefore && Mark(chart, text, at - 1, ',', true);
        return Mark(chart, text, end, ',', true) && chart.Lexemes[end + 1].Length <= 2 && chart.Lexemes[end - 1].Length <= 3 && !more && !list;
    }

    /// <summary>Adds a number and what a magnitude makes of it: "40bn", "1.2 million", "3 hundred and 21", "2 million and a half".</summary>
    public static void AddWithMagnitude(PhraseChart chart, int at, int end, double value, NumberForm form, NumberSymbols n)
    {
        chart.AddNumber(PhraseGrammar.Number, at, end, new NumberValue(value, form));
        double total = value;
        bool scaled = false;
        int next = end + (IsHyphenBeforeMagnitude(chart, end, n) ? 1 : 0);
        while (Magnitude(chart, next, n, !scaled && next == end, out double magnitude))
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
        AddRest(chart, at, next, total, total / value, n);
    }

    /// <summary>Whether a hyphen without spaces joins what is before a lexeme to a word such as "million": "a $5-million dispute", "a half-dozen".</summary>
    public static bool IsHyphenBeforeMagnitude(PhraseChart chart, int at, NumberSymbols n) =>
        Is(chart, at, n.Dash, out _) && !chart.Lexemes[at].SpaceBefore && at + 1 < chart.Lexemes.Length && !chart.Lexemes[at + 1].SpaceBefore && Magnitude(chart, at + 1, n, false, out _);

    // "3 hundred and 21", "4 thousand 3 hundred and 6": smaller parts after a magnitude.
    private static void AddRest(PhraseChart chart, int at, int end, double total, double magnitude, NumberSymbols n)
    {
        Lexeme[] lexemes = chart.Lexemes;
        while (total % 1 == 0)
        {
            int rest = Is(chart, end, n.And, out _) ? end + 1 : end;
            if (!Next(chart, rest, 0, LexemeKind.Digits, false) || (Next(chart, rest, 2, LexemeKind.Digits, true) && Next(chart, rest, 1, LexemeKind.Mark, true)))
            {
                return;
            }

            double small = lexemes[rest].Number;
            if (Magnitude(chart, rest + 1, n, false, out double lower))
            {
                if (!(lower < magnitude) || small * lower >= magnitude)
                {
                    return;
                }

                (total, magnitude, end) = (total + (small * lower), lower, rest + 2);
                chart.AddNumber(PhraseGrammar.Number, at, end, new NumberValue(total, NumberForm.Digits));
                continue;
            }

            if (rest > end && small > 0 && small < magnitude)
            {
                chart.AddNumber(PhraseGrammar.Number, at, rest + 1, new NumberValue(total + small, NumberForm.Digits));
            }

            return;
        }
    }

    /// <summary>Whether a lexeme is a word such as "million", with its number.</summary>
    public static bool Magnitude(PhraseChart chart, int at, NumberSymbols n, bool allowShort, out double magnitude)
    {
        if (at < chart.Lexemes.Length && chart.Lexemes[at].BreakBefore)
        {
            magnitude = 1;
            return false;
        }

        return Is(chart, at, n.Magnitude, out magnitude) || Is(chart, at, n.Hundred, out magnitude)
            || (allowShort && Is(chart, at, n.ShortMagnitude, out magnitude) && (!chart.Lexemes[at].SpaceBefore || (magnitude == 1000 && EndsPhrase(chart, at + 1))));
    }

    // "2.33 k." but not "2 K Street"
    private static bool EndsPhrase(PhraseChart chart, int at) => at >= chart.Lexemes.Length || chart.Lexemes[at].BreakBefore || chart.Lexemes[at].Kind == LexemeKind.Mark;

    /// <summary>"… and a half", "… and three quarters", "two and a half million", "one billion and a quarter million".</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="at">First lexeme of the number.</param>
    /// <param name="end">Lexeme after what was read of it.</param>
    /// <param name="value">What was read of it.</param>
    /// <param name="unit">What the fraction is a part of.</param>
    /// <param name="n">Classes of words.</param>
    public static void AddFraction(PhraseChart chart, int at, int end, double value, double unit, NumberSymbols n)
    {
        if (!Is(chart, end, n.And, out _) || end + 1 >= chart.Lexemes.Length || chart.Lexemes[end + 1].BreakBefore || chart.StartingAt(end + 1) is not { } following)
        {
            return;
        }

        foreach (Phrase phrase in following)
        {
            if (phrase.Category != PhraseGrammar.Fraction || phrase.Value is not NumberValue { Form: NumberForm.Words, Value: > 0 and < 1 } part)
            {
                continue;
            }

            int next = phrase.End;
            chart.AddNumber(PhraseGrammar.Number, at, next, new NumberValue(value + (part.Value * unit), NumberForm.Words));
            double scale = 1;
            while (Magnitude(chart, next, n, false, out double magnitude))
            {
                scale *= magnitude;
                next++;
            }

            if (scale > 1 && (unit == 1 || scale < unit))
            {
                chart.AddNumber(PhraseGrammar.Number, at, next, new NumberValue(unit == 1 ? (value + part.Value) * scale : value + (part.Value * scale), NumberForm.Words));
            }
        }
    }
}
