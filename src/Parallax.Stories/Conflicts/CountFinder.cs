using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Compares what all reports of a story, and all voices in them, give as one number of one occasion: how many were hurt, how strong an earthquake was. No claim need join them.</summary>
/// <param name="set">The reports.</param>
/// <param name="drafts">The claims on which a conflict may stand.</param>
/// <param name="occasions">Of what a figure is told.</param>
/// <param name="storyOf">Story number by report.</param>
/// <param name="claims">Makes a claim where there is none.</param>
internal sealed class CountFinder(ReportSet set, ImmutableArray<ClaimDraft> drafts, FigureOccasions occasions, IReadOnlyDictionary<string, int> storyOf, ValueClaims claims)
{
    private const int SentencesOfOneBreath = 3;
    private const double SizeOfPart = 50, Ten = 10, LeastOfWar = 10_000, SizeOfWar = 100;

    private readonly ILookup<string, (ClaimDraft Draft, Stand Stand)> _stands = drafts.SelectMany(static d => d.Own.Where(static s => !s.IsAnswer).Select(s => (d, s))).ToLookup(static p => p.s.Proposition.Report, static p => (p.d, p.s), StringComparer.Ordinal);

    private static readonly Lazy<HashSet<string>> TollWords = new(static () => [.. ((string[])["toll", "number", "dead", "killed", "died", "deaths", "casualties", "fatalities", "injured"]).SelectMany(static w => WordList.Of(w)).Select(static w => w.Stem)]);

    private static readonly Lazy<HashSet<string>> Growing = new(static () => StoriesData.Words("en/conflicts/growing.txt"));

    /// <summary>Whether figures of a kind are compared here, for the whole story.</summary>
    public static bool Compares(string kind) => kind == Measurands.Magnitude || Measurands.IsFate(kind);

