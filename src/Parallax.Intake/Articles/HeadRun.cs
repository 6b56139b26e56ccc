using Parallax.Core.Reports;

namespace Parallax.Intake.Articles;

/// <summary>Takes the stamp out of the first lines and parts what it stands between: many web texts run headline, byline, stamp and text together on one line.</summary>
internal static class HeadRun
{
    private const int LinesLookedAt = 3, BylineWords = 8;

    /// <summary>Parts the line that holds the stamp; what stands before it becomes lines of their own.</summary>
    /// <returns>The date of the stamp, or null where none was cut here; a line that is a stamp and nothing else is left, unless it is the first.</returns>
    public static PublishedDate? Split(List<RawBlock> lines, List<CutBlock> cut)
    {
        for (int i = 0; i < Math.Min(lines.Count, LinesLookedAt); i++)
        {
            RawBlock line = lines[i];
            if (line.Hint is not (BlockHint.None or BlockHint.Paragraph) || HeadStamp.Find(line.Text) is not { } stamp || (i > 0 && stamp.Start > 0 && !HeadLines.IsByline(line.Text[..stamp.Start].TrimEnd())))
            {
                continue;
            }

            bool isWhole = stamp.Start == 0 && stamp.End == line.Text.Length;
            if (isWhole ? i > 0 || lines.Count == 1 : line.Hint != BlockHint.None)
            {
                return null;
            }

            RawBlock before = line.Slice(0, stamp.Start), after = line.Slice(stamp.End, line.Text.Length);
            cut.Add(new CutBlock(line.Slice(stamp.Start, stamp.End), "the date line"));
            lines.RemoveAt(i);
            lines.InsertRange(i, new[] { after }.Where(static block => block.Text.Length > 0));
            while (isWhole && lines.Count > 1 && HeadStamp.OfLine(lines[0].Text) is not null)
            {
                // "Posted 11/27/2005 7:21 AM", "Updated 11/27/2005 3:41 PM": one below the other, above the headline.
                cut.Add(new CutBlock(lines[0], "the date line"));
                lines.RemoveAt(0);
            }

            if (before.Text.Length > 0)
            {
                int byline = BylineIn(before.Text);
                lines.InsertRange(i, byline > 0 ? [before.Slice(0, byline), before.Slice(byline, before.Text.Length)] : [before]);
            }

            return stamp.Date;
        }

        return null;
    }

    // "… Charged With Murder By Jane Doe": the last "By" with nothing but a name after it.
    private static int BylineIn(string text)
    {
        int at = Math.Max(text.LastIndexOf(" By ", StringComparison.Ordinal), text.LastIndexOf(" BY ", StringComparison.Ordinal));
        return at > 0 && FurnitureRules.WordCount(text[at..]) is >= 3 and <= BylineWords && HeadLines.IsByline(text[at..].Trim()) ? at + 1 : -1;
    }
}
