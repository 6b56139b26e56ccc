namespace Parallax.Intake.Containers;

/// <summary>A stream whose first bytes have been looked at: it gives them again, then the rest.</summary>
internal sealed class HeadStream : ForwardStream
{
    private readonly Stream _inner;
    private readonly byte[] _head;

    /// <summary>Looks at up to <paramref name="length"/> bytes of a stream.</summary>
    public HeadStream(Stream inner, int length)
    {
        _inner = inner;
        byte[] head = new byte[length];
        int read = inner.ReadAtLeast(head, length, throwOnEndOfStream: false);
        _head = head[..read];
    }

    /// <summary>The bytes looked at.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <inheritdoc/>
    protected override int Next(Span<byte> buffer)
    {
        if (Given >= _head.Length)
        {
            return _inner.Read(buffer);
        }

        int given = (int)Given, count = Math.Min(buffer.Length, _head.Length - given);
        _head.AsSpan(given, count).CopyTo(buffer);
        return count;
    }
}
