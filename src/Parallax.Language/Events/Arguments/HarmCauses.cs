using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Triggers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Arguments;

/// <summary>By what people are killed and houses destroyed where the clause names no doer: by what was told nearest before, a catastrophe or an attack.</summary>
internal sealed class HarmCauses(EventLexicon lexicon, AnnotatedReport report, SyntaxTree tree, Participants participants)
{
    private readonly TokenLayer _tokens = report.Tokens;

    /// <summary>"Ten were killed", "it destroyed two villages" with no doer in the clause: whether by a catastrophe.</summary>
    public bool AreDisasters(Clause clause)
    {
        if (clause.Subjects.Exists(s => _tokens.Tags[s] == UniversalTag.Pron ? participants.EntityAt(s) is { Kind: not ActorKind.Other } : participants.CanAct(s)))
        {
            return false;
        }

        return Cause(clause.Head) ?? false;
    }

    /// <summary>"The bridge had been damaged": whether an attack was told nearest before, or else after it in its sentence.</summary>
    public bool IsAttack(Clause clause)
    {
        Sentence sentence = _tokens.Sentences[_tokens.SentenceOf(clause.Head)];
        return (CauseBefore(clause.Head, sentence.FirstToken) ?? CauseAfter(clause.Head, sentence.EndToken, mishaps: false) ?? CauseBefore(sentence.FirstToken, 0)) is false;
    }

    /// <summary>Id of the rule by which an injury is read: "the blast injured two", "a man shot one and injured two" tell an attack, "50 were injured" what was told before.</summary>
    public string Injury(Clause clause, bool nature) =>
        clause.Subjects.Exists(s => participants.CanAct(s) || IsAttack(lexicon.Noun(tree.Lemma(s)))) ? "assault.kill"
        : nature ? "none.nature"
        : Cause(clause.Head) switch { true => "none.nature", false => "assault.kill", null => "none.death" };

    // The catastrophe (true) or attack (false) told nearest before, else after, a word in its sentence; else in the sentences before; for the head of a report in the next.
    private bool? Cause(int head)
    {
        int sentence = _tokens.SentenceOf(head), first = _tokens.Sentences[sentence].FirstToken;
        bool? cause = CauseBefore(head, first) ?? CauseAfter(head, _tokens.Sentences[sentence].EndToken, mishaps: false) ?? CauseBefore(first, 0);
        return cause ?? CauseAfter(head, _tokens.Sentences[Math.Min(sentence + 2, _tokens.Sentences.Length - 1)].EndToken, mishaps: true);
    }

    private bool? CauseBefore(int head, int first)
    {
        for (int t = head - 1; t >= first; t--)
        {
            if (CauseAt(t) is { } cause)
            {
                return cause;
            }
        }

        return null;
    }

    private bool? CauseAfter(int head, int end, bool mishaps)
    {
        for (int t = head + 1; t < end; t++)
        {
            if (CauseAt(t) is { } cause)
            {
                return cause;
            }

            if (mishaps && _tokens.Tags[t] == UniversalTag.Verb && ClauseWords.Is("mishap", tree.Lemma(t)))
            {
                return true;
            }
        }

        return null;
    }

    // Whether a word tells a catastrophe (true), an attack (false) or neither.
    private bool? CauseAt(int token)
    {
        if (_tokens.Tags[token] is not (UniversalTag.Noun or UniversalTag.Verb))
        {
            return null;
        }

        string lemma = tree.Lemma(token);
        return ClauseWords.Is("disaster", lemma) ? true : ClauseWords.Is("harm", lemma) ? null : IsAttack(_tokens.Tags[token] == UniversalTag.Noun ? lexicon.Noun(lemma) : lexicon.Verb(lemma)) ? false : null;
    }

    private static bool IsAttack(ReadOnlySpan<EventTriggerPattern> patterns)
    {
        foreach (EventTriggerPattern pattern in patterns)
        {
            if (pattern.Rule.Type == PloverType.ASSAULT && pattern is { Particle: null, Objects.Count: 0, Subjects.Count: 0, Modifiers.Count: 0 })
            {
                return true;
            }
        }

        return false;
    }
}
