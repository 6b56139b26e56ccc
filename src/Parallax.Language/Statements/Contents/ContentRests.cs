using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Contents;

/// <summary>Gives contents what was cut from their edges: phrases and clauses before them, the next verb, the reason, the second half of a pair, the noun that the cue swallowed.</summary>
internal sealed class ContentRests(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Linker linker)
{
    private List<Attribution> _all = [];

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes contents, and cues that hold words of their contents, in place.</summary>
    public void Apply(List<Attribution> attributions)
    {
        _all = attributions;
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is not { } cue || attribution.Content.Tokens is not { Count: > 1 } content)
            {
                continue;
            }

            List<int> whole = content;
            if (cue.Kind == CueKind.Preposition)
            {
                whole = WithVerbBehind(WithPhraseBefore(whole, attribution, cue), attribution, cue);
            }
            else if (cue.Kind == CueKind.Verb)
            {
                whole = AsTold(WithVerb(WithNoun(whole, cue), cue), attribution, cue);
                whole = OfClauseBehind(whole, attribution, cue);
                whole = WithReason(WithThats(WithNextVerb(WithPair(whole, cue), attribution, cue), attribution, cue), attribution, cue);
                whole = WithShareOf(whole, attribution, cue);
                whole = WithClauseBefore(whole, attribution, cue);
                whole = WithLeadingPhrase(WithPhraseBehind(whole, attribution, cue), attribution, cue);
            }

