using System.Collections.Immutable;
using AngleSharp.Dom;
using Parallax.Intake.Articles;
using Parallax.Intake.Dates;
using Parallax.Intake.Html.Metadata;

namespace Parallax.Intake.Html;

/// <summary>Tells which blocks of a page are its article.</summary>
/// <remarks>
/// Every long block with few links gives its weight to the elements around it, halved at each step; the element with the most is the article's. Blocks inside it
/// stay unless the page marks their region as something else or they are mostly links. Where the page's JSON-LD holds the article's text, its blocks are known by it.
/// The features are of structure, not of language.
/// </remarks>
internal static class MainContent
{
    private const string OutsideArticle = "it stands outside the article";
    private const int LongBlock = 25; // Characters; shorter ones say little about where the article is.
    private const int Steps = 4;
    private const int RunningText = 80, ParagraphLength = 90, WidestSteps = 6;
    private const double FewLinks = 0.25;
    private const double MostlyLinks = 0.5, OnlyLinks = 0.9, WrapperShare = 0.4, CertainShare = 0.6, BodyBonus = 1.5;
    private const int SmallBlock = 200, LongestCaption = 900, LongAddition = 400, LongestDateLine = 110, DateLineWords = 8;

    /// <summary>The blocks with a reason where they are cut.</summary>
    public static ImmutableArray<RawBlock> Select(List<PageBlock> blocks, string? title, string? statedBody, PageRules rules)
    {
        Dictionary<PageBlock, RegionMark> regions = Regions(blocks);
        StatedText stated = StatedText.Of(statedBody, blocks);
        IElement? main = rules.Article ?? Widen(Heaviest(blocks, regions, stated), blocks, regions);
        string plainTitle = PageTitle.Plain(title ?? "");
        List<RawBlock> selected = new(blocks.Count);
        int titleAt = TitleAt(blocks, plainTitle);
        for (int i = 0; i < blocks.Count; i++)
        {
            PageBlock block = blocks[i];
            bool isTitle = i == titleAt;
            RegionMark? region = regions.GetValueOrDefault(block);
            region = region is not null && block.Block.Hint == BlockHint.Quotation && PageRegions.MayHoldQuotations(region) ? null : region;
            string? why = isTitle || (stated.Knows(block) && block.LinkShare < OnlyLinks) ? null : region is { Kind: RegionKind.Aside or RegionKind.Small } ? $"the page marks it as “{region.Word}”" : WhyCut(blocks, i, main);
            why ??= !isTitle && stated.IsWhole && !stated.Knows(block) && !stated.IsAmongKnown(block) && block.Block.Hint != BlockHint.Quotation && region?.Kind != RegionKind.Caption ? "it is not in the text that the page states as its article" : null;
            why = isTitle ? null : rules.WhyCut(block.Element) ?? (rules.Article is not null && why != OutsideArticle ? null : why);
            why ??= !isTitle && block.Block.Hint != BlockHint.Quotation && IsDateLine(block) ? "a line of date and byline" : null;
            why ??= !isTitle && plainTitle.Length > 12 && i > titleAt && titleAt >= 0 && PageTitle.Plain(block.Block.Text) == plainTitle ? "the headline again" : null;
            BlockHint hint = isTitle ? BlockHint.Title
                : region?.Kind == RegionKind.Caption && block.Block.Text.Length <= LongestCaption && block.Block.Hint != BlockHint.Quotation ? BlockHint.Caption
                : block.Block.Hint == BlockHint.Title ? BlockHint.Heading : block.Block.Hint;
            selected.Add(block.Block with { Hint = hint, CutReason = why });
        }

        return selected.Exists(static block => block.CutReason is null && block.Hint != BlockHint.Title) ? [.. selected] : LastResort(blocks, selected);
    }

