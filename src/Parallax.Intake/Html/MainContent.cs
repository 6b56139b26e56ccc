using System.Collections.Immutable;
using AngleSharp.Dom;
using Parallax.Intake.Articles;

namespace Parallax.Intake.Html;

/// <summary>Tells which blocks of a page are its article.</summary>
/// <remarks>
/// Every long block with few links gives its weight to the elements around it, halved at each step; the element with the most is the article's. Blocks inside it
/// stay unless the page marks their region as something else or they are mostly links. The features are of structure, not of language.
/// </remarks>
internal static class MainContent
{
    private const int LongBlock = 25; // Characters; shorter ones say little about where the article is.
    private const int Steps = 4;
    private const int RunningText = 80, ParagraphLength = 160, WidestSteps = 5;
    private const double FewLinks = 0.25;
    private const double MostlyLinks = 0.5, WrapperShare = 0.4, CertainShare = 0.6;

    /// <summary>The blocks with a reason where they are cut.</summary>
    public static ImmutableArray<RawBlock> Select(List<PageBlock> blocks, string? title)
    {
        Dictionary<PageBlock, string> regions = Regions(blocks);
        Dictionary<IElement, double> weights = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in blocks.Where(b => !regions.ContainsKey(b) && b.Block.Hint is not (BlockHint.Title or BlockHint.Heading) && b.Block.Text.Length >= LongBlock && b.LinkShare < MostlyLinks))
        {
            double weight = Math.Min(block.Block.Text.Length / 100.0, 4) + block.Block.Text.Count(static c => c is ',' or '，' or '、' or '،');
            IElement? around = block.Block.Hint == BlockHint.None ? block.Element : block.Element.ParentElement;
            for (int step = 0; step < Steps && around is not null; step++, around = around.ParentElement, weight /= 2)
            {
                weights[around] = weights.GetValueOrDefault(around) + weight;
            }
        }

        IElement? main = null;
        double best = 0;
        foreach (PageBlock block in blocks) // In document order, so that equal weights give the first.
        {
            IElement? around = block.Element;
            for (int step = 0; step <= Steps && around is not null; step++, around = around.ParentElement)
            {
                if (weights.TryGetValue(around, out double weight) && weight > best)
                {
                    (main, best) = (around, weight);
                }
            }
        }

        main = Widen(main, blocks, regions);
        ImmutableArray<RawBlock>.Builder selected = ImmutableArray.CreateBuilder<RawBlock>();
        bool titleSeen = false;
        foreach (PageBlock block in blocks)
        {
            bool isTitle = !titleSeen && IsTitle(block, title);
            titleSeen |= isTitle;
            string? why = isTitle ? null : regions.TryGetValue(block, out string? region) ? $"the page marks it as “{region}”" : WhyCut(block, main);
            selected.Add(block.Block with { Hint = isTitle ? BlockHint.Title : block.Block.Hint == BlockHint.Title ? BlockHint.Heading : block.Block.Hint, CutReason = why });
        }

        return selected.ToImmutable();
    }

    // A mark of class or id that holds a good part of all running text is a wrapper's name ("sharing-enabled"), not a region.
    private static Dictionary<PageBlock, string> Regions(List<PageBlock> blocks)
    {
        Dictionary<IElement, double> held = new(ReferenceEqualityComparer.Instance);
        double all = 1;
        foreach (PageBlock block in blocks.Where(static b => b.Block.Text.Length >= RunningText && b.LinkShare < MostlyLinks))
        {
            all += block.Block.Text.Length;
            for (RegionMark? mark = block.Mark; mark is not null; mark = mark.Outer)
            {
                held[mark.Element] = held.GetValueOrDefault(mark.Element) + block.Block.Text.Length;
            }
        }

        Dictionary<PageBlock, string> regions = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in blocks)
        {
            for (RegionMark? mark = block.Mark; mark is not null; mark = mark.Outer)
            {
                if (held.GetValueOrDefault(mark.Element) < all * (mark.IsCertain ? CertainShare : WrapperShare))
                {
                    regions[block] = mark.Word;
                    break;
                }
            }
        }

        return regions;
    }

    // An article cut into sections, each in boxes of its own: the element around them is the article, if what it adds is running text of the length of paragraphs.
    private static IElement? Widen(IElement? main, List<PageBlock> blocks, Dictionary<PageBlock, string> regions)
    {
        Dictionary<IElement, (int Length, int Count)> held = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in blocks.Where(b => !regions.ContainsKey(b) && b.Block.Text.Length >= RunningText && b.LinkShare < FewLinks))
        {
            for (IElement? around = block.Element; around is not null; around = around.ParentElement)
            {
                (int length, int count) = held.GetValueOrDefault(around);
                held[around] = (length + block.Block.Text.Length, count + 1);
            }
        }

        if (main is null)
        {
            return null;
        }

        IElement article = main;
        int steps = 0;
        for (IElement? around = main.ParentElement; around is { TagName: not ("BODY" or "HTML") } && steps < WidestSteps; around = around.ParentElement, steps++)
        {
            (int length, int count) = held.GetValueOrDefault(article);
            (int wider, int more) = held.GetValueOrDefault(around);
            if (more > count && wider - length > length / 7 && (wider - length) / (more - count) >= ParagraphLength)
            {
                article = around;
                steps = 0;
            }
        }

        return article;
    }

    private static bool IsTitle(PageBlock block, string? title) =>
        block.Block.Hint == BlockHint.Title && (title is null || block.Block.Text.Length > 8 || title.Contains(block.Block.Text, StringComparison.OrdinalIgnoreCase));

    private static string? WhyCut(PageBlock block, IElement? main)
    {
        if (main is not null && !Holds(main, block.Element))
        {
            return "it stands outside the article";
        }

        bool paragraph = block.Block.Hint is BlockHint.Paragraph && block.Block.Text.Length > 200;
        return block.LinkShare > MostlyLinks && !paragraph ? "most of it is links" : null;
    }

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
