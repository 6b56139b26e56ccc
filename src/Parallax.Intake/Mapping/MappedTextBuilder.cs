using System.Text;
using Parallax.Core.Text;

namespace Parallax.Intake.Mapping;

/// <summary>Collects a value: stretches that stand as they are, and characters that were decoded.</summary>
internal sealed class MappedTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<TextMapPiece> _pieces = [];

    /// <summary>Number of characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>Appends a stretch of the text received as it stands.</summary>
    public void AppendLiteral(string source, int start, int end)
    {
        if (end <= start)
        {
            return;
        }

        TextMapPiece last = _pieces.Count > 0 ? _pieces[^1] : default;
        if (last.Length > 0 && last.Start + last.Length == _text.Length && last.ReceivedStart + last.Length == start)
        {
            _pieces[^1] = last with { Length = last.Length + end - start };
        }
        else
        {
            _pieces.Add(new TextMapPiece(_text.Length, start, end - start));
        }

        _text.Append(source, start, end - start);
    }

    /// <summary>Appends characters that stand in the text received in another form.</summary>
    public void AppendDecoded(string characters) => _text.Append(characters);

    /// <summary>Appends a value with its map.</summary>
    public void Append(MappedText value)
    {
        foreach (TextMapPiece piece in value.Pieces)
        {
            _pieces.Add(piece with { Start = piece.Start + _text.Length });
        }

        _text.Append(value.Text);
    }

    /// <summary>The value so far.</summary>
    public MappedText ToValue() => _text.Length == 0 ? MappedText.Empty : new MappedText(_text.ToString(), [.. _pieces]);
}
