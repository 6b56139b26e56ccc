using Parallax.Core.Layers;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Cues;

/// <summary>", saying that …": a participle of saying behind a comma goes on the statement of its sentence, wherever the parser hung it.</summary>
/// <remarks>
/// "He dismissed claims that the city is arming rebels, saying …": not the city speaks. The participle keeps a speaker inside the words only where that is a
/// person of a that-clause or one who speaks there already. Its words are no part of the statement that it goes on.
/// </remarks>
internal sealed class TrailingParticiples(DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, CueLexicon lexicon, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes the attributions in place, in their order.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Attribution participle in attributions)
        {
            int start = Start(participle);
            Attribution? main = start < 0 ? null : Main(attributions, participle, start);
            if (main is null)
            {
                continue;
            }

            if (Defiant(participle, main, start) is { Count: > 0 } defiant)
            {
                participle.Source = new Choice(defiant, "source.inside", "subject of the act inside the words that the participle goes with");
                main.Content = main.Content with { Tokens = [.. main.Content.Tokens.Concat(Enumerable.Range(start - 1, participle.Content.Tokens[^1] + 2 - start)).Distinct().Order()] };
                continue;
            }

            bool isSame = IsOf(main, participle);
            bool isInside = participle.Source.IsEmpty || attributions.Exists(o => !ReferenceEquals(o, participle) && IsOf(main, o) && participle.Source.Tokens.Exists(i => o.Content.Tokens.BinarySearch(i) >= 0));
            if (isInside && !isSame)
            {
                if (SpeaksInside(participle, main, attributions))
                {
                    continue;
                }

                participle.Source = main.Source with { Why = "source of the statement that the participle goes on" };
                isSame = true;
            }

            foreach (Attribution other in attributions)
            {
                bool holds = isSame && !ReferenceEquals(other, participle) && other.Cue is { } cue && cue.Tokens[^1] < start && Tokens.SentenceOf(cue.Head) == Tokens.SentenceOf(start) && other.Content.Tokens.Exists(i => i >= start);
                List<int> left = holds ? linker.Trim(other.Content.Tokens.FindAll(i => i < start || Tokens.SentenceOf(i) != Tokens.SentenceOf(start)), other.Cue) : [];
                if (left.Count > 0)
                {
                    GiveRest(other, participle, attributions);
                }

                other.Content = left.Count > 0 ? other.Content with { Tokens = left } : other.Content;
            }
        }
    }

    // "Police say he was rude and refused to leave, saying that they would have to shoot him": who refuses speaks, and police tell it; empty where no such act stands right before.
    private List<int> Defiant(Attribution participle, Attribution main, int start)
    {
        int verb = -1;
        for (int i = main.Cue!.Tokens[^1] + 1; i < start; i++)
        {
            verb = Tokens.Tags[i] == UniversalTag.Verb && (tree.HasFeature(i, "VerbForm=Fin") || tree.HasFeature(i, "Tense=Past")) ? i : verb;
        }

        if (verb < 0 || participle.Content.Tokens is not [var first, ..] || first < start || tree.Lemma(participle.Cue!.Head) is not ("say" or "tell" or "claim" or "shout" or "yell" or "scream") || !lexicon.In("defiant-lemmas", tree.Lemma(verb)))
        {
            return [];
        }

        // The subject of the act or, where it shares one over "and", the last before it.
        int subject = tree.Child(verb, "nsubj");
        for (int i = verb - 1; subject < 0 && i > main.Cue.Head; i--)
        {
            subject = tree.Is(i, "nsubj") ? i : subject;
        }

        bool isPerson = subject > main.Cue.Head && subject < verb && (tree.Lower(subject) is "he" or "she" || names.Overlapping(Tokens.Span(subject)).Any(static n => n.Kind == NameKind.Person));
        return isPerson ? tree.Yield(subject) : [];
    }

    // "saying that not only sense but speed was wanted": where the parser broke the participle's words off, what the other content goes on with is their rest.
    private void GiveRest(Attribution other, Attribution participle, List<Attribution> all)
    {
        int last = participle.Content.Tokens[^1], sentence = Tokens.SentenceOf(last);
        List<int> rest = other.Content.Tokens.FindAll(i => i > last && Tokens.SentenceOf(i) == sentence);
        bool isRest = participle.Content.Tokens[0] > participle.Cue!.Head && rest.Count > 0 && rest[0] == last + 1 && rest[^1] - rest[0] == rest.Count - 1 && Tokens.Form(rest[0]) is not ("," or ";" or ":" or "." or "!" or "?") && tree.Lower(rest[0]) != "and"
            && !all.Exists(o => !ReferenceEquals(o, other) && !ReferenceEquals(o, participle) && o.Cue is { } cue && rest.Contains(cue.Head));
        if (isRest)
        {
            participle.Content = participle.Content with { Tokens = linker.Trim([.. participle.Content.Tokens, .. rest], participle.Cue) };
        }
    }

    /// <summary>"The institute noted that the agency announced a visit and noted that …": the same word again, with no comma before it, is said by the one who speaks last.</summary>
    public void ApplyInside(List<Attribution> attributions)
    {
        foreach (Attribution again in attributions)
        {
            if (again.Cue is not { Kind: CueKind.Verb } cue || again.Source.IsEmpty || quoted.Of(cue.Head) >= 0 || !tree.Is(cue.Anchor, "conj") || tree.Child(cue.Anchor, "nsubj") >= 0 || cue.Tokens[0] < 2
                || Tokens.Tags[cue.Tokens[0] - 1] != UniversalTag.Cconj || Tokens.Form(cue.Tokens[0] - 2) is ",")
            {
                continue;
            }

            Attribution? main = attributions.FindLast(o => !ReferenceEquals(o, again) && IsBefore(o, cue) && tree.Lemma(o.Cue!.Head) == tree.Lemma(cue.Head) && IsOf(again, o) && o.Content.Rule == "content.ccomp");
            Attribution? inner = main is null ? null : attributions.FindLast(o => IsBefore(o, cue) && o.Cue!.Head > main.Cue!.Head && !o.Cue.Has(CueFrames.Attitude) && !o.Source.IsEmpty && !IsOf(main, o) && o.Source.Tokens.TrueForAll(i => main.Content.Tokens.BinarySearch(i) >= 0));
            if (inner is null)
            {
                continue;
            }

            again.Source = inner.Source with { Rule = "source.inside", Why = "source of the statement inside that the cue goes on" };
            List<int> left = linker.Trim(inner.Content.Tokens.FindAll(i => i < cue.Tokens[0] - 1), inner.Cue);
            inner.Content = left.Count > 0 ? inner.Content with { Tokens = left } : inner.Content;
        }
    }

    private bool IsBefore(Attribution other, Cue cue) => other.Cue is { Kind: CueKind.Verb } before && before.Tokens[^1] < cue.Tokens[0] && Tokens.SentenceOf(before.Head) == Tokens.SentenceOf(cue.Head);

    private bool IsOf(Attribution main, Attribution other) => !other.Source.IsEmpty && linker.Head(other.Source.Tokens) == linker.Head(main.Source.Tokens);

    // The first token of ", and merely saying", or -1 where the cue is no participle behind a comma.
    private int Start(Attribution attribution)
    {
        if (attribution.Cue is not { Kind: CueKind.Verb } cue || quoted.Of(cue.Head) >= 0 || !tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal) || tree.Child(cue.Head, "aux") >= 0 || cue.Anchor != cue.Head)
        {
            return -1;
        }

        int first = tree.SentenceBounds(cue.Head).First, start = cue.Tokens[0];
        while (start > first && Tokens.Tags[start - 1] is UniversalTag.Adv or UniversalTag.Cconj)
        {
            start--;
        }

        int comma = start - 1;
        while (comma > first && Tokens.Tags[comma] == UniversalTag.Punct && Tokens.Form(comma) is not ("," or "–" or "—"))
        {
            comma--;
        }

        return comma > first && Tokens.Form(comma) is "," or "–" or "—" ? start : -1;
    }

    // The last statement before the participle that stands in the words of no other.
    private Attribution? Main(List<Attribution> all, Attribution participle, int start)
    {
        Attribution? main = null;
        foreach (Attribution other in all)
        {
            bool fits = !ReferenceEquals(other, participle) && other.Cue is { Kind: CueKind.Verb } cue && cue.Tokens[^1] < start && Tokens.SentenceOf(cue.Head) == Tokens.SentenceOf(start) && quoted.Of(cue.Head) < 0 && !other.Source.IsEmpty
                && !tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal);
            bool isInner = fits && all.Exists(o => !ReferenceEquals(o, other) && o.Cue is { Kind: CueKind.Verb } outer && outer.Head < other.Cue!.Head && Tokens.SentenceOf(outer.Head) == Tokens.SentenceOf(start) && o.Content.Tokens.BinarySearch(other.Cue.Head) >= 0);
            main = fits && !isInner ? other : main;
        }

        return main;
    }

    private bool SpeaksInside(Attribution participle, Attribution main, List<Attribution> all)
    {
        if (participle.Source.IsEmpty)
        {
            return false;
        }

        int verb = Tokens.Heads[participle.Cue!.Anchor], head = linker.Head(participle.Source.Tokens);
        bool speaks = all.Exists(o => !ReferenceEquals(o, main) && o.Cue is { Kind: CueKind.Verb } cue && (cue.Head == verb || cue.Anchor == verb) && !cue.Has(CueFrames.Attitude) && main.Content.Tokens.BinarySearch(cue.Head) >= 0);
        bool isPerson = names.Overlapping(Tokens.Span(head)).Any(static n => n.Kind == NameKind.Person) || (Tokens.Tags[head] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(head)) == Core.Accounts.ActorKind.Person);
        return speaks || (isPerson && main.Content.Rule is "content.ccomp" or "content.parenthesis");
    }
}
