using Parallax.Core.Accounts;
using Parallax.Core.Time;

namespace Parallax.Stories.Propositions;

/// <summary>What the comparison of two propositions found.</summary>
/// <param name="IsSame">Whether predicate and arguments are of one proposition, times and figures left out.</param>
/// <param name="Score">Higher is surer; whole number.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Object">The thing.</param>
/// <param name="Recipient">Who is acted on.</param>
/// <param name="TimesAgree">Whether all told times may be one.</param>
/// <param name="FiguresAgree">Whether figures of one unit may be one.</param>
/// <param name="Why">The reason in words.</param>
internal sealed record PropositionMatch(bool IsSame, int Score, SlotMatch Actor, SlotMatch Object, SlotMatch Recipient, bool TimesAgree, bool FiguresAgree, string Why)
{
    /// <summary>How sure a learned comparison was, in thousandths; null where tables decided.</summary>
    public int? Sure { get; init; }

    /// <summary>Not the same, for the reason given.</summary>
    public static PropositionMatch No(string why) => new(false, 0, SlotMatch.Unknown, SlotMatch.Unknown, SlotMatch.Unknown, true, true, why);
}

/// <summary>Decides whether two propositions are one: by the class of the predicate and by each role, never by shared words alone.</summary>
internal static partial class PropositionMatcher
{
    private const double Rounding = 0.02;
    private const int LongWord = 6;

    private static readonly HashSet<string> Measures = ["km", "m", "cm", "mm", "km/h", "m/s", "m2", "km2", "ha", "kg", "g", "t", "L", "m3"];

    // Of the content words of both clauses, in thousandths.
    private const int Near = 600;

    /// <summary>Whether two clauses share most of their content words.</summary>
    public static bool AreNear(Proposition left, Proposition right) => WordsAlike(left, right) >= Near;

    /// <summary>Share of the content words of two clauses that stand in both, in thousandths.</summary>
    public static int WordsAlike(Proposition left, Proposition right) =>
        left.Stems.Length + right.Stems.Length == 0 ? 0 : 2000 * Shared(left.Stems, right.Stems) / (left.Stems.Length + right.Stems.Length);

    /// <summary>Whether the one tells of an attempt and the other of the act ("tried to flee", "fled"); to try to attack is an attack.</summary>
    public static bool IsAttemptOnly(Proposition left, Proposition right) => left.IsTried != right.IsTried && left.Class != "attack";

