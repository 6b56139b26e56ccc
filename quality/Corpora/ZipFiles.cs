using System.IO.Compression;

namespace Parallax.Quality.Corpora;

/// <summary>The files of an archive of test data.</summary>
internal static class ZipFiles
{
    /// <summary>All files by their path, sorted (ordinal), without licences.</summary>
    public static SortedDictionary<string, byte[]> Read(string path)
    {
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        using ZipArchive archive = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(static entry => entry.Length > 0 && !entry.FullName.StartsWith("LICENSES/", StringComparison.Ordinal)))
        {
            using MemoryStream bytes = new();
            using Stream stream = entry.Open();
            stream.CopyTo(bytes);
            files[entry.FullName] = bytes.ToArray();
        }

        return files;
    }
}
