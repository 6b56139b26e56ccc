using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds where the positions on one claim do not say the same.</summary>
internal static class ConflictFinder
{
    // A converted measure is rounded by no more than this part of it.
    private const double RoundedBy = 0.02;

    // How long somebody did one thing says nothing of another that he did as long.
    private static readonly HashSet<string> Durations = ["year", "season", "month", "week", "day", "hour", "minute"];

    // Counts of one thing seldom differ by so much; a part and the whole do. Tolls may (FA-KES), and are left alone.
    private const double OtherSize = 10;

    /// <summary>Units of length, area, speed, weight and volume, which reports convert.</summary>
    internal static readonly HashSet<string> Measures = ["m", "m²", "km", "km/h", "kg", "L"];

    /// <summary>Whether a unit is a stretch of time.</summary>
    public static bool IsDuration(string unit) => Durations.Contains(unit);

    /// <summary>All conflicts on the drafts, by claim and kind.</summary>
    public static ImmutableArray<Conflict> Find(
        ReportSet set, ImmutableArray<ClaimDraft> drafts, ImmutableArray<Proposition> propositions, ImmutableArray<Quotation> quotations, IReadOnlyDictionary<string, Entity> entities,
        IReadOnlyDictionary<string, int> storyOf, IReadOnlyDictionary<string, int> order, ValueClaims values, ExplanationBook book)
    {
        Dictionary<string, ClaimDraft> byId = drafts.DistinctBy(static d => d.Id, StringComparer.Ordinal).ToDictionary(static d => d.Id, StringComparer.Ordinal);
        FigureOccasions occasions = new(set, propositions);
        List<Conflict> conflicts = [];
        foreach (ClaimDraft draft in drafts)
        {
            Stand[] own = [.. draft.Own];
            Conflict? times = TimeFinder.Find(set, draft, own, draft.Act is { } act ? byId.GetValueOrDefault(act) : null);

            // Where when is what they differ on, those who only say no to it are a side of that.
            Conflict?[] found = [draft.Act is not null && times is not null ? null : Denial(set, draft, own), times, Status(set, draft, own), .. Figures(set, draft, own, occasions), CircumstanceFinder.Places(set, draft, own, entities), CircumstanceFinder.Certainty(set, draft, own)];
            conflicts.AddRange(found.OfType<Conflict>());
        }

        conflicts.RemoveAll(c => c.Kind == ConflictKind.Denial && conflicts.Exists(o => o != c && o.Kind == ConflictKind.Denial && IsToldBy(c, o) && (!IsToldBy(o, c) || string.CompareOrdinal(o.Claim, c.Claim) < 0)));
        conflicts.AddRange(new CountFinder(set, drafts, occasions, storyOf, values).Find());

        // Where they differ on when it was done nobody knows whether it followed a plan.
        HashSet<string> disputed = [.. conflicts.Where(static c => c.Kind is ConflictKind.Time or ConflictKind.Sequence).SelectMany(c => (string?[])[c.Claim, byId.GetValueOrDefault(c.Claim)?.Act]).OfType<string>()];
        conflicts.AddRange(PlanFinder.Find(set, [.. drafts.Where(d => !disputed.Contains(d.Id))], propositions, storyOf));
        conflicts.AddRange(StandingFinder.Find(set, drafts, order));
        conflicts.AddRange(MembershipFinder.Find(set, drafts, [.. conflicts], propositions));
        conflicts.AddRange(ExtentFinder.Find(set, drafts));
        conflicts.AddRange(ActorFinder.Find(set, drafts, storyOf));
        conflicts.AddRange(new PersonFinder(set, storyOf, values).Find(propositions, [.. conflicts]));
        conflicts.AddRange(DenialFinder.Find(set, drafts, storyOf, [.. conflicts]));
        conflicts.AddRange(new TwinFinder(set, occasions, storyOf, values).Find([.. conflicts]));
        conflicts.AddRange(new ThingCountFinder(set, occasions, storyOf, values).Find([.. conflicts]));
        conflicts.AddRange(new OppositeActFinder(set, occasions, storyOf, values).Find());
        conflicts.AddRange(new OppositionFinder(set, storyOf, values).Find());
        conflicts.AddRange(new ClockFinder(set, storyOf, values).Find());
        conflicts.AddRange(new NameFinder(set, storyOf, values).Find());
        conflicts.AddRange(CircumstanceFinder.Speakers(set, drafts, quotations));
        conflicts.ForEach(c => book.Add(c.Id, c.Explanation));
        return [.. conflicts];
    }

