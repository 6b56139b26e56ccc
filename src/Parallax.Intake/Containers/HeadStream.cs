namespace Parallax.Intake.Containers;

/// <summary>A stream whose first bytes have been looked at: it gives them again, then the rest. Counts what it gave.</summary>
internal sealed class HeadStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private int _given;

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

    /// <summary>Bytes given so far.</summary>
    public long Given { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => Given;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count;
        if (_given < _head.Length)
        {
            count = Math.Min(buffer.Length, _head.Length - _given);
            _head.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
        }
        else
        {
            count = _inner.Read(buffer);
        }

        Given += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
