using System.Collections.Immutable;
using Parallax.Intake.Mapping;

namespace Parallax.Intake.Xml;

/// <summary>What a <see cref="XmlScanner"/> stands at.</summary>
internal enum XmlNodeKind
{
    /// <summary>The start of an element.</summary>
    Start,

    /// <summary>The end of one; every start has its end, put in where the document lacks it.</summary>
    End,

    /// <summary>Characters.</summary>
    Text,

    /// <summary>Nothing is left.</summary>
    EndOfDocument,
}

/// <summary>What a document's type declaration asks for.</summary>
internal enum XmlDoctype
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It names a document type; nothing of it is read.</summary>
    Named,

    /// <summary>It declares entities or names a file or address to load: such documents are refused.</summary>
    Dangerous,
}

/// <summary>Bounds of an XML document.</summary>
/// <param name="Depth">Deeper elements are read as if they were not there; their words count to the last that is.</param>
/// <param name="Attributes">More attributes of one element are passed over.</param>
internal readonly record struct XmlLimits(int Depth, int Attributes);

/// <summary>Reads XML as it is found: well-formed documents as the standard has it, others as far as they can be understood, with the first fault kept.</summary>
/// <remarks>Linear. Never loads anything and expands no declared entity. Keeps where every character stood. Not thread-safe.</remarks>
internal sealed class XmlScanner(string source, XmlLimits limits, Uri? baseAddress = null)
{
    private const string XmlSpace = "http://www.w3.org/XML/1998/namespace";
    private const int MaxNamespaces = 256, MaxElements = 500_000;

    private readonly List<Frame> _open = [];
    private readonly List<(string Prefix, string Address)> _namespaces = [];
    private int _at, _implied, _passedOver, _kept;
    private bool _closing, _rootSeen;

    /// <summary>Where the current node starts.</summary>
    public int NodeStart { get; private set; }

    /// <summary>First character after the current node.</summary>
    public int NodeEnd => _at;

    /// <summary>The element that starts here, without children; valid at <see cref="XmlNodeKind.Start"/>.</summary>
    public XmlElement Element { get; private set; } = null!; // Read only after a start, which sets it.

    /// <summary>The characters; valid at <see cref="XmlNodeKind.Text"/>.</summary>
    public MappedText Text { get; private set; } = MappedText.Empty;

    /// <summary>Whether the end just read stands in the document; false where it was put in.</summary>
    public bool IsEndPresent { get; private set; }

    /// <summary>The first thing that is not well-formed, in words, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether some element lay deeper than the limit.</summary>
    public bool TooDeep { get; private set; }

    /// <summary>The document's type declaration.</summary>
    public XmlDoctype Doctype { get; private set; }

    /// <summary>Goes to the next node.</summary>
    public XmlNodeKind Read()
    {
        if (_closing || _implied > 0)
        {
            bool present = _closing && _implied == 0;
            _implied = Math.Max(0, _implied - 1);
            _closing &= !present;
            return Close(present);
        }

        while (_at < source.Length)
        {
            NodeStart = _at;
            if (source[_at] != '<')
            {
                if (ReadText())
                {
                    return XmlNodeKind.Text;
                }
            }
            else if (Starts("<!--"))
            {
                _at = After("-->", _at + 4);
            }
            else if (Starts("<![CDATA["))
            {
                if (ReadCharacterData())
                {
                    return XmlNodeKind.Text;
                }
            }
            else if (Starts("<?"))
            {
                _at = After("?>", _at + 2);
            }
            else if (Starts("<!"))
            {
                ReadDeclaration();
            }
            else if (Starts("</"))
            {
                if (ReadEndTag())
                {
                    return Read();
                }
            }
            else if (ReadStartTag() is { } kind)
            {
                return kind;
            }
        }

        NodeStart = source.Length;
        if (_open.Count > 0)
        {
            Note("the document ends inside an element");
            return Close(present: false);
        }

        return XmlNodeKind.EndOfDocument;
    }