    // One denial of one saying is one dispute, though it stands on two claims.
    private static bool IsToldBy(Conflict told, Conflict other) => told.Sides.All(s => s.Evidence.All(static e => e.Statement is not null)
        && other.Sides.Any(o => o.Value == s.Value && s.Evidence.All(e => o.Evidence.Any(b => b.Statement == e.Statement))));

    private static Conflict? Denial(ReportSet set, ClaimDraft draft, Stand[] own)
    {
        Stand[] affirm = [.. own.Where(s => s.Kind is PositionKind.Affirms or PositionKind.Qualifies && s.SaysSo && !IsAsked(set, s.Proposition))], deny = [.. own.Where(s => s is { Kind: PositionKind.Denies, Basis: not StandBasis.Value, Proposition.Pole: null } && !PointsAt(set, s.Proposition))];

        // What a report itself denies and gives as nobody's word is a reading of it, not a side.
        affirm = [.. affirm.Where(a => a.Proposition.Statement is not { Root.Kind: ActorKind.NotStated } || deny.Any(d => d.Proposition.Report != a.Proposition.Report || d.Proposition.Statement is not null))];

        // "four died", "Orsk denied the attack that killed 1,400": he denies another.
        Stand[] others = [.. affirm.Where(a => deny.Length > 0 && Array.TrueForAll(deny, d => TimeFinder.CountOthers(set, a.Proposition, d.Proposition)))];
        if (draft.Wording is { } wording && Array.Exists(others, o => o.Proposition.Key == wording.Proposition.Key))
        {
            return null;
        }

        affirm = [.. affirm.Except(others)];

        // Somebody who takes both sides in one sentence is quoted, not opposed; a dispute has two voices.
        string[] voices = [.. affirm.Select(s => Voices.Of(set, s.Proposition)).Distinct(StringComparer.Ordinal)], deniers = [.. deny.Select(s => Voices.Of(set, s.Proposition)).Distinct(StringComparer.Ordinal)];
        if (affirm.Length == 0 || deny.Length == 0 || (voices.Length == 1 && deniers.Length == 1 && voices[0] == deniers[0]))
        {
            return null;
        }

        return Write(draft, ConflictKind.Denial, ConflictRelation.Conflict, [.. Sides("is so", PositionKind.Affirms), .. Sides("is so, with a limit", PositionKind.Qualifies), Side("is not so", deny)], $"{string.Join(", ", voices)} {(AreMany(voices) ? "say" : "says")} so; {string.Join(", ", deniers)} {(AreMany(deniers) ? "deny" : "denies")} it");

        IEnumerable<ConflictSide> Sides(string value, PositionKind kind) => affirm.Any(s => s.Kind == kind) ? [Side(value, affirm.Where(s => s.Kind == kind))] : [];
    }

    // "criticised over whether she knew": who asks it says nothing of it.
    private static bool IsAsked(ReportSet set, Proposition proposition)
    {
        TokenLayer tokens = set[proposition.Report].Tokens;
        Sentence sentence = tokens.Sentences[proposition.Sentence];
        return Enumerable.Range(sentence.FirstToken, Math.Max(0, proposition.Token - sentence.FirstToken)).Any(t => (tokens.Heads[t] == proposition.Token || tokens.Heads[t] == proposition.Top) && tokens.Form(t) is "whether" or "if");
    }

    // "could have been such a figure": of which figure, the sentence before tells.
    private static bool PointsAt(ReportSet set, Proposition proposition) => proposition.Class.StartsWith("be:", StringComparison.Ordinal) && set[proposition.Report].Report.Text.Slice(proposition.Core).Contains(" such a", StringComparison.Ordinal);

