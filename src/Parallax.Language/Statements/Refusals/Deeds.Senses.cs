using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Refusals;

/// <content>Verbs of saying in a sense that tells of no words.</content>
internal sealed partial class Deeds
{
    // "called the race for the senator less than an hour after": the words that tell for whom.
    private const int MaxWinner = 3;

    private bool IsOtherSense(Attribution attribution, Cue cue) => !HasQuotation(attribution, cue) && tree.Child(cue.Head, "ccomp") < 0 && tree.Lemma(cue.Head) switch
    {
        "deny" => tree.Child(cue.Head, "iobj") >= 0 && tree.Child(cue.Head, "obj") >= 0,
        "assure" => IsSureOf(attribution, cue),
        "claim" => IsWon(attribution, cue),
        "call" => IsPhoned(attribution, cue) || IsCounted(attribution, cue),
        // "continued delivering his speech"
        "continue" => !cue.Passive && attribution.Content.Tokens is [var doing, ..] && doing == cue.Tokens[^1] + 1 && Tokens.Tags[doing] == UniversalTag.Verb && tree.Lower(doing).EndsWith("ing", StringComparison.Ordinal),
        "find" => !IsPoll(attribution) && attribution.Content.Tokens is [var first, ..] content && first > cue.Head && linker.Head(content) is var thing && tree.Is(thing, "obj") && lexicon.In("found-things", tree.Lemma(thing)),
        _ => false,
    };

    /// <summary>Removes sides that somebody takes, steps that he takes back, whom he does not mention or endorse and what he could only say, without a word of it: corpora attribute them, and in an account nobody says them.</summary>
    public void WithoutSides(List<Attribution> attributions) => attributions.RemoveAll(a => a.Cue is { Kind: CueKind.Verb } cue && (IsPossible(cue) || !HasQuotation(a, cue) && tree.Child(cue.Head, "ccomp") < 0
        && ((cue.Negated && lexicon.In("passing-over-verbs", tree.Lemma(cue.Head)) && !a.Content.Tokens.Exists(tree.IsFinite)) || (tree.Lemma(cue.Head) == "back" && IsGivenUp(cue)) || (lexicon.In("siding-verbs", tree.Lemma(cue.Head)) && IsPartisan(a, cue)))));

    // "will be unable to turn them and accuse them of theft", "would be able to claim that she won": what could be said, and is not.
    private bool IsPossible(Cue cue)
    {
        int at = tree.HasFeature(cue.Head, "VerbForm=Inf") && quoted.Of(cue.Head) < 0 ? cue.Anchor : -1;
        for (int steps = 0; at >= 0 && steps < 4 && (tree.Is(at, "conj") || tree.Is(at, "xcomp")); steps++)
        {
            at = Tokens.Heads[at];
            if (at >= 0 && tree.Lower(at) is "unable" or "able")
            {
                return tree.Lower(at) == "unable" || tree.Child(at, "aux", "would") >= 0 || tree.Child(at, "aux", "could") >= 0 || tree.Child(at, "aux", "might") >= 0;
            }
        }

        return false;
    }

    // "The crew is assured of winning", "assured of ten seats": certain of it; nobody gives a promise.
    private bool IsSureOf(Attribution attribution, Cue cue) => attribution.Source.IsEmpty && (cue.Passive || tree.Child(cue.Head, "aux:pass") >= 0) && (tree.Lower(cue.Tokens[^1]) == "of" || attribution.Content.Tokens.Exists(i => i > cue.Head && i <= cue.Head + 2 && tree.Lower(i) == "of"));

    // "claiming her third win of the night", "is not enough to claim the nomination": won, and not said to be. "claimed victory" is said.
    private bool IsWon(Attribution attribution, Cue cue)
    {
        int thing = tree.Child(cue.Head, "obj");
        return thing > cue.Head && lexicon.In("won-nouns", tree.Lemma(thing)) && attribution.Content.Tokens is { Count: > 1 } content && (content.Count > 2 || tree.Lemma(thing) is not ("victory" or "win" or "triumph")) && content.BinarySearch(thing) >= 0 && !content.Exists(tree.IsFinite);
    }

    // "called a clerk, Ada Brown, and asked her": by telephone; no name is given to her.
    private bool IsPhoned(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens;
        int head = linker.Head(content);
        return !cue.Passive && content[0] > cue.Head && tree.Is(head, "obj") && Tokens.Heads[head] == cue.Head && content.TrueForAll(i => i == head || Tokens.Heads[i] != cue.Head) && content.Exists(i => tree.Is(i, "appos") && Tokens.Heads[i] == head && Tokens.Tags[i] == UniversalTag.Propn);
    }

    // "called the race for Brown": who has won by the count.
    private bool IsCounted(Attribution attribution, Cue cue) => !cue.Passive && tree.Child(cue.Head, "obj") is int race and >= 0 && race > cue.Head && lexicon.In("contests", tree.Lemma(race)) && tree.Child(race, "det", "the") >= 0
        && tree.Child(cue.Head, "xcomp") < 0 && attribution.Content.Tokens.FindAll(i => i <= race + MaxWinner).TrueForAll(i => Tokens.Tags[i] is not (UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adj) && tree.Lower(i) is not ("a" or "an")) && attribution.Content.Tokens.Exists(i => i > race && tree.Lower(i) == "for");

    // "backed off the plan", "backed away from it": the contrary of backing it.
    private bool IsGivenUp(Cue cue) => cue.Head + 1 < Tokens.Count && tree.Lower(cue.Head + 1) is "off" or "away" or "down" or "out";

    // "a club supporting the mayor", "voters who favor her": which club, which voters.
    private bool IsPartisan(Attribution attribution, Cue cue)
    {
        int noun = tree.Is(cue.Anchor, "acl") ? Tokens.Heads[cue.Anchor] : -1;
        bool isCommon = noun >= 0 && noun < cue.Head && Tokens.Tags[noun] is UniversalTag.Noun or UniversalTag.Propn && !names.Overlapping(Tokens.Span(noun)).Any(static n => n.Kind == NameKind.Person);
        bool isKind = isCommon && (tree.HasFeature(noun, "Number=Plur") || tree.Child(noun, "det", "a") >= 0 || tree.Child(noun, "det", "an") >= 0);
        int opening = isKind ? tree.Yield(cue.Anchor)[0] : -1;
        return opening > noun && Tokens.Form(opening) is not "," && Tokens.Form(opening - 1) is not "," && !attribution.Content.Tokens.Exists(tree.IsFinite);
    }

    // "a roll call to name her": nobody calls for it.
    private bool IsNoCall(Cue noun) => (noun.Entry?.Lemma == "call" && noun.Head > 0 && tree.Lower(noun.Head - 1) is "roll" or "curtain" or "wake-up")
        || noun.Tokens.Exists(i => Tokens.Tags[i] == UniversalTag.Verb && lexicon.In("withholding-verbs", tree.Lemma(i)));

    private bool IsPoll(Attribution attribution) => !attribution.Source.IsEmpty && lexicon.In("poll-nouns", tree.Lemma(linker.Head(attribution.Source.Tokens)));
}
