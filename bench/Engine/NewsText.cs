using System.IO.Compression;
using System.Text.Json;

namespace Parallax.Bench.Engine;

/// <summary>The text that is measured: news reports of the folder of corpora, whole and in order; nothing of them is kept.</summary>
internal sealed record NewsText(string Source, IReadOnlyList<string> Reports)
{
    private const string File = "crossdoc/ecbplus.train.jsonl.gz";

    /// <summary>White-space separated words of all reports: the unit in which speed is given.</summary>
    public int Words { get; } = Reports.Sum(CountWords);

    /// <summary>Reads the reports.</summary>
    /// <exception cref="FileNotFoundException">The corpus is not in the folder.</exception>
    public static NewsText Load(string folder)
    {
        string path = Path.Combine(folder, File);
        using StreamReader lines = new(new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress));
        List<string> reports = [];
        while (lines.ReadLine() is { } line)
        {
            using JsonDocument report = JsonDocument.Parse(line);
            reports.Add(report.RootElement.GetProperty("text").GetString() ?? string.Empty);
        }

        return new NewsText(File, reports);
    }

    private static int CountWords(string text)
    {
        int words = 0;
        bool inside = false;
        foreach (char unit in text)
        {
            bool space = char.IsWhiteSpace(unit);
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }

        return words;
    }
}
