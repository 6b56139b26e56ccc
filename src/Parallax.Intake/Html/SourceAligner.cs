using System.Collections.Immutable;
using System.Net;
using System.Text;
using Parallax.Core.Text;

namespace Parallax.Intake.Html;

/// <summary>Finds where the text nodes of a parsed page stand in its source, so that every word of an article leads back to the bytes received.</summary>
/// <remarks>
/// The source is read once into the characters that are text (outside tags, comments, scripts and styles; character references decoded), white space left out,
/// each with its position. Text nodes come in document order, which is source order but for misplaced table content, so each is found a little after the last.
/// What is not found has no place and is kept without one. Linear.
/// </remarks>
internal sealed class SourceAligner
{
    private const int SearchWindow = 20_000, ShortNode = 12;

    private readonly string _source;
    private readonly string _compact;
    private readonly int[] _positions; // Of each character of _compact: where it, or the reference it was decoded from, starts in the source.
    private int _at;

    /// <summary>Reads a page's source.</summary>
    public SourceAligner(string source)
    {
        _source = source;
        StringBuilder compact = new(source.Length / 2);
        List<int> positions = new(source.Length / 2);
        int i = 0;
        while (i < source.Length)
        {
            if (source[i] == '<' && TrySkipMarkup(source, ref i))
            {
                continue;
            }

            i = source[i] == '&' ? AppendReference(source, i, compact, positions) : AppendCharacter(source, i, compact, positions);
        }

        _compact = compact.ToString();
        _positions = [.. positions];
    }

    /// <summary>The positions of the non-white characters of a text node, or an empty array where it was not found.</summary>
    public int[] Find(string data)
    {
        string wanted = string.Concat(data.Where(static c => !char.IsWhiteSpace(c)));
        if (wanted.Length == 0)
        {
            return [];
        }

        int window = Math.Min(_compact.Length - _at, wanted.Length < ShortNode ? wanted.Length + 200 : wanted.Length + SearchWindow);
        int found = _compact.IndexOf(wanted, _at, window, StringComparison.Ordinal);
        if (found < 0)
        {
            return [];
        }

        _at = found + wanted.Length;
        return _positions[found.._at];
    }

    /// <summary>Whether exactly one space of the source stands between two positions.</summary>
    public bool IsOneSpaceBetween(int first, int second) => second == first + 2 && _source[first + 1] == ' ';

    /// <summary>Whether the source holds <paramref name="character"/> itself at a position, not a reference to it.</summary>
    public bool IsLiteral(int position, char character) => _source[position] == character;

    private static bool TrySkipMarkup(string source, ref int i)
    {
        if (i + 1 >= source.Length)
        {
            return false;
        }

        if (source.AsSpan(i).StartsWith("<!--", StringComparison.Ordinal))
        {
            i = After(source, "-->", i + 4);
            return true;
        }

        char next = source[i + 1];
        if (!char.IsAsciiLetter(next) && next is not ('/' or '!' or '?'))
        {
            return false;
        }

        foreach (string raw in (ReadOnlySpan<string>)["script", "style", "noscript", "template", "iframe"])
        {
            if (source.AsSpan(i + 1).StartsWith(raw, StringComparison.OrdinalIgnoreCase) && i + 1 + raw.Length < source.Length && !char.IsAsciiLetterOrDigit(source[i + 1 + raw.Length]))
            {
                int close = source.IndexOf("</" + raw, i, StringComparison.OrdinalIgnoreCase);
                i = close < 0 ? source.Length : After(source, ">", close);
                return true;
            }
        }

        i = AfterTag(source, i + 1);
        return true;
    }

    private static int AfterTag(string source, int i)
    {
        char quote = '\0';
        for (; i < source.Length; i++)
        {
            char c = source[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && source[i - 1] is '=' or ' ')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return source.Length;
    }

    private static int After(string source, string mark, int from)
    {
        int at = from < source.Length ? source.IndexOf(mark, from, StringComparison.Ordinal) : -1;
        return at < 0 ? source.Length : at + mark.Length;
    }

    private static int AppendCharacter(string source, int i, StringBuilder compact, List<int> positions)
    {
        if (!char.IsWhiteSpace(source[i]))
        {
            compact.Append(source[i]);
            positions.Add(i);
        }

        return i + 1;
    }

    private static int AppendReference(string source, int i, StringBuilder compact, List<int> positions)
    {
        int end = source.IndexOf(';', i, Math.Min(12, source.Length - i));
        string decoded = end < 0 ? "&" : WebUtility.HtmlDecode(source[i..(end + 1)]);
        if (end < 0 || decoded.Length > 2)
        {
            return AppendCharacter(source, i, compact, positions);
        }

        foreach (char c in decoded.Where(static c => !char.IsWhiteSpace(c)))
        {
            compact.Append(c);
            positions.Add(i);
        }

        return end + 1;
    }
}

/// <summary>Builds the text of a block from text nodes: white space collapsed, each stretch with its place in the source.</summary>
internal sealed class BlockTextBuilder(SourceAligner aligner)
{
    private readonly StringBuilder _text = new();
    private readonly List<TextMapPiece> _pieces = [];
    private bool _space;

    /// <summary>Number of characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>Appends a text node.</summary>
    public void Append(string data)
    {
        int[] positions = aligner.Find(data);
        int k = 0;
        foreach (char c in data)
        {
            if (char.IsWhiteSpace(c))
            {
                _space = _text.Length > 0;
                continue;
            }

            int position = k < positions.Length ? positions[k] : -1;
            k++;
            AppendCharacter(c, position);
        }
    }

    /// <summary>Makes sure that what follows is a new word (a line break, a cell).</summary>
    public void Break() => _space = _text.Length > 0;

    /// <summary>The text and its pieces; the builder is empty afterwards.</summary>
    public (string Text, ImmutableArray<TextMapPiece> Pieces) Take()
    {
        (string, ImmutableArray<TextMapPiece>) taken = (_text.ToString(), [.. _pieces]);
        _text.Clear();
        _pieces.Clear();
        _space = false;
        return taken;
    }

    private void AppendCharacter(char c, int position)
    {
        bool literal = position >= 0 && aligner.IsLiteral(position, c);
        TextMapPiece last = _pieces.Count > 0 ? _pieces[^1] : default;
        int lastPosition = last.ReceivedStart + last.Length - 1;
        if (_space)
        {
            _text.Append(' ');
            _space = false;
            if (literal && last.Length > 0 && last.Start + last.Length == _text.Length - 1 && aligner.IsOneSpaceBetween(lastPosition, position))
            {
                _pieces[^1] = last with { Length = last.Length + 1 };
                last = _pieces[^1];
                lastPosition++;
            }
        }

        if (literal)
        {
            if (last.Length > 0 && last.Start + last.Length == _text.Length && position == lastPosition + 1)
            {
                _pieces[^1] = last with { Length = last.Length + 1 };
            }
            else
            {
                _pieces.Add(new TextMapPiece(_text.Length, position, 1));
            }
        }

        _text.Append(c);
    }
}
