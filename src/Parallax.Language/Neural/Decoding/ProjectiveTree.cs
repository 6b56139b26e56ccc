namespace Parallax.Language.Neural.Decoding;

/// <summary>The highest-scoring tree without crossing arcs and with exactly one child of the root (Eisner, COLING 1996); time grows with the cube of the tokens, memory with the square.</summary>
/// <remarks>
/// An item spans the tokens from one end to another and has its top at one of the ends. A closed item has all dependents its top will get on that side; an open one is closed at both ends but for
/// the arc between them that was just drawn.
/// </remarks>
internal readonly unsafe ref struct ProjectiveTree
{
    private const int Left = 0; // the top is the last token
    private const int Right = 1; // the top is the first token

    private readonly int _count;
    private readonly float* _scores;
    private readonly int _stride;
    private readonly double* _closed; // [side][first × count + last]
    private readonly double* _open;
    private readonly ushort* _closedSplits;
    private readonly ushort* _openSplits; // the same for both sides

    private ProjectiveTree(Workspace memory, float* scores, int stride, int count)
    {
        _count = count;
        _scores = scores;
        _stride = stride;
        int cells = count * count;
        _closed = memory.Take<double>(2 * cells);
        _open = memory.Take<double>(2 * cells);
        _closedSplits = memory.Take<ushort>(2 * cells);
        _openSplits = memory.Take<ushort>(cells);
    }

    /// <summary>Finds the tree; parameters as in <see cref="TreeDecoder.Decode"/>.</summary>
    /// <returns>The sum of its scores.</returns>
    public static double Find(Workspace memory, float* scores, int stride, int count, int* heads)
    {
        (int, int) mark = memory.Mark();
        ProjectiveTree tree = new(memory, scores, stride, count);
        tree.Fill();
        int root = 0;
        double best = double.NegativeInfinity;
        for (int token = 0; token < count; token++)
        {
            double total = tree._closed[tree.At(Left, 0, token)] + tree._closed[tree.At(Right, token, count - 1)] + tree.Score(token, 0);
            if (total > best)
            {
                best = total;
                root = token;
            }
        }

        heads[root] = 0;
        tree.ReadClosed(Left, 0, root, heads);
        tree.ReadClosed(Right, root, count - 1, heads);
        memory.Release(mark);
        return best;
    }

    private int At(int side, int first, int last) => (((side * _count) + first) * _count) + last;

    private double Score(int dependent, int head) => _scores[((nint)dependent * _stride) + head];

    private void Fill()
    {
        for (int token = 0; token < _count; token++)
        {
            _closed[At(Left, token, token)] = 0;
            _closed[At(Right, token, token)] = 0;
        }

        for (int length = 1; length < _count; length++)
        {
            for (int first = 0; first + length < _count; first++)
            {
                FillSpan(first, first + length);
            }
        }
    }

    private void FillSpan(int first, int last)
    {
        double open = double.NegativeInfinity;
        for (int split = first; split < last; split++)
        {
            double value = _closed[At(Right, first, split)] + _closed[At(Left, split + 1, last)];
            if (value > open)
            {
                open = value;
                _openSplits[(first * _count) + last] = (ushort)split;
            }
        }

        _open[At(Left, first, last)] = open + Score(first, last + 1);
        _open[At(Right, first, last)] = open + Score(last, first + 1);
        double left = double.NegativeInfinity, right = double.NegativeInfinity;
        for (int split = first; split < last; split++)
        {
            double value = _closed[At(Left, first, split)] + _open[At(Left, split, last)];
            if (value > left)
            {
                left = value;
                _closedSplits[At(Left, first, last)] = (ushort)split;
            }

            value = _open[At(Right, first, split + 1)] + _closed[At(Right, split + 1, last)];
            if (value > right)
            {
                right = value;
                _closedSplits[At(Right, first, last)] = (ushort)(split + 1);
            }
        }

        _closed[At(Left, first, last)] = left;
        _closed[At(Right, first, last)] = right;
    }

    // Each step down either shortens the item or draws an arc: no deeper than twice the tokens.
    private void ReadClosed(int side, int first, int last, int* heads)
    {
        if (first == last)
        {
            return;
        }

        int split = _closedSplits[At(side, first, last)];
        if (side == Left)
        {
            ReadClosed(Left, first, split, heads);
            ReadOpen(Left, split, last, heads);
        }
        else
        {
            ReadOpen(Right, first, split, heads);
            ReadClosed(Right, split, last, heads);
        }
    }

    private void ReadOpen(int side, int first, int last, int* heads)
    {
        heads[side == Left ? first : last] = (side == Left ? last : first) + 1;
        int split = _openSplits[(first * _count) + last];
        ReadClosed(Right, first, split, heads);
        ReadClosed(Left, split + 1, last, heads);
    }
}
