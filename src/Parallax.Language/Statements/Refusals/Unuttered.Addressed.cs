using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Refusals;

/// <content>Words that are told to somebody, that things seem to say, or that another attribution holds.</content>
internal sealed partial class Unuttered
{
    // "the panic in his words suggests that …", "ten years of delay, which would suggest that …": what the writer infers from a thing.
    private bool IsInferred(Attribution attribution, Cue cue)
    {
        int subject = cue.Kind == CueKind.Verb && lexicon.In("inference-verbs", tree.Lemma(cue.Head)) ? tree.Child(cue.Anchor, "nsubj") : -1;
        if (subject >= 0 && subject < cue.Head && tree.Lower(subject) is "which" or "that" or "this" && tree.Is(cue.Anchor, "acl"))
        {
            subject = attribution.Source.Tokens is { Count: > 0 } source ? linker.Head(source) : Tokens.Heads[cue.Anchor];
        }

        return subject >= 0 && subject < cue.Head && Tokens.Tags[subject] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(subject)) is null && !lexicon.IsGroup(tree.Lower(subject)) && !names.Overlapping(Tokens.Span(subject)).Any();
    }

    // "for now it appears that they will let him go", "Bell seems to want a fair": nobody says it.
    private bool IsSeeming(Cue cue) => cue.Kind == CueKind.Verb && (lexicon.In("seeming-lemmas", tree.Lemma(cue.Head))
        || (cue.Has(CueFrames.Attitude) && tree.Is(cue.Head, "xcomp") && Tokens.Heads[cue.Head] is int seems and >= 0 && lexicon.In("seeming-lemmas", tree.Lemma(seems))));

    // "An inquiry found that she walked, the police said": who tells of the inquiry tells what it found.
    private bool IsFoundByAnother(Attribution attribution, Cue cue, List<Attribution> all) => cue.Kind == CueKind.Verb && attribution.Source.Tokens is [var first, ..] source && quoted.Of(first) < 0 && lexicon.In("inquiry-nouns", tree.Lemma(linker.Head(source)))
        && all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb or CueKind.Preposition } && !o.Source.IsEmpty && o.Content.Tokens.BinarySearch(cue.Head) >= 0 && attribution.Content.Tokens.TrueForAll(i => o.Content.Tokens.BinarySearch(i) >= 0));

    // "The clerk said that Lund is accused of theft": by nobody who is told of, in words that another has already.
    private static bool IsAccusedThere(Attribution attribution, Cue cue, List<Attribution> all) => cue is { Kind: CueKind.Verb, Passive: true, Entry.Stance: Core.Accounts.Stance.Accuses } && attribution.Source.IsEmpty
        && all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb or CueKind.Preposition } && !o.Source.IsEmpty && o.Content.Tokens.BinarySearch(cue.Head) >= 0 && attribution.Content.Tokens.TrueForAll(i => o.Content.Tokens.BinarySearch(i) >= 0));

    // "many people wonder how they can be paid": a question that nobody in particular puts, and at no time.
    private bool IsWondering(Attribution attribution, List<int> source, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Stance: Core.Accounts.Stance.Asks, Negated: false } && tree.Lemma(cue.Head) == "wonder" && tree.HasFeature(cue.Head, "Tense=Pres") && source.Count <= 2
        && tree.Lemma(source[^1]) is "people" or "person" or "folk" or "many" or "some" or "other" && !attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0);

    // "was found “cowering in a bath,” the sheriff said": how somebody is found.
    private bool IsFound(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && tree.Lemma(cue.Head) == "find" && attribution.Source.IsEmpty && tree.Child(cue.Head, "aux:pass") >= 0 && tree.Child(cue.Head, "ccomp") < 0 && tree.Child(cue.Head, "csubj") < 0;

    // "is known for saying that money never sleeps": what he says again and again.
    private bool IsRenowned(Cue cue) => cue.Kind == CueKind.Verb && cue.Head > 1 && tree.Lower(cue.Head - 1) == "for" && lexicon.In("renown-words", tree.Lower(cue.Head - 2)) && tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal);

    // "Asked whether she would run, Bell said …", "said when asked if it holds", "The crew, ordered to stay, left": who is asked asks nothing.
    private bool IsAddressed(Attribution attribution, Cue cue)
    {
        bool mayBe = cue.Kind == CueKind.Verb && Tokens.Tags[cue.Head] == UniversalTag.Verb && (cue.Has(CueFrames.Addressee) || cue.Entry?.Lemma is "ask" or "order" or "question") && tree.HasFeature(cue.Head, "Tense=Past") && tree.Child(cue.Head, "aux") < 0
            && attribution.Content.Tokens[0] > cue.Head && !(attribution.Source.Tokens is { Count: > 0 } by && by[0] > cue.Head && tree.Lower(by[0] - 1) == "by") && tree.Child(cue.Head, "obj") < 0;
        if (!mayBe)
        {
            // "Lund, when asked what about it was wrong, said …"
            return cue is { Kind: CueKind.Verb, Entry.Lemma: "ask" } && tree.Lower(cue.Head) == "asked" && cue.Head > 0 && tree.Lower(cue.Head - 1) is "when" or "if" or "once" && tree.Child(cue.Head, "nsubj") < 0 && tree.Child(cue.Head, "aux") < 0;
        }

        int first = tree.SentenceBounds(cue.Head).First, before = cue.Head - 1;
        bool isWhen = before >= first && tree.Lower(before) is "when" or "if" or "once" or "as" or "though";
        bool isOpening = before < first || (before == first && Tokens.Tags[before] == UniversalTag.Punct);
        if (isWhen || isOpening)
        {
            return true;
        }

        int end = tree.SentenceBounds(cue.Head).End;
        bool isBetween = Tokens.Form(before) is "," && attribution.Source.Tokens is { Count: > 0 } source && source[^1] < before;
        return isBetween && Enumerable.Range(cue.Head + 1, end - cue.Head - 1).Any(i => tree.IsFinite(i) && tree.Child(i, "nsubj") is int subject && subject >= 0 && attribution.Source.Tokens.BinarySearch(subject) >= 0);
    }

    // "concurred, saying, “It holds.”", "told of the scene and of her son screaming, “Help!”": the last verb before words in marks holds them.
    private bool IsHeldTwice(Attribution attribution, Cue cue, List<Attribution> all) => cue.Kind == CueKind.Verb && attribution.Content.Tokens is [var first, ..] content && cue.Head < first && quoted.StartingAt(first) >= 0
        && all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb } other && cue.Head < other.Head && other.Head < first && !o.Source.IsEmpty && o.Content.Tokens.SequenceEqual(content));

    // "self-described traders": what they call themselves, and nobody who speaks.
    private bool IsSelfDescribed(Cue cue) => cue.Kind == CueKind.Verb && (tree.Lower(cue.Head).StartsWith("self-", StringComparison.Ordinal) || (cue.Head > 1 && Tokens.Form(cue.Head - 1) is "-" && tree.Lower(cue.Head - 2) == "self"));

    // “We need no mayor who says he is with us on Monday”, “a clerk who says that”: one who is thought of, in another's words.
    private bool IsSupposed(List<int> source, Cue cue)
    {
        int noun = Speaker(source, cue);
        bool isRelative = cue.Kind == CueKind.Verb && quoted.Of(cue.Head) >= 0 && tree.Is(cue.Anchor, "acl") && Tokens.Heads[cue.Anchor] == noun && tree.HasFeature(cue.Head, "Tense=Pres") && noun + 1 < Tokens.Count && tree.Lower(noun + 1) is "who" or "that";
        int above = isRelative ? Tokens.Heads[noun] : -1;
        while (above >= 0 && Tokens.Tags[above] != UniversalTag.Verb)
        {
            above = Tokens.Heads[above];
        }

        // “I met a clerk who says so”: one whom somebody has met.
        isRelative &= above < 0 || !tree.HasFeature(above, "Tense=Past") || quoted.Of(above) < 0;
        return isRelative && (tree.Lower(noun) is "someone" or "somebody" || (Tokens.Tags[noun] == UniversalTag.Noun && !tree.HasFeature(noun, "Number=Plur") && lexicon.NounKind(tree.Lemma(noun)) == Core.Accounts.ActorKind.Person && tree.Lower(tree.Yield(noun).Find(i => Tokens.Tags[i] is UniversalTag.Det)) is "a" or "an" or "no"));
    }
}
