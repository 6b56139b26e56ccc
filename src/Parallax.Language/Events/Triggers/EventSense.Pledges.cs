using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Modality;

namespace Parallax.Language.Events.Triggers;

/// <content>What somebody vows, warns of and pledges: a threat, a promise or neither.</content>
internal sealed partial class EventSense
{
    // "vowed to avenge" threatens, "vowed to send doctors" promises, "vowed to be ready" does neither.
    private EventRule? VowOf(Clause clause, EventRule rule)
    {
        if (clause.Complement < 0)
        {
            return null;
        }

        if (ClauseWords.Is("retaliating", tree.Lemma(clause.Complement)))
        {
            return rule;
        }

        Clause below = Clause.OfVerb(tree, clause.Complement);
        foreach (EventTriggerPattern act in lexicon.Verb(tree.Lemma(clause.Complement)))
        {
            if (matcher.Fits(below, act, noun: false, out _) && RuleOf(below, act, noun: false) is { } told)
            {
                return told.Type is PloverType.CONSULT or PloverType.SUPPORT or PloverType.AID or PloverType.COOPERATE or PloverType.CONCEDE or PloverType.RETREAT ? Named("agree.promise") : told.Type == PloverType.NONE ? null : rule;
            }
        }

        return null;
    }

    // A warning threatens with something to come: "warned that he would resign", not "warned that this is a bond".
    private bool IsWarning(Clause clause)
    {
        if (clause.Complement < 0 || clause.ComplementIsOpen)
        {
            int[] matters = [.. clause.After("of"), .. clause.After("about")];
            return matters.Length == 0 || clause.Objects.Exists(participants.CanAct) || matters.Any(m => ClauseWords.Is("consequence", tree.Lemma(m))); // "warned of a flood"
        }

        Clause below = Clause.OfVerb(tree, clause.Complement);
        if (below is { IsPassive: false, Subjects.Count: > 0 } && below.Subjects.TrueForAll(IsInert) && !IsConflict(below))
        {
            return false; // "warned that the weather may delay the repair"
        }

        string?[] own = [.. clause.Subjects.Select(participants.KeyOf)];
        if (below.Subjects.Count > 0 && below.Subjects.TrueForAll(s => participants.KeyOf(s) is { } key && own.Contains(key)) && !ClauseWords.Is("retaliating", tree.Lemma(clause.Complement)) && !IsConflict(below))
        {
            return false; // "warned that it might run out of money"
        }

        if (below is { IsPassive: false, Subjects.Count: > 0 } && !below.Subjects.Exists(s => participants.KeyOf(s) is { } key && own.Contains(key)) && IsConflict(below))
        {
            return false; // "warned that Norland would attack" tells what Norland may do
        }

        for (int t = tree.First(clause.Head); t < tree.End(clause.Head); t++)
        {
            if (t > clause.Head && ClauseWords.Is("dire", tree.Lemma(t)) && (tree.Head(t) == clause.Head || tree.Head(t) == clause.Complement))
            {
                return true; // "warned that this would have implications"
            }
        }

        foreach (int child in tree.Children(clause.Complement))
        {
            if ((tree.Is(child, "aux") && (FactualityCues.Is("future", _tokens.Form(child).ToString().ToLowerInvariant()) || tree.Lemma(child) is "will" or "would" or "could" or "may" or "might" or "must" or "should" or "can")) || (tree.Is(child, "advcl") && tree.Child(child, "mark") is >= 0 and int mark && FactualityCues.Is("condition", tree.Lemma(mark))))
            {
                return true;
            }
        }

        return false;
    }

    private bool AsksToDo(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (child > verb && (tree.Is(child, "xcomp") || tree.Is(child, "advcl") || tree.Is(child, "ccomp")) && tree.Child(child, "mark") is >= 0 and int to && tree.Lemma(to) == "to")
            {
                return true;
            }
        }

        return false;
    }

    // "plans to ski" promises nobody anything, "plans to send doctors" does; "agrees with the coach" is an opinion.
    private bool IsPledge(Clause clause, EventTriggerPattern pattern)
    {
        if (pattern.Lemma == "commit" && (clause.Objects.Exists(o => ClauseWords.Is("committed", tree.Lemma(o))) || (tree.Is(clause.Head, "acl:relcl") && ClauseWords.Is("committed", tree.Lemma(tree.Head(clause.Head)))) || !IsCommitment(clause)))
        {
            return false;
        }

        if (pattern.Lemma == "plan" && clause.IsPassive)
        {
            return false;
        }

        if (pattern.Lemma == "agree" && pattern.Particle is null && clause.Complement < 0 && !tree.Children(clause.Head).ToArray().Any(c => c > clause.Head && tree.Is(c, "advcl") && tree.Child(c, "mark") is >= 0 and int to && tree.Lemma(to) == "to") && (clause.After("with").Any() || (!clause.IsPassive && clause.Subjects.Count < 2 && clause.Obliques.TrueForAll(static o => o.Preposition is not ("to" or "on" or "upon")))))
        {
            return false; // "agrees with the coach", "agreed by recalling the plan"
        }

        if (pattern.Clause is null || !ClauseWords.Is("intending", pattern.Lemma) || clause.Complement < 0 || (tree.Tokens.Tags[clause.Head] == UniversalTag.Adj && clause.Subjects.Exists(IsState)))
        {
            return true;
        }

        Clause below = Clause.OfVerb(tree, clause.Complement);
        foreach (EventTriggerPattern act in lexicon.Verb(tree.Lemma(clause.Complement)))
        {
            if (matcher.Fits(below, act, noun: false, out _))
            {
                return act.Rule.Type is PloverType.CONSULT or PloverType.SUPPORT or PloverType.AID or PloverType.COOPERATE or PloverType.CONCEDE or PloverType.RETREAT or PloverType.AGREE && RuleOf(below, act, noun: false) is not null;
            }
        }

        return false;
    }
}
