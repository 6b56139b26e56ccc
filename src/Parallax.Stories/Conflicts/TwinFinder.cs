using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds sentences of two reports that say the same in nearly the same words but for one number, one stretch of time or one year: "was sentenced to 2 years" beside "was sentenced to 2 1/2 years".</summary>
/// <param name="set">The reports.</param>
/// <param name="occasions">Of what a figure is told.</param>
/// <param name="storyOf">Story number by report.</param>
/// <param name="claims">The claims on which a conflict may stand.</param>
internal sealed class TwinFinder(ReportSet set, FigureOccasions occasions, IReadOnlyDictionary<string, int> storyOf, ValueClaims claims)
{
    // Words that many sentences have tell no twin; what two twins share beside their numbers, as a count and as a part of all their words.
    private const int CommonWord = 40, RareShared = 3, LeastShared = 5, LeastWords = 3;
    private const double TwinShare = 0.7, YearShare = 0.6, Rounded = 1.03;
    private const int LeastSharedOfYears = 7;

    /// <summary>The conflicts that are not among those known.</summary>
    public IEnumerable<Conflict> Find(ImmutableArray<Conflict> known)
    {
        Telling[] tellings = [.. set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }).SelectMany(Tellings)];
        List<(int Left, int Right, string Key)> pairs = [.. Pairs(tellings)];
        foreach (var group in pairs.GroupBy(static p => p.Key, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            int[] told = [.. group.SelectMany(static p => (int[])[p.Left, p.Right]).Distinct().Order()];
            DisjointSets sets = new(told.Length);
            foreach ((int left, int right, _) in group)
            {
                sets.Join(Array.BinarySearch(told, left), Array.BinarySearch(told, right));
            }

            foreach (int[] one in sets.Sets().Select(s => s.Select(i => told[i]).ToArray()))
            {
                if (Write(group.Key, [.. one.Select(i => tellings[i])], known) is { } conflict)
                {
                    yield return conflict;
                }
            }
        }
    }

    private IEnumerable<Telling> Tellings(AnnotatedReport report)
    {
        TokenLayer tokens = report.Tokens;
        for (int s = 0; s < tokens.Sentences.Length; s++)
        {
            TextSpan span = tokens.Sentences[s].Span;
            Quantity[] all = [.. Quantities(report, span)];
            Quantity[] single = [.. all.GroupBy(static q => q.Key, StringComparer.Ordinal).Where(static g => g.Count() == 1).Select(static g => g.First())];
            if (single.Length == 0)
            {
                continue;
            }

            string[] stems = [.. WordList.Of(report.Report.Text.Text, span).Where(w => w.IsContent && !char.IsDigit(w.Lower[0]) && !Array.Exists(all, q => q.Span.Overlaps(w.Span))).Select(static w => w.Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (stems.Length >= LeastWords)
            {
                string line = string.Join(' ', WordList.Of(report.Report.Text.Text, span).Where(w => !Array.Exists(all, q => q.Span.Overlaps(w.Span))).Select(static w => w.Lower));
                yield return new Telling(report.Report.Id, span, line, stems, single);
            }
        }
    }

    private static IEnumerable<Quantity> Quantities(AnnotatedReport report, TextSpan span)
    {
        foreach (Figure figure in report.Figures.Where(f => span.Contains(f.Span) && f.Value is not null))
        {
            yield return new Quantity($"{figure.Unit}|{figure.Aspect}", figure.Span, figure, "");
        }

        foreach (TimeExpression time in report.Times.Overlapping(span))
        {
            if (time.Span.Start > 0 && report.Report.Text.Text[time.Span.Start - 1] == '/')
            {
                continue; // "41/2 months": not two
            }

            if (time is { Type: TimexType.DURATION, Modifier: null } && !time.Value.Contains('X', StringComparison.Ordinal))
            {
                yield return new Quantity("duration|" + time.Value[^1], time.Span, null, time.Value);
            }
            else if (time is { Type: TimexType.DATE, Anchor: TimeAnchor.Explicit, Until: null } && time.Value.Length >= 4 && time.Value.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                yield return new Quantity("in year|" + VerbOf(report.Tokens, time.Span), time.Span, null, time.Value[..4]);
            }
        }
    }

    // Years of two verbs are of two things: "was in office in 1972", "resigned in 1974".
    private static string VerbOf(TokenLayer tokens, TextSpan span)
    {
        int token = tokens.TokensOf(span).First;
        for (int step = 0; token >= 0 && token < tokens.Count && step < 12; step++, token = tokens.Heads[token])
        {
            if (tokens.Tags[token] == UniversalTag.Verb)
            {
                return tokens.Lemmas[token];
            }
        }

        return span.Start.ToString(CultureInfo.InvariantCulture);
    }

    // Sentences that share enough words that few sentences have.
    private IEnumerable<(int Left, int Right, string Key)> Pairs(Telling[] tellings)
    {
        Dictionary<string, List<int>> index = new(StringComparer.Ordinal);
        for (int i = 0; i < tellings.Length; i++)
        {
            foreach (string stem in tellings[i].Stems)
            {
                (index.TryGetValue(stem, out List<int>? list) ? list : index[stem] = []).Add(i);
            }
        }

        for (int i = 0; i < tellings.Length; i++)
        {
            SortedDictionary<int, int> shared = [];
            foreach (string stem in tellings[i].Stems)
            {
                List<int> others = index[stem];
                for (int k = others.Count <= CommonWord ? others.BinarySearch(i) + 1 : others.Count; k < others.Count; k++)
                {
                    shared[others[k]] = shared.GetValueOrDefault(others[k]) + 1;
                }
            }

            foreach ((int other, int count) in shared)
            {
                if (count >= RareShared && Differing(tellings[i], tellings[other]) is { } key)
                {
                    yield return (i, other, key);
                }
            }
        }
    }

    // What alone two sentences differ in, or null where they are no twins.
    private string? Differing(Telling left, Telling right)
    {
        if (left.Report == right.Report || storyOf[left.Report] != storyOf[right.Report])
        {
            return null;
        }

        int shared = left.Stems.Intersect(right.Stems, StringComparer.Ordinal).Count();
        bool twins = left.Line == right.Line || (shared >= LeastShared && shared >= TwinShare * (left.Stems.Length + right.Stems.Length - shared));
        bool alike = shared >= LeastSharedOfYears && shared >= YearShare * Math.Min(left.Stems.Length, right.Stems.Length);
        if (!twins && !alike)
        {
            return null;
        }

        string? key = null;
        foreach (Quantity one in left.Quantities)
        {
            if (Array.Find(right.Quantities, q => q.Key == one.Key) is { } two && !Agree(one, two))
            {
                if (key is not null || (!twins && !one.Key.StartsWith("in year|", StringComparison.Ordinal)))
                {
                    return null;
                }

                if (one.Figure is { } first && two.Figure is { } second && !occasions.AreOne(occasions.Of(first), occasions.Of(second)))
                {
                    return null; // "killed 11 on Thursday", "in May killed 60"
                }

                key = one.Key;
            }
        }

        return key;
    }

    private static bool Agree(Quantity left, Quantity right)
    {
        if (left.Figure is not { Value: { } one } first || right.Figure is not { Value: { } two } second)
        {
            return left.Value == right.Value;
        }

        return PropositionMatcher.IntervalsMeet(first, second) || (Math.Sign(one) == Math.Sign(two) && Math.Max(Math.Abs(one), Math.Abs(two)) <= Rounded * Math.Min(Math.Abs(one), Math.Abs(two)));
    }

    private Conflict? Write(string key, Telling[] tellings, ImmutableArray<Conflict> known)
    {
        (Telling Telling, Quantity Quantity)[] told = [.. tellings.Select(t => (t, Array.Find(t.Quantities, q => q.Key == key)!))]; // Twins have the key that they differ in.
        ConflictSide[] sides =
        [
            .. told.GroupBy(static t => t.Quantity.Figure?.Value?.ToString("R", CultureInfo.InvariantCulture) ?? t.Quantity.Value, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal)
                .Select(g => new ConflictSide(Words(g.First()), [.. g.Select(static t => new SideEvidence(t.Telling.Report, t.Quantity.Span.Start, t.Quantity.Span.End, t.Quantity.Figure?.According, null)).Distinct()])),
        ];
        bool isKnown = known.Any(k => k.Kind is ConflictKind.Figure or ConflictKind.Time && sides.All(s => k.Sides.Any(o => o.Evidence.Any(e => s.Evidence.Any(own => own.Report == e.Report && e.Start < own.End && own.Start < e.End)))));
        if (sides.Length < 2 || isKnown || claims.Of([.. told.Select(static t => (t.Telling.Report, t.Quantity.Span))]) is not { } draft)
        {
            return null;
        }

        bool moves = told.All(static t => t.Quantity.Figure is { } figure && (figure.Aspect == FigureAspect.Change || figure.Unit is "percent" or "person"));
        bool ordered = tellings.Any(a => tellings.Any(b => set.IsBefore(a.Report, b.Report)));
        ConflictRelation relation = moves && ordered ? ConflictRelation.Update : ConflictRelation.Conflict;
        string why = $"nearly the same words, but {string.Join(" against ", sides.Select(static s => s.Value))}{(relation == ConflictRelation.Update ? "; one report is later" : "")}";
        return ConflictFinder.Write(draft, key.StartsWith("in year|", StringComparison.Ordinal) ? ConflictKind.Time : ConflictKind.Figure, relation, sides, why);
    }

    private string Words((Telling Telling, Quantity Quantity) told) => set[told.Telling.Report].Report.Text.Slice(told.Quantity.Span);

    private sealed record Quantity(string Key, TextSpan Span, Figure? Figure, string Value);

    private sealed record Telling(string Report, TextSpan Span, string Line, string[] Stems, Quantity[] Quantities);
}
