using Parallax.Core.Layers;
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

                if (mention.HeadLemma == "who" && host is { IsName: false, IsPronoun: false, Number: not MentionNumber.Plural, Class: not (NounClass.Person or NounClass.People) } && clusters.Mentions.Find(m => m.IsName && m.Class == NounClass.Person && m.NameEnd == mention.Head - 1 && tree.Tokens.Form(m.NameEnd) is "," && m.First > host.Head) is { } named)
                {
                    host = named; // "drew an answer from Karim Hadi, who …"
                }

                if (mention.HeadLemma == "who" && host is { IsName: false, Number: not MentionNumber.Plural, Class: NounClass.Person or NounClass.Unknown } && SaidOf(tree, clusters, byHead, host.Head) is { } bearer)
                {
                    host.Descriptive = true;
                    clusters.Join(bearer.Index, host.Index, "coref.predicate", $"“{host.Words}” is said of “{bearer.Words}”");
                    host = bearer;
                }

                if (host is { IsPronoun: false } && (mention.Class != NounClass.Person || StructureResolver.ClassesFit(host.Class, NounClass.Person)))
                {
                    clusters.Join(host.Index, mention.Index, "coref.relative", $"“{mention.Words}” stands for what its clause is about");
                }

                return;
            }
        }
    }

    /// <summary>"A man who saw his doctor": what he whose clause it is has in it is his, where the noun tells the same sex.</summary>
    public static void Possessive(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        if (mention is not { Role: MentionRole.Possessor, Type: MentionType.He or MentionType.She } || clusters.MembersOf(mention.Index).Count > 1)
        {
            return;
        }

        int verb = tree.Head(mention.Head);
        while (verb >= 0 && tree.Tokens.Tags[verb] != UniversalTag.Verb)
        {
            verb = tree.Head(verb);
        }

        bool isRelative = verb >= 0 && tree.Is(verb, "acl:relcl") && tree.Child(verb, "nsubj") is >= 0 and int who && tree.Tokens.Form(who) is "who" && who < verb && verb < mention.Head;
        MentionCandidate? host = isRelative && tree.Head(verb) is >= 0 and int noun && noun < verb && byHead[noun] >= 0 ? clusters.Mentions[byHead[noun]] : null;
        if (host is { IsName: false, IsPronoun: false, Class: NounClass.Person } && host.Number != MentionNumber.Plural && host.Gender == mention.Gender && mention.Gender is MentionGender.Male or MentionGender.Female)
        {
            clusters.Join(host.Index, mention.Index, "coref.relative", $"“{mention.Words}” belongs to whom the clause is about");
            return;
        }

        // "a man who saw his doctor. His doctor thought …": one doctor, one man.
        MentionCandidate? owned = tree.Head(mention.Head) is >= 0 and int owns && byHead[owns] >= 0 ? clusters.Mentions[byHead[owns]] : null;
        MentionCandidate? before = owned is not { Class: NounClass.Person, IsName: false } || owned.Number == MentionNumber.Plural ? null : clusters.Mentions.FindLast(m => m.Index < mention.Index && mention.Sentence - m.Sentence == 1 && m.Type == mention.Type && m.Role == MentionRole.Possessor
            && tree.Head(m.Head) is >= 0 and int same && tree.Lemma(same) == owned.HeadLemma && same > m.Head);
        if (before is not null && clusters.MembersOf(before.Index).Count > 1)
        {
            clusters.Join(before.Index, mention.Index, "coref.owned", $"“{owned!.Words}” is told of again");
        }
    }

    // "Hadi stirs up anger and is a liar, cheat and bully who …": whom the last of several such nouns, or a verb before the first, has as its subject.
    private static MentionCandidate? SaidOf(SyntaxTree tree, MentionClusters clusters, int[] byHead, int noun)
    {
        int said = noun;
        while (tree.Child(said, "cop") < 0 && (tree.Is(said, "conj") || tree.Is(said, "appos")) && tree.Head(said) >= 0)
        {
            said = tree.Head(said);
        }

        if (tree.Child(said, "cop") is not (>= 0 and int copula) || tree.Lemma(copula) != "be")
        {
            return null;
        }

        foreach (int child in tree.Children(said))
        {
            bool doubt = (tree.Is(child, "aux") && tree.Lemma(child) is "may" or "might" or "could" or "would" or "should" or "can") || (tree.Is(child, "advmod") && tree.Lemma(child) is "not" or "n't" or "never") || (tree.Is(child, "case") && child < said) || tree.Is(child, "mark");
            if (doubt)
            {
                return null;
            }
        }

        int verb = said, subject = tree.Child(said, "nsubj");
        while (subject < 0 && tree.Is(verb, "conj") && tree.Head(verb) >= 0)
        {
            verb = tree.Head(verb);
            subject = tree.Child(verb, "nsubj");
        }

        return subject >= 0 && subject < noun && byHead[subject] >= 0 && clusters.Mentions[byHead[subject]] is { IsName: true, Class: NounClass.Person } person && tree.Child(subject, "conj") < 0 ? person : null;
    }

    // The person whose participle the thing is an object of.
    private static MentionCandidate? Doer(SyntaxTree tree, MentionClusters clusters, int[] byHead, int thing)
    {
        int verb = tree.Head(thing), noun = verb >= 0 && tree.Is(verb, "acl") ? tree.Head(verb) : -1;
        return noun >= 0 && noun < thing && byHead[noun] >= 0 && clusters.Mentions[byHead[noun]] is { Class: NounClass.Person } person ? person : null;
    }
}
