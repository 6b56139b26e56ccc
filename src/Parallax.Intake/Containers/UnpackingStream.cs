namespace Parallax.Intake.Containers;

/// <summary>Gives what is unpacked from a packed stream, and stops where it becomes more than so many times larger.</summary>
/// <param name="unpacked">The unpacked bytes.</param>
/// <param name="packed">How many packed bytes were read so far.</param>
/// <param name="options">The ratio and the bytes that are free of it.</param>
internal sealed class UnpackingStream(Stream unpacked, Func<long> packed, IntakeOptions options) : ForwardStream
{
    /// <summary>Whether the limit was passed; the stream has ended there.</summary>
    public bool IsBomb { get; private set; }

    /// <inheritdoc/>
    protected override int Next(Span<byte> buffer)
    {
        if (IsBomb)
        {
            return 0;
        }

        int count = unpacked.Read(buffer);
        long given = Given + count;
        if (given > options.FreeBytes && given / options.MaxRatio > Math.Max(1, packed()))
        {
            IsBomb = true;
            return 0;
        }

        return count;
    }

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