    // "officials", "Orsk and Venn": one voice of many.
    private static bool AreMany(string[] voices) => voices.Length != 1 || voices[0].Contains(" and ", StringComparison.Ordinal) || (voices[0].EndsWith('s') && !char.IsUpper(voices[0][voices[0].LastIndexOf(' ') + 1]));

    private static Conflict? Status(ReportSet set, ClaimDraft draft, Stand[] own)
    {
        Stand[] one = [.. own.Where(static s => s.Proposition.Pole is { IsFirst: true })], opposite = [.. own.Where(static s => s.Proposition.Pole is { IsFirst: false })];
        if (one.Length > 0 && opposite.Length > 0)
        {
            Stand[][] ends = [one, opposite];
            return Write(draft, ConflictKind.Status, ConflictRelation.Conflict, [.. ends.Select(e => Side(set[e[0].Proposition.Report].Report.Text.Slice(e[0].Proposition.Core), e))], $"they differ in what it is ({one[0].Proposition.Pole!.Value.Scale})");
        }

        for (int i = 0; i < own.Length; i++)
        {
            for (int j = i + 1; j < own.Length; j++)
            {
                if (own[i].Proposition is not { Object: { } left } first || own[j].Proposition is not { Object: { } right } second || !first.Class.StartsWith("be:", StringComparison.Ordinal)
                    || StatusScales.Exclude(left.Modifiers, right.Modifiers) is not var (scale, value, other))
                {
                    continue;
                }

                ConflictSide[] sides = [Side(set[first.Report].Report.Text.Slice(left.Span), [(own[i], left.Span)]), Side(set[second.Report].Report.Text.Slice(right.Span), [(own[j], right.Span)])];
                ConflictRelation relation = set.IsBefore(first.Report, second.Report) || set.IsBefore(second.Report, first.Report) ? ConflictRelation.Update : ConflictRelation.Conflict;
                return Write(draft, ConflictKind.Status, relation, sides, $"“{value}” and “{other}” exclude each other at one time ({scale}){(relation == ConflictRelation.Update ? "; one report is later" : "")}");
            }
        }

        return null;
    }

