using Parallax.Core.Accounts;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Whether what stands in one role of two clauses that are much alike is another person or thing, or only another word for it.</summary>
internal static class OtherNouns
{
    private static readonly HashSet<string> Generic = ["person", "people", "other", "victim", "one"];

    private const int LongPrefix = 7;

    // Fewer may be a part of what the other tells ("attacked two ships", "attacked a ship").
    private const int Many = 3;

    private static readonly HashSet<string> Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "other", "rest"];

    /// <summary>Whether both are told and cannot be one as far as heads and names tell.</summary>
    public static bool Opposed(Participant? left, Participant? right) => PropositionMatcher.MayBe(left, right) == SlotMatch.Different;

    /// <summary>Whether those in one role are others ("the school", "the chapel"), and not "three" for "three boats", "protestor", or a name for the thing it is of.</summary>
    public static bool AreOthers(Participant? left, Participant? right)
    {
        return Opposed(left, right) && !MayMean(left!, right!) && !MayMean(right!, left!) && !(left!.Head.Length >= LongPrefix && right!.Head.StartsWith(left.Head[..LongPrefix], StringComparison.Ordinal)); // Those that differ are told.

        static bool MayMean(Participant bare, Participant other) => bare.Entities.IsEmpty && !bare.IsPerson && (PredicateLexicon.English.IsQuantity(bare.Head) || char.IsDigit(bare.Head[0]) || Numbers.Contains(bare.Head)
            || (other is { Entities.Length: 1, IsPerson: false, Kind: ActorKind.Product or ActorKind.Facility or ActorKind.Other or ActorKind.Event or ActorKind.Organization } && bare.Owners.IsEmpty));
    }

    /// <summary>Whether those in one role are each named, owned or of a country, and not the same; of several that are not named, who owns one is not who owns the other ("a guard of Veld and a clerk").</summary>
    public static bool AreOtherNames(Participant? left, Participant? right) =>
        Opposed(left, right) && !MayCountOne(left, right) && ((left!.Entities.Length > 0 && right!.Entities.Length > 0) || (left.Owners.Length > 0 && right!.Owners.Length > 0 && !left.IsPlural && !right.IsPlural) || (left.Countries.Length > 0 && right!.Countries.Length > 0)); // Those that differ are told.

    /// <summary>Whether the one only says that it was a person ("one person", "two people") and the other what person ("a woman", "two men"), none of them by name.</summary>
    public static bool MayCountOne(Participant? left, Participant? right) => left is { IsOpen: false } && right is { IsOpen: false } && left.IsPlural == right.IsPlural && IsNobodyNamed(left) && IsNobodyNamed(right)
        && ((Generic.Contains(left.Head) && right.IsPerson) || (Generic.Contains(right.Head) && left.IsPerson));

    /// <summary>Whether both are one person without a name, called by two nouns ("the climber", "the man").</summary>
    public static bool AreBothUnnamed(Participant left, Participant right) => IsOneUnnamed(left) && IsOneUnnamed(right) && left.Owners.IsEmpty && right.Owners.IsEmpty;

    private static bool IsOneUnnamed(Participant who) => who is { IsOpen: false, IsPerson: true, IsPlural: false, Entities.IsEmpty: true };

    /// <summary>Whether the one is one and the other several, none of them by name ("the warship", "a dozen warships").</summary>
    public static bool AreOneAndMany(Participant? left, Participant? right) => left is { IsOpen: false, Entities.IsEmpty: true } && right is { IsOpen: false, Entities.IsEmpty: true } && left.IsPlural != right.IsPlural && left.Head == right.Head;

    /// <summary>Whether the one act is done to many that are counted and the other to one ("attacked nearly 100 ships this year", "attacked a ship").</summary>
    public static bool CountOthers(Proposition left, Proposition right) => left.Class == right.Class && (AreCountedAndOne(left, right) || AreCountedAndOne(right, left));

    private static bool AreCountedAndOne(Proposition many, Proposition one) => one.Figures.IsEmpty && (many.Recipient ?? many.Object) is { IsPlural: true, Entities.IsEmpty: true } counted && (one.Recipient ?? one.Object) is { IsPlural: false, IsOpen: false, Entities.IsEmpty: true } single
        && PropositionMatcher.Slot(counted, single) == SlotMatch.Same && many.Figures.Any(f => f.Low >= Many && counted.Span.Start <= f.Start && f.End <= counted.Span.End);

    private static bool IsNobodyNamed(Participant who) => who.Kind is null or ActorKind.Unnamed or ActorKind.Group && who.Owners.IsEmpty;

    /// <summary>Whether two clauses that tell different things may be two readings of one: the thing of the one has another role in the other or is a word beside its thing ("the rabbit", "the rabbit meat"), or a figure, a day, a month or a year stands in both.</summary>
    public static bool MayBeReadings(Proposition left, Proposition right) => left.Object is not { } thing || right.Object is not { } other || PropositionMatcher.Slot(thing, other) != SlotMatch.Different
        || Holds(left, other) || Holds(right, thing) || thing.Modifiers.Contains(other.Head) || other.Modifiers.Contains(thing.Head) || left.Times.Any(t => t is { Relation: null, Interval.IsBounded: true } && right.Times.Any(u => u.Relation is null && u.Value is not null && u.Value == t.Value)) || left.Figures.Any(f => right.Figures.Any(g => PropositionMatcher.SameUnit(f, g) && PropositionMatcher.IntervalsMeet(f, g)));

    private static bool Holds(Proposition told, Participant thing) => told.Participants.Any(p => p != told.Object && PropositionMatcher.Slot(p, thing) == SlotMatch.Same);
}
