using System.Globalization;
using System.Text;

namespace Parallax.Intake.Mail;

/// <summary>Undoes the transfer encodings of mail.</summary>
internal static class TransferEncoding
{
    /// <summary>The bytes of a body in an encoding; as they stand where the encoding is none or not known.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => body.ToArray(),
    };

    /// <summary>Base64, whatever stands between its characters passed over, an end that is cut off read as far as it goes.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> body)
    {
        List<byte> bytes = new(body.Length * 3 / 4);
        int bits = 0, value = 0;
        foreach (byte c in body)
        {
            int digit = c switch
            {
                >= (byte)'A' and <= (byte)'Z' => c - 'A',
                >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (digit < 0)
            {
                continue;
            }

            value = ((value << 6) | digit) & 0xFFFFFF;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)((value >> bits) & 0xFF));
            }
        }

        return [.. bytes];
    }

    /// <summary>Quoted-printable; an equals sign that starts no escape stays.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        List<byte> bytes = new(body.Length);
        for (int i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes.Add(body[i]);
                continue;
            }

            int end = i + 1;
            while (end < body.Length && body[end] is (byte)' ' or (byte)'\t' or (byte)'\r')
            {
                end++;
            }

            if (end < body.Length && body[end] == '\n')
            {
                i = end; // A soft line break.
            }
            else if (i + 2 < body.Length && byte.TryParse(Encoding.Latin1.GetString(body.Slice(i + 1, 2)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte escaped))
            {
                bytes.Add(escaped);
                i += 2;
            }
            else if (i + 1 < body.Length)
            {
                bytes.Add(body[i]);
            }
        }

        return [.. bytes];
    }
}
