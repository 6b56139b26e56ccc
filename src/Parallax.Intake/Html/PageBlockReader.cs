using AngleSharp.Dom;
using Parallax.Intake.Articles;

namespace Parallax.Intake.Html;

/// <summary>Walks a parsed page once, without recursion, and gives its blocks of text in document order.</summary>
internal static class PageBlockReader
{
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "SVG", "MATH", "OBJECT", "EMBED", "CANVAS", "AUDIO", "VIDEO", "SELECT", "TEXTAREA", "BUTTON", "HEAD", "INPUT", "DATALIST",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "A", "ABBR", "B", "BDI", "BDO", "CITE", "CODE", "DATA", "DFN", "EM", "FONT", "I", "INS", "KBD", "LABEL", "MARK", "Q", "S", "SAMP", "SMALL", "SPAN", "STRONG", "SUB", "SUP", "TIME", "U", "VAR", "WBR", "TT", "BIG", "ACRONYM", "STRIKE", "DEL",
    };

    /// <summary>The blocks of <paramref name="document"/>.</summary>
    /// <param name="document">The parsed page.</param>
    /// <param name="aligner">Finds places in the source; must be fresh.</param>
    /// <param name="maxDepth">Deeper elements are read as if they lay at that depth.</param>
    /// <param name="tooDeep">Whether some element lay deeper.</param>
    public static List<PageBlock> Read(IDocument document, SourceAligner aligner, int maxDepth, out bool tooDeep)
    {
        List<PageBlock> blocks = [];
        tooDeep = false;
        if (document.Body is not { } body)
        {
            return blocks;
        }

        BlockTextBuilder text = new(aligner);
        int links = 0, letters = 0, linkDepth = 0;
        Stack<(INode Node, int Next, IElement Block, RegionMark? Region, bool Link)> open = new();
        open.Push((body, 0, body, null, false));
        while (open.TryPop(out (INode Node, int Next, IElement Block, RegionMark? Region, bool Link) frame))
        {
            if (frame.Next == frame.Node.ChildNodes.Length)
            {
                linkDepth -= frame.Link ? 1 : 0;
                if (ReferenceEquals(frame.Node, frame.Block))
                {
                    Flush(frame.Block, frame.Region);
                }

                continue;
            }

            INode child = frame.Node.ChildNodes[frame.Next];
            open.Push(frame with { Next = frame.Next + 1 });
            switch (child)
            {
                case IText node:
                    int before = text.Length;
                    text.Append(node.Data);
                    letters += text.Length - before;
                    links += linkDepth > 0 ? text.Length - before : 0;
                    break;
                case IElement element when element.TagName is "BR" or "HR" or "TD" or "TH":
                    text.Break();
                    if (element.TagName is "HR")
                    {
                        Flush(frame.Block, frame.Region);
                    }
                    else if (element.TagName is "BR" && NextIsBreak(frame.Node, frame.Next + 1))
                    {
                        Flush(frame.Block, frame.Region); // Two line breaks are a paragraph on pages that know no paragraphs.
                    }
                    else if (element.TagName is not "BR")
                    {
                        Enter(element, frame.Block, frame.Region, ref tooDeep);
                    }

                    break;
                case IElement element when Skipped.Contains(element.TagName.ToUpperInvariant()) || PageRegions.IsHidden(element):
                    break;
                case IElement element when Inline.Contains(element.TagName):
                    Enter(element, frame.Block, frame.Region, ref tooDeep);
                    break;
                case IElement element:
                    Flush(frame.Block, frame.Region);
                    if (open.Count < maxDepth)
                    {
                        open.Push((element, 0, element, PageRegions.MarkOf(element, frame.Region), false));
                    }
                    else
                    {
                        tooDeep = true;
                        AppendFlat(element);
                        Flush(element, frame.Region);
                    }

                    break;
            }

            void Enter(IElement element, IElement block, RegionMark? region, ref bool tooDeep)
            {
                if (open.Count >= maxDepth)
                {
                    tooDeep = true;
                    AppendFlat(element);
                    return;
                }

                bool link = element.TagName == "A";
                linkDepth += link ? 1 : 0;
                open.Push((element, 0, block, region, link));
            }
        }

        return blocks;

        void AppendFlat(IElement element)
        {
            foreach (INode inner in Descendants(element))
            {
                if (inner is IText node)
                {
                    text.Append(node.Data);
                    text.Break();
                }
            }
        }

        void Flush(IElement element, RegionMark? region)
        {
            if (text.Length > 0)
            {
                (string words, var pieces) = text.Take();
                blocks.Add(new PageBlock(new RawBlock(words, pieces, HintOf(element)), element, letters == 0 ? 0 : (double)links / letters, region));
            }

            letters = links = 0;
        }
    }

    // Depth-first without recursion; a page may nest ten thousand deep.
    private static IEnumerable<INode> Descendants(INode root)
    {
        Stack<(INode Node, int Next)> open = new();
        open.Push((root, 0));
        while (open.TryPop(out (INode Node, int Next) frame))
        {
            if (frame.Next < frame.Node.ChildNodes.Length)
            {
                INode child = frame.Node.ChildNodes[frame.Next];
                open.Push((frame.Node, frame.Next + 1));
                yield return child;
                if (child is IElement element && !Skipped.Contains(element.TagName.ToUpperInvariant()))
                {
                    open.Push((child, 0));
                }
            }
        }
    }

    private static bool NextIsBreak(INode parent, int from)
    {
        for (int i = from; i < parent.ChildNodes.Length; i++)
        {
            if (parent.ChildNodes[i] is IText node && string.IsNullOrWhiteSpace(node.Data))
            {
                continue;
            }

            return parent.ChildNodes[i] is IElement { TagName: "BR" };
        }

        return false;
    }

    private static BlockHint HintOf(IElement element) => element.TagName switch
    {
        "H1" => BlockHint.Title,
        "H2" or "H3" or "H4" or "H5" or "H6" => BlockHint.Heading,
        "FIGCAPTION" or "CAPTION" => BlockHint.Caption,
        "BLOCKQUOTE" => BlockHint.Quotation,
        "P" or "LI" or "DD" or "PRE" => IsInQuotation(element) ? BlockHint.Quotation : BlockHint.Paragraph,
        _ => IsInQuotation(element) ? BlockHint.Quotation : BlockHint.None,
    };

    private static bool IsInQuotation(IElement element)
    {
        IElement? around = element;
        for (int step = 0; step < 4 && around is not null; step++, around = around.ParentElement)
        {
            if (around.LocalName == "blockquote")
            {
                return true;
            }
        }

        return false;
    }
}
