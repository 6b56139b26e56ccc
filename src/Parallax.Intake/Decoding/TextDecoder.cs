using System.Text;

namespace Parallax.Intake.Decoding;

/// <summary>What bytes became as text.</summary>
/// <param name="Text">The text; invalid sequences became U+FFFD.</param>
/// <param name="Encoding">Name of the encoding it was read in.</param>
/// <param name="Replaced">Number of U+FFFD put in.</param>
/// <param name="BinaryReason">Why the bytes are no text at all, or null.</param>
internal sealed record DecodedText(string Text, string Encoding, int Replaced, string? BinaryReason);

/// <summary>Turns bytes into text: byte order marks first, then valid UTF-8, then UTF-16 by its zero bytes, then the declared encoding, then the one whose text is of one script, then Windows-1252.</summary>
internal static class TextDecoder
{
    private const int Utf8 = 65001, Ascii = 20127, Latin1 = 28591;

    private static readonly (byte[] Magic, string What)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF document"), ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive"), ("\u001F\u008B"u8.ToArray(), "compressed"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"), ("GIF8"u8.ToArray(), "a GIF picture"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), ("MZ"u8.ToArray(), "a program"), ([0x1F, 0x8B], "compressed"), ("SQLite format 3"u8.ToArray(), "a database"), ([0x28, 0xB5, 0x2F, 0xFD], "compressed"),
    ];

    /// <summary>Decodes <paramref name="bytes"/>.</summary>
    /// <param name="bytes">The input.</param>
    /// <param name="declared">Labels of encodings that carrier and format declare, the most binding first; null where one says nothing. The first that can be counts.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, params ReadOnlySpan<string?> declared)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Lossy(bytes[3..], Encoding.UTF8, "UTF-8");
        }

        if (Utf32(bytes) is { } utf32)
        {
            return Lossy(bytes, utf32, "UTF-32");
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Lossy(bytes[2..], Encoding.Unicode, "UTF-16");
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Lossy(bytes[2..], Encoding.BigEndianUnicode, "UTF-16 (big-endian)");
        }

        foreach ((byte[] magic, string what) in Signatures)
        {
            if (bytes.StartsWith(magic) && LooksBinary(bytes))
            {
                return new DecodedText("", "none", 0, $"it is {what}");
            }
        }

        if (LooksUtf16(bytes) is { } utf16)
        {
            return Lossy(bytes, utf16, "UTF-16");
        }

        if (LooksBinary(bytes))
        {
            return new DecodedText("", "none", 0, "it holds control bytes that no text has");
        }

        // Encodings of seven bits switch by escapes, so that their bytes are valid UTF-8 whatever they say.
        Encoding? named = FirstKnown(declared);
        if (bytes.Contains((byte)0x1B) && named is { } switching && switching.WebName.StartsWith("iso-2022", StringComparison.Ordinal))
        {
            return Lossy(bytes, switching, switching.WebName);
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return new DecodedText(Encoding.UTF8.GetString(bytes), "UTF-8", 0, null);
        }

        if (MostlyUtf8(bytes))
        {
            return Lossy(bytes, Encoding.UTF8, "UTF-8");
        }

        return (named ?? EncodingDetector.Detect(bytes)) is { } encoding
            ? Lossy(bytes, encoding, encoding.WebName)
            : new DecodedText(Windows1252.GetString(bytes), "Windows-1252", 0, null);
    }

    /// <summary>Bytes in an encoding that is declared for certain, as a header's words are; as UTF-8 where they are valid in it and the encoding is not known, else as Windows-1252.</summary>
    public static string InEncoding(byte[] bytes, string? declared) =>
        (DeclaredEncoding(declared) ?? (System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : Windows1252)).GetString(bytes);

    private static Encoding? FirstKnown(ReadOnlySpan<string?> declared)
    {
        foreach (string? label in declared)
        {
            if (DeclaredEncoding(label) is { } encoding)
            {
                return encoding;
            }
        }

        return null;
    }

    private static Encoding? DeclaredEncoding(string? declared)
    {
        if (declared is null)
        {
            return null;
        }

        try
        {
            if (declared.Trim().ToLowerInvariant() is "gb2312" or "gbk" or "gb_2312-80")
            {
                return CodePagesEncodingProvider.Instance.GetEncoding("gb18030"); // Holds the older ones, and is what writers used.
            }

            if (declared.Trim().Equals("x-user-defined", StringComparison.OrdinalIgnoreCase))
            {
                return Windows1252; // As browsers take it in a page.
            }

            if (declared.Trim().Replace("-", "", StringComparison.Ordinal).Equals("utf7", StringComparison.OrdinalIgnoreCase))
            {
                return null; // Never used: it hides markup in letters.
            }

            Encoding encoding = EncodingDetector.Named(declared.Trim()) ?? Encoding.GetEncoding(declared.Trim());
            return encoding.CodePage is Utf8 || IsWide(encoding) ? null : encoding.CodePage is Ascii or Latin1 ? Windows1252 : encoding; // As browsers take them.
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null; // An encoding that nobody knows is as good as none.
        }
    }

    // Two or four bytes a character would have shown by their zero bytes.
    private static bool IsWide(Encoding encoding) => encoding.GetByteCount("a") > 1;

    private static UTF32Encoding? Utf32(ReadOnlySpan<byte> bytes)
    {
        bool big = bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF]) || bytes.StartsWith<byte>([0, 0, 0, (byte)'<']);
        bool little = bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]) || bytes.StartsWith<byte>([(byte)'<', 0, 0, 0]);
        return big || little ? new UTF32Encoding(bigEndian: big, byteOrderMark: false) : null;
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // Always there: the provider is part of the framework.

    private static DecodedText Lossy(ReadOnlySpan<byte> bytes, Encoding encoding, string name)
    {
        string text = encoding.GetString(bytes).TrimStart('\uFEFF');
        return new DecodedText(text, name, text.AsSpan().Count('\uFFFD'), null);
    }

    // A text has few control bytes other than white space; a zero byte belongs to UTF-16, looked at before.
    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 65_536)];
        int controls = 0;
        foreach (byte b in head)
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) or 0x7F)
            {
                controls++;
            }
        }

        return controls > 0 && controls * 20L > head.Length;
    }

    private static Encoding? LooksUtf16(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int evenZeros = 0, oddZeros = 0;
        for (int i = 0; i + 1 < head.Length; i += 2)
        {
            evenZeros += head[i] == 0 ? 1 : 0;
            oddZeros += head[i + 1] == 0 ? 1 : 0;
        }

        int pairs = head.Length / 2;
        return pairs < 4 ? null
            : oddZeros > pairs * 7 / 10 && evenZeros < pairs / 20 ? Encoding.Unicode
            : evenZeros > pairs * 7 / 10 && oddZeros < pairs / 20 ? Encoding.BigEndianUnicode
            : null;
    }

    // Valid multi-byte sequences outnumber broken ones: a UTF-8 text that was damaged, not another encoding.
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int consumed);
            if (status != System.Buffers.OperationStatus.Done)
            {
                bad++;
            }
            else if (!rune.IsAscii)
            {
                good++;
            }

            bytes = bytes[Math.Max(1, consumed)..];
        }

        return good >= bad;
    }
}
