namespace Parallax.Intake.Containers;

/// <summary>Reads a stream up to a limit.</summary>
internal static class BoundedRead
{
    private const int Step = 64 * 1024;

    /// <summary>At most <paramref name="limit"/> bytes.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="more">Whether there was more.</param>
    public static byte[] ToArray(Stream stream, long limit, out bool more)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[Step];
        more = false;
        while (stream.Read(buffer) is var read and > 0)
        {
            int kept = (int)Math.Min(read, limit - bytes.Length);
            bytes.Write(buffer, 0, kept);
            if (kept < read)
            {
                more = true;
                break;
            }
        }

        return bytes.ToArray();
    }
}
