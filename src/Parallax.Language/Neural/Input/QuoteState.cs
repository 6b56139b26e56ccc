namespace Parallax.Language.Neural.Input;

/// <summary>Follows double quotation marks through the tokens of a paragraph.</summary>
internal struct QuoteState
{
    private const byte Outside = 0;
    private const byte Inside = 1;
    private const byte Opening = 2;
    private const byte Closing = 3;

    private bool _inside;

    /// <summary>A paragraph begins: outside.</summary>
    public void Begin() => _inside = false;

    /// <summary>The state of the next token: 0 outside, 1 inside, 2 an opening mark, 3 a closing mark.</summary>
    public byte Next(ReadOnlySpan<char> form)
    {
        switch (form)
        {
            case "\u201C" or "\u201E" or "\u201F" or "\u00AB":
                _inside = true;
                break;
            case "\u201D" or "\u00BB":
                _inside = false;
                break;
            default:
                if (!IsMark(form))
                {
                    return _inside ? Inside : Outside;
                }

                _inside = !_inside;
                break;
        }

        return _inside ? Opening : Closing;
    }

    /// <summary>Whether there is a mark among tokens of these states.</summary>
    public static bool HasMark(ReadOnlySpan<byte> states) => states.ContainsAny(Opening, Closing);

    // Whether the normalised form is a double quotation mark.
    private static bool IsMark(ReadOnlySpan<char> form)
    {
        if (form.Length is 0 or > 2)
        {
            return false;
        }

        Span<char> normal = stackalloc char[3];
        return FormText.Normalise(form, normal) == 1 && normal[0] == '"';
    }
}
