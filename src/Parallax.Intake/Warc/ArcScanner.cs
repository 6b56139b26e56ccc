using System.Globalization;
using System.Text;
using Parallax.Intake.Containers;

namespace Parallax.Intake.Warc;

/// <summary>Reads ARC files, the older form of web archives, and gives each capture as a WARC record.</summary>
internal static class ArcScanner
{
    private const int MaxLine = 16 * 1024;

    /// <summary>The captures, each as a WARC <c>response</c> with the header that its line amounts to; those longer than <paramref name="limit"/> are passed over.</summary>
    public static IEnumerable<(int Number, byte[] Record)> Read(Stream stream, long limit, Action<string> problem)
    {
        int number = 0;
        while (ReadLine(stream) is { } line)
        {
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 5)
            {
                continue; // An empty line between captures, or rubbish: the next line that is a header goes on.
            }

            if (!long.TryParse(fields[^1], NumberStyles.None, CultureInfo.InvariantCulture, out long length))
            {
                problem("a capture states no length");
                continue;
            }

            byte[] block = Containers.BoundedRead.ToArray(new Part(stream, length), limit, out bool more);
            if (more)
            {
                problem("a capture is longer than the limit");
                Drain(new Part(stream, length - block.Length));
                continue;
            }

            number++;
            if (fields[0].StartsWith("filedesc:", StringComparison.Ordinal))
            {
                continue;
            }

            // An address may hold spaces: what stands before the last four fields is the address.
            string target = string.Join("%20", fields[..^4]);
            string date = DateTime.TryParseExact(fields[^3][..Math.Min(14, fields[^3].Length)], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time) ? time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) : "";
            byte[] header = Encoding.UTF8.GetBytes(FormattableString.Invariant($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {target}\r\nWARC-Date: {date}\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n"));
            yield return (number, [.. header, .. block, .. "\r\n\r\n"u8]);
        }
    }

    private static string? ReadLine(Stream stream)
    {
        List<byte> line = [];
        int read;
        while ((read = stream.ReadByte()) >= 0 && read != '\n')
        {
            if (line.Count < MaxLine)
            {
                line.Add((byte)read);
            }
        }

        return read < 0 && line.Count == 0 ? null : Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }

    private static void Drain(Stream part)
    {
        byte[] buffer = new byte[64 * 1024];
        while (part.Read(buffer) > 0)
        {
        }
    }

    // The next so many bytes of a stream.
    private sealed class Part(Stream inner, long length) : ForwardStream
    {
        private long _left = length;

        protected override int Next(Span<byte> buffer)
        {
            int count = inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= count;
            return count;
        }
    }
}
