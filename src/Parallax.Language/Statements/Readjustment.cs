using Parallax.Core.Layers;

namespace Parallax.Language.Statements;

/// <summary>Mends, once network and structure are brought together, sources and contents that run into the clause beside them.</summary>
internal sealed class Readjustment(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes the attributions in place, in their order.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is not { } cue || attribution.Source.Tokens is not { Count: > 0 } source)
            {
                continue;
            }

            attribution.Source = attribution.Source with { Tokens = WithWholeName(WithoutPhrase(WithoutOpening(source, cue)), attribution) };
            GoOn(attributions, attribution, cue);
        }

        foreach (Attribution attribution in attributions)
        {
            attribution.Content = attribution.Content with { Tokens = WithoutNextClause(attribution) };
        }
    }

    // "Praising the deal with the port Ada Brown said": without a comma the object of the opening participle runs into the name of the speaker.
    private List<int> WithoutOpening(List<int> source, Cue cue)
    {
        int opening = source[0] - 1, head = source[^1];
        bool opens = opening >= 0 && opening == tree.SentenceBounds(cue.Head).First && (tree.HasFeature(opening, "VerbForm=Ger") || (tree.HasFeature(opening, "VerbForm=Part") && tree.HasFeature(opening, "Tense=Pres"))) && source[^1] < cue.Head;
        while (opens && tree.Is(head, "flat") && source.BinarySearch(Tokens.Heads[head]) >= 0)
        {
            head = Tokens.Heads[head];
        }

        bool isName = opens && head > source[0] && tree.Is(head, "nmod") && Tokens.Tags[head] == UniversalTag.Propn && tree.CaseOf(head).Length == 0;
        return isName ? source.FindAll(i => i >= head) : source;
    }

    // "the mayor for the first time": when it was said.
    private List<int> WithoutPhrase(List<int> source)
    {
        int marker = source.Count > 2 && lexicon.In("time-nouns", tree.Lemma(source[^1])) ? source.FindLastIndex(i => Tokens.Tags[i] == UniversalTag.Adp) : -1;
        bool isTime = marker > 0 && tree.Lower(source[marker]) is "for" or "on" or "in" or "at" or "during" && source[^1] - source[marker] < 4;
        return isTime && linker.Head(source) < source[marker] ? source[..marker] : source;
    }

    // A name that the parser broke is taken whole.
    private List<int> WithWholeName(List<int> source, Attribution attribution)
    {
        int last = source[^1];
        foreach (NameMention name in names.Overlapping(Tokens.Span(last)))
        {
            bool isBroken = name.Kind == NameKind.Person && name.FirstToken <= last && name.EndToken > last + 1 && source.BinarySearch(name.FirstToken) >= 0;
            for (int i = last + 1; isBroken && i < name.EndToken; i++)
            {
                isBroken = !attribution.Cue!.Tokens.Contains(i) && attribution.Content.Tokens.BinarySearch(i) < 0;
            }

            if (isBroken)
            {
                return [.. source, .. Enumerable.Range(last + 1, name.EndToken - last - 1)];
            }
        }

        return source;
    }

    // "The talks come after the mayor admitted the loss, but claimed …": talks do not speak; who spoke before the conjunction goes on.
    private void GoOn(List<Attribution> all, Attribution attribution, Cue cue)
    {
        int head = linker.Head(attribution.Source.Tokens);
        bool isThing = attribution.Source.Why == "subject shared over conj" && Tokens.Tags[head] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(head)) is null && !lexicon.IsGroup(tree.Lower(head));
        if (!isThing)
        {
            return;
        }

        Attribution? before = all.FindLast(o => o.Cue is { Kind: CueKind.Verb } verb && tree.IsFinite(verb.Head) && verb.Head > head && verb.Head < cue.Head && Tokens.SentenceOf(verb.Head) == Tokens.SentenceOf(cue.Head)
            && !o.Source.IsEmpty);
        if (before is null)
        {
            return;
        }

        attribution.Source = before.Source with { Why = "source of the cue that this one goes on" };
    }

    // “I hope they stay, we have tried it”: what is hoped ends where, inside the quotation, a main clause of its own follows the comma.
    private List<int> WithoutNextClause(Attribution attribution)
    {
        List<int> content = attribution.Content.Tokens;
        if (attribution.Cue is not { Kind: CueKind.Verb } cue || !cue.Has(CueFrames.Attitude) || content.Count == 0 || content[0] < cue.Head || quoted.Of(cue.Head) < 0)
        {
            return content;
        }

        int clause = tree.Child(cue.Anchor, "ccomp");
        for (int k = 1; k < content.Count && clause >= 0; k++)
        {
            int subject = content[k], verb = Tokens.Heads[subject];
            bool follows = subject > clause && Tokens.Form(subject - 1) is "," && tree.Is(subject, "nsubj") && Tokens.Tags[subject] == UniversalTag.Pron && verb > subject && verb != clause;
            if (follows && (tree.Is(verb, "parataxis") || tree.Is(verb, "ccomp")) && Tokens.Heads[verb] == cue.Anchor && tree.Child(verb, "mark") < 0)
            {
                return linker.Trim(content[..k], cue);
            }
        }

        return content;
    }
}
