using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Sources;
using Parallax.Language.Statements.Stances;

namespace Parallax.Language.Statements.Chains;

/// <summary>Finds in whose content an attribution stands and which attribution another is about.</summary>
internal sealed class Nesting(CueLexicon lexicon, DependencyTree tree, SourceResolver resolver, Linker linker, SpokenActs acts)
{
    /// <summary>Sets <see cref="Attribution.Parent"/> and <see cref="Attribution.About"/> of all.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Attribution inner in attributions)
        {
            foreach (Attribution outer in attributions)
            {
                if (!ReferenceEquals(inner, outer) && outer.Content.Tokens.BinarySearch(inner.Order) >= 0 && !Encloses(inner, outer) && !AreShares(inner, outer)
                    && (inner.Parent is null || outer.Content.Tokens.Count < inner.Parent.Content.Tokens.Count))
                {
                    inner.Parent = outer;
                }
            }
        }

        foreach (Attribution attribution in attributions)
        {
            attribution.Parent ??= (attribution.Continues is { Parent: { } above } && !Encloses(attribution, above) ? attribution.Continues : WithSpeaker(attribution, attributions))?.Parent;
        }

        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue?.Entry is { } entry && (entry.Stance is Stance.Denies or Stance.Doubts or Stance.Accuses or Stance.Criticises or Stance.Confirms || StanceClassifier.CallsFalse(attribution, tree, lexicon)))
            {
                attribution.About = About(attribution, attributions);
            }
            else if (attribution.Act == Stance.Denies)
            {
                // “That is not true,” with nobody's words before it that it could be about, is an assertion like others.
                attribution.About = acts.Answered(attribution, attributions);
                attribution.Act = attribution.About is null ? null : attribution.Act;
            }
        }

        foreach (Attribution denial in attributions)
        {
            if (denial.Cue is { Kind: CueKind.Verb, Entry.Stance: Stance.Denies or Stance.Doubts } && denial.About is { Cue.Kind: CueKind.Noun } claim && ReferenceEquals(claim.Parent, denial))
            {
                Part(denial, claim);
            }
        }

        foreach (Attribution denial in attributions)
        {
            // "brushed off reports that it would flood": what is denied is that it would.
            int noun = denial.Cue is { Kind: CueKind.Verb, Negated: false, Entry.Stance: Stance.Denies } && denial.About is null ? linker.Head(denial.Content.Tokens) : -1;
            List<int> clause = noun >= 0 && lexicon.In("contested-nouns", tree.Lemma(noun)) && ClauseOf(noun) is int that and >= 0 ? tree.Yield(that) : [];
            if (clause.Count > 2 && clause.TrueForAll(i => denial.Content.Tokens.BinarySearch(i) >= 0) && denial.Content.Tokens[0] >= noun - 2)
            {
                denial.Content = denial.Content with { Tokens = linker.Trim(clause, denial.Cue) };
            }
        }

        foreach (Attribution denial in attributions)
        {
            // "complained that it was shut, a charge that the port denied": what is denied is that it was shut.
            if (denial is { Cue: { Kind: CueKind.Verb, Entry.Stance: Stance.Denies } cue, About.Content: { IsEmpty: false } said } && denial.Content.Tokens is [var first, .., var last] && denial.Content.Tokens.Count <= 4 && last < cue.Head && tree.Lower(last) is "that" or "which"
                && tree.Is(cue.Anchor, "acl") && said.Tokens[^1] < first && tree.Tokens.SentenceOf(said.Tokens[^1]) == tree.Tokens.SentenceOf(first))
            {
                denial.Content = denial.Content with { Tokens = [.. said.Tokens] };
            }
        }

        LeaveOut(attributions);
    }

    // "Half said they were content and 40 percent said they were not": of two shares of those asked neither tells of the other.
    private bool AreShares(Attribution inner, Attribution outer) => IsShare(inner) && IsShare(outer) && inner.Cue is { Kind: CueKind.Verb } && outer.Cue is { Kind: CueKind.Verb };

    private bool IsShare(Attribution attribution) => attribution.Source.Tokens is { Count: > 0 } source && (tree.Tokens.Tags[linker.Head(source)] == UniversalTag.Num || lexicon.In("share-nouns", tree.Lemma(linker.Head(source))));

    // The that-clause of a noun, or -1.
    private int ClauseOf(int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            if (child > noun && (tree.Is(child, "acl") || tree.Is(child, "ccomp")) && tree.Child(child, "mark", "that") >= 0)
            {
                return child;
            }
        }

        return -1;
    }

    // "dismissed concerns that it would flood": where nobody is said to have them, the words stand in the denial alone.
    private static void LeaveOut(List<Attribution> attributions)
    {
        HashSet<Attribution> left = [.. attributions.Where(static a => a.Cue is { Kind: CueKind.Verb, Entry.Stance: Stance.Denies } && a.About is { Cue.Kind: CueKind.Noun, Source.IsEmpty: true, Content.Rule: "content.noun-clause" } claim && claim.Content.Tokens.SequenceEqual(a.Content.Tokens)).Select(static a => a.About!)];
        foreach (Attribution attribution in attributions)
        {
            attribution.Parent = attribution.Parent is { } above && left.Contains(above) ? above.Parent : attribution.Parent;
            attribution.About = attribution.About is { } about && left.Contains(about) ? null : attribution.About;
        }

        attributions.RemoveAll(left.Contains);
    }

    // "dismissed claims by officials that it is unsafe": what is dismissed is that it is unsafe; and he who dismisses does not hand it on.
    private static void Part(Attribution denial, Attribution claim)
    {
        claim.Parent = denial.Parent;
        if (claim.Content.Rule == "content.noun-clause")
        {
            denial.Content = denial.Content with { Tokens = [.. claim.Content.Tokens] };
        }
    }

    // "the institute noted that the agency announced the visit, stating that …": what the inner speaker goes on with stands in the same words as the inner statement.
    private Attribution? WithSpeaker(Attribution attribution, List<Attribution> all)
    {
        int head = attribution.Cue is { Kind: CueKind.Verb } cue && tree.Is(cue.Anchor, "advcl") ? tree.Tokens.Heads[cue.Anchor] : -1;
        if (attribution.Source.Rule == "source.inside")
        {
            return all.FindLast(a => a.Order < attribution.Order && a.Parent is not null && a.Source.Tokens.Count > 0 && linker.Head(a.Source.Tokens) == linker.Head(attribution.Source.Tokens)) is { } goesOn && !Encloses(attribution, goesOn) ? goesOn : null;
        }

        Attribution? inner = head < 0 ? null : all.Find(a => a.Cue?.Head == head && a.Parent is not null && a.Source.Tokens.Count > 0 && attribution.Source.Tokens.Count > 0 && linker.Head(a.Source.Tokens) == linker.Head(attribution.Source.Tokens));
        return inner is not null && !ReferenceEquals(inner.Parent, attribution) && !Encloses(attribution, inner) ? inner : null;
    }

    // A loop of parents cannot be: of two that hold each other's cue the one already above stays above.
    private static bool Encloses(Attribution inner, Attribution outer)
    {
        int steps = 0;
        for (Attribution? above = outer; above is not null && steps < 64; above = above.Parent, steps++)
        {
            if (ReferenceEquals(above, inner))
            {
                return true;
            }
        }

        return false;
    }

    private Attribution? About(Attribution attribution, List<Attribution> all)
    {
        int head = linker.Head(attribution.Content.Tokens);
        foreach (Attribution inner in all)
        {
            if (ReferenceEquals(inner.Parent, attribution) && inner.Cue is { Kind: CueKind.Noun } cue && cue.Head == head)
            {
                return inner;
            }
        }

        if (lexicon.In("claim-nouns", tree.Lemma(head)) && ClauseOf(head) < 0)
        {
            return Earlier(attribution, all, Possessor(head), tree.Lemma(head)) ?? (Possessor(head) < 0 && IsPointed(head) ? Earlier(attribution, all, -1, "claim") : null);
        }

        bool isLying = attribution.Content.Tokens.Exists(i => lexicon.In("lying-lemmas", tree.Lemma(i)));
        return isLying ? Earlier(attribution, all, head, null) : null;
    }

    // "Iran's claims" were made by its minister: the country of the speaker is the country named.
    private bool SameCountry(Resolved who, Resolved source) =>
        who.Kind is ActorKind.Government or ActorKind.Country && resolver.CountryOf(who.Entity) is { } country && country == resolver.CountryOf(source.Entity);

    // "the allegation", "that charge": one told just before.
    private bool IsPointed(int noun) => tree.Child(noun, "det") is int word and >= 0 && tree.Lower(word) is "the" or "that" or "this" or "those" or "these" or "both";

    private int Possessor(int noun) => tree.Child(noun, "nmod:poss");

    private Attribution? Earlier(Attribution attribution, List<Attribution> all, int speaker, string? noun)
    {
        Resolved? who = speaker < 0 ? null : resolver.Resolve([speaker]);
        int sentence = tree.Tokens.SentenceOf(attribution.Order);
        Attribution? best = null;
        foreach (Attribution earlier in all)
        {
            // "Bell was accused of theft. He denies the charge.": whoever accused him.
            bool isAccused = speaker < 0 && noun is not null && earlier is { Source.IsEmpty: true, Content.IsEmpty: false, Cue: { Kind: CueKind.Verb, Passive: true, Entry.Stance: Stance.Accuses } } && earlier.Order < attribution.Order && sentence - tree.Tokens.SentenceOf(earlier.Order) <= 1 && !attribution.Source.IsEmpty;
            if (isAccused)
            {
                Resolved accused = resolver.Resolve([linker.Head(earlier.Content.Tokens)]), denying = resolver.Resolve(attribution.Source.Tokens);
                best = (accused.Entity is not null && accused.Entity == denying.Entity) || string.Equals(accused.Name, denying.Name, StringComparison.OrdinalIgnoreCase) ? earlier : best;
            }

            if (earlier.Order >= attribution.Order || earlier.Source.IsEmpty || ReferenceEquals(earlier.Parent, attribution))
            {
                continue;
            }

            Resolved source = resolver.Resolve(earlier.Source.Tokens);
            bool same = who is not null && ((who.Entity is not null && who.Entity == source.Entity) || string.Equals(who.Name, source.Name, StringComparison.OrdinalIgnoreCase) || SameCountry(who, source));
            bool isOwn = who is null && !attribution.Source.IsEmpty && resolver.Resolve(attribution.Source.Tokens) is var denier && ((denier.Entity is not null && denier.Entity == source.Entity) || string.Equals(denier.Name, source.Name, StringComparison.OrdinalIgnoreCase));
            bool near = who is null && !isOwn && sentence - tree.Tokens.SentenceOf(earlier.Order) <= 1 && noun is not null && earlier.Cue?.Entry is { } entry && (entry.Stance is Stance.Accuses or Stance.Criticises || (entry.Stance == Stance.Asserts && noun is not ("charge" or "accusation" or "allegation")));
            if (same || near)
            {
                best = earlier;
            }
        }

        return best;
    }
}
