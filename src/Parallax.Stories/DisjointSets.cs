namespace Parallax.Stories;

/// <summary>Sets that are joined step by step.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count)
    {
        _parent = new int[count];
        for (int i = 0; i < count; i++)
        {
            _parent[i] = i;
        }
    }

    /// <summary>The representative: the smallest member.</summary>
    public int Find(int item)
    {
        while (_parent[item] != item)
        {
            _parent[item] = _parent[_parent[item]];
            item = _parent[item];
        }

        return item;
    }

    /// <summary>Joins two sets; false where they were one already.</summary>
    public bool Join(int left, int right)
    {
        (int a, int b) = (Find(left), Find(right));
        if (a == b)
        {
            return false;
        }

        _parent[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }

    /// <summary>The sets, each sorted, by smallest member.</summary>
    public List<List<int>> Sets()
    {
        SortedDictionary<int, List<int>> sets = [];
        for (int i = 0; i < _parent.Length; i++)
        {
            int root = Find(i);
            if (!sets.TryGetValue(root, out List<int>? members))
            {
                sets[root] = members = [];
            }

            members.Add(i);
        }

        return [.. sets.Values];
    }
}
