namespace Parallax.Stories.Grouping;

/// <summary>Joins the two groups that are most alike on average until none are alike enough. Ties go to the smallest members, so the result is a function of the edges.</summary>
internal static class AverageLink
{
    /// <summary>A group number for each item: the smallest item of its group.</summary>
    /// <param name="count">Number of items.</param>
    /// <param name="edges">Likenesses; a pair without an edge counts as 0.</param>
    /// <param name="join">Average from which two groups are joined.</param>
    public static int[] Cluster(int count, List<StoryEdge> edges, int join)
    {
        int[] group = [.. Enumerable.Range(0, count)];
        int[] sizes = new int[count];
        Array.Fill(sizes, 1);
        Dictionary<int, long>?[] sums = new Dictionary<int, long>?[count];
        PriorityQueue<(int Left, int Right, int LeftSize, int RightSize), (int Negative, int Left, int Right)> queue = new();
        foreach (StoryEdge edge in edges)
        {
            (sums[edge.Left] ??= [])[edge.Right] = edge.Likeness;
            (sums[edge.Right] ??= [])[edge.Left] = edge.Likeness;
            if (edge.Likeness >= join)
            {
                queue.Enqueue((Math.Min(edge.Left, edge.Right), Math.Max(edge.Left, edge.Right), 1, 1), (-edge.Likeness, Math.Min(edge.Left, edge.Right), Math.Max(edge.Left, edge.Right)));
            }
        }

        List<int>[] members = [.. group.Select(static g => new List<int> { g })];
        while (queue.TryDequeue(out var pair, out _))
        {
            (int a, int b, int sizeA, int sizeB) = pair;
            if (sizes[a] != sizeA || sizes[b] != sizeB)
            {
                continue; // one of them has grown or gone since
            }

            foreach ((int other, long sum) in sums[b]!)
            {
                sums[other]!.Remove(b);
                if (other != a)
                {
                    sums[a]![other] = sums[a]!.GetValueOrDefault(other) + sum;
                    sums[other]![a] = sums[a]![other];
                }
            }

            members[a].AddRange(members[b]);
            sizes[a] += sizes[b];
            sizes[b] = 0;
            sums[b] = null;
            foreach ((int other, long sum) in sums[a]!)
            {
                int average = (int)(sum / ((long)sizes[a] * sizes[other]));
                if (average >= join)
                {
                    (int low, int high) = (Math.Min(a, other), Math.Max(a, other));
                    queue.Enqueue((low, high, sizes[low], sizes[high]), (-average, low, high));
                }
            }
        }

        for (int i = 0; i < count; i++)
        {
            foreach (int member in members[i].Where(_ => sizes[i] > 0))
            {
                group[member] = i;
            }
        }

        return group;
    }
}
