using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Contents;

/// <content>What stands beside the words and is the report's: the clause before "but she said", when and to whom it was said, how often it was denied.</content>
internal sealed partial class ReadableContents
{
    private List<int> WithoutBeside(List<int> content, Attribution attribution, Cue cue)
    {
        List<int> kept = WithoutFirstHalf(content, attribution, cue);
        kept = WithoutWhich(kept, attribution, cue);
        kept = WithoutSaying(WithoutTime(OfClaim(OfMessage(kept, cue), cue), cue), attribution, cue);
        kept = WithoutHappening(WithoutBroadcast(WithoutOccasion(WithoutManner(WithoutVerbBehind(kept, cue), cue), attribution, cue), attribution, cue), cue);
        return WithWholePhrase(WithCriticism(WithoutHalfBracket(kept, cue), cue), attribution, cue);
    }

    // "the hall, which he described as “a barn,” is old": the verb behind the marks tells of the hall.
    private List<int> WithoutVerbBehind(List<int> content, Cue cue)
    {
        int last = cue.Has(CueFrames.As) && tree.Is(cue.Anchor, "acl") ? content.FindLastIndex(i => i > cue.Head && quoted.Of(i) >= 0) : -1;
        return last > 0 && last + 1 < content.Count && quoted.Of(cue.Head) < 0 && content[last + 1] == content[last] + 1 && tree.HasFeature(content[last + 1], "VerbForm=Fin") ? content[..(last + 1)] : content;
    }

