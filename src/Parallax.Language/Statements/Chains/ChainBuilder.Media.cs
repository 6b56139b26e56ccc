using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements.Chains;

/// <content>Media that hand words on and stand beside the cue.</content>
internal sealed partial class ChainBuilder
{
    // "declared in an interview with Axis", "wrote in a column this week in the Herald", "telling Axis's Night Talk that …".
    private void AddMedia(List<ChainHop> hops, Attribution attribution)
    {
        if (attribution.Cue is not { Kind: CueKind.Verb } cue || attribution.Cue.Passive)
        {
            return;
        }

        List<int> occasion = surroundings.Occasion(attribution);
        foreach (int token in occasion.Where(i => tree.Lemma(i) == "interview"))
        {
            foreach (int child in tree.Children(token))
            {
                if (tree.Is(child, "nmod") && tree.CaseOf(child) is "with" or "to" && Medium(child, attribution) is { } asked)
                {
                    Add(hops, asked with { Kind = ActorKind.Outlet }, HopRelation.Told);
                    return;
                }
            }
        }

        bool isColumn = tree.Lemma(cue.Head) is "write" or "argue" && occasion.Exists(i => lexicon.In("print-nouns", tree.Lemma(i)));
        foreach (int child in tree.Children(cue.Head))
        {
            bool isIn = (isColumn || tree.Lemma(cue.Head) == "write") && child > cue.Head && tree.Is(child, "obl") && tree.CaseOf(child) == "in" && tree.Tokens.Tags[child] == UniversalTag.Propn && attribution.Content.Tokens.BinarySearch(child) < 0 && occasion.BinarySearch(child) < 0;
            if (isIn && resolver.Resolve(sources.PhraseOf(child, attribution)) is { } print && (print.Kind is ActorKind.Outlet or ActorKind.Agency || (isColumn && print.Kind is ActorKind.Organization or ActorKind.Other or ActorKind.Product)))
            {
                Add(hops, print with { Kind = ActorKind.Outlet }, HopRelation.PublishedIn);
                return;
            }
        }

        int next = cue.Tokens[^1] + 1;
        next += next < tree.Tokens.Count && tree.Lower(next) == "the" ? 1 : 0;
        bool isTold = attribution.Addressee < 0 && tree.Lemma(cue.Head) == "tell" && next < tree.Tokens.Count && tree.Tokens.Tags[next] == UniversalTag.Propn && attribution.Content.Tokens.BinarySearch(next) < 0 && attribution.Source.Tokens.BinarySearch(next) < 0;
        if (isTold && Medium(next, attribution) is { } told)
        {
            Add(hops, told with { Kind = ActorKind.Outlet }, HopRelation.Told);
        }
    }

    private Resolved? Medium(int head, Attribution attribution) => resolver.Resolve(Hearer(head, attribution)) is { Kind: ActorKind.Outlet or ActorKind.Agency } medium ? medium : null;
}
