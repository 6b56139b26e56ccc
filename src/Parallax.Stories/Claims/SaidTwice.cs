using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Leaves out claims that are told by another in nearly the same words and from the same sentences: two readings of one clause.</summary>
internal static class SaidTwice
{
    // Of the content words of the one that is left out, in hundredths.
    private const int SameWords = 75;

    /// <summary>The drafts without those whose places another holds with the same position, and whose words are the other's; of two that hold each other the one that says more stays.</summary>
    public static List<ClaimDraft> Without(ReportSet set, List<ClaimDraft> drafts)
    {
        Dictionary<ClaimDraft, HashSet<string>> words = drafts.ToDictionary(static d => d, d => new HashSet<string>(d.Wording!.WordsOf(set[d.Wording.Proposition.Report]).Where(static w => w.IsContent).Select(static w => w.Stem), StringComparer.Ordinal)); // Drafts without words are not kept.
        ILookup<(string, string?, int), ClaimDraft> byPlace = drafts.SelectMany(static d => d.Stands.Select(s => (Draft: d, Place: Place(s)))).Distinct().ToLookup(static p => p.Place, static p => p.Draft);
        HashSet<ClaimDraft> gone = [];
        foreach (ClaimDraft draft in drafts)
        {
            if (byPlace[Place(draft.Stands[0])].Any(other => other != draft && !gone.Contains(other) && ((IsToldBy(draft, other) && AreIn(words[draft], words[other])) || IsAside(draft, other, words)) && !(IsToldBy(other, draft) && Comes(draft, other, words))))
            {
                gone.Add(draft);
            }
        }

        return [.. drafts.Where(d => !gone.Contains(d))];
    }

    private static bool IsToldBy(ClaimDraft draft, ClaimDraft other) => draft.Act is null && other.Act is null && (other.Wording!.Proposition.IsMain || !draft.Wording!.Proposition.IsMain) && draft.Stands.All(s => other.Stands.Any(o => o.Kind == s.Kind && Place(o) == Place(s)));

    // "as the child lay bleeding", told by all in passing: a piece of what the other tells of half of the same sentences.
    private static bool IsAside(ClaimDraft draft, ClaimDraft other, Dictionary<ClaimDraft, HashSet<string>> words) => other.Wording!.Proposition.IsMain && draft.Stands.All(static s => !s.Proposition.IsMain)
        && words[draft].IsSubsetOf(words[other]) && draft.Stands.Count(s => other.Stands.Any(o => Place(o) == Place(s))) * 2 > draft.Stands.Length; // Drafts without words are not kept.

    private static bool AreIn(HashSet<string> words, HashSet<string> others) => words.Count(others.Contains) * 100 >= SameWords * words.Count;

    private static bool Comes(ClaimDraft draft, ClaimDraft other, Dictionary<ClaimDraft, HashSet<string>> words) =>
        words[draft].Count != words[other].Count ? words[draft].Count > words[other].Count : string.CompareOrdinal(draft.Id, other.Id) < 0;

    private static (string, string?, int) Place(Stand stand) => (stand.Proposition.Report, stand.Proposition.Statement?.Id, stand.Proposition.Sentence);
}
