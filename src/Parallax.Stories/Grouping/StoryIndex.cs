using System.Collections.Immutable;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>Two reports with how alike they are, in thousandths.</summary>
internal readonly record struct StoryEdge(int Left, int Right, int Likeness);

/// <summary>A group of reports.</summary>
/// <param name="Members">Keys, sorted.</param>
/// <param name="Edges">The likenesses inside it, by key.</param>
internal sealed record StoryGroup(ImmutableArray<string> Members, ImmutableArray<(string Left, string Right, int Likeness)> Edges);

/// <summary>Groups reports into stories by weighted words and days, through an inverted index. Not thread-safe.</summary>
/// <remarks>
/// The groups are a function of the set of reports: adding them one by one in any order, asking in between or not, gives the same groups. Likeness is a cosine of whole-number weights.
/// Weights depend on how many reports have a stem; so likenesses are reckoned when asked for, and only for reports that share a telling stem.
/// </remarks>
internal sealed class StoryIndex(StoryOptions options)
{
    private readonly SortedDictionary<string, StoryFeatures> _reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reportsWith = new(StringComparer.Ordinal);

    /// <summary>Number of reports.</summary>
    public int Count => _reports.Count;

    /// <summary>Adds a report; one whose key is there already changes nothing.</summary>
    public void Add(StoryFeatures report)
    {
        if (!_reports.TryAdd(report.Key, report))
        {
            return;
        }

        foreach ((string stem, int _) in report.Stems)
        {
            _reportsWith[stem] = _reportsWith.GetValueOrDefault(stem) + 1;
        }
    }

    /// <summary>The groups, by their smallest key.</summary>
    public ImmutableArray<StoryGroup> Groups()
    {
        StoryFeatures[] reports = [.. _reports.Values];
        List<StoryEdge> edges = Edges(reports);
        int[] group = AverageLink.Cluster(reports.Length, edges, options.Join);
        return
        [
            .. Enumerable.Range(0, reports.Length).GroupBy(i => group[i]).OrderBy(static g => g.Min()).Select(g =>
                new StoryGroup([.. g.Select(i => reports[i].Key)], [.. edges.Where(e => group[e.Left] == g.Key && group[e.Right] == g.Key).Select(e => (reports[e.Left].Key, reports[e.Right].Key, e.Likeness))])),
        ];
    }

    private List<StoryEdge> Edges(StoryFeatures[] reports)
    {
        Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
        (int Stem, int Weight, bool IsRare)[][] vectors = new (int, int, bool)[reports.Length][];
        long[] norms = new long[reports.Length];
        for (int i = 0; i < reports.Length; i++)
        {
            vectors[i] = Vector(reports[i], numberOf);
            norms[i] = vectors[i].Sum(static v => (long)v.Weight * v.Weight);
        }

        List<(int Report, int Weight, bool IsRare)>[] postings = new List<(int, int, bool)>[numberOf.Count];
        List<StoryEdge> edges = [];
        long[] dots = new long[reports.Length];
        int[] names = new int[reports.Length];
        List<int> touched = [];
        for (int i = 0; i < reports.Length; i++)
        {
            foreach ((int stem, int weight, bool isRare) in vectors[i])
            {
                foreach ((int other, int otherWeight, bool otherRare) in postings[stem] ??= [])
                {
                    if (dots[other] == 0)
                    {
                        touched.Add(other);
                    }

                    dots[other] += (long)weight * otherWeight;
                    names[other] += isRare && otherRare ? 1 : 0;
                }

                postings[stem].Add((i, weight, isRare));
            }

            foreach (int other in touched)
            {
                int likeness = Likeness(dots[other], norms[i], norms[other], reports[i], reports[other], names[other]);
                (dots[other], names[other]) = (0, 0);
                if (likeness >= options.Look)
                {
                    edges.Add(new StoryEdge(other, i, likeness));
                }
            }

            touched.Clear();
        }

        return edges;
    }

    private (int Stem, int Weight, bool IsRare)[] Vector(StoryFeatures report, Dictionary<string, int> numberOf)
    {
        List<(string Stem, int Weight, bool IsRare)> weights = [];
        foreach ((string stem, int count) in report.Stems)
        {
            int weight = WordWeights.Of(stem, _reportsWith[stem], _reports.Count);
            weights.Add((stem, (int)((long)weight * (100 + WordWeights.Log2(count)) / 100), weight >= options.RareName && _reportsWith[stem] <= options.ReportsOfOneName && count >= StoryFeatures.CapitalCountsAs));
        }

        // The most telling stems carry the likeness; the rest only add noise and time.
        (int Stem, int Weight, bool IsRare)[] vector = new (int, int, bool)[Math.Min(weights.Count, options.KeyStems)];
        int i = 0;
        foreach ((string stem, int weight, bool isRare) in weights.OrderByDescending(static w => w.Weight).ThenBy(static w => w.Stem, StringComparer.Ordinal).Take(options.KeyStems))
        {
            if (!numberOf.TryGetValue(stem, out int number))
            {
                numberOf[stem] = number = numberOf.Count;
            }

            vector[i++] = (number, weight, isRare);
        }

        return vector;
    }

    private int Likeness(long dot, long norm, long otherNorm, StoryFeatures report, StoryFeatures other, int names)
    {
        double cosine = dot / Math.Sqrt((double)norm * otherNorm);

        // Two long reports share more by chance.
        int length = Math.Max(0, Math.Min(report.Stems.Length, other.Stems.Length) - options.ShortStems);
        int likeness = (int)(cosine * 1000) * 1000 / (1000 + (length * options.LengthCosts));
        if (report.Day is { } a && other.Day is { } b)
        {
            int gap = Math.Max(0, Math.Abs(a - b) - options.FreeDays);
            likeness = (int)((long)likeness * Math.Max(names >= options.NamesOfOneStory && gap <= options.LongestStory ? options.FollowUp : 0, options.NearInTime - ((long)gap * options.DayCosts)) / 1000);
        }


        return likeness;
    }
}
