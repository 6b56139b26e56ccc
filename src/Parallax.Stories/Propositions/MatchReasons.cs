using System.Globalization;

namespace Parallax.Stories.Propositions;

/// <summary>Why the clauses of a group are one, each reason told once: what several pairs have in common, with how sure they were.</summary>
internal static class MatchReasons
{
    // A group of many clauses has many pairs; more reasons than these nobody reads.
    private const int Most = 6;

    /// <summary>The reasons in ordinal order, at most six.</summary>
    public static string[] Of(IEnumerable<PropositionMatch> matches) =>
        [.. matches.GroupBy(static m => m.Why, StringComparer.Ordinal).Select(static g => g.Key + Sureness([.. g.Where(static m => m.Sure is not null).Select(static m => m.Sure!.Value / 10)])).Order(StringComparer.Ordinal).Take(Most)];

    private static string Sureness(int[] percents)
    {
        if (percents.Length == 0)
        {
            return "";
        }

        (int low, int high) = (percents.Min(), percents.Max());
        return string.Create(CultureInfo.InvariantCulture, $", {(low == high ? $"{low} %" : $"{low} to {high} %")} sure to be one{(percents.Length == 1 ? "" : $" in {percents.Length} pairs")}");
    }
}
