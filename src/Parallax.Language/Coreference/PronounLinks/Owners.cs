using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.PronounLinks;

/// <summary>Joins "its" and "their" with the owner that the build of the sentence tells: "accused Norland of lying about its ships", "besides its pact with Varan, Norland has …", "provided Norland with ships for its war", "Norland denied it. Its embassy warned …".</summary>
internal static class Owners
{
    /// <summary>Joins what the sentence leaves one.</summary>
    public static void Resolve(SyntaxTree tree, MentionClusters clusters, int[] byHead)
    {
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (mention.Role != MentionRole.Possessor || mention.Type is not (MentionType.It or MentionType.They) || clusters.MembersOf(mention.Index).Count > 1)
            {
                continue;
            }

            int owner = Reproached(tree, mention.Head);
            owner = owner >= 0 ? owner : Provided(tree, mention.Head);
            owner = owner >= 0 ? owner : Fronted(tree, clusters, mention);
            owner = owner >= 0 ? owner : StateBefore(tree, clusters, mention);
            if (owner >= 0 && byHead[owner] >= 0 && clusters.Mentions[byHead[owner]] is var found && Fits(found, mention))
            {
                clusters.Join(found.Index, mention.Index, "coref.owner", $"“{mention.Words}” is of “{found.Words}”, as the sentence is built");
            }
        }
    }

    private static bool Fits(MentionCandidate owner, MentionCandidate mention)
    {
        if (owner.IsPronoun || owner.Descriptive || owner.Class == NounClass.Person && owner.Number != MentionNumber.Plural)
        {
            return false;
        }

        bool plural = owner.Number == MentionNumber.Plural || owner.Type == MentionType.Coordination;
        return mention.Type == MentionType.It ? !plural && (owner.IsName || owner.Class is not (NounClass.Unknown or NounClass.Person or NounClass.People)) : plural;
    }

    // "accused Norland of lying about its ships": whom the reproach is made is who acts in the clause behind it.
    private static int Reproached(SyntaxTree tree, int token)
    {
        for (int t = tree.Head(token); t >= 0; t = tree.Head(t))
        {
            bool clause = tree.Tokens.Tags[t] == UniversalTag.Verb && (tree.Is(t, "advcl") || tree.Is(t, "acl"));
            if (tree.Child(t, "nsubj") >= 0 || tree.Child(t, "nsubj:pass") >= 0)
            {
                return -1;
            }

            if (clause && tree.Child(t, "mark") is >= 0 and int mark && tree.Lemma(mark) is "of" or "for" && tree.Head(t) is >= 0 and int verb)
            {
                int owner = tree.Child(verb, "obj") is >= 0 and int whom && BodyWords.Is("reproach", tree.Lemma(verb)) ? whom : -1;
                return owner >= 0 && owner < t ? owner : -1;
            }
        }

        return -1;
    }

    // "provided Norland with ships for its war": what something is for is theirs who get it.
    private static int Provided(SyntaxTree tree, int token)
    {
        int last = -1;
        for (int t = tree.Head(token); t >= 0; t = tree.Head(t))
        {
            if (tree.Tokens.Tags[t] == UniversalTag.Verb)
            {
                bool purpose = last >= 0 && tree.Child(last, "case") is >= 0 and int preposition && tree.Lemma(preposition) == "for";
                return purpose && BodyWords.Is("provide", tree.Lemma(t)) && tree.Child(t, "obj") is >= 0 and int whom && whom < token && HasWith(tree, t) ? whom : -1;
            }

            last = tree.Child(t, "case") is >= 0 and int kind && tree.Lemma(kind) == "for" ? t : last;
        }

        return -1;
    }

    private static bool HasWith(SyntaxTree tree, int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "obl") && tree.Child(child, "case") is >= 0 and int preposition && tree.Lemma(preposition) == "with")
            {
                return true;
            }
        }

        return false;
    }

    // "Besides its pact with Varan, Norland has …": at the head of a sentence, before its subject.
    private static int Fronted(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        int noun = tree.Head(mention.Head);
        if (noun < 0 || !tree.Is(noun, "obl") || tree.Head(noun) is not (>= 0 and int verb) || tree.Tokens.Tags[verb] != UniversalTag.Verb || mention.Head > tree.Tokens.Sentences[mention.Sentence].FirstToken + 2)
        {
            return -1;
        }

        int subject = tree.Child(verb, "nsubj");
        return subject > noun && clusters.Mentions.Exists(m => m.Head == subject && m.IsName && m.Class is NounClass.Country or NounClass.Organization or NounClass.Government or NounClass.Outlet or NounClass.Agency) ? subject : -1;
    }

    // "Norland denied it. Its embassy warned …": what only a state has, at the head of a sentence as its subject, is that of the country which is the subject of the sentence before.
    private static int StateBefore(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        int noun = tree.Head(mention.Head);
        bool opens = mention is { Type: MentionType.It, Sentence: > 0, Quote: 0 } && mention.Head == tree.Tokens.Sentences[mention.Sentence].FirstToken;
        if (!opens || noun < 0 || !tree.Is(noun, "nsubj") || !BodyWords.Is("of-a-state", tree.Lemma(noun)))
        {
            return -1;
        }

        MentionCandidate? state = clusters.Mentions.Find(m => m is { IsName: true, Class: NounClass.Country, Quote: 0 } && m.Sentence == mention.Sentence - 1 && tree.Is(m.Head, "nsubj") && tree.Head(m.Head) is >= 0 and int verb && tree.Head(verb) < 0);
        return state?.Head ?? -1;
    }
}
