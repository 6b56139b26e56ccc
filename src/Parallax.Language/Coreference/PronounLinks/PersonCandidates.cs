using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Names;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.PronounLinks;

/// <summary>A cluster that "he" or "she" may refer to.</summary>
internal sealed class PersonCandidate
{
    /// <summary>First mention of the cluster.</summary>
    public required int Root { get; init; }

    /// <summary>Mentions before the pronoun, in text order; may be empty where the name follows.</summary>
    public required List<MentionCandidate> Before { get; init; }

    /// <summary>The first mention after the pronoun in its sentence, or null.</summary>
    public required MentionCandidate? After { get; init; }

    /// <summary>What the words of all mentions tell.</summary>
    public required ClusterFacts Facts { get; init; }

    /// <summary>The mention nearest before the pronoun, or null.</summary>
    public MentionCandidate? Last => Before.Count > 0 ? Before[^1] : null;

    /// <summary>The mention that a join is made with.</summary>
    public MentionCandidate Anchor => Last ?? After!; // One of the two is always there.
}

/// <summary>Finds the clusters that a "he" or "she" may refer to.</summary>
internal static class PersonCandidates
{
    /// <summary>A pronoun looks back over at most this many sentences.</summary>
    public const int Sentences = 6;

    /// <summary>The candidates, nearest first.</summary>
    public static List<PersonCandidate> Of(SyntaxTree tree, MentionClusters clusters, MentionCandidate pronoun)
    {
        List<PersonCandidate> found = [];
        HashSet<int> seen = [clusters.RootOf(pronoun.Index)];
        int last = LastInSentence(clusters, pronoun);
        for (int i = pronoun.Index - 1; i >= 0 && pronoun.Sentence - clusters.Mentions[i].Sentence <= Sentences; i--)
        {
            Add(tree, clusters, pronoun, i, seen, found, last);
        }

        for (int i = pronoun.Index + 1; i <= last; i++)
        {
            if (clusters.Mentions[i].IsName)
            {
                Add(tree, clusters, pronoun, i, seen, found, last);
            }
        }

        // Where a person is spoken of, one word or capitals for a body, place or thing are not meant: of two words the network may have been wrong.
        if (found.Exists(c => c.Facts.Class == NounClass.Person && c.Before.Count > 0 && (c.Facts.IsNamed || c.Facts.Gender == pronoun.Gender)))
        {
            found.RemoveAll(c => c.Facts.Class != NounClass.Person && clusters.MembersOf(c.Root).Any(m => clusters.Mentions[m] is { IsName: true } name && (name.NameEnd - name.NameFirst == 1 || name.Name[..Math.Max(2, name.Name.IndexOf(' ', StringComparison.Ordinal))].All(char.IsUpper))));
        }

        // "He was arrested", "he surrendered": no sheriff, where somebody else may be meant.
        if (found.Exists(c => c.Facts is { Class: NounClass.Person, IsNamed: true } && c.Before.Count > 0 && !Accused.IsLawful(c.Facts)) && IsSought(tree, pronoun))
        {
            found.RemoveAll(static c => Accused.IsLawful(c.Facts));
        }

        return found;
    }

    // What the law does with whom it is after, and what such a one does.
    private static bool IsSought(SyntaxTree tree, MentionCandidate pronoun)
    {
        if (tree.Head(pronoun.Head) is not (>= 0 and int verb))
        {
            return false;
        }

        bool suffers = tree.Is(pronoun.Head, "nsubj:pass") || tree.Is(pronoun.Head, "obj");
        bool shot = tree.Is(pronoun.Head, "nsubj") && tree.Lemma(verb) == "go" && tree.Child(verb, "xcomp") is >= 0 and int deed && tree.Child(deed, "aux:pass") >= 0 && BodyWords.Is("harm", tree.Lemma(deed));
        return shot || (tree.Is(pronoun.Head, "nsubj") && tree.Lemma(verb) == "surrender") || (suffers && (BodyWords.Is("charge", tree.Lemma(verb)) || BodyWords.Is("catch", tree.Lemma(verb)) || BodyWords.Is("pursue", tree.Lemma(verb))));
    }

