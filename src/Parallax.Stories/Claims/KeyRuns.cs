namespace Parallax.Stories.Claims;

/// <summary>Brings together what has one key: by sorting, since most keys have one member, and a list for each would take more memory than all reports.</summary>
internal static class KeyRuns
{
    /// <summary>The members of each key that has more than one, ascending.</summary>
    /// <param name="keys">Keys; sorted afterwards.</param>
    /// <param name="members">The member at each key; in the order of the keys afterwards.</param>
    public static IEnumerable<List<int>> Of(long[] keys, int[] members)
    {
        Array.Sort(keys, members);
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Array.Sort(members, start, end - start);
                yield return [.. members.AsSpan(start, end - start)];
            }

            start = end;
        }
    }
}
