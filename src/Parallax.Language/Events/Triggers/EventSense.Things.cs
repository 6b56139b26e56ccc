using Parallax.Core.Layers;
using Parallax.Language.Events.Clauses;

namespace Parallax.Language.Events.Triggers;

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

    // Somebody threatens somebody, or to do something; "is listed as threatened" and "roads that threaten the species" tell no threat.
    private bool IsThreatening(Clause clause)
    {
        foreach (int child in tree.Children(clause.Head))
        {
            if ((tree.Is(child, "mark") || tree.Is(child, "case")) && tree.Lemma(child) == "as" && tree.Child(clause.Head, "nsubj") < 0)
            {
                return false;
            }
        }

        if (clause.Complement >= 0 || clause.IsPassive)
        {
            return clause.Complement >= 0 || clause.Objects.Count == 0 || clause.Subjects.Exists(participants.CanAct) || clause.Objects.Exists(participants.CanAct);
        }

        return clause.Subjects.Count == 0 ? clause.Objects.Exists(participants.CanAct) || clause.After("with").Any() : clause.Subjects.Exists(s => _tokens.Tags[s] != UniversalTag.Noun || participants.CanAct(s));
    }

    private bool IsFaced(int noun)
    {
        int verb = tree.Is(noun, "obj") ? tree.Head(noun) : -1;
        foreach (int child in tree.Children(noun))
        {
            verb = tree.Is(child, "acl:relcl") ? child : verb;
        }

        return verb >= 0 && ClauseWords.Is("facing", tree.Lemma(verb));
    }
}
