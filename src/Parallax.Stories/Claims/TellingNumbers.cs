using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Reads the numbers of a clause by which a fact is known again in other words: scores, records, decimals, sums of money. Counts, shares, years and times tell too little.</summary>
internal static class TellingNumbers
{
    private const int LeastDigits = 3;
    private const int CurrencyLetters = 3;

    /// <summary>The numbers, each in one spelling, in text order without repetition; empty for most clauses.</summary>
    public static string[] Of(AnnotatedReport report, Proposition told)
    {
        List<string> numbers = [];
        TextSpan span = told.Core.IsEmpty ? told.Span : told.Core;
        string text = report.Report.Text.Text;
        for (int i = span.Start; i < span.End; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            int end = i;
            while (end < span.End && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' or '-' or '–' && end + 1 < span.End && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }

            TextSpan run = TextSpan.FromBounds(i, end);
            string number = text[i..end].Replace(",", "", StringComparison.Ordinal).Replace('–', '-');
            if (Tells(number) && !IsShare(text, end) && !IsOfSubject(report, told, i) && !report.Times.Overlapping(run).Any())
            {
                numbers.Add(number);
            }

            i = end;
        }

        foreach (Figure figure in told.Figures.Where(static f => f is { Aspect: FigureAspect.Level, Value: not null, Unit.Length: CurrencyLetters } && char.IsAsciiLetterUpper(f.Unit[0])))
        {
            numbers.Add(string.Create(CultureInfo.InvariantCulture, $"{figure.Value} {figure.Unit}"));
        }

        return [.. numbers.Distinct(StringComparer.Ordinal)];
    }

    // "62-39", "15.9"; "120" may be of anything.
    private static bool Tells(string number) => number.Count(char.IsAsciiDigit) is var digits && digits < number.Length && (digits >= LeastDigits || (digits == LeastDigits - 1 && number.Contains('.', StringComparison.Ordinal)));

    // "a 3-1 defeat was the last straw" tells what the defeat was, not that there was one; "the side (9-14) is last" tells both.
    private static bool IsOfSubject(AnnotatedReport report, Proposition told, int start)
    {
        if (told.Subject is not { } subject || !told.Class.StartsWith("be:", StringComparison.Ordinal) || (start > 0 && report.Report.Text.Text[start - 1] == '('))
        {
            return false;
        }

        int at = report.Tokens.TokenAt(start);
        while (at >= 0 && at != subject)
        {
            at = report.Tokens.Heads[at];
        }

        return at == subject;
    }

    // "rose 3.5 percent", "fell 3.5%": shares of one size are told of what rises and of what falls.
    private static bool IsShare(string text, int end) => text.AsSpan(end).TrimStart() is var rest && (rest.StartsWith("%", StringComparison.Ordinal) || rest.StartsWith("per", StringComparison.Ordinal));
}