    /// <summary>Reads all of the element whose start was just read.</summary>
    public XmlElement ReadElement()
    {
        XmlElement top = Element;
        Stack<(XmlElement Element, MappedTextBuilder Text)> open = new();
        open.Push((top, new MappedTextBuilder()));
        while (open.Count > 0)
        {
            switch (Read())
            {
                case XmlNodeKind.Start:
                    if (_kept++ < MaxElements)
                    {
                        open.Peek().Element.Children.Add(Element);
                    }
                    else
                    {
                        Note("more elements than the limit");
                    }

                    open.Push((Element, new MappedTextBuilder()));
                    break;
                case XmlNodeKind.Text:
                    open.Peek().Text.Append(Text);
                    break;
                case XmlNodeKind.End:
                    (XmlElement element, MappedTextBuilder text) = open.Pop();
                    element.Text = text.ToValue();
                    element.InnerEnd = Math.Max(element.InnerStart, NodeStart);
                    element.End = Math.Max(element.InnerEnd, IsEndPresent ? _at : NodeStart);
                    element.IsWhole = NodeStart < source.Length;
                    break;
                default:
                    return top;
            }
        }

        return top;
    }

    private XmlNodeKind Close(bool present)
    {
        Frame frame = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _namespaces.RemoveRange(frame.Namespaces, _namespaces.Count - frame.Namespaces);
        IsEndPresent = present;
        return XmlNodeKind.End;
    }

    private bool ReadText()
    {
        MappedTextBuilder text = new();
        int from = _at;
        while (_at < source.Length && source[_at] != '<')
        {
            char c = source[_at];
            if (c == '&')
            {
                text.AppendLiteral(source, from, _at);
                string? decoded = XmlReferences.Decode(source, _at, out int end);
                if (decoded is null)
                {
                    Note("an ampersand that starts no reference");
                    text.AppendLiteral(source, _at, end);
                }
                else
                {
                    text.AppendDecoded(decoded);
                }

                from = _at = end;
            }
            else if (c < ' ' && c is not ('\t' or '\n' or '\r'))
            {
                Note("a control character");
                text.AppendLiteral(source, from, _at);
                from = ++_at;
            }
            else
            {
                _at++;
            }
        }

        text.AppendLiteral(source, from, _at);
        if (_open.Count == 0)
        {
            if (_rootSeen == false && text.ToValue().Text.AsSpan().TrimStart('\uFEFF').Trim().Length > 0)
            {
                Note("words before the first element");
            }

            return false;
        }

        Text = text.ToValue();
        return Text.Text.Length > 0;
    }

    private bool ReadCharacterData()
    {
        int start = _at + "<![CDATA[".Length, end = source.IndexOf("]]>", start, StringComparison.Ordinal);
        MappedTextBuilder text = new();
        text.AppendLiteral(source, start, end < 0 ? source.Length : end);
        if (end < 0)
        {
            Note("a CDATA section without end");
        }

        _at = end < 0 ? source.Length : end + 3;
        Text = text.ToValue();
        return _open.Count > 0 && Text.Text.Length > 0;
    }

