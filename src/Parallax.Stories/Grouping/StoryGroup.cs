using System.Collections.Immutable;

namespace Parallax.Stories.Grouping;

/// <summary>Two reports with how alike they are, in thousandths.</summary>
internal readonly record struct StoryEdge(int Left, int Right, int Likeness);

/// <summary>A group of reports.</summary>
/// <param name="Members">Keys, sorted.</param>
/// <param name="Edges">The likenesses inside it in thousandths, by key.</param>
public sealed record StoryGroup(ImmutableArray<string> Members, ImmutableArray<(string Left, string Right, int Likeness)> Edges)
{
    /// <summary>How alike two members are on average, in thousandths; pairs with nothing in common count as they are known, 1000 for a single report.</summary>
    public int Average => Edges.Length == 0 ? 1000 : Edges.Sum(static e => e.Likeness) / Edges.Length;

    /// <summary>The groups of reports with the likenesses between them, by their smallest key.</summary>
    /// <param name="keys">Keys of the reports, sorted.</param>
    /// <param name="edges">Likenesses, by index.</param>
    /// <param name="options">Thresholds.</param>
    internal static ImmutableArray<StoryGroup> Of(string[] keys, List<StoryEdge> edges, StoryOptions options)
    {
        // Two groups are joined only where some pair of them is alike enough: what no chain of such pairs connects needs no averaging.
        DisjointSets connected = new(keys.Length);
        foreach (StoryEdge edge in edges)
        {
            if (edge.Likeness >= options.Join)
            {
                connected.Join(edge.Left, edge.Right);
            }
        }

        edges.RemoveAll(e => connected.Find(e.Left) != connected.Find(e.Right));
        int[] group = AverageLink.Cluster(keys.Length, edges, options.Join);
        ILookup<int, (string, string, int)> inside = edges.Where(e => group[e.Left] == group[e.Right]).ToLookup(e => group[e.Left], e => (keys[e.Left], keys[e.Right], e.Likeness));
        return [.. Enumerable.Range(0, keys.Length).GroupBy(i => group[i]).OrderBy(static g => g.Min()).Select(g => new StoryGroup([.. g.Select(i => keys[i])], [.. inside[g.Key]]))];
    }
}
