using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>What speaks against a person as the one whom a report calls by an office, where it names several who hold one.</summary>
internal static class HolderDoubts
{
    /// <summary>"the Lanor senator" after "Ostby Sen. Dorn": where the phrase tells of what place and the report tells somebody else of it, or several who hold the office.</summary>
    public static bool IsOfElsewhere(SyntaxTree tree, MentionClusters clusters, MentionCandidate person, MentionCandidate mention)
    {
        List<string> places = [];
        for (int t = mention.TightFirst; mention.Type != MentionType.PossessedNoun && t < mention.TightEnd; t++)
        {
            if (t != mention.Head && tree.Tokens.Tags[t] == UniversalTag.Propn)
            {
                places.Add(tree.Tokens.Form(t).ToString().ToLowerInvariant());
            }
        }

        if (places.Count == 0 || places.Exists(clusters.FactsOf(person.Index).Words.Contains))
        {
            return false;
        }

        return clusters.Mentions.Exists(m => IsOther(clusters, m, person) && clusters.FactsOf(m.Index) is var facts && (facts.Heads.Contains(mention.HeadLemma) || (places.Exists(facts.Words.Contains) && facts.Words.Count > 0)));
    }

    /// <summary>"Dorn came. The senator said …": where others are told to be senators and the two sentences before tell of somebody else.</summary>
    public static bool IsAnotherTold(SyntaxTree tree, MentionClusters clusters, MentionCandidate person, MentionCandidate mention)
    {
        if (mention.Modifiers.Count > 0 || !clusters.Mentions.Exists(m => IsOther(clusters, m, person) && clusters.FactsOf(m.Index).Heads.Contains(mention.HeadLemma)))
        {
            return false;
        }

        List<MentionCandidate> told = clusters.Mentions.FindAll(m => m.IsName && m.Class == NounClass.Person && m.Quote == 0 && m.Index < mention.Index && mention.Sentence - m.Sentence <= 2);
        return !told.Exists(m => clusters.Together(m.Index, person.Index)) && told.Exists(m => m.Role == MentionRole.Subject && tree.Is(m.Head, "nsubj"));
    }

    private static bool IsOther(MentionClusters clusters, MentionCandidate mention, MentionCandidate person) => mention.IsName && mention.Class == NounClass.Person && !clusters.Together(mention.Index, person.Index);
}
