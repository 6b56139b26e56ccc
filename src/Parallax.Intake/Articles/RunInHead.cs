using System.Text.RegularExpressions;

namespace Parallax.Intake.Articles;

/// <summary>Takes apart a text whose line breaks were lost, so that headline, date line and first sentence run into one another: "Yard shuts Posted May 3, 2019 A man …".</summary>
internal static partial class RunInHead
{
    private const int LongestHead = 300, LeastTitleWords = 3, MostTitleWords = 30, LeastBodyWords = 20, PatternTimeoutMs = 1000;

    private static readonly HashSet<string> Prepositions = new(StringComparer.OrdinalIgnoreCase) { "on", "in", "at", "by", "of", "from", "since", "until", "till", "after", "before", "for", "to", "and", "dated", "through", "between" };

    /// <summary>The lines, the first of which may now be a headline, a date line and the text.</summary>
    /// <param name="lines">The lines of the report; the first is taken apart where it is such.</param>
    /// <param name="cut">What is cut beside the date is added here.</param>
    public static List<RawBlock> Split(List<RawBlock> lines, List<CutBlock> cut)
    {
        if (lines.Count == 0 || lines[0].Hint is not (BlockHint.None or BlockHint.Paragraph))
        {
            return lines;
        }

        RawBlock first = lines[0];
        string head = first.Text[..Math.Min(LongestHead, first.Text.Length)];
        Match match = DateLine().Match(head);
        if (!match.Success || FurnitureRules.WordCount(first.Text[(match.Index + match.Length)..]) < LeastBodyWords || !IsTitle(head[..match.Index].Trim(), match.Groups["label"].Success))
        {
            return lines;
        }

        Group date = match.Groups["date"];
        RawBlock title = first.Slice(0, match.Index), stamp = first.Slice(date.Index, date.Index + date.Length);
        List<RawBlock> apart = [title];
        foreach ((int start, int end) in (ReadOnlySpan<(int, int)>)[(match.Index, date.Index), (date.Index + date.Length, match.Index + match.Length)])
        {
            if (first.Slice(start, end) is { Text.Length: > 0 } rest)
            {
                cut.Add(new CutBlock(rest, "the date line"));
            }
        }

        // "4/9/2019" may be of April or of September: it is no text, but tells no day for certain.
        if (DatelineDate.ReadLine(stamp.Text) is null)
        {
            cut.Add(new CutBlock(stamp, "the date line"));
        }
        else
        {
            apart.Add(stamp);
        }

        return [.. apart, first.Slice(match.Index + match.Length, first.Text.Length), .. lines.Skip(1)];
    }

    // "It closed on May 3, 2019 President Quill said" is a sentence; a headline has no preposition before the date, and no sentence ends in it.
    private static bool IsTitle(string text, bool labelled)
    {
        int words = FurnitureRules.WordCount(text);
        string last = text[(text.LastIndexOf(' ') + 1)..];
        return words is >= LeastTitleWords and <= MostTitleWords && text[^1] is not ('.' or ',' or ';' or ':') && !LayoutReader.HoldsSentence(text) && (labelled || !Prepositions.Contains(last));
    }

    [GeneratedRegex(
        @"(?<label>\b(?i:(?:first |last )?(?:published|posted|updated))\b(?: on)?:?\s+)?(?:\d{3,4}\s+[A-Z]{2,4}(?:\s*\([^)]{1,20}\))?,?\s+)?(?<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}))(?:[\s,|–-]*\d{1,2}:\d{2}\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,4}\b)?)?\s+(?=[""“'‘A-Z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternTimeoutMs)]
    private static partial Regex DateLine();
}
