using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Times;

namespace Parallax.Language.Events.Triggers;

/// <content>Words of events in other words and in figures of speech: "President-elect", "Summit says", "arrest the decline", "kick them when they are down".</content>
internal sealed partial class EventSense
{
    private bool? _isGame;

    // Whether the word tells no deed at all where it stands.
    private bool IsNoDeed(Clause clause, EventTriggerPattern pattern, bool noun)
    {
        if (noun ? IsNameOfBody(clause) : IsHalfOfWord(clause.Head))
        {
            return true;
        }

        return pattern.Rule.Type switch
        {
            PloverType.ASSAULT => (noun && pattern.Lemma == "kill") || IsWhenDown(clause, pattern) || (ClauseWords.Is("fought-in-play", pattern.Lemma) && IsGame()), // "road kill", "the wolf guarded its kill"
            PloverType.COERCE => (pattern.Rule.Id == "coerce.arrest" && pattern is { Lemma: "arrest", Objects.Count: 0 } && !noun && !clause.IsPassive && clause.Objects.Count > 0 && clause.Objects.TrueForAll(o => IsInert(o) && !IsPeople(o))) // "arrest global warming"
                || (pattern.Rule.Id == "coerce.martial" && clause.Objects.Exists(o => tree.Lemma(o) == "rule" && !HasModifier(o, "ruling"))) // "impose a rule"
                || (ClauseWords.Is("fought-in-play", pattern.Lemma) && IsGame()),
            PloverType.PROTEST => (noun && pattern.Lemma == "stoppage" && !HasModifier(clause.Head, "stopped-work")) // "the referee's stoppage"
                || (IsRampage(pattern) && !clause.Subjects.Exists(IsCrowd)), // "he went on a rampage"
            PloverType.ACCUSE => !noun && pattern.Lemma is "inquire" or "enquire" && pattern.Objects.Count == 0 && !clause.After("into").Any(),
            PloverType.CONCEDE => !noun && pattern.Lemma is "permit" or "allow" && !clause.IsPassive && clause.Subjects.Count > 0 && clause.Subjects.TrueForAll(IsInert), // "the verdict permits review"
            PloverType.REQUEST => !noun && ((pattern.Lemma is "require" or "need" && clause.Subjects.Count == 0 && (tree.Is(clause.Head, "acl") || tree.Is(clause.Head, "amod"))) // "the skill required"
                || (pattern is { Lemma: "suggest", Objects.Count: 0 } && clause.Subjects.Count > 0 && !clause.IsPassive && clause.Subjects.TrueForAll(IsInert))),
            _ => false,
        };
    }

    // "President-elect Maro", "rear-ended a lorry": half of a word, unless the first half only says how ("re-elected", "co-hosted").
    private bool IsHalfOfWord(int head) => head > 1 && _tokens.Form(head - 1) is "-" && _tokens.Span(head - 1).End == _tokens.Span(head).Start && _tokens.Span(head - 2).End == _tokens.Span(head - 1).Start
        && _tokens.SentenceOf(head - 1) == _tokens.SentenceOf(head) && !ClauseWords.Is("verb-prefix", _tokens.Form(head - 2).ToString().ToLowerInvariant());

    // "Summit says": a body that is called by a word for an event.
    private bool IsNameOfBody(Clause clause)
    {
        int head = clause.Head;
        return char.IsUpper(_tokens.Form(head)[0]) && tree.Child(head, "det") < 0 && clause.Modifiers.Count == 0
            && (participants.EntityAt(head)?.Kind is ActorKind.Organization or ActorKind.Outlet or ActorKind.Person || (tree.Is(head, "nsubj") && tree.Head(head) is >= 0 and int verb && tree.Lemma(verb) is "say" or "tell" or "announce" or "confirm"));
    }

    // "kick them when they are down"
    private bool IsWhenDown(Clause clause, EventTriggerPattern pattern)
    {
        if (pattern.Lemma is not ("kick" or "hit"))
        {
            return false;
        }

        foreach (int child in tree.Children(clause.Head))
        {
            if (tree.Is(child, "advcl") && (tree.Lemma(child) == "down" || (tree.Child(child, "advmod") is >= 0 and int where && tree.Lemma(where) == "down")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRampage(EventTriggerPattern pattern) => pattern.Lemma == "rampage" || pattern.Objects.Contains("rampage");

    private bool IsCrowd(int token) => _tokens.Features[token].Contains("Number=Plur", StringComparison.Ordinal) || ClauseWords.Is("crowd", tree.Lemma(token));

    private bool IsGame() => _isGame ??= GameReports.IsOne(_tokens);
}
