using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Parallax.Quality;

/// <summary>The corpora of one split. Reads plain, gzip and xz files (xz through the <c>xz</c> program, which Debian has).</summary>
/// <param name="Folder">Root with one folder an area.</param>
/// <param name="Split">train, dev or test.</param>
public sealed record QualityData(string Folder, string Split)
{
    private readonly SortedSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The files that were asked for and are there, below the root.</summary>
    public IReadOnlyCollection<string> FilesRead => _read;

    /// <summary>Full path of a file below the root; <c>{split}</c> is replaced.</summary>
    public string Path(string relative)
    {
        string name = relative.Replace("{split}", Split, StringComparison.Ordinal);
        string path = System.IO.Path.Combine(Folder, name);
        if (File.Exists(path))
        {
            _read.Add(name);
        }

        return path;
    }

    /// <summary>Whether a file is there.</summary>
    public bool Has(string relative) => File.Exists(Path(relative));

    /// <summary>The lines of a file, decompressed by its ending.</summary>
    public IEnumerable<string> Lines(string relative)
    {
        string path = Path(relative);
        if (path.EndsWith(".xz", StringComparison.Ordinal))
        {
            using Process process = Process.Start(new ProcessStartInfo("xz", ["-dc", path]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })
                ?? throw new InvalidOperationException("The program xz could not be started.");
            while (process.StandardOutput.ReadLine() is { } line)
            {
                yield return line;
            }

            yield break;
        }

        using Stream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
