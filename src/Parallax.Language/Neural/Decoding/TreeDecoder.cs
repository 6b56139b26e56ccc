namespace Parallax.Language.Neural.Decoding;

/// <summary>From arc scores to the best tree with one root: each token's best head where that is a tree, else <see cref="SpanningTree"/>.</summary>
internal static unsafe class TreeDecoder
{
    /// <summary>Chooses heads.</summary>
    /// <param name="memory">Memory of the pass.</param>
    /// <param name="scores"><c>[count × stride]</c>: score of column j as head of row i; column 0 is the root, j the j-th token.</param>
    /// <param name="stride">Distance of rows.</param>
    /// <param name="count">Number of tokens, at least 1.</param>
    /// <param name="heads">Out: 0 for the root, else the number of the head from 1.</param>
    public static void Decode(Workspace memory, float* scores, int stride, int count, int* heads)
    {
        int roots = 0;
        for (int token = 0; token < count; token++)
        {
            float* row = scores + ((nint)token * stride);
            int place = 0;
            float greatest = row[0];
            for (int head = 1; head <= count; head++)
            {
                if (row[head] > greatest && head != token + 1)
                {
                    greatest = row[head];
                    place = head;
                }
            }

            heads[token] = place;
            roots += place == 0 ? 1 : 0;
        }

        if (roots != 1 || HasCycle(memory, heads, count))
        {
            SpanningTree.Find(memory, scores, stride, count, heads);
        }
    }

    /// <summary>Whether some token is its own ancestor.</summary>
    public static bool HasCycle(Workspace memory, int* heads, int count)
    {
        (int, int) mark = memory.Mark();
        int* seen = memory.Take<int>(count + 1); // The token from which the way up was begun.
        new Span<int>(seen, count + 1).Clear();
        bool cycle = false;
        for (int token = 1; token <= count && !cycle; token++)
        {
            int at = token;
            while (at != 0 && seen[at] == 0)
            {
                seen[at] = token;
                at = heads[at - 1];
            }

            cycle = at != 0 && seen[at] == token;
        }

        memory.Release(mark);
        return cycle;
    }
}