    // "The cause was not known, but Bell said the roof had leaked": the first half is the report's own.
    private List<int> WithoutFirstHalf(List<int> content, Attribution attribution, Cue cue)
    {
        int joint = attribution.Source.Tokens[0] - 1, clause = tree.Child(cue.Anchor, "ccomp");
        bool isNext = joint > 0 && content[0] < joint && attribution.Source.Tokens[^1] < cue.Tokens[0] && Tokens.Tags[joint] == UniversalTag.Cconj && clause > cue.Tokens[^1] && quoted.Of(clause) < 0 && tree.SentenceBounds(cue.Head) is var (first, end) && content[0] >= first && content[^1] < end
            && !content.Exists(i => i < joint && quoted.Of(i) >= 0);
        List<int> behind = isNext ? content.FindAll(i => i > cue.Tokens[^1]) : [];
        behind = isNext && behind.Count == 0 ? linker.Trim(tree.Yield(clause).FindAll(i => i > cue.Tokens[^1]), cue) : behind;
        return behind.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux) ? behind : content;
    }

    // "a riot after which, the police said, it was shut": the relative joins it to what the report tells before.
    private List<int> WithoutWhich(List<int> content, Attribution attribution, Cue cue)
    {
        bool isJoined = content.Count > 3 && Tokens.Tags[content[0]] == UniversalTag.Adp && tree.Lower(content[1]) is "which" or "whom" && content[1] < Math.Min(attribution.Source.Tokens[0], cue.Tokens[0]) && content[2] > cue.Tokens[^1];
        return isJoined ? content[2..] : content;
    }

    // "put out a message at noon that the boat was under attack": what the message said.
    private List<int> OfMessage(List<int> content, Cue cue)
    {
        int that = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End, noun = linker.Head(content);
        bool isMessage = content[0] > cue.Head && content.Count <= 8 && that + 3 < end && tree.Lower(that) == "that" && tree.Is(that, "mark") && quoted.Of(that) == quoted.Of(noun) && tree.Is(noun, "obj") && lexicon.In("message-nouns", tree.Lemma(noun)) && !content.Exists(tree.IsFinite);
        int clause = isMessage ? Tokens.Heads[that] : -1;
        List<int> words = clause > that ? linker.Trim(tree.Yield(clause), cue) : [];
        return words.Count > 2 && words[0] == that ? words : content;
    }

    // “I said that it was safe.”: the mark closes what stands round all of it.
    private List<int> WithoutOpenMark(List<int> content, Cue cue)
    {
        int q = quoted.EndingAt(content[^1]);
        bool isOpen = content.Count > 2 && q >= 0 && Tokens.Tags[content[^1]] == UniversalTag.Punct && quoted.Of(cue.Head) == q && quoted.Ranges[q].First < content[0];
        return isOpen && linker.Trim(content[..^1], cue) is { Count: > 0 } words ? words : content;
    }

    // "repeating a false claim that he opposed it": what he repeats.
    private List<int> OfClaim(List<int> content, Cue cue)
    {
        int noun = tree.Lemma(cue.Head) is "repeat" or "reiterate" && content[0] > cue.Head ? linker.Head(content) : -1;
        int clause = noun >= 0 && lexicon.In("contested-nouns", tree.Lemma(noun)) && tree.Is(noun, "obj") && tree.Child(noun, "nmod:poss") < 0 ? Math.Max(tree.Child(noun, "acl"), tree.Child(noun, "ccomp")) : -1;
        List<int> words = clause > noun && tree.Child(clause, "mark", "that") > noun ? linker.Trim(tree.Yield(clause), cue) : [];
        return words.Count > 2 && words.TrueForAll(i => content.BinarySearch(i) >= 0) ? words : content;
    }

    // "said that Bell was the owner on Monday at a Norby rally": what somebody is has no such time and place; they are those of the saying.
    private List<int> WithoutOccasion(List<int> content, Attribution attribution, Cue cue)
    {
        bool mayBe = content[0] > cue.Head && quoted.Of(content[^1]) < 0 && quoted.Of(cue.Head) < 0 && tree.HasFeature(cue.Head, "Tense=Past") && cue.Entry?.Stance == Stance.Asserts;
        int predicate = mayBe ? linker.Head(content) : -1, noun = content[^1];
        bool isNamed = predicate > cue.Head && Tokens.Tags[predicate] is UniversalTag.Noun or UniversalTag.Propn && tree.Child(predicate, "cop") >= 0 && Tokens.Heads[noun] == predicate && lexicon.In("occasion-nouns", tree.Lemma(noun));
        int at = isNamed && (tree.Child(noun, "det", "a") >= 0 || tree.Child(noun, "det", "an") >= 0) ? content.FindLastIndex(i => i < noun && tree.Is(i, "case") && Tokens.Heads[i] == noun && tree.Lower(i) is "at" or "in" or "during") : -1;
        if (at <= 2)
        {
            return content;
        }

        int start = at - (lexicon.In("time-nouns", tree.Lower(content[at - 1])) ? 1 : 0);
        start -= start < at && tree.Lower(content[start - 1]) == "on" ? 1 : 0;
        attribution.Medium = content[at..];
        return content[..start];
    }

    // "said that the tale has moved on Friday's broadcast of Night Talk", "called for a new judge at a rally in Lanor on Monday night": where it was said.
    private List<int> WithoutBroadcast(List<int> content, Attribution attribution, Cue cue)
    {
        bool mayBe = content[0] > cue.Head && quoted.Of(cue.Head) < 0 && attribution.Medium.Count == 0 && tree.HasFeature(cue.Head, "Tense=Past");
        bool isPlain = !content.Exists(tree.IsFinite) && cue.Entry is { Stance: Stance.Demands or Stance.Criticises or Stance.Accuses or Stance.Praises or Stance.Threatens };
        for (int at = 3; mayBe && at + 1 < content.Count; at++)
        {
            int noun = tree.Is(content[at], "case") && quoted.Of(content[at]) < 0 ? Tokens.Heads[content[at]] : -1;
            if (noun <= content[at] || content.BinarySearch(noun) < 0 || !lexicon.In("occasion-nouns", tree.Lemma(noun)) || content[at..].Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux))
            {
                continue;
            }

            int day = tree.Child(noun, "nmod:poss"), doing = Tokens.Heads[noun];
            bool isAired = tree.Lower(content[at]) == "on" && day >= 0 && lexicon.In("time-nouns", tree.Lower(day)) && lexicon.In("airings", tree.Lemma(noun)) && doing >= 0 && lexicon.Find(CueKind.Verb, tree.Lemma(doing)).IsEmpty && !lexicon.In("on-air-verbs", tree.Lemma(doing)) && tree.Child(doing, "aux", "will") < 0 && tree.Child(doing, "aux", "would") < 0;
            bool isRally = isPlain && tree.Lower(content[at]) is "at" or "during" && tree.Lower(content[at + 1]) is "a" or "an" && lexicon.In("gatherings", tree.Lemma(noun)) && !(doing >= 0 && lexicon.In("at-gathering-verbs", tree.Lemma(doing)));
            if (isAired || isRally)
            {
                attribution.Medium = content[at..];
                return content[..at];
            }
        }

        return content;
    }

    // "called for a new judge after the Herald reported that he slept": what happened before the call.
    private List<int> WithoutHappening(List<int> content, Cue cue)
    {
        int at = cue is { Kind: CueKind.Verb, Entry.Stance: Stance.Demands } && content.Count > 2 && content[0] > cue.Head && quoted.Of(cue.Head) < 0 ? content.FindIndex(2, i => tree.Lower(i) == "after" && tree.Is(i, "mark") && quoted.Of(i) < 0) : -1;
        int verb = at < 0 ? -1 : Tokens.Heads[content[at]], next = at < 0 ? -1 : content[at] + 1;
        bool isTold = verb > next && Tokens.Tags[next] is not UniversalTag.Pron && !tree.Lower(next).EndsWith("ing", StringComparison.Ordinal) && content.BinarySearch(verb) >= 0 && tree.Yield(verb)[^1] >= content[^1] && content[at..].Exists(i => tree.IsFinite(i) && tree.HasFeature(i, "Tense=Past"));
        return isTold ? content[..at] : content;
    }

    // "dismissed criticism of her remarks as idle": the criticism, and not the remarks.
    private List<int> WithCriticism(List<int> content, Cue cue)
    {
        int noun = cue is { Kind: CueKind.Verb, Passive: false, Entry.Stance: Stance.Denies } && content[0] > cue.Head ? tree.Child(cue.Head, "obj") : -1, start = noun < 0 ? -1 : tree.Yield(noun)[0];
        bool isLeft = noun > cue.Head && noun < content[0] && start > cue.Head && lexicon.In("claim-nouns", tree.Lemma(noun)) && tree.Lower(content[0] - 1) is "of" or "about" && tree.Below(content[0], noun) && tree.Is(content[0] - 1, "case");
        if (!isLeft)
        {
            return content;
        }

        cue.Tokens.RemoveAll(i => i >= start);
        return [.. Enumerable.Range(start, content[0] - start), .. content];
    }

    // "want less (they say so": half a bracket.
    private List<int> WithoutHalfBracket(List<int> content, Cue cue)
    {
        int open = content.FindLastIndex(i => Tokens.Form(i) is "("), close = content.FindLastIndex(i => Tokens.Form(i) is ")");
        bool isOpen = open > 1 && close < open && content[0] > cue.Head, isShut = close > 1 && close == content.Count - 1 && open < 0;
        return (isOpen || isShut) && linker.Trim(content[..(isOpen ? open : close)], cue) is { Count: > 1 } words ? words : content;
    }

    // "the former Secretary of State's plan, which he called …", of which only "of State's plan" was taken; “It broke. They fled”, of which only the first sentence was.
    private List<int> WithWholePhrase(List<int> content, Attribution attribution, Cue cue)
    {
        int first = content[0], start = first;
        bool isCut = first > 0 && first < cue.Tokens[0] && tree.Lower(first) == "of" && Tokens.Heads[first] > first && tree.Is(first, "case") && Tokens.Tags[first - 1] is UniversalTag.Noun or UniversalTag.Propn && quoted.Of(first - 1) == quoted.Of(first);
        while (isCut && start > 0 && Tokens.SentenceOf(start - 1) == Tokens.SentenceOf(first) && Tokens.Tags[start - 1] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Det or UniversalTag.Num && attribution.Source.Tokens.BinarySearch(start - 1) < 0)
        {
            start--;
        }

        List<int> whole = start < first ? [.. Enumerable.Range(start, first - start), .. content] : content;
        int last = whole[^1], q = quoted.Of(last), from = q < 0 ? -1 : quoted.Ranges[q].First, end = q < 0 ? 0 : quoted.Ranges[q].End;
        bool isOpen = q >= 0 && quoted.Quotations[q].Closed && last + 2 < end && from > whole[0] && whole.BinarySearch(from) >= 0 && quoted.Of(cue.Head) != q && Tokens.SentenceOf(last + 1) > Tokens.SentenceOf(last)
            && Tokens.Sentences[Tokens.SentenceOf(last)].Block == Tokens.Sentences[Tokens.SentenceOf(end - 1)].Block && !attribution.Source.Tokens.Exists(i => last < i && i < end);
        return isOpen ? [.. whole, .. Enumerable.Range(last + 1, end - last - 1)] : whole;
    }

    // "said before she came. “We stay.”": when it was said, before the words in the next sentence.
    private List<int> WithoutTime(List<int> content, Cue cue)
    {
        int first = content[0], mark = content.FindIndex(i => quoted.Of(i) >= 0);
        bool isTime = mark > 2 && first == cue.Tokens[^1] + 1 && quoted.Of(cue.Head) < 0 && tree.Lower(first) is "before" or "after" or "when" or "as" or "while" && Tokens.Heads[first] is var verb && verb > first && tree.Is(verb, "advcl") && (Tokens.Heads[verb] == cue.Head || Tokens.Heads[verb] == cue.Anchor) && content[mark - 1] < content[mark] && tree.Yield(verb)[^1] >= content[mark - 1];
        return isTime ? content[mark..] : content;
    }

    // “Go home” to the clerk; “It fell,” Bell wrote after she was named; the port is shut, Bell said, without naming it: to whom, when and how it was said.
    private List<int> WithoutSaying(List<int> content, Attribution attribution, Cue cue)
    {
        int after = Math.Max(cue.Tokens[^1], attribution.Source.Tokens[^1]), end = tree.SentenceBounds(cue.Head).End;
        int at = content.FindIndex(1, i => i > cue.Tokens[^1] && i < end && quoted.Of(i) < 0 && (content[content.IndexOf(i) - 1] != i - 1 || quoted.Of(i - 1) >= 0));
        if (at < 1 || quoted.Of(cue.Head) >= 0)
        {
            return content;
        }

        int opening = content[at], stop = content.FindIndex(at, i => i >= end || quoted.Of(i) >= 0), last = stop < 0 ? content.Count : stop;
        bool isMarked = quoted.Of(content[at - 1]) >= 0 && content[at - 1] < opening;
        bool isHearer = isMarked && quoted.Of(content[0]) >= 0 && content[at - 1] == opening - 1 && tree.Lower(opening) == "to" && tree.Is(opening, "case") && !content[at..last].Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux);
        bool isTime = isMarked && content[0] < cue.Head && content[at - 1] < cue.Head && tree.Lower(opening) is "after" or "before" or "when" or "as" or "while" or "once" && opening == after + 1 && (tree.Is(opening, "mark") || tree.Is(opening, "advmod"));
        bool isManner = !isMarked && content[at - 1] < cue.Head && tree.Lower(opening) == "without" && opening <= after + 2 && opening + 1 < end && tree.Lower(opening + 1).EndsWith("ing", StringComparison.Ordinal);
        return isHearer || isTime || isManner ? [.. content[..at], .. content[last..]] : content;
    }

    // "denied his role repeatedly", "denied the charge until coming forward in May", "admitted the theft at a hearing in March": how often, until when, where.
    private List<int> WithoutManner(List<int> content, Cue cue)
    {
        bool isJudged = cue is { Passive: false, Entry.Stance: Stance.Denies or Stance.Admits or Stance.Confirms } && content[0] > cue.Head && quoted.Of(content[^1]) < 0 && tree.Child(cue.Head, "ccomp") < 0 && tree.Child(cue.Head, "xcomp") < 0;
        int thing = isJudged ? linker.Head(content) : -1;
        if (thing < 0 || !tree.Is(thing, "obj") || Tokens.Heads[thing] != cue.Head)
        {
            return content;
        }

        foreach (int child in tree.Children(cue.Head))
        {
            int start = child > thing ? tree.Yield(child)[0] : -1, at = start < 0 ? -1 : content.BinarySearch(start);
            bool isHow = at > 0 && ((tree.Is(child, "advmod") && Tokens.Tags[child] == UniversalTag.Adv)
                || (tree.Is(child, "advcl") && tree.Lower(start) is "until" or "after" or "before" or "when" or "while" or "since")
                || (tree.Is(child, "obl") && tree.Lower(start) is "at" or "in" or "during" && lexicon.In("occasion-nouns", tree.Lemma(child))));
            if (isHow)
            {
                return content[..at];
            }
        }

        return content;
    }
}
