using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>Two persons of one surname in a report: whom the bare surname means.</summary>
internal static class Namesakes
{
    // Words behind a surname in which its bearer's sex may show.
    private const int Reach = 7;

    // Words of what somebody is before his name ("the longtime party strategist Anna Dorn"), with the "of" before them.
    private const int MaxTitle = 6;

    /// <summary>
    /// The key of the person whom a bare surname means where several persons named in full bear it: the one named most often, in full or so far by the surname; of several the one named in full just before, else the first.
    /// Reports go on with the surname of the person they tell of and name relatives in full.
    /// </summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="clusters">The joins so far: who was called by the surname alone already.</param>
    /// <param name="name">The name in question.</param>
    /// <param name="names">All names of the report in text order.</param>
    /// <param name="at">Index of <paramref name="name"/> in <paramref name="names"/>.</param>
    /// <param name="keys">Keys of the names by index of mention.</param>
    /// <returns>Null where the name is no bare surname, or nobody or one person alone bears it.</returns>
    public static string[]? BearerOf(TokenLayer tokens, MentionClusters clusters, MentionCandidate name, List<MentionCandidate> names, int at, Dictionary<int, string[]> keys)
    {
        string[] surname = keys[name.Index];
        if (name.Class != NounClass.Person || surname.Length != 1)
        {
            return null;
        }

        List<(string[] Key, int Count, bool Related, int Sentence, MentionGender Gender)> bearers = [];
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
                (string[] Key, int Count, bool Related, int Sentence, MentionGender Gender) bearer = bearers[known];
                bearers[known] = (bearer.Key, bearer.Count + 1, bearer.Related || IsRelated(tokens, names[i]), i < at ? names[i].Sentence : bearer.Sentence, bearer.Gender == MentionGender.Unknown ? names[i].Gender : bearer.Gender);
            }
            else if (i < at)
            {
                int bare = clusters.MembersOf(names[i].Index).Count(m => clusters.Mentions[m].IsName && keys[m].Length == 1);
                bearers.Add((key, 1 + bare, IsRelated(tokens, names[i]), names[i].Sentence, names[i].Gender));
            }
        }

        if (bearers.Count < 2)
        {
            return null;
        }

        // "My dad is ready, Berra said" after "His son, Karim Berra, …": the son.
        if (Child(tokens, name) is { } child)
        {
            MentionCandidate? told = names.FindLast(n => n.Index < name.Index && n.Class == NounClass.Person && keys[n.Index].Length > 1 && keys[n.Index][^1] == surname[0] && IsRelated(tokens, n, child) && !AreOfOtherSex(n.Gender, name.Gender));
            if (told is not null)
            {
                return keys[told.Index];
            }
        }

        // "Mr. Dorn", "Dorn said as he left", "Dorn and his wife": of the two the one of that sex.
        MentionGender gender = name.Gender == MentionGender.Unknown ? SexBehind(tokens, name) : name.Gender;
        if (gender is MentionGender.Male or MentionGender.Female && bearers.Exists(b => b.Gender == gender || b.Gender is not (MentionGender.Male or MentionGender.Female)))
        {
            bearers.RemoveAll(b => b.Gender != gender && b.Gender is MentionGender.Male or MentionGender.Female);
        }

        // "Captain Dorn, killed in the war": of a couple and the dead son the son.
        if (IsDead(tokens, name) && names.FindLast(n => n.Index < name.Index && n.Class == NounClass.Person && keys[n.Index].Length > 1 && keys[n.Index][^1] == surname[0] && (IsDead(tokens, n) || IsRelated(tokens, n, "child"))) is { } dead)
        {
            return keys[dead.Index];
        }

        // Whoever is brought in as somebody's sister stands behind the others.
        return bearers.OrderBy(static b => b.Related).ThenByDescending(static b => b.Count).ThenBy(b => name.Sentence - b.Sentence > 1).First().Key;
    }

    private static bool AreOfOtherSex(MentionGender left, MentionGender right) => left != right && left is MentionGender.Male or MentionGender.Female && right is MentionGender.Male or MentionGender.Female;

    // "the late Dorn", "Dorn, killed in 2004,", "Dorn, who died".
    private static bool IsDead(TokenLayer tokens, MentionCandidate name)
    {
        for (int t = name.NameFirst - 1; t >= Math.Max(tokens.Sentences[name.Sentence].FirstToken, name.NameFirst - 3) && tokens.Tags[t] is UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Verb or UniversalTag.Propn; t--)
        {
            if (BodyWords.Is("dead", tokens.Lemmas[t].ToLowerInvariant()))
            {
                return true;
            }
        }

        int end = tokens.Sentences[name.Sentence].EndToken;
        for (int t = name.NameEnd; t + 1 < end; t++)
        {
            // "Dorn was a captain at the time of his 2004 death"
            if (tokens.Form(t) is "his" or "her" && (tokens.Form(t + 1) is "death" || (t + 2 < end && tokens.Form(t + 2) is "death")))
            {
                return tokens.Form(name.NameEnd) is "was" or "had";
            }
        }

        end = Math.Min(name.NameEnd + 4, end);
        for (int t = name.NameEnd + 1; t < end && tokens.Form(name.NameEnd) is ","; t++)
        {
            if (tokens.Form(t) is not ("who" or "was") && (tokens.Tags[t] != UniversalTag.Verb || !BodyWords.Is("die", tokens.Lemmas[t].ToLowerInvariant())))
            {
                return false;
            }

            if (tokens.Tags[t] == UniversalTag.Verb)
            {
                return true;
            }
        }

        return false;
    }

    // What the words right behind a surname tell: a spouse of the other sex, or "as he", "when she" behind its verb; unknown where they tell nothing or another name stands between.
    private static MentionGender SexBehind(TokenLayer tokens, MentionCandidate name)
    {
        int end = Math.Min(name.NameEnd + Reach, tokens.Sentences[name.Sentence].EndToken - 1);
        for (int t = name.NameEnd; t < end && tokens.Tags[t] != UniversalTag.Propn && tokens.Tags[t] is not UniversalTag.Punct; t++)
        {
            if (BodyWords.Is("clause-opening", tokens.Form(t).ToString()) && tokens.Form(t + 1) is "he" or "she")
            {
                return tokens.Form(t + 1) is "he" ? MentionGender.Male : MentionGender.Female;
            }

            if (tokens.Form(t) is "his" or "her" && tokens.Form(t + 1) is "wife" or "husband")
            {
                return tokens.Form(t) is "his" ? MentionGender.Male : MentionGender.Female;
            }
        }

        return MentionGender.Unknown;
    }

    // What somebody is who speaks of "my dad" or of "his son": "child", "parent"; null where the sentence tells of neither or of both.
    private static string? Child(TokenLayer tokens, MentionCandidate name)
    {
        (bool parent, bool child) = (false, false);
        Sentence sentence = tokens.Sentences[name.Sentence];
        for (int t = sentence.FirstToken; t + 1 < sentence.EndToken; t++)
        {
            bool own = tokens.Form(t) is "my" or "My" or "his" or "her" or "His" or "Her";
            parent |= own && BodyWords.Is("parent", tokens.Lemmas[t + 1].ToLowerInvariant());
            child |= own && BodyWords.Is("child", tokens.Lemmas[t + 1].ToLowerInvariant());
        }

        return parent == child ? null : parent ? "child" : "parent";
    }

    // "his sister Anna Dorn", "His sister, Anna Dorn, …", "Anna Dorn, his sister".
    private static bool IsRelated(TokenLayer tokens, MentionCandidate name, string relation = "relative")
    {
        int before = name.NameFirst - 1, after = name.NameEnd;
        before -= before > 0 && tokens.Form(before) is "," ? 1 : 0;
        if (before >= 0 && tokens.SentenceOf(before) == name.Sentence && BodyWords.Is(relation, tokens.Lemmas[before].ToLowerInvariant()))
        {
            return true;
        }

        for (int t = after + 1; t < after + 4 && t < tokens.Count && tokens.Form(after) is "," && tokens.SentenceOf(t) == name.Sentence && tokens.Form(t) is not "," && tokens.Tags[t] is not (UniversalTag.Verb or UniversalTag.Aux); t++)
        {
            if (BodyWords.Is(relation, tokens.Lemmas[t].ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }
}
