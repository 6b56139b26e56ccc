namespace Parallax.Intake.Containers;

/// <summary>Gives what is unpacked from a packed stream, and stops where it becomes more than so many times larger.</summary>
/// <param name="unpacked">The unpacked bytes.</param>
/// <param name="packed">How many packed bytes were read so far.</param>
/// <param name="options">The ratio and the bytes that are free of it.</param>
internal sealed class UnpackingStream(Stream unpacked, Func<long> packed, IntakeOptions options) : Stream
{
    private long _given;

    /// <summary>Whether the limit was passed; the stream has ended there.</summary>
    public bool IsBomb { get; private set; }

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
        get => _given;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (IsBomb)
        {
            return 0;
        }

        int count = unpacked.Read(buffer);
        _given += count;
        if (_given > options.FreeBytes && _given / options.MaxRatio > Math.Max(1, packed()))
        {
            IsBomb = true;
            return 0;
        }

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

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
