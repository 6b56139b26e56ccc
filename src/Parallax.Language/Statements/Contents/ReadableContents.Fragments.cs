using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Contents;

/// <content>Statements that nobody can read alone, or that another one tells whole.</content>
internal sealed partial class ReadableContents
{
    private void WithoutFragments(List<Attribution> attributions)
    {
        List<Attribution> gone = attributions.FindAll(a => a.Cue is { } cue && (IsMatter(a, cue) || IsInBrackets(a, cue) || IsWhere(a, cue) || IsWhat(a, cue) || IsTail(a, cue, attributions)));
        foreach (Attribution passing in attributions)
        {
            if (!gone.Contains(passing) && PassedOn(passing, attributions) is { } said)
            {
                said.Hops.Add((linker.Head(passing.Source.Tokens), HopRelation.QuotedBy));
                gone.Add(passing);
            }
        }

        attributions.RemoveAll(gone.Contains);
        foreach (Attribution left in attributions)
        {
            while (left.Parent is { } parent && gone.Contains(parent))
            {
                left.Parent = parent.Parent;
            }

            left.About = left.About is { } about && gone.Contains(about) ? null : left.About;
            left.Continues = left.Continues is { } before && gone.Contains(before) ? null : left.Continues;
            left.Release = left.Release is { } release && gone.Contains(release) ? null : left.Release;
        }
    }

    // "Norland's suspicions about the dam": the matter, and nothing of it.
    private bool IsMatter(Attribution attribution, Cue cue) => cue is { Kind: CueKind.Noun, Entry.Stance: Stance.Other or Stance.Doubts } && attribution.Content.Tokens is [var about, ..] && tree.Lower(about) == "about" && quoted.Of(about) < 0
        && !attribution.Content.Tokens.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux || quoted.Of(i) >= 0);

    // "the crew (said to be at sea)": half a bracket is no sentence.
    private bool IsInBrackets(Attribution attribution, Cue cue) => attribution.Source.IsEmpty && cue.Kind == CueKind.Verb && cue.Tokens[0] > 0 && Tokens.Form(cue.Tokens[0] - 1) is "(" or "[" && attribution.Content.Tokens[0] < cue.Tokens[0];

    // "the place where the boat is said to have sunk": which place, and no sentence.
    private bool IsWhere(Attribution attribution, Cue cue) => attribution.Source.IsEmpty && cue.Passive && tree.Is(cue.Anchor, "acl") && attribution.Content.Tokens.Exists(i => i < cue.Head && tree.Lower(i) is "where" or "when" && Tokens.Tags[i] is UniversalTag.Adv or UniversalTag.Sconj or UniversalTag.Pron);

    // "what Bell says is dangerous", "what he says his plan would do": what he says is not told.
    private bool IsWhat(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens, source = attribution.Source.Tokens;
        int what = cue is { Kind: CueKind.Verb, Passive: false } && cue.Has(CueFrames.Clause) && source.Count > 0 && source[0] > 0 && source[^1] < cue.Tokens[0] && content[0] > cue.Head ? source[0] - 1 : -1;
        if (what < 0 || tree.Lower(what) != "what" || content.Exists(i => quoted.Of(i) != quoted.Of(cue.Head)))
        {
            return false;
        }

        bool isMissing = tree.Is(what, "obj") && (content.BinarySearch(Tokens.Heads[what]) >= 0 || tree.Is(cue.Anchor, "csubj"));
        return isMissing || tree.Below(cue.Head, linker.Head(content));
    }

    // "… are growing closer, something he said was a blow": the end of the words once more.
    private bool IsTail(Attribution attribution, Cue cue, List<Attribution> all) => attribution.Content.Tokens is [var first, var second, ..] && tree.Lower(first) is "something" && second > cue.Head && tree.Is(cue.Anchor, "acl")
        && all.Exists(o => !ReferenceEquals(o, attribution) && o.Content.Tokens.BinarySearch(cue.Head) >= 0 && o.Content.Tokens.BinarySearch(first) >= 0 && o.Content.Tokens[0] < first);

    // "Bell said it holds, according to the Herald": Bell's words, which the Herald hands on, stand once.
    private Attribution? PassedOn(Attribution passing, List<Attribution> all)
    {
        if (passing.Cue is not { Kind: CueKind.Preposition } || passing.Source.IsEmpty || passing.Content.IsEmpty || passing.Cue.Tokens[0] < passing.Content.Tokens[^1])
        {
            return null;
        }

        // Analysts and officials read something into what others say; papers hand it on.
        List<int> words = passing.Content.Tokens;
        int outlet = linker.Head(passing.Source.Tokens);
        if (Tokens.Tags[outlet] != UniversalTag.Propn && lexicon.NounKind(tree.Lemma(outlet)) is not (ActorKind.Outlet or ActorKind.Agency) && lexicon.NounKind(tree.Lower(outlet)) is not (ActorKind.Outlet or ActorKind.Agency))
        {
            return null;
        }

        return all.Find(said => ReferenceEquals(said.Parent, passing) && said is { Source.IsEmpty: false, Content.IsEmpty: false, Cue: { Kind: CueKind.Verb, Negated: false, Passive: false } cue } && cue.Has(CueFrames.Clause)
            && said.Content.Tokens[^1] == words[^1] && Math.Min(said.Source.Tokens[0], Math.Min(cue.Tokens[0], said.Content.Tokens[0])) == words[0]
            && words.TrueForAll(i => said.Content.Tokens.BinarySearch(i) >= 0 || said.Source.Tokens.BinarySearch(i) >= 0 || cue.Tokens.Contains(i) || (i < said.Content.Tokens[0] && said.Source.Tokens[0] == words[0]) || Tokens.Tags[i] is UniversalTag.Punct or UniversalTag.Sconj));
    }
}
