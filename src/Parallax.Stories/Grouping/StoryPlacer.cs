using System.Collections.Immutable;
using System.Numerics;

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
    private const int Whole = 1 << 30;

    // By number; null where it was not looked at yet.
    private StoryVector?[] _vectors = [];
    private int _count = -1;
    private StemWeights _weights = new(shelf);

    // By number: the share of the report looked at that stands on stems in common, in units of which its whole has at most `Whole`.
    private int[] _shares = [];
    private readonly List<int> _candidates = [];
    private readonly OneAgainstMany _one = new(options);

    /// <summary>The story of a report and the stories around it.</summary>
    /// <param name="number">Number of the report on the shelf.</param>
    public StoryPlacement Place(int number)
    {
        if (_count != shelf.Count)
        {
            _count = shelf.Count;
            _vectors = new StoryVector?[_count];
            _shares = new int[_count];
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

        StoryVector[] members = [.. connected.Select(VectorOf).OrderBy(static v => v.Report.Key, StringComparer.Ordinal)];
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

        string key = VectorOf(number).Report.Key;
        ImmutableArray<StoryGroup> groups = StoryGroup.Of([.. members.Select(static m => m.Report.Key)], edges, options);
        StoryGroup own = groups.First(g => g.Members.Contains(key));
        return new StoryPlacement(own, groups.Remove(own));
    }

    // The reports alike enough that are not connected yet.
    private List<int> Neighbours(int report, HashSet<int> connected)
    {
        StoryVector own = VectorOf(report);
        _one.Open(own, _weights.Count);

        // A report without a day is near no other in time.
        double lowest = own.Report.Day is null ? StoryVector.LeastCosine(own.Report, null, 0, options) : StoryVector.LeastCosine(options);
        int unit = Weigh(own);
        Find(own.Norm, unit, lowest);
        List<int> neighbours = [];
        foreach (int other in _candidates)
        {
            if (connected.Contains(other))
            {
                continue;
            }

            ReportOutline outline = shelf.Outline(other);
            double least = StoryVector.LeastCosine(own.Report, outline.Day, outline.Stems, options);
            if (_shares[other] >= Needed(own.Norm, unit, least) && _one.Likeness(VectorOf(other)) >= options.Join)
            {
                neighbours.Add(other);
            }
        }

        return neighbours;
    }

    // Fills the shares, rounded up; gives the bits by which they are shifted. Every holder of a stem is counted, without asking whether it was met before: that is quicker than any way of passing some over.
    private int Weigh(StoryVector own)
    {
        Array.Clear(_shares);
        int unit = Math.Max(0, 64 - BitOperations.LeadingZeroCount((ulong)own.Norm) - BitOperations.Log2(Whole));
        int[] shares = _shares;
        foreach (StoryPart part in own.Parts)
        {
            int share = (int)((((long)part.Weight * part.Weight) + (1L << unit) - 1) >> unit);
            foreach (int holder in shelf.Holders(part.Number))
            {
                unchecked
                {
                    shares[holder] += share;
                }
            }
        }

        return unit;
    }

    // The reports whose share is enough for the lowest cosine.
    private void Find(long norm, int unit, double lowest)
    {
        _candidates.Clear();
        int needed = Needed(norm, unit, lowest), report = 0;
        Vector<int> bound = new(needed - 1);
        for (; report + Vector<int>.Count <= _shares.Length; report += Vector<int>.Count)
        {
            if (Vector.GreaterThanAny(new Vector<int>(_shares, report), bound))
            {
                Add(report, report + Vector<int>.Count);
            }
        }

        Add(report, _shares.Length);

        void Add(int first, int end)
        {
            for (int i = first; i < end; i++)
            {
                if (_shares[i] >= needed)
                {
                    _candidates.Add(i);
                }
            }
        }
    }

    // The share from which a cosine can be reached; at least 1, and more than any where it cannot.
    private static int Needed(long norm, int unit, double cosine) => cosine > 1 ? int.MaxValue : Math.Max(1, (int)(cosine * cosine * (norm >> unit)));

    private StoryVector VectorOf(int report) => _vectors[report] ??= StoryVector.Of(shelf[report], _weights, options);
}
