using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Timelines;

/// <summary>Whether two propositions of one time are one line of the timeline.</summary>
internal sealed class OneTelling
{
    // So many words in common tell of one place by two names ("southern Ostra", "the south of Ostra").
    private const int WordsOfOnePlace = 2;

    private static readonly Lazy<HashSet<string>> Forces = new(static () => Words.StoriesData.Words("en/happenings/forces.txt"));

    // What befalls a thing once in a day.
    private static readonly HashSet<string> Ends = ["destroy", "demolish", "burn", "sink", "close", "open", "collapse"];

    // Different words for one end.
    private static readonly HashSet<string> Losses = ["destroy", "demolish", "burn", "collapse"];

    // Claim by key of the proposition.
    private readonly Dictionary<string, string> _claimOf = new(StringComparer.Ordinal);

    // Claims that may be the same, both ways.
    private readonly HashSet<(string, string)> _near = [];

    // Claims of which some report tells the date.
    private readonly HashSet<string> _dated = new(StringComparer.Ordinal);

    // The month or day that a report tells of a claim.
    private readonly Dictionary<string, (string Report, string Value)> _monthOf = new(StringComparer.Ordinal);

    // Claims that several reports tell.
    private readonly HashSet<string> _several = new(StringComparer.Ordinal);

    /// <summary>Reads which propositions stand on which claim.</summary>
    public OneTelling(ImmutableArray<ClaimDraft> claims)
    {
        foreach (ClaimDraft claim in claims)
        {
            foreach (string near in claim.Near.Select(static n => n.Claim).OfType<string>())
            {
                _near.Add((claim.Id, near));
                _near.Add((near, claim.Id));
            }

            if (claim.Own.Where(static s => s.Kind == PositionKind.Affirms).Select(static s => s.Proposition.Report).Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                _several.Add(claim.Id);
            }

            foreach (Stand stand in claim.Own.Where(static s => s is { Kind: PositionKind.Affirms, IsAnswer: false }))
            {
                _claimOf.TryAdd(stand.Proposition.Key, claim.Id);
                if (stand.Proposition.Times.Any(static t => t is { Relation: null, Interval.Earliest: not null }))
                {
                    _dated.Add(claim.Id);
                }

                if (stand.Proposition.Times.FirstOrDefault(static t => t is { Relation: null, Value: not null, Interval: { IsBounded: true, Precision: Parallax.Core.Time.TimePrecision.Month } }) is { } month)
                {
                    _monthOf.TryAdd(claim.Id, (stand.Proposition.Report, month.Value!)); // Asked before.
                }
            }
        }
    }

    /// <summary>Whether some report tells the date of the claim on which the proposition stands.</summary>
    public bool IsDatedElsewhere(Proposition told) => _claimOf.TryGetValue(told.Key, out string? claim) && _dated.Contains(claim);

    /// <summary>The month that another report tells of the claim on which the proposition stands, or null.</summary>
    public string? MonthOf(Proposition told) => _claimOf.TryGetValue(told.Key, out string? claim) && _monthOf.TryGetValue(claim, out (string Report, string Value) month) && month.Report != told.Report ? month.Value : null;

    /// <summary>Whether several reports tell the claim on which the proposition stands.</summary>
    public bool IsToldBySeveral(Proposition told) => _claimOf.TryGetValue(told.Key, out string? claim) && _several.Contains(claim);

    /// <summary>Whether they are one line: one claim, one death, one deed or one stroke of nature.</summary>
    public bool AreOne(Proposition left, Proposition right) => IsOneClaim(left, right) || IsOneDeath(left, right) || IsOneDeed(left, right) || IsOneForce(left, right);

    /// <summary>Whether they tell one claim, or two that may be one.</summary>
    public bool IsOneClaim(Proposition left, Proposition right) => _claimOf.TryGetValue(left.Key, out string? claim) && _claimOf.TryGetValue(right.Key, out string? other) && (claim == other || _near.Contains((claim, other)));

    /// <summary>Whether they tell of one day, by two reports, with one doer or one thing done to: the arrest of one man.</summary>
    public static bool IsOneDeed(Proposition left, Proposition right, bool oneReport = false) => (oneReport || left.Report != right.Report) && (left.Class == right.Class || (Losses.Contains(left.Class) && Losses.Contains(right.Class)))
        && PropositionMatcher.Slot(left.Actor, right.Actor) != SlotMatch.Different && PropositionMatcher.Slot(left.Object, right.Object) != SlotMatch.Different && PropositionMatcher.Slot(left.Recipient, right.Recipient) != SlotMatch.Different
        && (left.Participants.Any(p => right.Participants.Any(q => p.Kind == ActorKind.Person && PropositionMatcher.Slot(p, q) == SlotMatch.Same)) || (Ends.Contains(left.Class) && PropositionMatcher.Slot(left.Object, right.Object) is SlotMatch.Same or SlotMatch.Related));

    // "Ada Quill, 36, died", "a 36-year-old climber died": on one day, of one age.
    private static bool IsOneDeath(Proposition left, Proposition right) => left.Report != right.Report && left is { Class: "kill" or "die", IsClause: true } && right is { Class: "kill" or "die", IsClause: true }
        && left.Figures.Any(f => f is { Unit: "year", Aspect: FigureAspect.Level } && right.Figures.Any(g => g is { Unit: "year", Aspect: FigureAspect.Level } && f.Low == g.Low))
        && left.Figures.Concat(right.Figures).All(static f => f.Unit == "year" || f.Low <= 1 || !Conflicts.Measurands.IsPeople(f.Unit));

    // "the quake hit the south", "a temblor shook the south": what a force of nature did on that day, where they name no two places.
    private static bool IsOneForce(Proposition left, Proposition right) => left.Report != right.Report && left.Actor is { } one && right.Actor is { } other && Forces.Value.Contains(one.Head) && Forces.Value.Contains(other.Head)
        && !(left.Event?.Place is { } place && right.Event?.Place is { } elsewhere && place != elsewhere && PropositionMatcher.Shared(left.Stems, right.Stems) < WordsOfOnePlace) && PropositionMatcher.TimesAgree(left, right);
}
