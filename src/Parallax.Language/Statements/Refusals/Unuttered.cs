using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Refusals;

/// <summary>Takes out what has the shape of an attribution and says nothing, once network and structure are brought together.</summary>
internal sealed partial class Unuttered(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Removes them from the list.</summary>
    public void Apply(List<Attribution> attributions)
    {
        HashSet<Attribution> gone = [.. attributions.Where(a => a.Cue is { } cue && (IsNoSpeech(a, cue) || IsNoNews(a, cue) || IsDoneOrFelt(a, cue) || IsToldOtherwise(a, cue, attributions) || (a.Source.Tokens is { Count: > 0 } source && IsNoSpeaker(a, source, cue))))];
        attributions.RemoveAll(gone.Contains);
    }

    // The cue is used in another sense than that of saying.
    private bool IsNoSpeech(Attribution a, Cue cue) => IsRefusal(a, cue) || IsGround(cue) || IsInferred(a, cue) || IsSeeming(cue) || IsFound(a, cue) || IsRenowned(cue) || IsAddressed(a, cue) || IsCharged(cue) || IsWritten(a, cue) || IsPronounced(a, cue) || IsCaption(a, cue) || IsIntroduced(cue) || IsVote(cue) || IsDeclared(a, cue) || IsAimed(cue) || IsSelfDescribed(cue) || IsHeldBack(cue) || IsMissing(cue);

    // Nothing is said, or not by anybody, or not yet.
    private bool IsNoNews(Attribution a, Cue cue) => IsBare(a, cue) || IsForeseen(a, cue) || IsNeverSaid(cue) || IsUnnamed(a, cue) || IsNothing(a, cue) || IsSilence(cue) || IsNotReported(a, cue) || IsUnasked(cue) || IsPuzzled(cue) || IsTopicAsked(a, cue) || IsNotified(a, cue) || IsMatter(a, cue);

    // What the words tell is a deed, a feeling or a time.
    private bool IsDoneOrFelt(Attribution a, Cue cue) => IsTime(a, cue) || IsUnheld(a, cue) || IsFeeling(a, cue) || IsMeeting(a, cue) || IsAct(a, cue) || IsWhen(a, cue);

    // Another attribution has these words already.
    private bool IsToldOtherwise(Attribution a, Cue cue, List<Attribution> all) => IsNestedNoun(a, cue, all) || IsTold(cue, a, all) || IsPlace(a, cue, all) || IsOwnHedge(a, cue, all) || IsHeldTwice(a, cue, all) || IsFoundByAnother(a, cue, all) || IsAccusedThere(a, cue, all);

    // The source is nobody who speaks.
    private bool IsNoSpeaker(Attribution a, List<int> source, Cue cue) => IsAnybody(source, cue) || IsKindOfPeople(a, source, cue) || IsNeverThought(source, cue) || IsUnable(source, cue) || IsSupposed(source, cue) || IsThing(source, cue) || IsMood(a, source, cue) || IsShown(source, cue) || IsAside(source, cue) || IsWondering(a, source, cue) || IsContrasted(source) || IsTask(source, cue) || IsOccasion(source, cue);

    // "A crew has been notified of the call": by nobody who is told of, and no clause that could be so.
    private bool IsNotified(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Lemma: "notify" or "inform" or "brief" or "remind" } && attribution.Source.IsEmpty && tree.Child(cue.Head, "aux:pass") >= 0
        && tree.Child(cue.Head, "ccomp") < 0 && tree.Lower(cue.Tokens[^1]) is "of" or "about" && attribution.Content.Tokens[0] > cue.Head && !attribution.Content.Tokens.Exists(i => quoted.Of(i) != quoted.Of(cue.Head));

    // "No details were reported about the losses": the matter, and nobody who reports.
    private bool IsMatter(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && tree.Child(cue.Head, "aux:pass") >= 0 && attribution.Source.Tokens is { Count: > 0 } source && source[0] > cue.Head && tree.Lower(source[0] - 1) is "about" or "regarding" or "concerning";

    // "will deny coverage to the sick": a thing that is not given; nothing is disputed.
    private bool IsRefusal(Attribution attribution, Cue cue)
    {
        int thing = cue.Kind == CueKind.Verb && cue.Entry?.Lemma is "deny" or "request" ? tree.Child(cue.Head, cue.Passive ? "nsubj" : "obj") : -1;
        return thing >= 0 && lexicon.In("refused-nouns", tree.Lemma(thing)) && !attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0 && quoted.Of(cue.Head) < 0 && Tokens.SentenceOf(i) == Tokens.SentenceOf(cue.Head)) && tree.Child(cue.Head, "ccomp") < 0;
    }

    // "was arrested on suspicion of theft": what somebody is held for; neither he nor who holds him says it here.
    private bool IsGround(Cue cue)
    {
        foreach (int token in cue.Tokens)
        {
            if (lexicon.In("grounds", tree.Lemma(token)) && token > 0 && tree.Lower(token - 1) == "on" && token + 1 < Tokens.Count && tree.Lower(token + 1) is "of" or "that")
            {
                return true;
            }
        }

        return false;
    }

    // "facing charges of theft": by nobody, of nothing that is told whole.
    private static bool IsBare(Attribution attribution, Cue cue) => cue.Kind == CueKind.Noun && attribution.Source.IsEmpty && attribution.Content.Rule == "content.phrase";

    // "charged with murder", "is charged with two counts": before a court.
    private bool IsCharged(Cue cue) => cue.Kind == CueKind.Verb && tree.Lemma(cue.Head) == "charge" && cue.Head + 1 < Tokens.Count && (tree.Lower(cue.Head + 1) == "with" || tree.Lower(cue.Tokens[^1]) == "with");

    // "is not expected to rise", "not anticipated to harm it": nobody is told of, and nothing is said.
    private static bool IsForeseen(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && attribution.Source.IsEmpty && cue.Entry?.Lemma is "expect" or "anticipate" && attribution.Content.Rule != "content.ccomp";

    // “Today's announcement that it closes is absurd”, "backs the view: that it closes": a noun without a speaker inside a quotation or in another's content that is no more than it.
    private bool IsNestedNoun(Attribution attribution, Cue cue, List<Attribution> all) => cue.Kind == CueKind.Noun && (attribution.Source.IsEmpty || IsTime(attribution, cue))
        && (quoted.Of(cue.Head) >= 0 || all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb } verb && Tokens.Heads[cue.Head] == verb.Head && o.Content.Tokens.BinarySearch(cue.Head) >= 0));

    // "Today's announcement": when, and not whose.
    private bool IsTime(Attribution attribution, Cue cue) => cue.Kind == CueKind.Noun && attribution.Source.Tokens is [var only] && lexicon.In("time-nouns", tree.Lower(only)) && attribution.Content.Tokens.Count > 0 && quoted.Of(cue.Head) >= 0;

    // "wrote a letter", "wrote stories of it", "posted a statement": the paper speaks, where it does.
    private bool IsWritten(Attribution attribution, Cue cue)
    {
        int thing = cue.Kind == CueKind.Verb && cue.Entry?.Lemma is "write" or "post" or "tweet" or "publish" ? tree.Child(cue.Head, "obj") : -1;
        return thing > cue.Head && (lexicon.NounKind(tree.Lemma(thing)) == ActorKind.Document || lexicon.In("penned-nouns", tree.Lemma(thing))) && attribution.Content.Tokens.BinarySearch(thing) >= 0 && quoted.Of(thing) < 0 && tree.Child(cue.Head, "ccomp") < 0;
    }

    // "was declared dead": by nobody who is told of.
    private bool IsPronounced(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && tree.Lemma(cue.Head) is "declare" or "pronounce" or "proclaim" && tree.Child(cue.Head, "ccomp") < 0 && tree.Child(cue.Head, "csubj") < 0
        && (tree.Lemma(linker.Head(attribution.Content.Tokens)) == "dead" || (cue.Passive && (attribution.Source.IsEmpty || attribution.Source.Tokens[^1] < cue.Tokens[0])));

    // "Map of Norland highlighting the river:": a caption without a verb of its own.
    private bool IsCaption(Attribution attribution, Cue cue)
    {
        int noun = cue.Kind == CueKind.Verb && tree.Is(cue.Anchor, "acl") ? Tokens.Heads[cue.Anchor] : -1;
        if (noun < 0 || !lexicon.In("picture-nouns", tree.Lemma(noun)) || attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0))
        {
            return false;
        }

        (int first, int end) = tree.SentenceBounds(cue.Head);
        for (int i = first; i < end; i++)
        {
            if (tree.HasFeature(i, "VerbForm=Fin") && !tree.Below(i, cue.Anchor))
            {
                return false;
            }
        }

        return true;
    }

    // "who asked not to be named", "who declined to give her name": nothing is said of the matter.
    private bool IsUnnamed(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Lemma: "ask" or "request" or "decline" or "refuse" or "insist" } && attribution.Content.Tokens[0] > cue.Head
        && (attribution.Content.Tokens.Take(6).Any(i => tree.Lower(i) is "named" or "identified" or "quoted" && attribution.Content.Tokens.Exists(o => o < i && tree.Lower(o) == "be"))
            || attribution.Content.Tokens.Take(4).Any(i => tree.Lower(i) == "name" && tree.Child(i, "nmod:poss") >= 0 && tree.Lemma(Tokens.Heads[i]) == "give"));

    // "The captain said nothing, the guard said": the words beside it are another's.
    private bool IsNothing(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Lemma: "say" } && cue.Tokens[^1] + 1 is var next && next < Tokens.Count && tree.Lower(next) == "nothing" && attribution.Content.Tokens.BinarySearch(next) < 0;

    // "who identified herself as his cousin": who speaks, and nothing of the matter.
    private bool IsIntroduced(Cue cue) => cue is { Kind: CueKind.Verb, Entry.Lemma: "identify" } && tree.Child(cue.Head, "obj") is int self and >= 0 && tree.Lower(self) is "himself" or "herself" or "themselves" or "itself";

    // "never mentioned whether it was open": not a word.
    private bool IsNeverSaid(Cue cue) => cue is { Kind: CueKind.Verb, Negated: true } && cue.Entry?.Stance == Stance.Asserts && !cue.Has(CueFrames.Attitude) && quoted.Of(cue.Head) < 0 && (cue.Head > 0 && tree.Lower(cue.Head - 1) == "never" || tree.Child(cue.Head, "advmod", "never") >= 0);

    // "pointed a lamp at them": no word of it, unless it is pointed out or to.
    private bool IsAimed(Cue cue) => cue.Kind == CueKind.Verb && tree.Lemma(cue.Head) is "point" or "aim" && tree.Child(cue.Head, "ccomp") < 0 && (tree.Child(cue.Head, "obj") > cue.Head || tree.Lower(cue.Head + 1) is "a" or "an" or "the" or "his" or "her" or "their")
        && !cue.Tokens.Exists(i => tree.Lower(i) is "out" or "to");

    // "never asked if she saw it": no question was put.
    private static bool IsUnasked(Cue cue) => cue is { Kind: CueKind.Verb, Negated: true, Entry.Stance: Stance.Asks };

    // “What would he want there, knowing that it was closed?”: who asks tells of no thought of another.
    private bool IsPuzzled(Cue cue) => cue.Kind == CueKind.Verb && cue.Has(CueFrames.Attitude) && tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal)
        && tree.SentenceBounds(cue.Head).End is var end && (Tokens.Form(end - 1) is "?" || (end > 1 && Tokens.Form(end - 2) is "?"));

    // "The police explained that he allegedly took it", "He has reportedly left, according to the Herald": their own hedge.
    private static bool IsOwnHedge(Attribution attribution, Cue cue, List<Attribution> all) => cue.Kind == CueKind.Adverb && all.Exists(o => !ReferenceEquals(o, attribution)
        && o.Cue is { Kind: CueKind.Verb or CueKind.Preposition } && !o.Source.IsEmpty && o.Content.Tokens.BinarySearch(cue.Head) >= 0);

    // "The day began with hope that she would come": a hope that nobody is said to have.
    private bool IsUnheld(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Noun, Entry.Lemma: "hope" or "expectation" } && attribution.Source.IsEmpty && tree.CaseOf(cue.Head) is "with" or "in";

    // "Brown and Lund discussed a plan": what they met for.
    private bool IsMeeting(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Negated: false, Entry.Lemma: "discuss" } && tree.Child(cue.Head, "ccomp") < 0 && attribution.Content.Tokens[0] > cue.Head && quoted.Of(attribution.Content.Tokens[0]) < 0
        && attribution.Source.Tokens is { Count: > 2 } source && source.Exists(i => tree.Lower(i) == "and");

    // "claimed two lives", "agreed to meet", "expects to testify", "called the office to let them know", "was ordered held": what is done, and no words of it.
    private bool IsAct(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens;
        if (cue.Kind != CueKind.Verb || quoted.Of(content[0]) != quoted.Of(cue.Head) || tree.Child(cue.Head, "ccomp") >= 0)
        {
            return false;
        }

        int thing = tree.Child(cue.Head, "obj");
        return tree.Lemma(cue.Head) switch
        {
            "claim" => thing > cue.Head && lexicon.In("claimed-nouns", tree.Lemma(thing)),
            "agree" or "expect" or "anticipate" or "hope" => !cue.Passive && content[0] > cue.Head && tree.Lower(content[0]) == "to" && tree.Is(content[0], "mark"),
            "call" => !cue.Passive && !cue.Tokens.Exists(i => tree.Lower(i) is "for" or "on" or "upon") && content[0] == cue.Tokens[^1] + 1 && content.FindIndex(i => tree.Lower(i) == "to" && tree.Is(i, "mark")) is var to and > 0 && (tree.Child(cue.Head, "xcomp") < 0 || Tokens.Heads[content[to]] == tree.Child(cue.Head, "xcomp")),
            // "referred the call to the police", "posted the plans on a wall", "asked each other questions", "did not appeal to her"
            "refer" => thing > cue.Head && !content.Exists(i => tree.Lower(i) == "as"),
            "post" or "share" => thing > cue.Head && content.BinarySearch(thing) >= 0 && Tokens.Tags[thing] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(thing)) is not ActorKind.Document && !content.Exists(i => quoted.Of(i) >= 0 || tree.Is(i, "mark")),
            "ask" => tree.Lower(content[0]) == "each" && tree.Lower(content[0] + 1) == "other",
            "appeal" => cue.Negated,
            // "rioters attacked a bank"
            "attack" => thing > cue.Head && Coreference.Mentions.MentionLexicon.Instance.Noun(tree.Lemma(thing)).Class is Coreference.Mentions.NounClass.Facility or Coreference.Mentions.NounClass.Place or Coreference.Mentions.NounClass.Product,
            "order" => cue.Passive && attribution.Source.IsEmpty && !content.Exists(i => tree.Lower(i) is "to" or "that" && tree.Is(i, "mark")),
            _ => false,
        };
    }

    // "Ada Brown: a hit or a miss?": what is asked about her, and nothing that she asks.
    private bool IsTopicAsked(Attribution attribution, Cue cue) => cue.Kind == CueKind.Punctuation && tree.SentenceBounds(cue.Head).End is var end && Tokens.Form(end - 1) is "?" && attribution.Content.Tokens[0] > cue.Head
        && !attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0 || tree.Is(i, "nsubj") || tree.Lower(i) is "i" or "we" or "you");

    // "confessed after the shooting": when, and not what.
    private bool IsWhen(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens;
        int opening = cue.Tokens[^1] > cue.Head ? cue.Tokens[^1] : content[0];
        return cue.Kind == CueKind.Verb && content[0] > cue.Head && opening > cue.Head && tree.Lower(opening) is "after" or "before" or "during" or "until" or "since" && tree.Is(opening, "case") && !content.Exists(i => quoted.Of(i) != quoted.Of(cue.Head) || tree.IsFinite(i));
    }

    // "are expressing outrage": a feeling, and nothing that could be so.
    private bool IsFeeling(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Verb, Entry.Lemma: "express" or "voice" or "convey" } && attribution.Content.Tokens.Count <= 2 && linker.Head(attribution.Content.Tokens) is var thing && Tokens.Tags[thing] == UniversalTag.Noun && quoted.Of(thing) < 0
        && attribution.Content.Tokens.TrueForAll(i => i == thing || tree.Is(i, "nmod") || tree.Is(i, "amod") || (tree.Is(i, "det") && lexicon.Find(CueKind.Noun, tree.Lemma(thing)) is { IsEmpty: false }));

    // "didn't return a call seeking comment": not a word.
    private bool IsSilence(Cue cue) => cue.Tokens.Exists(i => lexicon.In("silence-lemmas", tree.Lemma(i))) && cue.Tokens.Exists(i => tree.Lemma(i) is "not" or "n't" or "never");

    // "The bill was rejected in the Senate": a vote.
    private bool IsVote(Cue cue)
    {
        int thing = cue.Kind == CueKind.Verb && cue.Entry?.Lemma == "reject" ? tree.Child(cue.Head, cue.Passive ? "nsubj" : "obj") : -1;
        bool isVoted = thing >= 0 && lexicon.In("voted-nouns", tree.Lemma(thing)) && quoted.Of(thing) < 0;
        for (int i = cue.Head + 1; (cue.Passive || tree.Child(cue.Head, "aux:pass") >= 0) && cue.Entry?.Lemma == "reject" && i < Math.Min(cue.Head + 6, tree.SentenceBounds(cue.Head).End); i++)
        {
            // "was rejected in the Norland Senate", whatever the parser took for its subject
            isVoted |= lexicon.In("legislatures", tree.Lower(i)) && Tokens.Tags[i] == UniversalTag.Propn;
        }

        return isVoted && tree.Child(cue.Head, "ccomp") < 0;
    }

    // "a declaration of war": what is done by saying so.
    private bool IsDeclared(Attribution attribution, Cue cue) => cue.Kind == CueKind.Noun && cue.Entry?.Lemma is "declaration" or "announcement" && attribution.Content.Tokens.Count <= 2 && lexicon.In("declared-nouns", tree.Lemma(linker.Head(attribution.Content.Tokens)));

    // "is not reporting any losses": no words, and no refusal.
    private bool IsNotReported(Attribution attribution, Cue cue) => cue.Kind == CueKind.Verb && cue.Negated && tree.Lemma(cue.Head) is "report" or "publish" && tree.Child(cue.Head, "obj") is int thing and >= 0
        && attribution.Content.Tokens.BinarySearch(thing) >= 0 && tree.Child(cue.Head, "ccomp") < 0 && quoted.Of(thing) < 0;

    // "stressed several times his view that it is safe": the noun is part of the cue that holds it.
    private static bool IsTold(Cue cue, Attribution attribution, List<Attribution> all) => cue.Kind == CueKind.Noun && all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb } verb && verb.Tokens.Contains(cue.Head) && o.Content.Tokens.Exists(i => attribution.Content.Tokens.BinarySearch(i) >= 0));

    // "They are concerned about the dam": a mood that the writer tells of; nobody's words.
    private bool IsMood(Attribution attribution, List<int> source, Cue cue)
    {
        bool isHad = cue is { Kind: CueKind.Noun, Entry.Lemma: "fear" or "concern" or "worry" } && tree.Is(cue.Head, "obj") && tree.Lemma(Tokens.Heads[cue.Head]) is "have" or "share";
        bool isWhole = attribution.Content.Rule is "content.ccomp" or "content.noun-clause" || tree.Child(cue.Head, "ccomp") >= 0 || attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0);
        bool isPerson = Tokens.Tags[Speaker(source, cue)] == UniversalTag.Propn || lexicon.NounKind(tree.Lemma(Speaker(source, cue))) is ActorKind.Person;
        return !isWhole && (isHad || (cue.Kind == CueKind.Adjective && !isPerson));
    }

    // "information detailing the scene": a thing that shows something.
    private bool IsShown(List<int> source, Cue cue)
    {
        int head = linker.Head(source);
        return cue.Kind == CueKind.Verb && cue.Has(CueFrames.Read) && tree.Is(cue.Anchor, "acl") && Tokens.Tags[head] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(head)) is null && !lexicon.IsGroup(tree.Lower(head)) && !tree.HasFeature(head, "Number=Plur");
    }

    // “a skill that I think will serve him”: a word put in, and no clause that could stand alone.
    private bool IsAside(List<int> source, Cue cue) => cue.Kind == CueKind.Verb && cue.Has(CueFrames.Attitude) && source is [var only] && lexicon.In("pronouns-first", tree.Lower(only)) && tree.Is(cue.Anchor, "acl")
        && tree.Child(cue.Anchor, "ccomp") is int clause and >= 0 && tree.Child(clause, "nsubj") < 0;

    // "anyone who understands it", "no one": no speaker.
    private bool IsAnybody(List<int> source, Cue cue) => lexicon.In("anybody", tree.Lower(Speaker(source, cue))) || (source is [var no, var one] && tree.Lower(no) == "no" && tree.Lower(one) == "one");

    // "Farmers who reject the theory are wrong": a kind of people, told apart by what they think; nobody said it.
    private bool IsKindOfPeople(Attribution attribution, List<int> source, Cue cue)
    {
        int noun = Speaker(source, cue);
        bool isRelative = cue.Kind == CueKind.Verb && tree.Is(cue.Anchor, "acl") && Tokens.Heads[cue.Anchor] == noun && tree.HasFeature(cue.Head, "Tense=Pres") && noun + 1 < Tokens.Count && tree.Lower(noun + 1) is "who" or "that";
        // "a candidate who has long rejected the creed": what kind of one.
        isRelative |= cue.Kind == CueKind.Verb && tree.Is(cue.Anchor, "acl") && Tokens.Heads[cue.Anchor] == noun && tree.Child(cue.Head, "aux", "has") >= 0 && noun + 1 < Tokens.Count && tree.Lower(noun + 1) is "who" or "that";
        bool isKind = isRelative && (tree.Lower(noun) == "those" || (Tokens.Tags[noun] is UniversalTag.Noun && tree.Child(noun, "det") is >= 0 and var article && tree.Lower(article) is "a" or "an") || (Tokens.Tags[noun] is UniversalTag.Noun or UniversalTag.Propn && tree.HasFeature(noun, "Number=Plur") && tree.Yield(noun)[0] == noun));
        return isKind && attribution.Content.Rule is "content.object" or "content.target" or "content.roles" && cue.Entry?.Stance is Stance.Denies or Stance.Doubts && !attribution.Content.Tokens.Exists(i => Tokens.Tags[i] == UniversalTag.Verb);
    }

    // “I never thought that I could”: what was thought by nobody.
    private bool IsNeverThought(List<int> source, Cue cue) => cue.Kind == CueKind.Verb && cue.Has(CueFrames.Attitude) && source is [var only] && lexicon.In("pronouns-first", tree.Lower(only)) && tree.Child(cue.Anchor, "advmod", "never") >= 0;

    // “I can't fault them”: no blame is laid.
    private bool IsUnable(List<int> source, Cue cue)
    {
        bool isBlame = cue.Kind == CueKind.Verb && (cue.Entry is null || cue.Entry.Stance is Stance.Accuses or Stance.Criticises) && cue.Negated;
        return isBlame && source is [var only] && lexicon.In("pronouns-first", tree.Lower(only)) && tree.Child(cue.Anchor, "aux") is int aux and >= 0 && tree.Lower(aux) is "ca" or "can" or "could";
    }

    // "These are promises that we keep": a thing that is pointed at.
    private bool IsThing(List<int> source, Cue cue) => cue.Kind == CueKind.Noun && source is [var only] && tree.Lower(only) is "this" or "these" or "that";

    // "Norland: Two die in storm": in a headline a place before a colon tells where, if it speaks nowhere else.
    private bool IsPlace(Attribution attribution, Cue cue, List<Attribution> all)
    {
        if (cue.Kind != CueKind.Punctuation || Tokens.Form(cue.Head) is not ":" || attribution.Source.IsEmpty || attribution.Source.Tokens[^1] > cue.Head || attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0)
            || Tokens.Sentences[Tokens.SentenceOf(cue.Head)].Part is not (TextPart.Title or TextPart.Heading))
        {
            return false;
        }

        List<int> source = attribution.Source.Tokens;
        bool isPlace = names.Overlapping(Tokens.Span(source[0], source[^1] + 1)).Any(n => n.Kind is NameKind.Country or NameKind.City or NameKind.Place or NameKind.Region && n.FirstToken == source[0] && n.EndToken == source[^1] + 1);
        string place = tree.Lower(source[^1]);
        return isPlace && !all.Exists(o => !ReferenceEquals(o, attribution) && !o.Source.IsEmpty && o.Source.Tokens.Exists(i => tree.Lower(i) == place) && (tree.Lower(linker.Head(o.Source.Tokens)) == place || lexicon.NounKind(tree.Lemma(linker.Head(o.Source.Tokens))) is ActorKind.Government or ActorKind.Person));
    }

    // Who a relative pronoun stands for, else the head of the phrase.
    private int Speaker(List<int> source, Cue cue)
    {
        int head = linker.Head(source);
        return tree.Lower(head) is "who" or "that" && tree.Is(cue.Anchor, "acl") && Tokens.Heads[cue.Anchor] >= 0 ? Tokens.Heads[cue.Anchor] : head;
    }
}
