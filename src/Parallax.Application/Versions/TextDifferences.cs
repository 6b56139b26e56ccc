using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Application.Versions;

/// <summary>Which words differ between two texts: first whole paragraphs, then the words of those that have a counterpart.</summary>
public static class TextDifferences
{
    private const int MaxUnits = 2000; // The table is quadratic; beyond it the texts are told to differ as wholes.

    /// <summary>The differences in text order; empty for equal texts. O(n·m) in paragraphs, and in words of changed ones.</summary>
    public static ImmutableArray<WordDifference> Of(string from, string to)
    {
        ImmutableArray<WordDifference>.Builder differences = ImmutableArray.CreateBuilder<WordDifference>();
        foreach ((ArraySegment<string> removed, ArraySegment<string> added) in Changes(from.Split("\n\n"), to.Split("\n\n")))
        {
            for (int i = 0; i < Math.Max(removed.Count, added.Count); i++)
            {
                string before = i < removed.Count ? removed[i] : "", after = i < added.Count ? added[i] : "";
                if (before.Length == 0 || after.Length == 0)
                {
                    differences.Add(new WordDifference(before, after));
                    continue;
                }

                foreach ((ArraySegment<string> less, ArraySegment<string> more) in Changes(Words(before), Words(after)))
                {
                    differences.Add(new WordDifference(string.Join(' ', less.AsEnumerable()), string.Join(' ', more.AsEnumerable())));
                }
            }
        }

        return differences.ToImmutable();
    }

    /// <summary>The words of a text, as white space parts them.</summary>
    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static List<(ArraySegment<string> Removed, ArraySegment<string> Added)> Changes(string[] from, string[] to)
    {
        int start = 0, end = 0;
        while (start < from.Length && start < to.Length && from[start] == to[start])
        {
            start++;
        }

        while (end < from.Length - start && end < to.Length - start && from[^(end + 1)] == to[^(end + 1)])
        {
            end++;
        }

        ArraySegment<string> left = new(from, start, from.Length - start - end), right = new(to, start, to.Length - start - end);
        return left.Count + right.Count == 0 ? [] : left.Count == 0 || right.Count == 0 || (long)left.Count * right.Count > (long)MaxUnits * MaxUnits ? [(left, right)] : Align(left, right);
    }

    // The longest common run of units, not necessarily side by side; what lies between its members has changed.
    private static List<(ArraySegment<string> Removed, ArraySegment<string> Added)> Align(ArraySegment<string> left, ArraySegment<string> right)
    {
        int[,] common = new int[left.Count + 1, right.Count + 1];
        for (int a = left.Count - 1; a >= 0; a--)
        {
            for (int b = right.Count - 1; b >= 0; b--)
            {
                common[a, b] = left[a] == right[b] ? common[a + 1, b + 1] + 1 : Math.Max(common[a + 1, b], common[a, b + 1]);
            }
        }

        List<(ArraySegment<string>, ArraySegment<string>)> changes = [];
        int i = 0, j = 0, fromLeft = 0, fromRight = 0;
        while (i < left.Count && j < right.Count)
        {
            if (left[i] != right[j])
            {
                (i, j) = common[i + 1, j] >= common[i, j + 1] ? (i + 1, j) : (i, j + 1);
                continue;
            }

            Flush(i, j);
            (i, j) = (i + 1, j + 1);
            (fromLeft, fromRight) = (i, j);
        }

        Flush(left.Count, right.Count);
        return changes;

        void Flush(int toLeft, int toRight)
        {
            if (toLeft > fromLeft || toRight > fromRight)
            {
                changes.Add((left[fromLeft..toLeft], right[fromRight..toRight]));
            }
        }
    }
}
