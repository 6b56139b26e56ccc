using System.Collections.Immutable;
using Parallax.Core.Reports;

namespace Parallax.Intake.Articles;

/// <summary>Tells which blocks are the article, what each is, and what is furniture and why.</summary>
/// <remarks>Works on the shapes of lines and on the phrases of <see cref="FurnitureRules"/>; it knows no outlet. Linear in the length of the text.</remarks>
internal static class LayoutReader
{
    private const int HeadingWords = 12, LabelWords = 3, TitleLength = 220, ParagraphWords = 15, StopAfter = 4, LetterheadLines = 4;

    /// <summary>Reads the layout of the blocks, in the order received.</summary>
    public static ArticleLayout Read(ImmutableArray<RawBlock> blocks)
    {
        List<CutBlock> cut = [];
        List<RawBlock> lines = CutPhrases(blocks, cut);
        HashSet<RawBlock> captions = FindCaptions(lines, cut);
        bool opinion = cut.Any(static c => c.Block.Text.StartsWith("(opinion", StringComparison.OrdinalIgnoreCase));
        PublishedDate? stamped = HeadRun.Split(lines, cut);
        CutLabelsAndTeasers(lines, captions, cut);
        PublishedDate? yearless = null;
        if (lines.Count > 2 && HeadStamp.Yearless(lines[0].Text) is { } day && lines[0].Hint == BlockHint.None && IsTitleLike(lines[1].Text))
        {
            yearless = day;
            cut.Add(new CutBlock(lines[0], "the date line")); // "APR 28" above the headline: of which year is not told.
            lines.RemoveAt(0);
        }

        stamped ??= CutLetterhead(lines, cut);
        int title = FindTitle(lines, captions);
        if (title >= 0)
        {
            (lines[title], bool labelled) = WithoutGenreLabel(lines[title], cut);
            opinion |= labelled;
            foreach (RawBlock before in lines.Take(title))
            {
                cut.Add(new CutBlock(before, "a label above the headline"));
            }

            lines.RemoveRange(0, title);
        }

        HeadLines head = HeadLines.Cut(lines, title >= 0 ? 1 : 0, cut);
        opinion |= head.Opinion;
        CutAuthorNote(lines, head.Byline, cut);
        ImmutableArray<KeptBlock>.Builder kept = ImmutableArray.CreateBuilder<KeptBlock>();
        Dateline? dateline = null;
        int datelineBlock = -1, bodies = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            TextPart part = PartOf(lines, captions, i, title >= 0, ref bodies);
            RawBlock block = lines[i];
            if (dateline is null && bodies is > 0 and <= 3 && part is TextPart.Lead or TextPart.Body && Dateline.Read(block.Text) is { } found)
            {
                (dateline, datelineBlock) = (found, kept.Count);
                cut.Add(new CutBlock(block.Slice(0, found.Length), "the dateline"));
                block = block.Slice(found.Length, block.Text.Length);
            }

            kept.Add(new KeptBlock(block, part));
        }