    /// <summary>Compares two propositions; symmetric.</summary>
    public static PropositionMatch Compare(Proposition left, Proposition right)
    {
        if (left.Class != right.Class)
        {
            return PropositionMatch.No("the predicates are of different classes");
        }

        bool mutual = PredicateLexicon.English.IsMutual(left.Class);
        SlotMatch actor, thing, recipient;
        if (mutual)
        {
            (actor, recipient) = Partners(left, right);
            thing = Slot(left.Object, right.Object);
        }
        else
        {
            (actor, thing, recipient) = (Slot(left.Actor, right.Actor), Slot(left.Object, right.Object), Slot(left.Recipient, right.Recipient));
        }

        // Most that are compared differ in a role.
        if (actor == SlotMatch.Different || (thing == SlotMatch.Different && !(mutual && actor == SlotMatch.Same && recipient == SlotMatch.Same)) || recipient == SlotMatch.Different)
        {
            return new PropositionMatch(false, 0, actor, thing, recipient, TimesAgree(left, right), FiguresAgree(left, right), actor == SlotMatch.Different ? "they differ in who acts" : thing == SlotMatch.Different ? "they differ in the thing" : "they differ in who is acted on");
        }

        if (PredicateLexicon.English.IsHollow(left.Class) && thing != SlotMatch.Same)
        {
            return PropositionMatch.No("what is done is told by the thing, and they tell of two");
        }

        if (left.Class == "appoint" && ArePosts(left, right) == SlotMatch.Different)
        {
            return PropositionMatch.No("they tell of two posts");
        }

        if (LegalSteps.Differ(left, right))
        {
            return PropositionMatch.No("they tell of two charges or terms");
        }

        if (NamedLists.Differ(left.Actor, right.Actor) || Tolls.Differ(left, right))
        {
            return PropositionMatch.No("they name two lists, or count other dead");
        }

        if (left.IsNegated != right.IsNegated && (left.IsNegated ? IsAnyButOwn(left.Object, right.Object) : IsAnyButOwn(right.Object, left.Object)))
        {
            return PropositionMatch.No("who has none of his own may have another's");
        }

        if (AreOfOtherRows(left, right) || DifferInHabit(left, right))
        {
            return PropositionMatch.No("they tell of two in a row, or the one of what is often done");
        }

        bool times = TimesAgree(left, right), figures = FiguresAgree(left, right);
        int sharedStems = Shared(left.Stems, right.Stems);
        int shorter = Math.Max(1, Math.Min(left.Stems.Length, right.Stems.Length));
        int same = Count(SlotMatch.Same), related = Count(SlotMatch.Related);
        bool samePredicate = left.Lemma == right.Lemma;
        bool sharedFigure = figures && left.Figures.Any(f => right.Figures.Any(g => SameUnit(f, g)));
        bool sharedDay = times && left.Times.Any(t => t.Interval.IsDay && right.Times.Any(u => u.Interval.IsDay));
        bool sharedOther = left.Others.Any(o => right.Others.Any(p => Slot(o, p) is SlotMatch.Same)) || (same == 1 && ShareName(left, right));
        int support = (sharedFigure ? 1 : 0) + (sharedDay ? 1 : 0) + (sharedOther ? 1 : 0);
        bool sharedWords = sharedStems * 2 >= shorter && sharedStems >= 3;
        bool contained = left.IsClause && right.IsClause && samePredicate && sharedStems >= 2 && sharedStems == shorter; // "the crew had been warned", "the crew was warned at noon".
        bool enough = (same + related >= 2 && same >= 1) || (same >= 1 && contained)
            || (same >= 1 && support >= 1 && !left.Class.StartsWith("be:", StringComparison.Ordinal))
            || (same >= 1 && left.Class.StartsWith("be:", StringComparison.Ordinal) && thing is SlotMatch.Same && actor is SlotMatch.Same or SlotMatch.Related);
        enough |= IsNobody(left.Recipient) && IsNobody(right.Recipient) && left.IsNegated && right.IsNegated && recipient == SlotMatch.Same;
        bool once = times && figures && left.IsNegated == right.IsNegated && PredicateLexicon.English.IsOnce(left.Class) && !left.IsNominal && !right.IsNominal && (IsOnePerson(left.Recipient, right.Recipient) || IsOnePerson(left.Actor, right.Actor));
        enough |= once;
        int score = (same * 4) + (related * 2) + (support * 2) + (once ? 1 : 0) + (sharedWords ? 1 : 0) + (samePredicate ? 1 : 0);
        string why = enough ? $"both tell of one kind of act ({left.Class}); {Words(actor, "who acts")}, {Words(thing, "the thing")}, {Words(recipient, "who is acted on")}" : "too little of who and what agrees";
        return new PropositionMatch(enough, score, actor, thing, recipient, times, figures, why);

        int Count(SlotMatch kind) => (actor == kind ? 1 : 0) + (thing == kind ? 1 : 0) + (recipient == kind ? 1 : 0);
    }

