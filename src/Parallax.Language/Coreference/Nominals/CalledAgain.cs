using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>Whom a report calls again by a noun that it has not used before: "Hadi came on Friday. The former surgeon said …".</summary>
/// <remarks>Only for nouns that tell what somebody is and bring in nobody ("the candidate", not "the judge"), and only of the one person of whom the sentence before tells.</remarks>
internal static class CalledAgain
{
    // Quotations may stand between.
    private const int Sentences = 4;

    /// <summary>The person of whom the sentence before tells, where the noun can be of nobody else; null else.</summary>
    public static MentionCandidate? Of(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        bool isFormer = mention.Modifiers.Any(static m => BodyWords.Is("former", m)) && mention.Class == NounClass.Person;
        if (mention is not { Type: MentionType.DefiniteNoun, Quote: 0, Role: MentionRole.Subject, Descriptive: false, Country: null } || mention.Number == MentionNumber.Plural || (!isFormer && !BodyWords.Is("again", mention.HeadLemma))
            || clusters.MembersOf(mention.Index).Any(m => !clusters.Mentions[m].IsPronoun && m != mention.Index) || clusters.Mentions.Exists(m => m.Index < mention.Index && m.Sentence == mention.Sentence && m.Quote == 0 && IsPerson(clusters, m)))
        {
            return null;
        }

        for (int sentence = mention.Sentence - 1; sentence >= 0 && mention.Sentence - sentence <= Sentences && tree.Tokens.Sentences[sentence].Part is not (TextPart.Title or TextPart.Heading); sentence--)
        {
            List<MentionCandidate> told = clusters.Mentions.FindAll(m => m.Sentence == sentence && m.Quote == 0 && IsPerson(clusters, m));
            if (told.Count == 0 && IsQuoted(tree, clusters, sentence))
            {
                continue;
            }

            MentionCandidate? subject = told.Find(m => IsMain(tree, m.Head) || (m.IsName && tree.Is(m.Head, "appos") && IsMain(tree, tree.Head(m.Head)))) ?? told.Find(m => m.Role == MentionRole.Possessor && IsMain(tree, tree.Head(m.Head)));
            if (subject is null || subject.Number == MentionNumber.Plural || !clusters.FactsOf(subject.Index).IsNamed)
            {
                return null;
            }

            bool isAlone = told.TrueForAll(m => clusters.Together(m.Index, subject.Index));
            MentionCandidate name = clusters.Mentions[clusters.MembersOf(subject.Index).First(m => clusters.Mentions[m].IsName)];
            return (isAlone || IsToldSo(clusters, name, mention)) && Fits(tree, clusters, name, mention) ? name : null;
        }

        return null;
    }

    // Somebody named, or one person brought in or spoken of.
    private static bool IsPerson(MentionClusters clusters, MentionCandidate mention) =>
        (!mention.Descriptive || mention.IsName) && mention.Type is not (MentionType.Coordination or MentionType.Relative) && (mention.IsPronoun ? mention.Type is MentionType.He or MentionType.She : mention.Class == NounClass.Person && (mention.IsName || mention.Number != MentionNumber.Plural));

    private static bool IsMain(SyntaxTree tree, int head) => head >= 0 && tree.Tokens.Relations[head].StartsWith("nsubj", StringComparison.Ordinal) && tree.Head(head) is >= 0 and int verb && tree.Head(verb) < 0;

    private static bool IsQuoted(SyntaxTree tree, MentionClusters clusters, int sentence)
    {
        Sentence whole = tree.Tokens.Sentences[sentence];
        for (int t = whole.FirstToken; t < whole.EndToken; t++)
        {
            if (clusters.Quotes[t] == 0 && tree.Tokens.Tags[t] != UniversalTag.Punct)
            {
                return false;
            }
        }

        return true;
    }

    // The report has called the person so, by the noun or by a word beside it.
    private static bool IsToldSo(MentionClusters clusters, MentionCandidate person, MentionCandidate mention)
    {
        ClusterFacts facts = clusters.FactsOf(person.Index);
        return facts.Heads.Contains(mention.HeadLemma) || mention.Modifiers.Any(m => !BodyWords.Is("former", m) && (facts.Words.Contains(m) || facts.Heads.Contains(m)));
    }

    private static bool Fits(SyntaxTree tree, MentionClusters clusters, MentionCandidate person, MentionCandidate mention)
    {
        ClusterFacts facts = clusters.FactsOf(person.Index), own = clusters.FactsOf(mention.Index);
        bool isGender = facts.Gender == MentionGender.Unknown || own.Gender == MentionGender.Unknown || facts.Gender == own.Gender;
        if (facts.Class != NounClass.Person || !isGender || HolderDoubts.IsOfElsewhere(tree, clusters, person, mention) || Apartness.Holds(tree, clusters, mention, person) || Accused.Clashes(clusters, mention, person))
        {
            return false;
        }

        // "a former surgeon … the former surgeon": somebody without a name whom the report has brought in; "Governor Dorn … the governor": somebody else of that name.
        bool called = facts.Heads.Contains(mention.HeadLemma);
        foreach (MentionCandidate other in clusters.Mentions)
        {
            bool isOther = other.Index != mention.Index && !other.IsPronoun && !clusters.Together(other.Index, person.Index) && !clusters.Together(other.Index, mention.Index);
            if (isOther && !other.IsName && other.Index < mention.Index && other.Type != MentionType.BareNoun && other.HeadLemma == mention.HeadLemma && other.Number != MentionNumber.Plural && !other.Descriptive)
            {
                return false;
            }

            if (isOther && other.IsName && other.Class == NounClass.Person)
            {
                ClusterFacts others = clusters.FactsOf(other.Index);
                bool isTheirs = (!called && others.Heads.Contains(mention.HeadLemma)) || mention.Modifiers.Any(m => BodyWords.Is("side", m) && !facts.Words.Contains(m) && !facts.Heads.Contains(m) && (others.Words.Contains(m) || others.Heads.Contains(m)));
                if (isTheirs)
                {
                    return false;
                }
            }
        }

        return !mention.Modifiers.Any(static m => BodyWords.Is("side", m)) || !facts.Words.Concat(facts.Heads).Any(w => BodyWords.Is("side", w) && !mention.Modifiers.Contains(w));
    }
}
