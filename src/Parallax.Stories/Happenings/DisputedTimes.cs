using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;

namespace Parallax.Stories.Happenings;

/// <summary>Takes the time from happenings whose tellers contradict each other on it: no one of the times is then the happening's own.</summary>
internal static class DisputedTimes
{
    /// <summary>The happenings, those of disputed time without one and with the dispute in the explanation.</summary>
    public static ImmutableArray<Happening> Apply(ImmutableArray<Happening> happenings, ImmutableArray<Conflict> conflicts, ExplanationBook book)
    {
        Conflict[] times = [.. conflicts.Where(static c => c is { Kind: ConflictKind.Time, Relation: ConflictRelation.Conflict })];
        return [.. happenings.Select(h => h.Time is not null && Array.Find(times, c => c.Sides.Any(s => s.Evidence.Any(e => e.Event is { } told && h.Events.Contains(told)))) is { } dispute ? Without(h, dispute) : h)];

        Happening Without(Happening happening, Conflict dispute)
        {
            Explanation made = happening.Explanation ?? Explanation.Of("happening", "told as one");
            Explanation why = made with { Text = $"{made.Text}; its time is disputed: {string.Join("; ", dispute.Sides.Select(static s => s.Value))}" };
            book.Add(happening.Id, why);
            return happening with { Time = null, Explanation = why };
        }
    }
}
