using System.Runtime.Intrinsics;

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
    private readonly double* _closedByLast; // [side][last × count + first]: what ends at one token lies together
    private readonly double* _openLeft; // [last × count + first]
    private readonly double* _openRight; // [first × count + last]
    private readonly ushort* _closedSplits;
    private readonly ushort* _openSplits; // the same for both sides

    private ProjectiveTree(Workspace memory, float* scores, int stride, int count)
    {
        _count = count;
        _scores = scores;
        _stride = stride;
        int cells = count * count;
        _closed = memory.Take<double>(2 * cells);
        _closedByLast = memory.Take<double>(2 * cells);
        _openLeft = memory.Take<double>(cells);
        _openRight = memory.Take<double>(cells);
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
            SetClosed(Left, token, token, 0);
            SetClosed(Right, token, token, 0);
        }

        for (int length = 1; length < _count; length++)
        {
            for (int first = 0; first + length < _count; first++)
            {
                FillSpan(first, first + length);
            }
        }
    }

    private void SetClosed(int side, int first, int last, double value)
    {
        _closed[At(side, first, last)] = value;
        _closedByLast[At(side, last, first)] = value;
    }

    private void FillSpan(int first, int last)
    {
        int splits = last - first;
        double open = Best(_closed + At(Right, first, first), _closedByLast + At(Left, last, first + 1), splits, out int split);
        _openSplits[(first * _count) + last] = (ushort)(first + split);
        _openLeft[(last * _count) + first] = open + Score(first, last + 1);
        _openRight[(first * _count) + last] = open + Score(last, first + 1);
        SetClosed(Left, first, last, Best(_closed + At(Left, first, first), _openLeft + (last * _count) + first, splits, out split));
        _closedSplits[At(Left, first, last)] = (ushort)(first + split);
        SetClosed(Right, first, last, Best(_openRight + (first * _count) + first + 1, _closedByLast + At(Right, last, first + 1), splits, out split));
        _closedSplits[At(Right, first, last)] = (ushort)(first + split + 1);
    }

    // The largest of the sums, and the first place where it stands: the same in lanes and one by one.
    private static double Best(double* left, double* right, int count, out int place)
    {
        (double best, place) = (double.NegativeInfinity, 0);
        int at = 0;
        if (Vector256.IsHardwareAccelerated && count >= 2 * Vector256<double>.Count)
        {
            Vector256<double> most = Vector256.Load(left) + Vector256.Load(right);
            Vector256<long> places = Vector256.Create(0L, 1, 2, 3), here = places;
            for (at = Vector256<double>.Count; at + Vector256<double>.Count <= count; at += Vector256<double>.Count)
            {
                here += Vector256.Create((long)Vector256<double>.Count);
                Vector256<double> sums = Vector256.Load(left + at) + Vector256.Load(right + at), more = Vector256.GreaterThan(sums, most);
                most = Vector256.ConditionalSelect(more, sums, most);
                places = Vector256.ConditionalSelect(more.AsInt64(), here, places);
            }

            best = most.GetElement(0);
            place = (int)places.GetElement(0);
            for (int lane = 1; lane < Vector256<double>.Count; lane++)
            {
                (double value, int where) = (most.GetElement(lane), (int)places.GetElement(lane));
                (best, place) = value > best || (value == best && where < place) ? (value, where) : (best, place);
            }
        }

        for (; at < count; at++)
        {
            double value = left[at] + right[at];
            (best, place) = value > best ? (value, at) : (best, place);
        }

        return best;
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
