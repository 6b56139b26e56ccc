using NodaTime;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <summary>What a figure is told of: the times and places of its clause, else of the clauses around it.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Times">When; none where the text says nothing.</param>
/// <param name="Countries">In which countries.</param>
/// <param name="Places">Ids of the places named.</param>
/// <param name="Names">Their names, lower-cased.</param>
/// <param name="IsMain">Whether it may be what the report is news of: no time is told, or one about the day it came out.</param>
internal sealed record Occasion(string Report, TimexInterval[] Times, string[] Countries, string[] Places, string[] Names, bool IsMain);

/// <summary>Tells whether figures of two reports are told of one occasion: an earthquake of this week is not the one of February, nor one in another country.</summary>
internal sealed class FigureOccasions(ReportSet set, IEnumerable<Proposition> propositions)
{
    // News is of the days before it; the day of the page may be the next.
    private const int DaysOfNews = 10;

    private readonly ILookup<string, Proposition> _propositions = propositions.ToLookup(static p => p.Report, StringComparer.Ordinal);

    /// <summary>The clause that holds a figure, the shortest; or null.</summary>
    public Proposition? Clause(Figure figure) => Holding(figure).FirstOrDefault();

    /// <summary>What a figure is told of.</summary>
    public Occasion Of(Figure figure)
    {
        AnnotatedReport report = set[figure.Report];
        TokenLayer tokens = report.Tokens;
        Proposition[] around = [.. Holding(figure)];
        int sentence = tokens.SentenceOf(Math.Max(0, tokens.TokenAt(figure.Start)));

        // Its own clause, then those around it, but not the one that tells who showed or said it; then the sentence, and the one before where a word points there ("It killed 600").
        int said = Array.FindIndex(around, p => tokens.Relations[p.Top] == "ccomp");
        List<TextSpan> clauses = [.. around.Take(said < 0 ? around.Length : said + 1).Select(static p => p.Core)], spans = [.. clauses];
        if (said < 0)
        {
            spans.Add(tokens.Sentences[sentence].Span);
        }

        if (sentence > 0 && PointsBack(tokens, sentence))
        {
            spans.Add(tokens.Sentences[sentence - 1].Span);
            clauses.Add(spans[^1]);
        }

        TimexInterval[] times = [.. spans.Select(span => Times(report, span)).FirstOrDefault(static t => t.Length > 0) ?? []];
        bool past = spans.Exists(span => report.Times.Overlapping(span).Any(t => span.Contains(t.Span) && IsLong(t)));
        Entity[] places = [.. (clauses.Count == 0 ? spans : clauses).Select(span => Places(report, span)).FirstOrDefault(static p => p.Length > 0) ?? []];
        return new Occasion(
            figure.Report, times, [.. places.Select(static p => p.Country ?? (p.Kind == ActorKind.Country ? p.Name : null)).OfType<string>().Distinct(StringComparer.Ordinal)], [.. places.Select(static p => p.Id)],
            [.. places.Select(static p => p.Name.ToLowerInvariant())], !past && Array.TrueForAll(times, t => IsOfTheNews(report, t)));
    }

    /// <summary>Whether two counts may be of one whole: what was seized "so far" or "during the five operations" is no count of one of them. Of people hurt or killed the news itself is the whole.</summary>
    public static bool MayShareScope(Figure left, Figure right) => IsOfWhole(left) == IsOfWhole(right) || Measurands.IsPeople(right.Unit);

    /// <summary>Whether a figure is a count of all there was, on several occasions: no length from a place, nor people.</summary>
    public static bool IsOfWhole(Figure figure) => figure.Scope is not null && !PropositionMatcher.IsMeasure(figure.Unit) && !Measurands.IsPeople(figure.Unit);

