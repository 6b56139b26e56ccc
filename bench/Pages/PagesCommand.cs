using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using Parallax.Intake;

namespace Parallax.Bench.Pages;

/// <summary>Measures how fast saved pages become reports on one core, beside AngleSharp's bare parse and Mozilla Readability on jsdom, on the same pages in the same run.</summary>
internal static class PagesCommand
{
    private const int Rounds = 3, PeerPages = 60;
    private static readonly string[] Archives = ["article-body-zyte.zip", "article-body-fundus.zip", "publisher-articles.zip"];

    /// <summary>Runs the command.</summary>
    public static int Run(string[] args)
    {
        string folder = Path.Combine(Value(args, "--data") ?? Path.Combine("..", "shared", "data"), "ingest");
        List<byte[]> pages = [];
        foreach (string archive in Archives.Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            using ZipArchive zip = ZipFile.OpenRead(archive);
            foreach (ZipArchiveEntry entry in zip.Entries.Where(static entry => entry.FullName.EndsWith(".html", StringComparison.Ordinal)))
            {
                using MemoryStream bytes = new();
                using Stream stream = entry.Open();
                stream.CopyTo(bytes);
                pages.Add(bytes.ToArray());
            }
        }

        if (pages.Count == 0)
        {
            Console.Error.WriteLine("The pages to measure with are not there. Give the folder of corpora with --data DIR.");
            return 2;
        }

        string page = ToMarkdown(pages, !args.Contains("--no-peers"));
        Console.Write(page);
        if (Value(args, "--write") is { } path)
        {
            PerformancePage.Write(path, page);
        }

        return 0;
    }

    private static string ToMarkdown(List<byte[]> pages, bool peers)
    {
        ReportIntake intake = new(new IntakeOptions());
        double report = Best(pages, bytes => intake.Read("page.html", bytes).Reports.Length);
        double parse = Best(pages, static bytes =>
        {
            using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(Encoding.UTF8.GetString(bytes));
            return document.All.Length > 0 ? 1 : 0;
        });
        using Process self = Process.GetCurrentProcess();
        StringBuilder text = new();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"## Reading pages");
        Line($"");
        Line($"Made by `dotnet run -c Release --project bench -- pages`. {pages.Count} saved news pages, {pages.Average(static bytes => bytes.Length) / 1024:0} KB on average, one thread; pages by processor time of the process, the best of {Rounds} rounds.");
        Line($"");
        Line($"| what | pages/s |");
        Line($"|---|---|");
        Line($"| bytes to report: encoding, parse, facts, article, furniture, places in the source | {pages.Count / report:0.0} |");
        Line($"| AngleSharp alone: parse | {pages.Count / parse:0.0} |");
        if (peers)
        {
            Line($"| {ReadabilityPeer.Measure(pages.Take(PeerPages).ToList())} |");
        }

        Line($"");
        Line($"Floor 40, aim 120. Memory at its peak, all pages in memory: {self.PeakWorkingSet64 / 1048576.0:0} MB.");
        return text.ToString();
    }

    private static double Best(List<byte[]> pages, Func<byte[], int> read)
    {
        using Process self = Process.GetCurrentProcess();
        double best = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            self.Refresh();
            TimeSpan before = self.TotalProcessorTime;
            int sum = 0;
            foreach (byte[] bytes in pages)
            {
                sum += read(bytes);
            }

            self.Refresh();
            best = sum >= 0 ? Math.Min(best, (self.TotalProcessorTime - before).TotalSeconds) : best;
        }

        return best;
    }

    private static string? Value(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return 0 <= at && at + 1 < args.Length ? args[at + 1] : null;
    }
}
