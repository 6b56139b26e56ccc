using Parallax.Core.Accounts;

namespace Parallax.Stories.Propositions;

/// <summary>What propositions are looked up by: for each, the numbers of its keys (class with a participant), and of what else two of them may share.</summary>
/// <remarks>Numbers go by how many propositions have the key, the rarest first, ties by the words of the key; so the first number that two propositions share is their rarest key.</remarks>
internal sealed class PropositionFeatures
{
    private readonly int[][] _keys;
    private readonly int[][] _all;

    private PropositionFeatures(int[][] keys, int[][] all, List<int>[] holders) => (_keys, _all, Holders) = (keys, all, holders);

    /// <summary>The propositions (indices, ascending) that have each key.</summary>
    public List<int>[] Holders { get; }

    /// <summary>Reads the features of all propositions.</summary>
    public static PropositionFeatures Of(IReadOnlyList<Proposition> propositions)
    {
        Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
        List<string> words = [];
        List<int> counts = [];
        int[][] keys = new int[propositions.Count][], all = new int[propositions.Count][];
        HashSet<int> own = [];
        for (int i = 0; i < propositions.Count; i++)
        {
            own.Clear();
            foreach (string key in Keys(propositions[i]))
            {
                own.Add(Number(key));
            }

            keys[i] = [.. own];
            foreach (int key in keys[i])
            {
                counts[key]++;
            }

            // One word may fill two roles, and then agrees in both.
            all[i] = [.. Keys(propositions[i]).Concat(Support(propositions[i])).Select(Number)];
        }

        int[] byCount = [.. Enumerable.Range(0, words.Count).OrderBy(k => counts[k]).ThenBy(k => words[k], StringComparer.Ordinal)];
        int[] rank = new int[byCount.Length];
        for (int r = 0; r < byCount.Length; r++)
        {
            rank[byCount[r]] = r;
        }

        List<int>[] holders = [.. byCount.Select(k => new List<int>(counts[k]))];
        for (int i = 0; i < propositions.Count; i++)
        {
            Rank(keys[i]);
            Rank(all[i]);
            foreach (int key in keys[i])
            {
                holders[key].Add(i);
            }
        }

        return new PropositionFeatures(keys, all, holders);

        int Number(string key)
        {
            if (!numberOf.TryGetValue(key, out int number))
            {
                numberOf[key] = number = words.Count;
                words.Add(key);
                counts.Add(0);
            }

            return number;
        }

        void Rank(int[] numbers)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = rank[numbers[i]];
            }

            Array.Sort(numbers);
        }
    }

    /// <summary>The rarest key that two propositions share, where they share it and one thing more; else -1: one thing alone never makes two propositions one.</summary>
    public int RarestShared(int left, int right)
    {
        int first = First(_keys[left], _keys[right]);
        return first >= 0 && SharesTwo(_all[left], _all[right]) ? first : -1;
    }

    private static int First(int[] left, int[] right)
    {
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
            {
                return left[i];
            }

            (i, j) = left[i] < right[j] ? (i + 1, j) : (i, j + 1);
        }

        return -1;
    }

    private static bool SharesTwo(int[] left, int[] right)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
            {
                if (++shared == 2)
                {
                    return true;
                }

                (i, j) = (i + 1, j + 1);
                continue;
            }

            (i, j) = left[i] < right[j] ? (i + 1, j) : (i, j + 1);
        }

        return false;
    }

    private static IEnumerable<string> Keys(Proposition proposition)
    {
        foreach (Participant participant in proposition.Participants.Where(static p => !p.IsOpen))
        {
            foreach (string entity in participant.Entities)
            {
                yield return proposition.Class + "|" + entity;
            }

            foreach (string country in participant.Countries)
            {
                yield return proposition.Class + "|c:" + country;
            }

            foreach (string name in participant.Names)
            {
                yield return proposition.Class + "|n:" + name;
            }

            yield return proposition.Class + "|" + (participant.Thing ?? participant.Head);
        }
    }

    // What supports a match though nobody is looked up by it: the head beside the thing it names, a kind of thing, a day, a unit.
    private static IEnumerable<string> Support(Proposition proposition)
    {
        foreach (Participant participant in proposition.Participants.Where(static p => !p.IsOpen && p.Thing is not null))
        {
            yield return proposition.Class + "|" + participant.Head;
            yield return "kind|" + PropositionMatcher.WholeOf(participant.Thing!); // The loop takes those with a thing only.
        }

        foreach (string name in proposition.Participants.SelectMany(static p => p.Names))
        {
            yield return "name|" + name;
        }

        yield return $"lemma|{proposition.Class}|{proposition.Lemma}";
        if (proposition.Times.Any(static t => t.Interval.IsDay))
        {
            yield return "day";
        }

        foreach (Figure figure in proposition.Figures)
        {
            yield return $"unit|{figure.Unit}|{(int)figure.Aspect}";
        }
    }
}