    /// <summary>Whether two may be one occasion.</summary>
    public bool AreOne(Occasion left, Occasion right)
    {
        bool abroad = left.Countries.Length > 0 && right.Countries.Length > 0 && !left.Countries.Intersect(right.Countries, StringComparer.Ordinal).Any() && (!Knows(right.Report, left.Countries) || !Knows(left.Report, right.Countries));
        if (left.IsMain != right.IsMain || abroad)
        {
            return false;
        }

        if (!Array.TrueForAll(left.Times, t => Array.TrueForAll(right.Times, u => t.Compatible(u))))
        {
            return false;
        }

        bool shared = left.Places.Intersect(right.Places, StringComparer.Ordinal).Any() || left.Names.Intersect(right.Names, StringComparer.Ordinal).Any();
        return shared || (left.IsMain && !(IsStrange(left, right.Report) && IsStrange(right, left.Report)));
    }

    /// <summary>Those that may all be of one occasion: what goes with the fewest of the others is left out first.</summary>
    public T[] Agreeing<T>(T[] told, Func<T, Occasion> occasion)
    {
        List<T> left = [.. told];
        while (true)
        {
            int worst = -1, most = 0;
            for (int i = 0; i < left.Count; i++)
            {
                int apart = left.Count(o => !AreOne(occasion(left[i]), occasion(o)));
                if (apart > most)
                {
                    (worst, most) = (i, apart);
                }
            }

            if (worst < 0)
            {
                return [.. left];
            }

            left.RemoveAt(worst);
        }
    }

    private bool Knows(string report, string[] countries) => set[report].Entities.Entities.Any(e => Array.IndexOf(countries, e.Country ?? e.Name) >= 0);

    // Names places of which the other report says nothing.
    private bool IsStrange(Occasion occasion, string report) =>
        occasion.Places.Length > 0 && Array.TrueForAll(occasion.Places, id => !set[report].Entities.Entities.Any(e => e.Id == id || occasion.Names.Contains(e.Name.ToLowerInvariant())));

    private IEnumerable<Proposition> Holding(Figure figure) => _propositions[figure.Report].Where(p => p.Core.Contains(figure.Span) || p.Figures.Any(f => f.Id == figure.Id))
        .OrderBy(static p => p.Core.Length).ThenBy(static p => p.Token);

    private static bool PointsBack(TokenLayer tokens, int sentence)
    {
        Sentence own = tokens.Sentences[sentence];
        return own.EndToken > own.FirstToken && tokens.Lemmas[own.FirstToken].ToLowerInvariant() is "it" or "that" or "this" or "they";
    }

    // "earlier this year", "between January and March" of an undated report: no news of the day.
    private static bool IsLong(TimeExpression time) => time.Type == TimexType.DATE && (time.Value == "XXXX" || (time.Until is { Length: <= 7 } && time.Value.StartsWith("XXXX", StringComparison.Ordinal)));

    private static TimexInterval[] Times(AnnotatedReport report, TextSpan span) =>
        [.. report.Times.Overlapping(span).Where(t => span.Contains(t.Span) && t.Type is TimexType.DATE or TimexType.TIME).Select(static t => TimexInterval.Parse(t.Value, t.Until)).Where(static t => t.Precision != Core.Time.TimePrecision.Unknown)];

    private static Entity[] Places(AnnotatedReport report, TextSpan span) =>
        [.. report.Entities.Entities.Where(e => e.Kind is ActorKind.Place or ActorKind.Country && e.Mentions.Any(m => m.Report == report.Report.Id && m.Form != MentionForm.Pronoun && span.Start <= m.Start && m.End <= span.End))];

    private static bool IsOfTheNews(AnnotatedReport report, TimexInterval time)
    {
        if (time.Earliest is null || time.Latest is null)
        {
            return time.Month is null || time.Day is not null; // "Saturday", "1 May" of an undated report; not "in September"
        }

        if (report.Report.Published is not { } date || (ReportSet.Earliest(date), ReportSet.Latest(date)) is not ({ } first, { } last))
        {
            return time.IsDay;
        }

        LocalDate from = Day(first).PlusDays(-DaysOfNews), to = Day(last).PlusDays(1);
        return time.Earliest <= to && time.Latest >= from && (time.IsDay || time.Precision is Core.Time.TimePrecision.Weekend or Core.Time.TimePrecision.Week or Core.Time.TimePrecision.Range);
    }

    private static LocalDate Day(string value) => NodaTime.Text.LocalDatePattern.Iso.Parse(value[..10]).GetValueOrThrow();
}
