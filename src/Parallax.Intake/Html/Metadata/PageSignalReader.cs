using System.Text;
using AngleSharp.Dom;
using Parallax.Core.Reports;
using Parallax.Intake.Dates;

namespace Parallax.Intake.Html.Metadata;

/// <summary>Walks a page once, without recursion, and gathers everything that states a fact about it: its head, JSON-LD, microdata, RDFa, marked elements, dates beside the headline.</summary>
internal sealed class PageSignalReader
{
    private const int MostMarked = 24; // Facts of marked elements of one kind; lists of other articles have hundreds.
    private const int LongestMarked = 240, LongestDated = 160, MostText = 400, LongestScript = 2_000_000;

    private readonly PageSignals _signals = new();
    private readonly JsonLdReader _json = new();
    private readonly int[] _marked = new int[Enum.GetValues<FactKind>().Length];
    private readonly HashSet<IElement> _aroundHeadings = new(ReferenceEqualityComparer.Instance);
    private readonly bool _monthFirst;
    private int _at;

    private PageSignalReader(bool monthFirst) => _monthFirst = monthFirst;

    /// <summary>Reads a page.</summary>
    public static PageSignals Read(IDocument document)
    {
        string? language = document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang");
        PageSignalReader reader = new(MonthFirst(language)) { _signals = { Language = language } };
        if (document.DocumentElement is { } root)
        {
            reader.NoteHeadingParents(root);
            reader.Walk(root);
        }

        string? own = reader._signals.Facts.Where(static f => f.Kind == FactKind.Address).OrderByDescending(static f => f.Trust).FirstOrDefault()?.Value;
        string[] titles = [.. reader._signals.Facts.Where(static f => f.Kind == FactKind.Title).Select(static f => f.Value), .. reader._signals.Headings.Take(1).Select(static h => h.Text)];
        reader._json.Facts(reader._signals, value => value.Length > 0 && (value == own || titles.Contains(value, StringComparer.Ordinal) || (own is not null && value.StartsWith(own + "#", StringComparison.Ordinal))));
        return reader._signals;
    }

