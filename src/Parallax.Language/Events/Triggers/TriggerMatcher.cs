using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events.Arguments;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Figures;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Triggers;

/// <summary>Whether a trigger's conditions hold in a clause: particle, object, subject, modifiers, the clause under it.</summary>
internal sealed class TriggerMatcher(AnnotatedReport report, SyntaxTree tree, Participants participants)
{
    private readonly TokenLayer _tokens = report.Tokens;

    /// <summary>Whether they hold; <paramref name="support"/> is the noun that met the condition on the object, or -1.</summary>
    public bool Fits(Clause clause, EventTriggerPattern pattern, bool noun, out int support)
    {
        support = -1;
        if (pattern.Particle is { } particle && !clause.Particles.Contains(particle) && !IsPreposition(clause, pattern, particle) && !HasMark(clause, particle))
        {
            return false;
        }

        if (pattern.Clause is { } wanted && (clause.Complement < 0 || (wanted == "inf") != clause.ComplementIsOpen))
        {
            return false;
        }

        if (pattern.Objects.Count > 0)
        {
            IEnumerable<int> things = pattern.Particle is { } p && clause.After(p).Any() ? clause.After(p).Concat(clause.Objects) : clause.Objects;
            bool person = false;
            foreach (int thing in (clause.Complement >= 0 && (_tokens.Tags[clause.Complement] == UniversalTag.Adj || (pattern.Lemma == "become" && _tokens.Tags[clause.Complement] == UniversalTag.Noun)) ? things.Append(clause.Complement) : things).SelectMany(WithThing))
            {
                if (support < 0 && pattern.Objects.Contains(tree.Lemma(thing)))
                {
                    support = thing;
                }

                person |= (pattern.Objects.Contains("person") && participants.CanAct(thing)) || (pattern.Objects.Contains("somebody") && IsPerson(thing));
            }

            if (support < 0 && !person)
            {
                return false;
            }
        }

        if (pattern.Subjects.Count > 0 && !clause.Subjects.Exists(s => pattern.Subjects.Contains(tree.Lemma(s)) || (pattern.Subjects.Contains("minister") && IsPerson(s))))
        {
            return false;
        }

        return pattern.Modifiers.Count == 0 || Modified(clause.Head, pattern) || (support >= 0 && Modified(support, pattern)) || clause.Objects.Exists(o => Modified(o, pattern))
            || clause.Obliques.Exists(o => Modified(o.Head, pattern)) || (!noun && clause.Subjects.Exists(s => Modified(s, pattern)));
    }

    // "fired on Thursday" fires on nobody; "gave the firm loans in addition" gives in to nobody.
    private bool IsPreposition(Clause clause, EventTriggerPattern pattern, string particle) =>
        clause.After(particle).Any(h => !participants.IsTime(h)) && (pattern.Objects.Count > 0 || clause.Objects.Count == 0 || !ClauseWords.Is("adverb-particle", particle));

    // "hundreds of drones" are drones, "a series of agreements" agreements.
    private IEnumerable<int> WithThing(int head)
    {
        yield return head;
        if (!CountingWords.Instance.Has("quantities", tree.Lemma(head)))
        {
            yield break;
        }

        foreach (int child in tree.Children(head).ToArray())
        {
            if (tree.Is(child, "nmod") && tree.Child(child, "case") is >= 0 and int mark && tree.Lemma(mark) == "of")
            {
                yield return child;
            }
        }
    }

    private bool IsPerson(int token) => participants.EntityAt(token)?.Kind is ActorKind.Person || tree.Lemma(token) is "he" or "she";

    private bool HasMark(Clause clause, string particle)
    {
        foreach (int child in tree.Children(clause.Head))
        {
            if (tree.Is(child, "mark") && tree.Lemma(child) == particle && child > clause.Head)
            {
                return true;
            }
        }

        return particle == "to" && clause.Complement >= 0 && clause.ComplementIsOpen;
    }

    private bool Modified(int token, EventTriggerPattern pattern)
    {
        foreach (int child in tree.Children(token))
        {
            if ((tree.Is(child, "amod") || tree.Is(child, "det") || tree.Is(child, "compound") || tree.Is(child, "advmod") || tree.Is(child, "nmod:poss")) && pattern.Modifiers.Contains(tree.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }
}
