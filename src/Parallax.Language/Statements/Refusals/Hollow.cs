using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Refusals;

/// <summary>Takes out attributions with words that tell nothing which could be so: a thing shown, a secret kept or known, a feeling, a hearer alone, what somebody was set on doing.</summary>
internal sealed class Hollow(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Removes them from the list.</summary>
    public void Apply(List<Attribution> attributions)
    {
        List<Attribution> gone = attributions.FindAll(a => a.Cue is { } cue && !a.Content.IsEmpty
            && (IsHeading(a, cue) || IsEachOther(cue) || IsNoValue(a, cue) || IsRaised(a, cue) || IsUnsaid(a, cue) || IsAddressed(a, cue) || IsNobody(a, cue) || IsEnded(a, cue) || IsPointedAt(a, cue) || (!HasQuotation(a, cue) && (IsWordless(a) || IsMatter(a, cue) || IsMute(a, cue) || (cue.Kind == CueKind.Verb && (IsShown(a, cue) || IsKnown(a, cue) || IsSilent(a, cue) || IsSet(cue) || IsPutForward(a, cue) || IsOwnName(cue) || IsHearer(a, cue) || IsCompared(a, cue) || IsSuspected(a, cue) || IsUnwilling(a, cue, attributions)))))));
        attributions.RemoveAll(gone.Contains);
    }

    private bool HasQuotation(Attribution attribution, Cue cue) => attribution.Content.Tokens.Exists(i => quoted.Of(i) != quoted.Of(cue.Head));

    private bool HasFinite(List<int> content) => content.Exists(i => tree.IsFinite(i) && !tree.Is(i, "amod"));

    private bool HasClause(List<int> content) => content.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux && !tree.Is(i, "amod"));

    // "The two often contradict each other": that they differ, and not in what.
    private bool IsEachOther(Cue cue)
    {
        int thing = cue is { Kind: CueKind.Verb, Entry.Stance: Stance.Denies or Stance.Doubts } ? tree.Child(cue.Head, "obj") : -1;
        return thing > cue.Head && thing + 1 < Tokens.Count && ((tree.Lower(thing) == "each" && tree.Lower(thing + 1) == "other") || tree.Lower(thing) == "another" || (tree.Lower(thing) == "one" && tree.Lower(thing + 1) == "another") || (tree.Lower(thing) == "other" && tree.Lower(thing - 1) == "each"))
            && tree.Child(cue.Head, "ccomp") < 0;
    }

    // "at a time and place that it chose": the noun.
    private bool IsNoValue(Attribution attribution, Cue cue) => cue.Has(CueFrames.Value) && tree.Lower(attribution.Content.Tokens[0]) is "that" or "of" or "where" && attribution.Content.Tokens[0] == cue.Head + 1;

    // "rain, which raises concern about the dam": what gives cause for it does not speak.
    private bool IsRaised(Attribution attribution, Cue cue) => attribution.Source.Tokens is [var who] && tree.Lower(who) is "which" or "that" && cue.Tokens.Exists(i => tree.Lemma(i) is "raise" or "cause" or "prompt" or "spark" or "stir" or "feed") && cue.Tokens.Exists(i => tree.Lemma(i) is "concern" or "fear" or "worry" or "doubt" or "question");

    // "anything or expressed what he might have": auxiliaries and pronouns; "that there were none" is a clause.
    private bool IsWordless(Attribution attribution) => !(tree.Lower(attribution.Content.Tokens[0]) == "that" && tree.Is(attribution.Content.Tokens[0], "mark") && HasFinite(attribution.Content.Tokens) && attribution.Content.Tokens.Exists(i => tree.Is(i, "expl"))) && !attribution.Content.Tokens.Exists(i => tree.Lower(i) == "to" && tree.Is(i, "mark")) && attribution.Content.Tokens.TrueForAll(i => Tokens.Tags[i] is UniversalTag.Aux or UniversalTag.Pron or UniversalTag.Det or UniversalTag.Adp or UniversalTag.Part or UniversalTag.Sconj or UniversalTag.Cconj or UniversalTag.Punct or UniversalTag.Adv
        || (Tokens.Tags[i] == UniversalTag.Verb && tree.Lemma(i) is "have" or "be" or "do"));

    // "cases that reveal the parts", "revealed his secret": a thing is laid open; no words.
    private bool IsShown(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens;
        if (!lexicon.In("disclosing-verbs", tree.Lemma(cue.Head)) || tree.Child(cue.Head, "ccomp") >= 0)
        {
            return false;
        }

        int thing = linker.Head(content);
        bool isVessel = !HasClause(content) && (tree.Lemma(cue.Head) != "confirm" && !cue.Passive && lexicon.In("withheld-nouns", tree.Lemma(thing)) || lexicon.In("kept-nouns", tree.Lemma(thing)));
        int speaker = attribution.Source.IsEmpty ? -1 : linker.Head(attribution.Source.Tokens);
        bool isMute = speaker >= 0 && Tokens.Tags[speaker] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(speaker)) is null && !lexicon.IsGroup(tree.Lower(speaker)) && !names.Overlapping(Tokens.Span(speaker)).Any();
        // "the win confirmed the strength of a message that moved many": what an event shows.
        bool isEvent = isMute && tree.Is(thing, "obj") && Coreference.Mentions.MentionLexicon.Instance.Noun(tree.Lemma(speaker)).Class is not (Coreference.Mentions.NounClass.Person or Coreference.Mentions.NounClass.People or Coreference.Mentions.NounClass.Document);
        return isVessel || isMute && !HasClause(content) || isEvent;
    }

    // "knew his name", "know exactly what to do", "everyone knows what it takes": an acquaintance, and nothing that is so by it. Not to know stays: nobody has told it.
    private bool IsKnown(Attribution attribution, Cue cue)
    {
        if (tree.Lemma(cue.Head) is not ("know" or "understand" or "realise" or "realize"))
        {
            return false;
        }

        List<int> content = attribution.Content.Tokens;
        int first = content.Find(i => Tokens.Tags[i] is not (UniversalTag.Adv or UniversalTag.Punct) || IsQuestionWord(i));
        bool isQuestion = content[0] > cue.Head && IsQuestionWord(first);
        bool isThing = content[0] > cue.Head && tree.Child(cue.Head, "ccomp") < 0 && !content.Exists(i => tree.Is(i, "ccomp"));
        bool isAnybody = attribution.Source.Tokens is [var who, ..] && tree.Lower(who) is "everyone" or "everybody" or "people" or "we" or "you" or "who";
        return (isQuestion || isThing) && (!cue.Negated || isAnybody || quoted.Of(cue.Head) >= 0);
    }

    private bool IsQuestionWord(int token) => tree.Lower(token) is "what" or "how" or "why" or "who" or "which" or "where" or "when";

    // "declined to talk", "refused to comment or take questions": not a word, and not on what.
    private bool IsSilent(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens;
        return cue.Has(CueFrames.Silent) && content.Exists(i => tree.Lower(i) is "talk" or "speak" or "answer" or "respond")
            && !content.Exists(i => tree.Is(i, "ccomp") || (Tokens.Tags[i] == UniversalTag.Adp && tree.Lower(i) is "about" or "on" or "of") || IsQuestionWord(i));
    }

    // "were determined that he go": what they had set their minds on.
    private bool IsSet(Cue cue)
    {
        int subject = cue.Passive || cue.Tokens[0] < cue.Head ? tree.Child(cue.Head, "nsubj") is int own and >= 0 ? own : tree.Child(cue.Head, "nsubj:pass") : -1;
        bool isPerson = subject >= 0 && (tree.Lower(subject) is "who" or "he" or "she" or "they" or "we" or "i" || lexicon.NounKind(tree.Lemma(subject)) is not null || lexicon.IsGroup(tree.Lower(subject)));
        return isPerson && tree.Lower(cue.Head) == "determined" && cue.Head > 0 && tree.Lemma(cue.Head - 1) == "be" && tree.Child(cue.Head, "obl:agent") < 0;
    }

    // "proposed new rules": an act.
    private bool IsPutForward(Attribution attribution, Cue cue) => tree.Lemma(cue.Head) == "propose" && attribution.Content.Tokens[0] > cue.Head && !HasClause(attribution.Content.Tokens);

    // "Arson is suspected", "his fears were later proven right": by nobody, of nobody.
    private bool IsSuspected(Attribution attribution, Cue cue) => (tree.Lemma(cue.Head) == "prove" && attribution.Source.IsEmpty && (cue.Passive || tree.Child(cue.Head, "aux:pass") >= 0)) || tree.Lemma(cue.Head) == "suspect" && attribution.Source.IsEmpty && attribution.Content.Tokens.Count <= 2 && !HasClause(attribution.Content.Tokens);

    // "who identified as a clerk": who speaks.
    private bool IsOwnName(Cue cue) => tree.Lemma(cue.Head) == "identify" && !cue.Passive && tree.Child(cue.Head, "obj") < 0 && cue.Head + 1 < Tokens.Count && (tree.Lower(cue.Head + 1) == "as" || tree.Lower(cue.Tokens[^1]) == "as");

    // "advised the mayor", "warned the crew": who was told, and not what.
    private bool IsHearer(Attribution attribution, Cue cue)
    {
        int told = cue.Has(CueFrames.Addressee) && !cue.Passive && attribution.Content.Tokens[0] > cue.Head && !HasClause(attribution.Content.Tokens) ? linker.Head(attribution.Content.Tokens) : -1;
        return told >= 0 && tree.Is(told, "obj") && Tokens.Heads[told] == cue.Head
            && (lexicon.NounKind(tree.Lemma(told)) is not (null or ActorKind.Document) || lexicon.IsGroup(tree.Lower(told)) || names.Overlapping(Tokens.Span(told)).Any(static n => n.Kind is NameKind.Person or NameKind.Organization or NameKind.City or NameKind.Place or NameKind.Country));
    }

    // "He had not drawn it as Lund claimed": which of the two he claimed the words leave open.
    private bool IsCompared(Attribution attribution, Cue cue)
    {
        int mark = tree.Is(cue.Anchor, "advcl") ? tree.Child(cue.Anchor, "mark", "as") : -1;
        int main = mark > 0 && Tokens.Form(mark - 1) is not "," && mark > tree.SentenceBounds(mark).First && attribution.Content.Tokens[^1] < mark ? Tokens.Heads[cue.Anchor] : -1;
        return main >= 0 && main < mark && attribution.Content.Tokens.Exists(i => tree.Lower(i) is "not" or "n't" or "n’t" or "never" or "no");
    }

    // "He would urge them to go, he said": what somebody says he would ask for is in the words already.
    private bool IsUnwilling(Attribution attribution, Cue cue, List<Attribution> all) => cue.Entry?.Stance is Stance.Demands or Stance.Asks or Stance.Offers && !cue.Negated && tree.Child(cue.Anchor, "aux") is int aux and >= 0 && tree.Lower(aux) is "would" or "will" or "'d" or "’d" or "'ll" or "’ll"
        && all.Exists(o => !ReferenceEquals(o, attribution) && o.Content.Tokens.BinarySearch(cue.Head) >= 0 && o.Content.Tokens.Count > attribution.Content.Tokens.Count);

    // “Go away.” I did not ask him to: whatever was not said are not these words.
    private bool IsUnsaid(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Negated: true } && cue.Entry?.Stance is Stance.Asserts or Stance.Asks && !cue.Has(CueFrames.Attitude) && attribution.Content.Tokens[^1] < cue.Head && attribution.Content.Tokens.TrueForAll(i => quoted.Of(i) >= 0 && quoted.Of(i) != quoted.Of(cue.Head));

    // "wrote to a show called “Noon”", "reports to the minister": to whom, and not what.
    private bool IsAddressed(Attribution attribution, Cue cue) => tree.Lemma(cue.Head) is "write" or "report" && cue.Tokens[^1] > cue.Head && tree.Lower(cue.Tokens[^1]) == "to" && attribution.Content.Tokens[0] == cue.Tokens[^1] + 1 && tree.Child(cue.Head, "ccomp") < 0 && quoted.Of(attribution.Content.Tokens[0]) < 0 && !attribution.Content.Tokens.Exists(tree.IsFinite);

    // "Bell led a project to count them, that concluded in May": what comes to its end says nothing.
    private bool IsEnded(Attribution attribution, Cue cue) => tree.Lemma(cue.Head) == "conclude" && attribution.Source.Tokens is [var who] && tree.Lower(who) is "that" or "which" && attribution.Content.Tokens[^1] < cue.Head;

    // "one would say so", "people thought they were weak", "many had expected her to go": nobody in particular.
    private bool IsNobody(Attribution attribution, Cue cue) => attribution.Source.Tokens is [.., var many] source && source.Count <= 2 && tree.Lower(source[0]) is "many" or "most" && (source.Count == 1 || tree.Lower(many) is "people") && quoted.Of(many) < 0 && (cue.Has(CueFrames.Attitude) || tree.Lemma(cue.Head) is "expect" or "wonder")
        || attribution.Source.Tokens is [var who] && ((tree.Lower(who) == "one" && tree.Child(cue.Anchor, "aux") >= 0) || (tree.Lower(who) is "people" or "everyone" or "everybody" && cue.Has(CueFrames.Attitude)));

    // "was talking about his wife", "talked for an hour", "made claims about the club", "pointed to the door": the matter, and nothing of it.
    private bool IsMatter(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens;
        string last = tree.Lower(cue.Tokens[^1]), verb = tree.Lemma(cue.Head);
        if (content[0] < cue.Head || HasClause(content))
        {
            return false;
        }

        bool isSeen = verb == "point" && Coreference.Mentions.MentionLexicon.Instance.Noun(tree.Lemma(linker.Head(content))).Class is Coreference.Mentions.NounClass.Facility or Coreference.Mentions.NounClass.Place or Coreference.Mentions.NounClass.Product;
        // "speaks of grave aggression", "spoke of a good beginning": what it is to him, and no matter of a talk.
        bool isJudged = verb == "speak" && last == "of" && content[0] == cue.Tokens[^1] + 1 && tree.Is(linker.Head(content), "obl") && (content.Exists(i => tree.Is(i, "amod")) || quoted.Of(content[0]) >= 0)
            && Tokens.Tags[content[0]] is UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Punct or UniversalTag.Det && tree.Lower(content[0]) is not ("the" or "this" or "that" or "these" or "those");
        bool isTalk = !isJudged && (verb is "talk" or "speak") && last is "about" or "of" or "on" or "for" or "talk" or "talking" or "talked" or "spoke" or "speaking" or "speaks" or "talks";
        bool isMade = last is "about" or "on" && cue.Tokens.Exists(i => Tokens.Tags[i] == UniversalTag.Noun && tree.Lemma(i) is "claim" or "remark" or "comment" or "statement" or "report");
        return isSeen || isTalk || isMade;
    }

    // "pointing to a photo of the “hall”": with a finger, whatever is quoted of it.
    private bool IsPointedAt(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && tree.Lemma(cue.Head) == "point" && attribution.Content.Tokens[0] > cue.Head && !HasFinite(attribution.Content.Tokens) && lexicon.In("picture-nouns", tree.Lemma(linker.Head(attribution.Content.Tokens)));

    // "said that, and it was good", "images that repeat older ones", "the video showed Lund shouting": no words, and no speaker.
    private bool IsMute(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens;
        bool isPointed = content.Count > 2 && content[0] > cue.Head && tree.Lower(content[0]) is "that" or "this" or "it" && Tokens.Tags[content[0]] == UniversalTag.Pron && content[1] == content[0] + 1 && Tokens.Tags[content[1]] is UniversalTag.Punct or UniversalTag.Cconj;
        int speaker = attribution.Source.IsEmpty || HasClause(content) || cue.Kind != CueKind.Verb || cue.Passive ? -1 : linker.Head(attribution.Source.Tokens);
        bool isPicture = cue is { Kind: CueKind.Verb, Passive: false } && lexicon.In("picture-verbs", tree.Lemma(cue.Head)) && !attribution.Source.IsEmpty && lexicon.In("picture-nouns", tree.Lemma(linker.Head(attribution.Source.Tokens)))
            && content[0] > cue.Head && tree.Lower(content[0]) is not ("that" or "how" or "what" or "why" or "where" or "whether") && ((!tree.IsFinite(linker.Head(content)) && tree.Child(linker.Head(content), "cop") < 0)
                || (content.FindIndex(i => tree.HasFeature(i, "VerbForm=Ger")) is >= 0 and var doing && content.FindIndex(tree.IsFinite) > doing));
        return isPointed || isPicture || (speaker >= 0 && Tokens.Tags[speaker] == UniversalTag.Noun && lexicon.In("picture-nouns", tree.Lemma(speaker)) && cue.Entry?.Stance == Stance.Asserts && tree.Is(cue.Anchor, "acl"));
    }

    // "Norland thefts: Robbers ram shop", "Norby City: 7-3, 40 points": the matter of a headline, a row of figures.
    private bool IsHeading(Attribution attribution, Cue cue)
    {
        int head = cue.Kind == CueKind.Punctuation && Tokens.Form(cue.Head) is ":" && !attribution.Source.IsEmpty && attribution.Source.Tokens[^1] < cue.Head && !attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0) ? linker.Head(attribution.Source.Tokens) : -1;
        bool isRow = head >= 0 && Tokens.Tags[attribution.Content.Tokens[0]] == UniversalTag.Num && !attribution.Content.Tokens.Exists(tree.IsFinite);
        return isRow || head >= 0 && Tokens.Tags[head] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(head)) is null && !lexicon.IsGroup(tree.Lower(head)) && !names.Overlapping(Tokens.Span(head)).Any(static n => n.Kind is NameKind.Person or NameKind.Organization);
    }
}