    /// <summary>Compares two participants.</summary>
    public static SlotMatch Slot(Participant? left, Participant? right)
    {
        if (left is null || right is null || left.IsOpen || right.IsOpen)
        {
            return SlotMatch.Unknown;
        }

        if (left.Entities.Shares(right.Entities))
        {
            return SlotMatch.Same;
        }

        // "Sedonia" read as a place here and as a person there: bodies of one kind and name were kept apart for a reason, of two kinds they were misread.
        bool named = left.Entities.Length > 0 && right.Entities.Length > 0 && left.Kind != right.Kind && left.Names.Shares(right.Names);
        if (named)
        {
            return SlotMatch.Same;
        }

        if (IsBodyOf(left, right) || IsBodyOf(right, left) || (PredicateLexicon.English.IsBody(left.Head) && PredicateLexicon.English.IsBody(right.Head) && left.Entities.IsEmpty && right.Entities.IsEmpty && left.Names.Shares(right.Names)))
        {
            return SlotMatch.Related; // "Veria", "the government of Veria", "its lawmakers".
        }

        bool bothNamed = left.Entities.Length > 0 && right.Entities.Length > 0;
        bool countriesMeet = left.Countries.Shares(right.Countries);
        bool countriesClash = left.Countries.Length > 0 && right.Countries.Length > 0 && !countriesMeet;
        if (left.Owners.Length > 0 && right.Owners.Length > 0 && !countriesMeet && !left.Owners.Shares(right.Owners) && !left.Names.Shares(right.Names))
        {
            return SlotMatch.Different; // "sales of the one firm" and "sales of the other".
        }

        if (left.Head == right.Head && !countriesClash && !bothNamed)
        {
            if (PredicateLexicon.English.AreOtherInRow(left.Modifiers, right.Modifiers) || AreOpposed(left, right))
            {
                return SlotMatch.Different; // "her second clinic", "her third clinic"; "an approved yard", "an unapproved one".
            }

            return left.Owners.IsEmpty == right.Owners.IsEmpty || (left.Owners.IsEmpty ? left : right).IsDefinite || PredicateLexicon.English.Thing(left.Head, []) is not null ? SlotMatch.Same : SlotMatch.Related;
        }

        if (left.Thing is not null && left.Thing == right.Thing && !countriesClash && !bothNamed)
        {
            return SlotMatch.Same;
        }

        if (countriesMeet && StandsForCountry(left) && StandsForCountry(right))
        {
            return SlotMatch.Related;
        }

        // "weapons" against "drones": a name for the whole of things is told of a kind of them.
        if (IsKindOf(left.Thing, right.Thing) || IsKindOf(right.Thing, left.Thing))
        {
            return SlotMatch.Related;
        }

        return bothNamed || countriesClash || (left.Entities.Length == 0 && right.Entities.Length == 0) ? SlotMatch.Different : countriesMeet ? SlotMatch.Related : SlotMatch.Different;
    }

    // "does not use its own boats", "uses a boat of the coastguard"
    private static bool IsAnyButOwn(Participant? owned, Participant? any) => owned is { Owners.Length: > 0, Entities.IsEmpty: true } && any is { Owners.IsEmpty: true, Entities.IsEmpty: true, IsDefinite: false, IsOpen: false } && owned.Modifiers.Contains("own");

    // "nobody was hurt", "no one has been injured"
    private static bool IsNobody(Participant? participant) => participant?.Head == ParticipantReader.Nobody;

    /// <summary>Whether the one stands with a word that the other has negated.</summary>
    public static bool AreOpposed(Participant left, Participant right) => IsNegation(left, right) || IsNegation(right, left);

    private static bool IsNegation(Participant plain, Participant negated) => plain.Modifiers.Any(m => m.Length > 3 && negated.Modifiers.Any(n => n.Length == m.Length + 2 && n.StartsWith("un", StringComparison.Ordinal) && n.EndsWith(m, StringComparison.Ordinal)));

    /// <summary>Whether the one tells what is often done and the other what was done once ("typically issues a patch", "issued a patch").</summary>
    public static bool DifferInHabit(Proposition left, Proposition right) => left.IsHabit != right.IsHabit;

    /// <summary>Whether two tell their places in a row, and these are two ("in the sixth round", "in the 11th round"), or who was first, but in something else ("the first woman to captain a lifeboat", "the first woman on the harbour board").</summary>
    public static bool AreOfOtherRows(Proposition left, Proposition right) => Firsts.Differ(left, right) ||
        left.Others.Any(o => right.Others.Any(p => o.Head == p.Head && PredicateLexicon.English.AreOtherInRow(o.Modifiers, p.Modifiers)));

    // "Ada Quill quit", "customs chief Ada Quill has resigned": one person does so once.
    private static bool IsOnePerson(Participant? left, Participant? right) =>
        left is { Entities.Length: 1, Kind: ActorKind.Person } && right is { Entities.Length: 1, Kind: ActorKind.Person } && left.Entities[0] == right.Entities[0];

