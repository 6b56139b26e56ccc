using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Stories.Words;

namespace Parallax.Stories.Quotations;

/// <summary>Finds the same utterance in several reports.</summary>
internal static class QuotationMaker
{
    private const int KeyStems = 8;
    private const int LargestBucket = 300;
    private const int RareStem = 100;
    private static readonly Lazy<HashSet<string>> EnglishSpeaking = new(static () => StoriesData.Words("en/entities/english-speaking.txt"));

    /// <summary>The quotations that stand in two or more reports, by first version.</summary>
    public static ImmutableArray<Quotation> Make(ReportSet set, IReadOnlyDictionary<string, Entity> entities, IReadOnlyDictionary<string, int> storyOf, IReadOnlyDictionary<string, int> order, WordMeanings meanings, ExplanationBook book)
    {
        Utterance[] utterances =
        [
            .. set.Reports.SelectMany(static r => r.Statements).Where(static s => s.Content.Spans.Length > 0)
                .OrderBy(s => order[s.Report]).ThenBy(static s => s.Span).ThenBy(static s => s.Id, StringComparer.Ordinal)
                .Select(s => new Utterance(s, s.Source.Entity is { } e && entities.TryGetValue(e, out Entity? entity) && entity.Country is { } country && !EnglishSpeaking.Value.Contains(country))),
        ];
        DisjointSets sets = new(utterances.Length);
        Dictionary<(int, int), UtteranceMatch> matches = [];
        foreach ((int left, int right) in Candidates(utterances, [.. utterances.Select(u => storyOf[u.Statement.Report])]))
        {
            UtteranceMatch match = UtteranceMatcher.Compare(utterances[left], utterances[right], meanings);
            if (match.IsSame)
            {
                matches[(left, right)] = match;
                sets.Join(left, right);
            }
        }

        List<Quotation> quotations = [];
        foreach (List<int> members in sets.Sets().Where(static s => s.Count > 1))
        {
            if (Write(utterances, OnePerReport(utterances, members), matches, meanings) is { } quotation)
            {
                quotations.Add(quotation);
                book.Add(quotation.Id, quotation.Explanation);
            }
        }

        return [.. quotations];
    }

    // Of a statement and one nested in it with the same words, and of a quotation told twice, the fullest stands for the report.
    private static List<int> OnePerReport(Utterance[] utterances, List<int> members) =>
    [
        .. members.GroupBy(m => utterances[m].Statement.Report, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(m => utterances[m].Statement.Manner == Manner.Direct).ThenByDescending(m => utterances[m].Words.Length).ThenBy(static m => m).First()).Order(),
    ];

    // By the most telling stems: inside a story all that share one, across stories only what shares a stem that few have. So the cost grows with the number of reports and not with its square.
    private static IEnumerable<(int Left, int Right)> Candidates(Utterance[] utterances, int[] story)
    {
        Dictionary<string, List<int>> all = new(StringComparer.Ordinal);
        Dictionary<(string Stem, int Story), List<int>> own = [];
        string[][] keys = [.. utterances.Select(static u => u.Weights.OrderByDescending(static w => w.Weight).ThenBy(static w => w.Stem, StringComparer.Ordinal).Take(KeyStems).Select(static w => w.Stem).ToArray())];
        for (int i = 0; i < keys.Length; i++)
        {
            foreach (string stem in keys[i])
            {
                Add(all, stem, i);
                Add(own, (stem, story[i]), i);
            }
        }

        int[] seenWith = new int[utterances.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            foreach (string stem in keys[i])
            {
                List<int> bucket = all[stem];
                bucket = bucket.Count <= RareStem ? bucket : own[(stem, story[i])];
                int end = bucket.BinarySearch(i);
                for (int at = Math.Max(0, end - LargestBucket); at < end; at++)
                {
                    int other = bucket[at];
                    if (seenWith[other] != i && utterances[other].Statement.Report != utterances[i].Statement.Report)
                    {
                        seenWith[other] = i;
                        yield return (other, i);
                    }
                }
            }
        }

        static void Add<TKey>(Dictionary<TKey, List<int>> buckets, TKey key, int utterance)
            where TKey : notnull =>
            (buckets.TryGetValue(key, out List<int>? bucket) ? bucket : buckets[key] = []).Add(utterance);
    }

    private static Quotation? Write(Utterance[] utterances, List<int> members, Dictionary<(int, int), UtteranceMatch> matches, WordMeanings meanings)
    {
        if (members.Count < 2)
        {
            return null;
        }

        Utterance[] versions = [.. members.Select(m => utterances[m])];
        UtteranceMatch[] known = [.. members.SelectMany((m, i) => members.Skip(i + 1).Select(n => matches.GetValueOrDefault((m, n)))).Where(static m => m.IsSame)];
        if (known.Length == 0)
        {
            return null;
        }

        string? speaker = versions.Select(static v => v.Statement.Source.Entity).Distinct(StringComparer.Ordinal).Count() == 1 ? versions[0].Statement.Source.Entity : null;
        double similarity = Math.Round(known.Min(static m => m.Likeness) / 1000.0, 3);
        Evidence[] evidence = [.. versions.SelectMany(static v => v.Statement.Content.Spans.Select(s => new Evidence(v.Statement.Report, s.Start, s.End))).Order()];
        return new Quotation(
            Ids.Group('q', versions.Select(static v => v.Statement.Id)),
            speaker,
            [.. versions.Select(static v => new QuotationVersion(v.Statement.Id, v.Statement.Report))],
            known.Max(static m => m.Relation),
            [.. versions.Skip(1).SelectMany(v => WordDiff.Between(versions[0].Statement.Content.Text, v.Statement.Content.Text, meanings)).Distinct()],
            similarity)
        {
            Explanation = Explanation.Of("quotation", string.Join("; ", known.Select(static m => m.Why).Distinct(StringComparer.Ordinal)), similarity).On(evidence),
        };
    }
}
