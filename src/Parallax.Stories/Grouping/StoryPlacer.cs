using System.Collections.Immutable;

namespace Parallax.Stories.Grouping;

/// <summary>Where a report stands among the others.</summary>
/// <param name="Story">Its story.</param>
/// <param name="Around">The other stories that reports like it, or like those, are in.</param>
public sealed record StoryPlacement(StoryGroup Story, ImmutableArray<StoryGroup> Around);

/// <summary>Finds the story of one report of a shelf by its neighbourhood alone. Not thread-safe; what it has looked up it keeps until the shelf grows.</summary>
/// <remarks>
/// The story is that which grouping the whole set gives: two groups are joined only where two of their members are alike enough, so a story lies within those reports that a chain of alike
/// pairs connects. Reports that cannot be alike enough are passed over by a bound: the cosine of two vectors is at most the share of the one that the stems they have in common make up.
/// </remarks>
/// <param name="shelf">The reports.</param>
/// <param name="options">Thresholds.</param>
public sealed class StoryPlacer(IStoryShelf shelf, StoryOptions options)
{
    // By number; null where it was not looked at yet.
    private StoryVector?[] _vectors = [];
    private int _count = -1;
    private StemWeights _weights = new(shelf);

    // By number: the share of the report looked at that stands on stems in common; all 0 between two questions.
    private long[] _mass = [];
    private readonly List<int> _touched = [];
    private readonly OneAgainstMany _one = new(options);

    /// <summary>The story of a report and the stories around it.</summary>
    /// <param name="number">Number of the report on the shelf.</param>
    public StoryPlacement Place(int number)
    {
        if (_count != shelf.Count)
        {
            _count = shelf.Count;
            _vectors = new StoryVector?[_count];
            _mass = new long[_count];
            _weights = new StemWeights(shelf);
        }

        HashSet<int> connected = [number];
        Queue<int> open = new([number]);
        while (open.TryDequeue(out int report))
        {
            foreach (int neighbour in Neighbours(report, connected))
            {
                connected.Add(neighbour);
                open.Enqueue(neighbour);
            }
        }

        StoryVector[] members = [.. connected.Select(Vector).OrderBy(static v => v.Report.Key, StringComparer.Ordinal)];
        List<StoryEdge> edges = [];
        for (int i = 0; i < members.Length; i++)
        {
            _one.Open(members[i], _weights.Count);
            for (int j = i + 1; j < members.Length; j++)
            {
                int likeness = _one.Likeness(members[j]);
                if (likeness >= options.Look)
                {
                    edges.Add(new StoryEdge(i, j, likeness));
                }
            }
        }

        string key = Vector(number).Report.Key;
        ImmutableArray<StoryGroup> groups = StoryGroup.Of([.. members.Select(static m => m.Report.Key)], edges, options);
        StoryGroup own = groups.First(g => g.Members.Contains(key));
        return new StoryPlacement(own, groups.Remove(own));
    }

    // The reports alike enough that are not connected yet.
    private List<int> Neighbours(int report, HashSet<int> connected)
    {
        StoryVector own = Vector(report);
        _one.Open(own, _weights.Count);

        // A report without a day is near no other in time.
        double lowest = own.Report.Day is null ? StoryVector.LeastCosine(own.Report, null, 0, options) : StoryVector.LeastCosine(options);
        Weigh(own, lowest * lowest * own.Norm);
        List<int> neighbours = [];
        foreach (int other in _touched)
        {
            long mass = _mass[other];
            _mass[other] = 0;
            if (mass < lowest * lowest * own.Norm || connected.Contains(other))
            {
                continue;
            }

            ReportOutline outline = shelf.Outline(other);
            double least = StoryVector.LeastCosine(own.Report, outline.Day, outline.Stems, options);
            if (mass >= least * least * own.Norm && _one.Likeness(Vector(other)) >= options.Join)
            {
                neighbours.Add(other);
            }
        }

        _touched.Clear();
        return neighbours;
    }

    // The most telling stems first: once the rest cannot make another alike enough, it counts only for those that share one of these, and the common stems, which stand in most reports, bring nobody in.
    private void Weigh(StoryVector own, double needed)
    {
        StoryPart[] parts = [.. own.Parts];
        Array.Sort(parts, static (a, b) => b.Weight.CompareTo(a.Weight));
        long rest = own.Norm;
        foreach (StoryPart part in parts)
        {
            long mass = (long)part.Weight * part.Weight;
            bool bringsIn = rest >= needed;
            foreach (int holder in shelf.Holders(part.Number))
            {
                ref long known = ref _mass[holder];
                if (known == 0)
                {
                    if (!bringsIn)
                    {
                        continue;
                    }

                    _touched.Add(holder);
                }

                known += mass;
            }

            rest -= mass;
        }
    }

    private StoryVector Vector(int report) => _vectors[report] ??= StoryVector.Of(shelf[report], _weights, options);
}