    private static IEnumerable<Conflict?> Figures(ReportSet set, ClaimDraft draft, Stand[] own, FigureOccasions occasions)
    {
        List<(Stand Stand, Figure Figure, string Kind, Occasion Occasion)> told = [.. own.Where(static s => s.Kind is PositionKind.Affirms or PositionKind.Qualifies || s.Basis == StandBasis.Value).SelectMany(static s => s.Proposition.Figures.Select(f => (s, f)))
            .Select(t => (t.s, t.f, Measurands.Kind(set[t.f.Report], t.f) ?? "", occasions.Of(t.f)))];
        told = [.. told.Where(t => t.Kind.Length > 0 && t.Kind != Measurands.Inhabitants && !Plays.IsOf(set[t.Figure.Report], t.Figure) && !CountFinder.Compares(t.Kind) && !(t.Figure.Unit == "year" && PersonFinder.IsAge(set[t.Figure.Report].Report.Text.Text, t.Figure)) && !TellsBoth(set, t.Figure, told.Select(static o => o.Figure)))];
        told = [.. told.Where(t => !told.Exists(o => AreOfTwo(t.Figure, o.Figure) || (FigureOccasions.IsOfWhole(t.Figure) && !FigureOccasions.MayShareScope(t.Figure, o.Figure)) || IsTold(set, t.Figure, o.Figure, told.Select(static x => x.Figure)) || DifferInTwo(t.Stand.Proposition, o.Stand.Proposition)))];
        (string, string) Voice((Stand Stand, Figure Figure, string Kind, Occasion Occasion) told) => (told.Figure.Report, Voices.Of(set, told.Stand.Proposition));
        foreach (var group in told.GroupBy(static t => (t.Kind, t.Figure.Aspect, Measured(t.Figure))).OrderBy(static g => g.Key))
        {
            var values = occasions.Agreeing([.. group.Where(t => !Durations.Contains(t.Figure.Unit) || group.All(o => PropositionMatcher.AreNear(t.Stand.Proposition, o.Stand.Proposition)))], static t => t.Occasion);
            if (values.Length < 2)
            {
                continue;
            }

            bool differ = values.Any(a => values.Any(b => Voice(a) != Voice(b) && !PropositionMatcher.IntervalsMeet(a.Figure, b.Figure)));
            ConflictSide[] sides = [.. values.GroupBy(v => ValueOf(Array.Find(values, o => IsConverted(o.Figure, v.Figure)).Figure ?? v.Figure), StringComparer.Ordinal).OrderBy(static g => g.First().Figure.Value ?? 0).ThenBy(static g => g.Key, StringComparer.Ordinal).Select(g => Side(Plainest(set, g.Select(static v => v.Figure)), g.Select(static v => (v.Stand, v.Figure.Span))))];
            bool equal = values.All(v => (v.Figure.Low == values[0].Figure.Low && v.Figure.High == values[0].Figure.High) || IsConverted(v.Figure, values[0].Figure));

            // "at least 18 people", "at least 38 people": neither bounds the other, and a story's counts are compared elsewhere.
            bool open = !differ && values.All(static v => v.Figure.Modifier is "at least" or "more than" && Measurands.IsPeople(v.Figure.Unit));
            if (equal || open || sides.Length < 2 || values.Select(Voice).Distinct().Count() < 2)
            {
                continue;
            }

            bool later = values.Any(a => values.Any(b => a.Figure.Report != b.Figure.Report && a.Figure.Value != b.Figure.Value && ClaimValues.IsUpdate(set, a.Stand.Proposition, a.Figure, b.Stand.Proposition, b.Figure)));
            bool moved = values.Any(static v => v.Stand.Proposition.Counted is not null || v.Stand.Proposition.Class is "grow" or "fall");
            ConflictRelation relation = !differ && !(later && moved) ? ConflictRelation.Compatible : later ? ConflictRelation.Update : ConflictRelation.Conflict;
            string why = relation switch
            {
                ConflictRelation.Compatible => "the bounds share a value",
                ConflictRelation.Update => differ ? "the bounds share no value, and one is of a later time" : "the count has moved on since",
                ConflictRelation.Conflict => "the bounds share no value, and no later time explains it",
                _ => throw new InvalidOperationException("Unknown relation."),
            };
            yield return Write(draft, ConflictKind.Figure, relation, sides, $"{string.Join(" against ", sides.Select(static s => s.Value))}: {why}");
        }
    }

    /// <summary>How a side of one value is headed: in the words without a modifier where there are such, in digits before words, the shortest.</summary>
    public static string Plainest(ReportSet set, IEnumerable<Figure> figures) => figures
        .Select(f => (f.Modifier, Words: set[f.Report].Report.Text.Slice(f.Span)))
        .OrderBy(static f => f.Modifier is not null).ThenBy(static f => !f.Words.Any(char.IsAsciiDigit)).ThenBy(static f => f.Words.Length).ThenBy(static f => f.Words, StringComparer.Ordinal).First().Words;

    private static string ValueOf(Figure figure) => figure.Value is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : $"{figure.Low} {figure.High}";

    // "48 km", "30 miles"; "2,000 feet (609 metres)": one measure in two systems.
    private static bool IsConverted(Figure left, Figure right) => Measures.Contains(left.Unit) && left.Value is { } one && right.Value is { } other && Math.Abs(one - other) <= RoundedBy * Math.Max(Math.Abs(one), Math.Abs(other));

    private static bool AreFar(Figure left, Figure right) => left.Value is { } one && right.Value is { } other && Math.Max(one, other) >= OtherSize * Math.Min(one, other);

    // "Quill's 226 metres", "the team ran 350 metres": measures of two that are named and share no name.
    private static bool AreOfTwo(Figure left, Figure right) => Measures.Contains(left.Unit) && left.Unit == right.Unit && left.Measures is { } one && right.Measures is { } two && char.IsUpper(one.Text[0]) && char.IsUpper(two.Text[0])
        && !left.Entities.Intersect(right.Entities, StringComparer.Ordinal).Any() && !one.Text.Split(' ').Intersect(two.Text.Split(' '), StringComparer.OrdinalIgnoreCase).Any();

