using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements.Chains;

/// <summary>Carries over who hands a speaker's words on, where the next sentence leaves it unsaid, and leaves out what a speaker is made to say of himself.</summary>
/// <remarks>
/// "The port is open, Ada Brown said, according to the Herald. “We stay,” she was quoted as saying.": by the Herald. "In an essay in the Herald, Ada Brown claimed …
/// Brown wrote …": in the Herald. "The Herald quoted her as saying … “We stay,” she added.": by the Herald.
/// "She stressed her view that …": one statement, and not a second one handed on by herself.
/// </remarks>
internal sealed class Intermediaries(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, SourceResolver resolver, CueSurroundings surroundings, bool keepsOwnVoice)
{
    private const int MaxDistance = 2;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Adds to the hops of attributions whose parents are known.</summary>
    public void Apply(List<Attribution> attributions)
    {
        LeaveOut(attributions);
        resolver.Remember();
        Interviews(attributions);
        Releases(attributions);
        Resolved[] speakers = [.. attributions.Select(a => resolver.Resolve(a.Source.Tokens ?? []))];
        for (int i = 0; i < attributions.Count; i++)
        {
            Attribution later = attributions[i];
            if (later.Cue is not { Kind: CueKind.Verb or CueKind.Noun } cue || later.Hops.Count > 0 || later.Parent is not null || later.Addressee >= 0 || later.Source.IsEmpty)
            {
                continue;
            }

            bool isPassedOn = cue.IsQuotedAs && cue.Passive, isQuoted = !cue.IsQuotedAs && cue.Kind == CueKind.Verb && lexicon.In("adding-lemmas", tree.Lemma(cue.Head)) && quoted.Of(later.Content.Tokens[0]) >= 0;
            bool isWritten = tree.Lemma(cue.Head) == "write" || (!isPassedOn && cue.Has(CueFrames.Clause) && GoesOnWriting(attributions, speakers, i));
            if (!isPassedOn && !isQuoted && !isWritten)
            {
                continue;
            }

            Attribution? best = null;
            (int Head, HopRelation Relation) hop = default;
            for (int k = 0; k < attributions.Count; k++)
            {
                Attribution before = attributions[k];
                int distance = Tokens.SentenceOf(later.Order) - Tokens.SentenceOf(before.Order);
                bool isNear = distance > 0 && distance <= MaxDistance && before.Cue is not null && IsSame(speakers[k], speakers[i]) && (isPassedOn || isWritten || Block(before) == Block(later));
                if (isNear && (best is null || before.Order > best.Order) && HandedOn(before, isWritten) is { Head: >= 0 } found)
                {
                    (best, hop) = (before, found);
                }
            }

            if (best is not null)
            {
                later.Hops.Add(hop);
            }
        }
    }

    // "It is safe, Ada Brown has said. “…,” Brown said in an interview with the Herald. “…,” she added.": sentence beside sentence of nobody but her.
    private void Interviews(List<Attribution> attributions)
    {
        Resolved[] speakers = [.. attributions.Select(a => resolver.Resolve(a.Source.Tokens ?? []))];
        for (int i = 0; i < attributions.Count; i++)
        {
            List<int> occasion = attributions[i].Parent is null ? surroundings.Occasion(attributions[i]) : [];
            int print = occasion.Exists(t => tree.Lemma(t) == "interview") ? surroundings.Print(occasion) : -1;
            for (int step = -1; print >= 0 && step <= 1; step += 2)
            {
                int sentence = Tokens.SentenceOf(attributions[i].Order);
                for (int k = i + step; k >= 0 && k < attributions.Count; k += step)
                {
                    Attribution other = attributions[k];
                    int distance = Math.Abs(Tokens.SentenceOf(other.Order) - sentence);
                    if (other.Parent is not null || other.Cue is { Kind: CueKind.Noun } || other.Cue is null)
                    {
                        continue;
                    }

                    if (distance > MaxDistance || !IsSame(speakers[k], speakers[i]) || other.Addressee >= 0 || other.Hops.Count > 0 || (distance > 0 && surroundings.Occasion(other).Count > 0))
                    {
                        break;
                    }

                    sentence = Tokens.SentenceOf(other.Order);
                    other.Hops.Add((print, HopRelation.PublishedIn));
                }
            }
        }
    }

    // "“We stay,” Ada Brown said in a statement released by the port. “…,” she added.": quoted words of the same speaker in the next sentences are taken from it too.
    private void Releases(List<Attribution> attributions)
    {
        Resolved[] speakers = [.. attributions.Select(a => resolver.Resolve(a.Source.Tokens ?? []))];
        Attribution? release = null;
        int of = -1, sentence = 0;
        for (int i = 0; i < attributions.Count; i++)
        {
            Attribution attribution = attributions[i];
            if (attribution.Parent is not null || attribution.Cue is null)
            {
                continue;
            }

            bool goesOn = release is not null && IsSame(speakers[of], speakers[i]) && attribution.Addressee < 0 && quoted.Of(attribution.Content.Tokens[0]) >= 0 && Tokens.SentenceOf(attribution.Order) - sentence <= MaxDistance && surroundings.Occasion(attribution).Count == 0;
            if (goesOn)
            {
                attribution.Release = release;
            }
            else
            {
                release = surroundings.Issuer(attribution) >= 0 ? attribution : null;
                of = i;
            }

            sentence = Tokens.SentenceOf(attribution.Content.Tokens[^1]);
            sentence = Math.Max(sentence, Tokens.SentenceOf(attribution.Order));
        }
    }

