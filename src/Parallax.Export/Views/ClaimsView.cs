using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>Claims that are not disputed, by how well they are supported, and what opposed parties grant each other.</summary>
/// <param name="Corroborated">Two or more origins, contradicted by none here.</param>
/// <param name="Agreed">Claims that both sides of some dispute affirm, with the voices.</param>
/// <param name="Admissions">Statements that admit something.</param>
/// <param name="OneOrigin">Told by several reports that go back to one origin.</param>
/// <param name="PerhapsMore">In one report, and others may tell it.</param>
/// <param name="OneReport">In one report only, without those that another claim already shows as what may be the same.</param>
/// <param name="Updated">Told first one way, later another.</param>
/// <param name="Foretold">Planned or announced.</param>
/// <param name="DeniedPerhaps">Denied, and perhaps affirmed in other words.</param>
/// <param name="Denied">Denied, and affirmed by none here.</param>
internal sealed record ClaimsView(
    ImmutableArray<ClaimView> Corroborated, ImmutableArray<(ClaimView Claim, string First, string Second)> Agreed, ImmutableArray<StatementView> Admissions,
    ImmutableArray<ClaimView> OneOrigin, ImmutableArray<ClaimView> PerhapsMore, ImmutableArray<ClaimView> OneReport, ImmutableArray<ClaimView> Updated, ImmutableArray<ClaimView> Foretold, ImmutableArray<ClaimView> DeniedPerhaps, ImmutableArray<ClaimView> Denied)
{
    public static ClaimsView Of(AccountIndex index)
    {
        ImmutableArray<ClaimView> claims = [.. index.Account.Claims.Select(claim => ClaimView.Of(index, claim))];
        ImmutableArray<ClaimView> one = [.. claims.Where(static claim => claim.Claim.Status == ClaimStatus.OneOrigin)];
        return new ClaimsView(
            [.. claims.Where(static claim => claim.Claim.Status == ClaimStatus.Corroborated)
                .OrderByDescending(static claim => claim.Claim.Origins.So.Low).ThenByDescending(static claim => claim.Claim.Origins.Said.Low).ThenByDescending(static claim => claim.Reports)],
            Agreements(index.Account, claims),
            [.. index.Account.Statements.Where(static statement => statement.Stance == Stance.Admits).Select(statement => StatementView.Of(index, statement))],
            [.. one.Where(static claim => claim.Reports > 1)],
            [.. one.Where(static claim => claim.Reports <= 1 && !claim.Near.IsEmpty).Where(NotShownElsewhere(claims))],
            [.. one.Where(static claim => claim.Reports <= 1 && claim.Near.IsEmpty).Where(NotShownElsewhere(claims))],
            [.. claims.Where(static claim => claim.Claim.Status == ClaimStatus.Updated)],
            [.. claims.Where(static claim => claim.Claim.Status == ClaimStatus.Foretold)],
            [.. claims.Where(static claim => claim.Claim.Status == ClaimStatus.Denied && !claim.Near.IsEmpty)],
            [.. claims.Where(static claim => claim.Claim.Status == ClaimStatus.Denied && claim.Near.IsEmpty)]);
    }

    // What one report tells and may be another claim stands under that one, where its words are shown; of two such the earlier stays. What is only denied says nothing of who affirms it.
    private static Func<ClaimView, bool> NotShownElsewhere(ImmutableArray<ClaimView> claims)
    {
        var under = new HashSet<string>(StringComparer.Ordinal);
        foreach (ClaimView claim in claims.Where(static claim => claim.Claim.Status != ClaimStatus.Denied).OrderByDescending(static claim => claim.Reports))
        {
            under.UnionWith(under.Contains(claim.Claim.Id) ? [] : claim.Claim.Near.Select(static near => near.Claim).OfType<string>());
        }

        return claim => !under.Contains(claim.Claim.Id);
    }

    // Two voices are opposed where one affirms and the other denies the same claim; what both affirm elsewhere is worth a line of its own.
    private static ImmutableArray<(ClaimView Claim, string First, string Second)> Agreements(Account account, ImmutableArray<ClaimView> claims)
    {
        var opposed = new SortedSet<(string, string)>();
        foreach (Claim claim in account.Claims)
        {
            foreach (string yes in Voices(claim, PositionKind.Affirms))
            {
                foreach (string no in Voices(claim, PositionKind.Denies))
                {
                    if (yes != no)
                    {
                        opposed.Add(string.CompareOrdinal(yes, no) < 0 ? (yes, no) : (no, yes));
                    }
                }
            }
        }

        var agreements = ImmutableArray.CreateBuilder<(ClaimView, string, string)>();
        foreach (ClaimView claim in claims)
        {
            string[] voices = [.. Voices(claim.Claim, PositionKind.Affirms)];
            foreach ((string first, string second) in opposed)
            {
                if (voices.Contains(first) && voices.Contains(second) && !Voices(claim.Claim, PositionKind.Denies).Any())
                {
                    agreements.Add((claim, first, second));
                    break;
                }
            }
        }

        return agreements.ToImmutable();
    }

    private static IEnumerable<string> Voices(Claim claim, PositionKind kind) =>
        claim.Positions.Where(position => position.Kind == kind && position.Statement is not null).Select(static position => position.Voice).Distinct(StringComparer.Ordinal);
}