    // "scored six goals at home and three abroad" beside "scored three goals": the sentence tells the other number of something else. In one report so where that other number is none of those compared.
    private static bool IsTold(ReportSet set, Figure figure, Figure other, IEnumerable<Figure> compared)
    {
        Core.Layers.TokenLayer tokens = set[figure.Report].Tokens;
        bool isOneReport = figure.Report == other.Report;
        return tokens.Count > 0 && (isOneReport ? figure.Value != other.Value : !PropositionMatcher.IntervalsMeet(figure, other)) && set[figure.Report].Figures.Any(f => f.Id != figure.Id && f.Value == other.Value && !(isOneReport && compared.Any(c => c.Id == f.Id)) && tokens.SentenceOf(Math.Max(0, tokens.TokenAt(f.Start))) == tokens.SentenceOf(Math.Max(0, tokens.TokenAt(figure.Start))) && (f.Unit == other.Unit || f.Unit == "more"));
    }

    /// <summary>Whether two clauses differ in figures of two units: "8 passes for 66 metres", "52 passes for 440 metres" tell two occasions, not two figures of one.</summary>
    public static bool DifferInTwo(Proposition left, Proposition right) => left.Report != right.Report && left.Figures.Select(static f => f.Unit).Distinct(StringComparer.Ordinal).Count(u => right.Figures.Any(r => r.Unit == u)
        && left.Figures.Where(l => l.Unit == u).All(l => right.Figures.Where(r => r.Unit == u).All(r => !PropositionMatcher.IntervalsMeet(l, r)))) > 1;

    // A report that also tells the number of the others, and tells this one as no later count, counts something else with it.
    private static bool TellsBoth(ReportSet set, Figure figure, IEnumerable<Figure> others) => others.Any(o => o.Report != figure.Report && AreFar(o, figure) && !PropositionMatcher.IntervalsMeet(o, figure) && !set.IsBefore(o.Report, figure.Report)
        && set[figure.Report].Figures.Any(f => f.Id != figure.Id && f.Unit == o.Unit && f.Aspect == o.Aspect && PropositionMatcher.IntervalsMeet(f, o)));

    // Percentages and sums are told of many things at once; other counts on one claim count one thing.
    private static string Measured(Figure figure) => figure.Unit is not "percent" && (figure.Unit.Length != 3 || !char.IsAsciiLetterUpper(figure.Unit[0])) ? "" : figure.Measures is { } measures ? Words.WordList.Of(measures.Text).Where(static w => w.IsContent).Select(static w => w.Stem).LastOrDefault() ?? "" : "";

    /// <summary>A side that stands on whole propositions.</summary>
    public static ConflictSide Side(string value, IEnumerable<Stand> stands) => Side(value, stands.Select(static s => (s, s.Proposition.Span)));

    /// <summary>A side that stands on the words given.</summary>
    public static ConflictSide Side(string value, IEnumerable<(Stand Stand, TextSpan Span)> evidence) =>
        new(value, [.. evidence.Select(static e => new SideEvidence(e.Stand.Proposition.Report, e.Span.Start, e.Span.End, e.Stand.Proposition.Statement?.Id, e.Stand.Proposition.Event?.Id)).Distinct()]);

    /// <summary>A conflict on a claim, with what its sides stand on.</summary>
    public static Conflict Write(ClaimDraft draft, ConflictKind kind, ConflictRelation relation, ConflictSide[] sides, string why)
    {
        Evidence[] evidence = [.. sides.SelectMany(static s => s.Evidence.Select(static e => new Evidence(e.Report, e.Start, e.End)))];
        return new Conflict(Ids.Group('k', [draft.Id + kind + string.Concat(sides.Select(static s => s.Value))]), kind, relation, draft.Id, [.. sides], Explanation.Of("conflict", why).On(evidence));
    }
}
