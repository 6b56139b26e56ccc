using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Refusals;

/// <content>Whom and on what, without a word of it; what others are to say; decisions of a court.</content>
internal sealed partial class Unspoken
{
    // A thing, and nothing that is said of it.
    private bool IsMatter(Attribution attribution, Cue cue, List<Attribution> all) => IsMatterOfNoun(attribution, cue) || IsFeltAbout(attribution, cue) || IsThanked(attribution, cue) || IsPointer(attribution, cue) || IsStressed(attribution, cue, all) || IsInnerNoun(attribution, cue) || IsRefrain(attribution, cue) || IsLittle(cue) || IsAskedAlone(attribution, cue);

    // Another sense of the verb, or words that are still to come.
    private bool IsOther(Attribution attribution, Cue cue) => IsWhich(cue) || IsHeadlineNoun(attribution, cue) || IsCoverage(attribution, cue) || IsNothingOffered(attribution, cue) || IsCaused(cue) || IsWhatHeSays(attribution, cue) || IsChallenged(attribution, cue) || IsRuling(attribution, cue) || IsSelfOfCrowd(attribution, cue) || IsFreeToSay(attribution, cue) || IsPointing(attribution, cue) || IsProjected(attribution, cue) || IsSuspect(attribution, cue) || IsNextDeed(attribution, cue) || IsNotTakenBack(cue);

