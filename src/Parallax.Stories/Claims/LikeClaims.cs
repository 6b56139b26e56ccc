using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Finds propositions that tell one fact whatever their words: in one story by the learned comparison (<see cref="OneFact"/>), where nothing speaks against it; across stories by clauses whose words mean much the same.</summary>
/// <remarks>Only what shares a kind of predicate and a participant, or two participants, is compared, and of openings what shares one of these; of a large bucket each with the next few, so that the cost grows with the reports.</remarks>
internal sealed class LikeClaims(ReportSet set, ImmutableArray<Proposition> propositions, bool[] eligible, WordMeanings meanings)
{
    // What a match of likeness scores: enough for one claim, less than any match of predicate and arguments.
    private const int Score = 5;
    private const int ScoreAcrossStories = 8;
    private const int LargestBucket = 24;
    private const int RareKey = 40;

    // Sureness in thousandths from which two clauses of one story are one fact: with somebody named in both, with nobody, with another noun for who acts, with another noun for whom it is done to (in openings only) or another
    // kind of act; and at least, where neither is what its sentence mainly says. By the share of right pairs on ECB+ train (about nine of ten), looked at on dev.
    private const int Sure = 650;
    private const int SureUnnamed = 750;
    private const int SureOfActor = 800;
    private const int SureOfOther = 900;
    private const int SureAside = 800;

    // Likeness in thousandths from which clauses of two stories tell one fact, and where each names somebody else beside whom they share.
    private const int AcrossStories = 700;
    private const int OtherNames = 760;

    // Sureness and likeness from which roles that differ are taken for two readings of one: "firefighters poured 5,000 litres on it", "5,000 litres were poured".
    private const int SureOfReadings = 930;
    private const int LikenessOfReadings = 400;

    // Likeness from which a reader is pointed at a clause with another thing or, under another word for the act, another actor; by reading open stories.
    private const int LikenessOfNear = 430;

    // Likeness from which two clauses on one number tell one fact.
    private const int OneNumber = 450;

    // Sentences of the opening, the headline with them.
    private const int Opening = 3;
    private List<List<int>>? _buckets;
    private readonly PredicateLexicon _lexicon = PredicateLexicon.English;
    private readonly ClauseWords _words = new(set, propositions, meanings);

    // The pair that was compared last.
    private (int Left, int Right, int Likeness) _last = (-1, -1, 0);

    // What is asked of a proposition in each comparison, worked out once; null where it was not asked yet.
    private readonly string[]?[] _ordinals = new string[]?[propositions.Length];
    private readonly string?[] _lemmaStems = new string?[propositions.Length];
    private readonly string[]?[] _numbers = new string[]?[propositions.Length];

    /// <summary>The pairs (indices) of different reports, most alike first.</summary>
    /// <param name="known">Those that match in predicate and arguments.</param>
    /// <param name="storyOf">Story number by report.</param>
    /// <param name="facts">The learned comparison.</param>
    public ImmutableArray<PropositionPair> Find(ImmutableArray<PropositionPair> known, IReadOnlyDictionary<string, int> storyOf, OneFact facts)
    {
        HashSet<long> seen = [.. known.Where(p => p.Match.Score >= Score && storyOf[propositions[p.Left].Report] != storyOf[propositions[p.Right].Report]).Select(static p => Both(p.Left, p.Right))];
        List<(int Likeness, PropositionPair Pair)> pairs = [];
        int[] story = Stories(storyOf);
        ActNumbers acts = new(propositions, IsCopular, LemmaStem);
        foreach ((int left, int right) in Compared(storyOf))
        {
            bool isOneStory = story[left] == story[right];

            // Most are of other acts: they are put aside before they would be remembered.
            if (acts.MayBeOne(left, right, isOneStory) && propositions[left].Report != propositions[right].Report && seen.Add(Both(left, right)) && (isOneStory ? Compare(left, right, facts) : AcrossStoriesAlike(left, right)) is { } found)
            {
                pairs.Add(found);
            }
        }

        return [.. pairs.OrderByDescending(static p => p.Likeness).ThenBy(static p => p.Pair.Left).ThenBy(static p => p.Pair.Right).Select(static p => p.Pair)];
    }

