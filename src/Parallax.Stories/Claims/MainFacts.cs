using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Finds what several reports of a story tell first as one fact: headline and opening of reports of one story tell one matter, so that less has to agree there than further down.</summary>
/// <remarks>Only acts of one kind are compared, and of many each with the next few, so that the cost grows with the reports.</remarks>
internal static class MainFacts
{
    // Sentences of the opening, the headline with them.
    private const int Opening = 3;
    private const int Score = 5;
    private const int Nearest = 24;
    private const int LeastStems = 2;

    // Likeness in thousandths: where no role differs, where one unnamed noun does ("four men", "robbers"), and where more do.
    private static readonly int[] Needed = [300, 430, 560];

    /// <summary>The pairs (indices) of different reports of one story, most alike first.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="propositions">All propositions.</param>
    /// <param name="eligible">Which can be claims.</param>
    /// <param name="storyOf">Story number by report.</param>
    /// <param name="likeness">How alike two are, in thousandths.</param>
    public static ImmutableArray<PropositionPair> Find(ReportSet set, ImmutableArray<Proposition> propositions, bool[] eligible, IReadOnlyDictionary<string, int> storyOf, Func<int, int, int> likeness)
    {
        List<(int Likeness, PropositionPair Pair)> pairs = [];
        foreach (int[] told in Enumerable.Range(0, propositions.Length).Where(i => eligible[i] && IsTelling(set, propositions[i])).GroupBy(i => (storyOf[propositions[i].Report], propositions[i].Class)).Select(static g => g.ToArray()))
        {
            for (int a = 0; a < told.Length; a++)
            {
                for (int b = a + 1; b < told.Length && b - a <= Nearest; b++)
                {
                    (int left, int right) = (told[a], told[b]);
                    if (Differences(propositions[left], propositions[right]) is { } differences && likeness(left, right) is var alike && alike >= Needed[Math.Min(differences, Needed.Length - 1)])
                    {
                        string why = string.Create(CultureInfo.InvariantCulture, $"both reports open with one kind of act ({propositions[left].Class}), with somebody or something in both and nothing that speaks against it ({alike / 10} of 100 alike)");
                        pairs.Add((alike, new PropositionPair(left, right, new PropositionMatch(true, Score, SlotMatch.Unknown, SlotMatch.Unknown, SlotMatch.Unknown, true, true, why), ByWords: true)));
                    }
                }
            }
        }

        return [.. pairs.OrderByDescending(static p => p.Likeness).ThenBy(static p => p.Pair.Left).ThenBy(static p => p.Pair.Right).Select(static p => p.Pair)];
    }

    private static bool IsTelling(ReportSet set, Proposition told) =>
        (told.Sentence < Opening || set[told.Report].Tokens.Sentences[told.Sentence].Part is TextPart.Title) && told is { PointsBack: false, IsNominal: false, IsPurpose: false } && told.Stems.Length >= LeastStems
        && !PredicateLexicon.English.IsMutual(told.Class) // People meet and sign more than once.
        && (PredicateLexicon.English.IsClass(told.Class) || told.Event is { Plover: not PloverType.NONE });

    // How many roles differ, or null where the two cannot be one or share nobody and nothing.
    private static int? Differences(Proposition one, Proposition two)
    {
        if (one.Report == two.Report || one.IsNegated != two.IsNegated || one.Pole != two.Pole || (one.Factuality == Factuality.Planned) != (two.Factuality == Factuality.Planned)
            || !PropositionMatcher.TimesAgree(one, two) || !PropositionMatcher.FiguresAgree(one, two) || LegalSteps.Differ(one, two) || PropositionMatcher.AreOfOtherRows(one, two) || PropositionMatcher.DifferInHabit(one, two))
        {
            return null;
        }

        int differ = 0;
        bool shared = TellOneDay(one, two) || one.Figures.Any(f => f.Unit != "year" && two.Figures.Any(g => PropositionMatcher.SameUnit(f, g) && PropositionMatcher.IntervalsMeet(f, g))) || one.Others.Any(o => two.Others.Any(p => PropositionMatcher.Slot(o, p) == SlotMatch.Same));
        foreach ((Participant? ours, Participant? theirs) in (ReadOnlySpan<(Participant?, Participant?)>)[(one.Actor, two.Actor), (one.Object, two.Object), (one.Recipient, two.Recipient)])
        {
            if (OtherNouns.AreOtherNames(ours, theirs) || AreOtherInRow(ours, theirs))
            {
                return null;
            }

            // "four men" may be "robbers"; another thing makes another act.
            SlotMatch slot = PropositionMatcher.Slot(ours, theirs);
            if (slot == SlotMatch.Different && (ReferenceEquals(ours, one.Object) || !MayBePeople(ours!) || !MayBePeople(theirs!)))
            {
                return null; // Those that differ are told.
            }

            differ += slot == SlotMatch.Different ? 1 : 0;
            shared |= slot == SlotMatch.Same;
        }

        // Counts of the dead and hurt are set against each other elsewhere.
        if (one.Class is "kill" or "wound" && HasCount(one) && HasCount(two))
        {
            return null;
        }

        // "did 4 million damage", "devastated the yard": how much is another claim, unless the thing is one.
        bool oneThing = PropositionMatcher.Slot(one.Object, two.Object) == SlotMatch.Same || PropositionMatcher.Slot(one.Recipient, two.Recipient) == SlotMatch.Same;
        if (HasCount(one) != HasCount(two) && (differ > 0 || !oneThing))
        {
            return null;
        }

        // "made an offer", "make sure": such verbs tell what is done only with their object.
        if (!oneThing && (PredicateLexicon.English.IsLight(one.Lemma) || PredicateLexicon.English.IsLight(two.Lemma)))
        {
            return null;
        }

        return shared || one.Participants.Any(p => two.Participants.Any(q => PropositionMatcher.SharesName(p, q))) ? differ : null;
    }

    private static bool MayBePeople(Participant participant) => participant.IsPerson || participant.IsPlural || participant.Thing is "person" or "worker" or "police" or "soldier" or "fighter" or "blast" or "attack" or "earthquake" or "storm" or "fire";

    private static bool HasCount(Proposition told) => told.Figures.Any(static f => f.Unit != "year");

    // "on Friday" in both, or the same date; times that do not agree were left out before.
    private static bool TellOneDay(Proposition one, Proposition two) => one.Times.Any(t => (t.Interval.IsDay || t.Interval.Weekday is not null) && two.Times.Any(u => u.Relation is null && (u.Interval.IsDay || u.Interval.Weekday is not null)));

    private static bool AreOtherInRow(Participant? one, Participant? two) =>
        one is not null && two is not null && (PredicateLexicon.English.AreOtherInRow(one.Modifiers, two.Modifiers) || (one.Head == two.Head && PropositionMatcher.AreOpposed(one, two)));
}
