namespace Parallax.Intake.Decoding;

/// <summary>The encoding that an XML declaration names.</summary>
internal static class XmlDeclaration
{
    private const int Longest = 256;

    /// <summary>The encoding named in the declaration at the start of <paramref name="bytes"/>, or null.</summary>
    public static string? Encoding(ReadOnlySpan<byte> bytes)
    {
        string head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Longest)]).TrimStart();
        int end = head.StartsWith("<?xml", StringComparison.Ordinal) ? head.IndexOf("?>", StringComparison.Ordinal) : -1;
        int at = end < 0 ? -1 : head.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        int open = at < 0 ? -1 : head.AsSpan(at, end - at).IndexOfAny('"', '\'');
        if (open < 0)
        {
            return null;
        }

        int start = at + open + 1, close = head.IndexOf(head[start - 1], start);
        return close > start && close < end ? head[start..close] : null;
    }
}
