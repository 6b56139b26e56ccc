namespace Parallax.Export.Terminal;

/// <summary>Words of a report as text for a terminal: one line, no escape sequence, nothing that turns the direction of what follows.</summary>
internal static class TerminalText
{
    private const char ControlPictures = '\u2400';

    /// <summary>Line breaks and tabs become spaces; other control characters become their pictures (ESC is ␛); controls of direction become U+FFFD.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.Any(IsUnwanted))
        {
            return text;
        }

        return string.Create(text.Length, text, static (target, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                char unit = source[i];
                target[i] = unit switch
                {
                    '\n' or '\r' or '\t' or '\u2028' or '\u2029' => ' ',
                    < ' ' => (char)(ControlPictures + unit),
                    _ when IsUnwanted(unit) => '\uFFFD',
                    _ => unit,
                };
            }
        });
    }

    private static bool IsUnwanted(char unit) => char.IsControl(unit) || unit is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or '\u200E' or '\u200F' or '\u061C';
}
