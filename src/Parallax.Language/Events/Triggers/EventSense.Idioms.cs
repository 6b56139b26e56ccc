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
        if (noun ? IsNameOfBody(clause) : IsHalfOfWord(clause.Head) || IsInName(clause.Head))
        {
            return true;
        }

        return pattern.Rule.Type switch
        {
            PloverType.ASSAULT => (noun && pattern.Lemma == "kill") || IsWhenDown(clause, pattern) || (ClauseWords.Is("fought-in-play", pattern.Lemma) && IsGame()), // "road kill", "the wolf guarded its kill"
            PloverType.COERCE => (pattern.Rule.Id == "coerce.arrest" && pattern is { Lemma: "arrest" or "lock", Objects.Count: 0 } && !noun && !clause.IsPassive && clause.Objects.Count > 0 && clause.Objects.TrueForAll(o => IsInert(o) && !IsPeople(o))) // "arrest global warming", "locked up the top seed"
                || (pattern.Rule.Id == "coerce.martial" && clause.Objects.Exists(o => tree.Lemma(o) == "rule" && !HasModifier(o, "ruling"))) // "impose a rule"
                || (ClauseWords.Is("fought-in-play", pattern.Lemma) && IsGame()),
            PloverType.NONE => pattern.Rule.Id == "none.death" && (IsDying(clause, pattern, noun) || (!noun && IsMove(clause, pattern))),
            PloverType.AID or PloverType.RETREAT => !noun && ClauseWords.Is("moved-in-play", pattern.Lemma) && IsGame(),
            PloverType.MOBILIZE => !noun && pattern is { Lemma: "amass" or "gather", Objects.Count: 0 } && clause.Objects.Count > 0 && !clause.Objects.Exists(IsDeployed), // "amassed points"
            PloverType.CONSULT => IsFixture(clause, pattern, noun),
            PloverType.PROTEST => (!noun && pattern is { Lemma: "barricade", Objects.Count: 0 } && IsHiding(clause)) || (!noun && pattern is { Lemma: "rally", Objects.Count: 0 } && IsGame()) || (noun && pattern.Lemma == "stoppage" && !HasModifier(clause.Head, "stopped-work")) // "the referee's stoppage"
                || (IsRampage(pattern) && !clause.Subjects.Exists(IsCrowd)) // "he went on a rampage"
                || (!noun && pattern is { Lemma: "call", Particle: null } && tree.Child(clause.Head, "xcomp") is >= 0 and int how && _tokens.Tags[how] is UniversalTag.Adj or UniversalTag.Noun), // "called the strike reckless"
            PloverType.ACCUSE => (!noun && pattern.Lemma == "regret" && clause.Objects.Count == 0) || (!noun && pattern.Lemma is "inquire" or "enquire" && pattern.Objects.Count == 0 && !clause.After("into").Any()), // "regretted not giving him a chance"
            PloverType.CONCEDE => !noun && pattern.Lemma is "permit" or "allow" && !clause.IsPassive && clause.Subjects.Count > 0 && clause.Subjects.TrueForAll(IsInert), // "the verdict permits review"
            PloverType.REQUEST => !noun && ((pattern.Lemma is "require" or "need" && clause.Subjects.Count == 0 && (tree.Is(clause.Head, "acl") || tree.Is(clause.Head, "amod"))) // "the skill required"
                || (pattern is { Lemma: "suggest", Objects.Count: 0 } && clause.Subjects.Count > 0 && !clause.IsPassive && clause.Subjects.TrueForAll(IsInert))),
            _ => false,
        };
    }

    // "President-elect Maro", "rear-ended a lorry": half of a word, unless the first half only says how ("re-elected", "co-hosted").
    private bool IsHalfOfWord(int head) => head > 1 && _tokens.Form(head - 1) is "-" && _tokens.Span(head - 1).End == _tokens.Span(head).Start && _tokens.Span(head - 2).End == _tokens.Span(head - 1).Start
        && _tokens.SentenceOf(head - 1) == _tokens.SentenceOf(head) && !ClauseWords.Is("verb-prefix", _tokens.Form(head - 2).ToString().ToLowerInvariant());

    // "said on Meet the Harbour": a verb inside the name of a programme or body.
    private bool IsInName(int head)
    {
        Sentence sentence = _tokens.Sentences[_tokens.SentenceOf(head)];
        return char.IsUpper(_tokens.Form(head)[0]) && head > sentence.FirstToken && report.Names.Overlapping(_tokens.Span(head)).Any(n => n.Span.Length > _tokens.Span(head).Length)
            && Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Any(t => _tokens.Tags[t] == UniversalTag.Verb && char.IsLower(_tokens.Form(t)[0])); // no headline in capitals
    }

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

    // "is dying of a disease", "is near death": alive.
    private bool IsDying(Clause clause, EventTriggerPattern pattern, bool noun) => noun
        ? pattern.Lemma == "death" && ((tree.Child(clause.Head, "case") is >= 0 and int near && tree.Lemma(near) is "near" or "close") || (tree.Head(clause.Head) is >= 0 and int close && tree.Lemma(close) is "close" or "near"))
        : pattern.Lemma == "die" && tree.Child(clause.Head, "aux") is >= 0 and int be && tree.Lemma(be) == "be" && _tokens.Form(clause.Head).EndsWith("ing", StringComparison.Ordinal);

    // "sank a free throw", "crashes the boards"
    private bool IsMove(Clause clause, EventTriggerPattern pattern) => pattern.Lemma is "sink" or "crash" or "collapse" && !clause.IsPassive && clause.Objects.Count > 0 && clause.Objects.TrueForAll(IsInert) && IsGame();

    // "the semi-final meeting against the Rovers", "returned to the field": nobody confers with or visits anybody.
    private bool IsFixture(Clause clause, EventTriggerPattern pattern, bool noun) => noun
        ? pattern.Lemma == "meeting" && clause.After("against").Any() && IsGame()
        : pattern.Rule.Id == "consult.visit" && pattern.Lemma is "return" or "come" or "go" or "head" && IsGame() && !clause.Obliques.Exists(o => _tokens.Tags[o.Head] == UniversalTag.Propn);

    // "a police raid", "a raid by officers": a search.
    private bool IsSearch(Clause clause)
    {
        bool IsPolice(int token) => ClauseWords.Is("police", tree.Lemma(token));
        return clause.Subjects.Exists(IsPolice) || clause.After("by").Any(IsPolice) || tree.Children(clause.Head).ToArray().Any(c => c < clause.Head && IsPolice(c));
    }

    // "barricaded himself in a room", "was found barricaded inside": somebody who hides and not a crowd that blocks.
    private bool IsHiding(Clause clause)
    {
        List<int> sides = clause.IsPassive ? clause.Objects : clause.Subjects;
        return sides.Count == 0 || !sides.Exists(IsCrowd);
    }

    // "injured his knee in the match": a mishap of his own.
    private bool IsOwnBody(Clause clause) => !clause.IsPassive && clause.Objects.Count > 0 && clause.Subjects.Count > 0
        && clause.Objects.TrueForAll(o => _tokens.Tags[o] == UniversalTag.Noun && !participants.CanAct(o) && tree.Child(o, "nmod:poss") is >= 0 and int owner && _tokens.Tags[owner] == UniversalTag.Pron);

    private static bool IsRampage(EventTriggerPattern pattern) => pattern.Lemma == "rampage" || pattern.Objects.Contains("rampage");

    private bool IsCrowd(int token) => _tokens.Features[token].Contains("Number=Plur", StringComparison.Ordinal) || ClauseWords.Is("crowd", tree.Lemma(token));

    private bool IsGame() => _isGame ??= GameReports.IsOne(_tokens);
}