            if (!ReferenceEquals(whole, content))
            {
                attribution.Content = attribution.Content with { Tokens = linker.Trim(whole, cue) };
            }
        }
    }

    // "According to the mayor, as of May, the port is shut": the phrase between belongs to the words.
    private List<int> WithPhraseBefore(List<int> content, Attribution attribution, Cue cue)
    {
        int from = attribution.Source.Tokens is [.., var last] && last > cue.Head ? last + 1 : -1, first = content[0];
        bool isBetween = from > 0 && first > from + 2 && first - from < 10 && cue.Tokens[0] == tree.SentenceBounds(cue.Head).First && Tokens.Form(from) is "," && Tokens.Form(first - 1) is "," && quoted.Of(first) == quoted.Of(from);
        for (int i = from + 1; isBetween && i < first - 1; i++)
        {
            isBetween = Tokens.Tags[i] is not (UniversalTag.Verb or UniversalTag.Aux) && Tokens.Form(i) is not "," && !InOther(i, attribution);
        }

        return isBetween && tree.Lower(from + 1) is not ("who" or "which") && Tokens.Tags[from + 1] is UniversalTag.Adp or UniversalTag.Sconj ? [.. Enumerable.Range(from + 1, first - from - 1), .. content] : content;
    }

    // "Lund took the post, according to the Herald, and is moving there": between commas the phrase stands inside its words.
    private List<int> WithVerbBehind(List<int> content, Attribution attribution, Cue cue)
    {
        int end = tree.SentenceBounds(cue.Head).End, joint = attribution.Source.Tokens is [.., var last] && last > cue.Head && content[^1] < cue.Tokens[0] ? last + 2 : end;
        bool isInside = joint + 1 < end && Tokens.Form(joint - 1) is "," && Tokens.Form(cue.Tokens[0] - 1) is "," && tree.Lower(joint) is "and" or "but" && quoted.Of(joint) < 0 && quoted.Of(cue.Head) < 0;
        int verb = isInside ? Tokens.Heads[joint] : -1;
        bool goesOn = verb > joint && tree.Is(verb, "conj") && content.BinarySearch(Tokens.Heads[verb]) >= 0 && IsTelling(Tokens.Heads[verb]) && IsTelling(verb) && tree.Child(verb, "nsubj") < 0;
        List<int> rest = goesOn ? tree.Yield(verb).FindAll(i => i >= joint) : [];
        return rest.Count > 2 && rest[0] == joint && !rest.Exists(i => _all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: not CueKind.Adverb } other && other.Tokens.Contains(i))) ? [.. content, .. rest] : content;
    }

    private bool IsTelling(int verb) => tree.IsFinite(verb) || tree.Child(verb, "aux") >= 0;

    // "After two hours, he said, the crew gave up": between commas the speaker stands inside his words, and what stands before him belongs to them.
    private List<int> WithLeadingPhrase(List<int> content, Attribution attribution, Cue cue)
    {
        int first = tree.SentenceBounds(cue.Head).First, start = attribution.Source.Tokens is [var opening, ..] ? Math.Min(opening, cue.Tokens[0]) : -1;
        int behind = attribution.Source.Tokens is [.., var last] ? Math.Max(last, cue.Tokens[^1]) + 1 : -1;
        bool isInserted = start > first + 2 && content[0] == behind + 1 && Tokens.Form(start - 1) is "," && Tokens.Form(behind) is "," && Tokens.Tags[first] == UniversalTag.Adp && quoted.Of(first) < 0 && quoted.Of(content[0]) < 0;
        int noun = isInserted ? Tokens.Heads[first] : -1;
        isInserted &= noun > first && noun < start && tree.Is(first, "case") && !lexicon.In("joining-nouns", tree.Lemma(noun)) && tree.Yield(noun)[0] == first;
        for (int i = first; isInserted && i < start - 1; i++)
        {
            isInserted = !tree.IsFinite(i) && Tokens.Form(i) is not "," && !InOther(i, attribution);
        }

        return isInserted ? [.. Enumerable.Range(first, start - 1 - first), .. content] : content;
    }

    // "they were told to stay inside until further notice, she said"; "drawn after the arrest, meaning he could have been drunk": hung on the cue, or on nothing of the content.
    private List<int> WithPhraseBehind(List<int> content, Attribution attribution, Cue cue)
    {
        int next = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End;
        if (next + 2 >= end || quoted.Of(next) != quoted.Of(content[^1]) || !content.Exists(i => Tokens.Tags[i] == UniversalTag.Verb))
        {
            return content;
        }

        bool isLimit = tree.Lower(next) == "until" && tree.Is(next, "case") && content[^1] != cue.Tokens[0] - 1;
        bool isMeant = !isLimit && content[0] > cue.Head && Tokens.Form(next) is "," && tree.Lower(next + 1) == "meaning" && Tokens.Tags[next + 1] == UniversalTag.Verb && tree.Child(next + 1, "ccomp") >= 0;
        List<int> rest = isLimit && Tokens.Heads[next] > next ? tree.Yield(Tokens.Heads[next]) : isMeant ? [next, .. tree.Yield(next + 1)] : [];
        bool belongs = rest.Count > 1 && rest[0] == next && rest[1] == next + 1 && rest[^1] - next == rest.Count - 1;
        return belongs && !rest.Exists(i => attribution.Source.Tokens.BinarySearch(i) >= 0 || cue.Tokens.Contains(i) || InOther(i, attribution)) ? [.. content, .. rest] : content;
    }

    // "proposed a study to see whether it holds": the network may take the noun for a part of the cue.
    private List<int> WithNoun(List<int> content, Cue cue)
    {
        int thing = cue.Passive || !cue.Has(CueFrames.Object) || cue.Tokens[^1] <= cue.Head ? -1 : tree.Child(cue.Head, "obj");
        if (thing < cue.Head || !cue.Tokens.Contains(thing) || content[0] != cue.Tokens[^1] + 1 || lexicon.In("message-nouns", tree.Lemma(thing)) || lexicon.In("occasion-nouns", tree.Lemma(thing)) || !lexicon.Find(CueKind.Noun, tree.Lemma(thing)).IsEmpty
            || Tokens.Tags[thing] != UniversalTag.Noun || lexicon.NounKind(tree.Lemma(thing)) is not null)
        {
            return content;
        }

        int start = tree.Yield(thing)[0];
        List<int> moved = cue.Tokens.FindAll(i => i >= start);
        if (start <= cue.Head || !moved.Exists(i => i > thing))
        {
            return content;
        }

        cue.Tokens.RemoveAll(i => i >= start);
        return [.. moved, .. content];
    }

    // "As Brown explained it to us, the dam holds": "it" stands for the sentence.
    private List<int> AsTold(List<int> content, Attribution attribution, Cue cue)
    {
        int main = content is [var it] && tree.Lower(it) == "it" && tree.Is(cue.Anchor, "advcl") && tree.Child(cue.Anchor, "mark", "as") >= 0 ? Tokens.Heads[cue.Anchor] : -1;
        List<int> clause = main > cue.Head ? tree.Yield(main, cue.Anchor) : [];
        return clause.Count > 2 && clause[0] > cue.Head && !attribution.Source.Tokens.Exists(i => clause.BinarySearch(i) >= 0) ? clause : content;
    }

    // "said in the letter this case shows that it holds": a verb that has its own subject is no part of the cue.
    private List<int> WithVerb(List<int> content, Cue cue)
    {
        int verb = cue.Tokens.Find(i => i > cue.Head && Tokens.Tags[i] == UniversalTag.Verb && tree.IsFinite(i) && tree.Child(i, "nsubj") is int own && own > cue.Head && own < i && cue.Tokens.Contains(own));
        int start = verb <= 0 ? -1 : tree.Yield(tree.Child(verb, "nsubj"))[0];
        if (start <= cue.Head || content[0] != cue.Tokens[^1] + 1 || cue.IsQuotedAs)
        {
            return content;
        }

        List<int> moved = [.. Enumerable.Range(start, cue.Tokens[^1] - start + 1)];
        cue.Tokens.RemoveAll(i => i >= start);
        return [.. moved, .. content];
    }

    // "says that it leaks, that it is old, and that nobody cares": a row of clauses.
    private List<int> WithThats(List<int> content, Attribution attribution, Cue cue)
    {
        bool isRow = content[0] > cue.Head && tree.Lower(content[0]) == "that" && tree.Is(content[0], "mark") && quoted.Of(content[0]) < 0;
        int end = tree.SentenceBounds(cue.Head).End;
        for (int steps = 0; isRow && steps < 4; steps++)
        {
            int joint = content[^1] + 1, that = joint;
            while (that < end && that < joint + 2 && (Tokens.Form(that) is "," || tree.Lower(that) is "and" or "but"))
            {
                that++;
            }

            int clause = that > joint && that + 2 < end && tree.Lower(that) == "that" && tree.Is(that, "mark") ? Tokens.Heads[that] : -1;
            List<int> rest = clause > that && !_all.Exists(o => !ReferenceEquals(o, attribution) && o.Content.Tokens.BinarySearch(that) >= 0) ? tree.Yield(clause).FindAll(i => i >= that) : [];
            if (rest.Count < 3 || rest[0] != that || !tree.Is(clause, "conj") && !tree.Is(clause, "ccomp") && !tree.Is(clause, "parataxis"))
            {
                break;
            }

            content = [.. content, .. Enumerable.Range(joint, that - joint), .. rest];
        }

        return content;
    }

    // "On the old dam, she said the port knew": a phrase before the speaker is not all of what is said where a clause stands behind the cue.
    private List<int> OfClauseBehind(List<int> content, Attribution attribution, Cue cue)
    {
        int clause = tree.Child(cue.Anchor, "ccomp"), start = attribution.Source.Tokens is [var first, ..] ? Math.Min(first, cue.Tokens[0]) : cue.Tokens[0];
        bool isPhrase = clause > cue.Head && content[^1] < start && quoted.Of(cue.Head) < 0 && content[0] == tree.SentenceBounds(cue.Head).First && !content.Exists(tree.IsFinite) && tree.Is(linker.Head(content), "obl");
        if (!isPhrase)
        {
            return content;
        }

        List<int> behind = [];
        foreach (int child in tree.Children(cue.Anchor))
        {
            behind.AddRange(child > cue.Head && tree.Is(child, "ccomp") ? tree.Yield(child) : []);
        }

        return [.. behind.Where(i => i > cue.Tokens[^1]).Distinct().Order()];
    }

    // "It is expected that the storm will form in the west, then travel east": the next verb has the same subject.
    private List<int> WithNextVerb(List<int> content, Attribution attribution, Cue cue)
    {
        int comma = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End, then = comma + 1;
        bool opens = content[0] > cue.Head && comma + 2 < end && Tokens.Form(comma) is "," && quoted.Of(comma) == quoted.Of(content[^1]) && tree.Lower(then) == "then";
        int verb = opens ? Tokens.Heads[then] : -1;
        bool isNext = verb > then && Tokens.Tags[verb] == UniversalTag.Verb && tree.Child(verb, "nsubj") < 0 && content.BinarySearch(Tokens.Heads[verb]) >= 0 && tree.HasFeature(verb, "VerbForm=Inf") == tree.HasFeature(Tokens.Heads[verb], "VerbForm=Inf");
        return isNext ? With(content, tree.Yield(verb), comma, attribution) : content;
    }

    // "explained that he stayed, because the storm was near": the reason belongs to what was said.
    private List<int> WithReason(List<int> content, Attribution attribution, Cue cue)
    {
        int comma = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End;
        bool opens = content[0] > cue.Head && comma + 3 < end && Tokens.Form(comma) is "," && tree.Lower(comma + 1) == "because" && quoted.Of(comma) < 0 && quoted.Of(cue.Head) < 0 && content.Exists(tree.IsFinite);
        int verb = opens && tree.Is(comma + 1, "mark") ? Tokens.Heads[comma + 1] : -1;
        return verb > comma && (content.BinarySearch(Tokens.Heads[verb]) >= 0 || cue.Tokens.Contains(Tokens.Heads[verb])) ? With(content, tree.Yield(verb), comma, attribution) : content;
    }

    // "advises that the earlier they come, the sooner they leave": one half says nothing.
    private List<int> WithPair(List<int> content, Cue cue)
    {
        int comma = content[^1] + 1, end = tree.SentenceBounds(cue.Head).End;
        int first = content[0] > cue.Head && tree.Lower(content[0]) == "that" ? content[1] : content[0];
        bool isPair = content[0] > cue.Head && comma + 3 < end && Tokens.Form(comma) is "," && IsCompared(first) && IsCompared(comma + 1);
        while (isPair && Tokens.Tags[end - 1] == UniversalTag.Punct)
        {
            end--;
        }

        return isPair ? [.. content, .. Enumerable.Range(comma, end - comma)] : content;
    }

    private bool IsCompared(int token) => tree.Lower(token) == "the" && token + 1 < Tokens.Count && (tree.HasFeature(token + 1, "Degree=Cmp") || tree.Lower(token + 1) is "more" or "less");

    // "Of the clerks who stayed, the poll found that a third are ill": of whom it is a third.
    private List<int> WithShareOf(List<int> content, Attribution attribution, Cue cue)
    {
        int first = tree.SentenceBounds(cue.Head).First, start = attribution.Source.Tokens is [var speaker, ..] ? Math.Min(speaker, cue.Tokens[0]) : -1;
        bool isShare = content[0] > cue.Head && start > first + 3 && tree.Lower(first) is "of" or "among" && Tokens.Form(start - 1) is "," && content.Take(5).Any(i => Tokens.Tags[i] == UniversalTag.Num || tree.Lower(i) is "half" or "most" or "third" or "quarter" or "none" or "many");
        for (int i = first; isShare && i < start; i++)
        {
            isShare = quoted.Of(i) < 0 && !InOther(i, attribution);
        }

        return isShare ? [.. Enumerable.Range(first, start - 1 - first), .. content] : content;
    }

    // "While the town grew, the port may be in for a loss, said Ada Brown": the clause that opens the sentence hangs on the words.
    private List<int> WithClauseBefore(List<int> content, Attribution attribution, Cue cue)
    {
        int first = tree.SentenceBounds(cue.Head).First, start = content[0];
        bool opens = content[^1] < cue.Head && start > first + 3 && Tokens.Form(start - 1) is "," && quoted.Of(start) < 0 && tree.Lower(first) is "while" or "although" or "though" or "if" or "because" or "unless" or "since" or "once" or "as" && tree.Is(first, "mark");
        int clause = opens ? Tokens.Heads[first] : -1;
        bool belongs = clause > first && clause < start && tree.Is(clause, "advcl") && content.BinarySearch(Tokens.Heads[clause]) >= 0 && tree.Yield(clause) is { Count: > 2 } before && before[0] == first && before[^1] <= start - 1;
        for (int i = first; belongs && i < start; i++)
        {
            belongs = quoted.Of(i) < 0 && !_all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb or CueKind.Preposition } other && other.Head == i && other.Has(CueFrames.Clause));
        }

        return belongs ? [.. Enumerable.Range(first, start - first), .. content] : content;
    }

    private static List<int> With(List<int> content, List<int> rest, int from, Attribution attribution)
    {
        List<int> behind = rest.FindAll(i => i > from);
        return behind.Count > 1 && behind[0] == from + 1 && !behind.Exists(i => attribution.Source.Tokens.BinarySearch(i) >= 0) ? [.. content, from, .. behind] : content;
    }

    private bool InOther(int token, Attribution attribution) => _all.Exists(o => !ReferenceEquals(o, attribution) && (o.Cue?.Tokens.Contains(token) == true || o.Source.Tokens.BinarySearch(token) >= 0));
}
