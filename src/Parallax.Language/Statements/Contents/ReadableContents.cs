using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Contents;

/// <summary>Gives contents what a reader needs to understand them alone: the words of a belief that nobody holds by name, whom an adverb or "described as" judges, under what condition something is kept back, what the one told of goes on to do.</summary>
/// <remarks>For accounts only: corpora leave these words out of their contents. To be called when everything else about the attributions is settled.</remarks>
internal sealed partial class ReadableContents(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Linker linker)
{
    private const int MaxSubject = 8, MaxPlace = 4;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes contents and hedges in place.</summary>
    public void Apply(List<Attribution> attributions)
    {
        WithoutFragments(attributions);
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is not { } cue || attribution.Content.IsEmpty)
            {
                continue;
            }

            Hedge(attribution, cue);
            OwnHedge(attribution, cue);
            List<int> content = attribution.Content.Tokens;
            List<int> whole = cue.Kind switch
            {
                CueKind.Adverb => WithDoer(WithJudged(content, cue)),
                CueKind.Verb when attribution.Source.IsEmpty => WithDescribed(WithBelief(content, attribution, cue), cue),
                CueKind.Verb => WithQuotedSubject(WithoutBeside(WithSeen(WithDeed(WithLead(WithCondition(WithoutAddressed(WithoutPlaceOfSpeech(content, attribution, cue), attribution, cue), attribution, cue), attribution, cue, attributions), attribution, cue), cue, attributions), attribution, cue), attribution, attributions),
                CueKind.Preposition => WithWholePhrase(content, attribution, cue),
                _ => content,
            };
            whole = WithoutOpenMark(whole, cue);
            attribution.Content = ReferenceEquals(whole, content) ? attribution.Content : attribution.Content with { Tokens = whole };
        }
    }

    // "is thought to have fallen", "it is believed that he fell": nobody named holds it, and the report does not take it over.
    private void Hedge(Attribution attribution, Cue cue)
    {
        if (cue is { Kind: CueKind.Verb, Negated: false, IsQuotedAs: false } && attribution is { Source.IsEmpty: true, Hedge: < 0 } && cue.Entry?.Stance is Stance.Asserts or Stance.Warns && lexicon.In("hearsay-lemmas", tree.Lemma(cue.Head)) && !tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal)
            && (cue.Passive || tree.Child(cue.Head, "aux:pass") >= 0 || attribution.Content.Rule == "content.hearsay"))
        {
            attribution.Hedge = cue.Head;
        }
    }

    // "The police say that he allegedly took it": what limits the words as a whole.
    private void OwnHedge(Attribution attribution, Cue cue)
    {
        int head = attribution.Hedge < 0 && cue.Kind is CueKind.Verb or CueKind.Preposition && !attribution.Source.IsEmpty ? linker.Head(attribution.Content.Tokens) : -1;
        int adverb = head < 0 ? -1 : attribution.Content.Tokens.FindIndex(i => Tokens.Tags[i] == UniversalTag.Adv && Tokens.Heads[i] == head && quoted.Of(i) == quoted.Of(cue.Head) && !lexicon.Find(CueKind.Adverb, tree.Lower(i)).IsEmpty);
        attribution.Hedge = adverb >= 0 ? attribution.Content.Tokens[adverb] : attribution.Hedge;
    }

    // "The man is thought to have fallen": "The man … to have fallen" is no sentence.
    private List<int> WithBelief(List<int> content, Attribution attribution, Cue cue)
    {
        int last = content.FindLast(i => i < cue.Tokens[0]), next = content.Find(i => i > cue.Tokens[^1]);
        bool isSplit = content[0] < cue.Tokens[0] && content[^1] > cue.Tokens[^1] && !cue.Negated && attribution.Hedge == cue.Head && (tree.Lower(next) == "to" || attribution.Content.Rule == "content.passive-infinitive") && Tokens.SentenceOf(last) == Tokens.SentenceOf(next);
        if (!isSplit)
        {
            return content;
        }

        // "is held and is said to be moved": what the shared subject does before is told by others.
        int start = cue.Tokens[0];
        foreach (int child in tree.Children(cue.Head))
        {
            start = tree.Is(child, "aux") ? Math.Min(start, child) : start;
        }

        bool isNext = Enumerable.Range(last + 1, Math.Max(0, start - last - 1)).All(i => Tokens.Tags[i] is UniversalTag.Punct or UniversalTag.Pron or UniversalTag.Adv or UniversalTag.Aux);
        return [.. content.Union(isNext ? Enumerable.Range(last, next - last) : Enumerable.Range(start, next - start)).Order()];
    }

    // "an inexperienced and reportedly ill-equipped climber": who is ill-equipped.
    private List<int> WithJudged(List<int> content, Cue cue)
    {
        // A word with hyphens is several tokens.
        bool isWord = content[^1] - content[0] == content.Count - 1 && content.Count <= 5 && !content.Exists(i => Tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron || tree.IsFinite(i));
        int word = isWord ? content[0] : -1, modifier = isWord ? linker.Head(content) : -1;
        while (modifier >= 0 && tree.Is(modifier, "conj"))
        {
            modifier = Tokens.Heads[modifier];
        }

        int noun = modifier >= 0 && tree.Is(modifier, "amod") ? Tokens.Heads[modifier] : -1;
        if (noun <= word || word <= cue.Head || Tokens.Tags[noun] is not (UniversalTag.Noun or UniversalTag.Propn))
        {
            return content;
        }

        List<int> phrase = tree.Yield(noun), rest = phrase.FindAll(i => i >= word && (i <= noun || Tokens.Heads[i] == noun && tree.Is(i, "flat")));
        return tree.Child(noun, "det") is int article and >= 0 && article < cue.Head ? [article, .. rest] : rest;
    }

    // "a climber, described as “slow”, …": who is slow.
    private List<int> WithDescribed(List<int> content, Cue cue)
    {
        int noun = cue.Has(CueFrames.As) && Tokens.Relations[cue.Anchor].StartsWith("acl", StringComparison.Ordinal) && content[0] > cue.Head ? Tokens.Heads[cue.Anchor] : -1;
        if (noun < 0 || noun > cue.Tokens[0] || content[0] > cue.Tokens[^1] + 3)
        {
            return content;
        }

        List<int> phrase = linker.Trim(tree.Yield(noun).FindAll(i => i < cue.Tokens[0] && !(Tokens.Heads[i] == noun && (tree.Is(i, "case") || tree.Is(i, "cc")))), cue);
        return phrase.Count == 0 ? content : [.. phrase, .. content];
    }

    // "would not give details until the family had been told": what is kept back is kept back under a condition.
    private List<int> WithCondition(List<int> content, Attribution attribution, Cue cue)
    {
        int start = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End;
        bool isKept = cue.Entry is { } && (cue.Has(CueFrames.Silent) || (cue.Negated && lexicon.In("withheld-lemmas", tree.Lemma(cue.Head)))) && content[0] > cue.Head && start + 2 < end && tree.Lower(start) is "until" or "unless" or "before" && quoted.Of(start) == quoted.Of(content[^1]);
        int clause = isKept && tree.Is(start, "mark") ? Tokens.Heads[start] : -1;
        List<int> rest = clause > start ? tree.Yield(clause).FindAll(i => i >= start) : [];
        return rest.Count > 2 && rest[0] == start && rest[^1] - start == rest.Count - 1 && !rest.Exists(i => attribution.Source.Tokens.BinarySearch(i) >= 0) ? [.. content, .. rest] : content;
    }

    // "With two dead this week, Bell said crews were tired": what stands before the speaker belongs to the words.
    private List<int> WithLead(List<int> content, Attribution attribution, Cue cue, List<Attribution> all)
    {
        int first = tree.SentenceBounds(cue.Head).First, speaker = attribution.Source.Tokens[0], comma = speaker - 1;
        bool opens = tree.Lower(first) == "with" && speaker > first + 3 && speaker < cue.Tokens[0] && Tokens.Form(comma) is "," && content[0] > cue.Tokens[^1] && cue.Has(CueFrames.Clause) && quoted.Of(cue.Head) < 0 && content.Exists(tree.IsFinite);
        if (Condition(content, attribution, cue, all) is { Count: > 0 } condition)
        {
            return [.. condition, .. tree.Lower(content[0]) == "that" && tree.Is(content[0], "mark") ? content[1..] : content];
        }

        int number = opens ? Enumerable.Range(first, comma - first).FirstOrDefault(i => Tokens.Tags[i] == UniversalTag.Num, -1) : -1;
        bool isPlain = number >= 0;
        for (int i = first; isPlain && i < comma; i++)
        {
            isPlain = Tokens.Form(i) is not "," && quoted.Of(i) < 0 && Tokens.Tags[i] != UniversalTag.Pron && !all.Exists(o => !ReferenceEquals(o, attribution) && (o.Cue?.Tokens.Contains(i) == true || o.Content.Tokens.BinarySearch(i) >= 0));
        }

        return isPlain ? [.. Enumerable.Range(first, comma - first), .. content] : content;
    }

    // "Unless somebody wins by far, Bell thinks that two will go on": under what condition they will.
    private List<int> Condition(List<int> content, Attribution attribution, Cue cue, List<Attribution> all)
    {
        int first = tree.SentenceBounds(cue.Head).First, comma = attribution.Source.Tokens[0] - 1, verb = comma > first + 2 && tree.Lower(first) is "unless" or "if" && Tokens.Form(comma) is "," ? Tokens.Heads[first] : -1;
        bool mayBe = verb > first && verb < comma && tree.Is(first, "mark") && tree.Child(verb, "nsubj") is var subject && subject > first && Tokens.Tags[subject] is not UniversalTag.Pron | tree.Lower(subject) == "there" && lexicon.Find(CueKind.Verb, tree.Lemma(verb)).IsEmpty
            && attribution.Source.Tokens[^1] < cue.Tokens[0] && content[0] > cue.Tokens[^1] && cue.Has(CueFrames.Clause) && quoted.Of(cue.Head) < 0 && quoted.Of(first) < 0
            && content.Exists(i => tree.Is(i, "aux") && tree.Lower(i) is "will" or "would" or "could" or "can" or "may" or "might" or "wo" or "'ll" or "’ll");
        for (int i = first; mayBe && i < comma; i++)
        {
            mayBe = quoted.Of(i) < 0 && !all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue?.Tokens.Contains(i) == true);
        }

        return mayBe && tree.Yield(verb)[^1] <= comma ? [.. Enumerable.Range(first, comma - first)] : [];
    }

    // "police say he was uncooperative, refusing to leave": many speak, and one is told of who does both.
    private List<int> WithDeed(List<int> content, Attribution attribution, Cue cue)
    {
        int comma = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End, participle = comma + 1;
        bool goesOn = content[0] > cue.Tokens[^1] && participle + 1 < end && Tokens.Form(comma) is "," && tree.Lower(participle).EndsWith("ing", StringComparison.Ordinal) && Tokens.Tags[participle] == UniversalTag.Verb && quoted.Of(comma) < 0 && quoted.Of(cue.Head) < 0;
        int subject = content.Find(i => tree.Lower(i) != "that"), who = linker.Head(attribution.Source.Tokens);
        bool isOther = goesOn && tree.Lower(subject) is "he" or "she" && tree.Is(subject, "nsubj") && (tree.HasFeature(who, "Number=Plur") || lexicon.IsGroup(tree.Lower(who)) || tree.Lower(who) == "police");
        List<int> rest = isOther ? tree.Yield(participle) : [];
        return rest.Count > 1 && rest[0] == participle && rest[^1] - participle == rest.Count - 1 ? [.. content, comma, .. linker.Trim(rest, cue)] : content;
    }

    // "A clerk went in and allegedly opened and emptied the safe": who did it, and all that he did.
    private List<int> WithDoer(List<int> content)
    {
        int verb = linker.Head(content), before = verb >= 0 && Tokens.Tags[verb] == UniversalTag.Verb && tree.Is(verb, "conj") && tree.Child(verb, "nsubj") < 0 && tree.IsFinite(verb) ? Tokens.Heads[verb] : -1;
        int subject = before >= 0 && before < verb && tree.IsFinite(before) ? tree.Child(before, "nsubj") : -1;
        if (subject < 0 || subject > before || content[0] < subject || quoted.Of(subject) != quoted.Of(verb) || Tokens.Tags[subject] == UniversalTag.Pron && tree.Lower(subject) is "who" or "which" or "that")
        {
            return content;
        }

        int joint = content[^1] + 1, next = joint + 1 < tree.SentenceBounds(verb).End && tree.Lower(joint) is "and" or "or" ? Tokens.Heads[joint] : -1;
        bool goesOn = next > joint && tree.Is(next, "conj") && Tokens.Heads[next] == before && tree.Child(next, "nsubj") < 0 && tree.IsFinite(next);
        List<int> rest = goesOn ? tree.Yield(next).FindAll(i => i >= joint) : [];
        return [.. tree.Yield(subject).Where(i => i < before && i < content[0]), .. content, .. rest.Count > 1 && rest[0] == joint ? rest : []];
    }

    // "said he did not hear shots, but saw a woman run": what a witness perceived, by two verbs.
    private List<int> WithSeen(List<int> content, Cue cue, List<Attribution> all)
    {
        int clause = tree.Child(cue.Anchor, "ccomp"), joint = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End;
        joint += joint < end && Tokens.Form(joint) is "," ? 1 : 0;
        bool isSeen = clause > cue.Head && content[0] > cue.Head && content.BinarySearch(clause) >= 0 && joint + 2 < end && tree.Lower(joint) is "but" or "and" && quoted.Of(joint) < 0 && lexicon.In("perceiving-lemmas", tree.Lemma(clause));
        int next = isSeen ? Tokens.Heads[joint] : -1;
        bool belongs = next > joint && tree.Is(next, "conj") && Tokens.Heads[next] == cue.Anchor && lexicon.In("perceiving-lemmas", tree.Lemma(next)) && tree.Child(next, "nsubj") < 0 && tree.IsFinite(next);
        List<int> rest = belongs ? tree.Yield(next).FindAll(i => i >= joint) : [];
        return rest.Count < 3 || rest[0] != joint || all.Exists(o => o.Cue?.Head == next) ? content : [.. content, .. Tokens.Form(joint - 1) is "," ? [joint - 1] : Array.Empty<int>(), .. rest];
    }

    // "told Mr. Lund to wait": whom it was asked of. "ordered a study to find the fault": a thing is asked for, and nothing of it.
    private List<int> WithoutAddressed(List<int> content, Attribution attribution, Cue cue)
    {
        int to = !cue.Passive && cue.Entry?.Stance is Stance.Demands or Stance.Asserts && cue.Has(CueFrames.Addressee) && content[0] == cue.Tokens[^1] + 1 && quoted.Of(content[0]) < 0 ? content.FindIndex(1, i => tree.Lower(i) == "to" && tree.Is(i, "mark")) : -1;
        if (to <= 0 || content[to] - content[0] != to || !content[..to].TrueForAll(i => Tokens.Tags[i] is UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Num))
        {
            return content;
        }

        int told = linker.Head(content[..to]);
        bool isOne = Tokens.Tags[told] == UniversalTag.Propn || lexicon.NounKind(tree.Lemma(told)) is not (null or ActorKind.Document) || lexicon.IsGroup(tree.Lower(told)) || lexicon.In("persons", tree.Lemma(told));
        if (!isOne || !(tree.Is(told, "obj") || tree.Is(told, "iobj") || tree.Is(told, "nsubj")))
        {
            return content;
        }

        attribution.Addressee = told;
        return content[to..];
    }

    // "Outside court, Bell said she was ill": where it was said, and no part of it.
    private List<int> WithoutPlaceOfSpeech(List<int> content, Attribution attribution, Cue cue)
    {
        int behind = content.FindIndex(i => i > cue.Tokens[^1]), last = behind <= 0 ? -1 : content[behind - 1], end = attribution.Source.Tokens is [.., var own] ? Math.Max(own, cue.Tokens[^1]) : -1;
        bool isPlace = last >= 0 && behind <= MaxPlace && last < attribution.Source.Tokens[0] && content[behind] == end + 1 && content[0] == tree.SentenceBounds(cue.Head).First && quoted.Of(content[0]) < 0 && tree.Lower(content[0]) is "outside" or "inside" or "in" or "at" or "before" or "after" or "during"
            && (lexicon.In("occasion-nouns", tree.Lemma(last)) || lexicon.In("speaking-places", tree.Lemma(last))) && content[behind..].Exists(tree.IsFinite);
        if (!isPlace)
        {
            return content;
        }

        attribution.Medium = content[..behind];
        return content[behind..];
    }

    // "The man “had a key. He opened the gate,” the guard said": the subject stands before the marks.
    private List<int> WithQuotedSubject(List<int> content, Attribution attribution, List<Attribution> all)
    {
        int q = quoted.Of(content[0]) >= 0 ? quoted.Of(content[0]) : content.Count > 1 ? quoted.Of(content[1]) : -1;
        int mark = q < 0 ? -1 : quoted.Ranges[q].First, first = mark < 0 ? -1 : tree.SentenceBounds(mark).First, verb = mark + 1;
        bool isCut = first >= 0 && mark > first && mark - first <= MaxSubject && content[0] <= verb && verb < Tokens.Count && Tokens.Tags[mark - 1] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron && quoted.Of(mark - 1) < 0
            && Tokens.Tags[verb] is UniversalTag.Verb or UniversalTag.Aux && tree.HasFeature(verb, "VerbForm=Fin") && Tokens.Tags[first] is UniversalTag.Det or UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Pron or UniversalTag.Num;
        List<int> subject = isCut ? [.. Enumerable.Range(first, mark - first)] : [];
        bool isPhrase = isCut && subject.TrueForAll(i => Tokens.Tags[i] is not (UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Punct or UniversalTag.Sconj)) && !subject.Exists(i => attribution.Source.Tokens.BinarySearch(i) >= 0)
            && !subject.Exists(i => all.Exists(o => o.Cue?.Tokens.Contains(i) == true));
        return isPhrase ? [.. subject.Union(content).Order()] : content;
    }
}