    /// <summary>Whether what two propositions appoint somebody to is one post: "was elected to the board", "became president".</summary>
    public static SlotMatch ArePosts(Proposition left, Proposition right)
    {
        Participant[] ours = [.. Posts(left)], theirs = [.. Posts(right)];
        return ours.Length == 0 || theirs.Length == 0 ? SlotMatch.Unknown : ours.Any(o => theirs.Any(t => o.Head == t.Head || Slot(o, t) is SlotMatch.Same or SlotMatch.Related)) ? SlotMatch.Same : SlotMatch.Different;

        static IEnumerable<Participant> Posts(Proposition told) => told.Others.Concat(new[] { told.Object, told.Recipient }.OfType<Participant>()).Where(static p => p is { IsPerson: false, IsOpen: false, Kind: not ActorKind.Person });
    }

    /// <summary>Whether somebody or something named is, or owns, both.</summary>
    public static bool SharesName(Participant left, Participant right) =>
        left.Entities.Shares(right.Entities) || left.Entities.Shares(right.Owners) || left.Owners.Shares(right.Entities) || left.Owners.Shares(right.Owners) || left.Names.Shares(right.Names);

    /// <summary>Whether all times that both tell may be one.</summary>
    public static bool TimesAgree(Proposition left, Proposition right)
    {
        foreach (TimeBound time in left.Times)
        {
            foreach (TimeBound other in right.Times)
            {
                if (!TimeBoundsAgree(time, other))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether two bounds may hold of one thing: intervals that meet; not "before" and "after" one thing.</summary>
    public static bool TimeBoundsAgree(TimeBound left, TimeBound right)
    {
        if (left.Relation is not null && right.Relation is not null)
        {
            return left.Anchor != right.Anchor || left.Relation == right.Relation;
        }

        // "in 2008" and "on Saturday": of a day of this week nobody tells the year alone.
        return left.Relation is not null || right.Relation is not null || (left.Interval.Compatible(right.Interval) && !(IsBareYear(left) && IsWeekday(right)) && !(IsBareYear(right) && IsWeekday(left)));
    }

    private static bool IsBareYear(TimeBound time) => time.Value is { Length: 4 } year && char.IsAsciiDigit(year[0]) && char.IsAsciiDigit(year[3]);

    private static bool IsWeekday(TimeBound time) => time.Interval is { Weekday: not null, Earliest: null };

    /// <summary>Whether figures of one unit and aspect in both have values that may be one.</summary>
    public static bool FiguresAgree(Proposition left, Proposition right)
    {
        foreach (Figure figure in left.Figures)
        {
            if (IsAge(figure) && (NamesSeveral(left) || NamesSeveral(right)))
            {
                continue; // "Ada Quill, 31, and Orin Vale, 58, were found": each age is of one of them.
            }

            bool comparable = false, met = false;
            foreach (Figure other in right.Figures)
            {
                bool isOfUnit = SameUnit(figure, other);
                comparable |= isOfUnit;
                met |= isOfUnit && IntervalsMeet(figure, other);
            }

            if (comparable && !met)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAge(Figure figure) => figure.Unit == "year" && figure.End - figure.Start < LongWord;

    private static bool NamesSeveral(Proposition told) => told.Participants.Any(static p => p.Entities.Length > 1);

    /// <summary>Whether two figures count the same kind of thing.</summary>
    public static bool SameUnit(Figure left, Figure right) => left.Unit == right.Unit && left.Aspect == right.Aspect;

    /// <summary>Whether the bounds of two figures share a value; lengths, speeds and the like that were turned from one unit into another and rounded ("600 m", "2,000 feet") do within two hundredths.</summary>
    public static bool IntervalsMeet(Figure left, Figure right)
    {
        double slack = left.Unit == right.Unit && Measures.Contains(left.Unit) ? Rounding : 0;
        return (left.Low ?? double.NegativeInfinity) * (1 - slack) <= (right.High ?? double.PositiveInfinity) && (right.Low ?? double.NegativeInfinity) * (1 - slack) <= (left.High ?? double.PositiveInfinity);
    }

    /// <summary>Whether a unit is one of length, speed, area, weight or volume.</summary>
    public static bool IsMeasure(string unit) => Measures.Contains(unit);

    /// <summary>The thing that a thing is a kind of, or itself.</summary>
    public static string WholeOf(string thing) => IsKindOf("weapon", thing) ? "weapon" : IsKindOf("person", thing) ? "person" : thing;

    private static bool IsBodyOf(Participant body, Participant whole) => PredicateLexicon.English.IsBody(body.Head) && body.Entities.IsEmpty && (body.Owners.Shares(whole.Entities) || (body.Owners.Length > 0 && body.Names.Shares(whole.Names)));

    private static bool IsKindOf(string? whole, string? kind) => (whole == "weapon" && kind is "drone" or "missile") || (whole == "person" && kind is "worker" or "patient" or "passenger" or "civilian" or "migrant");

    private static bool StandsForCountry(Participant participant) =>
        participant.Kind is null or ActorKind.Country or ActorKind.Government or ActorKind.Group or ActorKind.Organization or ActorKind.Unnamed or ActorKind.Other or ActorKind.Place;

    // Of "A met B" and "B held talks with A": everybody on one side against everybody on the other.
    private static (SlotMatch First, SlotMatch Second) Partners(Proposition left, Proposition right)
    {
        Participant[] ours = [.. Sides(left)], theirs = [.. Sides(right)];
        string[] leftIds = [.. ours.SelectMany(static p => p.Entities).Distinct(StringComparer.Ordinal)], rightIds = [.. theirs.SelectMany(static p => p.Entities).Distinct(StringComparer.Ordinal)];
        int shared = leftIds.Intersect(rightIds, StringComparer.Ordinal).Count();
        if (shared >= 2)
        {
            return (SlotMatch.Same, SlotMatch.Same);
        }

        int related = ours.Count(o => theirs.Any(t => Slot(o, t) is SlotMatch.Same or SlotMatch.Related));
        if (shared == 1)
        {
            bool bothFull = leftIds.Length >= 2 && rightIds.Length >= 2;
            return (SlotMatch.Same, related >= 2 ? SlotMatch.Related : bothFull ? SlotMatch.Different : SlotMatch.Unknown);
        }

        return related >= 2 ? (SlotMatch.Related, SlotMatch.Related) : ours.Length == 0 || theirs.Length == 0 ? (SlotMatch.Unknown, SlotMatch.Unknown) : (SlotMatch.Different, SlotMatch.Unknown);
    }

    /// <summary>Whether of two mutual acts each names whom the one partner that they share acts with, and these are two persons ("met Quill", "met Maro").</summary>
    public static bool ArePartnersOfOthers(Proposition left, Proposition right)
    {
        string[] ours = [.. People(left)], theirs = [.. People(right)];
        return ours.Length > 1 && theirs.Length > 1 && ours.Intersect(theirs, StringComparer.Ordinal).Count() == 1;

        static IEnumerable<string> People(Proposition told) => Sides(told).Where(static s => s.Kind == ActorKind.Person).SelectMany(static s => s.Entities).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<Participant> Sides(Proposition proposition)
    {
        foreach (Participant? side in new[] { proposition.Actor, proposition.Recipient, proposition.Object })
        {
            if (side is { IsOpen: false } && (side.Entities.Length > 0 || side.Countries.Length > 0 || side != proposition.Object))
            {
                yield return side;
            }
        }
    }

    /// <summary>How many stems two sorted lists share.</summary>
    public static int Shared(System.Collections.Immutable.ImmutableArray<string> left, System.Collections.Immutable.ImmutableArray<string> right)
    {
        int shared = 0, i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            int order = string.CompareOrdinal(left[i], right[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private static string Words(SlotMatch match, string role) => match switch
    {
        SlotMatch.Same => $"the same {(role == "who acts" ? "actor" : role == "the thing" ? "thing" : "recipient")}",
        SlotMatch.Related => $"{role}: the two may stand for each other",
        SlotMatch.Different => $"{role} differs",
        SlotMatch.Unknown => $"{role} not told in both",
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, "Unknown match."),
    };
}
