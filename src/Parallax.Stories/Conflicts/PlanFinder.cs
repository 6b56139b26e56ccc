using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds plans and forecasts that a later report tells as done: the act itself, or an amount that turned out otherwise.</summary>
internal static class PlanFinder
{
    /// <summary>What was foretold in an earlier report of the story and is told as done by a draft, first by report order and place.</summary>
    public static IEnumerable<Conflict> Find(ReportSet set, ImmutableArray<ClaimDraft> drafts, ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, int> storyOf)
    {
        ILookup<(int Story, string Class), Proposition> plans = propositions.Where(p => IsPlan(set, p)).ToLookup(p => (storyOf[p.Report], p.Class));
        foreach (ClaimDraft draft in drafts)
        {
            Stand[] told = [.. draft.Own.Where(static s => s is { Kind: PositionKind.Affirms, Basis: StandBasis.Words, Proposition: { Factuality: Factuality.Happened, IsNegated: false, IsMain: true } })];
            bool act = false, amount = false;
            foreach (Stand stand in told)
            {
                foreach (Proposition plan in plans[(storyOf[stand.Proposition.Report], stand.Proposition.Class)].Where(p => set.IsBefore(p.Report, stand.Proposition.Report)))
                {
                    if (!amount && Differing(plan, stand.Proposition) is var (foretold, figure))
                    {
                        amount = true;
                        yield return ConflictFinder.Write(
                            draft, ConflictKind.Figure, ConflictRelation.Update,
                            [Side(set, plan, foretold.Span), Side(set, stand.Proposition, figure.Span)], $"{set[plan.Report].Report.Text.Slice(foretold.Span)} were foretold, {set[stand.Proposition.Report].Report.Text.Slice(figure.Span)} are told as fact");
                    }
                    else if (!act && IsSameAct(plan, stand.Proposition))
                    {
                        act = true;
                        yield return ConflictFinder.Write(draft, ConflictKind.Action, ConflictRelation.Update, [Side(set, plan, plan.Span), Side(set, stand.Proposition, draft.Wording!.Proposition == stand.Proposition ? draft.Wording.Span : stand.Proposition.Span)], "foretold by the one, told as done by the other");
                    }
                }
            }
        }
    }

    // A headline's "to be opened" is a plan whatever the event layer makes of it.
    private static bool IsPlan(ReportSet set, Proposition proposition) => !proposition.IsNegated && set[proposition.Report].Report.Genre != Genre.Opinion
        && (proposition.Factuality == Factuality.Planned || (proposition is { IsMain: true, Factuality: Factuality.Possible, IsFinite: false } && set[proposition.Report].Tokens.Sentences[proposition.Sentence].Part == TextPart.Title));

    private static bool IsSameAct(Proposition plan, Proposition told)
    {
        SlotMatch actor = PropositionMatcher.Slot(plan.Actor, told.Actor), thing = PropositionMatcher.Slot(plan.Object, told.Object), recipient = PropositionMatcher.Slot(plan.Recipient, told.Recipient);
        bool sameThing = thing == SlotMatch.Same && plan.Lemma == told.Lemma;
        bool samePeople = actor == SlotMatch.Same && (recipient == SlotMatch.Same || thing == SlotMatch.Same);
        return actor != SlotMatch.Different && thing != SlotMatch.Different && recipient != SlotMatch.Different && (sameThing || samePeople) && PropositionMatcher.TimesAgree(plan, told) && PropositionMatcher.FiguresAgree(plan, told);
    }

    private static (Figure Foretold, Figure Told)? Differing(Proposition plan, Proposition told)
    {
        foreach (Figure foretold in plan.Figures)
        {
            foreach (Figure figure in told.Figures)
            {
                bool sameThing = ClaimValues.Comparable(foretold, figure) && PropositionMatcher.TimesAgree(plan, told)
                    && WordList.Of(foretold.Measures?.Text ?? "").Where(static w => w.IsContent).Select(static w => w.Stem).Intersect(WordList.Of(figure.Measures?.Text ?? "").Where(static w => w.IsContent).Select(static w => w.Stem), StringComparer.Ordinal).Any();
                if (sameThing && !PropositionMatcher.IntervalsMeet(foretold, figure))
                {
                    return (foretold, figure);
                }
            }
        }

        return null;
    }

    private static ConflictSide Side(ReportSet set, Proposition proposition, Core.Text.TextSpan span) =>
        new(set[proposition.Report].Report.Text.Slice(span), [new SideEvidence(proposition.Report, span.Start, span.End, proposition.Statement?.Id, proposition.Event?.Id)]);
}
