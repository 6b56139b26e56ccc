using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>What one report does with one claim, as a sign and a word.</summary>
/// <param name="Sign">A sign that stands beside the word and never alone.</param>
/// <param name="Word">The word: says, denies, does not mention ….</param>
/// <param name="Cite">Its sentence, or null.</param>
/// <param name="IsSilent">Whether the report takes no position.</param>
internal sealed record GridCell(string Sign, string Word, Cite? Cite, bool IsSilent);

/// <summary>One claim over all reports.</summary>
internal sealed record GridRow(ClaimView Claim, ImmutableArray<GridCell> Cells);

/// <summary>Claims by reports, what divides most first.</summary>
internal sealed record GridView(ImmutableArray<GridRow> Rows)
{
    public static GridView Of(AccountIndex index)
    {
        var rows = new List<GridRow>();
        foreach (Claim claim in index.Account.Claims)
        {
            ClaimView view = ClaimView.Of(index, claim);
            if (view.Reports > 1 || claim.Status == ClaimStatus.Disputed)
            {
                rows.Add(new GridRow(view, [.. Enumerable.Range(0, index.Account.Reports.Length).Select(report => Cell(index, view, report))]));
            }
        }

        return new GridView([.. rows.OrderByDescending(static row => Division(row.Claim.Claim)).ThenByDescending(static row => row.Claim.Reports)]);
    }

    // How evenly the reports stand against each other: the smaller camp counts most, then the undecided.
    private static int Division(Claim claim)
    {
        int affirm = Reports(claim, PositionKind.Affirms), deny = Reports(claim, PositionKind.Denies);
        int undecided = Reports(claim, PositionKind.Doubts) + Reports(claim, PositionKind.Qualifies) + Reports(claim, PositionKind.SaysNotKnown);
        return (Math.Min(affirm, deny) * 100) + (claim.Status == ClaimStatus.Disputed ? 50 : 0) + (Math.Min(undecided, 9) * 5) + (claim.Status == ClaimStatus.Updated ? 3 : 0);
    }

    private static int Reports(Claim claim, PositionKind kind) => claim.Positions.Where(position => position.Kind == kind).Select(static position => position.Report).Distinct(StringComparer.Ordinal).Count();

    private static GridCell Cell(AccountIndex index, ClaimView claim, int reportIndex)
    {
        AccountReport report = index.Account.Reports[reportIndex];
        if (report.Sentences.Length == 0)
        {
            return new GridCell("∅", "not captured", null, true);
        }

        PositionView? position = Strongest(claim, report.Id);
        if (position is null)
        {
            return Otherwise(index, claim, report.Id) ?? (claim.Near.FirstOrDefault(near => near.Telling.Evidence.Report == report.Id) is { } near
                ? new GridCell("≈", Words.MayBeTheSame, near.Cite, false) : new GridCell("·", "does not mention", null, true));
        }

        bool other = !position.IsOwnVoice && position.Position.Voice != report.Outlet?.Name;
        return position.Position.Kind switch
        {
            PositionKind.Affirms when Otherwise(index, claim, report.Id) is { } otherwise => otherwise,
            PositionKind.Affirms => other ? new GridCell("”", "attributes to " + position.Who, position.Cite, false) : new GridCell("+", "says", position.Cite, false),
            PositionKind.Denies => new GridCell("−", other ? position.Who + " denies" : "denies", position.Cite, false),
            PositionKind.Doubts => new GridCell("~", other ? position.Who + " doubts" : "doubts", position.Cite, false),
            PositionKind.Qualifies => new GridCell("±", other ? position.Who + " says so with a limit" : "says with a limit", position.Cite, false),
            PositionKind.SaysNotKnown => new GridCell("?", other ? position.Who + " says it is not known" : "says it is not known", position.Cite, false),
            PositionKind.DeniesSomethingElse => new GridCell("≁", "denies something else", position.Cite, false),
            _ => throw new ArgumentOutOfRangeException(nameof(claim), position.Position.Kind, null),
        };
    }

    // A report may give both sides; the cell then shows the one it says itself, else the first of this order.
    private static PositionView? Strongest(ClaimView claim, string report)
    {
        PositionView? best = null;
        foreach (PositionView position in claim.Positions)
        {
            if (position.Position.Report == report && (best is null || Rank(position) < Rank(best)))
            {
                best = position;
            }
        }

        return best;
    }

    private static int Rank(PositionView position) => position.Position.Kind switch
    {
        PositionKind.DeniesSomethingElse => 20, PositionKind.SaysNotKnown => 15, PositionKind.Affirms when position.IsOwnVoice => 0, PositionKind.Affirms => 4,
        PositionKind.Denies => position.IsOwnVoice ? 1 : 3, PositionKind.Doubts => 5, PositionKind.Qualifies => 2, _ => 30,
    };

    // On another side of a conflict than the words of the heading: "says otherwise", with what it says.
    private static GridCell? Otherwise(AccountIndex index, ClaimView claim, string report)
    {
        foreach (Conflict conflict in index.Account.Conflicts)
        {
            if (conflict.Claim != claim.Claim.Id || conflict.Relation == ConflictRelation.Compatible || conflict.Kind == ConflictKind.Denial)
            {
                continue;
            }

            foreach (ConflictSide side in conflict.Sides.Skip(1))
            {
                SideEvidence? own = side.Evidence.FirstOrDefault(evidence => evidence.Report == report);
                if (own is not null && !conflict.Sides[0].Evidence.Any(evidence => evidence.Report == report))
                {
                    string word = conflict.Relation == ConflictRelation.Update ? "says later: " : "says otherwise: ";
                    return new GridCell("≠", word + side.Value, index.CiteAt(own.Report, own.Start, own.End), false);
                }
            }
        }

        return null;
    }
}
