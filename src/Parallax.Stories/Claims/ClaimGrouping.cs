using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Decides which propositions can be claims and which of them are one.</summary>
internal static class ClaimGrouping
{
    private const int LeastStems = 3;

    private static readonly Lazy<HashSet<string>> Wishes = new(static () => StoriesData.Words("en/claims/wishes.txt"));
    private const int DaysOfOneAct = 10;

    // Mean sureness, in thousandths, below which two groups stay two; and where who acts and on whom or what agree by the tables.
    private const int LeastSureness = 400;
    private const int LeastOfRoles = 150;
    private const int ScoreOfRoles = 8;

    // Mean sureness from which half of the pairs may object or name others in a role: of many readings of one fact some are wrong. Chosen on ECB+ train and looked at on dev (task joined-claims).
    private const int SureOfMost = 600;
    private const int ScoreInOneReport = 8;

    /// <summary>Whether a proposition says something that can be so or not: no question, no wish, no judgement of an opinion piece.</summary>
    /// <param name="proposition">What is told.</param>
    /// <param name="report">Who tells it.</param>
    /// <param name="isContested">Whether somebody denies the statement that says it: what is complained of is then asserted ("complained that the vote was rigged").</param>
    public static bool CanBeClaim(Proposition proposition, Report report, bool isContested = false)
    {
        // "sent boats to strike the port": what an act is for is not told to be so.
        if (proposition.IsUnreal || HappeningMaker.IsAgent(proposition) || proposition is { IsPurpose: true, IsMain: false })
        {
            return false;
        }

        // "the attention that the yard received": what it was stands elsewhere.
        if (proposition is { Class: "transfer", Object: null, IsNominal: false } && proposition.Figures.IsEmpty)
        {
            return false;
        }

        // "carried injured from the island": whom it happened to is all that such a word tells.
        if (proposition is { Class: "wound" or "kill", Recipient: null, Object: null, IsMain: false })
        {
            return false;
        }

        // "his name will live on": nobody does it, on no day and in no number; a hope, no plan.
        if (proposition is { Factuality: Factuality.Planned, Event: null, Object: null, Recipient: null, Times.IsEmpty: true, Figures.IsEmpty: true, Statement.Manner: Manner.Direct } && proposition.Actor is null or { Entities.IsEmpty: true })
        {
            return false;
        }

        if (proposition.Statement is { } statement)
        {
            // "Both boats that were attacked are said to be old": hearsay tells what it mainly says, nothing that its words take for granted.
            if (statement.Source.Name.Length == 0 && !proposition.IsMain)
            {
                return false;
            }

            // What somebody threatens to do is a plan of his like others.
            bool isThreat = statement.Stance == Stance.Threatens && proposition.Factuality != Factuality.Planned;
            return !isThreat && statement.Stance is not (Stance.Asks or Stance.Demands or Stance.Offers or Stance.Praises) && (statement.Stance != Stance.Criticises || (isContested && proposition is { IsMain: true, IsClause: true, IsFinite: true })) && !statement.Cue.Negated && !Wishes.Value.Contains(statement.Cue.Lemma) && !IsFirstPerson(statement.Source);
        }

        return proposition.Factuality is not (Factuality.Hypothetical or Factuality.Possible) && (report.Genre != Genre.Opinion || IsFact(proposition));
    }

    // "we hope", inside somebody's words: whose word it is stands above.
    private static bool IsFirstPerson(StatementSource source) => source.Entity is null && source.Name is "I" or "we" or "We" or "you" or "You";

    /// <summary>Whether a proposition is worth a claim of its own, when no other report takes a position on it.</summary>
    public static bool StandsAlone(Proposition proposition, TextPart part)
    {
        bool named = proposition.Participants.Any(static p => p.Entities.Length > 0 || p.Countries.Length > 0);
        bool tells = proposition.Figures.Length > 0 || proposition.Times.Length > 0 || proposition.Participants.Count(static p => !p.IsOpen) >= 2;
        return proposition.IsMain && proposition.IsClause && proposition.Stems.Length >= LeastStems && named && tells && proposition.Actor is not { IsOpen: true }
            && part is not (TextPart.Title or TextPart.Heading) && (proposition.Statement is not null || proposition.Event is not null || IsPlainFact(proposition));
    }