    // "In an essay in the Herald, Brown claimed … Brown made it known that … She said, …": sentence upon sentence of the writer and nobody else.
    private bool GoesOnWriting(List<Attribution> attributions, Resolved[] speakers, int later)
    {
        int sentence = Tokens.SentenceOf(attributions[later].Order);
        for (int k = later - 1; k >= 0; k--)
        {
            Attribution before = attributions[k];
            int distance = sentence - Tokens.SentenceOf(before.Order);
            if (before.Parent is not null || distance == 0)
            {
                continue;
            }

            if (distance > MaxDistance || !IsSame(speakers[k], speakers[later]) || surroundings.Occasion(attributions[later]).Count > 0)
            {
                return false;
            }

            return tree.Lemma(before.Cue?.Head ?? 0) == "write" || before.Hops.Exists(static h => h.Relation == HopRelation.PublishedIn) || (surroundings.Print(surroundings.Occasion(before)) >= 0 && surroundings.Occasion(before).Exists(t => lexicon.In("written-nouns", tree.Lemma(t))));
        }

        return false;
    }

    // What a speaker does by his own words ("stressed her view that …", “We note the role”) is one statement with what holds it.
    private void LeaveOut(List<Attribution> attributions)
    {
        HashSet<Attribution> left = [];
        foreach (Attribution inner in attributions)
        {
            if (inner.Parent is { Cue: not null } quoting && inner.Cue is { Kind: CueKind.Verb } thinking && quoted.Of(thinking.Head) >= 0 && !quoting.Source.IsEmpty && inner.Source.Tokens is [var he] && tree.Lower(he) is "he" or "she" or "they"
                && tree.Lemma(thinking.Head) is var thought && (lexicon.In("thinking-lemmas", thought) || thought is "realize" or "realise" or "understand"))
            {
                // “He must have known that it leaked,” she said: her guess at what he thought.
                left.Add(inner);
                continue;
            }

            if (inner.Parent is not { } outer || inner.Cue is not { } cue || outer.Source.IsEmpty || !IsSame(resolver.Resolve(inner.Source.Tokens ?? []), resolver.Resolve(outer.Source.Tokens)))
            {
                continue;
            }

            bool isNow = quoted.Of(cue.Head) >= 0 && tree.HasFeature(cue.Head, "Tense=Pres") && tree.HasFeature(cue.Head, "VerbForm=Fin") && inner.Content.Rule == "content.object";
            // “I think it is safe,” she said: what she thinks is what she says; “I hope so” are her words as well; thanks are given to somebody.
            bool isThought = !keepsOwnVoice && quoted.Of(cue.Head) >= 0 && (cue.Has(CueFrames.Attitude) || lexicon.In("thinking-lemmas", tree.Lemma(cue.Head)) || tree.Lemma(cue.Head) is "understand" or "hope" or "wish") && tree.Lemma(cue.Head) != "thank" && inner.Source.Tokens is [var only] && lexicon.In("pronouns-first", tree.Lower(only));
            if (isNow || isThought || cue.Kind is CueKind.Noun)
            {
                left.Add(inner);
            }
        }

        foreach (Attribution attribution in attributions)
        {
            for (int steps = 0; attribution.Parent is { } outer && left.Contains(outer) && steps < 64; steps++)
            {
                attribution.Parent = outer.Parent;
            }

            attribution.About = attribution.About is { } about && left.Contains(about) ? null : attribution.About;
        }

        attributions.RemoveAll(left.Contains);
    }

    private (int Head, HopRelation Relation) HandedOn(Attribution before, bool isWritten)
    {
        int print = surroundings.Print(surroundings.Occasion(before));
        if (isWritten)
        {
            return print >= 0 ? (print, HopRelation.PublishedIn) : before.Hops.Find(static h => h.Relation == HopRelation.PublishedIn) is { Head: > 0 } again ? again : (-1, default);
        }

        foreach ((int head, HopRelation relation) in before.Hops)
        {
            if (relation == HopRelation.QuotedBy)
            {
                return (head, relation);
            }
        }

        if (before.Parent is { Cue.Kind: CueKind.Preposition, Source.IsEmpty: false } outer)
        {
            return (Head(outer.Source.Tokens), HopRelation.QuotedBy);
        }

        return (-1, default);
    }

    private int Head(List<int> tokens) => tokens.Find(i => Tokens.Tags[i] != UniversalTag.Punct && (Tokens.Heads[i] < 0 || tokens.BinarySearch(Tokens.Heads[i]) < 0));

    private int Block(Attribution attribution) => Tokens.Sentences[Tokens.SentenceOf(attribution.Order)].Block;

    private static bool IsSame(Resolved one, Resolved other) => one.Kind != ActorKind.NotStated && ((one.Entity is not null && one.Entity == other.Entity) || string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase));
}
