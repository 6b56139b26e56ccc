namespace Parallax.Language.Neural.Decoding;

/// <summary>From arc scores to a tree with one root: each token's best head where that is a tree, else <see cref="SpanningTree"/>; where arcs cross, <see cref="ProjectiveTree"/> if it costs little.</summary>
internal static unsafe class TreeDecoder
{
    /// <summary>A tree without crossing arcs is taken when its scores sum to less than this below the best tree: a factor of e² in likelihood.</summary>
    private const double CrossingWorth = 2;

    /// <summary>Longer sentences keep their crossing arcs, as the search without them grows with the cube of the tokens.</summary>
    private const int LongestProjective = 100;

    /// <summary>Chooses heads.</summary>
    /// <param name="memory">Memory of the pass.</param>
    /// <param name="scores"><c>[count × stride]</c>: score of column j as head of row i; column 0 is the root, j the j-th token.</param>
    /// <param name="stride">Distance of rows.</param>
    /// <param name="count">Number of tokens, at least 1.</param>
    /// <param name="quoted">
    /// Whether the sentence has a quotation mark: an arc over its root then stays, as a quotation that the words of its speaker interrupt is the one construction of news where arcs cross.
    /// </param>
    /// <param name="heads">Out: 0 for the root, else the number of the head from 1.</param>
    public static void Decode(Workspace memory, float* scores, int stride, int count, bool quoted, int* heads)
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

        if (count <= LongestProjective && HasCrossing(heads, count, out bool overRoot) && !(quoted && overRoot))
        {
            Uncross(memory, scores, stride, count, heads);
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

    // Whether arcs cross, the one from the root to its child among them: then an arc spans that child.
    private static bool HasCrossing(int* heads, int count, out bool overRoot)
    {
        bool crossing = false;
        overRoot = false;
        for (int token = 1; token <= count; token++)
        {
            int head = heads[token - 1], first = Math.Min(token, head), last = Math.Max(token, head);
            for (int inside = first + 1; inside < last && head != 0; inside++)
            {
                int other = heads[inside - 1];
                crossing |= other < first || other > last;
                overRoot |= other == 0;
            }
        }

        return crossing;
    }

    private static void Uncross(Workspace memory, float* scores, int stride, int count, int* heads)
    {
        (int, int) mark = memory.Mark();
        int* projective = memory.Take<int>(count);
        double best = 0;
        for (int token = 0; token < count; token++)
        {
            best += scores[((nint)token * stride) + heads[token]];
        }

        if (best - ProjectiveTree.Find(memory, scores, stride, count, projective) < CrossingWorth)
        {
            new Span<int>(projective, count).CopyTo(new Span<int>(heads, count));
        }

        memory.Release(mark);
    }
}
