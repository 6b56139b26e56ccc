using System.Globalization;
using System.IO.Compression;
using System.Text;
using Parallax.Intake.Containers;

namespace Parallax.Intake.Warc;

/// <summary>What a captured HTTP answer held, its transfer and content encodings undone.</summary>
/// <param name="Status">Status code; 200 where the block is no HTTP answer.</param>
/// <param name="MediaType">Declared type, lower case, or null.</param>
/// <param name="Charset">Declared charset, or null.</param>
/// <param name="Body">The body.</param>
/// <param name="Fault">Why the body is not whole, or null.</param>
internal sealed record HttpPayload(int Status, string? MediaType, string? Charset, byte[] Body, string? Fault)
{
    private const int MaxHead = 64 * 1024;

    /// <summary>Reads an answer: status line, fields, empty line, body.</summary>
    public static HttpPayload Read(ReadOnlySpan<byte> block, IntakeOptions options)
    {
        if (!block.StartsWith("HTTP/"u8))
        {
            return new HttpPayload(200, null, null, block.ToArray(), null);
        }

        ReadOnlySpan<byte> start = block[..Math.Min(block.Length, MaxHead)];
        int strict = start.IndexOf("\r\n\r\n"u8), loose = start.IndexOf("\n\n"u8);
        int end = strict >= 0 && (loose < 0 || strict < loose) ? strict + 4 : loose >= 0 ? loose + 2 : block.Length;
        string[] lines = Encoding.Latin1.GetString(block[..end]).Split('\n');
        string[] status = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        byte[] body = block[end..].ToArray();
        string? fault = null;
        if (Field(lines, "Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            body = Unchunk(body);
        }

        foreach (string encoding in (Field(lines, "Content-Encoding") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Reverse().Take(options.MaxArchiveDepth))
        {
            body = Unpack(body, encoding, options, ref fault);
        }

        string? type = Field(lines, "Content-Type");
        return new HttpPayload(
            status.Length > 1 && int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : 200,
            type?.Split(';')[0].Trim().ToLowerInvariant(),
            CharsetOf(type),
            body,
            fault);
    }

    /// <summary>The charset parameter of a content type, or null.</summary>
    public static string? CharsetOf(string? type)
    {
        int at = type?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : type![(at + "charset=".Length)..].Split(';')[0].Trim(' ', '"', '\'') is { Length: > 0 } charset ? charset : null; // Found in it.
    }

    private static string? Field(string[] lines, string name) =>
        lines.Skip(1).FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    // Some writers keep the header and have undone the chunks: what does not begin with a length in hexadecimal digits is left alone.
    private static byte[] Unchunk(byte[] body)
    {
        using MemoryStream whole = new();
        int at = 0;
        while (at < body.Length)
        {
            int end = body.AsSpan(at, Math.Min(body.Length - at, 64)).IndexOf((byte)'\n');
            string size = end < 0 ? "" : Encoding.Latin1.GetString(body, at, end).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0)
            {
                return whole.Length == 0 ? body : whole.ToArray();
            }

            at += end + 1;
            int count = Math.Min(length, body.Length - at);
            whole.Write(body, at, count);
            if (length == 0)
            {
                break;
            }

            at = Math.Min(body.Length, at + count);
            while (at < body.Length && body[at] is (byte)'\r' or (byte)'\n')
            {
                at++;
            }
        }

        return whole.ToArray();
    }

    private static byte[] Unpack(byte[] body, string encoding, IntakeOptions options, ref string? fault)
    {
        if (encoding.Equals("identity", StringComparison.OrdinalIgnoreCase) || (encoding.EndsWith("gzip", StringComparison.OrdinalIgnoreCase) && !body.AsSpan().StartsWith<byte>([0x1F, 0x8B])))
        {
            return body; // Undone already by whoever wrote the archive.
        }

        using MemoryStream packed = new(body);
        Stream? unpacked = encoding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" => body.Length > 1 && (body[0] & 0x0F) == 8 && ((body[0] << 8) | body[1]) % 31 == 0 ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (unpacked is null)
        {
            fault ??= $"its encoding “{encoding}” is not known";
            return body;
        }

        using UnpackingStream bounded = new(unpacked, () => packed.Position, options);
        try
        {
            byte[] bytes = BoundedRead.ToArray(bounded, options.MaxBytes, out bool more);
            fault ??= bounded.IsBomb ? "it unpacks to more than it may" : more ? "it is longer than the limit" : null;
            return bounded.IsBomb || more ? [] : bytes;
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            fault ??= "its compressed body is damaged";
            return [];
        }
    }
}
