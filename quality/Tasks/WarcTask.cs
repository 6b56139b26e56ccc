using System.IO.Compression;
using System.Text;
using Parallax.Intake;
using Parallax.Intake.Containers;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Tasks;

/// <summary>Web archives: of the captures that a file holds and that can be had from it, the share that is handed on with the right address and date; damaged files must be told of.</summary>
internal sealed class WarcTask : IQualityTask
{
    private const string Archive = "ingest/warc.zip";

    public string Name => "warc";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield return Metric.Skipped(Name, "warcio", data.Split);
            yield break;
        }

        ReportIntake intake = new(new IntakeOptions());
        int captures = 0, found = 0, pages = 0, reports = 0, broken = 0, told = 0;
        foreach ((string file, byte[] bytes) in ZipFiles.Read(data.Path(Archive)))
        {
            List<string> targets = Targets(bytes);
            List<DocumentResult> results = [.. intake.ReadAll(file, new MemoryStream(bytes))];
            List<Parallax.Core.Findings.Finding> findings = [];
            Parallax.Intake.Containers.ArchiveReader reader = new(new IntakeOptions(), findings);
            string[] handed = [.. reader.Open(file, new MemoryStream(bytes)).Select(static document => Header(document.Bytes.Span))];
            captures += targets.Count;
            found += targets.Count(target => Array.Exists(handed, header => header.Contains(target, StringComparison.Ordinal)));
            pages += handed.Length;
            reports += results.Sum(static result => result.Result.Reports.Length);
            bool bad = file.Contains("bad", StringComparison.Ordinal) && !file.Contains("target-uri", StringComparison.Ordinal);
            broken += bad ? 1 : 0;
            told += bad && results.Any(static result => !result.Result.Findings.IsEmpty) ? 1 : 0;
        }

        yield return new Metric(Name, "warcio", data.Split, "captures found", captures == 0 ? 0 : (double)found / captures, captures);
        yield return new Metric(Name, "warcio", data.Split, "captures that gave a report", pages == 0 ? 0 : (double)reports / pages, pages);
        yield return new Metric(Name, "warcio", data.Split, "damaged files told of", broken == 0 ? 0 : (double)told / broken, broken);
    }

    private static string Header(ReadOnlySpan<byte> record)
    {
        int end = record.IndexOf("\r\n\r\n"u8);
        return Encoding.UTF8.GetString(end < 0 ? record : record[..end]);
    }

    // The addresses of captures, found by the plainest means: the lines of records that are responses or resources.
    private static List<string> Targets(byte[] bytes)
    {
        byte[] plain = bytes;
        if (bytes.AsSpan().StartsWith<byte>([0x1F, 0x8B]))
        {
            using MemoryStream unpacked = new();
            try
            {
                using GZipStream gzip = new(new MemoryStream(bytes), CompressionMode.Decompress);
                gzip.CopyTo(unpacked);
            }
            catch (InvalidDataException)
            {
                // What came before the damage counts.
            }

            plain = unpacked.ToArray();
        }

        string text = Encoding.Latin1.GetString(plain);
        List<string> targets = [];
        foreach (string record in text.Split("WARC/1.").Skip(1))
        {
            string header = record.Split("\r\n\r\n")[0];
            if (header.Contains("WARC-Type: response", StringComparison.Ordinal) || header.Contains("WARC-Type: resource", StringComparison.Ordinal))
            {
                string target = header.Split("WARC-Target-URI:").ElementAtOrDefault(1)?.Split('\r')[0].Trim() ?? "";
                if (target.Length > 0 && !target.StartsWith("dns:", StringComparison.Ordinal))
                {
                    targets.Add(target);
                }
            }
        }

        return targets;
    }
}
