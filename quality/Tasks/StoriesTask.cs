using System.Text.Json;
using Parallax.Core.Text;
using Parallax.Quality.Scoring;
using Parallax.Stories.Grouping;

namespace Parallax.Quality.Tasks;

/// <summary>Grouping reports into stories: ECB+ (two look-alike events a topic, no dates) and FA-KES (one war, mostly single reports, dates).</summary>
internal sealed class StoriesTask : IQualityTask
{
    /// <inheritdoc/>
    public string Name => "stories";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        foreach ((string corpus, string file) in new[] { ("ecb+", "crossdoc/ecbplus.{split}.jsonl.gz"), ("fa-kes", "stories/fakes_docs.{split}.jsonl.gz") })
        {
            if (!data.Has(file))
            {
                yield return Metric.Skipped(Name, corpus, data.Split);
                continue;
            }

            List<(StoryFeatures Features, string Gold, bool Scored)> reports = Read(data, file);
            foreach (Metric metric in Score(corpus, data.Split, "", reports, Group(reports, new StoryOptions())))
            {
                yield return metric;
            }

            foreach (Metric metric in Score(corpus, data.Split, " (all of the corpus as chosen reports)", reports, Group(reports, new StoryOptions(), chosen: true)))
            {
                yield return metric;
            }

            foreach (Metric metric in corpus == "ecb+" ? Chosen(data.Split, reports) : [])
            {
                yield return metric;
            }

            foreach (Metric metric in Score(corpus, data.Split, " (baseline)", reports, Baseline(reports)))
            {
                yield return metric;
            }
        }
    }

    /// <summary>Reads the reports with their gold story; a report without one is a story of its own.</summary>
    internal static List<(StoryFeatures Features, string Gold, bool Scored)> Read(QualityData data, string file)
    {
        List<(StoryFeatures, string, bool)> reports = [];
        foreach (string line in data.Lines(file))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            string id = row.GetProperty("id").GetString()!, text = row.GetProperty("text").GetString()!;
            string? title = Optional(row, "title");
            TextSpan span = title is not null && text.IndexOf(title, StringComparison.Ordinal) is var at && at >= 0 ? new TextSpan(at, title.Length) : default;
            bool uncertain = row.TryGetProperty("uncertain", out JsonElement flag) && flag.ValueKind == JsonValueKind.True;
            reports.Add((StoryFeatures.Of(id, text, span, Optional(row, "date")), Optional(row, "story") ?? "single " + id, !uncertain));
        }

        return reports;
    }

    /// <summary>Group of each report.</summary>
    internal static string[] Group(List<(StoryFeatures Features, string Gold, bool Scored)> reports, StoryOptions options, bool chosen = false)
    {
        StoryIndex index = new(options);
        reports.ForEach(r => index.Add(r.Features));
        Dictionary<string, string> groupOf = (chosen ? index.GroupsOfChosen() : index.Groups()).SelectMany(static g => g.Members.Select(m => (m, g.Members[0]))).ToDictionary(static p => p.m, static p => p.Item2);
        return [.. reports.Select(r => groupOf[r.Features.Key])];
    }

    // Reports that somebody put together: those of one story should come out as one, those of two stories of unlike matters as these two.
    private IEnumerable<Metric> Chosen(string split, List<(StoryFeatures Features, string Gold, bool Scored)> reports)
    {
        (string Story, List<(StoryFeatures Features, string Gold, bool Scored)> Reports)[] stories = [.. reports.GroupBy(static r => r.Gold, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal).Select(static g => (g.Key, g.ToList()))];
        int whole = 0, apart = 0, mixes = 0, right = 0;
        for (int i = 0; i < stories.Length; i++)
        {
            int[] sizes = [.. Group(stories[i].Reports, new StoryOptions(), chosen: true).GroupBy(static g => g, StringComparer.Ordinal).Select(static g => g.Count())];
            whole += sizes.Length == 1 ? 1 : 0;
            apart += sizes.Sum() - sizes.Max();
            for (int j = i + 1; j < stories.Length; j++)
            {
                if (stories[i].Story.Split('_')[0] != stories[j].Story.Split('_')[0])
                {
                    List<(StoryFeatures Features, string Gold, bool Scored)> both = [.. stories[i].Reports, .. stories[j].Reports];
                    ClusterScore score = ClusterScore.Pairs([.. both.Select(static r => r.Gold)], Group(both, new StoryOptions(), chosen: true));
                    (mixes, right) = (mixes + 1, right + (score.F1 == 1 ? 1 : 0));
                }
            }
        }

        yield return new Metric(Name, "ecb+ chosen", split, "stories told as one", (double)whole / stories.Length, stories.Length);
        yield return new Metric(Name, "ecb+ chosen", split, "reports set apart", apart, reports.Count);
        yield return new Metric(Name, "ecb+ chosen", split, "two unlike stories told as two", (double)right / mixes, mixes);
    }

    private IEnumerable<Metric> Score(string corpus, string split, string suffix, List<(StoryFeatures Features, string Gold, bool Scored)> reports, string[] found)
    {
        int[] scored = [.. Enumerable.Range(0, reports.Count).Where(i => reports[i].Scored)];
        string[] gold = [.. scored.Select(i => reports[i].Gold)], groups = [.. scored.Select(i => found[i])];
        ClusterScore bCubed = ClusterScore.BCubed(gold, groups), pairs = ClusterScore.Pairs(gold, groups);
        yield return new Metric(Name, corpus, split, "BCubed F1" + suffix, bCubed.F1, scored.Length);
        yield return new Metric(Name, corpus, split, "pair F1" + suffix, pairs.F1, scored.Length);
        if (suffix.Length == 0)
        {
            yield return new Metric(Name, corpus, split, "pair precision", pairs.Precision, scored.Length);
            yield return new Metric(Name, corpus, split, "pair recall", pairs.Recall, scored.Length);
        }
    }

    // Single pass in the order of the file: a report joins the story with the likest centroid from a threshold on; TF-IDF over the same words, two days' window.
    private static string[] Baseline(List<(StoryFeatures Features, string Gold, bool Scored)> reports)
    {
        const double Threshold = 0.2;
        const int Window = 2;
        Dictionary<string, int> frequency = reports.SelectMany(static r => r.Features.Stems.Select(static s => s.Stem)).GroupBy(static s => s).ToDictionary(static g => g.Key, static g => g.Count());
        List<(Dictionary<string, double> Sum, string Key, int? Day)> stories = [];
        string[] found = new string[reports.Count];
        for (int i = 0; i < reports.Count; i++)
        {
            StoryFeatures features = reports[i].Features;
            Dictionary<string, double> vector = features.Stems.ToDictionary(static s => s.Stem, s => s.Count * Math.Log((double)reports.Count / frequency[s.Stem]));
            double norm = Math.Sqrt(vector.Values.Sum(static v => v * v));
            (double best, int at) = (Threshold, -1);
            for (int s = 0; s < stories.Count; s++)
            {
                if (features.Day is { } day && stories[s].Day is { } other && Math.Abs(day - other) > Window)
                {
                    continue;
                }

                double dot = vector.Sum(v => v.Value * stories[s].Sum.GetValueOrDefault(v.Key)) / norm / Math.Sqrt(stories[s].Sum.Values.Sum(static v => v * v));
                (best, at) = dot >= best ? (dot, s) : (best, at);
            }

            if (at < 0)
            {
                at = stories.Count;
                stories.Add(([], features.Key, features.Day));
            }

            foreach ((string stem, double value) in vector)
            {
                stories[at].Sum[stem] = stories[at].Sum.GetValueOrDefault(stem) + (value / norm);
            }

            found[i] = stories[at].Key;
        }

        return found;
    }

    private static string? Optional(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