    private static void Add(SyntaxTree tree, MentionClusters clusters, MentionCandidate pronoun, int index, HashSet<int> seen, List<PersonCandidate> found, int last)
    {
        int root = clusters.RootOf(index);
        if (!seen.Add(root))
        {
            return;
        }

        ClusterFacts facts = clusters.FactsOf(root);
        if (!Fits(tree, clusters, facts, pronoun, root))
        {
            return;
        }

        List<MentionCandidate> before = [];
        MentionCandidate? after = null;
        foreach (int member in clusters.MembersOf(root))
        {
            MentionCandidate mention = clusters.Mentions[member];
            if (mention.Type == MentionType.Relative)
            {
                continue;
            }

            if (member < pronoun.Index)
            {
                before.Add(mention);
            }
            else if (after is null && member <= last && mention.IsName && mention.TightFirst > pronoun.Head)
            {
                after = mention;
            }
        }

        // A phrase that holds the pronoun ("his brother", "her friend Anna") is not what it refers to, unless it is spoken of elsewhere.
        before.RemoveAll(m => m.TightFirst <= pronoun.Head && pronoun.Head < m.TightEnd && tree.Tokens.SentenceOf(m.Head) == pronoun.Sentence && m.Head > pronoun.Head);
        if (before.Exists(static m => !m.Descriptive))
        {
            before.RemoveAll(static m => m.Descriptive);
        }

        if (before.Count > 0 || after is not null)
        {
            found.Add(new PersonCandidate { Root = root, Before = before, After = after, Facts = facts });
        }
    }

    private static bool Fits(SyntaxTree tree, MentionClusters clusters, ClusterFacts facts, MentionCandidate pronoun, int root)
    {
        if (facts.Gender is not MentionGender.Unknown && facts.Gender != pronoun.Gender && !(facts.Gender == MentionGender.Neuter && facts.IsNamed))
        {
            return false;
        }

        MentionCandidate first = clusters.Mentions[root];
        if (first.Type is MentionType.Coordination or MentionType.We or MentionType.You or MentionType.It or MentionType.They or MentionType.Relative or MentionType.Demonstrative)
        {
            return false;
        }

        if (facts.Number == MentionNumber.Plural && !facts.IsNamed)
        {
            return false;
        }

        // A mountain or a building that its name tells is nobody.
        if (facts.Class == NounClass.Place && clusters.MembersOf(root).Any(m => clusters.Mentions[m] is { IsName: true, NameKind: NameKind.NaturalPlace or NameKind.Facility } place && place.NameEnd - place.NameFirst > 1))
        {
            return false;
        }

        // Nor is a body that its name calls a team, a council or a hut.
        if (facts.Class is not NounClass.Person && facts.IsNamed && clusters.MembersOf(root).Any(m => clusters.Mentions[m] is var body && (body.IsName ? body.NameEnd - body.NameFirst > 1 && (IsBodyNoun(body.HeadLemma) || IsAcronym(body)) : body.Class == NounClass.Organization && !body.IsPronoun)))
        {
            return false;
        }

        // What something is said to be in is a place.
        if (facts.Class == NounClass.Place && clusters.MembersOf(root).Any(m => clusters.Mentions[m] is { Class: NounClass.Place } place
            && ((tree.Child(place.Head, "case") is >= 0 and int preposition && tree.Lemma(preposition) is "in" or "at" or "near") || IsBeforeLocalBody(tree, place))))
        {
            return false;
        }

        // A ship, and what "it" or a noun for a thing has stood for, is nobody.
        if (facts.Class is NounClass.Product && clusters.MembersOf(root).Any(m => IsThing(clusters.Mentions[m])))
        {
            return false;
        }

        // Names that the network takes for bodies, places or things are at times persons; listed countries and governments never are.
        return facts.Class == NounClass.Person || (facts.IsNamed && facts.Country is null && facts.Class is NounClass.Unknown or NounClass.Organization or NounClass.Place or NounClass.Product or NounClass.Event);
    }

    // "New RM": capitals at the end of two words are a body's, unless all is written so.
    private static bool IsAcronym(MentionCandidate name) =>
        name.Name.Split(' ') is [.., var last] words && last.Length is 2 or 3 && last.All(char.IsUpper) && last is not ("II" or "III" or "IV" or "JR" or "SR") && words[0].Any(char.IsLower);

    private static bool IsBodyNoun(string word) => MentionLexicon.Instance.Knows(word) && MentionLexicon.Instance.Noun(word).Class is not (NounClass.Person or NounClass.Unknown or NounClass.Product or NounClass.Time);

    private static bool IsThing(MentionCandidate mention) =>
        mention.Type == MentionType.It || (!mention.IsName && mention.Class == NounClass.Product) || (mention.IsName && Gazetteer.English.IsVesselPrefix(mention.Name.Split(' ')[0]));

    private static bool IsBeforeLocalBody(SyntaxTree tree, MentionCandidate place) =>
        place.IsName && place.NameEnd < tree.Tokens.Count && BodyWords.Is("local", tree.Tokens.Form(place.NameEnd).ToString().ToLowerInvariant());

    private static int LastInSentence(MentionClusters clusters, MentionCandidate pronoun)
    {
        int last = pronoun.Index;
        while (last + 1 < clusters.Mentions.Count && clusters.Mentions[last + 1].Sentence == pronoun.Sentence)
        {
            last++;
        }

        return last;
    }
}
