using Parallax.Core.Findings;

namespace Parallax.Intake.Containers;

/// <summary>Cuts a mailbox into its messages: each starts with a line “From …” after an empty one.</summary>
internal static class Mailbox
{
    private const int BufferLength = 256 * 1024;

    /// <summary>The messages, without their “From ” lines, in order; those longer than the limit are left out with a finding.</summary>
    public static IEnumerable<ReceivedDocument> Messages(string name, Stream stream, IntakeOptions options, List<Finding> findings)
    {
        using BufferedStream lines = new(stream, BufferLength);
        using MemoryStream message = new();
        int number = 0, left = 0;
        bool afterEmpty = true, tooLong = false;
        MemoryStream line = new();
        while (ReadLine(lines, line, options.MaxBytes))
        {
            ReadOnlySpan<byte> bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
            if (afterEmpty && bytes.StartsWith("From "u8) && bytes.IndexOf((byte)':') > 0)
            {
                if (message.Length > 0)
                {
                    yield return new ReceivedDocument(FormattableString.Invariant($"{name}#{number}"), message.ToArray()) { IsMember = true };
                }

                left += tooLong ? 1 : 0;
                number++;
                message.SetLength(0);
                tooLong = false;
                afterEmpty = false;
                continue;
            }

            afterEmpty = bytes.TrimEnd("\r\n"u8).IsEmpty;
            bytes = bytes.StartsWith(">From "u8) ? bytes[1..] : bytes;
            if (message.Length + bytes.Length > options.MaxBytes || tooLong)
            {
                tooLong = true;
                message.SetLength(0);
            }
            else
            {
                message.Write(bytes);
            }
        }

        left += tooLong ? 1 : 0;
        if (message.Length > 0)
        {
            yield return new ReceivedDocument(FormattableString.Invariant($"{name}#{number}"), message.ToArray()) { IsMember = true };
        }

        if (left > 0)
        {
            findings.Add(FormatFindings.LeftOut(name, FormattableString.Invariant($"{left} messages")));
        }
    }

    private static bool ReadLine(Stream stream, MemoryStream line, long limit)
    {
        line.SetLength(0);
        int read;
        while ((read = stream.ReadByte()) >= 0)
        {
            if (line.Length < limit)
            {
                line.WriteByte((byte)read);
            }

            if (read == '\n')
            {
                return true;
            }
        }

        return line.Length > 0;
    }
}
