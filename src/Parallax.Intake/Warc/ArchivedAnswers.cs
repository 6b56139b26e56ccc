using System.IO.Compression;
using System.Text;

namespace Parallax.Intake.Warc;

/// <summary>What an archive holds of an address: enough to ask its server whether it changed, and the answer itself where it is kept as a list of addresses.</summary>
/// <param name="EntityTag">Value of <c>ETag</c>, or null.</param>
/// <param name="LastModified">Value of <c>Last-Modified</c>, or null.</param>
/// <param name="List">The whole answer, where it was recorded as <c>metadata</c>: a feed or another list; else null.</param>
public sealed record ArchivedAnswer(string? EntityTag, string? LastModified, ReadOnlyMemory<byte>? List);

/// <summary>Reads which addresses an archive has an answer of.</summary>
public static class ArchivedAnswers
{
    private const int LongestHead = 64 * 1024;

    /// <summary>The last answer of each address.</summary>
    /// <param name="archive">A gzipped WARC.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="InvalidDataException">It is not gzipped, or damaged.</exception>
    public static Dictionary<string, ArchivedAnswer> Read(Stream archive, IntakeOptions options)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(options);
        using GZipStream plain = new(archive, CompressionMode.Decompress, leaveOpen: true);
        WarcScanner scanner = new(plain);
        Dictionary<string, ArchivedAnswer> answers = new(StringComparer.Ordinal);
        while (scanner.Next() is { } record)
        {
            bool list = record.Type == "metadata";
            if (record.Target is not { } target || !(list || record.Type == "response"))
            {
                scanner.SkipBlock(record);
                continue;
            }

            if (scanner.ReadRecord(record, options.MaxBytes) is { } bytes)
            {
                answers[target] = Answer(bytes[scanner.HeaderBytes..], list);
            }
        }

        return answers;
    }

    private static ArchivedAnswer Answer(byte[] block, bool list)
    {
        int end = block.AsSpan(0, Math.Min(block.Length, LongestHead)).IndexOf("\r\n\r\n"u8);
        string? tag = null, modified = null;
        foreach (ReadOnlySpan<char> line in Encoding.Latin1.GetString(block, 0, Math.Max(0, end)).AsSpan().EnumerateLines())
        {
            tag ??= Value(line, "ETag:");
            modified ??= Value(line, "Last-Modified:");
        }

        return new ArchivedAnswer(tag, modified, list ? block : null);
    }

    private static string? Value(ReadOnlySpan<char> line, string field) =>
        line.StartsWith(field, StringComparison.OrdinalIgnoreCase) ? line[field.Length..].Trim().ToString() : null;
}
