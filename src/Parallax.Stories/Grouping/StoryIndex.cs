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
        return new Leftovers(Likeness, mayJoin ?? (static (_, _) => true), NearTo, options).Join(groups);

        int Likeness(string left, string right)
        {
            if (left != opened)
            {
                one.Open(vectors[opened = left], weights.Count);
            }

            return one.Likeness(vectors[right]);
        }

        Func<string, IEnumerable<string>> NearTo(IEnumerable<string> keys, int least)
        {
            string[] added = [.. keys];
            NearReports near = new(weights.Count, options with { Join = least });
            Array.ForEach(added, key => near.Add(vectors[key]));
            List<int> found = [];
            return key =>
            {
                near.Find(found, vectors[key]);
                return found.Select(n => added[n]);
            };
        }
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

    // Reports that a chain of pairs alike enough connects.
    private DisjointSets Connected(StoryVector[] vectors, int stems)
    {
        DisjointSets connected = new(vectors.Length);
        OneAgainstMany one = new(options);
        NearReports before = new(stems, options);
        List<int> near = [];
        for (int i = 0; i < vectors.Length; i++)
        {
            before.Find(near, vectors[i]);
            before.Add(vectors[i]);
            one.Open(vectors[i], stems);
            foreach (int other in near)
            {
                if (connected.Find(i) != connected.Find(other) && one.Likeness(vectors[other]) >= options.Join)
                {
                    connected.Join(i, other);
                }
            }
        }

        return connected;
    }
}
