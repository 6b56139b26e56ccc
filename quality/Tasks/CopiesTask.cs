using System.Text.Json;
using Parallax.Stories.Dependences;

namespace Parallax.Quality.Tasks;

/// <summary>Finding copied and shared text: FA-KES pairs, ECB+ reuse, and synthetic texts of known lineage.</summary>
internal sealed class CopiesTask : IQualityTask
{
    private const double MostOfIt = 0.5;
    private const double OneSentence = 0.15;

    /// <inheritdoc/>
    public string Name => "copies";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        foreach ((string corpus, string texts, string pairs) in new[]
        {
            ("fa-kes", "stories/fakes_docs.{split}.jsonl.gz", "stories/fakes_pairs.{split}.jsonl.gz"),
            ("ecb+ reuse", "crossdoc/ecbplus.{split}.jsonl.gz", "stories/ecbplus_reuse.{split}.jsonl.gz"),
        })
        {
            foreach (Metric metric in data.Has(texts) && data.Has(pairs) ? Pairs(data, corpus, texts, pairs) : [Metric.Skipped(Name, corpus, data.Split)])
            {
                yield return metric;
            }
        }

        foreach (Metric metric in data.Has("stories/synthetic_reuse.{split}.jsonl.gz") ? Synthetic(data) : [Metric.Skipped(Name, "synthetic", data.Split)])
        {
            yield return metric;
        }
    }

    // Gold: "copy" against every other pair of the file; and copy or shared text against the rest.
    private IEnumerable<Metric> Pairs(QualityData data, string corpus, string textFile, string pairFile)
    {
        Dictionary<string, ReuseText> texts = Texts(data, textFile).DistinctBy(static t => t.Key).ToDictionary(static t => t.Key, static t => t);
        Dictionary<(string, string), int> shares = Shares([.. texts.Values]);
        int right = 0, found = 0, gold = 0, sharedRight = 0, sharedFound = 0, sharedGold = 0, count = 0;
        foreach (string line in data.Lines(pairFile))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string a = json.RootElement.GetProperty("a").GetString()!, b = json.RootElement.GetProperty("b").GetString()!, relation = json.RootElement.GetProperty("relation").GetString()!;
            if (!texts.ContainsKey(a) || !texts.ContainsKey(b))
            {
                continue;
            }

            count++;
            int share = shares.GetValueOrDefault(Pair(a, b));
            bool isCopy = relation == "copy", isShared = relation is "copy" or "shared_wire_text" or "shared_text";
            bool saysCopy = share >= DependenceMaker.CopyShare, saysShared = share >= DependenceMaker.SharedShare;
            (gold, found, right) = (gold + Number(isCopy), found + Number(saysCopy), right + Number(isCopy && saysCopy));
            (sharedGold, sharedFound, sharedRight) = (sharedGold + Number(isShared), sharedFound + Number(saysShared), sharedRight + Number(isShared && saysShared));
        }

        yield return new Metric(Name, corpus, data.Split, "copy F1", 2.0 * right / (gold + found), count);
        yield return new Metric(Name, corpus, data.Split, "copy or shared text F1", 2.0 * sharedRight / (sharedGold + sharedFound), count);
    }

    // Gold: a text derived from another (or both from one); a report with one borrowed quotation is no copy.
    private IEnumerable<Metric> Synthetic(QualityData data)
    {
        List<(string Id, string Group, Dictionary<string, double> Sources)> rows = [];
        List<ReuseText> texts = [];
        foreach (string line in data.Lines("stories/synthetic_reuse.{split}.jsonl.gz"))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            string id = row.GetProperty("id").GetString()!;
            Dictionary<string, double> sources = row.TryGetProperty("sources", out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToDictionary(static s => s[0].GetString()!, static s => s[1].GetDouble()) : [];
            rows.Add((id, row.GetProperty("group").GetString()!, sources));
            texts.Add(ReuseText.Of(id, row.GetProperty("text").GetString()!));
        }

        Dictionary<string, string> groupOf = rows.ToDictionary(static r => r.Id, static r => r.Group);
        Dictionary<(string, string), int> shares = Shares(texts);
        int right = 0, found = 0, gold = 0, quoteOnly = 0, falseMerges = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            for (int j = i + 1; j < rows.Count; j++)
            {
                var (a, b) = (rows[i], rows[j]);
                double part = Math.Max(a.Sources.GetValueOrDefault(b.Id), b.Sources.GetValueOrDefault(a.Id));
                bool derived = part >= MostOfIt, borrows = 0 < part && part <= OneSentence;
                if (!derived && !borrows && (part > 0 || a.Group == b.Group || a.Sources.Keys.Intersect(b.Sources.Keys).Any() || Groups(a.Sources.Keys).Contains(b.Group) || Groups(b.Sources.Keys).Contains(a.Group)))
                {
                    continue; // two versions of one text, or a part of it: related, but neither is a copy of the other
                }

                bool says = shares.GetValueOrDefault(Pair(a.Id, b.Id)) >= DependenceMaker.CopyShare;
                (quoteOnly, falseMerges) = (quoteOnly + Number(borrows), falseMerges + Number(borrows && says));
                (gold, found, right) = (gold + Number(derived), found + Number(says), right + Number(derived && says));
            }
        }

        HashSet<string> Groups(IEnumerable<string> sources) => [.. sources.Select(s => groupOf.GetValueOrDefault(s, s))];

        yield return new Metric(Name, "synthetic", data.Split, "copy F1", 2.0 * right / (gold + found), gold);
        yield return new Metric(Name, "synthetic", data.Split, "copy precision", (double)right / Math.Max(1, found), found);
        yield return new Metric(Name, "synthetic", data.Split, "copy recall", (double)right / Math.Max(1, gold), gold);
        yield return new Metric(Name, "synthetic", data.Split, "false merges where one sentence is borrowed", (double)falseMerges / Math.Max(1, quoteOnly), quoteOnly);
    }

    private static List<ReuseText> Texts(QualityData data, string file)
    {
        List<ReuseText> texts = [];
        foreach (string line in data.Lines(file))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            texts.Add(ReuseText.Of(json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("text").GetString()!));
        }

        return texts;
    }

    private static Dictionary<(string, string), int> Shares(IReadOnlyList<ReuseText> texts) =>
        TextReuse.Find(texts).ToDictionary(p => Pair(texts[p.Left].Key, texts[p.Right].Key), static p => Math.Max(p.LeftShare, p.RightShare));

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private static int Number(bool value) => value ? 1 : 0;
}
