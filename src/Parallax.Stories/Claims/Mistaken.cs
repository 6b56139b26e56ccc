using Parallax.Core.Accounts;
using Parallax.Stories.Origins;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>A belief that the report itself calls wrong: "the owners had mistakenly believed that the yard was safe" has two voices, and the report's own denies it.</summary>
internal static class Mistaken
{
    private static readonly string[] Wrongly = ["mistakenly", "wrongly", "falsely", "erroneously", "incorrectly", "untruthfully"];

    /// <summary>The stand, with that of the report behind it where it calls the belief wrong.</summary>
    public static IEnumerable<Stand> WithTeller(Stand stand, OriginFinder origins)
    {
        yield return stand;
        if (stand is { IsAnswer: false, Kind: PositionKind.Affirms or PositionKind.Denies, Proposition.Statement: { Parent: null } statement } && WordList.Of(statement.Cue.Text).FirstOrDefault(static w => Wrongly.Contains(w.Lower)) is { Lower: { } word })
        {
            yield return stand with
            {
                Proposition = stand.Proposition with { Key = stand.Proposition.Key + ":own", Statement = null, Event = null },
                Kind = stand.Kind == PositionKind.Affirms ? PositionKind.Denies : PositionKind.Affirms,
                Evidential = origins.OfOwnVoice(stand.Proposition.Report),
                Why = $"“{word}” is the report's own word",
            };
        }
    }
}