    /// <summary>The conflicts, by story and kind.</summary>
    public IEnumerable<Conflict> Find()
    {
        List<Told> told = [], others = [];
        foreach (AnnotatedReport report in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }))
        {
            Lazy<Tree> tree = new(() => new Tree(report.Tokens));
            foreach (Figure figure in report.Figures.Where(static f => f is { Aspect: FigureAspect.Level, Value: not null } && !FigureOccasions.IsOfWhole(f)))
            {
                if (Measurands.Kind(report, figure) is { } kind && Compares(kind))
                {
                    (IsOfAnother(report, figure, kind) ? others : told).Add(new Told(figure, kind, kind == Measurands.Magnitude ? "" : (Measurands.IsGeneric(figure.Unit) ? "" : figure.Unit) + CountScope.Of(report, figure, tree), VoiceOf(report, figure), SentenceOf(report, figure), occasions.Of(figure)));
                }
            }
        }

        // What reports of other stories tell sets nobody here against another.
        ILookup<(int Story, string Kind), Told> known = told.Concat(others).ToLookup(t => (storyOf[t.Figure.Report], t.Kind));
        HashSet<int> done = [];
        foreach (var group in told.GroupBy(t => (Story: storyOf[t.Figure.Report], t.Kind, t.Unit)).OrderBy(static g => g.Key))
        {
            // News of the day, and each thing of the past by itself.
            Told[] main = occasions.Agreeing([.. group.Where(static t => t.Occasion.IsMain)], static t => t.Occasion);
            Told[] past = [.. group.Where(static t => !t.Occasion.IsMain)];
            DisjointSets sets = new(past.Length);
            for (int i = 0; i < past.Length; i++)
            {
                for (int j = i + 1; j < past.Length; j++)
                {
                    if (occasions.AreOne(past[i].Occasion, past[j].Occasion))
                    {
                        sets.Join(i, j);
                    }
                }
            }

            foreach (Told[] one in sets.Sets().Select(s => occasions.Agreeing([.. s.Select(m => past[m])], static t => t.Occasion)).Prepend(main))
            {
                if (Write(group.Key.Kind, one, [.. known[(group.Key.Story, group.Key.Kind)]]) is { } conflict)
                {
                    _ = group.Key.Kind == Measurands.Dead && one == main && done.Add(group.Key.Story);
                    yield return conflict;
                }
            }
        }

        foreach (Conflict conflict in Tolls(done))
        {
            yield return conflict;
        }
    }

    // What each report mainly gives as the dead, whoever they were ("killed 18 sailors", "the toll rose to 21").
    private IEnumerable<Conflict> Tolls(HashSet<int> done)
    {
        List<Told> told = [];
        foreach (AnnotatedReport report in set.Reports.Where(r => r.Find(ReportLayers.Tokens) is { Count: > 0 } && !done.Contains(storyOf[r.Report.Id])))
        {
            if (TollReader.Find(report) is { } toll && Measurands.Kind(report, toll.Figure) == Measurands.Dead && !IsOfAnother(report, toll.Figure, Measurands.Dead) && CountScope.Of(report, toll.Figure, new Lazy<Tree>(() => new Tree(report.Tokens))).Length == 0 && occasions.Of(toll.Figure) is { IsMain: true } occasion)
            {
                told.Add(new Told(toll.Figure, Measurands.Dead, "", VoiceOf(report, toll.Figure), SentenceOf(report, toll.Figure), occasion));
            }
        }

        return told.GroupBy(t => storyOf[t.Figure.Report]).OrderBy(static g => g.Key).Select(story => Write(Measurands.Dead, occasions.Agreeing([.. story], static t => t.Occasion), [.. story])).OfType<Conflict>();
    }

    // "a magnitude 6 quake can do damage", "aftershocks of 4.0"
    private bool IsOfAnother(AnnotatedReport report, Figure figure, string kind) =>
        occasions.Clause(figure) is { } clause && (clause.IsUnreal || clause.IsNegated || clause.Factuality is Factuality.Planned or Factuality.Possible or Factuality.Hypothetical)
        || (kind == Measurands.Dead && TollReader.IsOfWar(report.Tokens, report.Tokens.Sentences[SentenceOf(report, figure)]))
        || (kind == Measurands.Dead && WordList.Of(report.Report.Text.Text, report.Tokens.Sentences[SentenceOf(report, figure)].Span).Any(static w => Measurands.IsUnreal(w.Lower)))
        || (Measurands.IsFate(kind) && TollReader.IsApart(report, report.Tokens.Sentences[SentenceOf(report, figure)].Span))
        || (kind == Measurands.Magnitude && WordList.Of(report.Report.Text.Text, report.Tokens.Sentences[SentenceOf(report, figure)].Span).Any(static w => Measurands.IsAftershock(w.Lower)));

    private static int SentenceOf(AnnotatedReport report, Figure figure) => report.Tokens.SentenceOf(Math.Max(0, report.Tokens.TokenAt(figure.Start)));

    private static string VoiceOf(AnnotatedReport report, Figure figure) =>
        report.Statements.FirstOrDefault(s => s.Id == figure.According) is { } statement ? statement.Source.Entity ?? statement.Source.Name : "";

    private Conflict? Write(string kind, Told[] agreeing, Told[] known)
    {
        Told[] all = [.. known.Where(t => t.Kind == kind)];
        Told[] told = [.. agreeing.GroupBy(static t => (t.Figure.Report, t.Voice)).SelectMany(Leading)];
        Told[] shortened = [.. told.Where(t => IsShortened(t, told))];
        told = [.. told.Where(t => !IsOfMore(t, told) && !IsOfElsewhere(t, told)).Select(t => WithBounds(t, told))];
        Told[] apart = [.. told.Where(a => Array.Exists(told, b => Differ(a, b, all)))];
        if (apart.Length >= 2)
        {
            apart = [.. told.Where(t => Array.IndexOf(apart, t) >= 0 || (Array.Exists(shortened, s => s.Figure.Id == t.Figure.Id) && Array.Exists(apart, o => DifferLoosely(t, o, all))))];
        }

        // "at least 60", "at least 70": both can be so.
        bool loose = apart.Length < 2;
        if (loose)
        {
            apart = [.. told.Where(a => Array.Exists(told, b => DifferLoosely(a, b, all)))];
        }

        if (apart.Length < 2)
        {
            return null;
        }

        ConflictSide[] sides =
        [
            .. apart.GroupBy(static t => t.Figure.Value).OrderBy(static g => g.Key)
                .Select(g => new ConflictSide(ConflictFinder.Plainest(set, g.Select(static t => t.Figure)), [.. g.Select(static t => new SideEvidence(t.Figure.Report, t.Figure.Start, t.Figure.End, t.Figure.According, null)).Distinct()])),
        ];
        if (sides.Length < 2 || (Place(agreeing, apart) ?? claims.Of([.. apart.Select(static t => (t.Figure.Report, t.Figure.Span))], least: 1)) is not { } draft)
        {
            return null;
        }

        (Told Left, Told Right)[] pairs = [.. apart.SelectMany(a => apart.Where(b => loose ? DifferLoosely(a, b, all) : Differ(a, b, all)).Select(b => (a, b)))];
        bool later = Measurands.IsGrowing(kind) && (loose
            ? Array.Exists(pairs, p => IsLater(p.Left, p.Right)) && !Array.Exists(pairs, p => p.Left.Figure.Value > p.Right.Figure.Value && set.IsBefore(p.Left.Figure.Report, p.Right.Figure.Report))
            : (Array.Exists(pairs, p => IsLater(p.Left, p.Right)) && Array.TrueForAll(pairs, p => IsNotEarlier(p.Left, p.Right) || IsNotEarlier(p.Right, p.Left))) || IsGrowing(apart, pairs));
        ConflictRelation relation = later ? ConflictRelation.Update : loose ? ConflictRelation.Compatible : ConflictRelation.Conflict;
        string why = relation switch
        {
            ConflictRelation.Compatible => "the bounds share a value",
            ConflictRelation.Update => Array.Exists(pairs, p => IsLater(p.Left, p.Right)) ? "a later report tells more" : "the number was still growing",
            ConflictRelation.Conflict => "the bounds share no value, and no later time explains it",
            _ => throw new InvalidOperationException("Unknown relation."),
        };
        return ConflictFinder.Write(draft, ConflictKind.Figure, relation, sides, $"{(kind == Measurands.Magnitude ? "how strong it was" : $"how many are {kind}")}, {string.Join(" against ", sides.Select(static s => s.Value))}: {why}");
    }

    // Beside 36 and 39 killed on the day "280,000 killed": those of a whole war.
    private static bool IsOfMore(Told told, Told[] all) => told.Figure.Value >= LeastOfWar && all.Length > 1 && Array.TrueForAll(all, o => o == told || o.Figure.Value == told.Figure.Value || o.Figure.Value * SizeOfWar <= told.Figure.Value) && Array.Exists(all, o => o.Figure.Value != told.Figure.Value);

    // "Blast kills 60" above "killed at least 60": the title leaves the bound out.
    private bool IsShortened(Told told, Told[] all) => WithBounds(told, all) != told;

    private Told WithBounds(Told told, Told[] all) => told.Figure.Modifier is null && PartOf(told) == TextPart.Title
        && Array.Find(all, o => o.Figure.Report == told.Figure.Report && o.Figure.Value == told.Figure.Value && o.Figure.Modifier is not null && PartOf(o) != TextPart.Title) is { } full
        ? told with { Figure = told.Figure with { Low = full.Figure.Low, High = full.Figure.High, Modifier = full.Figure.Modifier } } : told;

    private TextPart PartOf(Told told) => set[told.Figure.Report].Tokens.Sentences[told.Sentence].Part;

    // "1,953 were killed in Orsk", and by another voice "17 were killed in Tarn": what is told of one more place is a part of the whole, and what is told further down of another place where another report has the first number is another occasion.
    private bool IsOfElsewhere(Told told, Told[] all) => told.Kind != Measurands.Magnitude && told.Occasion.Places.Length > 0
        && Array.Exists(all, o => o.Figure.Report == told.Figure.Report && o.Voice != told.Voice && ((o.Figure.Value >= SizeOfPart * told.Figure.Value && !o.Occasion.Places.Intersect(told.Occasion.Places, StringComparer.Ordinal).Any())
            || (o.Sentence < told.Sentence && PartOf(o) != TextPart.Title && AreElsewhere(o, told) && Array.Exists(all, x => x.Figure.Report != o.Figure.Report && x.Figure.Value == o.Figure.Value))));

    private bool AreElsewhere(Told left, Told right) => TownsOf(left) is { Length: > 0 } one && TownsOf(right) is { Length: > 0 } other && !one.Intersect(other, StringComparer.Ordinal).Any();

    private string[] TownsOf(Told told) => [.. told.Occasion.Places.Where(p => set[told.Figure.Report].Entities.Find(p) is not { Kind: ActorKind.Country })];

    // Of a voice that gives several numbers: the first in the body, and what may be the same.
    private IEnumerable<Told> Leading(IEnumerable<Told> ofVoice)
    {
        Told[] all = [.. ofVoice.OrderBy(t => set[t.Figure.Report].Tokens.Sentences[t.Sentence].Part is TextPart.Title or TextPart.Heading or TextPart.Caption).ThenBy(static t => t.Figure.Start)];
        return all.Where(t => PropositionMatcher.IntervalsMeet(t.Figure, all[0].Figure));
    }

    // Of one report two voices must be set against each other; of two reports neither may know the other's number.
    private bool Differ(Told left, Told right, Told[] all) => HasRisen(left, right) || HasRisen(right, left) || (!PropositionMatcher.IntervalsMeet(left.Figure, right.Figure)
        && (left.Figure.Report == right.Figure.Report ? AreSetAgainst(left, right) : (!Tells(all, left, right) && !Tells(all, right, left)) || all.Any(a => a.Figure.Value == left.Figure.Value && all.Any(b => b.Figure.Value == right.Figure.Value && AreSetAgainst(a, b)))));

    // "at least 12", and in a later report "has risen to 19": both were so when they were told.
    private bool HasRisen(Told early, Told late) => Measurands.IsGrowing(early.Kind) && IsLater(early, late) && early.Figure.Modifier is "at least" or null && occasions.Clause(late.Figure) is { } clause && (clause.Counted is not null || clause.Class == "grow");

    // Two reports give two numbers, of which a bound allows the other ("at least 60", "75"), but none is a rounding of it ("about 60", "62").
    private static bool DifferLoosely(Told left, Told right, Told[] all) => left.Kind != Measurands.Magnitude && left.Figure.Report != right.Figure.Report && left.Figure.Value != right.Figure.Value && IsFromBelow(left) && IsFromBelow(right) && !IsRounded(left.Figure, right.Figure) && !IsRounded(right.Figure, left.Figure)
        && !Tells(all, left, right, sameValue: true) && !Tells(all, right, left, sameValue: true);

    // "more than 30" of "31": the last ten, hundred … before it.
    private static bool IsRounded(Figure round, Figure exact)
    {
        if (round is not { Modifier: "more than", Value: >= Ten and { } value } || exact.Value is not { } other)
        {
            return false;
        }

        double step = Ten;
        while (value % (step * Ten) == 0)
        {
            step *= Ten;
        }

        return value % step == 0 && other > value && other < value + step;
    }

    private static bool IsFromBelow(Told told) => told.Figure.Modifier is null or "at least" or "more than";

    private static bool Tells(Told[] all, Told own, Told other, bool sameValue = false) => Array.Exists(all, t => t.Figure.Report == own.Figure.Report
        && (sameValue ? t.Figure.Value == other.Figure.Value : t.Figure is { Low: > 0, High: not null } && PropositionMatcher.IntervalsMeet(t.Figure, other.Figure)));

    // "A put it at 6.1, but B at 5.9"; of a magnitude in one breath.
    private static bool AreSetAgainst(Told left, Told right) => left.Figure.Report == right.Figure.Report && left.Voice != right.Voice
        && (left.Sentence == right.Sentence || (left.Kind == Measurands.Magnitude && Math.Abs(left.Sentence - right.Sentence) <= SentencesOfOneBreath && left.Voice.Length > 0 && right.Voice.Length > 0));

    // "the toll is still rising", "has passed 2,000": numbers of other hours, where nothing shows that a smaller one is the later.
    private bool IsGrowing(Told[] apart, (Told Left, Told Right)[] pairs) =>
        apart.Select(static t => t.Figure.Report).Distinct(StringComparer.Ordinal).Count() > 1 && Array.TrueForAll(pairs, p => !AreSetAgainst(p.Left, p.Right) && !(p.Left.Figure.Value > p.Right.Figure.Value && set.IsBefore(p.Left.Figure.Report, p.Right.Figure.Report)))
        && Array.Exists(apart, t => t.Figure.Value > apart.Min(static o => o.Figure.Value) && Rises(t));

    // In the sentence of the number, the one behind it, or the title.
    private bool Rises(Told told)
    {
        AnnotatedReport report = set[told.Figure.Report];
        return report.Tokens.Sentences.Where((s, i) => i == told.Sentence || i == told.Sentence + 1 || s.Part == TextPart.Title).Any(s => WordList.Of(report.Report.Text.Text, s.Span) is var words
            && words.Any(static w => TollWords.Value.Contains(w.Stem)) && (words.Any(static w => Growing.Value.Contains(w.Lower)) || report.Report.Text.Slice(s.Span).Contains("so far", StringComparison.OrdinalIgnoreCase)));
    }

    private bool IsLater(Told early, Told late) => early.Figure.Value < late.Figure.Value && set.IsBefore(early.Figure.Report, late.Figure.Report);

    // Of one day nobody knows which came first: a smaller number may still be the older one.
    private bool IsNotEarlier(Told early, Told late) => early.Figure.Value < late.Figure.Value && early.Figure.Report != late.Figure.Report
        && (set.IsBefore(early.Figure.Report, late.Figure.Report) || (set[early.Figure.Report].Report.Published?.Value is { } day && day == set[late.Figure.Report].Report.Published?.Value));

    // The claim in whose words most of them stand, the shortest of these; its own words should stand beside one of them.
    private ClaimDraft? Place(Told[] told, Told[] apart) => told.SelectMany(t => _stands[t.Figure.Report].Where(s => s.Stand.Proposition.Span.Contains(t.Figure.Span) || s.Stand.Proposition.Sentence == t.Sentence).Select(s => (s.Draft, s.Stand, Told: t)))
        .Where(p => ((p.Told.Kind == Measurands.Dead && p.Told.Occasion.IsMain) || IsBeside(p.Draft, told)) && !TellsOther(p.Draft, apart))
        .GroupBy(static p => p.Draft.Id, StringComparer.Ordinal)
        .OrderByDescending(g => IsBeside(g.First().Draft, told)).ThenByDescending(static g => g.Where(static p => p.Stand.Proposition.Span.Contains(p.Told.Figure.Span)).Select(static p => p.Told).Distinct().Count()).ThenBy(static g => g.Min(static p => p.Stand.Proposition.Span.Length)).ThenBy(static g => g.Key, StringComparer.Ordinal)
        .Select(static g => g.First().Draft).FirstOrDefault();

    // "17 were killed by the slide" is no heading for the 1,394 whom the quake killed.
    private bool TellsOther(ClaimDraft draft, Told[] told) => draft.Wording is { } wording && set[wording.Proposition.Report].Figures.Any(f => wording.Span.Contains(f.Span) && Measurands.Kind(set[wording.Proposition.Report], f) == told[0].Kind && !Array.Exists(told, t => t.Figure.Value == f.Value));

    private static bool IsBeside(ClaimDraft draft, Told[] told) => draft.Wording is { } wording && Array.Exists(told, t => t.Figure.Report == wording.Proposition.Report && t.Sentence == wording.Proposition.Sentence);

    private sealed record Told(Figure Figure, string Kind, string Unit, string Voice, int Sentence, Occasion Occasion);
}
