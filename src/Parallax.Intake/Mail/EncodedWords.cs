using System.Globalization;
using System.Text;

namespace Parallax.Intake.Mail;

/// <summary>Reads the encoded words of RFC 2047 in header fields: <c>=?utf-8?q?caf=C3=A9?=</c>. Words side by side in one encoding are read as one, since senders cut them inside a character.</summary>
internal static class EncodedWords
{
    /// <summary>A field with its encoded words read; what is none stays as it stands.</summary>
    public static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
        {
            return value;
        }

        StringBuilder decoded = new();
        List<byte> bytes = [];
        string charset = "";
        int at = 0;
        while (at < value.Length)
        {
            int start = value.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0 || !TryWord(value, start, out int end, out string wordCharset, out byte[] word))
            {
                int to = start < 0 ? value.Length : start + 2;
                Flush();
                decoded.Append(value, at, to - at);
                at = to;
                continue;
            }

            bool adjacent = bytes.Count > 0 && string.IsNullOrWhiteSpace(value[at..start]);
            if (!adjacent || charset != wordCharset)
            {
                Flush();
                if (!adjacent)
                {
                    decoded.Append(value, at, start - at);
                }
            }

            charset = wordCharset;
            bytes.AddRange(word);
            at = end;
        }

        Flush();
        return decoded.ToString();

        void Flush()
        {
            decoded.Append(Decoding.TextDecoder.InEncoding([.. bytes], charset));
            bytes.Clear();
        }
    }

    private static bool TryWord(string value, int start, out int end, out string charset, out byte[] word)
    {
        (end, charset, word) = (start, "", []);
        int first = value.IndexOf('?', start + 2);
        if (first < 0 || first + 2 >= value.Length || value[first + 2] != '?')
        {
            return false;
        }

        int close = value.IndexOf("?=", first + 3, StringComparison.Ordinal);
        if (close < 0)
        {
            return false;
        }

        charset = value[(start + 2)..first].Split('*')[0].ToLowerInvariant();
        string content = value[(first + 3)..close];
        end = close + 2;
        switch (value[first + 1])
        {
            case 'b' or 'B':
                word = TransferEncoding.Base64(Encoding.Latin1.GetBytes(content));
                return true;
            case 'q' or 'Q':
                List<byte> bytes = [];
                for (int i = 0; i < content.Length; i++)
                {
                    bool escape = content[i] == '=' && i + 2 < content.Length + 0 && byte.TryParse(content.AsSpan(i + 1, Math.Min(2, content.Length - i - 1)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
                    bytes.Add(escape ? byte.Parse(content.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : content[i] == '_' ? (byte)' ' : (byte)(content[i] & 0xFF));
                    i += escape ? 2 : 0;
                }

                word = [.. bytes];
                return true;
            default:
                return false;
        }
    }
}