    // "Halden had closed its yard in Ostra": no event of a known kind, but somebody named did something that is past, to what or where or when is told.
    private static bool IsPlainFact(Proposition proposition) => proposition is { IsPast: true, IsFinite: true, IsNegated: false, Factuality: Factuality.Happened or Factuality.Unknown }
        && !proposition.Class.StartsWith("be:", StringComparison.Ordinal) && ((proposition.Actor ?? proposition.Object ?? proposition.Recipient) is { Entities.Length: > 0, Kind: ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country })
        && (proposition.Times.Any(static t => t.Interval.IsBounded) || proposition.Figures.Length > 0 || proposition.Participants.Count(static p => !p.IsOpen && (p.Entities.Length > 0 || p.Thing is not null)) >= 2);

    /// <summary>Whether a proposition tells enough of a statement that is in no claim yet to be one: a clause with a subject that says who, or what is denied or laid to somebody's charge.</summary>
    public static bool TellsAlone(AnnotatedReport report, Proposition proposition, Statement statement, bool isContested = false)
    {
        bool charged = isContested || statement.Stance is Stance.Denies or Stance.Accuses or Stance.Admits or Stance.Confirms or Stance.Doubts;

        // "not every problem has been solved" tells nothing by itself; names, figures and times do, or more words.
        bool tells = proposition.Stems.Length > LeastStems || proposition.Figures.Length > 0 || proposition.Times.Length > 0 || proposition.Participants.Any(static p => p.Entities.Length > 0 || p.Countries.Length > 0 || p.Owners.Length > 0);
        if (statement is { Stance: Stance.Promises, Parent: not null } && proposition.IsMain && proposition.Participants.Any(static p => p.Entities.Length > 0))
        {
            return report.Report.Genre != Genre.Opinion; // "reported that Norland has agreed to supply boats"
        }

        bool clause = proposition.IsClause && tells && proposition.Stems.Length >= LeastStems - 1 && (proposition.IsMain || charged) && proposition.Actor is not { IsOpen: true };
        return (clause || (charged && proposition.Stems.Length >= (proposition.IsMain ? 1 : LeastStems))) && proposition.Factuality != Factuality.Hypothetical
            && report.Tokens.Sentences[proposition.Sentence].Part is not (TextPart.Title or TextPart.Heading) && report.Report.Genre != Genre.Opinion;
    }

