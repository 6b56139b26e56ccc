using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Parallax.Core.Reports;
using Parallax.Intake;

namespace Parallax.Quality.Tasks;

/// <summary>Main content of pages: mean precision and recall over pages of 4-grams of words, and their F1, as in the article extraction benchmark whose pages these are.</summary>
internal sealed class ArticleBodyTask : IQualityTask
{
    private const string Corpus = "article-body-zyte", Archive = "ingest/article-body-zyte.zip";
    private const int Gram = 4;

    public string Name => "article-body";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield return Metric.Skipped(Name, Corpus, data.Split);
            yield break;
        }

        using ZipArchive archive = ZipFile.OpenRead(data.Path(Archive));
        ReportIntake intake = new(new IntakeOptions());
        double precision = 0, recall = 0;
        int precisions = 0, recalls = 0, pages = 0;
        using StreamReader gold = new(archive.GetEntry("gold.jsonl")!.Open()); // Part of the archive's description.
        while (gold.ReadLine() is { } line)
        {
            using JsonDocument item = JsonDocument.Parse(line);
            string page = item.RootElement.GetProperty("page").GetString()!;
            Dictionary<string, int> expected = Grams(item.RootElement.GetProperty("body").GetString()!);
            Dictionary<string, int> found = Grams(Body(intake, page, archive.GetEntry(page)!));
            int shared = found.Sum(pair => Math.Min(pair.Value, expected.GetValueOrDefault(pair.Key)));
            int foundCount = found.Values.Sum(), expectedCount = expected.Values.Sum();
            pages++;
            (precision, precisions) = foundCount > 0 ? (precision + ((double)shared / foundCount), precisions + 1) : (precision, precisions);
            (recall, recalls) = expectedCount > 0 ? (recall + ((double)shared / expectedCount), recalls + 1) : (recall, recalls);
        }

        (precision, recall) = (precision / Math.Max(1, precisions), recall / Math.Max(1, recalls));
        yield return new Metric(Name, Corpus, data.Split, "precision", precision, pages);
        yield return new Metric(Name, Corpus, data.Split, "recall", recall, pages);
        yield return new Metric(Name, Corpus, data.Split, "F1", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), pages);
    }

    private static string Body(ReportIntake intake, string name, ZipArchiveEntry entry)
    {
        using MemoryStream bytes = new();
        using (Stream stream = entry.Open())
        {
            stream.CopyTo(bytes);
        }

        ImmutableArray<Report> reports = intake.Read(name, bytes.ToArray()).Reports;
        return reports.IsEmpty ? "" : string.Join("\n\n", reports[0].Blocks.Where(static block => block.Part is not (TextPart.Title or TextPart.Caption)).Select(block => reports[0].Text.Slice(block.Span)));
    }

    private static Dictionary<string, int> Grams(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool word = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
            if (word && start < 0)
            {
                start = i;
            }
            else if (!word && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        Dictionary<string, int> grams = new(StringComparer.Ordinal);
        int count = words.Count == 0 ? 0 : Math.Max(1, words.Count - Gram + 1);
        for (int i = 0; i < count; i++)
        {
            string gram = string.Join(' ', words.Skip(i).Take(Gram));
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }
}
