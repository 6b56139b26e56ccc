using Parallax.Core.Reports;

namespace Parallax.Intake.Articles;

/// <summary>The short lines between headline and text: byline, date, the outlet's label of the kind of text, a credit. They are cut and kept as facts.</summary>
/// <param name="Byline">The byline, or null.</param>
/// <param name="Date">The date of a line of its own, or null.</param>
/// <param name="Opinion">Whether a label calls the text opinion.</param>
internal sealed record HeadLines(string? Byline, PublishedDate? Date, bool Opinion)
{
    /// <summary>Why a word or two alone on a line are cut: the label of a section, or the name of who supplied the text.</summary>
    public const string LoneLabel = "a credit or label alone on its line";

    private const int MostLines = 5, LabelWords = 3;

    private static readonly HashSet<string> Opinions = new(StringComparer.OrdinalIgnoreCase) { "opinion", "comment", "commentary", "editorial", "op-ed", "viewpoint", "column", "letters", "perspective", "guest essay", "leader" };

    private static readonly HashSet<string> Posts = new(StringComparer.OrdinalIgnoreCase) { "correspondent", "reporter", "editor", "writer", "staff", "columnist", "bureau", "desk", "contributor" };

    /// <summary>Cuts the lines from <paramref name="from"/> on that are such; stops at the first that is running text.</summary>
    public static HeadLines Cut(List<RawBlock> lines, int from, List<CutBlock> cut)
    {
        HeadLines found = new(null, null, false);
        for (int seen = 0; from < lines.Count - 1 && seen < MostLines; seen++)
        {
            string text = lines[from].Text;
            string? why = null;
            if (found.Byline is null && IsByline(text))
            {
                (found, why) = (found with { Byline = text }, "the byline");
            }
            else if (HeadStamp.OfLine(text)?.Date is { } date)
            {
                (found, why) = (found with { Date = found.Date is null or { Value: ['X', ..] } ? date : found.Date }, "the date line");
            }
            else if (Opinions.Contains(text.Trim(' ', ':', '|')))
            {
                (found, why) = (found with { Opinion = true }, "the outlet's label of the kind of text");
            }
            else if (CreditLine.Is(text))
            {
                why = "a credit line";
            }
            else if (seen > 0 && lines[from].Hint == BlockHint.None && FurnitureRules.WordCount(text) <= LabelWords && char.IsUpper(text[0]) && char.IsLetter(text[^1]))
            {
                why = LoneLabel;
            }

            if (why is null)
            {
                // A standfirst may stand between headline and byline; nothing else may.
                if (found is { Byline: null, Date: null, Opinion: false } && from + 1 < lines.Count - 1 && FurnitureRules.WordCount(text) <= 45 && (IsByline(lines[from + 1].Text) || HeadStamp.OfLine(lines[from + 1].Text) is not null))
                {
                    from++;
                    continue;
                }

                break;
            }

            cut.Add(new CutBlock(lines[from], why));
            lines.RemoveAt(from);
        }

        return found.Date is null ? found with { Date = LaterStamp(lines, from, cut) } : found;
    }

    // A stamp alone on its line under several lines of standfirst, or below the text.
    private static PublishedDate? LaterStamp(List<RawBlock> lines, int from, List<CutBlock> cut)
    {
        for (int i = from; i < lines.Count && lines.Count > 2; i++)
        {
            if (i > from + MostLines && i < lines.Count - 1)
            {
                i = lines.Count - 1;
            }

            if (HeadStamp.OfLine(lines[i].Text)?.Date is { } date)
            {
                do
                {
                    cut.Add(new CutBlock(lines[i], "the date line"));
                    lines.RemoveAt(i);
                }
                while (i < lines.Count && lines.Count > 2 && HeadStamp.OfLine(lines[i].Text) is not null);

                return date;
            }
        }

        return null;
    }

    /// <summary>Whether a line is a byline: "By Jane Doe", or a name with its post: "Jane Doe, environment correspondent".</summary>
    public static bool IsByline(string text)
    {
        if (FurnitureRules.WordCount(text) > 14 || text[^1] == '.')
        {
            return false;
        }

        if (text.StartsWith("By ", StringComparison.Ordinal) || text.StartsWith("BY ", StringComparison.Ordinal))
        {
            return text.Split(' ')[1..].All(static word => word.Length == 0 || !char.IsLower(word[0]) || word.Trim(',') is "and" or "in" or "de" or "of" or "al" or "von" or "for" || Posts.Contains(word.Trim(',')) || word.Length > 4);
        }

        string[] halves = text.Split(',', 2);
        return halves.Length == 2 && halves[0].Split(' ') is { Length: >= 2 and <= 4 } name && name.All(static word => word.Length > 0 && char.IsUpper(word[0])) && halves[1].Split(' ').Any(static word => Posts.Contains(word.Trim(',')));
    }
}
