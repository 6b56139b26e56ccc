using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Origins;

namespace Parallax.Stories.Claims;

/// <summary>Whose word it is that somebody accuses somebody: where what is laid to the other's charge has no clause of its own ("Norland accused the league of theft"), the sentence is the claim, and whoever tells it affirms it.</summary>
internal static class Accusation
{
    /// <summary>The stands on a claim as worded.</summary>
    public static IEnumerable<Stand> AsTold(ReportSet set, IEnumerable<Stand> stands, Wording wording, OriginFinder origins)
    {
        if (wording.Proposition.Statement is not { Stance: Stance.Accuses } own || !own.Cue.Spans.Any(c => wording.Span.Contains(c)))
        {
            return stands;
        }

        Stand[] all = [.. stands];
        return all.All(s => s is { IsAnswer: false, Kind: PositionKind.Affirms } && s.Proposition.Statement is { Stance: Stance.Accuses } other && other.Source.Name == own.Source.Name) ? all.Select(s => OfTeller(set, s, origins)) : all;
    }

    private static Stand OfTeller(ReportSet set, Stand stand, OriginFinder origins)
    {
        AnnotatedReport report = set[stand.Proposition.Report];
        Statement? outer = stand.Proposition.Statement?.Parent is { } parent ? report.Statements.FirstOrDefault(s => s.Id == parent) : null;
        return stand with { Proposition = stand.Proposition with { Statement = outer }, Evidential = outer is null ? origins.OfOwnVoice(report.Report.Id) : origins.Of(outer), Why = outer is null ? "the report tells of the accusation" : stand.Why };
    }
}
