using System.Text;

namespace Parallax.Intake.Containers;

/// <summary>What holds documents.</summary>
internal enum ArchiveFormat
{
    /// <summary>Nothing: it is a document itself.</summary>
    None,

    /// <summary>ZIP.</summary>
    Zip,

    /// <summary>TAR.</summary>
    Tar,

    /// <summary>gzip around one thing.</summary>
    Gzip,

    /// <summary>WARC.</summary>
    Warc,

    /// <summary>ARC, the older form of WARC.</summary>
    Arc,

    /// <summary>A mailbox.</summary>
    Mbox,
}

/// <summary>Tells an archive by its first bytes.</summary>
internal static class ArchiveDetector
{
    /// <summary>Bytes that <see cref="Detect"/> wants to see.</summary>
    public const int HeadLength = 1024;

    private const int TarMagic = 257, TarChecksum = 148, TarHeader = 512;

    /// <summary>The format whose first bytes these are.</summary>
    public static ArchiveFormat Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return ArchiveFormat.Zip;
        }

        if (head.StartsWith<byte>([0x1F, 0x8B, 0x08]))
        {
            return ArchiveFormat.Gzip;
        }

        if (head.StartsWith("WARC/"u8) && head.Length > 5 && head[5] is >= (byte)'0' and <= (byte)'9')
        {
            return ArchiveFormat.Warc;
        }

        if (head.StartsWith("filedesc://"u8))
        {
            return ArchiveFormat.Arc;
        }

        return IsTar(head) ? ArchiveFormat.Tar : IsMailbox(head) ? ArchiveFormat.Mbox : ArchiveFormat.None;
    }

    // The magic of POSIX and GNU, or, for the oldest form, a checksum that is right.
    private static bool IsTar(ReadOnlySpan<byte> head)
    {
        if (head.Length < TarHeader || head[0] == 0)
        {
            return false;
        }

        if (head.Slice(TarMagic, 5).SequenceEqual("ustar"u8))
        {
            return true;
        }

        int sum = 0, stated = 0;
        for (int i = 0; i < TarHeader; i++)
        {
            sum += i is >= TarChecksum and < TarChecksum + 8 ? ' ' : head[i];
        }

        foreach (byte digit in head.Slice(TarChecksum, 6))
        {
            stated = digit is >= (byte)'0' and <= (byte)'7' ? (stated * 8) + digit - '0' : stated;
        }

        return stated > 0 && stated == sum;
    }

    // "From someone@example.org Mon Mar  4 10:00:00 2024", then a header field.
    private static bool IsMailbox(ReadOnlySpan<byte> head)
    {
        int end = head.IndexOf((byte)'\n');
        if (end < 0 || !head.StartsWith("From "u8) || head[..end].IndexOf((byte)':') < 0)
        {
            return false;
        }

        string next = Encoding.Latin1.GetString(head[(end + 1)..]);
        int colon = next.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && next.AsSpan(0, colon).IndexOfAny(' ', '\n') < 0;
    }
}