    /// <summary>Groups of propositions (indices) on one claim.</summary>
    /// <param name="propositions">What the reports tell.</param>
    /// <param name="pairs">Those that were compared and found alike, surest first.</param>
    /// <param name="eligible">Which can be claims.</param>
    /// <param name="storyOf">Story number by report id.</param>
    /// <param name="together">Those that stand together from the start: versions of one utterance, or the groups found before.</param>
    /// <param name="parted">Those that were taken out of a group as unlike its others; null before any was. Only what they are in is asked, and nothing joins them but what is like them.</param>
    /// <param name="against">What speaks against two telling one fact.</param>
    /// <param name="tellOtherNumbers">Whether two tell other numbers by which a fact is known.</param>
    /// <param name="facts">How surely two tell one fact.</param>
    public static List<List<int>> Group(ImmutableArray<Proposition> propositions, ImmutableArray<PropositionPair> pairs, bool[] eligible, IReadOnlyDictionary<string, int> storyOf, IEnumerable<(int Left, int Right)> together, IReadOnlySet<int>? parted, PairObjections against, Func<int, int, bool> tellOtherNumbers, OneFact facts)
    {
        DisjointSets sets = new(propositions.Length);
        foreach ((int left, int right) in together)
        {
            if (eligible[left] && eligible[right])
            {
                sets.Join(left, right);
            }
        }

        Dictionary<int, List<int>> members = sets.Sets().ToDictionary(static s => s[0]);
        Dictionary<(int Ours, int Theirs, bool ByWords, bool IsOfRoles), (int Ours, int Theirs)> refused = [];
        foreach (PropositionPair pair in pairs)
        {
            if (!eligible[pair.Left] || !eligible[pair.Right] || (parted is not null && !parted.Contains(pair.Left) && !parted.Contains(pair.Right)) || !MayBeOne(propositions[pair.Left], propositions[pair.Right], pair.Match, storyOf))
            {
                continue;
            }

            (int a, int b) = (sets.Find(pair.Left), sets.Find(pair.Right));
            if (a == b)
            {
                continue;
            }

            // Two groups that stay two do so for every pair between them, until one of them grows.
            (int, int, bool, bool) asked = (a, b, pair.ByWords, pair.Match.Score >= ScoreOfRoles);
            if (refused.TryGetValue(asked, out (int Ours, int Theirs) sizes) && sizes == (members[a].Count, members[b].Count))
            {
                continue;
            }

            if (pair.ByWords && members[a].Any(x => members[b].Any(y => tellOtherNumbers(x, y))))
            {
                refused[asked] = (members[a].Count, members[b].Count);
                continue; // One told the number beside something else, and of that the others say nothing.
            }

            Others others = GroupRoles.Of(propositions, members[a], members[b], (x, y) => against.NameOthers(x, y, pair.ByWords));
            int objections = others == Others.TooMany ? int.MaxValue : Objections(members[a], members[b]);
            if (objections > members[a].Count * members[b].Count / 2
                || Sureness(members[a], members[b]) < (objections > 0 || others == Others.Few ? SureOfMost : parted is null && pair is { ByWords: false, Match.Score: >= ScoreOfRoles } ? LeastOfRoles : LeastSureness))
            {
                refused[asked] = (members[a].Count, members[b].Count);
                continue;
            }

            sets.Join(a, b);
            int root = sets.Find(a), gone = root == a ? b : a;
            members[root].AddRange(members[gone]);
            members.Remove(gone);
        }

        return [.. members.Values.Select(static m => m.Order().ToList()).OrderBy(static m => m[0])];

        // In how many pairs something speaks against one fact; at least more than half where a pair is of two people or of two steps before a court.
        int Objections(List<int> ours, List<int> theirs)
        {
            (int found, int most) = (0, ours.Count * theirs.Count / 2);
            foreach (int x in ours)
            {
                foreach (int y in theirs)
                {
                    Objection objection = against.Of(x, y);
                    if (objection == Objection.Bars)
                    {
                        return int.MaxValue;
                    }

                    if (objection == Objection.Some && ++found > most)
                    {
                        return found;
                    }
                }
            }

            return found;
        }

        // Mean over all of the one with all of the other, so that no chain of half-alike clauses ends far from where it began.
        int Sureness(List<int> ours, List<int> theirs)
        {
            (int sum, int count) = (0, 0);
            foreach (int x in ours)
            {
                foreach (int y in theirs)
                {
                    if (storyOf[propositions[x].Report] == storyOf[propositions[y].Report] && !AreAtOdds(propositions[x], propositions[y]))
                    {
                        sum += facts.Of(x, y);
                        count++;
                    }
                }
            }

            return count > 0 ? sum / count : parted is null ? LeastSureness : 0;
        }
    }

    /// <summary>Whether two clauses may be of one act though their words differ: contested, or told with another number, time or sign, or in one report.</summary>
    internal static bool AreAtOdds(Proposition left, Proposition right) => left.Report == right.Report || IsContested(left) || IsContested(right) || left.Pole is not null || right.Pole is not null || left.IsNegated != right.IsNegated
        || !PropositionMatcher.FiguresAgree(left, right) || !PropositionMatcher.TimesAgree(left, right);

    /// <summary>Whether somebody contests or concedes the proposition, so that differing times are a dispute over one act and not two acts.</summary>
    public static bool IsContested(Proposition proposition) =>
        proposition.Statement is { } statement
        && (statement.Stance is Stance.Denies or Stance.Doubts or Stance.Admits or Stance.Accuses or Stance.Confirms || statement.Force != Force.Neutral || statement.About is not null);

