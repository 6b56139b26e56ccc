namespace Parallax.Language.Neural.Decoding;

/// <summary>The highest-scoring tree with exactly one child of the root (Chu, Liu and Edmonds, growing paths; time and memory grow with the square of the tokens).</summary>
/// <remarks>
/// A penalty on the arcs of the root, larger than any tree can win, leaves one of them. Nodes of a cycle are merged into one of their places; what a place stands for is kept in a
/// forest, from which the arcs of the merged nodes are read at the end.
/// </remarks>
internal unsafe ref struct SpanningTree
{
    private const byte New = 0;
    private const byte OnPath = 1;
    private const byte Done = 2;

    private readonly int _size; // nodes with the root
    private readonly double* _scores; // [dependent × size + head]
    private readonly int* _heads; // the head in the sentence that an arc stands for, same places
    private readonly int* _dependents;
    private readonly int* _best; // chosen head of each place
    private readonly byte* _states;
    private readonly bool* _merged; // places that no longer stand for anything
    private readonly int* _trees; // what each place stands for: a token, or a merged node from size on
    private readonly int* _parents; // of tokens and merged nodes
    private readonly int* _arcHeads; // chosen arc of tokens and merged nodes
    private readonly int* _arcDependents;
    private readonly int* _path;
    private int _treeCount;

    private SpanningTree(Workspace memory, float* scores, int stride, int count)
    {
        _size = count + 1;
        _scores = memory.Take<double>(_size * _size);
        _heads = memory.Take<int>(_size * _size);
        _dependents = memory.Take<int>(_size * _size);
        _best = memory.Take<int>(_size);
        _states = memory.Take<byte>(_size);
        _merged = memory.Take<bool>(_size);
        _trees = memory.Take<int>(_size);
        _parents = memory.Take<int>(2 * _size);
        _arcHeads = memory.Take<int>(2 * _size);
        _arcDependents = memory.Take<int>(2 * _size);
        _path = memory.Take<int>(_size);
        _treeCount = _size;
        double least = scores[0], greatest = scores[0];
        for (int token = 0; token < count; token++)
        {
            for (int head = 0; head <= count; head++)
            {
                double score = scores[((nint)token * stride) + head];
                least = Math.Min(least, score);
                greatest = Math.Max(greatest, score);
            }
        }

        double penalty = ((greatest - least) * _size) + 1;
        for (int node = 0; node < _size; node++)
        {
            _states[node] = New;
            _merged[node] = false;
            _trees[node] = node;
            for (int head = 0; head < _size; head++)
            {
                int at = (node * _size) + head;
                _scores[at] = node == 0 ? 0 : scores[((nint)(node - 1) * stride) + head] - (head == 0 ? penalty : 0);
                _heads[at] = head;
                _dependents[at] = node;
            }
        }

        new Span<int>(_parents, 2 * _size).Fill(-1);
    }

    /// <summary>Finds the tree; parameters as in <see cref="TreeDecoder.Decode"/>.</summary>
    public static void Find(Workspace memory, float* scores, int stride, int count, int* heads)
    {
        (int, int) mark = memory.Mark();
        SpanningTree tree = new(memory, scores, stride, count);
        for (int node = 1; node <= count; node++)
        {
            if (!tree._merged[node] && tree._states[node] == New)
            {
                tree.Grow(node);
            }
        }

        tree.Unfold();
        for (int node = 1; node <= count; node++)
        {
            heads[node - 1] = tree._arcHeads[node];
        }

        memory.Release(mark);
    }

    // From a node to its best head and on, until a finished node is met; cycles on the way become one node.
    private void Grow(int node)
    {
        int length = 0;
        _path[length++] = node;
        _states[node] = OnPath;
        while (true)
        {
            int top = _path[length - 1];
            int head = Choose(top);
            if (head == 0 || _states[head] == Done)
            {
                break;
            }

            if (_states[head] == New)
            {
                _states[head] = OnPath;
                _path[length++] = head;
                continue;
            }

            int first = length - 1;
            while (_path[first] != head)
            {
                first--;
            }

            Merge(first, length);
            length = first + 1;
        }

        for (int i = 0; i < length; i++)
        {
            _states[_path[i]] = Done;
        }
    }

    private readonly int Choose(int node)
    {
        int place = -1;
        double greatest = double.NegativeInfinity;
        for (int head = 0; head < _size; head++)
        {
            double score = _scores[(node * _size) + head];
            if (score > greatest && head != node && !_merged[head])
            {
                greatest = score;
                place = head;
            }
        }

        int at = (node * _size) + place;
        _best[node] = place;
        _arcHeads[_trees[node]] = _heads[at];
        _arcDependents[_trees[node]] = _dependents[at];
        return place;
    }

    // The nodes of a cycle, which is the path from `first` to its end, become one node at the place of the first of them.
    private void Merge(int first, int length)
    {
        int place = _path[first], tree = _treeCount++;
        for (int i = first; i < length; i++)
        {
            int node = _path[i];
            double own = _scores[(node * _size) + _best[node]];
            _parents[_trees[node]] = tree;
            _merged[node] = true;
            for (int other = 0; other < _size; other++)
            {
                _scores[(node * _size) + other] -= own;
            }
        }

        for (int other = 0; other < _size; other++)
        {
            if (_merged[other])
            {
                continue;
            }

            for (int i = first + 1; i < length; i++)
            {
                TakeBetter((place * _size) + other, (_path[i] * _size) + other);
                TakeBetter((other * _size) + place, (other * _size) + _path[i]);
            }
        }

        _merged[place] = false;
        _trees[place] = tree;
    }

    private readonly void TakeBetter(int at, int candidate)
    {
        if (_scores[candidate] > _scores[at])
        {
            _scores[at] = _scores[candidate];
            _heads[at] = _heads[candidate];
            _dependents[at] = _dependents[candidate];
        }
    }

    // The arc into a merged node enters at one of its nodes; the others keep the arc they had in the cycle.
    private readonly void Unfold()
    {
        for (int tree = _treeCount - 1; tree >= _size; tree--)
        {
            int inside = _arcDependents[tree];
            while (_parents[inside] != tree)
            {
                inside = _parents[inside];
            }

            _arcHeads[inside] = _arcHeads[tree];
            _arcDependents[inside] = _arcDependents[tree];
        }
    }
}
