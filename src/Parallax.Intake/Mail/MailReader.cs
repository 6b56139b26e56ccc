using System.Text;

namespace Parallax.Intake.Mail;

/// <summary>The text of a mail or a page saved as one file.</summary>
/// <param name="Header">The fields of the mail.</param>
/// <param name="Part">The fields of the part that holds the text.</param>
/// <param name="Body">The text's bytes, transfer encoding undone.</param>
/// <param name="IsPage">Whether the part is HTML.</param>
/// <param name="LeftOut">Parts that are not the text: attachments, pictures, other forms of the text.</param>
internal sealed record MailText(MailHeader Header, MailHeader Part, byte[] Body, bool IsPage, int LeftOut);

/// <summary>Finds the text of a mail: HTML before plain text, the root of a page saved whole, never an attachment.</summary>
internal static class MailReader
{
    private const int MaxParts = 10_000;

    /// <summary>The text, or null where the mail holds none.</summary>
    public static MailText? Read(ReadOnlyMemory<byte> mail, IntakeOptions options)
    {
        MailHeader header = MailHeader.Read(mail.Span, out int bodyStart);
        List<(MailHeader Header, ReadOnlyMemory<byte> Body)> leaves = [];
        Stack<(MailHeader Header, ReadOnlyMemory<byte> Body, int Depth)> open = new();
        open.Push((header, mail[Math.Min(bodyStart, mail.Length)..], 0));
        while (open.TryPop(out (MailHeader Header, ReadOnlyMemory<byte> Body, int Depth) part))
        {
            string type = TypeOf(part.Header);
            if (!type.StartsWith("multipart/", StringComparison.Ordinal) || part.Header.Parameter("Content-Type", "boundary") is not { Length: > 0 } boundary)
            {
                if (type == "message/rfc822" && part.Depth < options.MaxMailDepth)
                {
                    MailHeader inner = MailHeader.Read(part.Body.Span, out int start);
                    open.Push((inner, part.Body[start..], part.Depth + 1));
                    continue;
                }

                leaves.Add((part.Header, part.Body));
                continue;
            }

            if (part.Depth >= options.MaxMailDepth)
            {
                continue;
            }

            List<ReadOnlyMemory<byte>> parts = Split(part.Body, boundary);
            for (int i = parts.Count - 1; i >= 0 && leaves.Count + open.Count < MaxParts; i--)
            {
                MailHeader inner = MailHeader.Read(parts[i].Span, out int start);
                open.Push((inner, parts[i][start..], part.Depth + 1));
            }
        }

        (MailHeader Header, ReadOnlyMemory<byte> Body)? text = First(leaves, header, "text/html") ?? First(leaves, header, "application/xhtml+xml") ?? First(leaves, header, "text/plain");
        return text is not { } found ? null
            : new MailText(header, found.Header, TransferEncoding.Decode(found.Body.Span, found.Header["Content-Transfer-Encoding"]), TypeOf(found.Header) != "text/plain", leaves.Count - 1);
    }

    private static (MailHeader Header, ReadOnlyMemory<byte> Body)? First(List<(MailHeader Header, ReadOnlyMemory<byte> Body)> leaves, MailHeader mail, string type)
    {
        string? root = mail.Parameter("Content-Type", "start");
        foreach ((MailHeader header, ReadOnlyMemory<byte> body) in leaves.OrderBy(leaf => root is not null && leaf.Header["Content-ID"] == root ? 0 : 1))
        {
            bool attached = header["Content-Disposition"]?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true;
            if (!attached && TypeOf(header) == type && !body.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                return (header, body);
            }
        }

        return null;
    }

    private static string TypeOf(MailHeader header) => header["Content-Type"]?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } type ? type : "text/plain";

    // Parts stand between lines that are the boundary and nothing else, so that one boundary may begin as another does.
    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary)
    {
        List<ReadOnlyMemory<byte>> parts = [];
        byte[] mark = Encoding.Latin1.GetBytes("--" + boundary);
        ReadOnlySpan<byte> bytes = body.Span;
        int from = -1, at = 0;
        while (at < bytes.Length && parts.Count < MaxParts)
        {
            int end = bytes[at..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? bytes[at..] : bytes.Slice(at, end);
            int next = end < 0 ? bytes.Length : at + end + 1;
            if (line.StartsWith(mark))
            {
                ReadOnlySpan<byte> rest = line[mark.Length..].TrimEnd(" \t\r"u8);
                bool last = rest.SequenceEqual("--"u8);
                if (rest.IsEmpty || last)
                {
                    if (from >= 0)
                    {
                        parts.Add(body[from..at]);
                    }

                    from = last ? -1 : next;
                    if (last)
                    {
                        return parts;
                    }
                }
            }

            at = next;
        }

        if (from >= 0 && from < bytes.Length)
        {
            parts.Add(body[from..]); // The closing boundary is missing.
        }

        return parts;
    }
}