        return new ArticleLayout
        {
            Kept = kept.ToImmutable(),
            Cut = [.. cut.OrderBy(static c => c.Block.ReceivedStart)],
            Byline = head.Byline,
            LineDate = stamped ?? head.Date ?? yearless,
            CreditedAgency = cut.Select(static c => CreditLine.AgencyOf(c.Block.Text) ?? (c.Why == HeadLines.LoneLabel ? Agencies.Find(c.Block.Text) : null)).FirstOrDefault(static agency => agency is not null),
            Dateline = dateline,
            DatelineBlock = datelineBlock,
            LabelledOpinion = opinion,
            CarriedNote = cut.FirstOrDefault(static c => c.Why == "a note on where the text comes from")?.Block.Text,
        };
    }

    // Lines and brackets that the rules know; what the format already marked as furniture; everything after the heading of a tail.
    private static List<RawBlock> CutPhrases(ImmutableArray<RawBlock> blocks, List<CutBlock> cut)
    {
        List<RawBlock> lines = [];
        string? tail = null;
        int all = blocks.Count(static block => block.CutReason is null), paragraphs = 0, seen = 0;
        foreach (RawBlock block in blocks)
        {
            if (block.CutReason is null)
            {
                seen++;
                tail ??= seen * 3 > all * 2 ? FurnitureRules.English.WhyTail(block.Text) : null;
                tail ??= paragraphs >= StopAfter ? FurnitureRules.English.WhyStop(block.Text) : null;
            }

            string? why = tail ?? block.CutReason ?? FurnitureRules.English.WhyLine(block.Text);
            if (why is not null && !(block.Hint == BlockHint.Title))
            {
                cut.Add(new CutBlock(block, why));
                continue;
            }

            foreach (RawBlock part in CutBrackets(block, cut))
            {
                lines.Add(part);
                paragraphs += IsParagraph(part.Text) ? 1 : 0;
            }
        }

        return lines;
    }

    private static IEnumerable<RawBlock> CutBrackets(RawBlock block, List<CutBlock> cut)
    {
        ImmutableArray<(int Start, int End, string Why)> brackets = FurnitureRules.English.Brackets(block.Text);
        if (brackets.IsEmpty)
        {
            return [block];
        }

        int from = 0;
        ImmutableArray<Core.Text.TextMapPiece>.Builder pieces = ImmutableArray.CreateBuilder<Core.Text.TextMapPiece>();
        System.Text.StringBuilder text = new();
        bool credit = false;
        foreach ((int start, int end, string why) in brackets)
        {
            cut.Add(new CutBlock(block.Slice(start, end), why));
            credit |= why == "a picture's credit";
            Append(block.Slice(from, start));
            from = end;
        }

        Append(block.Slice(from, block.Text.Length));
        return text.Length == 0 ? [] : [new RawBlock(text.ToString(), pieces.ToImmutable(), credit && block.Hint == BlockHint.None ? BlockHint.Caption : block.Hint)];

        void Append(RawBlock part)
        {
            if (part.Text.Length == 0)
            {
                return;
            }

            if (text.Length > 0 && char.IsLetterOrDigit(part.Text[0]))
            {
                text.Append(' ');
            }

            pieces.AddRange(part.Pieces.Select(piece => piece with { Start = piece.Start + text.Length }));
            text.Append(part.Text);
        }
    }

    // A line that stands twice in a row is a caption (once as the picture's text, once under it); the second is cut.
    private static HashSet<RawBlock> FindCaptions(List<RawBlock> lines, List<CutBlock> cut)
    {
        HashSet<RawBlock> captions = new(ReferenceEqualityComparer.Instance);
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Hint == BlockHint.Caption || FurnitureRules.English.IsPictureLine(lines[i].Text))
            {
                captions.Add(lines[i]);
            }

            if (i + 1 < lines.Count && SameWords(lines[i].Text, lines[i + 1].Text))
            {
                cut.Add(new CutBlock(lines[i + 1], "a caption that stands twice"));
                captions.Add(lines[i]);
                captions.Remove(lines[i + 1]);
                lines.RemoveAt(i + 1);
            }
        }

        return captions;
    }

    private static bool SameWords(string one, string other) =>
        one.Length > 8 && one.AsSpan().TrimEnd(" .…").Equals(other.AsSpan().TrimEnd(" .…"), StringComparison.OrdinalIgnoreCase);

    // "World" above the headline and again, before the headline of another article, in the middle; labels alone after the lead; headlines with nothing under them.
    private static void CutLabelsAndTeasers(List<RawBlock> lines, HashSet<RawBlock> captions, List<CutBlock> cut)
    {
        HashSet<string> labels = new(StringComparer.OrdinalIgnoreCase);
        if (lines.Count > 2 && lines[0].Hint == BlockHint.None && IsLabel(lines[0].Text) && IsHeadline(lines[1].Text) && HeadStamp.OfLine(lines[1].Text) is null)
        {
            labels.Add(lines[0].Text);
        }

        for (int i = 0; i < lines.Count; i++)
        {
            if (i > 0 && labels.Contains(lines[i].Text) && i + 1 < lines.Count && IsHeadline(lines[i + 1].Text))
            {
                cut.Add(new CutBlock(lines[i], "a section's label over a link to another article"));
                cut.Add(new CutBlock(lines[i + 1], "the headline of another article"));
                lines.RemoveRange(i, 2);
                i--;
            }
            else if (labels.Contains(lines[i].Text))
            {
                cut.Add(new CutBlock(lines[i], "a section's label"));
                lines.RemoveAt(i--);
            }
        }

        for (int i = 1; i < Math.Min(lines.Count - 1, 4); i++)
        {
            bool afterParagraph = IsParagraph(lines[i - 1].Text) || (i > 1 && IsParagraph(lines[i - 2].Text));
            if (lines[i].Hint == BlockHint.None && IsLabel(lines[i].Text) && FurnitureRules.WordCount(lines[i].Text) == 1 && afterParagraph && !captions.Contains(lines[i]))
            {
                cut.Add(new CutBlock(lines[i], HeadLines.LoneLabel));
                lines.RemoveAt(i--);
            }
        }

        while (lines.Count > 2 && CreditLine.Is(lines[^1].Text))
        {
            cut.Add(new CutBlock(lines[^1], "a credit line"));
            lines.RemoveAt(lines.Count - 1);
        }

        while (lines.Count > 2 && lines[^1].Hint is BlockHint.None or BlockHint.Heading && !captions.Contains(lines[^1]) && IsHeadline(lines[^1].Text) && HeadStamp.OfLine(lines[^1].Text) is null)
        {
            cut.Add(new CutBlock(lines[^1], "a headline with nothing under it"));
            lines.RemoveAt(lines.Count - 1);
        }
    }

    // "Office of the Harbour Board / FOR IMMEDIATE RELEASE April 10, 2007 / Harbour board opens the east pier": the headline of a press release stands under that line.
    private static PublishedDate? CutLetterhead(List<RawBlock> lines, List<CutBlock> cut)
    {
        int release = lines.FindIndex(static line => HeadStamp.IsRelease(line.Text));
        if (release < 0 || release > LetterheadLines || release + 2 >= lines.Count || lines.Exists(static line => line.Hint == BlockHint.Title)
            || HeadStamp.OfLine(lines[release].Text) is not { } stamp || !IsTitleLike(lines[release + 1].Text) || !lines.Take(release).All(static line => IsTitleLike(line.Text)))
        {
            return null;
        }

        cut.AddRange(lines.Take(release + 1).Select((line, i) => new CutBlock(line, i == release ? "the date line" : "the letterhead of a press release")));
        lines.RemoveRange(0, release + 1);
        return stamp.Date;
    }

    private static int FindTitle(List<RawBlock> lines, HashSet<RawBlock> captions)
    {
        int hinted = lines.FindIndex(static line => line.Hint == BlockHint.Title);
        if (hinted >= 0)
        {
            return hinted;
        }

        return lines.Count > 1 && !captions.Contains(lines[0]) && lines[0].Hint == BlockHint.None && IsTitleLike(lines[0].Text) ? 0 : -1;
    }

    private static bool IsTitleLike(string text) =>
        text.Length is > 0 and <= TitleLength && FurnitureRules.WordCount(text) <= 30 && text[^1] is not (',' or ';') && !SentenceStops.EndsWith(text) && !SentenceStops.HasInside(text);

    private static (RawBlock Title, bool Opinion) WithoutGenreLabel(RawBlock title, List<CutBlock> cut)
    {
        foreach (string label in (ReadOnlySpan<string>)["Opinion", "OPINION", "Commentary", "Comment", "Editorial", "Op-ed", "Op-Ed", "Analysis", "Exclusive", "Breaking", "Video", "Watch", "Live"])
        {
            foreach (string mark in (ReadOnlySpan<string>)[":", " |", " –", " —"])
            {
                if (title.Text.StartsWith(label + mark, StringComparison.Ordinal))
                {
                    cut.Add(new CutBlock(title.Slice(0, label.Length + mark.Length), "the outlet's label of the kind of text"));
                    return (title.Slice(label.Length + mark.Length, title.Text.Length), label[0] is 'O' or 'C' || label == "Editorial");
                }
            }
        }

        return (title, false);
    }

    // "* Jane Doe was a diplomat." or, of the byline's author, "Jane Doe is a writer." at the end.
    private static void CutAuthorNote(List<RawBlock> lines, string? byline, List<CutBlock> cut)
    {
        string author = byline is null ? "" : byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? byline[3..].Split(',')[0].TrimEnd('*', ' ') : byline.Split(',')[0];
        for (int i = lines.Count - 1; i > 0 && i >= lines.Count - 3; i--)
        {
            string text = lines[i].Text;
            bool ofAuthor = author.Length > 3 && (text.StartsWith(author + " is ", StringComparison.Ordinal) || text.StartsWith(author + " was ", StringComparison.Ordinal));
            bool disclaims = text.Contains("views expressed", StringComparison.OrdinalIgnoreCase) && FurnitureRules.WordCount(text) <= 40;
            if ((text.StartsWith('*') || ofAuthor || disclaims) && FurnitureRules.WordCount(text) <= 80)
            {
                cut.Add(new CutBlock(lines[i], "a note on the author"));
                lines.RemoveAt(i);
            }
        }
    }

    private static TextPart PartOf(List<RawBlock> lines, HashSet<RawBlock> captions, int i, bool hasTitle, ref int bodies)
    {
        RawBlock line = lines[i];
        if (hasTitle && i == 0)
        {
            return TextPart.Title;
        }

        if (captions.Contains(line) || line.Hint == BlockHint.Caption)
        {
            return TextPart.Caption;
        }

        if (line.Hint == BlockHint.Quotation)
        {
            return TextPart.Quotation;
        }

        bool heading = line.Hint == BlockHint.Heading
            || (line.Hint == BlockHint.None && bodies > 0 && i + 1 < lines.Count && IsParagraph(lines[i + 1].Text) && (IsHeadline(line.Text) || FurnitureRules.WordCount(line.Text) <= 4));
        if (heading)
        {
            return TextPart.Heading;
        }

        bodies++;
        return bodies == 1 ? TextPart.Lead : TextPart.Body;
    }

    private static bool IsParagraph(string text) => FurnitureRules.WordCount(text) >= ParagraphWords;

    private static bool IsLabel(string text) => FurnitureRules.WordCount(text) <= LabelWords && char.IsUpper(text[0]) && char.IsLetter(text[^1]);

    // Short, no full stop, and most long words capitalised, or very short.
    private static bool IsHeadline(string text)
    {
        int words = FurnitureRules.WordCount(text);
        if (words > HeadingWords * 2 || text[^1] is ',' or ';' or '!' || SentenceStops.EndsWith(text) || SentenceStops.HasInside(text) || text[0] is '“' or '"' or '*' or '-' or '•')
        {
            return false;
        }

        int longWords = 0, capitals = 0;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => word.Length > 3))
        {
            longWords++;
            capitals += char.IsUpper(word.TrimStart('‘', '’', '\'', '(', '“', '"') is { Length: > 0 } bare ? bare[0] : ' ') ? 1 : 0;
        }

        return words <= 6 || capitals * 10 >= longWords * 8;
    }
}