    private bool HasVerb(List<int> content) => content.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux && !tree.Is(i, "amod") && !tree.Is(i, "compound"));

    // "his statements about his life": on what, and not what.
    private bool IsMatterOfNoun(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Noun, Entry.Stance: Stance.Asserts } && tree.Lower(attribution.Content.Tokens[0]) is "about" or "on" or "regarding" or "concerning"
        && !attribution.Content.Tokens.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux && !tree.Is(i, "amod") && !IsInRelative(i));

    private bool IsInRelative(int token) => tree.Is(token, "acl") || (tree.Is(token, "aux") && tree.Is(Tokens.Heads[token], "acl"));

    // "was concerned about her daughter", "disappointed in the rest": what somebody feels about, and not why.
    private bool IsFeltAbout(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Adjective, Entry.Stance: Stance.Other } && !HasVerb(attribution.Content.Tokens);

    // "thanked his supporters", "congratulated Lund": who is spoken to; "thanked them for their work" tells for what.
    private bool IsThanked(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry: { Stance: Stance.Praises, Lemma: "thank" or "congratulate" } } && !HasVerb(attribution.Content.Tokens) && !attribution.Content.Tokens.Exists(i => tree.Lower(i) is "for" or "on" or "upon" or "in" or "as");

    // "reiterated them on the radio": whatever they are.
    private bool IsPointer(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Stance: Stance.Asserts } && attribution.Content.Tokens is [var it, ..] && it == cue.Head + 1 && tree.Lower(it) is "it" or "them" or "this" or "that" or "these" or "those" && Tokens.Tags[it] == UniversalTag.Pron && tree.Is(it, "obj") && Tokens.Heads[it] == cue.Head
        && tree.Child(cue.Head, "xcomp") < 0 && (attribution.Content.Tokens.Count == 1 || tree.Lower(attribution.Content.Tokens[1]) is "on" or "in" or "at" or "during" or "after" or "to" or "again" or "when" or "before");

    // "Emphasizing the urgency of the matter, Lund said “…”": the words behind are what he stressed.
    private bool IsStressed(Attribution attribution, Cue cue, List<Attribution> all) => cue is { Kind: CueKind.Verb, Passive: false, Entry: { Stance: Stance.Asserts, Lemma: not "cite" } } && tree.Is(cue.Anchor, "advcl") && Tokens.Heads[cue.Anchor] > cue.Head && tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal) && attribution.Content.Rule == "content.object" && !HasVerb(attribution.Content.Tokens)
        && all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb } main && main.Anchor == Tokens.Heads[cue.Anchor] && o.Source.Tokens is { Count: > 0 } source && source.SequenceEqual(attribution.Source.Tokens));

    // "said the court had shown by its choice of charges that it leans": a noun that nobody stands beside, in another's words.
    private static bool IsInnerNoun(Attribution attribution, Cue cue) => cue.Kind == CueKind.Noun && attribution is { Source.IsEmpty: true, Parent: not null };

    // "…, repeating a line that he often uses": whatever it is; "repeated her claim that it leaks" tells it.
    private bool IsRefrain(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && lexicon.In("refrain-verbs", tree.Lemma(cue.Head)) && linker.Head(attribution.Content.Tokens) is var line && tree.Is(line, "obj") && lexicon.In("refrain-nouns", tree.Lemma(line)) && tree.Child(line, "nmod:poss") < 0;

    // "asked Lund, who was ill, to explain it": what is asked for stands behind whom it is asked of.
    private void GiveWhatIsAsked(Attribution attribution)
    {
        int doing = attribution.Cue is { } cue && IsAskedAlone(attribution, cue) ? tree.Child(cue.Head, "xcomp") : -1, last = attribution.Content.IsEmpty ? -1 : attribution.Content.Tokens[^1];
        List<int> wanted = doing > last && last >= 0 ? tree.Yield(doing).FindAll(i => i > last) : [];
        if (wanted.Count > 1 && tree.Lower(wanted[0]) == "to" && wanted[^1] - wanted[0] == wanted.Count - 1 && !wanted.Exists(i => quoted.Of(i) >= 0))
        {
            attribution.Addressee = attribution.Addressee < 0 ? linker.Head(attribution.Content.Tokens) : attribution.Addressee;
            attribution.Content = attribution.Content with { Tokens = linker.Trim(wanted, attribution.Cue!), Rule = "content.infinitive" };
        }
    }

    // "Lund was asked by the host", "asked Lund": whom, and not what.
    private bool IsAskedAlone(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Lemma: "ask" } && attribution.Content.Tokens is { Count: > 0 } content && content.TrueForAll(i => Tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Det)
        && names.Overlapping(Tokens.Span(linker.Head(content))).Any(static n => n.Kind == NameKind.Person);

    // “Mayors can't say anything they want”, "they can say whatever they like": what may be said.
    private bool IsFreeToSay(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Stance: Stance.Asserts } && !cue.Has(CueFrames.Attitude) && tree.Child(cue.Head, "aux") is int aux and >= 0 && tree.Lower(aux) is "can" or "ca" or "could"
        && tree.Lower(attribution.Content.Tokens[0]) is "anything" or "whatever" or "everything" or "anyone";

    // "said little of the plan": next to nothing.
    private bool IsLittle(Cue cue) => cue.Kind == CueKind.Verb && lexicon.In("little-said-verbs", tree.Lemma(cue.Head)) && cue.Head + 1 < Tokens.Count && tree.Lower(cue.Head + 1) == "little";

    // "Six in ten described themselves as pious": what those asked are.
    private bool IsSelfOfCrowd(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && cue.Has(CueFrames.As) && attribution.Content.Tokens[0] == cue.Head + 1 && tree.Lower(cue.Head + 1) == "themselves" && !attribution.Source.IsEmpty && IsCrowd(Antecedent(linker.Head(attribution.Source.Tokens), cue));

    // "Lines of evidence point to a leak": what things show.
    private bool IsPointing(Attribution attribution, Cue cue)
    {
        int speaker = cue.Kind == CueKind.Verb && tree.Lemma(cue.Head) == "point" && !attribution.Source.IsEmpty && !HasFinite(attribution.Content.Tokens) ? linker.Head(attribution.Source.Tokens) : -1;
        return speaker >= 0 && Tokens.Tags[speaker] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(speaker)) is null && !lexicon.IsGroup(tree.Lower(speaker)) && !names.Overlapping(Tokens.Span(speaker)).Any()
            && Coreference.Mentions.MentionLexicon.Instance.Noun(tree.Lemma(speaker)).Class is not (Coreference.Mentions.NounClass.Person or Coreference.Mentions.NounClass.People);
    }

    // "projected confidence": shown; "projected a deficit of two million" is foretold.
    private bool IsProjected(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Passive: false } && tree.Lemma(cue.Head) == "project" && attribution.Content.Rule is "content.object" or "content.roles" && tree.Child(cue.Head, "obj") >= 0 && !attribution.Content.Tokens.Exists(i => Tokens.Tags[i] == UniversalTag.Num) && !attribution.Content.Tokens.Exists(i => tree.Lower(i) is "loss" or "losses" or "win" or "victory" or "growth" or "deficit" or "surplus" or "increase" or "decline");

    // "firms suspected of ties to the port": who is suspected suspects nobody.
    private bool IsSuspect(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Stance: Stance.Accuses } && tree.Lower(cue.Head) is "suspected" or "accused" && tree.Child(cue.Head, "aux") < 0 && tree.Child(cue.Head, "aux:pass") < 0 && tree.Child(cue.Head, "obj") < cue.Head
        && attribution.Source.Tokens is [.., var last] && last == cue.Tokens[0] - 1 && cue.Head + 1 < Tokens.Count && tree.Lower(cue.Head + 1) == "of";

    // "disagreed and had it done again": what was done next.
    private bool IsNextDeed(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && attribution.Content.Tokens is [var joint, ..] && joint == cue.Tokens[^1] + 1 && Tokens.Tags[joint] == UniversalTag.Cconj && Tokens.Heads[joint] is var deed && deed > joint && tree.Is(deed, "conj") && Tokens.Heads[deed] == cue.Head && Tokens.Tags[deed] == UniversalTag.Verb;

    // "has never disavowed the plan": he did not take it back.
    private bool IsNotTakenBack(Cue cue) => cue is { Kind: CueKind.Verb, Negated: true } && lexicon.In("taking-back-verbs", tree.Lemma(cue.Head)) && tree.Child(cue.Head, "ccomp") < 0;

    // "asked which states he could win": the noun.
    private bool IsWhich(Cue cue) => cue is { Kind: CueKind.Verb, Entry.Lemma: "state" } && cue.Head > 0 && tree.Lower(cue.Head - 1) is "which" or "what" or "whose";

    // "Norby attacks test mayor's plan": in a headline, the noun.
    private bool IsHeadlineNoun(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && tree.Lemma(cue.Head) is "attack" or "protest" or "charge" && tree.Lower(cue.Head).EndsWith('s') && attribution.Content.Tokens[0] == cue.Head + 1 && Tokens.Tags[cue.Head + 1] == UniversalTag.Verb && !tree.Lower(cue.Head + 1).EndsWith("ing", StringComparison.Ordinal);

    // "The meeting was first reported by the Herald": who told of it first, and nothing of it.
    private bool IsCoverage(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && tree.Lemma(cue.Head) == "report" && tree.Child(cue.Head, "aux:pass") >= 0 && !HasVerb(attribution.Content.Tokens)
        && (tree.Child(cue.Head, "advmod", "first") >= 0 || attribution.Content.Tokens is [var article, _] && tree.Lower(article) is "the" or "this" or "that" or "these" or "those");

    // "has proposed nothing that would help": no offer.
    private bool IsNothingOffered(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Stance: Stance.Offers or Stance.Promises or Stance.Demands } && tree.Lower(attribution.Content.Tokens[0]) == "nothing";

    // "We wait to have them tell us what it is", "needs her to lead and to remind them": what others are to say.
    private bool IsCaused(Cue cue)
    {
        int at = cue.Kind == CueKind.Verb && tree.HasFeature(cue.Head, "VerbForm=Inf") ? cue.Anchor : -1;
        for (int steps = 0; at >= 0 && steps < 4 && tree.Is(at, "conj"); steps++)
        {
            at = Tokens.Heads[at];
        }

        int above = at >= 0 && (tree.Is(at, "xcomp") || tree.Is(at, "ccomp")) ? Tokens.Heads[at] : -1;
        return above >= 0 && above < at && tree.Lemma(above) is "need" or "have" or "get" or "let" or "make" && (tree.Child(above, "obj") is var whom && whom > above && whom < at || tree.Child(at, "nsubj") is var who && who > above && who < at);
    }

    // "between what Lund says the plan would do and what it does": half of it; "what he called “a disgrace”" names it.
    private bool IsWhatHeSays(Attribution attribution, Cue cue)
    {
        int what = cue.Kind == CueKind.Verb && attribution.Source.Tokens is { Count: > 0 } source && source[^1] < cue.Head ? source[0] - 1 : -1;
        return what >= 0 && tree.Lower(what) is "what" && !cue.Has(CueFrames.As) && attribution.Content.Tokens.BinarySearch(what) < 0 && attribution.Content.Tokens[0] > cue.Head && tree.Child(cue.Head, "obj") != what;
    }

    // "challenged Lund about the plan": whom, and on what.
    private bool IsChallenged(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Lemma: "challenge" } && tree.Child(cue.Head, "obj") is int whom and >= 0 && names.Overlapping(Tokens.Span(whom)).Any(static n => n.Kind == NameKind.Person) && !HasFinite(attribution.Content.Tokens);

    // "would continue “to break barriers”": a deed, whoever calls it that.
    private bool IsGoingOn(Attribution attribution, Cue cue)
    {
        int next = cue is { Kind: CueKind.Verb, Entry.Lemma: "continue" } ? attribution.Content.Tokens.Find(i => i > cue.Head && Tokens.Tags[i] != UniversalTag.Punct) : -1;
        return next > 0 && next <= cue.Head + 2 && tree.Lower(next) == "to" && tree.Is(next, "mark");
    }

    private bool HasFinite(List<int> content) => content.Exists(tree.IsFinite);

    // "A judge rejected her attempt to delay the hearing": decided, and not disputed.
    private bool IsRuling(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Stance: Stance.Denies } && lexicon.In("turning-down-verbs", tree.Lemma(cue.Head)) && lexicon.In("court-bids", tree.Lemma(linker.Head(attribution.Content.Tokens))) && !attribution.Source.IsEmpty && lexicon.In("deciding-nouns", tree.Lemma(linker.Head(attribution.Source.Tokens)));
}
