using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>Nouns that mean somebody by what another does: "his Norlandic counterpart", "the report" of a broadcaster that "ran video".</summary>
internal static class Counterparts
{
    // "The report said" goes on with what an outlet brought at most so many sentences before.
    private const int Sentences = 2;

    /// <summary>"The secretary met his Norlandic counterpart": the one person of that country who holds an office of the same name; null where there is none or are two.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="clusters">The joins so far.</param>
    /// <param name="mention">"His … counterpart", with a country.</param>
    public static MentionCandidate? Of(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        if (mention.Country is null || mention.Type != MentionType.PossessedNoun || tree.Child(mention.Head, "nmod:poss") is not (>= 0 and int whose))
        {
            return null;
        }

        MentionCandidate? owner = clusters.Mentions.Find(m => m.Head == whose && m.IsName && m.Class == NounClass.Person)
            ?? clusters.Mentions.FindLast(m => m.IsName && m.Class == NounClass.Person && m.Index < mention.Index && m.Sentence == mention.Sentence);
        if (owner is null)
        {
            return null;
        }

        HashSet<string> offices = clusters.FactsOf(owner.Index).Heads;
        MentionCandidate? found = null;
        foreach (MentionCandidate candidate in clusters.Mentions)
        {
            if (!candidate.IsName || candidate.Class != NounClass.Person || clusters.Together(candidate.Index, owner.Index) || (found is not null && clusters.Together(found.Index, candidate.Index)))
            {
                continue;
            }

            ClusterFacts facts = clusters.FactsOf(candidate.Index);
            bool country = facts.Country == mention.Country || (facts.Country is null && OfCountry(clusters, candidate, mention.Country));
            if (!country || !facts.Heads.Any(head => offices.Contains(head) && !BodyWords.Is("rank", head)))
            {
                continue;
            }

            if (found is not null)
            {
                return null; // two hold such an office
            }

            found = candidate;
        }

        return found;
    }

    // "the secretary of the Security Council" where the council is elsewhere told to be the country's.
    private static bool OfCountry(MentionClusters clusters, MentionCandidate person, string country)
    {
        foreach (int member in clusters.MembersOf(person.Index))
        {
            MentionCandidate description = clusters.Mentions[member];
            if (!description.IsName && clusters.Mentions.Exists(m => m.IsName && m.Class is NounClass.Government or NounClass.Organization && description.TightFirst <= m.Head && m.Head < description.TightEnd && clusters.FactsOf(m.Index).Country == country))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Norlandic television ran video …; the report said": who brought it, where one outlet is the subject of such a verb shortly before; null where none or several are.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="clusters">The joins so far.</param>
    /// <param name="mention">"The report".</param>
    public static MentionCandidate? Bringer(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        if (mention.Type != MentionType.DefiniteNoun || mention.Role != MentionRole.Subject || tree.Head(mention.Head) is not (>= 0 and int verb) || !SpeechVerbs.Contains(tree.Lemma(verb))
            || clusters.Mentions.Exists(m => m.Index < mention.Index && m.HeadLemma == "report" && !m.IsName && m.Type != MentionType.DefiniteNoun))
        {
            return null;
        }

        MentionCandidate? found = null;
        for (int i = mention.Index - 1; i >= 0 && mention.Sentence - clusters.Mentions[i].Sentence <= Sentences; i--)
        {
            MentionCandidate candidate = clusters.Mentions[i];
            bool brings = candidate.Class is NounClass.Outlet or NounClass.Agency && candidate.Role == MentionRole.Subject && tree.Head(candidate.Head) is >= 0 and int act && BodyWords.Is("bring", tree.Lemma(act)) && tree.Child(act, "obj") >= 0;
            if (brings && found is not null && !clusters.Together(found.Index, candidate.Index))
            {
                return null;
            }

            found = brings ? candidate : found;
        }

        if (found is not null)
        {
            return found;
        }

        // "the report said" again: what it meant before.
        MentionCandidate? before = clusters.Mentions.FindLast(m => m.Index < mention.Index && m.HeadLemma == "report" && m.Type == MentionType.DefiniteNoun && m.Modifiers.Count == 0);
        return before is not null && clusters.FactsOf(before.Index).Class is NounClass.Outlet or NounClass.Agency && mention.Sentence - before.Sentence <= 2 * Sentences ? before : null;
    }
}
