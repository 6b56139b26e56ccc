using Parallax.Core.Layers;

namespace Parallax.Language.Events;

/// <content>What things do and come to: no threat, no attack and no journey of anybody.</content>
internal sealed partial class EventSense
{
    // "leaving the country without power", "left the town blacked out": in what state, and not whence.
    private bool IsResult(Clause clause)
    {
        bool isState = clause.Obliques.Exists(static o => o.Preposition == "without") || (tree.Child(clause.Head, "xcomp") is var state && state > clause.Head);
        foreach (int thing in clause.Objects)
        {
            foreach (int child in tree.Children(thing))
            {
                bool isBehind = child > thing && (tree.Is(child, "amod") || (tree.Is(child, "acl") && _tokens.Features[child].Contains("Voice=Pass", StringComparison.Ordinal)));
                isState |= isBehind || (tree.Is(child, "nmod") && tree.Child(child, "case") is >= 0 and int mark && tree.Lemma(mark) == "without");
            }
        }

        return isState && !clause.Subjects.Exists(s => tree.Head(s) == clause.Head && participants.CanAct(s));
    }

    // A thing that does nothing to anybody: neither somebody who can act nor an event nor what is threatened with.
    private bool IsInert(int token) => _tokens.Tags[token] == UniversalTag.Noun && !participants.CanAct(token) && lexicon.Noun(tree.Lemma(token)).Length == 0 && !ClauseWords.Is("consequence", tree.Lemma(token));
}