    /// <summary>Pairs of clauses (indices, the smaller first) that share enough to be compared; some more than once. Of a key that many have, inside a story only.</summary>
    /// <param name="storyOf">Story number by report.</param>
    public IEnumerable<(int Left, int Right)> Compared(IReadOnlyDictionary<string, int> storyOf)
    {
        _buckets ??= [.. new ComparedClauses(set, propositions, eligible, Telling, IsOpening).Buckets().SelectMany(b => b.Count <= RareKey ? [b] : b.GroupBy(i => storyOf[propositions[i].Report]).Select(static g => g.ToList()))];
        foreach (List<int> bucket in _buckets)
        {
            for (int a = 0; a < bucket.Count; a++)
            {
                for (int b = a + 1; b < bucket.Count && b - a <= LargestBucket; b++)
                {
                    yield return (Math.Min(bucket[a], bucket[b]), Math.Max(bucket[a], bucket[b]));
                }
            }
        }
    }

    /// <summary>Pairs of clauses of one story that have nearly all their words in common.</summary>
    /// <param name="storyOf">Story number by report.</param>
    public IEnumerable<(int Left, int Right)> NearTwins(IReadOnlyDictionary<string, int> storyOf)
    {
        int[] story = Stories(storyOf);
        return Compared(storyOf).Where(p => story[p.Left] == story[p.Right] && TwinClauses.AreNear(set, propositions[p.Left], propositions[p.Right]) && SameCounts(propositions[p.Left], propositions[p.Right]) && SameOrdinals(p.Left, p.Right) && !TellOtherNumbers(p.Left, p.Right));
    }

    // Story number of each proposition.
    private int[] Stories(IReadOnlyDictionary<string, int> storyOf) => [.. propositions.Select(p => storyOf[p.Report])];

    /// <summary>Two numbers as one key.</summary>
    internal static long Both(int first, int second) => ((long)first << 32) | (uint)second;

    private (int Likeness, PropositionPair Pair)? Compare(int left, int right, OneFact facts)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        if (AreStatesOfOthers(one, two) || !facts.MayBeOne(left, right) || facts.ActOnOthers(left, right) || facts.AreFarActs(left, right) || facts.Parted.Are(left, right) || !SameCounts(one, two) || !SameOrdinals(left, right) || TellOtherNumbers(left, right))
        {
            return null;
        }

        // "has a record of 62-39", "was 62-39 there": a number by which a fact is known again.
        if (ShareNumber(left, right) && IsState(one) && IsState(two) && one.Participants.Any(p => two.Participants.Any(q => PropositionMatcher.SharesName(p, q))) && Likeness(left, right) is var likeness && likeness >= OneNumber)
        {
            return (likeness, new PropositionPair(left, right, new PropositionMatch(true, ScoreAcrossStories, SlotMatch.Unknown, SlotMatch.Unknown, SlotMatch.Unknown, true, true, "both tell one number of somebody who is named in both")));
        }

        int? known = Needed(left, right);
        if ((known ?? (MayBeOneAct(left, right) && OtherNouns.MayBeReadings(one, two) ? SureOfReadings : null)) is not { } needed || facts.AtLeast(left, right, one.IsMain || two.IsMain || ShareNumber(left, right) ? needed : Math.Max(needed, SureAside)) is not { } sure || (known is null && Likeness(left, right) < LikenessOfReadings))
        {
            return null;
        }

