using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.PronounLinks;

/// <summary>Joins reflexive and relative pronouns with what the structure of their sentence says they stand for.</summary>
internal static class RelativePronouns
{
    /// <summary>"Himself" is the subject of its clause.</summary>
    public static void Reflexive(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        if (mention.Type != MentionType.Reflexive)
        {
            return;
        }

        for (int up = tree.Head(mention.Head); up >= 0; up = tree.Head(up))
        {
            if (tree.Child(up, "nsubj") is >= 0 and int subject && subject != mention.Head && byHead[subject] >= 0)
            {
                clusters.Join(byHead[subject], mention.Index, "coref.reflexive", $"“{mention.Words}” refers to the subject of its clause");
                return;
            }
        }
    }

    /// <summary>"The agency, which said …": the relative pronoun is what its clause hangs on.</summary>
    public static void Relative(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        if (mention.Type != MentionType.Relative)
        {
            return;
        }

        for (int up = mention.Head; up >= 0; up = tree.Head(up))
        {
            if (tree.Tokens.Relations[up] == "acl:relcl")
            {
                MentionCandidate? host = tree.Head(up) is >= 0 and int noun && noun < mention.Head && byHead[noun] >= 0 ? clusters.Mentions[byHead[noun]] : null;
                if (host is { Class: NounClass.Person } && mention.HeadLemma == "which")
                {
                    // "the chief executive of Orvane, which …": the parse may hang the clause on the person.
                    host = clusters.Mentions.FindLast(m => m.Index < mention.Index && m.Class != NounClass.Person && !m.IsPronoun && (m.TightEnd == mention.Head || m.TightEnd == mention.Head - 1) && m.Sentence == mention.Sentence);
                }

                if (mention.HeadLemma == "who" && host is { IsName: false, IsPronoun: false, Class: not (NounClass.Person or NounClass.People) } && Doer(tree, clusters, byHead, host.Head) is { } doer)
                {
                    host = doer; // "a man serving three sentences who …"
                }

                if (host is { IsPronoun: false } && (mention.Class != NounClass.Person || StructureResolver.ClassesFit(host.Class, NounClass.Person)))
                {
                    clusters.Join(host.Index, mention.Index, "coref.relative", $"“{mention.Words}” stands for what its clause is about");
                }

                return;
            }
        }
    }

    // The person whose participle the thing is an object of.
    private static MentionCandidate? Doer(SyntaxTree tree, MentionClusters clusters, int[] byHead, int thing)
    {
        int verb = tree.Head(thing), noun = verb >= 0 && tree.Is(verb, "acl") ? tree.Head(verb) : -1;
        return noun >= 0 && noun < thing && byHead[noun] >= 0 && clusters.Mentions[byHead[noun]] is { Class: NounClass.Person } person ? person : null;
    }
}
