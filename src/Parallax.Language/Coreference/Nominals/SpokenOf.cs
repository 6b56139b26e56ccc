using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>Tells who is spoken of from who speaks: after "Brenn said that Dorn knew the house", a sentence that does not go on with words of Brenn's is about Dorn.</summary>
internal static class SpokenOf
{
    /// <summary>The candidate that the best one speaks of in the sentence before the pronoun; -1 where the best one does not speak there, speaks of itself, or goes on speaking.</summary>
    public static int Find(SyntaxTree tree, MentionClusters clusters, MentionCandidate pronoun, List<PersonCandidate> candidates, int best)
    {
        if (pronoun.Quote > 0 || pronoun.Role is not (MentionRole.Subject or MentionRole.Possessor) || candidates[best].Last is not { Role: MentionRole.Subject, Quote: 0 } speaker
            || speaker.Sentence != pronoun.Sentence - 1 || GoesOn(tree, pronoun) || clusters.Mentions.Exists(m => m.Sentence == pronoun.Sentence && m.Index < pronoun.Index && m.Class == NounClass.Person))
        {
            return -1;
        }

        int verb = tree.Head(speaker.Head), subject = verb < 0 || !SpeechVerbs.Contains(tree.Lemma(verb)) ? -1 : SubjectOf(tree, ContentOf(tree, verb));
        if (subject < 0)
        {
            return -1;
        }

        int told = candidates.FindIndex(c => c.Before.Exists(m => m.Head == subject));
        bool itself = clusters.MembersOf(speaker.Index).Any(m => clusters.Mentions[m] is var other && other.Sentence == speaker.Sentence && other != speaker && !other.Descriptive && (other.Head < speaker.First || other.Head >= speaker.End));
        return told >= 0 && told != best && !itself && candidates[told].Facts.Class == NounClass.Person ? told : -1;
    }

    // "He added …", "his lawyer said": the sentence tells of words again.
    private static bool GoesOn(SyntaxTree tree, MentionCandidate pronoun)
    {
        Sentence sentence = tree.Tokens.Sentences[pronoun.Sentence];
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            if (tree.Tokens.Tags[t] == UniversalTag.Verb && SpeechVerbs.Contains(tree.Lemma(t)))
            {
                return true;
            }
        }

        return false;
    }

    // "… said that Dorn knew it"; "Dorn knew it, … said".
    private static int ContentOf(SyntaxTree tree, int verb) =>
        tree.Child(verb, "ccomp") is >= 0 and int clause ? clause : tree.Is(verb, "parataxis") ? tree.Head(verb) : -1;

    private static int SubjectOf(SyntaxTree tree, int verb) => verb < 0 ? -1 : Math.Max(tree.Child(verb, "nsubj"), tree.Child(verb, "nsubj:pass"));
}
