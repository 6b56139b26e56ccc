using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>One column of a dispute.</summary>
/// <param name="Heading">What this side says, in words of a report or as a value.</param>
/// <param name="HeadingReport">The report whose words the heading is, −1 for the page's own words.</param>
/// <param name="Voices">Each in its own words with its chain.</param>
internal sealed record DisputeSide(string Heading, int HeadingReport, ImmutableArray<PositionView> Voices);

/// <summary>Something on which the reports, or those they quote, do not say the same.</summary>
/// <param name="Claim">The claim, or null where the conflict names one that is not in the account.</param>
/// <param name="Conflict">The conflict, or null where only the positions on the claim tell that it is disputed.</param>
/// <param name="Question">One line on what exactly they differ.</param>
/// <param name="Sides">Two or more.</param>
/// <param name="Resembling">Denials of something else, shown as that.</param>
internal sealed record DisputeView(ClaimView? Claim, Conflict? Conflict, string Question, ImmutableArray<DisputeSide> Sides, ImmutableArray<PositionView> Resembling)
{
    /// <summary>Conflicts in account order.</summary>
    public static ImmutableArray<DisputeView> AllOf(AccountIndex index, ConflictRelation relation = ConflictRelation.Conflict)
    {
        var disputes = ImmutableArray.CreateBuilder<DisputeView>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (Conflict conflict in index.Account.Conflicts.Where(conflict => conflict.Relation == relation))
        {
            Claim? claim = index.Claim(conflict.Claim);
            ClaimView? view = claim is null ? null : ClaimView.Of(index, claim);
            ImmutableArray<DisputeSide> sides = conflict.Kind == ConflictKind.Denial && view is not null ? SidesOf(view) : [];
            sides = sides.Length >= 2 ? sides : [.. conflict.Sides.Select(side => SideOf(index, side, conflict.Kind))];
            disputes.Add(new DisputeView(view, conflict, Words.Differ(conflict), sides, shown.Add(conflict.Claim) ? [.. ResemblingOf(view).Where(voice => !conflict.Sides.Any(side => side.Evidence.Any(e => e.Statement is not null && e.Statement == voice.Position.Statement)))] : []));
        }

        // What one voice affirms and another denies is disputed also where no difference of words was worth a record of its own.
        foreach (Claim claim in index.Account.Claims.Where(claim => relation == ConflictRelation.Conflict && claim.Status == ClaimStatus.Disputed && !shown.Contains(claim.Id) && !IsShownBy(index, claim, shown)))
        {
            ClaimView view = ClaimView.Of(index, claim);
            if (SidesOf(view) is { Length: >= 2 } sides)
            {
                disputes.Add(new DisputeView(view, null, Words.Differ(ConflictKind.Denial), sides, ResemblingOf(view)));
            }
        }

        return disputes.ToImmutable();
    }

    // Who affirms it and who denies it do so under another claim that is shown: one dispute.
    private static bool IsShownBy(AccountIndex index, Claim claim, HashSet<string> shown) => shown.Any(id => index.Claim(id) is { } other
        && claim.Positions.Where(static p => p.Kind is PositionKind.Affirms or PositionKind.Denies).All(p => p.Statement is not null && other.Positions.Any(o => o.Statement == p.Statement && o.Kind == p.Kind)));

    private static ImmutableArray<DisputeSide> SidesOf(ClaimView claim)
    {
        var sides = ImmutableArray.CreateBuilder<DisputeSide>();
        Add("Says it is so", PositionKind.Affirms);
        Add("Says it with a limit", PositionKind.Qualifies);
        Add("Denies it", PositionKind.Denies);
        Add("Doubts it", PositionKind.Doubts);
        Add("Says it is not known", PositionKind.SaysNotKnown);
        return sides.ToImmutable();

        void Add(string heading, PositionKind kind)
        {
            ImmutableArray<PositionView> voices = [.. claim.Positions.Where(position => position.Position.Kind == kind)];
            if (voices.Length > 0)
            {
                sides.Add(new DisputeSide(heading, -1, voices));
            }
        }
    }

    private static DisputeSide SideOf(AccountIndex index, ConflictSide side, ConflictKind kind)
    {
        var voices = ImmutableArray.CreateBuilder<PositionView>();
        foreach (SideEvidence evidence in side.Evidence)
        {
            if (index.Report(evidence.Report) is not { } report)
            {
                continue;
            }

            Statement? statement = index.Statement(evidence.Statement);
            string words = AccountIndex.Slice(report, evidence.Start, evidence.End);
            int reportIndex = index.ReportIndex(evidence.Report);
            voices.Add(new PositionView(
                new Position(PositionKind.Affirms, evidence.Statement, evidence.Event, evidence.Report, statement?.Source.Name ?? "own voice", ""),
                statement is null ? "the report itself" : statement.Source.Name is { Length: > 0 } name ? name : "somebody not named", statement is null, new Excerpt(statement is null ? words : StatementView.Readable(statement), reportIndex),
                statement is null ? [] : ChainStep.Of(index, statement), index.CiteAt(evidence.Report, evidence.Start, evidence.End)));
        }

        return new DisputeSide(kind == ConflictKind.Time ? TimeWords.Of(side.Value) : side.Value, side.Evidence.Length > 0 ? index.ReportIndex(side.Evidence[0].Report) : -1, voices.ToImmutable());
    }

    private static ImmutableArray<PositionView> ResemblingOf(ClaimView? claim) =>
        claim?.Resembling ?? [];
}
