using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>In how many pairs of two groups of clauses others stand in one role.</summary>
internal enum Others
{
    /// <summary>In none.</summary>
    None,

    /// <summary>In so few that they may be misread.</summary>
    Few,

    /// <summary>In too many for one fact, or by name.</summary>
    TooMany,
}

/// <summary>Whether two groups of clauses tell of others in one role: of many readings of one fact some are wrong, so that one pair in two may differ, but only one in four where two bodies are named, and none where two persons are.</summary>
internal static class GroupRoles
{
    private const int OneOf = 2;

    // Of the pairs one in so many may name others: chosen on ECB+ train by the task joined-claims.
    private const int OneOfNames = 4;

    // Clauses of one group, of which most can tell one to be odd.
    private const int Several = 3;

    /// <summary>In how many pairs others stand in one role.</summary>
    /// <param name="propositions">What the reports tell.</param>
    /// <param name="ours">One group (indices).</param>
    /// <param name="theirs">The other.</param>
    /// <param name="nameOthers">Whether in a pair others stand in one role.</param>
    public static Others Of(ImmutableArray<Proposition> propositions, List<int> ours, List<int> theirs, Func<int, int, bool> nameOthers)
    {
        int others = 0;
        foreach (int x in ours)
        {
            foreach (int y in theirs)
            {
                others += nameOthers(x, y) ? 1 : 0;
            }
        }

        if (others == 0 || others * OneOf > ours.Count * theirs.Count)
        {
            return others == 0 ? Others.None : Others.TooMany;
        }

        // Who is misread parts nothing: asked only where the groups differ at all, as it goes through each group's pairs.
        Proposition[] all = [.. ours.Select(i => propositions[i])], each = [.. theirs.Select(i => propositions[i])];
        return AreApart(all, each) && AreApart([.. Understood(ours)], [.. Understood(theirs)]) ? Others.TooMany : Others.Few;

        bool AreApart(Proposition[] known, Proposition[] named) =>
            Array.Exists(known, x => Array.Exists(named, y => TellOfTwoPeople(x, y))) || known.Sum(x => named.Count(y => TellOfOthersByName(x, y))) * OneOfNames > ours.Count * theirs.Count;

        // Who is another than most of his own group is misread there, and parts it from no other group.
        IEnumerable<Proposition> Understood(List<int> group) => group.Select(i => propositions[i])
            .Where(p => group.Count < Several || group.Count(m => TellOfOthersByName(p, propositions[m])) <= group.Count(m => propositions[m].Key != p.Key && TellOfOneByName(p, propositions[m])));
    }

    /// <summary>Whether two count one kind in other words, whoever is counted ("four soldiers died", "nine people were killed").</summary>
    public static bool AreCounts(Proposition left, Proposition right) => left.Lemma != right.Lemma && left.Figures.Length > 0 && right.Figures.Length > 0 && Quantities.Family(left) is { } family && family == Quantities.Family(right);

    /// <summary>Whether another stands in one role.</summary>
    /// <param name="left">The one clause.</param>
    /// <param name="right">The other.</param>
    /// <param name="byWords">Whether the groups of the two meet by the words of their clauses.</param>
    public static bool NameOthers(Proposition left, Proposition right, bool byWords)
    {
        if (left.Class != right.Class || PredicateLexicon.English.IsMutual(left.Class) || AreCounts(left, right) || IsOtherVoice(left, right))
        {
            return false;
        }

        Func<Participant?, Participant?, bool> areOthers = byWords ? OtherNouns.AreOtherNames : static (one, two) => PropositionMatcher.MayBe(one, two) == SlotMatch.Different;
        return areOthers(left.Actor, right.Actor) || areOthers(left.Object, right.Object) || areOthers(left.Recipient, right.Recipient) || OtherNouns.AreOneAndMany(left.Actor, right.Actor) || OtherNouns.CountOthers(left, right);
    }

    // "Quill put on the list", "the league put Quill on the list": a headline's passive is read as who acts, or the league in its front as whom it befalls.
    private static bool IsOtherVoice(Proposition left, Proposition right) => IsOfOtherVoice(left, right) || IsOfOtherVoice(right, left);

    private static bool IsOfOtherVoice(Proposition bare, Proposition full) => full.Actor is { Entities.Length: > 0 } actor && (full.Object ?? full.Recipient) is { Entities.Length: > 0 } acted
        && ((bare is { Actor: { } alone, Object: null, Recipient: null } && PropositionMatcher.Slot(alone, acted) == SlotMatch.Same) || (bare.Actor is null && (bare.Object ?? bare.Recipient) is { } front && PropositionMatcher.Slot(front, actor) == SlotMatch.Same));

    // Two persons, each with a name, in one role.
    private static bool TellOfTwoPeople(Proposition left, Proposition right)
    {
        return TellOfOthersByName(left, right) && (AreTwo(left.Actor, right.Actor) || AreTwo(left.Object, right.Object) || AreTwo(left.Recipient, right.Recipient));

        static bool AreTwo(Participant? one, Participant? two) => one?.Kind == ActorKind.Person && two?.Kind == ActorKind.Person && OtherNouns.AreOtherNames(one, two);
    }

    // Somebody or something that has a name in both, in one role, and nobody else in another.
    private static bool TellOfOneByName(Proposition left, Proposition right)
    {
        return !TellOfOthersByName(left, right) && (AreOne(left.Actor, right.Actor) || AreOne(left.Object, right.Object) || AreOne(left.Recipient, right.Recipient));

        static bool AreOne(Participant? one, Participant? two) => one is not null && two is not null && PropositionMatcher.SharesName(one, two);
    }

    // "placed Ada Quill on the list", "placed Ivo Brand on the list": few readings make one of two who each have a name.
    private static bool TellOfOthersByName(Proposition left, Proposition right)
    {
        return left.Class == right.Class && !IsOtherVoice(left, right) && (AreOthers(left.Actor, right.Actor) || AreOthers(left.Object, right.Object) || AreOthers(left.Recipient, right.Recipient));

        static bool AreOthers(Participant? one, Participant? two) => HasName(one) && HasName(two) && OtherNouns.AreOtherNames(one, two);

        // "the Norlander frigate", "an Ostran warship": a country parts as a name does.
        static bool HasName(Participant? who) => who is { Entities.Length: > 0, Kind: ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country } or { Entities.IsEmpty: true, Countries.Length: > 0 };
    }
}
