using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Events.Clauses;

namespace Parallax.Language.Events.Triggers;

/// <content>Fights with words: "attacked her for suggesting that …", "a line of attack", and what reports of campaigns call attacks, battles, rallies and defeats.</content>
internal sealed partial class EventSense
{
    private const int EnoughOfCampaign = 4;

    private bool? _isCampaign;

    // Whether an attack is made with words: its verb brings in what is said, a saying, a speech or an "as" goes with it, or rivals in a campaign make it and the sentence knows no violence.
    private bool IsInWords(Clause clause, bool noun)
    {
        if (IsViolent(clause.Head))
        {
            return false;
        }

        if (noun ? IsLineOfAttack(clause) : IsCue(clause.Head) || SaysBeside(clause))
        {
            return true;
        }

        bool saying = clause.Obliques.Exists(o => (o.Preposition is "in" or "on" or "with" && ClauseWords.Is("said-in", tree.Lemma(o.Head))) || (o.Preposition == "as" && _tokens.Tags[o.Head] is UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Pron));
        int[] attacked = noun ? [.. clause.After("on"), .. clause.After("against")] : [.. clause.Objects];
        bool people = attacked.Length > 0 && attacked.All(IsPeopleOrBody);
        return (saying && clause.Subjects.Exists(participants.CanAct) && !noun) || (people && IsCampaign() && clause.Subjects.TrueForAll(s => _tokens.Tags[s] == UniversalTag.Pron || IsPeopleOrBody(s)));
    }

    // "this line of attack on Vale"
    private bool IsLineOfAttack(Clause clause) => tree.Is(clause.Head, "nmod") && tree.Lemma(tree.Head(clause.Head)) == "line" && tree.Child(clause.Head, "case") is >= 0 and int of && tree.Lemma(of) == "of";

    // "attacked him relentlessly, calling him a liar": an act of the same clause that brings in words.
    private bool SaysBeside(Clause clause)
    {
        foreach (int child in tree.Children(clause.Head))
        {
            if (!clause.IsPassive && child > clause.Head && tree.Is(child, "advcl") && tree.Child(child, "nsubj") < 0 && _tokens.Form(child).EndsWith("ing", StringComparison.Ordinal) && IsCue(child))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsCue(int token)
    {
        TextSpan span = _tokens.Span(token);
        return report.Statements.Any(s => s.Cue.Spans.Any(c => c.Contains(span)));
    }

    private bool IsPeopleOrBody(int token) => participants.EntityAt(token)?.Kind is ActorKind.Person or ActorKind.Organization or ActorKind.Group or ActorKind.Unnamed && !IsState(token);

    private bool IsViolent(int token)
    {
        Sentence sentence = _tokens.Sentences[_tokens.SentenceOf(token)];
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            if (t != token && ClauseWords.Is("violence", tree.Lemma(t)))
            {
                return true;
            }
        }

        return false;
    }

    // Whether a report tells of a campaign for office: it has words of elections, more of them than of violence.
    private bool IsCampaign()
    {
        if (_isCampaign is { } known)
        {
            return known;
        }

        int electoral = 0, violent = 0;
        for (int t = 0; t < _tokens.Count; t++)
        {
            electoral += ClauseWords.Is("electoral", tree.Lemma(t)) ? 1 : 0;
            violent += ClauseWords.Is("violence", tree.Lemma(t)) ? 1 : 0;
        }

        _isCampaign = electoral >= EnoughOfCampaign && electoral > 2 * violent;
        return _isCampaign.Value;
    }

    // "a campaign rally", "her rally in Tarn" of a candidate: people who come to hear and protest against nothing.
    private bool IsCampaignRally(Clause clause) => !clause.After("against").Any() && !IsAnti(clause.Head)
        && (HasModifier(clause.Head, "of-campaign") || (IsCampaign() && clause.Subjects.Concat(clause.After("by")).All(IsPeopleOrBody)));

    private bool IsAnti(int noun)
    {
        for (int t = tree.First(noun); t < noun; t++)
        {
            if (_tokens.Form(t).StartsWith("anti", StringComparison.OrdinalIgnoreCase) || ClauseWords.Is("protested", tree.Lemma(t)))
            {
                return true;
            }
        }

        return false;
    }

    // "a three-way battle", "clashed over taxes", "fight for the nomination" in a campaign, but "marchers clashed with them".
    private bool IsRivalry(Clause clause) => IsCampaign() && !IsViolent(clause.Head) && clause.After("against").All(IsPerson) && clause.Subjects.Concat(clause.Objects).Concat(clause.After("with")).All(s => IsPerson(s) || participants.EntityAt(s)?.Kind is not (ActorKind.Group or ActorKind.Unnamed))
        && !clause.Subjects.Concat(clause.Objects).Concat(clause.Obliques.Select(static o => o.Head)).Any(h => IsState(h) || ClauseWords.Is("police", tree.Lemma(h)));

    // "has built a movement", "developed a relationship", "Orsk began Sunday with a call": nothing made, opened or begun of which a timeline would tell.
    private bool IsFigureOfMaking(Clause clause, EventTriggerPattern pattern) => pattern.Rule.Id == "none.announce" && pattern.Objects.Count == 0
        && (pattern.Lemma is "build" or "develop" or "produce" or "construct" ? clause.Objects.Count > 0 && clause.Objects.TrueForAll(o => ClauseWords.Is("made-in-mind", tree.Lemma(o)))
            : pattern.Lemma is "begin" or "start" or "end" && !clause.IsPassive && clause.Subjects.Count > 0 && clause.Subjects.TrueForAll(IsPerson) && clause.Objects.TrueForAll(o => ClauseWords.Is("spoken-through", tree.Lemma(o))));
}
