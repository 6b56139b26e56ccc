using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Contents;

/// <summary>Ends contents before the next clause of the report, and gives them what stands on the other side of their cue.</summary>
internal sealed class ContentBounds(DependencyTree tree, QuotedTokens quoted, Linker linker)
{
    private List<Attribution> _all = [];

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes the contents in place, in their order.</summary>
    public void Apply(List<Attribution> attributions)
    {
        _all = attributions;
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is not { Kind: CueKind.Verb } cue || attribution.Content.IsEmpty || attribution.Content.Rule == "content.signature")
            {
                continue;
            }

            List<int> content = WithRest(WithGap(WithoutMainVerb(attribution.Content.Tokens, cue), attribution, cue), attribution, cue);
            content = WithFirstHalf(content, attribution, cue);
            content = WithoutNextSpeaker(content, attribution);
            content = WithoutOwnNext(content, attribution, cue);
            content = WithoutNextReport(content, cue);
            content = WithoutContrast(content, cue);
            content = WithoutDash(content, attribution, cue);
            content = WithFront(content, attribution, cue);
            content = WithRelative(content, attribution, cue);
            content = WithoutLead(content, attribution, cue);
            content = OnlyQuoted(content, attribution, cue);
            content = WithOtherSpeaker(content, attribution, cue);
            content = OfSentenceBefore(content, attribution, cue);
            content = linker.Trim(content, cue);
            Tell(attribution, content, cue);
            if (content.Count > 0)
            {
                attribution.Content = attribution.Content with { Tokens = content };
            }
        }
    }

    private static int Start(Attribution attribution, Cue cue) => attribution.Source.Tokens is [var first, ..] ? Math.Min(first, cue.Tokens[0]) : cue.Tokens[0];

    private static int End(Attribution attribution, Cue cue) => attribution.Source.Tokens is [.., var last] ? Math.Max(last, cue.Tokens[^1]) : cue.Tokens[^1];

    // "He was held after, the port says, taking a boat": a content cannot end with the word that opens its next part.
    private List<int> WithRest(List<int> content, Attribution attribution, Cue cue)
    {
        int start = Start(attribution, cue), behind = End(attribution, cue) + 1, end = tree.SentenceBounds(cue.Head).End;
        bool isInserted = start - 2 == content[^1] && Tokens.Form(start - 1) is "," && behind + 1 < end && Tokens.Form(behind) is "," && quoted.Of(cue.Head) < 0;
        bool isOpen = isInserted && (Tokens.Tags[content[^1]] is UniversalTag.Adp or UniversalTag.Sconj || tree.Lower(content[^1]) is "after" or "before" or "while" or "because") && tree.Lower(content[^1]) is not ("in" or "on" or "up" or "out" or "off" or "down" or "away");
        return isOpen ? [.. content, .. Enumerable.Range(behind + 1, end - behind - 1)] : content;
    }

    // "The stove was on, police said, and the door was open": what goes on with a joint behind an inserted speaker began before him.
    private List<int> WithFirstHalf(List<int> content, Attribution attribution, Cue cue)
    {
        int start = Start(attribution, cue), first = tree.SentenceBounds(cue.Head).First;
        bool isInserted = content[0] > cue.Head && Tokens.Tags[content[0]] == UniversalTag.Cconj && Tokens.Form(content[0] - 1) is "," && content[0] - 2 == End(attribution, cue) && start - 2 > first && Tokens.Form(start - 1) is "," && quoted.Of(start - 1) < 0 && quoted.Of(content[0]) < 0
            && attribution.Source.Tokens is { Count: > 0 };
        bool isFree = isInserted && !_all.Exists(o => !ReferenceEquals(o, attribution) && o.Parent is null && (o.Cue is { } other && other.Head >= first && other.Head < start || o.Content.Tokens.Exists(i => i >= first && i < start)));
        return isFree && Enumerable.Range(first, start - 1 - first).Any(tree.IsFinite) ? [.. Enumerable.Range(first, start - 1 - first), .. content] : content;
    }

    // "The woman who claims that it was full says it was not": the words of a clause inside a subject end before the verb of that subject.
    private List<int> WithoutMainVerb(List<int> content, Cue cue)
    {
        int clause = cue.Anchor;
        for (int steps = 0; clause >= 0 && steps < 8 && !tree.Is(clause, "acl"); steps++)
        {
            clause = Tokens.Heads[clause];
        }

        int subject = clause < 0 ? -1 : Tokens.Heads[clause];
        while (subject >= 0 && tree.Is(subject, "nmod"))
        {
            // "the number of voters who said so is small"
            subject = Tokens.Heads[subject];
        }

        int verb = subject >= 0 && tree.Is(subject, "nsubj") ? Tokens.Heads[subject] : -1;
        bool holdsVerb = verb > cue.Head && (content[0] > cue.Head || (cue.Has(CueFrames.As) && content.BinarySearch(subject) >= 0)) && content.BinarySearch(verb) > 0 && quoted.Of(verb) < 0 && Tokens.SentenceOf(verb) == Tokens.SentenceOf(cue.Head);
        int first = verb;
        foreach (int child in holdsVerb ? tree.Yield(verb) : [])
        {
            if (Tokens.Heads[child] == verb && tree.Is(child, "nsubj") && child > cue.Head && Tokens.Form(child - 1) is not ")")
            {
                // "with one clerk claiming the port closed it": the verb has its own subject.
                return content;
            }

            first = Tokens.Heads[child] == verb && (tree.Is(child, "aux") || tree.Is(child, "cop") || tree.Is(child, "advmod")) && child < first && child > cue.Head ? child : first;
        }

        return holdsVerb && content[0] < first ? content.FindAll(i => i < first) : content;
    }

    // "The flood hit the valley, and the city of Norby, state media said": what stands between the words and who says them is of the words.
    private List<int> WithGap(List<int> content, Attribution attribution, Cue cue)
    {
        int start = Start(attribution, cue), last = content[^1];
        bool isApart = attribution.Source.Tokens is { Count: > 0 } source && source[^1] == cue.Tokens[0] - 1 && last + 3 < start && Tokens.SentenceOf(last) == Tokens.SentenceOf(start) && Tokens.Form(last + 1) is "," && Tokens.Form(start - 1) is "," && quoted.Of(last) < 0
            && tree.Lower(last + 2) is "and" or "or" or "including";
        for (int i = last + 1; isApart && i < start; i++)
        {
            isApart = Tokens.Tags[i] is not UniversalTag.Verb && quoted.Of(i) < 0 && !_all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { } other && other.Tokens.Contains(i));
        }

        return isApart ? [.. content, .. Enumerable.Range(last + 1, start - last - 2)] : content;
    }

    // "said the dam holds while Ada Brown, the engineer, said …": who speaks next is not in the words of the first.
    private List<int> WithoutNextSpeaker(List<int> content, Attribution attribution)
    {
        foreach (Attribution next in _all)
        {
            if (ReferenceEquals(next, attribution) || next.Cue is not { Kind: CueKind.Verb } cue || next.Source.Tokens is not { Count: > 0 } source || content.BinarySearch(cue.Head) >= 0 || cue.Head < content[^1])
            {
                continue;
            }

            int at = content.BinarySearch(source[0]);
            if (at > 0 && source[^1] >= content[^1] && source[^1] < cue.Head && quoted.Of(source[0]) < 0)
            {
                return content[..(tree.Lower(content[at - 1]) is "while" or "but" or "and" or "as" or "though" or "although" ? at - 1 : at)];
            }
        }

        return content;
    }

    // "thanked the crew for their courage and pledged a million": what the same speaker does next.
    private List<int> WithoutOwnNext(List<int> content, Attribution attribution, Cue cue)
    {
        foreach (Attribution next in _all)
        {
            bool isSame = !ReferenceEquals(next, attribution) && next.Cue is { Kind: CueKind.Verb } other && other.Head > cue.Head && quoted.Of(other.Head) < 0 && attribution.Content.Rule is "content.target" or "content.object" or "content.infinitive" or "content.roles"
                && tree.HasFeature(other.Head, "VerbForm=Fin") && tree.Lower(other.Tokens[0] - 1) is "and" or "but" && next.Source.Tokens is { Count: > 0 } source && attribution.Source.Tokens is { Count: > 0 } own && source[0] == own[0] && source[^1] < cue.Head;
            int at = isSame ? content.BinarySearch(next.Cue!.Tokens[0] - 1) : -1;
            if (at > 0)
            {
                return content[..at];
            }
        }

        return content;
    }

    // "One man is believed to have left, and no losses were told of": an infinitive does not go on with a clause of its own.
    private List<int> WithoutNextReport(List<int> content, Cue cue)
    {
        if (!cue.Passive || content[0] > cue.Head)
        {
            return content;
        }

        int behind = content.FindIndex(i => i > cue.Head);
        int mark = behind < 0 || tree.Lower(content[behind]) != "to" ? -1 : content.FindIndex(behind, i => Tokens.Form(i) is "," && i + 1 < Tokens.Count && tree.Lower(i + 1) is "and" or "but" && quoted.Of(i) < 0);
        return mark > 0 && content.Exists(i => i > content[mark] && tree.IsFinite(i) && HasSubject(i, content[mark])) ? content[..mark] : content;
    }

    private bool HasSubject(int verb, int from)
    {
        foreach (int child in tree.Children(verb))
        {
            if ((tree.Is(child, "nsubj") || tree.Is(child, "csubj")) && child > from && child < verb)
            {
                return true;
            }
        }

        // "were" of "were told of": the subject hangs on the participle.
        return tree.Is(verb, "aux") && Tokens.Heads[verb] > verb && tree.Child(Tokens.Heads[verb], "nsubj") is int subject && subject > from && subject < verb;
    }

    // "doubted that he had it, but was holding the rope": what follows the but is not doubted.
    private List<int> WithoutContrast(List<int> content, Cue cue)
    {
        int mark = cue is { Entry.Stance: Stance.Denies or Stance.Doubts, Negated: false } && content[0] > cue.Head ? content.FindIndex(1, i => Tokens.Form(i) is "," && i + 1 < Tokens.Count && tree.Lower(i + 1) == "but" && quoted.Of(i) < 0) : -1;
        return mark > 0 ? content[..mark] : content;
    }

    // "the crew told the port that it leaked — and the leak was found"; "— some say it leaks — and so on": a dash ends what another hands on, and what stands between dashes.
    private List<int> WithoutDash(List<int> content, Attribution attribution, Cue cue)
    {
        int start = Start(attribution, cue), dash = content.FindIndex(i => i > cue.Head && IsDash(i) && quoted.Of(i) < 0);
        if (dash <= 0 || content[0] < start || dash + 1 >= content.Count)
        {
            return content;
        }

        bool isBetween = start > 0 && IsDash(start - 1);
        bool isHandedOn = tree.Lower(content[dash + 1]) is "and" or "but" && _all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb } && o.Content.Tokens.BinarySearch(cue.Head) >= 0);
        return isBetween || isHandedOn ? content[..dash] : content;
    }

    // "The crew is afraid of the storm—its captain said, “We stay.”": the report's own words, a dash and then the speaker.
    private List<int> WithoutLead(List<int> content, Attribution attribution, Cue cue)
    {
        int start = Start(attribution, cue), behind = content.FindIndex(i => i > cue.Head);
        bool isLed = behind > 0 && content[behind - 1] < start && start > 0 && IsDash(start - 1) && quoted.Of(content[behind]) >= 0 && quoted.StartingAt(content[behind]) >= 0 && !content[..behind].Exists(i => quoted.Of(i) >= 0);
        // "As recently as a year ago, when speaking of it, she said, “We stay.”": when it was said.
        bool isWhen = behind > 0 && content[behind - 1] < start && Tokens.Form(content[behind] - 1) is "," or ":" && quoted.StartingAt(content[behind]) >= 0 && !content[..behind].Exists(i => quoted.Of(i) >= 0 || tree.HasFeature(i, "VerbForm=Fin")) && content[behind..].TrueForAll(i => quoted.Of(i) >= 0);
        // "One dead in storm; police say boat sank": what a semicolon parts from the speaker is not his.
        bool isParted = behind > 0 && content[behind - 1] < start && Tokens.Form(start - 1) is ";" or ":" && attribution.Source.Tokens is { Count: > 0 } && quoted.Of(start - 1) < 0;
        // "She took in all who came – “we turn nobody away,” Bell said": what the report tells stands before the dash.
        int mark = content[^1] < start ? content.FindIndex(1, i => quoted.StartingAt(i) >= 0) : -1;
        if (mark > 0 && (IsDash(content[mark] - 1) || Tokens.Form(content[mark] - 1) is "-") && !content[..mark].Exists(i => quoted.Of(i) >= 0) && content[mark..].TrueForAll(i => quoted.Of(i) >= 0) && content[mark..].Exists(tree.IsFinite))
        {
            return content[mark..];
        }

        return isLed || isWhen || isParted ? content[behind..] : WithoutOccasion(WithoutHeading(content, cue), attribution, cue);
    }

    // "It was dark, a guard said Monday during the hearing": the phrase right behind the cue tells when it was said.
    private List<int> WithoutOccasion(List<int> content, Attribution attribution, Cue cue)
    {
        int behind = content.FindIndex(i => i > cue.Head), end = End(attribution, cue) + 1;
        bool isPhrase = behind > 0 && content[behind] == end && content[behind - 1] < Start(attribution, cue) && quoted.Of(end) < 0 && Tokens.Tags[end] == UniversalTag.Adp && tree.Lower(end) is "during" or "at" or "in" or "on" or "after" or "before" or "from" or "by";
        return isPhrase && !content[behind..].Exists(i => tree.HasFeature(i, "VerbForm=Fin")) && content[..behind].Exists(i => tree.HasFeature(i, "VerbForm=Fin")) ? content[..behind] : content;
    }

    // "Flood in the valley: dam was open, says clerk": in a headline the words begin behind the matter that a colon sets off.
    private List<int> WithoutHeading(List<int> content, Cue cue)
    {
        bool isTitle = Tokens.Sentences[Tokens.SentenceOf(cue.Head)].Part is Core.Reports.TextPart.Title or Core.Reports.TextPart.Heading && content[^1] < cue.Head;
        int colon = isTitle ? content.FindLastIndex(i => Tokens.Form(i) is ":" && quoted.Of(i) < 0) : -1;
        return colon > 0 && colon + 2 < content.Count && !content[..colon].Exists(i => tree.HasFeature(i, "VerbForm=Fin")) && content[(colon + 1)..].Exists(i => tree.HasFeature(i, "VerbForm=Fin")) ? content[(colon + 1)..] : content;
    }

    // "described the scene to Axis News, “It was dark.”": the words stand in the marks.
    private List<int> OnlyQuoted(List<int> content, Attribution attribution, Cue cue)
    {
        int mark = attribution.Content.Rule is "content.object" or "content.roles" or "content.target" && content[0] > cue.Head ? content.FindIndex(1, i => quoted.StartingAt(i) >= 0) : -1;
        if (mark <= 0 || Tokens.Form(content[mark] - 1) is not ("," or ":") || content[..mark].Exists(i => quoted.Of(i) >= 0 || tree.IsFinite(i)))
        {
            return content;
        }

        int to = content[..mark].FindLast(i => tree.Lower(i) == "to" && Tokens.Tags[i] == UniversalTag.Adp);
        attribution.Addressee = to > 0 && attribution.Addressee < 0 ? content[content.IndexOf(to)..mark].FindLast(i => Tokens.Tags[i] is not UniversalTag.Punct) : attribution.Addressee;
        attribution.Content = attribution.Content with { Rule = "content.quotation" };
        return content[mark..];
    }

    // "Drivers sang, “We stay,” people report": what the people report is that they sang.
    private List<int> WithOtherSpeaker(List<int> content, Attribution attribution, Cue cue)
    {
        if (content[^1] > Start(attribution, cue) || quoted.Of(cue.Head) >= 0)
        {
            return content;
        }

        Attribution? inner = _all.Find(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb } before && before.Head < content[0] && o.Source.Tokens is [var first, ..] && first < before.Head && o.Content.Tokens.SequenceEqual(content)
            && tree.SentenceBounds(before.Head).First == tree.SentenceBounds(cue.Head).First);
        return inner is null || attribution.Source.IsEmpty || attribution.Source.Tokens[0] < content[^1] ? content : [.. Enumerable.Range(inner.Source.Tokens[0], content[^1] - inner.Source.Tokens[0] + 1)];
    }

    // "The man said, “We stay!”” Ada Brown recalled. “He left.”: a sentence of speaker and cue alone behind words in marks hands these on.
    private List<int> OfSentenceBefore(List<int> content, Attribution attribution, Cue cue)
    {
        (int first, int end) = tree.SentenceBounds(cue.Head);
        int sentence = Tokens.SentenceOf(cue.Head);
        bool isAlone = content[0] >= end && Start(attribution, cue) == first && End(attribution, cue) >= end - 2 && attribution.Source.Tokens is { Count: > 0 } source && source[^1] < cue.Head;
        int before = isAlone && sentence > 0 && Tokens.Sentences[sentence - 1].Block == Tokens.Sentences[sentence].Block ? quoted.EndingAt(first - 1) : -1;
        if (before < 0)
        {
            return content;
        }

        return [.. Enumerable.Range(Tokens.Sentences[sentence - 1].FirstToken, first - Tokens.Sentences[sentence - 1].FirstToken)];
    }

    // "After he “took a boat and left,” officials say the crew followed": words in marks before the speaker are his as well.
    private List<int> WithFront(List<int> content, Attribution attribution, Cue cue)
    {
        int start = Start(attribution, cue), first = tree.SentenceBounds(cue.Head).First;
        int q = content[0] > cue.Head && start > first + 2 && attribution.Source.Tokens is { Count: > 0 } source && source[^1] < cue.Head ? quoted.EndingAt(start - 1) : -1;
        bool isFront = q >= 0 && quoted.Ranges[q].First > first && Tokens.Form(start - 2) is "," && tree.Lower(first) is "after" or "when" or "as" or "once" or "before" or "because" or "since" or "while"
            && !_all.Exists(o => !ReferenceEquals(o, attribution) && (o.Cue?.Head is int head && head >= first && head < start || o.Content.Tokens.Exists(i => i >= first && i < start)));
        return isFront ? [.. Enumerable.Range(first, start - first), .. content] : content;
    }

    // "say the crew followed the boat — which turned": a relative clause behind a dash goes on with the thing told of.
    private List<int> WithRelative(List<int> content, Attribution attribution, Cue cue)
    {
        int dash = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End;
        bool isRelative = content[^1] > cue.Head && dash + 2 < end && IsDash(dash) && tree.Lower(dash + 1) is "who" or "which" && quoted.Of(dash) < 0 && quoted.Of(content[^1]) < 0;
        for (int i = dash + 1; isRelative && i < end; i++)
        {
            isRelative = !IsDash(i) && !_all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb or CueKind.Preposition } other && other.Head == i);
        }

        return isRelative ? [.. content, .. Enumerable.Range(dash, end - dash)] : content;
    }

    // "flatly told the Post that it holds": whom it was told where the parse lost it.
    private void Tell(Attribution attribution, List<int> content, Cue cue)
    {
        if (attribution.Addressee >= 0 || cue.Passive || tree.Lemma(cue.Head) != "tell")
        {
            return;
        }

        int next = content.Find(i => i > cue.Head), last = -1;
        foreach (int child in tree.Children(cue.Head))
        {
            bool isHearer = child > cue.Head && child < next && (tree.Is(child, "obj") || tree.Is(child, "iobj")) && Tokens.Tags[child] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Pron;
            attribution.Addressee = isHearer && attribution.Addressee < 0 ? child : attribution.Addressee;
        }

        for (int i = cue.Head + 1; attribution.Addressee < 0 && i < next && next - cue.Head < 6; i++)
        {
            if (Tokens.Tags[i] is not (UniversalTag.Propn or UniversalTag.Det))
            {
                return;
            }

            last = Tokens.Tags[i] == UniversalTag.Propn ? i : last;
        }

        attribution.Addressee = Math.Max(attribution.Addressee, last);
    }

    private bool IsDash(int token) => Tokens.Form(token) is "—" or "–" or "--";
}
