using System.IO.Compression;

namespace Parallax.Intake.Containers;

/// <summary>Unpacks gzip members one behind the other; where one is damaged and the packed stream can be searched, goes on at the next.</summary>
/// <param name="packed">The packed stream; disposed with this.</param>
internal sealed class GzipMembers(Stream packed) : ForwardStream
{
    private const int ReadAhead = 64 * 1024;
    private static readonly byte[] Magic = [0x1F, 0x8B, 0x08];

    private GZipStream? _member = new(packed, CompressionMode.Decompress, leaveOpen: true);
    private long _from;

    /// <summary>Places where it was damaged.</summary>
    public int Faults { get; private set; }

    /// <inheritdoc/>
    protected override int Next(Span<byte> buffer)
    {
        while (_member is not null)
        {
            try
            {
                return _member.Read(buffer);
            }
            catch (InvalidDataException)
            {
                Faults++;
                Restart();
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _member?.Dispose();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    // The reader had read ahead when it met the damage, so the search starts before; a member found twice gives the same records twice, which are one.
    private void Restart()
    {
        _member?.Dispose();
        _member = null;
        if (!packed.CanSeek)
        {
            return;
        }

        long at = Math.Max(_from + 1, packed.Position - ReadAhead);
        packed.Position = Math.Min(at, packed.Length);
        byte[] window = new byte[ReadAhead];
        int kept = 0, read;
        while ((read = packed.Read(window, kept, window.Length - kept)) > 0)
        {
            int length = kept + read, found = window.AsSpan(0, length).IndexOf(Magic);
            if (found >= 0)
            {
                _from = at + found;
                packed.Position = _from;
                _member = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
                return;
            }

            kept = Math.Min(2, length);
            at += length - kept;
            window.AsSpan(length - kept, kept).CopyTo(window);
        }
    }
}
