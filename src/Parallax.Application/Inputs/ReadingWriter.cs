using System.Globalization;
using System.Text;
using Parallax.Core.Findings;
using Parallax.Core.Reports;

namespace Parallax.Application.Inputs;

/// <summary>Writes what was read from one document: the facts believed and the candidates for each, the article part by part, what was cut and why.</summary>
public static class ReadingWriter
{
    private const int LongestValue = 160, LongestCut = 200;

    /// <summary>The reading as text with LF line ends.</summary>
    public static string Write(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{report.Files[0]}  {report.Id}\n");
        Facts(text, report);
        text.Append("\nArticle\n");
        foreach (TextBlock block in report.Blocks)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {block.Part.ToString().ToLowerInvariant()}: {Clean(report.Text.Slice(block.Span))}\n");
        }

        if (!report.Furniture.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nCut ({report.Furniture.Length})\n");
            foreach (Furniture cut in report.Furniture)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {Shortened(cut.Text, LongestCut)}  [{cut.Why}]\n");
            }
        }

        foreach (Finding finding in report.Findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{finding.Id} ({finding.Severity.ToString().ToLowerInvariant()}): {finding.Message}\n");
        }

        return text.ToString();
    }

    private static void Facts(StringBuilder text, Report report)
    {
        (string Name, string? Value, FactKind Kind)[] facts =
        [
            ("title", report.Title, FactKind.Title),
            ("outlet", report.Outlet?.Name, FactKind.Outlet),
            ("owner", report.Owner, FactKind.Owner),
            ("authors", report.Authors.IsEmpty ? null : string.Join("; ", report.Authors), FactKind.Author),
            ("agency", report.Agency?.Name, FactKind.Agency),
            ("address", report.Url, FactKind.Address),
            ("language", report.Language, FactKind.Language),
            ("section", report.Section, FactKind.Section),
            ("genre", report.Genre == Genre.Unknown ? null : report.Genre.ToString().ToLowerInvariant(), FactKind.Genre),
            ("published", report.Published?.Value, FactKind.Published),
            ("modified", report.Modified, FactKind.Modified),
            ("first seen", report.FirstSeen, FactKind.FirstSeen),
            ("captured", report.Captured, FactKind.Captured),
        ];
        foreach ((string name, string? value, FactKind kind) in facts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name,-10}  {(value is null ? "unknown" : Shortened(value, LongestValue))}\n");
            if (kind == FactKind.Published && report.Published is { } published)
            {
                text.Append(CultureInfo.InvariantCulture, $"{"",-12}{Clean(published.Explanation.Text)}\n");
            }

            foreach (FactCandidate candidate in report.Facts.Where(fact => fact.Kind == kind))
            {
                text.Append(CultureInfo.InvariantCulture, $"{"",-10}{(candidate.Taken ? "+" : "-")} {Shortened(candidate.Value, LongestValue)}  [{Shortened(candidate.Origin, LongestValue)}] {candidate.Why}\n");
            }
        }
    }

    private static string Shortened(string words, int most)
    {
        string clean = Clean(words);
        return clean.Length <= most ? clean : clean[..(most - 1)] + "…";
    }

    // Nothing in a report may move the cursor, hide words or turn their order on a terminal.
    private static string Clean(string words)
    {
        StringBuilder clean = new(words.Length);
        foreach (char c in words)
        {
            UnicodeCategory category = char.GetUnicodeCategory(c);
            clean.Append(c is '\n' or '\r' or '\t' || category is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : category is UnicodeCategory.Control or UnicodeCategory.Format ? '\uFFFD' : c);
        }

        return clean.ToString();
    }
}
