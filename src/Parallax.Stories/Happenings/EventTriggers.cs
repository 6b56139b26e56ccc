using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Stories.Happenings;

/// <summary>The words of a report that tell events.</summary>
internal static class EventTriggers
{
    /// <summary>Their places, in text order.</summary>
    public static ImmutableArray<TextSpan> Find(AnnotatedReport report) => [.. report.Events.Select(static e => TextSpan.FromBounds(e.Trigger.Start, e.Trigger.End)).Distinct().Order()];
}
