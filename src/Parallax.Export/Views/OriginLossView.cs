using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>What would be left without one origin.</summary>
/// <param name="Origin">The origin.</param>
/// <param name="Loss">What goes with it, in words.</param>
/// <param name="Corroborated">Claims that would no longer go back to two origins.</param>
/// <param name="Fallen">Some of the claims that nobody else affirms; those that several reports tell come first.</param>
internal sealed record OriginLossView(Origin Origin, string Loss, ImmutableArray<ClaimView> Corroborated, ImmutableArray<ClaimView> Fallen)
{
    private const int MostOrigins = 12;
    private const int MostClaims = 3;

    /// <summary>Who it is, as the page calls it; with the occasion, where it is known by its day.</summary>
    public string Name => Origin.Why.StartsWith($"words of {Origin.Root} on ", StringComparison.Ordinal) ? $"{Words.Capital(Origin.Root)} {Origin.Why[$"words of {Origin.Root} ".Length..]}" : Words.Capital(Origin.Root);

    /// <summary>The named origins on which corroboration, or more than one claim, rests; the heaviest first.</summary>
    public static ImmutableArray<OriginLossView> AllOf(AccountIndex index) =>
    [
        .. index.Account.Origins.Where(static o => o.Kind != OriginKind.NotStated && (o.LosesCorroboration.Length > 0 || o.Falls.Length > 1))
            .OrderByDescending(static o => o.LosesCorroboration.Length).ThenByDescending(static o => o.Falls.Length).ThenBy(static o => o.Root, StringComparer.Ordinal).ThenBy(static o => o.Id, StringComparer.Ordinal)
            .Take(MostOrigins).Select(o => Of(index, o)),
    ];

    private static OriginLossView Of(AccountIndex index, Origin origin)
    {
        ImmutableArray<ClaimView> lost = Claims(index, origin.LosesCorroboration), fallen = [.. Claims(index, origin.Falls).OrderByDescending(static c => c.Reports).Take(MostClaims)];
        string[] parts =
        [
            .. origin.LosesCorroboration.Length > 0 ? new[] { $"{Words.Count(origin.LosesCorroboration.Length, "claim")} would no longer be told from two origins" } : [],
            .. origin.Falls.Length > 0 ? new[] { $"nobody else here affirms {Words.Count(origin.Falls.Length, "claim")}" } : [],
        ];
        return new OriginLossView(origin, string.Join("; ", parts), [.. lost.Take(MostClaims)], fallen);
    }

    private static IEnumerable<ClaimView> ClaimsOf(AccountIndex index, ImmutableArray<string> ids) => ids.Select(id => index.Claim(id)).OfType<Claim>().Select(claim => ClaimView.Of(index, claim));

    private static ImmutableArray<ClaimView> Claims(AccountIndex index, ImmutableArray<string> ids) => [.. ClaimsOf(index, ids)];
}
