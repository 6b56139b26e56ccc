using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Contents;

/// <summary>Says how far contents reach: takes in the clauses that go on with them, and leaves out what only stands beside them.</summary>
internal sealed class ContentReach(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private List<Attribution> _all = [];

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes contents, cues and addressees in place.</summary>
    public void Apply(List<Attribution> attributions)
    {
        _all = attributions;
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is not { } cue || attribution.Content.IsEmpty)
            {
                continue;
            }

            List<int> content = attribution.Content.Tokens;
            if (cue.Kind == CueKind.Verb)
            {
                content = WithoutQuotationBefore(content, cue);
                content = WithoutTitle(content, cue);
                content = WithoutAside(content, attribution, cue);
                content = WithoutMeans(content, cue);
                content = WithoutClauseBefore(content, attribution, cue);
                content = WithoutHearer(content, attribution, cue);
                content = WithoutMeanwhile(WithoutFellow(content, attribution, cue), cue);
                content = WithOwnSubject(WithoutParticiple(content, attribution, cue), attribution, cue);
                content = WithNextThat(WithSubordinate(content, attribution, cue), attribution, cue);
                content = WithReason(WithParted(WithPredicate(content, cue), attribution, cue), attribution, cue);
            }

            else if (cue.Kind == CueKind.Preposition)
            {
                content = WithRest(content, attribution, cue);
            }

            if (!ReferenceEquals(content, attribution.Content.Tokens))
            {
                content = linker.Trim(content, cue);
                attribution.Content = attribution.Content with { Tokens = content };
            }
        }

        // "announced it himself": what it was stands elsewhere.
        attributions.RemoveAll(a => a.Cue is { Kind: CueKind.Verb } && !a.Content.IsEmpty && a.Content.Tokens.Count > 1 && a.Content.Tokens.TrueForAll(i => Tokens.Tags[i] is UniversalTag.Pron or UniversalTag.Punct) && a.Content.Tokens.Exists(i => tree.Lower(i) is "it" or "this" or "that"));
    }

    // "He was, according to the Herald, the last of them": what an auxiliary opens goes on behind the phrase.
    private List<int> WithRest(List<int> content, Attribution attribution, Cue cue)
    {
        int behind = attribution.Source.Tokens is [.., var last] && last > cue.Head ? last + 1 : -1, end = tree.SentenceBounds(cue.Head).End;
        bool isOpen = behind > 0 && behind + 1 < end && Tokens.Form(behind) is "," && content[^1] < cue.Head && (Tokens.Tags[content[^1]] == UniversalTag.Aux || tree.Lower(content[^1]) is "had" or "has" or "have" or "was" or "were" or "is" or "are") && content[^1] >= cue.Tokens[0] - 2;
        return isOpen ? [.. content, .. Enumerable.Range(behind + 1, end - behind - 1)] : content;
    }

    // "maintained that expanded fishing should be part of it": where the parser made two clauses of one, the second has no subject of its own.
    private List<int> WithPredicate(List<int> content, Cue cue)
    {
        int next = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End;
        int predicate = content[0] > cue.Head && next < end && Tokens.Tags[next] == UniversalTag.Aux && tree.HasFeature(next, "VerbForm=Fin") ? Tokens.Heads[next] : -1;
        bool isRest = predicate > next && tree.Is(predicate, "ccomp") && Tokens.Heads[predicate] == cue.Head && tree.Child(predicate, "nsubj") < 0 && tree.Child(predicate, "expl") < 0 && quoted.Of(next) == quoted.Of(content[^1]) && tree.Yield(predicate)[0] == next;
        return isRest ? [.. content, .. tree.Yield(predicate)] : content;
    }

    // "said the guard, opened the gate at noon": a comma too many parts the subject from its verb.
    private List<int> WithParted(List<int> content, Attribution attribution, Cue cue)
    {
        int comma = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End, verb = comma + 1;
        bool isPhrase = content[0] == cue.Tokens[^1] + 1 && verb + 1 < end && Tokens.Form(comma) is "," && Tokens.Tags[linker.Head(content)] is UniversalTag.Noun or UniversalTag.Propn && !cue.Passive && cue.Has(CueFrames.Clause) && !cue.Has(CueFrames.Object | CueFrames.Addressee)
            && quoted.Of(cue.Head) < 0 && quoted.Of(content[0]) < 0 && quoted.Of(verb) < 0 && !content.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux || Tokens.Form(i) is ",");
        isPhrase |= verb + 1 < end && Tokens.Form(comma) is "," && IsApposition(content, verb, cue);
        bool isRest = isPhrase && Tokens.Tags[verb] == UniversalTag.Verb && tree.HasFeature(verb, "VerbForm=Fin") && tree.Child(verb, "nsubj") is var subject && (subject < 0 || content.BinarySearch(subject) >= 0) && lexicon.Find(CueKind.Verb, tree.Lemma(verb)).IsEmpty;
        List<int> rest = isRest ? [.. tree.Yield(verb).Where(i => i >= verb)] : [];
        return rest.Count > 1 && rest[0] == verb && IsFree(rest, attribution) ? [.. content, comma, .. rest] : content;
    }

    // "The papers show Northport Water, a firm that rents pumps, changed its plan": what the firm is stands between it and its verb.
    private bool IsApposition(List<int> content, int verb, Cue cue)
    {
        int first = content[0] == cue.Tokens[^1] + 1 && !cue.Passive && cue.Has(CueFrames.Clause) && quoted.Of(cue.Head) < 0 && quoted.Of(content[0]) < 0 && quoted.Of(verb) < 0 ? content.FindIndex(i => Tokens.Form(i) is ",") : -1;
        int noun = first > 0 ? linker.Head(content) : -1, apposition = noun < 0 ? -1 : tree.Child(noun, "appos");
        return noun <= content[Math.Max(first, 0)] && apposition > noun && apposition > content[Math.Max(first, 0)] && content.BinarySearch(apposition) >= 0 && content[^1] - content[0] == content.Count - 1 && !content[..first].Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux) && tree.Child(verb, "cc") < 0;
    }

    // "has been criticized by rivals for shunning the press": for what, and not by whom.
    private List<int> WithReason(List<int> content, Attribution attribution, Cue cue)
    {
        List<int> source = attribution.Source.Tokens;
        int at = tree.Child(cue.Head, "aux:pass") >= 0 && source is [var by, ..] && by > cue.Head && tree.Lower(by - 1) == "by" && quoted.Of(by) < 0 ? source.FindIndex(1, i => tree.Lower(i) == "for" && i < source[^1] && tree.Lower(i + 1).EndsWith("ing", StringComparison.Ordinal) && Tokens.Tags[i + 1] == UniversalTag.Verb) : -1;
        if (cue.Entry?.Stance is not (Stance.Criticises or Stance.Accuses or Stance.Praises))
        {
            return content;
        }

        if (at < 1)
        {
            int last = source is [.., var end] ? end : -1;
            int doing = tree.Child(cue.Head, "aux:pass") >= 0 && content[^1] < cue.Head && last > cue.Head && last + 2 < Tokens.Count && tree.Lower(last + 1) == "for" && quoted.Of(last + 1) < 0 ? Tokens.Heads[last + 1] : -1;
            bool isReason = doing == last + 2 && tree.Lower(doing).EndsWith("ing", StringComparison.Ordinal) && Tokens.Heads[doing] == cue.Head;
            return isReason ? [.. content, .. linker.Trim(tree.Yield(doing), cue)] : content;
        }

        List<int> reason = [.. Enumerable.Range(source[at], source[^1] + 1 - source[at])];
        attribution.Source = attribution.Source with { Tokens = source[..at] };
        return [.. content.Union(reason).Order()];
    }

    // “We ran.”¶“It is sad,” the firm said: a paragraph of its own that is closed belongs to who spoke before.
    private List<int> WithoutQuotationBefore(List<int> content, Cue cue)
    {
        int block = Tokens.Sentences[Tokens.SentenceOf(cue.Head)].Block, own = content.FindIndex(i => Tokens.Sentences[Tokens.SentenceOf(i)].Block == block && i < cue.Head && Tokens.Tags[i] != UniversalTag.Punct);
        bool isApart = own > 0 && quoted.Of(cue.Head) < 0 && (quoted.Of(content[own]) is var mark && mark < 0 ? content[own..].Exists(tree.IsFinite) : !quoted.Quotations[mark].Continues);
        own -= isApart && quoted.Of(content[own]) is int opened and >= 0 && quoted.Ranges[opened].First == content[own - 1] ? 1 : 0;
        for (int i = 0; isApart && i < own; i++)
        {
            isApart = quoted.Of(content[i]) is int q && q >= 0 ? quoted.Quotations[q].Closed && quoted.Quotations[q].Block < block : Tokens.Tags[content[i]] == UniversalTag.Punct;
        }

        return isApart ? content[own..] : content;
    }

    // “We stay,” she wrote in her book, “A Life at Sea.”: the name of the book.
    private List<int> WithoutTitle(List<int> content, Cue cue)
    {
        int q = content[^1] > cue.Head && content[0] < cue.Head ? quoted.Of(content[^1]) : -1;
        int first = q < 0 ? -1 : quoted.Ranges[q].First, noun = first < 2 ? -1 : Tokens.Form(first - 1) is "," ? first - 2 : first - 1;
        bool isTitle = noun > cue.Head && lexicon.In("titled-nouns", tree.Lemma(noun)) && content.Exists(i => i < cue.Head && quoted.Of(i) >= 0);
        return isTitle ? content.FindAll(i => i < first) : content;
    }

    // “We stay,” Brown, recalling his words, told us. “We go.”: what stands between speaker and cue tells of the speaker.
    private List<int> WithoutAside(List<int> content, Attribution attribution, Cue cue)
    {
        int last = attribution.Source.Tokens is [.., var end] && end < cue.Tokens[0] ? end : cue.Tokens[0];
        return content.Exists(i => i > last && i < cue.Tokens[0] && quoted.Of(i) < 0) && content.Exists(i => quoted.Of(i) >= 0) && quoted.Of(cue.Head) < 0 ? content.FindAll(i => i < last || i > cue.Tokens[0] || quoted.Of(i) >= 0) : content;
    }

    // "revealing through the firm's account that she had left", "told in a letter to him that …": the clause is what is told.
    private List<int> WithoutMeans(List<int> content, Cue cue)
    {
        int first = content[0];
        bool isMeans = first == cue.Tokens[^1] + 1 && cue.Has(CueFrames.Clause) && (Tokens.Tags[first] == UniversalTag.Adp || (cue.Tokens.Count > 1 && Tokens.Tags[cue.Tokens[^1]] == UniversalTag.Adp && (cue.Entry!.Prepositions.IsEmpty || tree.Lower(cue.Tokens[^1]) == "to")));
        int that = isMeans ? content.FindIndex(1, i => tree.Lower(i) == "that" && tree.Is(i, "mark") && quoted.Of(i) < 0) : -1;
        if (that < 0 || content[..that].Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux) || Tokens.Heads[content[that]] is var verb && (verb < content[that] || tree.Child(verb, "nsubj") < content[that]))
        {
            return content;
        }

        if (cue.Tokens.Count > 1 && Tokens.Tags[cue.Tokens[^1]] == UniversalTag.Adp)
        {
            cue.Tokens.RemoveAt(cue.Tokens.Count - 1);
        }

        return content[that..];
    }

    // "The reason was not given and while some said it leaked, Brown said it did not": a clause right behind the cue is what was said, and no clause before it.
    private List<int> WithoutClauseBefore(List<int> content, Attribution attribution, Cue cue)
    {
        int behind = content.FindIndex(i => i > cue.Head);
        if (behind <= 0 || content[behind] != cue.Tokens[^1] + 1 || attribution.Source.Tokens is not [.., var last] || last > cue.Head || quoted.Of(cue.Head) >= 0 || content[..behind].Exists(i => quoted.Of(i) >= 0))
        {
            return content;
        }

        // "Fighting charges of delay, Brown said the port is open": what the speaker did meanwhile.
        bool isOther = content[0] == tree.SentenceBounds(cue.Head).First && Tokens.Tags[content[0]] == UniversalTag.Verb && tree.Lower(content[0]).EndsWith("ing", StringComparison.Ordinal) && tree.Is(content[0], "advcl");
        if (isOther && content[behind..].Exists(tree.IsFinite))
        {
            return content[behind..];
        }

        isOther = _all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { } other && other.Head < cue.Head && other.Head > content[0]);
        bool isWhole = content[..behind].Exists(tree.IsFinite) && content[behind..].Exists(i => tree.IsFinite(i) && (Tokens.Heads[i] == cue.Anchor && tree.Is(i, "ccomp") || Tokens.Heads[i] is int verb and >= 0 && tree.Is(verb, "ccomp") && Tokens.Heads[verb] == cue.Anchor));
        return isOther && isWhole ? content[behind..] : content;
    }

    // "confirmed her death to the Axis Press on Monday": who heard it.
    private List<int> WithoutHearer(List<int> content, Attribution attribution, Cue cue)
    {
        if (attribution.Addressee >= 0 || cue.Passive || content[0] < cue.Head || attribution.Content.Rule is not ("content.object" or "content.roles") || content.Exists(i => quoted.Of(i) >= 0))
        {
            return content;
        }

        int to = content.FindIndex(1, i => tree.Lower(i) == "to" && Tokens.Tags[i] == UniversalTag.Adp && Tokens.Heads[i] is int noun && noun > i && Tokens.Heads[noun] == cue.Head && IsHearer(noun));
        if (to < 0 || content[to..].Exists(tree.IsFinite))
        {
            return content;
        }

        attribution.Addressee = Tokens.Heads[content[to]];
        return content[..to];
    }

    private bool IsHearer(int noun)
    {
        foreach (NameMention name in names.Overlapping(Tokens.Span(noun)))
        {
            return name.Kind is NameKind.Organization or NameKind.Person;
        }

        return lexicon.NounKind(tree.Lemma(noun)) is ActorKind.Outlet or ActorKind.Agency || tree.Lower(noun) is "reporters" or "journalists" or "press" or "media" or "police" or "authorities" or "investigators";
    }

    // "downplayed the unrest saying that there had been others": the speaker goes on, as unrest says nothing.
    private List<int> WithoutParticiple(List<int> content, Attribution attribution, Cue cue)
    {
        if (content[0] < cue.Head || attribution.Content.Rule is not ("content.object" or "content.roles" or "content.target"))
        {
            return content;
        }

        foreach (Attribution next in _all)
        {
            int at = !ReferenceEquals(next, attribution) && next.Cue is { Kind: CueKind.Verb } said && said.Tokens.Count == 1 && quoted.Of(said.Head) < 0 && tree.Lower(said.Head).EndsWith("ing", StringComparison.Ordinal) && tree.Is(said.Head, "acl") ? content.BinarySearch(said.Head) : -1;
            int noun = at > 0 ? Tokens.Heads[content[at]] : -1;
            bool isMute = noun >= content[0] && noun == content[at] - 1 && Tokens.Tags[noun] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(noun)) is null && !lexicon.IsGroup(tree.Lower(noun)) && !lexicon.In("message-nouns", tree.Lemma(noun)) && !lexicon.In("occasion-nouns", tree.Lemma(noun))
                && lexicon.Find(CueKind.Noun, tree.Lemma(noun)).IsEmpty && next.Source.Tokens.BinarySearch(noun) >= 0;
            if (isMute)
            {
                next.Source = attribution.Source with { Rule = "source.participle", Why = "speaker of the verb before the participle" };
                return content[..at];
            }
        }

        return content;
    }

    // "a port saying it is shut and a paper claiming it is open": two who speak, side by side.
    private List<int> WithoutFellow(List<int> content, Attribution attribution, Cue cue)
    {
        bool isBeside = !attribution.Source.IsEmpty && content[0] > cue.Head && IsParticiple(cue.Head) && attribution.Source.Tokens[^1] == cue.Tokens[0] - 1;
        foreach (Attribution fellow in isBeside ? _all : [])
        {
            int at = fellow.Source.Tokens is { Count: > 0 } source && fellow.Cue is { Kind: CueKind.Verb } said && said.Head > cue.Head && content.BinarySearch(said.Head) >= 0 && IsParticiple(said.Head) && source[^1] == said.Tokens[0] - 1 && tree.Lower(source[0] - 1) == "and" ? content.BinarySearch(source[0] - 1) : -1;
            if (at > 0)
            {
                return content[..at];
            }
        }

        return content;
    }

    private bool IsParticiple(int verb) => tree.Lower(verb).EndsWith("ing", StringComparison.Ordinal) && !tree.IsFinite(verb);

    // "voiced support for the plan while touring": what the speaker did meanwhile.
    private List<int> WithoutMeanwhile(List<int> content, Cue cue)
    {
        int at = content[0] > cue.Head ? content.FindIndex(1, i => tree.Lower(i) == "while" && tree.Is(i, "mark") && quoted.Of(i) < 0) : -1, doing = at < 0 ? -1 : Tokens.Heads[content[at]];
        return doing == content[at < 0 ? 0 : at] + 1 && tree.Lower(doing).EndsWith("ing", StringComparison.Ordinal) && Tokens.Heads[doing] == cue.Head && tree.Child(doing, "nsubj") < 0 ? content[..at] : content;
    }

    // "said at least three people, two of them guards, were hurt": the subject of the clause belongs to it.
    private List<int> WithOwnSubject(List<int> content, Attribution attribution, Cue cue)
    {
        int first = cue.Tokens[^1] + 1;
        if (content[0] <= first || cue.Passive || cue.Has(CueFrames.Addressee) || attribution.Content.Rule is not ("content.ccomp" or "content.roles") || quoted.Of(first) != quoted.Of(cue.Head) || Tokens.Tags[content[0]] is not (UniversalTag.Verb or UniversalTag.Aux))
        {
            return content;
        }

        int verb = linker.Head(content), subject = tree.Is(verb, "ccomp") && Tokens.Heads[verb] == cue.Anchor ? tree.Child(verb, "nsubj") : -1;
        List<int> phrase = subject >= first && subject < content[0] ? tree.Yield(subject) : [];
        return phrase.Count > 0 && phrase[0] == first && phrase[^1] >= content[0] - 2 && IsFree(phrase, attribution) ? [.. Enumerable.Range(first, content[0] - first), .. content] : content;
    }

    // "said he would sell it after the owner died": a clause that the parser hangs on the content belongs to it.
    private List<int> WithSubordinate(List<int> content, Attribution attribution, Cue cue)
    {
        int mark = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End;
        bool opens = content[0] > cue.Head && mark + 2 < end && Tokens.Tags[mark] == UniversalTag.Sconj && tree.Is(mark, "mark") && tree.Lower(mark) is "after" or "before" or "if" or "because" or "until" or "once" or "unless" or "when" or "while" or "since" && quoted.Of(mark) < 0;
        int clause = opens ? Tokens.Heads[mark] : -1;
        bool belongs = clause > mark && tree.Is(clause, "advcl") && content.BinarySearch(Tokens.Heads[clause]) >= 0;
        return belongs && tree.Yield(clause) is var rest && rest[0] == mark && IsFree(rest, attribution) ? [.. content, .. rest] : content;
    }

    // "insisted he was not there, and that nobody was": a second clause of the same verb.
    private List<int> WithNextThat(List<int> content, Attribution attribution, Cue cue)
    {
        int joint = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End;
        joint += joint < end && Tokens.Form(joint) is "," ? 1 : 0;
        bool opens = content[0] > cue.Head && joint + 2 < end && tree.Lower(joint) is "and" or "but" && tree.Lower(joint + 1) == "that" && tree.Is(joint + 1, "mark") && quoted.Of(joint) < 0 && attribution.Content.Rule is "content.ccomp" or "content.roles";
        int clause = opens ? Tokens.Heads[joint + 1] : -1;
        bool belongs = clause > joint && tree.Is(clause, "conj") && (content.BinarySearch(Tokens.Heads[clause]) >= 0 || Tokens.Heads[clause] == cue.Anchor);
        List<int> rest = belongs ? tree.Yield(clause).FindAll(i => i >= joint) : [];
        return rest.Count > 2 && rest[0] == joint && IsFree(rest, attribution) ? [.. content, .. rest] : content;
    }

    private bool IsFree(List<int> tokens, Attribution attribution) => !_all.Exists(o => ReferenceEquals(o, attribution) ? o.Source.Tokens.Exists(i => tokens.BinarySearch(i) >= 0) : o.Cue is { } other && tokens.BinarySearch(other.Head) >= 0);
}