    private static bool MayBeOne(Proposition left, Proposition right, PropositionMatch match, IReadOnlyDictionary<string, int> storyOf)
    {
        // A plan and the later act are linked, never counted together.
        if ((left.Factuality == Factuality.Planned) != (right.Factuality == Factuality.Planned))
        {
            return false;
        }

        // "tried to flee", "managed to flee": an attempt is not the act; who tries to storm a ship attacks it.
        if (PropositionMatcher.IsAttemptOnly(left, right))
        {
            return false;
        }

        // "two kinds of missiles" and "1,000 weapons": a figure of a kind is no figure of the whole.
        if (match.Object == SlotMatch.Related && (left.Figures.Length > 0 || right.Figures.Length > 0))
        {
            return false;
        }

        // "scored six goals on grass", "scored three goals on sand": two counts of one kind, each of its own part.
        if (!match.FiguresAgree && left.Others.Length > 0 && right.Others.Length > 0 && !left.Others.Any(o => right.Others.Any(p => PropositionMatcher.Slot(o, p) is not SlotMatch.Different)) && Quantities.Family(left) is null)
        {
            return false;
        }

        bool contested = IsContested(left) || IsContested(right);

        // "no gale has hit the area in years", "a second gale hit the area": where nobody is named in both, the one does not gainsay the other.
        if (left.IsNegated != right.IsNegated && !contested && left.Pole is null && !left.Participants.Any(p => right.Participants.Any(q => PropositionMatcher.SharesName(p, q))))
        {
            return false;
        }

        // "won every race in which she took part", "never took part in a race of ten": in passing the one tells only that there was such an act, and the other denies more than that.
        if (left.IsNegated != right.IsNegated && (left.IsNegated ? right : left) is { IsMain: false, Participants.Length: <= 2, Stems.Length: var few } && (left.IsNegated ? left : right) is { IsMain: true, Stems.Length: var many } && many > few + LeastStems - 1)
        {
            return false;
        }

        if (!match.TimesAgree && !contested && !NearInTime(left, right))
        {
            return false;
        }

        if (left.Report == right.Report && !contested && left.IsNegated == right.IsNegated && !ShareMore(left, right))
        {
            return false;
        }

        // What one speaker says again in one report is mostly something else of the same people.
        if (left.Report == right.Report && left.Statement is { } first && right.Statement is { } second && first.Id != second.Id && first.Source.Entity == second.Source.Entity && !contested)
        {
            return match.Score >= ScoreInOneReport;
        }

        if (storyOf[left.Report] == storyOf[right.Report])
        {
            return match.Score >= 5 || (contested && match.Score >= 4);
        }

        // Across stories a proposition needs more: all roles told and agreeing, or a figure or a day that both tell.
        bool sharedDay = left.Times.Any(t => t.Interval.IsDay && right.Times.Any(u => u.Interval.IsDay));
        bool sharedFigure = match.FiguresAgree && left.Figures.Any(f => right.Figures.Any(g => PropositionMatcher.SameUnit(f, g)));
        return match.Score >= 8 || ((sharedDay || sharedFigure) && match.Score >= 5) || (contested && match.Score >= 6);
    }

    // One report that tells of one person twice that he arrived, or is familiar with something, tells of two things, unless it tells more of both: whom or what, or another word.
    private static bool ShareMore(Proposition left, Proposition right)
    {
        bool isState = left.Class.StartsWith("be:", StringComparison.Ordinal);
        string[] known = [Stemmer.Stem(left.Lemma), Stemmer.Stem(right.Lemma), .. Words(left.Actor), .. Words(right.Actor), .. isState && left.Object is { Head: var state } ? [Stemmer.Stem(state)] : Array.Empty<string>()];
        return (!isState && left.IsClause == right.IsClause && (PropositionMatcher.Slot(left.Object, right.Object) == SlotMatch.Same || PropositionMatcher.Slot(left.Recipient, right.Recipient) == SlotMatch.Same))
            || left.Stems.Any(s => !known.Contains(s, StringComparer.Ordinal) && right.Stems.Contains(s, StringComparer.Ordinal));

        static IEnumerable<string> Words(Participant? who) => who is null ? [] : who.Modifiers.Append(who.Head).Concat(who.Names.SelectMany(static n => n.Split(' '))).Select(Stemmer.Stem);
    }