    // <!DOCTYPE …>: passed over without being followed; entities or an address in it make the document dangerous.
    private void ReadDeclaration()
    {
        int start = _at, depth = 0;
        char quote = '\0';
        for (_at += 2; _at < source.Length; _at++)
        {
            char c = source[_at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '[')
            {
                depth++;
            }
            else if (c == ']')
            {
                depth--;
            }
            else if (c == '>' && depth <= 0)
            {
                break;
            }
        }

        _at = Math.Min(source.Length, _at + 1);
        ReadOnlySpan<char> declaration = source.AsSpan(start, Math.Min(_at - start, 65_536));
        if (!declaration.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || _rootSeen)
        {
            return;
        }

        bool entities = declaration.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase);
        bool loads = !declaration.Contains("PUBLIC", StringComparison.Ordinal) && declaration.Contains("SYSTEM", StringComparison.Ordinal) && declaration.Contains("://", StringComparison.Ordinal);
        Doctype = entities || loads ? XmlDoctype.Dangerous : Doctype == XmlDoctype.Dangerous ? Doctype : XmlDoctype.Named;
    }

    // True where an element ends here; the ends of those left open inside it come first.
    private bool ReadEndTag()
    {
        int close = source.IndexOf('>', _at);
        int nameEnd = _at + 2;
        while (nameEnd < source.Length && IsNameCharacter(source[nameEnd]))
        {
            nameEnd++;
        }

        ReadOnlySpan<char> name = source.AsSpan(_at + 2, nameEnd - _at - 2);
        _at = close < 0 ? source.Length : close + 1;
        if (_passedOver > 0)
        {
            _passedOver--;
            return false;
        }

        for (int i = _open.Count - 1; i >= 0; i--)
        {
            if (name.SequenceEqual(_open[i].Tag))
            {
                _implied = _open.Count - 1 - i;
                if (_implied > 0)
                {
                    Note("an element that is not closed");
                }

                _closing = close >= 0;
                _implied += close < 0 ? 1 : 0;
                return true;
            }
        }

        Note("an end without a start");
        return false;
    }

    // A start, or the characters of a less-than sign that starts nothing; null where there is nothing to tell.
    private XmlNodeKind? ReadStartTag()
    {
        int start = _at, at = _at + 1;
        while (at < source.Length && IsNameCharacter(source[at]))
        {
            at++;
        }

        string tag = source[(start + 1)..at];
        if (tag.Length == 0 || !(char.IsLetter(tag[0]) || tag[0] == '_'))
        {
            Note("a bare less-than sign");
            Text = new MappedText("<", [new Core.Text.TextMapPiece(0, start, 1)]);
            _at = start + 1;
            return _open.Count > 0 ? XmlNodeKind.Text : null;
        }

        List<(string Name, string Value)> attributes = [];
        bool empty = ReadAttributes(ref at, attributes);
        if (at > source.Length)
        {
            Note("the document ends inside a tag");
            _at = source.Length;
            return null;
        }

        _at = at;
        _rootSeen = true;
        if (_open.Count >= limits.Depth)
        {
            TooDeep = true;
            _passedOver += empty ? 0 : 1;
            return null;
        }

        Open(tag, start, attributes);
        _closing = empty;
        return XmlNodeKind.Start;
    }

    private void Open(string tag, int start, List<(string Name, string Value)> attributes)
    {
        int before = _namespaces.Count;
        Uri? address = _open.Count > 0 ? _open[^1].Base : baseAddress;
        string? language = _open.Count > 0 ? _open[^1].Language : null;
        foreach ((string name, string value) in attributes)
        {
            if (name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                if (_namespaces.Count < MaxNamespaces)
                {
                    _namespaces.Add((name == "xmlns" ? "" : name[6..], value.Trim()));
                }
            }
            else if (name == "xml:base")
            {
                address = NamedAddress.Resolve(address, value) is { Scheme: "http" or "https" } web ? web : address;
            }
            else if (name == "xml:lang")
            {
                language = value.Trim() is { Length: > 0 } stated ? stated.Replace('_', '-') : null;
            }
        }

        ImmutableArray<XmlAttribute>.Builder resolved = ImmutableArray.CreateBuilder<XmlAttribute>();
        foreach ((string name, string value) in attributes)
        {
            if (name != "xmlns" && !name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                int colon = name.IndexOf(':', StringComparison.Ordinal);
                resolved.Add(colon < 0 ? new XmlAttribute("", name, value) : new XmlAttribute(Resolve(name[..colon]), name[(colon + 1)..], value));
            }
        }

        int mark = tag.IndexOf(':', StringComparison.Ordinal);
        string prefix = mark < 0 ? "" : tag[..mark];
        _open.Add(new Frame(tag, before, address, language));
        Element = new XmlElement
        {
            Prefix = prefix,
            Name = mark < 0 ? tag : tag[(mark + 1)..],
            Namespace = Resolve(prefix),
            Attributes = resolved.ToImmutable(),
            Base = address,
            Language = language,
            Start = start,
            InnerStart = _at,
        };
    }

    private string Resolve(string prefix)
    {
        if (prefix == "xml")
        {
            return XmlSpace;
        }

        for (int i = _namespaces.Count - 1; i >= 0; i--)
        {
            if (_namespaces[i].Prefix == prefix)
            {
                return _namespaces[i].Address;
            }
        }

        if (prefix.Length > 0)
        {
            Note($"the prefix “{(prefix.Length > 40 ? prefix[..40] : prefix)}” is not declared");
        }

        return "";
    }

    // True where the tag closes itself; at > source.Length where it never ends.
    private bool ReadAttributes(ref int at, List<(string Name, string Value)> attributes)
    {
        while (true)
        {
            while (at < source.Length && (char.IsWhiteSpace(source[at]) || source[at] is '"' or '\'' or '='))
            {
                at++;
            }

            if (at >= source.Length)
            {
                at = source.Length + 1;
                return false;
            }

            if (source[at] is '>' or '<')
            {
                at += source[at] == '>' ? 1 : 0;
                return false;
            }

            if (source[at] == '/')
            {
                at++;
                if (at < source.Length && source[at] == '>')
                {
                    at++;
                    return true;
                }

                continue;
            }

            int name = at;
            while (at < source.Length && !char.IsWhiteSpace(source[at]) && source[at] is not ('=' or '>' or '/' or '<'))
            {
                at++;
            }

            string attribute = source[name..at];
            while (at < source.Length && char.IsWhiteSpace(source[at]))
            {
                at++;
            }

            string value = at < source.Length && source[at] == '=' ? ReadValue(ref at) : NoValue();
            if (attributes.Count >= limits.Attributes)
            {
                Note("more attributes than the limit");
            }
            else if (attributes.Count < 64 && attributes.Exists(known => known.Name == attribute))
            {
                Note("an attribute that stands twice");
            }
            else
            {
                attributes.Add((attribute, value));
            }
        }
    }

    private string NoValue()
    {
        Note("an attribute without value");
        return "";
    }

    private string ReadValue(ref int at)
    {
        at++;
        while (at < source.Length && char.IsWhiteSpace(source[at]))
        {
            at++;
        }

        if (at >= source.Length)
        {
            return "";
        }

        int start = at, end;
        if (source[at] is '"' or '\'')
        {
            end = source.IndexOf(source[at], at + 1);
            start++;
            end = end < 0 ? source.Length : end;
            at = Math.Min(source.Length, end + 1);
        }
        else
        {
            Note("an attribute without quotation marks");
            while (at < source.Length && !char.IsWhiteSpace(source[at]) && source[at] != '>')
            {
                at++;
            }

            end = at;
        }

        return Decode(start, end);
    }

    private string Decode(int start, int end)
    {
        if (source.AsSpan(start, end - start).IndexOfAny("&\t\n\r") < 0)
        {
            return source[start..end];
        }

        System.Text.StringBuilder value = new();
        for (int i = start; i < end;)
        {
            if (source[i] == '&' && XmlReferences.Decode(source, i, out int after) is { } decoded && after <= end)
            {
                value.Append(decoded);
                i = after;
            }
            else
            {
                value.Append(source[i] is '\t' or '\n' or '\r' ? ' ' : source[i]);
                i++;
            }
        }

        return value.ToString();
    }

    private bool Starts(string mark) => string.CompareOrdinal(source, _at, mark, 0, mark.Length) == 0;

    private int After(string mark, int from)
    {
        int found = from <= source.Length ? source.IndexOf(mark, from, StringComparison.Ordinal) : -1;
        if (found < 0)
        {
            Note("a comment or instruction without end");
        }

        return found < 0 ? source.Length : found + mark.Length;
    }

    private void Note(string fault) => Fault ??= fault;

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is ':' or '_' or '-' or '.';

    private readonly record struct Frame(string Tag, int Namespaces, Uri? Base, string? Language);
}