        string why = $"{(one.Class == two.Class ? $"one kind of act ({one.Class})" : $"acts told with “{one.Lemma}” and “{two.Lemma}”")}, nothing that speaks against it, and much in common";
        return (sure, new PropositionPair(left, right, new PropositionMatch(true, Score, SlotMatch.Unknown, SlotMatch.Unknown, SlotMatch.Unknown, true, true, why) { Sure = sure }, ByWords: true));
    }

    /// <summary>Whether a reader may be pointed at the one beside the other: who and what agree, or else the clauses mean much the same.</summary>
    public bool MayBeNear(int left, int right) => Needed(left, right) is not null || Likeness(left, right) >= LikenessOfNear;

    // "the pirates were hungry", "the guards were hungry": a state is told of who is in it.
    private static bool AreStatesOfOthers(Proposition one, Proposition two) => IsCopular(one) && IsCopular(two) && Differ(one.Actor ?? one.Object, two.Actor ?? two.Object) && OtherNouns.AreOthers(one.Actor ?? one.Object, two.Actor ?? two.Object);

    // "found four lamps", "lamps left on the quay": under another word for the act, a participle beside a noun is no reading of a clause.
    private bool MayBeOneAct(int left, int right) => propositions[left].IsClause == propositions[right].IsClause || propositions[left].Class == propositions[right].Class || LemmaStem(left) == LemmaStem(right);

    // The sureness needed; null where nothing could make the two one: another thing makes another act, and so does another word for the act with anybody else in any role.
    private int? Needed(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        bool otherActor = Differ(one.Actor, two.Actor), otherRecipient = Differ(one.Recipient, two.Recipient) && !OtherNouns.MayCountOne(one.Recipient, two.Recipient), otherThing = Differ(one.Object, two.Object) && OtherNouns.AreOthers(one.Object, two.Object);
        bool oneAct = one.Class == two.Class || (LemmaStem(left) == LemmaStem(right) && !IsCopular(one) && !IsCopular(two));

        // "made an offer", "make sure": such verbs tell what is done only with their object.
        bool isLight = _lexicon.IsLight(one.Lemma) || _lexicon.IsLight(two.Lemma) || _lexicon.IsHollow(one.Class) || _lexicon.IsHollow(two.Class);
        // "the climber ate the berries", "the man ate the berries": nobody else is named, and both did one thing to one thing.
        bool isAnybody = oneAct && otherActor && !isLight && OtherNouns.AreBothUnnamed(one.Actor!, two.Actor!) && PropositionMatcher.Slot(one.Object, two.Object) == SlotMatch.Same; // Those that differ are told.
        if (otherThing || (isLight && PropositionMatcher.Slot(one.Object, two.Object) != SlotMatch.Same) || (otherRecipient && !(IsOpening(one) && IsOpening(two))) || (!oneAct && (otherActor || otherRecipient)))
        {
            return null;
        }

        // What people say further down is of acts that the corpus seldom marks: "turned to Norland for help" may be said of two times.
        bool isSaidBelow = (one.Statement is not null || two.Statement is not null) && !(IsOpening(one) && IsOpening(two));
        bool isRelated = PropositionMatcher.Slot(one.Actor, two.Actor) == SlotMatch.Related || PropositionMatcher.Slot(one.Recipient, two.Recipient) == SlotMatch.Related, isKind = PropositionMatcher.Slot(one.Object, two.Object) == SlotMatch.Related;
        if ((isSaidBelow && ((otherActor && !isAnybody) || isRelated || isKind)) || (isKind && (one.Figures.Length > 0 || two.Figures.Length > 0)))
        {
            return null; // A figure of a kind is no figure of the whole.
        }

        return !oneAct || otherRecipient || (isSaidBelow && !isAnybody) || NameOthersBeside(one, two) ? SureOfOther : otherActor ? SureOfActor : one.Participants.Any(p => two.Participants.Any(q => PropositionMatcher.SharesName(p, q))) ? Sure : SureUnnamed;
    }

    // "opened a yard in Ostra", "opened a yard in Brevik": each names somebody or some place beside the act, and none is in both.
    private static bool NameOthersBeside(Proposition one, Proposition two)
    {
        Participant[] ours = [.. one.Others.Where(static o => o.Entities.Length > 0)], theirs = [.. two.Others.Where(static o => o.Entities.Length > 0)];
        return ours.Length > 0 && theirs.Length > 0 && !ours.Any(o => theirs.Any(t => PropositionMatcher.Slot(o, t) is SlotMatch.Same or SlotMatch.Related || o.Kind != t.Kind));
    }

    private static bool Differ(Participant? left, Participant? right) => PropositionMatcher.Slot(left, right) == SlotMatch.Different;

    private (int Likeness, PropositionPair Pair)? AcrossStoriesAlike(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        if ((!one.IsMain && !two.IsMain) || !one.Participants.Any(p => two.Participants.Any(q => PropositionMatcher.SharesName(p, q))) || !MayBeOne(left, right))
        {
            return null;
        }

        int likeness = Likeness(left, right);
        if (likeness < (NameOthers(one, two) ? OtherNames : AcrossStories))
        {
            return null;
        }

        string why = string.Create(CultureInfo.InvariantCulture, $"one kind of act, somebody named in both, and clauses that mean much the same ({likeness / 10} of 100)");
        return (likeness, new PropositionPair(left, right, new PropositionMatch(true, ScoreAcrossStories, SlotMatch.Unknown, SlotMatch.Unknown, SlotMatch.Unknown, true, true, why)));
    }

    // "finished with a 62-39 mark", "was 62-39 there"
    private bool ShareNumber(int left, int right) => Telling(left).Length > 0 && Telling(left).Intersect(Telling(right), StringComparer.Ordinal).Any();

    /// <summary>Whether both have such a number and none in common.</summary>
    public bool TellOtherNumbers(int left, int right) => Telling(left).Length > 0 && Telling(right).Length > 0 && !ShareNumber(left, right);

    /// <summary>How alike two clauses are, in thousandths.</summary>
    public int Likeness(int left, int right)
    {
        // Whether two may be near is asked just before how surely they are one.
        if (_last.Left != left || _last.Right != right)
        {
            _last = (left, right, _words.Likeness(left, right));
        }

        return _last.Likeness;
    }

    private string[] Telling(int index) => _numbers[index] ??= TellingNumbers.Of(set[propositions[index].Report], propositions[index]);

    // "was elected to the board of the guild", "was chosen president of the league": beside whom they share, each names somebody else.
    private static bool NameOthers(Proposition one, Proposition two)
    {
        string[] ours = [.. Named(one)], theirs = [.. Named(two)];
        return ours.Length > 1 && theirs.Length > 1 && ours.Intersect(theirs, StringComparer.Ordinal).Take(2).Count() < 2 && ours.Except(theirs, StringComparer.Ordinal).Any() && theirs.Except(ours, StringComparer.Ordinal).Any();
    }

    private static IEnumerable<string> Named(Proposition told) => told.Participants.SelectMany(static p => p.Entities.Concat(p.Owners)).Distinct(StringComparer.Ordinal);

    private bool IsOpening(Proposition told) => told.Sentence < Opening || set[told.Report].Tokens.Sentences[told.Sentence].Part is TextPart.Title;

    private static bool IsState(Proposition told) => IsCopular(told) || told.Lemma is "be" or "have";

    private static bool IsCopular(Proposition told) => told.Class.StartsWith("be:", StringComparison.Ordinal);

    // Nothing may speak against it: negation, plan and act, figures, times, or another in one role.
    private bool MayBeOne(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        return one.IsNegated == two.IsNegated && !PropositionMatcher.IsAttemptOnly(one, two) && (one.Factuality == Factuality.Planned) == (two.Factuality == Factuality.Planned) && one.Pole == two.Pole
            && PropositionMatcher.TimesAgree(one, two) && PropositionMatcher.FiguresAgree(one, two) && SameCounts(one, two) && SameOrdinals(left, right)
            && !OtherNouns.Opposed(one.Actor, two.Actor) && !OtherNouns.Opposed(one.Object, two.Object) && !OtherNouns.Opposed(one.Recipient, two.Recipient) && !Swapped(one, two)
            && !(one.Class == "appoint" && two.Class == "appoint" && PropositionMatcher.ArePosts(one, two) == SlotMatch.Different);
    }

    // "Norland sold boats to Sedonia", "Sedonia sold boats to Norland": who acts here is acted on there.
    private static bool Swapped(Proposition one, Proposition two) =>
        (PropositionMatcher.Slot(one.Actor, two.Recipient) == SlotMatch.Same || PropositionMatcher.Slot(one.Actor, two.Object) == SlotMatch.Same)
        && (PropositionMatcher.Slot(two.Actor, one.Recipient) == SlotMatch.Same || PropositionMatcher.Slot(two.Actor, one.Object) == SlotMatch.Same)
        && PropositionMatcher.Slot(one.Actor, two.Actor) != SlotMatch.Same;

    // "is rebuilding it a third time", "a second time"
    private bool SameOrdinals(int left, int right) => !_lexicon.AreOtherInRow(Ordinals(left), Ordinals(right));

    private string[] Ordinals(int index)
    {
        Proposition told = propositions[index];
        return _ordinals[index] ??= [.. WordList.Of(set[told.Report].Report.Text.Text, told.Core.IsEmpty ? told.Span : told.Core).Select(static w => w.Lower).Where(_lexicon.IsOrdinal)];
    }

    private string LemmaStem(int index) => _lemmaStems[index] ??= Stemmer.Stem(propositions[index].Lemma);

    // What counts one thing in both must count alike; a figure of something else does not matter.
    private static bool SameCounts(Proposition one, Proposition two) =>
        !one.Figures.Any(f => two.Figures.Any(g => ClaimValues.Comparable(f, g)) && !two.Figures.Any(g => ClaimValues.Comparable(f, g) && PropositionMatcher.IntervalsMeet(f, g)));
}
