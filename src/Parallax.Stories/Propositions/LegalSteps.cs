using Parallax.Stories.Words;

namespace Parallax.Stories.Propositions;

/// <summary>Tells the steps by which the law takes hold of somebody apart: an arrest is no conviction, a verdict no sentence, and one person may be convicted, charged or jailed for several things.</summary>
internal static class LegalSteps
{
    private static readonly string[] Steps = ["arrest", "charge", "convict", "jail", "acquit", "release"];
    private static readonly Lazy<HashSet<string>> Penalties = new(static () => StoriesData.Words("en/propositions/penalties.txt"));

    /// <summary>Whether two clauses tell two such steps, or one of two matters that both name: "convicted of fraud", "sentenced for theft".</summary>
    public static bool Differ(Proposition left, Proposition right)
    {
        if (!Steps.Contains(left.Class) || !Steps.Contains(right.Class))
        {
            return false;
        }

        if (left.Class is "charge" or "convict" or "jail" && IsAdded(left) != IsAdded(right))
        {
            return true;
        }

        Participant[] ours = [.. Matters(left)], theirs = [.. Matters(right)];
        return left.Class != right.Class || IsSentence(left) != IsSentence(right) || (left.Class is "charge" or "convict" or "jail" && ours.Length > 0 && theirs.Length > 0 && !ours.Any(o => theirs.Any(t => o.Head == t.Head || PropositionMatcher.Slot(o, t) is SlotMatch.Same or SlotMatch.Related)) && !ListsOne(left, theirs) && !ListsOne(right, ours));
    }

    // "charged with fraud, theft and arson", "charged with arson": of a list the first alone is read as a role.
    private static bool ListsOne(Proposition told, Participant[] matters) => Array.Exists(matters, m => told.Stems.Contains(Stemmer.Stem(m.Head), StringComparer.Ordinal));

    /// <summary>Whether two clauses both name what it is for, and name the same.</summary>
    public static bool ShareMatter(Proposition left, Proposition right) => Matters(left).Any(o => Matters(right).Any(t => o.Head == t.Head || (o.Thing is not null && o.Thing == t.Thing)));

    // "two extra life sentences" are not the one that he serves.
    private static bool IsAdded(Proposition told) => told.Stems.Any(static s => s is "extra" or "further" || s.StartsWith("addit", StringComparison.Ordinal));

    // "was found guilty last month", "was sentenced on Saturday"
    private static bool IsSentence(Proposition told) => told is { Class: "convict", Lemma: "sentence" or "condemn" or "sentencing" };

    // What it is for: neither who nor where, nor the punishment.
    private static IEnumerable<Participant> Matters(Proposition told) => told.Others.Where(static p => p is { IsOpen: false, IsPerson: false, Kind: null, Entities.IsEmpty: true } && !Penalties.Value.Contains(p.Head));
}
