using System.Collections.Immutable;

namespace Parallax.Stories.Grouping;

/// <summary>Groups reports into stories by weighted words and days, through an inverted index. Not thread-safe.</summary>
/// <remarks>
/// The groups are a function of the set of reports: adding them one by one in any order, asking in between or not, gives the same groups. Likeness is a cosine of whole-number weights.
/// Weights depend on how many reports have a stem; so likenesses are reckoned when asked for, and only for reports that share a telling stem. <see cref="StoryPlacer"/> finds the story of one report
/// without the others.
/// </remarks>
/// <param name="options">Thresholds.</param>
/// <param name="shelf">Where the reports are kept; in memory where it is not given.</param>
public sealed class StoryIndex(StoryOptions options, IStoryShelf? shelf = null)
{
    private readonly IStoryShelf _shelf = shelf ?? new MemoryStoryShelf();

    /// <summary>Number of reports.</summary>
    public int Count => _shelf.Count;

    /// <summary>Adds a report; one whose key is there already changes nothing.</summary>
    public void Add(StoryFeatures report) => _shelf.Add(report);

    /// <summary>The groups, by their smallest key.</summary>
    public ImmutableArray<StoryGroup> Groups()
    {
        StemWeights weights = new(_shelf);
        StoryVector[] vectors = [.. Enumerable.Range(0, _shelf.Count).Select(n => StoryVector.Of(_shelf[n], weights, options)).OrderBy(static v => v.Report.Key, StringComparer.Ordinal)];
        return StoryGroup.Of([.. vectors.Select(static v => v.Report.Key)], Edges(vectors, weights.Count), options);
    }

    /// <summary>The groups where somebody put the reports together to be read as one: as <see cref="Groups"/> gives them, but what is left over joins the one story it is like.</summary>
    /// <param name="mayJoin">Whether the reports of the first group may join the story that the second is, both by keys; where it is not given, likeness alone decides.</param>
    public ImmutableArray<StoryGroup> GroupsOfChosen(Func<ImmutableArray<string>, ImmutableArray<string>, bool>? mayJoin = null)
    {
        ImmutableArray<StoryGroup> groups = Groups();
        if (groups.Length == 1)
        {
            return groups;
        }

        StemWeights weights = new(_shelf);
        Dictionary<string, StoryVector> vectors = Enumerable.Range(0, _shelf.Count).Select(n => StoryVector.Of(_shelf[n], weights, options)).ToDictionary(static v => v.Report.Key, StringComparer.Ordinal);
        OneAgainstMany one = new(options);
        string? opened = null;
        return Leftovers.Join(
            groups,
            (left, right) =>
            {
                if (left != opened)
                {
                    one.Open(vectors[opened = left], weights.Count);
                }

                return one.Likeness(vectors[right]);
            },
            mayJoin ?? (static (_, _) => true),
            options);
    }

    // Two groups are joined only where some pair of them is alike enough: likenesses are reckoned only between reports that a chain of such pairs connects.
    private List<StoryEdge> Edges(StoryVector[] vectors, int stems)
    {
        OneAgainstMany one = new(options);
        List<StoryEdge> edges = [];
        foreach (List<int> members in Connected(vectors, stems).Sets())
        {
            for (int i = 0; i + 1 < members.Count; i++)
            {
                one.Open(vectors[members[i]], stems);
                for (int j = i + 1; j < members.Count; j++)
                {
                    int likeness = one.Likeness(vectors[members[j]]);
                    if (likeness >= options.Look)
                    {
                        edges.Add(new StoryEdge(members[i], members[j], likeness));
                    }
                }
            }
        }

        return edges;
    }

    // A report is looked up by its most telling stems, until the rest alone could make no other alike enough; so the common stems, which stand in most reports, are hardly ever gone through.
    private DisjointSets Connected(StoryVector[] vectors, int stems)
    {
        DisjointSets connected = new(vectors.Length);
        OneAgainstMany one = new(options);
        List<(int Report, int Weight)>?[] postings = new List<(int, int)>?[stems];
        long[] dots = new long[vectors.Length];
        List<int> touched = [];
        double lowest = StoryVector.LeastCosine(options);
        for (int i = 0; i < vectors.Length; i++)
        {
            StoryVector own = vectors[i];
            StoryPart[] parts = [.. own.Parts];
            Array.Sort(parts, static (a, b) => b.Weight.CompareTo(a.Weight));
            long rest = own.Norm;
            foreach (StoryPart part in parts)
            {
                List<(int Report, int Weight)> holders = postings[part.Number] ??= [];
                if (rest > lowest * lowest * own.Norm)
                {
                    foreach ((int other, int weight) in holders)
                    {
                        if (dots[other] == 0)
                        {
                            touched.Add(other);
                        }

                        dots[other] += (long)part.Weight * weight;
                    }

                    rest -= (long)part.Weight * part.Weight;
                }

                holders.Add((i, part.Weight));
            }

            one.Open(own, stems);
            foreach (int other in touched)
            {
                // The rest adds at most the product of its length and that of the other.
                double most = dots[other] + Math.Sqrt((double)rest * vectors[other].Norm), all = Math.Sqrt((double)own.Norm * vectors[other].Norm);
                dots[other] = 0;
                if (most >= lowest * all && most >= StoryVector.LeastCosine(own.Report, vectors[other].Report.Day, vectors[other].Report.Stems.Length, options) * all
                    && connected.Find(i) != connected.Find(other) && one.Likeness(vectors[other]) >= options.Join)
                {
                    connected.Join(i, other);
                }
            }

            touched.Clear();
        }

        return connected;
    }
}
