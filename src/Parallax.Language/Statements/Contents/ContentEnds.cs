using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Contents;

/// <summary>Ends contents where the report goes on: what the speaker does next, what is told of a thing that he named, what he answered to; and gives a named thing what a date parted from it.</summary>
internal sealed class ContentEnds(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    // "her promise, she told the hall, to stay": what may stand between.
    private const int MaxInserted = 6;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes contents, and cues that hold a word of their content, in place.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is { Kind: CueKind.Noun } noun && BesideNoun(attribution.Content.Tokens, attribution, noun) is > 0 and var before)
            {
                attribution.Content = attribution.Content with { Tokens = attribution.Content.Tokens[..before] };
            }

            if (attribution.Cue is { Kind: CueKind.Noun } promise && BehindVerb(attribution.Content.Tokens, promise) is > 0 and var gap)
            {
                attribution.Content = attribution.Content with { Tokens = attribution.Content.Tokens[..gap] };
            }

            if (attribution.Cue is not { Kind: CueKind.Verb } cue || attribution.Content.Tokens is not { Count: > 0 } content)
            {
                continue;
            }

            if (cue.Passive && content[0] < cue.Head && cue.Entry?.Stance == Core.Accounts.Stance.Accuses && content.FindIndex(i => i > cue.Head) is var behind and > 0 && Described(content[behind..], cue) is var told and > 0)
            {
                // "is accused of a leak, which could mean years in jail": what the report tells of it
                attribution.Content = attribution.Content with { Tokens = content = linker.Trim(content[..(behind + told)], cue) };
            }

            List<int> kept = WithPreposition(content, attribution, cue);
            if (content[0] > cue.Head && quoted.Of(cue.Head) == quoted.Of(content[^1]))
            {
                bool isThing = IsThing(kept, attribution, cue);
                int end = Answered(kept);
                end = end < 0 ? Called(kept) : end;
                end = end < 0 ? Next(kept, cue, isThing) : end;
                end = end < 0 && isThing ? Meanwhile(kept, cue) : end;
                end = end < 0 && isThing ? Described(kept, cue) : end;
                kept = end > 0 ? kept[..end] : isThing ? WithParted(kept, cue) : kept;
            }

            if (!ReferenceEquals(kept, content) && linker.Trim(kept, cue) is { Count: > 0 } trimmed)
            {
                attribution.Content = attribution.Content with { Tokens = trimmed };
            }
        }
    }

    // The content is a noun with what belongs to it, and no clause of the cue.
    private bool IsThing(List<int> content, Attribution attribution, Cue cue) => attribution.Content.Rule is "content.object" or "content.target" or "content.roles" or "content.phrase" or "content.infinitive"
        && tree.Child(cue.Anchor, "ccomp") < 0 && !content.Exists(i => tree.Is(i, "ccomp") && Tokens.Heads[i] == cue.Head) && !(tree.Lower(content[0]) == "that" && tree.Is(content[0], "mark"));

    // "Lund's call for a curb on cars and his loud words on trams": what has an owner of its own stands beside the call.
    private int BesideNoun(List<int> content, Attribution attribution, Cue noun)
    {
        int at = attribution.Source.Tokens.Count == 0 || quoted.Of(noun.Head) >= 0 || content.Exists(tree.IsFinite) && !content.Exists(i => tree.IsFinite(i) && tree.Is(i, "acl")) ? -1 : content.FindIndex(1, i => Tokens.Tags[i] == UniversalTag.Cconj && i > noun.Head && tree.Lower(i + 1) is "his" or "her" or "their" or "its"
            && Tokens.Heads[i + 1] is var thing && Tokens.Tags[thing] == UniversalTag.Noun && Tokens.Relations[i + 1] == "nmod:poss" && tree.Is(thing, "conj") && (lexicon.Find(CueKind.Noun, tree.Lemma(thing)) is { IsEmpty: false } || lexicon.In("wording-nouns", tree.Lemma(thing))));
        return at;
    }

    // "while her promise to stay calm has pleased many, she gave what they had hoped to hear": behind a verb that is nobody's cue stands what the report tells.
    private int BehindVerb(List<int> content, Cue noun)
    {
        for (int k = 1; k < content.Count; k++)
        {
            int from = content[k - 1] + 1, to = content[k];
            bool isFar = from > noun.Head && to - from > MaxInserted && Tokens.SentenceOf(from) == Tokens.SentenceOf(to) && quoted.Of(from) < 0 && quoted.Of(to) < 0 && quoted.Of(noun.Head) < 0;
            if (isFar && Enumerable.Range(from, to - from).Any(i => tree.IsFinite(i) && lexicon.Find(CueKind.Verb, tree.Lemma(i)).IsEmpty))
            {
                return k;
            }
        }

        return -1;
    }

    // "a step that the firm has blamed for losses": the preposition belongs to the words where their object stands before.
    private List<int> WithPreposition(List<int> content, Attribution attribution, Cue cue)
    {
        int last = cue.Tokens[^1], at = content.BinarySearch(last + 1);
        if (attribution.Content.Rule != "content.target" || last <= cue.Head || at <= 0 || content[at - 1] > cue.Head || tree.Lower(last) is not ("for" or "of" or "on"))
        {
            return content;
        }

        cue.Tokens.RemoveAt(cue.Tokens.Count - 1);
        return [.. content[..at], last, .. content[at..]];
    }

    // "said it is so in response to a question": what was answered.
    private int Answered(List<int> content)
    {
        int at = content.FindLastIndex(i => tree.Lower(i) == "in" && i + 2 < Tokens.Count && tree.Lower(i + 1) is "response" or "reply" or "answer" && tree.Lower(i + 2) == "to" && quoted.Of(i) < 0 && IsAsked(i + 2));
        return at > 1 && !content[at..].Exists(i => tree.IsFinite(i) || quoted.Of(i) >= 0) && content[..at].Exists(tree.IsFinite) ? at : -1;
    }

    private bool IsAsked(int to)
    {
        int noun = Tokens.Heads[to];
        return noun > to && lexicon.In("asked-nouns", tree.Lemma(noun));
    }

    // "asked the court to stay it, a request that a judge denied": the report's name for what was said.
    private int Called(List<int> content)
    {
        int at = content.FindIndex(1, i => Tokens.Form(i) is "," && i + 3 < Tokens.Count && tree.Lower(i + 1) is "a" or "an" && quoted.Of(i) < 0);
        if (at < 1 || content[at] + 1 != content[Math.Min(at + 1, content.Count - 1)])
        {
            return -1;
        }

        for (int i = content[at] + 2; i < content[at] + 5 && i + 1 < Tokens.Count; i++)
        {
            if (Tokens.Tags[i] == UniversalTag.Noun && tree.Lower(i + 1) is "that" or "which" && tree.Is(i, "appos"))
            {
                return lexicon.In("said-nouns", tree.Lemma(i)) ? at : -1;
            }
        }

        return -1;
    }

    // "disputed the bill or taken it back", "cite the firm for it, and even the port stays away", "challenged opinions that it holds, and won": the next verb.
    private int Next(List<int> content, Cue cue, bool isThing)
    {
        for (int k = 1; k + 1 < content.Count; k++)
        {
            int joint = content[k];
            if (Tokens.Tags[joint] != UniversalTag.Cconj || quoted.Of(joint) >= 0)
            {
                continue;
            }

            int verb = Tokens.Heads[joint];
            bool isOwn = verb > joint && tree.Is(verb, "conj") && (Tokens.Heads[verb] == cue.Head || Tokens.Heads[verb] == cue.Anchor) && Tokens.Tags[verb] == UniversalTag.Verb && (tree.Child(verb, "nsubj") > joint ? Tokens.Form(joint - 1) is "," && tree.Lower(tree.Child(verb, "nsubj")) is not ("who" or "which" or "that") : IsLike(verb, cue.Head) && IsRightBehind(verb, joint));
            bool isParted = Tokens.Form(joint - 1) is "," && joint + 1 < Tokens.Count && Tokens.Tags[joint + 1] == UniversalTag.Verb && tree.IsFinite(joint + 1) && tree.HasFeature(joint + 1, "Tense=Past") && tree.HasFeature(cue.Head, "Tense=Past") && tree.Child(joint + 1, "nsubj") < 0;
            if (isThing ? isOwn || isParted || IsOtherName(joint, cue) : isOwn && Tokens.Form(joint - 1) is "," && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "aux") < 0 && tree.IsFinite(verb) && tree.HasFeature(cue.Head, "Tense=Past") && tree.HasFeature(verb, "Tense=Past") && content[..k].Exists(tree.IsFinite))
            {
                return k;
            }
        }

        return -1;
    }

    // "rejects the bill even as he signs it": what the speaker does beside.
    private int Meanwhile(List<int> content, Cue cue)
    {
        int at = content.FindIndex(1, i => tree.Lower(i) is "as" or "while" or "though" or "although" && tree.Is(i, "mark") && quoted.Of(i) < 0 && Tokens.Heads[i] is int verb && verb > i && tree.Is(verb, "advcl") && tree.IsFinite(verb) && Tokens.Heads[verb] == cue.Head && tree.Child(verb, "nsubj") is int who && who > i && tree.Lower(who) is "he" or "she" or "they" or "it");
        return at > 1 && tree.Lower(content[at - 1]) == "even" ? at - 1 : at;
    }

    // In the same form as the cue: "has disputed it or taken it back"; or each with an auxiliary of its own: "was hoping for more and will have to wait".
    private bool IsLike(int verb, int cue) => (tree.Child(verb, "aux") is int will && will >= 0 && will < verb && tree.HasFeature(will, "VerbForm=Fin") && tree.Child(cue, "aux") is int was && was >= 0 && tree.HasFeature(was, "VerbForm=Fin"))
        || (tree.IsFinite(verb) == tree.IsFinite(cue) && tree.Lower(verb).EndsWith("ing", StringComparison.Ordinal) == tree.Lower(cue).EndsWith("ing", StringComparison.Ordinal));

    private bool IsRightBehind(int verb, int joint)
    {
        for (int i = joint + 1; i < verb; i++)
        {
            if (Tokens.Tags[i] is not (UniversalTag.Adv or UniversalTag.Aux or UniversalTag.Part))
            {
                return false;
            }
        }

        return true;
    }

    // "Ada Brown, who admitted to theft, and Ben Lund, who fled": the next of a row of persons.
    private bool IsOtherName(int joint, Cue cue)
    {
        int who = tree.Is(cue.Anchor, "acl") ? Tokens.Heads[cue.Anchor] : -1;
        return who >= 0 && who < cue.Head && Tokens.Tags[who] == UniversalTag.Propn && Tokens.Form(joint - 1) is "," && Enumerable.Range(joint + 1, 4).Any(i => i < Tokens.Count && IsPerson(i) && Enumerable.Range(joint + 1, i - joint - 1).All(t => Tokens.Tags[t] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Det));
    }

    private bool IsPerson(int token)
    {
        foreach (NameMention name in names.Overlapping(Tokens.Span(token)))
        {
            return name.Kind == NameKind.Person && name.FirstToken == token;
        }

        return false;
    }

    // "defended her leaving the club, which she had joined in May": what the report tells of the thing named.
    private int Described(List<int> content, Cue cue)
    {
        int at = content.FindLastIndex(i => Tokens.Form(i) is "," && i + 2 < Tokens.Count && tree.Lower(i + 1) is "which" or "who" && quoted.Of(i) < 0);
        if (at > 0 && tree.Lemma(cue.Head) is "expect" && content.Exists(i => i > content[at] && tree.Lower(i) == "to" && tree.Is(i, "mark") && Tokens.Form(i - 1) is ","))
        {
            // "expects the toll, which is high, to rise": what is expected of it.
            return -1;
        }

        int relative = at < 1 || at + 2 >= content.Count ? -1 : Tokens.Heads[content[at] + 1];
        while (relative > content[Math.Max(at, 0)] && !tree.Is(relative, "acl") && Tokens.Heads[relative] > content[at])
        {
            relative = Tokens.Heads[relative];
        }

        return !content.Exists(i => i > content[Math.Max(at, 0)] && !lexicon.Find(CueKind.Adverb, tree.Lemma(i)).IsEmpty) && relative > cue.Head && tree.Is(relative, "acl") && tree.Yield(relative)[^1] >= content[^1] && !content[(at + 1)..].Exists(i => quoted.Of(i) >= 0) ? at : -1;
    }

    // "announced changes Monday to the rules", "announced plans Monday to close": the date stands between the noun and what belongs to it.
    private List<int> WithParted(List<int> content, Cue cue)
    {
        int end = tree.SentenceBounds(cue.Head).End, time = content[^1] + 1, behind = time + 1;
        bool isParted = behind + 1 < end && Tokens.Tags[content[^1]] == UniversalTag.Noun && lexicon.In("time-nouns", tree.Lower(time)) && quoted.Of(time) == quoted.Of(content[^1]) && tree.Lower(behind) is "to" or "of" or "for";
        int head = isParted ? Tokens.Heads[behind] : -1;
        bool isNoun = isParted && tree.Is(behind, "case") && head > behind && Tokens.Tags[head] is UniversalTag.Noun or UniversalTag.Propn && (tree.Is(head, "obl") || tree.Is(head, "nmod")) && !IsPerson(head) && lexicon.NounKind(tree.Lemma(head)) is null && !lexicon.IsGroup(tree.Lower(head));
        bool isVerb = isParted && tree.Is(behind, "mark") && head > behind && Tokens.Tags[head] == UniversalTag.Verb && lexicon.In("plan-nouns", tree.Lemma(content[^1]));
        List<int> rest = isNoun || isVerb ? tree.Yield(head) : [];
        return rest.Count > 1 && rest[0] == behind ? [.. content, .. rest] : content;
    }
}
