using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Compares how long one thing took, and at what hour it was, in the sentences of two reports that share words, most of them rare: "spoke for about 45 minutes with only aides present" beside "the talks, with none but aides present, went on for 38 minutes".</summary>
/// <remarks>Stretches of minutes and hours, and clocks, one in each sentence; longer ones are told of too many things.</remarks>
/// <param name="set">The reports.</param>
/// <param name="storyOf">Story number by report.</param>
/// <param name="claims">The claims on which a conflict may stand.</param>
internal sealed class ClockFinder(ReportSet set, IReadOnlyDictionary<string, int> storyOf, ValueClaims claims)
{
    private const int Shared = 3, RareShared = 2, RareSentences = 4, MinutesOfHour = 60;

    // A clock told in a second sentence is the same where it is so near, and of another time of day where it is so far; whole hours apart are two clocks.
    private const int LeastOfClock = 20, MostOfClock = 180, SharedOfClock = 4;

    // Closer stretches are one, rounded; of guesses so are those that differ by more.
    private const double Rounded = 1.05, Guessed = 1.15, OneSize = 3;

    /// <summary>The conflicts, by story.</summary>
    public IEnumerable<Conflict> Find()
    {
        foreach (IGrouping<int, AnnotatedReport> story in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }).GroupBy(r => storyOf[r.Report.Id]).OrderBy(static g => g.Key))
        {
            Told[] told = [.. story.SelectMany(Read), .. story.SelectMany(Clocks)];
            if (told.Select(static t => t.Report).Distinct(StringComparer.Ordinal).Count() < 2)
            {
                continue;
            }

            Dictionary<string, int> common = story.SelectMany(static r => r.Tokens.Sentences.SelectMany(s => Stems(r, s.Span))).GroupBy(static s => s, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
            int reports = story.Count();
            DisjointSets sets = new(told.Length);
            for (int i = 0; i < told.Length; i++)
            {
                for (int j = i + 1; j < told.Length; j++)
                {
                    if (told[i].Report != told[j].Report && told[i].IsClock == told[j].IsClock && AreOfOne(told[i], told[j], common, Math.Max(RareSentences, reports)))
                    {
                        sets.Join(i, j);
                    }
                }
            }

            foreach (Told[] one in sets.Sets().Select(s => s.Select(i => told[i]).ToArray()))
            {
                // A report that tells two stretches of it tells of two things.
                Told[] single = [.. one.GroupBy(static t => t.Report, StringComparer.Ordinal).Where(static g => g.Select(static t => t.Minutes).Distinct().Count() == 1).Select(static g => g.First())];
                Told[] apart = [.. single.Where(a => Array.Exists(single, b => AreApart(a, b)))];
                if (apart.Length > 1 && claims.Of([.. apart.Select(static t => (t.Report, t.Span))]) is { } draft)
                {
                    ConflictSide[] sides = [.. apart.GroupBy(static t => t.Minutes).OrderBy(static g => g.Key).Select(g => new ConflictSide(set[g.First().Report].Report.Text.Slice(g.First().Span), [.. g.Select(static t => new SideEvidence(t.Report, t.Span.Start, t.Span.End, t.Statement, null))]))];
                    yield return ConflictFinder.Write(draft, ConflictKind.Time, ConflictRelation.Conflict, sides, $"they differ in {(apart[0].IsClock ? "at what hour it was" : "how long it took")}: {string.Join("; ", sides.Select(static s => s.Value))}");
                }
            }
        }
    }

    // Enough words, or two that no other sentence has.
    private static bool AreOfOne(Told left, Told right, Dictionary<string, int> common, int rare)
    {
        string[] shared = [.. left.Around.Intersect(right.Around, StringComparer.Ordinal)];
        return (shared.Length >= (left.IsClock ? SharedOfClock : Shared) && shared.Count(s => common[s] <= rare) >= RareShared) || (!left.IsClock && shared.Count(s => common[s] <= RareShared) >= RareShared);
    }

    private static bool AreApart(Told left, Told right)
    {
        if (left.IsClock)
        {
            return Math.Abs(left.Minutes - right.Minutes) is >= LeastOfClock and <= MostOfClock and var apart && apart % MinutesOfHour != 0;
        }

        double longer = Math.Max(left.Minutes, right.Minutes), shorter = Math.Min(left.Minutes, right.Minutes);
        return longer >= shorter * (left.IsGuess || right.IsGuess ? Guessed : Rounded) && longer <= OneSize * shorter;
    }

    private static IEnumerable<Told> Read(AnnotatedReport report)
    {
        foreach (IGrouping<int, TimeExpression> sentence in report.Times.Where(static t => t.Type == TimexType.DURATION).GroupBy(t => report.Tokens.SentenceOf(Math.Max(0, report.Tokens.TokenAt(t.Start)))))
        {
            TimeExpression[] all = [.. sentence];
            if (all is [var time] && MinutesOf(time.Value) is { } minutes && time.Modifier is null or "APPROX")
            {
                yield return new Told(report.Report.Id, time.Span, minutes, time.Modifier is not null, false, report.Statements.FirstOrDefault(s => s.Content.Spans.Any(c => c.Contains(time.Span)))?.Id, [.. Stems(report, report.Tokens.Sentences[sentence.Key].Span)]);
            }
        }
    }

    private static IEnumerable<Told> Clocks(AnnotatedReport report)
    {
        foreach (IGrouping<int, TimeExpression> sentence in report.Times.Where(static t => t.Type == TimexType.TIME && PersonFinder.MinutesOf(t.Value) is not null).GroupBy(t => report.Tokens.SentenceOf(Math.Max(0, report.Tokens.TokenAt(t.Start)))))
        {
            TimeExpression[] all = [.. sentence];
            if (all is [{ Until: null } time] && PersonFinder.MinutesOf(time.Value) is { } minutes)
            {
                yield return new Told(report.Report.Id, time.Span, minutes, false, true, report.Statements.FirstOrDefault(s => s.Content.Spans.Any(c => c.Contains(time.Span)))?.Id, [.. Stems(report, report.Tokens.Sentences[sentence.Key].Span)]);
            }
        }
    }

    // "PT45M", "PT5H", "PT1H30M"
    private static double? MinutesOf(string value)
    {
        if (!value.StartsWith("PT", StringComparison.Ordinal))
        {
            return null;
        }

        int hour = value.IndexOf('H', StringComparison.Ordinal), minute = value.IndexOf('M', StringComparison.Ordinal);
        double? hours = hour < 0 ? 0 : Number(value.AsSpan(2, hour - 2)), minutes = minute < 0 ? 0 : Number(value.AsSpan(Math.Max(2, hour + 1), minute - Math.Max(2, hour + 1)));
        return hours is { } h && minutes is { } m && (h > 0 || m > 0) ? (MinutesOfHour * h) + m : null;
    }

    private static double? Number(ReadOnlySpan<char> digits) => double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static IEnumerable<string> Stems(AnnotatedReport report, TextSpan span) => WordList.Of(report.Report.Text.Text, span).Where(static w => w is { IsContent: true, IsCapital: false } && !char.IsDigit(w.Lower[0]) && w.Lower is not ("minutes" or "minute" or "hours" or "hour")).Select(static w => w.Stem).Distinct(StringComparer.Ordinal);

    private sealed record Told(string Report, TextSpan Span, double Minutes, bool IsGuess, bool IsClock, string? Statement, HashSet<string> Around);
}
