using System.Text;

namespace Parallax.Export.Tables;

/// <summary>Rows of comma-separated values as RFC 4180 has them, safe to open in a spreadsheet program.</summary>
/// <remarks>Documented rule: a field of text that begins with <c>= + - @</c>, a tab, a carriage return or an apostrophe is written with an apostrophe before it, which spreadsheet programs
/// take as "this is text". A strict reader gets the text back by taking off one leading apostrophe. Numbers written by the program are not touched.</remarks>
internal static class CsvText
{
    /// <summary>Appends one row of fields and CR LF.</summary>
    public static void Row(StringBuilder target, params ReadOnlySpan<Field> fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                target.Append(',');
            }

            Append(target, fields[i]);
        }

        target.Append("\r\n");
    }

    /// <summary>The text back from a field that a strict reader has read.</summary>
    public static string Unguard(string field) => field.StartsWith('\'') ? field[1..] : field;

    private static void Append(StringBuilder target, Field field)
    {
        string text = field.IsNumber ? field.Text : Guard(field.Text);
        if (!text.AsSpan().ContainsAny(",\"\r\n"))
        {
            target.Append(text);
            return;
        }

        target.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private static string Guard(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' ? "'" + text : text;

    /// <summary>One field: text from anywhere, or a number that the program wrote.</summary>
    public readonly record struct Field(string Text, bool IsNumber)
    {
        public static implicit operator Field(string? text) => new(text ?? "", false);

        public static implicit operator Field(int number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), true);

        public static implicit operator Field(double? number) =>
            new(number is { } value && double.IsFinite(value) ? value.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "", true);
    }
}
