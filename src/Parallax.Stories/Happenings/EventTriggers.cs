using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Happenings;

/// <summary>The words of a report that tell events: those of the event layer, and the other predicates that are compared across reports, states left out.</summary>
internal static class EventTriggers
{
    /// <summary>Their places, in text order.</summary>
    public static ImmutableArray<TextSpan> Find(AnnotatedReport report) =>
    [
        .. report.Events.Select(static e => TextSpan.FromBounds(e.Trigger.Start, e.Trigger.End))
            .Concat(PropositionReader.Read(report).Where(static p => !p.Class.StartsWith("be:", StringComparison.Ordinal)).Select(p => report.Tokens.Span(p.Token)))
            .Distinct().Order(),
    ];
}
