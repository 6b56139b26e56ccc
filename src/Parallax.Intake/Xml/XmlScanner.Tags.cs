using System.Collections.Immutable;
using Parallax.Intake.Mapping;

namespace Parallax.Intake.Xml;

// Tags: names, attributes, namespaces, values.
internal sealed partial class XmlScanner
{
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
}
