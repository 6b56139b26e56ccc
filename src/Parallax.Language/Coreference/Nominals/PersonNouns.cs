using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>Joins nouns for persons whose bearer only the whole report tells: "the actress" of a report about one actress, "she was a star" of whoever she is.</summary>
/// <remarks>Runs when pronouns have their antecedents, so that the gender of a name is known from them.</remarks>
internal static class PersonNouns
{
    // The person a report is about is named so often before, and so much oftener than anybody else who could be meant.
    private const int Named = 3, Oftener = 2;

    // Within so many sentences the person is still spoken of.
    private const int Sentences = 4;

    /// <summary>Joins what the words leave one.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="clusters">Takes the joins.</param>
    public static void Resolve(SyntaxTree tree, MentionClusters clusters)
    {
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (mention.IsPronoun || mention.IsName || mention.Class != NounClass.Person || mention.Number == MentionNumber.Plural || mention.Type == MentionType.Coordination)
            {
                continue;
            }

            if (Subject(tree, clusters, mention) is { } subject)
            {
                clusters.Join(subject.Index, mention.Index, "coref.predicate", $"“{mention.Words}” is said of “{subject.Words}”");
            }
            else if (clusters.RootOf(mention.Index) == mention.Index && IsCalled(clusters, mention) && Central(tree, clusters, mention) is { } central)
            {
                clusters.Join(central.Index, mention.Index, "coref.central", $"“{mention.Words}” is “{central.Name}”, the one person the report is about who may be called so");
            }
            else if (CalledAgain.Of(tree, clusters, mention) is { } again)
            {
                clusters.Join(again.Index, mention.Index, "coref.again", $"“{mention.Words}” is “{again.Name}”, of whom alone the sentence before tells");
            }
        }
    }

    // "She was a star": what is said of a pronoun is said of whom it stands for.
    private static MentionCandidate? Subject(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        if (!mention.Descriptive || clusters.MembersOf(mention.Index).Any(m => clusters.Mentions[m].IsName) || tree.Child(mention.Head, "cop") is not (>= 0 and int copula) || tree.Lemma(copula) != "be" || tree.Child(mention.Head, "nsubj") is not (>= 0 and int subject))
        {
            return null;
        }

        foreach (int child in tree.Children(mention.Head))
        {
            bool doubt = (tree.Is(child, "aux") && tree.Lemma(child) is "may" or "might" or "could" or "would" or "should" or "can") || (tree.Is(child, "advmod") && tree.Lemma(child) is "not" or "n't" or "never") || (tree.Is(child, "case") && child < mention.Head) || tree.Is(child, "mark");
            if (doubt)
            {
                return null;
            }
        }

        MentionCandidate? pronoun = clusters.Mentions.Find(m => m.Head == subject && m.Type is MentionType.He or MentionType.She);
        return pronoun is not null && clusters.FactsOf(pronoun.Index) is { IsNamed: true, Class: NounClass.Person } facts && GendersFit(facts.Gender, mention.Gender) ? pronoun : null;
    }

    // A cluster of "the man", "the 16-year-old actress", with pronouns: nobody it brings in, and nobody told to be another's.
    private static bool IsCalled(MentionClusters clusters, MentionCandidate mention)
    {
        foreach (int member in clusters.MembersOf(mention.Index))
        {
            MentionCandidate told = clusters.Mentions[member];
            bool called = told.IsPronoun || (!told.IsName && !told.Descriptive && told.Type is MentionType.DefiniteNoun && told.Country is null && told.Quote == 0
                && BodyWords.Is("central", told.HeadLemma) && told.Modifiers.All(static m => BodyWords.Is("of-person", m) || char.IsDigit(m[0]) || m.Contains("year", StringComparison.Ordinal)));
            if (!called)
            {
                return false;
            }
        }

        return true;
    }

    private static MentionCandidate? Central(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        // "A man … the man": somebody without a name whom the report has brought in, alone or as one of several.
        if (clusters.Mentions.Exists(m => m.Index < mention.Index && !m.IsName && !m.IsPronoun && m.HeadLemma == mention.HeadLemma && !m.Descriptive && !(m.Type == MentionType.DefiniteNoun && m.Number != MentionNumber.Plural) && !clusters.FactsOf(m.Index).IsNamed))
        {
            return null;
        }

        // "A woman opened and the suspect fired. The man fled": somebody else without a name is nearer.
        ClusterFacts own = clusters.FactsOf(mention.Index);
        if (clusters.Mentions.Exists(m => m.Index < mention.Index && mention.Sentence - m.Sentence <= 1 && m is { IsName: false, IsPronoun: false, Class: NounClass.Person, Descriptive: false, Quote: 0, Role: MentionRole.Subject, Type: not MentionType.Coordination }
            && m.Number != MentionNumber.Plural && GendersFit(m.Gender, own.Gender) && !clusters.FactsOf(m.Index).IsNamed && !clusters.Together(m.Index, mention.Index)))
        {
            return null;
        }

        (int most, int second, MentionCandidate? best) = (0, 0, null);
        HashSet<int> seen = [];
        for (int i = mention.Index - 1; i >= 0; i--)
        {
            MentionCandidate name = clusters.Mentions[i];
            if (!name.IsName || name.Class != NounClass.Person || !seen.Add(clusters.RootOf(i)))
            {
                continue;
            }

            ClusterFacts facts = clusters.FactsOf(i);
            if (facts.Class != NounClass.Person || !GendersFit(facts.Gender, own.Gender))
            {
                continue;
            }

            int count = clusters.MembersOf(i).Count(m => m < mention.Index && !clusters.Mentions[m].Descriptive);
            if (count > most)
            {
                (second, most, best) = (most, count, name);
            }
            else
            {
                second = Math.Max(second, count);
            }
        }

        if (best is null || most < Named || most < Oftener * second)
        {
            return null;
        }

        MentionCandidate last = clusters.Mentions[clusters.MembersOf(best.Index).Last(m => m < mention.Index)];
        bool near = mention.Sentence - last.Sentence <= Sentences;
        return near && !clusters.MembersOf(mention.Index).Any(m => Apartness.Holds(tree, clusters, clusters.Mentions[m], best) || Accused.Clashes(clusters, clusters.Mentions[m], best)) ? best : null;
    }

    private static bool GendersFit(MentionGender left, MentionGender right) => left == MentionGender.Unknown || right == MentionGender.Unknown || left == right;
}
