using System.Collections.Immutable;
using System.Text.Json;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;
using Parallax.Stories.Grouping;
using Parallax.Stories.Happenings;
using Parallax.Stories.Words;

namespace Parallax.Quality.Tasks;

/// <summary>One event told by several reports: ECB+, stories found by our grouping, mentions given (scored ones) or found by us. Chains of one mention count, as in the figures published on this corpus.</summary>
internal sealed class EventsAcrossTask : IQualityTask
{
    private const string File = "crossdoc/ecbplus.{split}.jsonl.gz";

    /// <inheritdoc/>
    public string Name => "events-across";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "ecb+", data.Split);
            yield break;
        }

        List<StoryReport> reports = Read(data);
        List<(string Key, string Chain, string Story, string GoldStory, EventMention Mention)> given =
        [
            .. reports.SelectMany(static r => r.Gold.Select(m => (Key(r, m.Spans), m.Chain, r.Story, r.GoldStory, r.Reader.Read(m.Spans)))),
        ];
        EventMention[] mentions = [.. given.Select(static g => g.Mention)];
        string[] keys = [.. given.Select(static g => g.Key)];
        ILookup<string, string> chains = given.ToLookup(static g => g.Chain, static g => g.Key);
        foreach ((string name, int[] groups) in new[]
        {
            ("CoNLL F1", SameEvent.Group(mentions)),
            ("CoNLL F1 (baseline: stem, predicted story)", ByKey(given.Select(static g => g.Story + " " + g.Mention.Head.Word.Stem))),
            ("CoNLL F1 (baseline: stem, gold story)", ByKey(given.Select(static g => g.GoldStory + " " + g.Mention.Head.Word.Stem))),
        })
        {
            yield return new Metric(Name, "ecb+", data.Split, name, 100 * Score(chains, keys, groups).ConllF1, keys.Length);
        }

        List<(string Key, string Story, EventMention Mention)> found =
        [
            .. reports.SelectMany(static r => EventTriggers.Find(r.Report).Where(t => r.Checked.Any(s => s.Contains(t.Start))).Select(t => (Key(r, [t]), r.Story, r.Reader.Read([t])))).DistinctBy(static f => f.Item1),
        ];
        string[] foundKeys = [.. found.Select(static f => f.Key)];
        CoreferenceScore score = Score(chains, foundKeys, SameEvent.Group([.. found.Select(static f => f.Mention)]));
        int right = foundKeys.Intersect(keys, StringComparer.Ordinal).Count();
        yield return new Metric(Name, "ecb+ found mentions", data.Split, "CoNLL F1", 100 * score.ConllF1, keys.Length);
        yield return new Metric(Name, "ecb+ found mentions", data.Split, "CoNLL F1 (baseline: stem, predicted story)", 100 * Score(chains, foundKeys, ByKey(found.Select(static f => f.Story + " " + f.Mention.Head.Word.Stem))).ConllF1, keys.Length);
        yield return new Metric(Name, "ecb+ found mentions", data.Split, "mention precision", 100.0 * right / Math.Max(1, foundKeys.Length), foundKeys.Length);
        yield return new Metric(Name, "ecb+ found mentions", data.Split, "mention recall", 100.0 * right / keys.Length, keys.Length);
    }

    /// <summary>Whether each pair of given mentions of one topic that may be one event is one, and its features.</summary>
    internal static IEnumerable<(string Gold, double[] Features)> Examples(QualityData data)
    {
        foreach (IGrouping<string, StoryReport> topic in Read(data).GroupBy(static r => r.GoldStory[..r.GoldStory.IndexOf('_', StringComparison.Ordinal)], StringComparer.Ordinal))
        {
            (string Chain, EventMention Mention)[] mentions = [.. topic.SelectMany(static r => r.Gold.Select(m => (m.Chain, r.Reader.Read(m.Spans))))];
            for (int i = 0; i < mentions.Length; i++)
            {
                for (int j = i + 1; j < mentions.Length; j++)
                {
                    if (SameEvent.MayBeOne(mentions[i].Mention, mentions[j].Mention))
                    {
                        yield return (mentions[i].Chain == mentions[j].Chain ? "1" : "0", SameEvent.Features(mentions[i].Mention, mentions[j].Mention));
                    }
                }
            }
        }
    }

    private static List<StoryReport> Read(QualityData data)
    {
        TextReading reading = new();
        WordMeanings meanings = new(Network.Vectors);
        StoryIndex index = new(new StoryOptions());
        List<(string Id, JsonElement Row)> rows = [];
        foreach (string line in data.Lines(File))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement.Clone();
            string id = row.GetProperty("id").GetString()!;
            index.Add(StoryFeatures.Of(id, row.GetProperty("text").GetString()!, default, null));
            rows.Add((id, row));
        }

        Dictionary<string, string> storyOf = index.Groups().SelectMany(static g => g.Members.Select(m => (m, g.Members[0]))).ToDictionary(static p => p.m, static p => p.Item2);
        List<StoryReport> reports = [];
        foreach ((string id, JsonElement row) in rows)
        {
            AnnotatedReport report = reading.Read(row.GetProperty("text").GetString()!);
            List<(ImmutableArray<TextSpan>, string)> gold = [];
            foreach (JsonElement mention in row.GetProperty("mentions").EnumerateArray())
            {
                if (mention.GetProperty("scored").GetBoolean() && mention.GetProperty("type").GetString()!.Contains("ACTION", StringComparison.Ordinal))
                {
                    ImmutableArray<TextSpan> spans = mention.TryGetProperty("pieces", out JsonElement pieces)
                        ? [.. pieces.EnumerateArray().Select(static p => TextSpan.FromBounds(p[0].GetInt32(), p[1].GetInt32()))]
                        : [TextSpan.FromBounds(mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32())];
                    gold.Add((spans, mention.GetProperty("chain").ValueKind == JsonValueKind.String ? mention.GetProperty("chain").GetString()! : $"{id}:{mention.GetProperty("m").GetRawText()}"));
                }
            }

            ImmutableArray<TextSpan> looked = [.. row.GetProperty("sentences").EnumerateArray().Where(static s => s[3].GetBoolean()).Select(static s => TextSpan.FromBounds(s[1].GetInt32(), s[2].GetInt32()))];
            reports.Add(new StoryReport(id, storyOf[id], row.GetProperty("story").GetString()!, report, new EventMentionReader(report, storyOf[id], meanings), gold, looked));
        }

        return reports;
    }

    private static string Key(StoryReport report, ImmutableArray<TextSpan> spans) => report.Id + ":" + string.Join(',', spans);

    private static CoreferenceScore Score(ILookup<string, string> chains, string[] keys, int[] groups)
    {
        CoreferenceScore score = new();
        score.Add(
            chains.Select(static g => (IReadOnlyCollection<string>)[.. g]),
            Enumerable.Range(0, keys.Length).GroupBy(i => groups[i]).Select(g => (IReadOnlyCollection<string>)[.. g.Select(i => keys[i])]),
            singletons: true);
        return score;
    }

    private static int[] ByKey(IEnumerable<string> keys)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        List<int> groups = [];
        foreach (string key in keys)
        {
            first.TryAdd(key, groups.Count);
            groups.Add(first[key]);
        }

        return [.. groups];
    }

    private sealed record StoryReport(
        string Id, string Story, string GoldStory, AnnotatedReport Report, EventMentionReader Reader, List<(ImmutableArray<TextSpan> Spans, string Chain)> Gold, ImmutableArray<TextSpan> Checked);
}
