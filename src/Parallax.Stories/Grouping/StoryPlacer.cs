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
    private readonly Dictionary<int, StoryVector> _vectors = [];
    private int _count = -1;

    /// <summary>The story of a report and the stories around it.</summary>
    /// <param name="number">Number of the report on the shelf.</param>
    public StoryPlacement Place(int number)
    {
        if (_count != shelf.Count)
        {
            _vectors.Clear();
            _count = shelf.Count;
        }

        SortedSet<int> connected = [number];
        Queue<int> open = new([number]);
        while (open.TryDequeue(out int report))
        {
            foreach (int neighbour in Neighbours(report))
            {
                if (connected.Add(neighbour))
                {
                    open.Enqueue(neighbour);
                }
            }
        }

        StoryVector[] members = [.. connected.Select(Vector).OrderBy(static v => v.Features.Key, StringComparer.Ordinal)];
        List<StoryEdge> edges = [];
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = i + 1; j < members.Length; j++)
            {
                int likeness = StoryVector.Likeness(members[i], members[j], options);
                if (likeness >= options.Look)
                {
                    edges.Add(new StoryEdge(i, j, likeness));
                }
            }
        }

        string key = shelf[number].Key;
        ImmutableArray<StoryGroup> groups = StoryGroup.Of([.. members.Select(static m => m.Features.Key)], edges, options);
        StoryGroup own = groups.First(g => g.Members.Contains(key));
        return new StoryPlacement(own, groups.Remove(own));
    }

    private List<int> Neighbours(int report)
    {
        StoryVector own = Vector(report);
        Dictionary<int, long> shared = [];
        int reach = options.LongestStory + options.FreeDays;
        foreach (StoryPart part in own.Parts)
        {
            foreach (ShelvedReport holder in shelf.Holders(part.Stem))
            {
                if (holder.Number != report && (own.Features.Day is not { } a || holder.Day is not { } b || Math.Abs(a - b) <= reach))
                {
                    shared[holder.Number] = shared.GetValueOrDefault(holder.Number) + ((long)part.Weight * part.Weight);
                }
            }
        }

        List<int> neighbours = [];
        double least = (double)options.Join / Math.Max(options.NearInTime, 1000);
        foreach ((int other, long mass) in shared)
        {
            if (mass >= least * least * own.Norm && StoryVector.Likeness(own, Vector(other), options) >= options.Join)
            {
                neighbours.Add(other);
            }
        }

        return neighbours;
    }

    private StoryVector Vector(int report) => _vectors.TryGetValue(report, out StoryVector? known) ? known : _vectors[report] = StoryVector.Of(shelf[report], shelf, options);
}
