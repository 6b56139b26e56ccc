using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements;

/// <content>Who can have said or thought something.</content>
internal sealed partial class Linker
{
    private bool CanThink(int head) => Tokens.Tags[head] is UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Adj or UniversalTag.Num or UniversalTag.Det
        || (lexicon.NounKind(tree.Lemma(head)) is { } kind && kind != Core.Accounts.ActorKind.Document) || lexicon.IsGroup(tree.Lower(head)) || tree.HasFeature(head, "Number=Plur");

    // “You said that it was safe”: what the one spoken to said is not what the one who speaks says.
    private bool IsSpokenTo(Attribution attribution, Cue cue, int head)
    {
        List<int> content = attribution.Content.Tokens;
        bool isSaid = tree.Lower(head) == "you" && attribution.Source.Tokens.Count == 1 && quoted.Of(head) >= 0 && quoted.Of(head) == quoted.Of(cue.Head) && cue is { Kind: CueKind.Verb, Negated: false, Passive: false }
            && cue.Entry?.Stance is Core.Accounts.Stance.Asserts or Core.Accounts.Stance.Promises or Core.Accounts.Stance.Denies;
        return isSaid && attribution.Content.Rule == "content.ccomp" && content[0] > cue.Head && content[^1] - content[0] == content.Count - 1 && content.Exists(tree.IsFinite) && (tree.HasFeature(cue.Head, "Tense=Past") || cue.Entry!.Lemma == "claim") && tree.Child(cue.Anchor, "mark", "if") < 0;
    }
}
