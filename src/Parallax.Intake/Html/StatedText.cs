using System.Text;
using AngleSharp.Dom;
using Parallax.Intake.Articles;

namespace Parallax.Intake.Html;

/// <summary>The article's text as the page's JSON-LD states it, to know its blocks by.</summary>
internal sealed class StatedText
{
    private const int ShortestText = 400, LongestText = 200_000, MostBlocks = 3_000; // Letters; beyond these a page is read without it.
    private const int ShortestBlock = 12, ShortestParagraph = 100;
    private const double WholeShare = 0.9;

    private readonly HashSet<PageBlock> _known = new(ReferenceEqualityComparer.Instance);

    private readonly HashSet<IElement> _parents = new(ReferenceEqualityComparer.Instance);

    private StatedText()
    {
    }

    /// <summary>Whether the blocks found in it make up (nearly) all of it, so that a block not in it is not the article's.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>Whether a block's words stand in it.</summary>
    public bool Knows(PageBlock block) => _known.Contains(block);

    /// <summary>Whether a block is a paragraph of some length between known ones: written a little differently there (an initial, a note), not another text.</summary>
    public bool IsAmongKnown(PageBlock block) => block.Element.LocalName == "p" && block.Block.Text.Length >= ShortestParagraph && block.Element.ParentElement is { } parent && _parents.Contains(parent);

    /// <summary>Compares the blocks with a text.</summary>
    public static StatedText Of(string? text, List<PageBlock> blocks)
    {
        string letters = text is null || text.Length > LongestText || blocks.Count > MostBlocks ? "" : Letters(text);
        if (letters.Length < ShortestText)
        {
            return new StatedText();
        }

        HashSet<PageBlock> known = new(ReferenceEqualityComparer.Instance);
        HashSet<string> counted = new(StringComparer.Ordinal);
        int covered = 0;
        foreach (PageBlock block in blocks)
        {
            string own = block.Block.Hint == BlockHint.Title ? "" : Letters(block.Block.Text);
            if (own.Length >= ShortestBlock && letters.Contains(own, StringComparison.Ordinal))
            {
                known.Add(block);
                covered += counted.Add(own) ? own.Length : 0;
            }
        }

        // Where little of it stands in blocks, the page is built otherwise than it says, and the text is of no use.
        StatedText stated = new() { IsWhole = covered >= letters.Length * WholeShare };
        if (covered * 2 >= letters.Length)
        {
            stated._known.UnionWith(known);
            stated._parents.UnionWith(known.Select(static block => block.Element.ParentElement).OfType<IElement>());
        }

        return stated;
    }

    private static string Letters(string text)
    {
        StringBuilder letters = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }
}
