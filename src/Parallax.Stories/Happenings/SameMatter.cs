using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>Finds events of one story that are one though their words and arguments differ: journeys told as arrival, visit and trip, and a war told as war and as invasion.</summary>
internal static class SameMatter
{
    // What a match of predicate and arguments scores at least to make one happening.
    private const int Score = 6;

    private static readonly Lazy<HashSet<string>> WarWords = new(static () => StoriesData.Words("en/happenings/wars.txt"));

    private static readonly Lazy<HashSet<string>> StateWords = new(static () => StoriesData.Words("en/happenings/states.txt"));

    /// <summary>Whether a proposition tells how things stand between parties and not what once happened.</summary>
    public static bool IsState(Proposition proposition) => !proposition.IsFinite && StateWords.Value.Contains(proposition.Lemma) && proposition.Event is { } told && told.Trigger.Lemma == proposition.Lemma;

    /// <summary>The pairs, surest first.</summary>
    public static ImmutableArray<PropositionPair> Find(ImmutableArray<Proposition> propositions, EventParties parties, IReadOnlyDictionary<string, int> storyOf)
    {
        List<PropositionPair> pairs = [];
        int[] journeys = [.. Enumerable.Range(0, propositions.Length).Where(i => EventParties.IsJourney(propositions[i]))];
        int[] wars = [.. Enumerable.Range(0, propositions.Length).Where(i => propositions[i].Event is { Plover: PloverType.ASSAULT } && WarWords.Value.Contains(propositions[i].Lemma))];
        int[] meetings = [.. Enumerable.Range(0, propositions.Length).Where(i => propositions[i].Event is not null && EventParties.IsMeeting(propositions[i]))];
        Add(journeys, (l, r) => EventParties.SameTraveller(propositions[l], propositions[r]) && parties.SameDestination(propositions[l], propositions[r]) && HappeningMaker.IsOneJourney(propositions[l], propositions[r]) && !AreTwoGoings(propositions[l], propositions[r], parties), "journeys of the same traveller to one place");
        Add(wars, (l, r) => Victims(propositions[l]).Intersect(Victims(propositions[r]), StringComparer.Ordinal).Any() && PropositionMatcher.TimesAgree(propositions[l], propositions[r]), "words for one war, against the same");
        Add(meetings, (l, r) => parties.SameParties(l, r) && PropositionMatcher.TimesAgree(propositions[l], propositions[r]), "meetings of the same persons");
        return [.. pairs.OrderByDescending(p => Placed(p)).ThenByDescending(p => propositions[p.Left].Report == propositions[p.Right].Report).ThenBy(static p => p.Left).ThenBy(static p => p.Right)];

        void Add(int[] all, Func<int, int, bool> areOne, string why)
        {
            foreach (int[] members in all.GroupBy(i => storyOf[propositions[i].Report]).Select(static g => g.ToArray()))
            {
                for (int a = 0; a < members.Length; a++)
                {
                    for (int b = a + 1; b < members.Length; b++)
                    {
                        if (areOne(members[a], members[b]))
                        {
                            pairs.Add(new PropositionPair(members[a], members[b], new PropositionMatch(true, Score, SlotMatch.Same, SlotMatch.Unknown, SlotMatch.Unknown, true, true, why)));
                        }
                    }
                }
            }
        }

        // Journeys with a destination first: what is told without joins the nearest of them.
        int Placed(PropositionPair pair) => new[] { pair.Left, pair.Right }.Count(i => EventParties.IsJourney(propositions[i]) && parties.HasDestination(propositions[i]));
    }

    // "went to the yard", "before coming to court": two verbs of one report of which one does not say where to.
    private static bool AreTwoGoings(Proposition left, Proposition right, EventParties parties) =>
        left.Report == right.Report && left.Sentence != right.Sentence && !left.IsNominal && !right.IsNominal && !(parties.HasDestination(left) && parties.HasDestination(right));

    private static IEnumerable<string> Victims(Proposition war) => war.Event!.Recipients.Append(war.Event.Place ?? "").Where(static id => id.Length > 0);
}
