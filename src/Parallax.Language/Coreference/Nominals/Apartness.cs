using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.NameLinks;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>What the grammar of a sentence and plain words tell to be two: who acts and who is acted on, a whole and what is in its phrase, who did it and whom it was done to.</summary>
internal static class Apartness
{
    /// <summary>Whether a mention and the cluster of an antecedent cannot be one.</summary>
    public static bool Holds(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention, MentionCandidate antecedent)
    {
        foreach (int left in clusters.MembersOf(mention.Index))
        {
            foreach (int right in clusters.MembersOf(antecedent.Index))
            {
                MentionCandidate one = clusters.Mentions[left], other = clusters.Mentions[right];
                if (one.Sentence == other.Sentence && (AreArguments(tree, one, other) || IsInside(one, other) || IsInside(other, one)))
                {
                    return true;
                }
            }
        }

        if (IsAnotherOne(mention, antecedent) || IsAnotherOne(antecedent, mention))
        {
            return true;
        }

        if (Accused.AgesDiffer(tree, clusters, mention, antecedent) || (IsKeptUnnamed(tree, mention) && clusters.FactsOf(antecedent.Index).IsNamed))
        {
            return true;
        }

        if (AreOtherBodies(tree, clusters, mention, antecedent))
        {
            return true;
        }

        return !mention.IsPronoun && (IsNewPerson(clusters, mention, antecedent) || (IsDoer(clusters, mention.Index) && IsHarmed(tree, clusters, antecedent.Index)) || (IsHarmed(tree, clusters, mention.Index) && IsDoer(clusters, antecedent.Index)));
    }

    /// <summary>Whether both are arguments of one verb, of which the second would be "himself": "Dorn was hit by a driver".</summary>
    public static bool AreArguments(SyntaxTree tree, MentionCandidate left, MentionCandidate right) =>
        left.Type != MentionType.Reflexive && right.Type != MentionType.Reflexive && left.Head != right.Head && tree.Head(left.Head) is >= 0 and int verb && verb == tree.Head(right.Head)
        && tree.Tokens.Tags[verb] == UniversalTag.Verb && (IsSubject(tree, left.Head) || IsSubject(tree, right.Head)) && IsArgument(tree, left.Head) && IsArgument(tree, right.Head);

    private static bool IsSubject(SyntaxTree tree, int head) => tree.Is(head, "nsubj") || tree.Is(head, "nsubj:pass");

    private static bool IsArgument(SyntaxTree tree, int head) =>
        IsSubject(tree, head) || tree.Is(head, "obj") || tree.Is(head, "iobj") || tree.Is(head, "obl:agent")
        || (tree.Is(head, "obl") && tree.Child(head, "case") is >= 0 and int preposition && tree.Lemma(preposition) == "by" && tree.Child(tree.Head(head), "nsubj:pass") >= 0);

    // "her daughter" is not she.
    private static bool IsInside(MentionCandidate part, MentionCandidate whole) =>
        part.IsPronoun && part.Role == MentionRole.Possessor && !whole.IsPronoun && whole.Type == MentionType.PossessedNoun && whole.TightFirst <= part.Head && part.Head < whole.Head;

    // "the Dorn administration" is not "the Norland Fisheries Administration", nor is "the previous administration": one noun behind other names, or one of two told to be of an earlier time.
    private static bool AreOtherBodies(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention, MentionCandidate antecedent)
    {
        if (!IsBody(mention))
        {
            return false;
        }

        HashSet<string> names = NamesBefore(tree, mention);
        bool former = IsFormer(mention);
        foreach (int member in clusters.MembersOf(antecedent.Index))
        {
            MentionCandidate other = clusters.Mentions[member];
            if (!IsBody(other) || !other.HeadLemma.Equals(mention.HeadLemma, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            HashSet<string> others = NamesBefore(tree, other);
            if ((names.Count > 0 && others.Count > 0 && !names.Overlaps(others)) || (former != IsFormer(other) && mention.Modifiers.Count > 0 && other.Modifiers.Count > 0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBody(MentionCandidate mention) => !mention.IsPronoun && mention.Class is NounClass.Organization or NounClass.Government or NounClass.Agency or NounClass.Outlet;

    private static bool IsFormer(MentionCandidate mention) => mention.Modifiers.Any(static m => BodyWords.Is("former", m));

    // The capitalised words before the noun, without the countries of the world, by which one body may be called or not.
    private static HashSet<string> NamesBefore(SyntaxTree tree, MentionCandidate mention)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        for (int t = mention.TightFirst; t < mention.Head; t++)
        {
            string word = tree.Tokens.Form(t).ToString();
            if (tree.Tokens.Tags[t] == UniversalTag.Propn && char.IsUpper(word[0]) && CountryLookup.Instance.CountryOfName(word) is null && CountryLookup.Instance.CountryOfDemonym(word) is null)
            {
                names.Add(word);
            }
        }

        return names;
    }

    // "The man, whom police did not identify": nobody whom the report names.
    private static bool IsKeptUnnamed(SyntaxTree tree, MentionCandidate mention)
    {
        if (mention.IsName || mention.IsPronoun || tree.Child(mention.Head, "acl:relcl") is not (>= 0 and int verb))
        {
            return false;
        }

        bool denied = false;
        foreach (int child in tree.Children(verb))
        {
            denied |= tree.Is(child, "advmod") && tree.Lemma(child) is "not" or "n't";
        }

        return denied && (BodyWords.Is("identify", tree.Lemma(verb)) || (tree.Child(verb, "xcomp") is >= 0 and int wish && BodyWords.Is("identify", tree.Lemma(wish)))) && tree.Lemma(verb) != "know";
    }

    // "A driver" is brought in by these words: nobody who had a name before.
    private static bool IsNewPerson(MentionClusters clusters, MentionCandidate mention, MentionCandidate antecedent) =>
        mention is { Type: MentionType.IndefiniteNoun, Class: NounClass.Person, IsName: false } && clusters.FactsOf(antecedent.Index).IsNamed;

    // "A different cable" is not "this cable", whichever comes first.
    private static bool IsAnotherOne(MentionCandidate other, MentionCandidate one) =>
        !other.IsName && !other.IsPronoun && !one.IsName && !one.IsPronoun && other.HeadLemma == one.HeadLemma && IsMarked(other) && !IsMarked(one);

    private static bool IsMarked(MentionCandidate mention) => mention.Modifiers.Contains("different") || mention.Modifiers.Contains("another") || mention.Words.StartsWith("another ", StringComparison.Ordinal) || mention.Words.StartsWith("different ", StringComparison.Ordinal);

    private static bool IsDoer(MentionClusters clusters, int mention)
    {
        foreach (int member in clusters.MembersOf(mention))
        {
            MentionCandidate told = clusters.Mentions[member];
            if (!told.IsName && !told.IsPronoun && BodyWords.Is("doer", told.HeadLemma))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHarmed(SyntaxTree tree, MentionClusters clusters, int mention)
    {
        foreach (int member in clusters.MembersOf(mention))
        {
            MentionCandidate told = clusters.Mentions[member];
            if (told.Class == NounClass.Person && (BodyWords.Is("harmed", told.HeadLemma)
                || ((tree.Is(told.Head, "obj") || tree.Is(told.Head, "nsubj:pass")) && tree.Head(told.Head) is >= 0 and int verb && BodyWords.Is("harm", tree.Lemma(verb)))))
            {
                return true;
            }
        }

        return false;
    }
}
