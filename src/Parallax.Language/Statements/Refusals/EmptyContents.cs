using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Stances;

namespace Parallax.Language.Statements.Refusals;

/// <summary>Takes out contents that say nothing for themselves: "the news" beside the words that are the news, half a comparison, adverbs alone, what a speaker thinks inside his own words.</summary>
internal sealed class EmptyContents(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Removes them from the list.</summary>
    public void Apply(List<Attribution> attributions)
    {
        List<Attribution> gone = attributions.FindAll(a => a.Cue is { Kind: CueKind.Verb } cue && (IsMute(a, cue) || IsHalf(a, cue) || IsAnnounced(a, cue, attributions)) || IsNamedTwice(a, attributions) || IsThan(a));
        attributions.RemoveAll(gone.Contains);
    }

    /// <summary>Removes “I think …”, “I want to thank them” inside quotations: whoever is quoted says it. What he does by saying so or tells of having said (“We thank them”, “I told her that …”) stays. To be called before quotations are given to their speakers.</summary>
    public void WithoutQuotedThoughts(List<Attribution> attributions) => attributions.RemoveAll(a => a.Cue is { Kind: CueKind.Verb or CueKind.Adjective } cue && quoted.Of(cue.Head) >= 0
        && a.Source.Tokens is [var who] && lexicon.In("pronouns-first", tree.Lower(who)) && quoted.Of(who) == quoted.Of(cue.Head) && a.Content.Tokens.TrueForAll(i => quoted.Of(i) == quoted.Of(cue.Head))
        && (cue.Has(CueFrames.Attitude) ? !cue.Negated : cue.Kind == CueKind.Verb && !tree.HasFeature(cue.Head, "Tense=Past") && (cue.Negated || a.Content.Tokens[0] < cue.Head || a.Source.Why == "subject shared over xcomp")));

    /// <summary>Removes what a speaker hopes, thinks, welcomes, found out or does not know by his own account ("“I hope he comes,” she said", "said he thought it went well", "“We determined that it leaks”", "said he did not know why", "says he is sure that it holds"): the statement around it says it. To be called once parents are set.</summary>
    /// <param name="attributions">The attributions, changed in place.</param>
    /// <param name="isSame">Whether two sources are the same for the reader.</param>
    public void WithoutOwnThoughts(List<Attribution> attributions, Func<Attribution, Attribution, bool> isSame) =>
        Unspoken.Remove(attributions, [.. attributions.Where(a => a.Cue is { Kind: CueKind.Verb or CueKind.Adjective } cue && a.About is null && a.Parent is { Source.IsEmpty: false } parent && (IsThought(a, cue) || IsSaidNow(a, cue)) && IsOwn(a, cue, parent, isSame))]);

    private bool IsThought(Attribution a, Cue cue) => (cue.Has(CueFrames.Attitude) && (!cue.Negated || quoted.Of(cue.Head) >= 0 || a.Parent?.Content.Rule == Transcripts.Rule)) || lexicon.In("knowing-lemmas", tree.Lemma(cue.Head)) || lexicon.In("siding-lemmas", tree.Lemma(cue.Head)) || tree.Lemma(cue.Head) == "welcome";

    // Whether the speaker of the inner words is that of the outer ones.
    private bool IsOwn(Attribution inner, Cue cue, Attribution outer, Func<Attribution, Attribution, bool> isSame)
    {
        if (inner.Source.Tokens is not [var who])
        {
            return inner.Source.Tokens.SequenceEqual(outer.Source.Tokens);
        }

        // "nine in ten said they thought it unfair": they themselves.
        bool isTheirs = tree.Lower(who) == "they" && outer.Cue is { Kind: CueKind.Verb } above && tree.Is(cue.Anchor, "ccomp") && Tokens.Heads[cue.Anchor] == above.Head && IsMany(linker.Head(outer.Source.Tokens));
        return tree.Lower(who) is "i" or "we" ? (outer.Content.Rule == Transcripts.Rule || quoted.Of(who) >= 0 && outer.Content.Tokens.Exists(i => quoted.Of(i) == quoted.Of(who))) : isTheirs || (tree.Lower(who) is "he" or "she" or "they" && isSame(inner, outer));
    }

    private bool IsMany(int token) => Tokens.Tags[token] == UniversalTag.Num || lexicon.In("share-nouns", tree.Lemma(token)) || (Tokens.Tags[token] == UniversalTag.Noun && tree.HasFeature(token, "Number=Plur"));

    // “We say loudly that it is ours”, “I wonder why it leaks”, “I would like to stress that it holds”, “We urge them to go”: what is said by these very words, where the words around it are that act already; what he said another time stays.
    private bool IsSaidNow(Attribution a, Cue cue)
    {
        bool isPlain = tree.Lemma(cue.Head) is "say" or "tell" or "wonder" || cue is { Kind: CueKind.Verb, Entry: { Stance: Core.Accounts.Stance.Asserts, Lemma: not "ask" }, Passive: false };
        bool isNow = !cue.Negated && a.Source.Tokens is [var who] && tree.Lower(who) is "i" or "we" && (tree.HasFeature(cue.Head, "Tense=Pres") || tree.HasFeature(cue.Head, "VerbForm=Inf")) && tree.Child(cue.Head, "aux", "have") < 0 && tree.Child(cue.Head, "aux", "did") < 0;
        return isNow && (isPlain || a.Parent?.Act is { } act && act == StanceClassifier.Classify(a, tree, lexicon).Stance);
    }

    // "as soon as both agree": no word that could be said.
    private bool IsMute(Attribution attribution, Cue cue) => attribution.Content.Tokens is [var only] && tree.Lower(only) is "it" or "this" or "that" || attribution.Content.Tokens is { Count: > 0 } content && !content.Exists(i => quoted.Of(i) >= 0 && quoted.Of(cue.Head) < 0)
        && content.TrueForAll(i => Tokens.Tags[i] is UniversalTag.Adv or UniversalTag.Adp or UniversalTag.Sconj or UniversalTag.Part or UniversalTag.Punct or UniversalTag.Det or UniversalTag.Cconj);

    // "higher than what is predicted to come", "ten times as many as they had reported": the other half of a comparison.
    private bool IsHalf(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens;
        if (content.Count > 0 && tree.Lower(content[0]) == "than" && quoted.Of(content[0]) < 0)
        {
            return true;
        }

        int mark = tree.Is(cue.Anchor, "advcl") ? tree.Child(cue.Anchor, "mark", "as") : -1;
        bool isCompared = false;
        foreach (int child in tree.Children(cue.Anchor))
        {
            // "as many cases as they had": the parser may hang both on the verb.
            isCompared |= mark >= 0 && child > mark && tree.Is(child, "mark") && tree.Lower(child) == "as" && Tokens.Form(child - 1) is not ",";
        }

        for (int i = mark - 1; i >= mark - 5 && i > 0 && mark > 0 && mark < cue.Head; i--)
        {
            isCompared |= tree.Lower(i) is "as" or "same" or "such" && Tokens.Tags[i] is UniversalTag.Adv or UniversalTag.Adj or UniversalTag.Adp or UniversalTag.Det && Tokens.Form(i + 1) is not ",";
        }

        return isCompared && content.Count > 0 && content[^1] < cue.Head && Tokens.Form(mark - 1) is not ",";
    }

    // "said there was no other conclusion than that it leaks": half of what the one around it tells.
    private bool IsThan(Attribution attribution) => attribution is { Cue.Kind: CueKind.Noun, Source.IsEmpty: true, Content.Tokens: { Count: > 0 } content } && tree.Lower(content[0]) == "than" && quoted.Of(content[0]) < 0;

    // "told the Herald in a statement that it holds": the noun only says where.
    private static bool IsNamedTwice(Attribution attribution, List<Attribution> all) => attribution is { Cue: { Kind: CueKind.Noun } noun, Source.IsEmpty: true, Content.Tokens: { Count: > 0 } content }
        && all.Exists(o => o.Cue is { Kind: CueKind.Verb } verb && verb.Head < noun.Head && !o.Source.IsEmpty && o.Content.Tokens is { Count: > 0 } other && other[0] == content[0] && other[^1] == content[^1]);

    // "announced the news on Monday, writing, “It is so.”": the words behind are the news.
    private bool IsAnnounced(Attribution attribution, Cue cue, List<Attribution> all)
    {
        List<int> content = attribution.Content.Tokens;
        bool isBare = content.Count is 1 or 2 && Tokens.Tags[content[^1]] == UniversalTag.Noun && lexicon.In("news-nouns", tree.Lemma(content[^1])) && (content.Count == 1 || Tokens.Tags[content[0]] is UniversalTag.Det or UniversalTag.Pron) && quoted.Of(content[0]) < 0;
        return isBare && attribution.Source.Tokens is { Count: > 0 } source && all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { } other && other.Head > cue.Head && Tokens.SentenceOf(other.Head) == Tokens.SentenceOf(cue.Head)
            && o.Source.Tokens is { Count: > 0 } speaker && linker.Head(speaker) == linker.Head(source));
    }
}