    // A few days apart two plain reports may still differ over one act; a month apart they tell two.
    private static bool NearInTime(Proposition left, Proposition right)
    {
        if (left.Report == right.Report || left.Object is null || right.Object is null)
        {
            return false;
        }

        foreach (TimeBound time in left.Times.Where(static t => t.Interval.IsBounded))
        {
            foreach (TimeBound other in right.Times.Where(static t => t.Interval.IsBounded))
            {
                int gap = Math.Abs(NodaTime.Period.DaysBetween(time.Interval.Earliest!.Value, other.Interval.Earliest!.Value));
                if (gap > DaysOfOneAct || PredicateLexicon.English.IsMutual(left.Class) || left.Class is "visit" or "leave" or "attack")
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Told of days that lie weeks apart, by way of a third that tells no day.
    private static bool AreFarApart(Proposition left, Proposition right) => left.Times.Any(t => t.Interval.IsBounded && right.Times.Any(u => u.Interval.IsBounded && !t.Interval.Compatible(u.Interval)
        && Math.Abs(NodaTime.Period.DaysBetween(t.Interval.Earliest!.Value, u.Interval.Earliest!.Value)) > DaysOfOneAct)); // Bounded intervals have both ends.

    /// <summary>Whether two tell what cannot be of one fact, contested or not.</summary>
    internal static bool Clash(Proposition left, Proposition right)
    {
        if (LegalSteps.Differ(left, right) || PropositionMatcher.AreOfOtherRows(left, right) || PropositionMatcher.DifferInHabit(left, right) || OneVoiceTellsTwo(left, right) || PurposeExcludes(left, right) || PurposeExcludes(right, left) || SaysMore(left, right) || SaysMore(right, left))
        {
            return true;
        }

        if (!IsContested(left) && !IsContested(right) && AreFarApart(left, right))
        {
            return true;
        }

        return PredicateLexicon.English.IsMutual(left.Class) && left.Class == right.Class && !GroupRoles.AreCounts(left, right) && (!PropositionMatcher.FiguresAgree(left, right) || PropositionMatcher.ArePartnersOfOthers(left, right));
    }

    /// <summary>Whether one voice in one report tells two things: it does not gainsay itself, and another figure, or the opposite, is told of something else.</summary>
    internal static bool OneVoiceTellsTwo(Proposition left, Proposition right) =>
        left.Report == right.Report && left.Statement?.Source.Entity == right.Statement?.Source.Entity && left.Statement?.Source.Name == right.Statement?.Source.Name
        && !IsContested(left) && !IsContested(right) && !left.PointsBack && !right.PointsBack
        && (left.IsNegated != right.IsNegated || !PropositionMatcher.FiguresAgree(left, right) || AreOfTwoDays(left, right));

    // "was hurt on 19 October", two sentences on "was hurt last Thursday".
    private static bool AreOfTwoDays(Proposition left, Proposition right)
    {
        if (left.Sentence == right.Sentence)
        {
            return false;
        }

        string[] ours = [.. Days(left)], theirs = [.. Days(right)];
        return ours.Length > 0 && theirs.Length > 0 && !ours.Intersect(theirs, StringComparer.Ordinal).Any();

        static IEnumerable<string> Days(Proposition told) => told.Times.Where(static t => t is { Relation: null, Value: not null } && (t.Interval.IsDay || t.Interval.Weekday is not null || t.Interval is { Month: not null, Day: not null })).Select(static t => t.Value!); // Asked for in the line.
    }

    // Whoever denies, or is charged with, a thing of a purpose or number ("hundreds for its war") says nothing of the thing without them.
    private static bool SaysMore(Proposition left, Proposition right) => IsContested(left) && left.Statement?.Stance is not (Stance.Admits or Stance.Confirms)
        && (left.Purposes.Except(right.Purposes, StringComparer.Ordinal).Any() || (left.Figures.Any(static f => f.Unit != "year") && right.Figures.IsEmpty && !right.PointsBack));

    // What is done for a thing ("for its war") is not what was done before that thing began.
    private static bool PurposeExcludes(Proposition left, Proposition right) =>
        left.Times.Any(t => t is { Relation: "before", Anchor: { } anchor } && right.Others.Any(o => (o.Thing ?? o.Head) == anchor && !right.Times.Any(u => u.Span.Overlaps(o.Span))));

    // What somebody did, where and when, with a name: not what the author makes of it.
    private static bool IsFact(Proposition proposition) =>
        proposition is { IsPast: true, IsMain: true, Event: { Plover: not PloverType.NONE, Factuality: Factuality.Happened } } && !proposition.Class.StartsWith("be:", StringComparison.Ordinal)
        && proposition.Participants.Count(static p => p.Entities.Length > 0) >= 2;
}
