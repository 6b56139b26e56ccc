using System.IO.Compression;
using System.Text.Json;
using Parallax.Core.Reports;
using Parallax.Intake;

namespace Parallax.Quality.Tasks.Webpages;

/// <summary>A corpus of saved pages: a ZIP file with the pages and a description of one JSON object a line.</summary>
internal sealed class PageArchive : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly ReportIntake _intake = new(new IntakeOptions());

    /// <summary>Opens a corpus.</summary>
    public PageArchive(string path) => _archive = ZipFile.OpenRead(path);

    /// <summary>The objects of a description.</summary>
    public IEnumerable<JsonElement> Gold(string file)
    {
        using StreamReader lines = new(_archive.GetEntry(file)!.Open()); // Part of every such corpus.
        while (lines.ReadLine() is { } line)
        {
            using JsonDocument item = JsonDocument.Parse(line.Replace(": NaN", ": null", StringComparison.Ordinal)); // Written by a program that knows NaN.
            yield return item.RootElement.Clone();
        }
    }

    /// <summary>The bytes of a page.</summary>
    public byte[] Bytes(string page)
    {
        using MemoryStream bytes = new();
        using Stream stream = _archive.GetEntry(page)!.Open(); // The description names only pages that are there.
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The report that intake makes of a page, or null.</summary>
    /// <param name="page">Name of the page in the archive.</param>
    /// <param name="captured">When the page was fetched, where the corpus says so.</param>
    public Report? Read(string page, string? captured = null) => _intake.Read(page, Bytes(page), new InputOrigin { Captured = captured }).Reports.FirstOrDefault();

    /// <summary>The parts of a report that a reader of its body expects: paragraphs and headings, without title and captions.</summary>
    public static IEnumerable<string> Body(Report report) =>
        report.Blocks.Where(static block => block.Part is not (TextPart.Title or TextPart.Caption)).Select(block => report.Text.Slice(block.Span));

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}