    /// <summary>Whether 3/4/2021 is in March for readers of a language: so in the United States and the Philippines; English of no stated country is taken for American.</summary>
    public static bool MonthFirst(string? language) =>
        language is null || (language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language.EndsWith("US", StringComparison.OrdinalIgnoreCase) || language.EndsWith("PH", StringComparison.OrdinalIgnoreCase)));

    // What holds the heading of the page is not beside the article, whatever it calls itself ("has-sidebar", a form around all).
    private void NoteHeadingParents(IElement root)
    {
        var headings = root.GetElementsByTagName("h1");
        foreach (IElement heading in headings.Length > 0 ? headings : root.GetElementsByTagName("article"))
        {
            for (IElement? around = heading.ParentElement; around is not null && _aroundHeadings.Add(around);)
            {
                around = around.ParentElement;
            }
        }
    }

    private void Walk(IElement root)
    {
        Stack<(INode Node, int Next, string? Scope, bool Aside)> open = new();
        open.Push((root, 0, null, false));
        while (open.TryPop(out (INode Node, int Next, string? Scope, bool Aside) frame))
        {
            INodeList children = frame.Node.ChildNodes;
            if (frame.Next >= children.Length)
            {
                continue;
            }

            INode child = children[frame.Next];
            open.Push(frame with { Next = frame.Next + 1 });
            if (child is IText text)
            {
                ReadText(text.Data, frame.Aside);
            }
            else if (child is IElement element && Enter(element, frame.Scope, frame.Aside, out string? scope))
            {
                open.Push((element, 0, scope, frame.Aside || (PageRegions.IsAside(element) && !_aroundHeadings.Contains(element))));
            }
        }
    }

    // Whether to go into the element.
    private bool Enter(IElement element, string? scope, bool aside, out string? inner)
    {
        inner = scope;
        switch (element.LocalName)
        {
            case "meta":
                ReadMeta(element, scope);
                return false;
            case "script":
                if (element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                {
                    _json.Read(element.TextContent);
                }
                else if (element.TextContent is { Length: < LongestScript } code)
                {
                    ReadScript(code);
                }

                return false;
            case "title" when element.ParentElement?.LocalName == "head":
                _signals.TitleElement ??= Collapsed(element, MostText * 4);
                return false;
            case "style" or "template" or "svg" or "math" or "iframe" or "select" or "textarea" or "object":
                return false;
            case "noscript" when element.ParentElement?.LocalName != "head":
                return false;
            case "h1":
                _signals.Headings.Add((Collapsed(element, MostText), _at));
                break;
            case "link":
                foreach ((FactKind kind, int trust) in FactTable.Of("rel", element.GetAttribute("rel") ?? ""))
                {
                    Add(kind, element.GetAttribute("href"), "link " + element.GetAttribute("rel"), trust, -1);
                }

                return false;
        }

        ReadItem(element, scope, aside, ref inner);
        if (!aside)
        {
            ReadMarked(element);
        }

        return true;
    }

    // "publishedAt":"2021-03-04T…" in the data of a page's script: a last resort.
    private void ReadScript(string code)
    {
        foreach ((string key, FactKind kind, int trust) in FactTable.ScriptKeys)
        {
            int at = code.IndexOf(key, StringComparison.Ordinal);
            for (int tries = 0; at >= 0 && tries < 8; tries++, at = code.IndexOf(key, at + key.Length, StringComparison.Ordinal))
            {
                ReadOnlySpan<char> rest = code.AsSpan(at + key.Length, Math.Min(60, code.Length - at - key.Length));
                int start = rest.TrimStart("\"'\\: =(").Length;
                rest = rest[^start..];
                int end = rest.IndexOfAny("\"'\\,");
                if (at > 0 && code[at - 1] is '"' or '\'' && end is >= 8 and < 40 && DateScanner.TryRead(rest[..end], _monthFirst, out _))
                {
                    Add(kind, rest[..end].ToString(), "script " + key, trust, -1);
                    break;
                }
            }
        }
    }

    private void ReadMeta(IElement element, string? scope)
    {
        string? content = element.GetAttribute("content");
        if (string.IsNullOrWhiteSpace(content))
        {
            return;
        }

        foreach (string attribute in (ReadOnlySpan<string>)["property", "name", "http-equiv"])
        {
            if (element.GetAttribute(attribute) is { Length: > 0 } name)
            {
                foreach ((FactKind kind, int trust) in FactTable.Of("meta", name))
                {
                    Add(kind, content, "meta " + name, trust, -1);
                }

                if (name.Equals("article:content_tier", StringComparison.OrdinalIgnoreCase) && content is "locked" or "metered")
                {
                    _signals.SaysPaid |= content == "locked";
                }
            }
        }

        if (element.GetAttribute("itemprop") is { Length: > 0 } item)
        {
            ReadProperty(item, content, scope, element.ParentElement?.LocalName == "head" ? -1 : _at);
        }
    }

    // Microdata and RDFa: a property with its value, or the beginning of a thing that has properties of its own.
    private void ReadItem(IElement element, string? scope, bool aside, ref string? inner)
    {
        string? item = element.GetAttribute("itemprop") ?? element.GetAttribute("property");
        bool begins = element.HasAttribute("itemscope") || element.HasAttribute("typeof");
        if (begins)
        {
            string type = element.GetAttribute("itemtype") ?? element.GetAttribute("typeof") ?? "";
            bool whole = item is null or "mainEntity" && !type.Contains("Comment", StringComparison.OrdinalIgnoreCase);
            inner = whole ? null : item ?? "comment";
            if (item is not null && !aside && (element.GetAttribute("content") ?? element.GetAttribute("datetime")) is null)
            {
                return; // Its name stands inside.
            }
        }

        if (item is not null && !aside)
        {
            string? value = element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.GetAttribute("title") ?? Collapsed(element, MostText);
            ReadProperty(item, value, scope, _at);
        }
    }

    private void ReadProperty(string item, string? value, string? scope, int at)
    {
        foreach (Range range in item.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> name = item.AsSpan()[range];
            name = name.StartsWith("schema:", StringComparison.OrdinalIgnoreCase) ? name[7..] : name;
            bool named = scope is not null && name is "name";
            if (scope is not null && !named)
            {
                continue; // A date or author of a comment, of a picture.
            }

            foreach ((FactKind kind, int trust) in FactTable.Of("item", named ? scope : name))
            {
                Add(kind, value, "property " + (named ? scope + " name" : item), trust, at);
            }
        }
    }

    // Elements whose class, id or rel says what they hold; time elements.
    private void ReadMarked(IElement element)
    {
        if (element.LocalName == "time")
        {
            string? value = element.GetAttribute("datetime") ?? Collapsed(element, LongestDated);
            bool published = element.HasAttribute("pubdate");
            bool changed = element.ClassName is { } name && (name.Contains("updat", StringComparison.OrdinalIgnoreCase) || name.Contains("modif", StringComparison.OrdinalIgnoreCase));
            Add(changed ? FactKind.Modified : FactKind.Published, value, "time element", changed ? 56 : published ? 76 : 57, _at);
        }

        if (element.LocalName == "a" && element.GetAttribute("rel") is { } rel)
        {
            foreach ((FactKind kind, int trust) in FactTable.Of("rel", rel))
            {
                AddMarked(kind, element, "link " + rel, trust);
            }
        }

        string? classes = element.ClassName, id = element.Id;
        if (element.LocalName is not ("body" or "html" or "article" or "main" or "h1") && (classes ?? id) is not null)
        {
            foreach ((FactKind kind, int trust) in FactTable.OfClass(classes ?? ""))
            {
                AddMarked(kind, element, "class " + classes, trust);
            }

            foreach ((FactKind kind, int trust) in FactTable.OfClass(id ?? ""))
            {
                AddMarked(kind, element, "id " + id, trust);
            }
        }
    }

    private void AddMarked(FactKind kind, IElement element, string origin, int trust)
    {
        if (_marked[(int)kind]++ >= MostMarked)
        {
            return;
        }

        string value = kind is FactKind.Published or FactKind.Modified && element.GetAttribute("title") is { Length: > 0 } title ? title : Collapsed(element, LongestMarked);
        if (value.Length is > 0 and < LongestMarked && kind is FactKind.Published or FactKind.Modified)
        {
            if (DateScanner.TryFind(value, _monthFirst, out _, out int start, out int end))
            {
                Add(DateLabels.KindOf(value.AsSpan(0, start), kind), value[start..end], origin, trust, _at);
            }
        }
        else if (value.Length is > 0 and < LongestMarked)
        {
            Add(kind, value, origin, trust, _at);
        }
    }

    private void ReadText(string text, bool aside)
    {
        ReadOnlySpan<char> words = text.AsSpan().Trim();
        if (words.Length == 0)
        {
            return;
        }

        _at += words.Length;
        if (!aside && words.Length <= LongestDated && words.IndexOfAnyInRange('0', '9') >= 0 && _marked[^1] < MostMarked * 4 && DateScanner.TryFind(words, _monthFirst, out _, out int start, out int end))
        {
            _marked[^1]++;
            FactKind kind = DateLabels.KindOf(words[..start], FactKind.Published);
            bool alone = end - start >= words.Length * 2 / 3 || start <= 24;
            Add(kind, words[start..end].ToString(), "text", DateLabels.Says(words[..start]) ? 52 : alone ? 42 : 25, _at);
        }
    }

    private void Add(FactKind kind, string? value, string origin, int trust, int at)
    {
        string trimmed = value?.Trim() ?? "";
        if (trimmed.Length > 0)
        {
            _signals.Facts.Add(new RawFact(kind, trimmed.Length > 2000 ? trimmed[..2000] : trimmed, origin, trust, at));
        }
    }

    // The words of an element, white space collapsed, at most a little more than asked for; without recursion.
    private static string Collapsed(IElement element, int most)
    {
        StringBuilder words = new();
        Stack<(INode Node, int Next)> open = new();
        open.Push((element, 0));
        bool space = false;
        while (words.Length <= most && open.TryPop(out (INode Node, int Next) frame))
        {
            if (frame.Next >= frame.Node.ChildNodes.Length)
            {
                space = true;
                continue;
            }

            INode child = frame.Node.ChildNodes[frame.Next];
            open.Push((frame.Node, frame.Next + 1));
            if (child is IElement inner)
            {
                if (inner.LocalName is not ("script" or "style" or "svg" or "template" or "noscript"))
                {
                    space |= inner.LocalName is not ("b" or "i" or "em" or "strong" or "span" or "a" or "sup" or "mark" or "font" or "wbr");
                    open.Push((inner, 0));
                }
            }
            else if (child is IText text)
            {
                foreach (char c in text.Data.AsSpan(0, Math.Min(text.Data.Length, most * 4)))
                {
                    if (char.IsWhiteSpace(c))
                    {
                        space = true;
                        continue;
                    }

                    if (space && words.Length > 0)
                    {
                        words.Append(' ');
                    }

                    space = false;
                    words.Append(c);
                }
            }
        }

        return words.ToString();
    }
}
