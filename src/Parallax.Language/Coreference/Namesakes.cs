namespace Parallax.Language.Coreference;

/// <summary>Two persons of one surname in a report: whom the bare surname means.</summary>
internal static class Namesakes
{
    /// <summary>
    /// The key of the person whom a bare surname means where several persons named in full bear it: the one named in full most often and first in the report.
    /// Reports go on with the surname of the person they tell of and name relatives in full.
    /// </summary>
    /// <param name="name">The name in question.</param>
    /// <param name="names">All names of the report in text order.</param>
    /// <param name="at">Index of <paramref name="name"/> in <paramref name="names"/>.</param>
    /// <param name="keys">Keys of the names by index of mention.</param>
    /// <returns>Null where the name is no bare surname, or nobody or one person alone bears it.</returns>
    public static string[]? BearerOf(MentionCandidate name, List<MentionCandidate> names, int at, Dictionary<int, string[]> keys)
    {
        string[] surname = keys[name.Index];
        if (name.Class != NounClass.Person || surname.Length != 1)
        {
            return null;
        }

        List<(string[] Key, int Count, bool Related)> bearers = [];
        for (int i = 0; i < names.Count; i++)
        {
            string[] key = keys[names[i].Index];
            if (names[i].Class != NounClass.Person || key.Length < 2 || key[^1] != surname[0])
            {
                continue;
            }

            int known = bearers.FindIndex(b => PersonName.Compatible(b.Key, key));
            if (known >= 0)
            {
                (string[] Key, int Count, bool Related) bearer = bearers[known];
                bearers[known] = (bearer.Key, bearer.Count + 1, bearer.Related || IsRelated(names[i]));
            }
            else if (i < at)
            {
                bearers.Add((key, 1, IsRelated(names[i])));
            }
        }

        if (bearers.Count < 2)
        {
            return null;
        }

        // Whoever is brought in as somebody's sister stands behind the others; of the rest the most often named, of equals the first.
        return bearers.OrderBy(static b => b.Related).ThenByDescending(static b => b.Count).First().Key;
    }

    private static bool IsRelated(MentionCandidate name) => name.Title.Split(' ').Any(static w => BodyWords.Is("relative", w.ToLowerInvariant()));
}
