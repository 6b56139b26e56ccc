using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>Joins the mentions of a body that a report calls by its noun: "police … police", "the coroner … the coroner", "the Ostby police … police".</summary>
/// <remarks>One report that calls a body by the noun alone means one body each time; with two bodies of the kind it says which.</remarks>
internal static class BareBodies
{
    /// <summary>Joins what the words leave one.</summary>
    public static void Resolve(MentionClusters clusters)
    {
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (!IsBare(mention) && !IsCalled(mention))
            {
                continue;
            }

            string words = Folded(mention.Words);
            MentionCandidate? same = clusters.Mentions.FindLast(m => m.Index < mention.Index && (IsBare(m) || IsCalled(m)) && Folded(m.Words) == words);
            if (same is not null)
            {
                Join(clusters, same, mention, $"“{mention.Words}” is one body in a report that calls it so");
            }
            else if (IsBare(mention) && BodyWords.Is("bare-body", mention.HeadLemma) && Qualified(clusters, mention) is { } qualified)
            {
                Join(clusters, qualified, mention, $"“{qualified.Words}” is the only “{mention.Words}” spoken of before");
            }
        }
    }

    private static void Join(MentionClusters clusters, MentionCandidate earlier, MentionCandidate mention, string why)
    {
        ClusterFacts left = clusters.FactsOf(earlier.Index), right = clusters.FactsOf(mention.Index);
        bool countries = left.Country is not null && right.Country is not null && left.Country != right.Country;
        if (!countries && !(left.IsNamed && right.IsNamed))
        {
            clusters.Join(earlier.Index, mention.Index, "coref.same-body", why);
        }
    }

    // "police", "the team", "prosecutors": the noun alone.
    private static bool IsBare(MentionCandidate mention)
    {
        if (mention.IsName || mention.IsPronoun || mention.Descriptive || mention.Type == MentionType.Coordination || mention.Modifiers.Count > 0)
        {
            return false;
        }

        bool bare = BodyWords.Is("bare-body", mention.HeadLemma) && mention.Type is MentionType.BareNoun or MentionType.DefiniteNoun;
        return bare || (BodyWords.Is("once", mention.HeadLemma) && mention.Type == MentionType.DefiniteNoun && mention.Number != MentionNumber.Plural);
    }

    // "the City Attorney's office", "the state medical society": the same words with the article are the same body.
    private static bool IsCalled(MentionCandidate mention) =>
        !mention.IsName && !mention.IsPronoun && !mention.Descriptive && mention.Modifiers.Count > 0 && mention.Number != MentionNumber.Plural
        && mention.Type is MentionType.DefiniteNoun or MentionType.PossessedNoun && BodyWords.Is("once", mention.HeadLemma);

    // "Ostby police", once and alone of its kind, before the bare noun.
    private static MentionCandidate? Qualified(MentionClusters clusters, MentionCandidate mention)
    {
        MentionCandidate? found = null;
        for (int i = 0; i < mention.Index; i++)
        {
            MentionCandidate other = clusters.Mentions[i];
            bool kind = other.Type != MentionType.Coordination && !other.IsPronoun && other.HeadLemma == mention.HeadLemma && other.Modifiers.Count > 0 && (other.IsName || other.Number == mention.Number);
            if (!kind || (found is not null && clusters.Together(found.Index, other.Index)))
            {
                continue;
            }

            if (found is not null || BodyWords.Is("other", other.Modifiers[0]))
            {
                return null;
            }

            found = other;
        }

        return found;
    }

    private static string Folded(string words) => words.Replace('’', '\'').Replace('-', ' ');
}
