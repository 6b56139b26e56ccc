using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;
using Parallax.Stories;
using Parallax.Stories.Conflicts;

namespace Parallax.Quality.Tasks;

/// <summary>How many died, as each report tells it: FA-KES, number and qualifier; and whether two reports of one event are seen to differ.</summary>
internal sealed class TollsTask : IQualityTask
{
    private const string Reports = "stories/fakes_docs.{split}.jsonl.gz", Figures = "stories/fakes_figures.{split}.jsonl.gz";

    /// <inheritdoc/>
    public string Name => "tolls";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Reports) || !data.Has(Figures))
        {
            yield return Metric.Skipped(Name, "fa-kes", data.Split);
            yield break;
        }

        Dictionary<string, AnnotatedReport> reports = [];
        List<(string Report, string Story, double Value, string Qualifier)> gold = [];
        foreach (string line in data.Lines(Figures))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            gold.Add((row.GetProperty("doc").GetString()!, row.GetProperty("story").GetString()!, row.GetProperty("value").GetDouble(), row.GetProperty("qualifier").GetString()!));
        }

        HashSet<string> wanted = [.. gold.Select(static g => g.Report)];
        foreach (string line in data.Lines(Reports))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("id").GetString() is { } id && wanted.Contains(id))
            {
                reports[id] = InstalledNetwork.Read(Report(id, json.RootElement.GetProperty("title").GetString() ?? "", json.RootElement.GetProperty("text").GetString()!));
            }
        }

        foreach ((string name, Func<AnnotatedReport, (double Value, string Qualifier)?> find) in new (string, Func<AnnotatedReport, (double, string)?>)[] { ("", Found), (" (baseline: first number)", FirstNumber) })
        {
            (double Value, string Qualifier)?[] found = [.. gold.Select(g => find(reports[g.Report]))];
            int[] all = [.. Enumerable.Range(0, gold.Count)];
            (int I, int J)[] pairs = [.. all.SelectMany(i => all.Where(j => j > i && gold[i].Story == gold[j].Story).Select(j => (i, j)))];
            yield return new Metric(Name, "fa-kes", data.Split, "value and qualifier right %" + name, 100.0 * all.Count(i => found[i] is { } f && f.Value == gold[i].Value && f.Qualifier == gold[i].Qualifier) / gold.Count, gold.Count);
            yield return new Metric(Name, "fa-kes", data.Split, "value right %" + name, 100.0 * all.Count(i => found[i]?.Value == gold[i].Value) / gold.Count, gold.Count);
            yield return new Metric(Name, "fa-kes", data.Split, "pairs told right to differ or agree %" + name, 100.0 * pairs.Count(p => found[p.I] is { } a && found[p.J] is { } b && (a.Value == b.Value) == (gold[p.I].Value == gold[p.J].Value)) / pairs.Length, pairs.Length);
        }

        // Of the events whose reports give different numbers, those whose account sets two of these against each other; and of the accounts that do so, those that are right to.
        AccountBuilder builder = new(new AccountOptions { WordVectors = Network.Vectors });
        int differing = 0, shown = 0, right = 0;
        foreach (var story in gold.GroupBy(static g => g.Story, StringComparer.Ordinal).Where(static s => s.Count() > 1))
        {
            Account account = builder.Build([.. story.Select(g => reports[g.Report])]).Account;
            double[] values = [.. story.Select(static g => g.Value).Distinct()];
            string[][] sides = [.. account.Conflicts.Where(static c => c.Kind == ConflictKind.Figure).Select(static c => c.Sides.Select(static s => s.Value).ToArray())];
            HashSet<double> told = [.. account.Figures.Where(f => f.Value is { } v && values.Contains(v) && account.Conflicts.Any(c => c.Kind == ConflictKind.Figure && c.Sides.Any(s => s.Evidence.Any(e => e.Report == f.Report && e.Start <= f.Start && f.End <= e.End)))).Select(static f => f.Value!.Value)];
            differing += values.Length > 1 ? 1 : 0;
            shown += sides.Length > 0 ? 1 : 0;
            right += values.Length > 1 && sides.Length > 0 && told.Count > 1 ? 1 : 0;
        }

        yield return new Metric(Name, "fa-kes events", data.Split, "differing tolls shown as such %", 100.0 * right / Math.Max(1, differing), differing);
        yield return new Metric(Name, "fa-kes events", data.Split, "figures set against each other, rightly %", 100.0 * right / Math.Max(1, shown), shown);
    }

    private static (double Value, string Qualifier)? Found(AnnotatedReport report) =>
        TollReader.Find(report) is { Figure.Value: { } value } toll ? (value, (toll.Modifier ?? "exact").Replace(' ', '_')) : null;

    // The first number that is written in digits and is no part of a date.
    private static (double Value, string Qualifier)? FirstNumber(AnnotatedReport report)
    {
        TokenLayer tokens = report.Tokens;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens.Tags[i] == UniversalTag.Num && !report.Times.Any(t => t.Span.Overlaps(tokens.Span(i))) && double.TryParse(tokens.Form(i), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double value))
            {
                bool least = i > 1 && tokens.Form(i - 1).Equals("least", StringComparison.OrdinalIgnoreCase);
                return (value, least ? "at_least" : "exact");
            }
        }

        return null;
    }

    private static Report Report(string id, string title, string content)
    {
        bool repeated = content.StartsWith(title, StringComparison.Ordinal) && title.Length > 0;
        string all = repeated || title.Length == 0 ? content : title + "\n\n" + content;
        int head = title.Length;
        SourceText text = new(all);
        ImmutableArray<TextBlock>.Builder blocks = ImmutableArray.CreateBuilder<TextBlock>();
        if (head > 0)
        {
            blocks.Add(new TextBlock(new TextSpan(0, head), TextPart.Title));
        }

        int at = head;
        foreach (string paragraph in all[head..].Split('\n'))
        {
            string trimmed = paragraph.Trim();
            if (trimmed.Length > 0)
            {
                blocks.Add(new TextBlock(new TextSpan(at + paragraph.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length), TextPart.Body));
            }

            at += paragraph.Length + 1;
        }

        return new Report { Id = "r" + id, Sha256 = text.Sha256, Files = [id], Received = text, Text = text, Map = TextMap.Identity(all.Length), Blocks = blocks.ToImmutable() };
    }
}
