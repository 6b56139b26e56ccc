using System.Text.Json;
using Parallax.Core.Text;
using Parallax.Quality.Scoring;
using Parallax.Stories.Grouping;
using Parallax.Stories.Happenings;

namespace Parallax.Quality.Tasks;

/// <summary>One event told by several reports: ECB+, scored mentions given, stories found by our grouping. Chains of one mention count, as in the figures published on this corpus.</summary>
internal sealed class EventsAcrossTask : IQualityTask
{
    /// <inheritdoc/>
    public string Name => "events-across";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        const string File = "crossdoc/ecbplus.{split}.jsonl.gz";
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "ecb+", data.Split);
            yield break;
        }

        StoryIndex index = new(new StoryOptions());
        List<(string Report, string GoldStory, string Mention, string Chain, EventWords Words)> mentions = [];
        foreach (string line in data.Lines(File))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            string id = row.GetProperty("id").GetString()!, text = row.GetProperty("text").GetString()!;
            index.Add(StoryFeatures.Of(id, text, default, null));
            foreach (JsonElement mention in row.GetProperty("mentions").EnumerateArray())
            {
                if (!mention.GetProperty("scored").GetBoolean() || !mention.GetProperty("type").GetString()!.Contains("ACTION", StringComparison.Ordinal))
                {
                    continue;
                }

                string key = $"{id}:{mention.GetProperty("m").GetRawText()}";
                string chain = mention.GetProperty("chain").ValueKind == JsonValueKind.String ? mention.GetProperty("chain").GetString()! : key;
                TextSpan span = TextSpan.FromBounds(mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32());
                TextSpan sentence = row.GetProperty("sentences").EnumerateArray().Select(static s => TextSpan.FromBounds(s[1].GetInt32(), s[2].GetInt32())).FirstOrDefault(s => s.Contains(span.Start));
                mentions.Add((id, row.GetProperty("story").GetString()!, key, chain, EventWords.Of(text, span, sentence)));
            }
        }

        Dictionary<string, string> storyOf = index.Groups().SelectMany(static g => g.Members.Select(m => (m, g.Members[0]))).ToDictionary(static p => p.m, static p => p.Item2);
        foreach ((string name, Func<int, string> story, bool stemOnly) in new (string, Func<int, string>, bool)[]
        {
            ("CoNLL F1", i => storyOf[mentions[i].Report], false),
            ("CoNLL F1 (baseline: stem, predicted story)", i => storyOf[mentions[i].Report], true),
            ("CoNLL F1 (baseline: stem, gold story)", i => mentions[i].GoldStory, true),
        })
        {
            EventWords[] words = [.. mentions.Select(static m => m.Words)];
            int[] found = new int[words.Length];
            foreach (IGrouping<string, int> members in Enumerable.Range(0, words.Length).GroupBy(story))
            {
                int[] inside = [.. members];
                int[] groups = stemOnly ? ByStem(inside, words) : EventWords.Group([.. inside.Select(i => words[i])]);
                for (int i = 0; i < inside.Length; i++)
                {
                    found[inside[i]] = inside[groups[i]];
                }
            }

            CoreferenceScore score = new();
            score.Add<string>(
                mentions.GroupBy(static m => m.Chain).Select(static g => (IReadOnlyCollection<string>)[.. g.Select(static m => m.Mention)]),
                Enumerable.Range(0, words.Length).GroupBy(i => found[i]).Select(g => (IReadOnlyCollection<string>)[.. g.Select(i => mentions[i].Mention)]),
                singletons: true);
            yield return new Metric(Name, "ecb+", data.Split, name, 100 * score.ConllF1, mentions.Count);
        }
    }

    private static int[] ByStem(int[] inside, EventWords[] words)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        int[] groups = new int[inside.Length];
        for (int i = 0; i < inside.Length; i++)
        {
            string key = words[inside[i]].Stem;
            first.TryAdd(key, i);
            groups[i] = first[key];
        }

        return groups;
    }
}
