namespace Parallax.Stories.Propositions;

/// <summary>Fills in what a clause leaves to the one before it.</summary>
internal static class Ellipsis
{
    // "it sold boats, but claimed that this happened before the war"; "… that a small number were shipped before the war": the clause before tells what is meant.
    /// <summary>The later of two neighbouring propositions, with the act and the people of the earlier where it only points at them.</summary>
    public static Proposition Resolved(Proposition later, Proposition earlier)
    {
        if (later.Sentence != earlier.Sentence)
        {
            return later;
        }

        bool isSubstitute = PredicateLexicon.English.IsSubstitute(later.Lemma) && (later.Actor is null or { IsOpen: true } || PredicateLexicon.English.IsSubstituteSubject(later.Actor.Head));
        bool isElliptic = later.Class == earlier.Class && !later.Class.StartsWith("be:", StringComparison.Ordinal) && later.Object is { Entities.Length: 0, Thing: null } thing && PredicateLexicon.English.IsQuantity(thing.Head);
        return isSubstitute
            ? later with { PointsBack = true, Class = earlier.Class, Actor = earlier.Actor, Object = earlier.Object, Recipient = earlier.Recipient }
            : isElliptic ? later with { PointsBack = true, Actor = later.Actor is { IsOpen: false } ? later.Actor : earlier.Actor, Object = earlier.Object, Recipient = later.Recipient ?? earlier.Recipient } : later;
    }
}
