using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Refusals;

/// <content>Words that are kept back or missing, and sources that only stand beside the one who speaks.</content>
internal sealed partial class Unuttered
{
    // "stopped short of calling it unlawful", "refrained from saying that …": the words are not said. "did not stop short of" says them.
    private bool IsHeldBack(Cue cue)
    {
        int before = cue.Tokens[0] - 1;
        while (before > 1 && Tokens.Tags[before] == UniversalTag.Adv)
        {
            before--;
        }

        bool isHeld = cue.Kind == CueKind.Verb && before > 1 && tree.Lower(before) is "of" or "from" && tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal) && lexicon.In("keeping-back", tree.Lemma(before - 1));
        return isHeld && !Enumerable.Range(Math.Max(0, before - 4), before - Math.Max(0, before - 4)).Any(IsNot);
    }

    // "gave no evidence that would confirm the fire": what is not there confirms nothing.
    private bool IsMissing(Cue cue)
    {
        int noun = cue.Kind == CueKind.Verb && tree.Is(cue.Anchor, "acl") && tree.Child(cue.Anchor, "aux") is int aux and >= 0 && tree.Lower(aux) is "would" or "could" or "might" ? Tokens.Heads[cue.Anchor] : -1;
        int verb = noun < 0 || Tokens.Tags[noun] != UniversalTag.Noun ? -1 : Tokens.Heads[noun];
        return verb >= 0 && (tree.Child(noun, "det", "no") >= 0 || (tree.Is(noun, "obj") && (tree.Child(verb, "advmod", "not") >= 0 || tree.Child(verb, "advmod", "n't") >= 0 || tree.Child(verb, "advmod", "never") >= 0)));
    }

    // "Bell – unlike, say, Lund – admitted that …": Lund is whom he is told apart from.
    private bool IsContrasted(List<int> source)
    {
        int at = source[0] - 1, first = tree.SentenceBounds(source[0]).First;
        while (at > first && (Tokens.Form(at) is "," || lexicon.In("example-words", tree.Lower(at))))
        {
            at--;
        }

        return at >= first && tree.Lower(at) == "unlike";
    }

    // "It was not the clerk's job to say whether it holds": a task says nothing.
    private bool IsTask(List<int> source, Cue cue) => cue.Kind == CueKind.Verb && lexicon.In("task-nouns", tree.Lemma(linker.Head(source))) && (tree.Child(cue.Anchor, "mark", "to") >= 0 || tree.Child(cue.Head, "mark", "to") >= 0);

    // "One of the fiercest clashes came as …, noting that …": an occasion is none of its speakers.
    private bool IsOccasion(List<int> source, Cue cue)
    {
        int head = linker.Head(source), noun = tree.Lower(head) == "one" ? tree.Child(head, "nmod") : head;
        return noun >= 0 && cue.Kind == CueKind.Verb && tree.Is(cue.Anchor, "advcl") && Tokens.Tags[noun] == UniversalTag.Noun && lexicon.In("encounter-nouns", tree.Lemma(noun));
    }

    private bool IsNot(int token) => tree.Lower(token) is "not" or "n't" or "n’t" or "never";
}