    // Nothing stayed: the page is built otherwise than pages are. Everything that no tag or role puts beside the article is better than nothing.
    private static ImmutableArray<RawBlock> LastResort(List<PageBlock> blocks, List<RawBlock> selected)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            bool beside = blocks[i].LinkShare >= MostlyLinks;
            for (RegionMark? mark = blocks[i].Mark; mark is not null; mark = mark.Outer)
            {
                beside |= mark is { Kind: RegionKind.Aside, IsCertain: true };
            }

            selected[i] = beside ? selected[i] : selected[i] with { CutReason = null };
        }

        return [.. selected];
    }

    // The first heading with the words of the title; else the first heading of first rank that is no label.
    private static int TitleAt(List<PageBlock> blocks, string title)
    {
        int same = title.Length == 0 ? -1 : blocks.FindIndex(block => block.Block.Hint is BlockHint.Title or BlockHint.Heading && PageTitle.Plain(block.Block.Text) == title);
        int like = same >= 0 || title.Length == 0 ? same : blocks.FindIndex(block => block.Block.Hint == BlockHint.Title && PageTitle.Plain(block.Block.Text) is { Length: > 12 } words && (title.Contains(words, StringComparison.Ordinal) || words.Contains(title, StringComparison.Ordinal)));
        return like >= 0 ? like : blocks.FindIndex(static block => block.Block.Hint == BlockHint.Title && block.Block.Text.Length > 8 && block.LinkShare < MostlyLinks);
    }

    // A mark of class or id that holds a good part of all running text is a wrapper's name ("sharing-enabled"), not a region. The innermost region that is not the body's counts.
    private static Dictionary<PageBlock, RegionMark> Regions(List<PageBlock> blocks)
    {
        Dictionary<IElement, double> held = new(ReferenceEqualityComparer.Instance);
        double all = 1;
        foreach (PageBlock block in blocks)
        {
            if (block.Block.Text.Length < RunningText || block.LinkShare >= MostlyLinks)
            {
                continue;
            }

            all += block.Block.Text.Length;
            for (RegionMark? mark = block.Mark; mark is not null; mark = mark.Outer)
            {
                held[mark.Element] = held.GetValueOrDefault(mark.Element) + block.Block.Text.Length;
            }
        }

        Dictionary<PageBlock, RegionMark> regions = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in blocks)
        {
            for (RegionMark? mark = block.Mark; mark is not null; mark = mark.Outer)
            {
                bool counts = mark.Kind switch
                {
                    RegionKind.Body => false,
                    RegionKind.Small => block.Block.Text.Length <= SmallBlock && held.GetValueOrDefault(mark.Element) < all * 0.1,
                    RegionKind.Aside or RegionKind.Caption => held.GetValueOrDefault(mark.Element) < all * (mark.IsCertain ? CertainShare : WrapperShare),
                    _ => throw new InvalidOperationException($"No such kind of region: {mark.Kind}."),
                };
                if (counts && (mark.Kind != RegionKind.Caption || !regions.ContainsKey(block)))
                {
                    regions[block] = mark;
                    if (mark.Kind != RegionKind.Caption)
                    {
                        break; // A caption in a list of other articles is the list's.
                    }
                }
            }
        }

        return regions;
    }

    private static IElement? Heaviest(List<PageBlock> blocks, Dictionary<PageBlock, RegionMark> regions, StatedText stated)
    {
        Dictionary<IElement, double> weights = new(ReferenceEqualityComparer.Instance);
        IElement? main = null;
        double best = 0;
        foreach (PageBlock block in blocks)
        {
            if (regions.ContainsKey(block) || block.Block.Hint is BlockHint.Title or BlockHint.Heading || block.Block.Text.Length < LongBlock || block.LinkShare >= MostlyLinks)
            {
                continue;
            }

            double weight = Math.Min(block.Block.Text.Length / 100.0, 4) + block.Block.Text.Count(static c => c is ',' or '，' or '、' or '،');
            weight *= stated.Knows(block) ? 3 : InBody(block) ? BodyBonus : 1;
            IElement? around = block.Block.Hint is BlockHint.None or BlockHint.Quotation ? block.Element : block.Element.ParentElement;
            for (int step = 0; step < Steps && around is not null; step++, around = around.ParentElement, weight /= 2)
            {
                double total = weights[around] = weights.GetValueOrDefault(around) + weight;
                (main, best) = total > best ? (around, total) : (main, best);
            }
        }

        return main;
    }

    private static bool InBody(PageBlock block)
    {
        for (RegionMark? mark = block.Mark; mark is not null; mark = mark.Outer)
        {
            if (mark.Kind == RegionKind.Body)
            {
                return true;
            }
        }

        return false;
    }

    // An article cut into sections, each in boxes of its own: the element around them is the article, if what it adds is running text of the length of paragraphs.
    private static IElement? Widen(IElement? main, List<PageBlock> blocks, Dictionary<PageBlock, RegionMark> regions)
    {
        if (main is null)
        {
            return null;
        }

        Dictionary<IElement, (int Length, int Count)> held = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in blocks)
        {
            if (regions.ContainsKey(block) || block.Block.Text.Length < RunningText || block.LinkShare >= FewLinks)
            {
                continue;
            }

            for (IElement? around = block.Element; around is not null; around = around.ParentElement)
            {
                (int length, int count) = held.GetValueOrDefault(around);
                held[around] = (length + block.Block.Text.Length, count + 1);
            }
        }

        IElement article = main;
        int steps = 0;
        for (IElement? around = main.ParentElement; around is { LocalName: not ("body" or "html") } && steps < WidestSteps; around = around.ParentElement, steps++)
        {
            (int length, int count) = held.GetValueOrDefault(article);
            (int wider, int more) = held.GetValueOrDefault(around);
            bool several = more - count > 1 || wider - length >= LongAddition; // One more short block is a standfirst or a teaser.
            if (more > count && several && wider - length > length / 10 && (wider - length) / (more - count) >= ParagraphLength)
            {
                article = around;
                steps = 0;
            }
        }

        return article;
    }

    // "by Ada Brook September 15, 2014"; "Updated 11:21 pm, Tuesday, November 19, 2019": a date, and hardly more.
    private static bool IsDateLine(PageBlock block)
    {
        string text = block.Block.Text;
        if (text.Length > LongestDateLine || text[^1] is '.' or '!' or '?' or '”' or '"' or ':' || text.AsSpan().IndexOfAnyInRange('0', '9') < 0 || !DateScanner.TryFind(text, monthFirst: true, out _, out int start, out int end))
        {
            return false;
        }

        return FurnitureRules.WordCount(text[..start]) + FurnitureRules.WordCount(text[end..]) <= DateLineWords;
    }

    private static string? WhyCut(List<PageBlock> blocks, int i, IElement? main)
    {
        PageBlock block = blocks[i];
        if (main is not null && !Holds(main, block.Element))
        {
            return OutsideArticle;
        }

        if (block.LinkShare <= MostlyLinks || block.Block.Hint == BlockHint.Quotation)
        {
            return null;
        }

        // A sentence that is one link, between sentences of the same box, is the article's: "The Harbour Post reports:".
        string text = block.Block.Text;
        bool sentence = block.Block.Hint == BlockHint.Paragraph && block.Element.LocalName == "p" && (text.Length > 200 || (text[^1] is '.' or ':' or '!' or '?' or '”' or '"' && text.Length > 20 && (IsNeighbour(blocks, i - 1, block) || IsNeighbour(blocks, i + 1, block))));
        return sentence ? null : "most of it is links";
    }

    private static bool IsNeighbour(List<PageBlock> blocks, int i, PageBlock block) =>
        0 <= i && i < blocks.Count && blocks[i].LinkShare < FewLinks && blocks[i].Block.Text.Length >= RunningText && ReferenceEquals(blocks[i].Element.ParentElement, block.Element.ParentElement);

    private static bool Holds(IElement main, IElement element)
    {
        for (IElement? around = element; around is not null; around = around.ParentElement)
        {
            if (ReferenceEquals(around, main))
            {
                return true;
            }
        }

        return false;
    }
}
