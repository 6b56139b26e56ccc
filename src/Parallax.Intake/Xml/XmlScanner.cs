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
internal sealed partial class XmlScanner(string source, XmlLimits limits, Uri? baseAddress = null)
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
