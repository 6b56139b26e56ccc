using System.Text.RegularExpressions;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Compares what the reports of a story give as the number of one thing, in whatever sentences: "nearly 235,000 comments" beside "250,000 written comments".</summary>
/// <remarks>Precision first: each report tells one number of the thing, no word before the noun tells another kind of it, the sentences share words that few sentences of the story have, and the numbers are of one size.</remarks>
/// <param name="set">The reports.</param>
/// <param name="occasions">Of what a figure is told.</param>
/// <param name="storyOf">Story number by report.</param>
/// <param name="claims">The claims on which a conflict may stand.</param>
internal sealed partial class ThingCountFinder(ReportSet set, FigureOccasions occasions, IReadOnlyDictionary<string, int> storyOf, ValueClaims claims)
{
    // The smallest number compared; from "some" and "many" on fewer words need be shared. Numbers of one thing are of one size, and differ by more than rounding.
    private const double Least = 2, Few = 5, Some = 20, Many = 1000, OneSize = 2.5, Rounded = 1.03;

    // Words that more of the sentences of a story have than one in so many say nothing of which thing is counted; so few sentences always may.
    private const int CommonPart = 6, AlwaysRare = 3, SharedOfLoot = 2, SharedOfFew = 6, SharedOfEqual = 2, SharedOfCrowd = 4, RegexTimeoutMs = 1000;
    private const string CrowdKind = "person|";

    // "12 AK-47 rifles", "seven K 12s"
    [GeneratedRegex(@"\G\s?(?:\p{Ll}[\p{Ll}-]*\s){0,2}(?<letters>\p{Lu}{1,4})[\s-]?(?<digits>\d{1,4})s?\b", RegexOptions.ExplicitCapture, RegexTimeoutMs)]
    private static partial Regex ModelRegex();

    /// <summary>The conflicts that are not among those known.</summary>
    public IEnumerable<Conflict> Find(Conflict[] known)
    {
        foreach (IGrouping<int, AnnotatedReport> story in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }).GroupBy(r => storyOf[r.Report.Id]).OrderBy(static g => g.Key))
        {
            AnnotatedReport[] reports = [.. story];
            if (reports.Length < 2)
            {
                continue;
            }

            Dictionary<string, int> sentencesWith = SentencesWith(reports, out int sentences);
            int common = Math.Max(AlwaysRare, sentences / CommonPart);
            Told[] told = [.. reports.SelectMany(r => Single(Read(r)))];
            foreach (IGrouping<string, Told> thing in told.GroupBy(static t => t.Thing, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
            {
                Told[] all = [.. thing];
                Told[] apart = [.. all.Where(a => Array.Exists(all, b => Differ(a, b, sentencesWith, common)))];

                // Who tells one of the numbers in words of his own stands on its side.
                apart = [.. all.Where(a => Array.Exists(apart, b => b.Value == a.Value && (a == b || a.IsModel || a.Around.Intersect(b.Around, StringComparer.Ordinal).Count(s => sentencesWith[s] <= common) >= SharedOfEqual)))];
                if (Write(apart, known) is { } conflict)
                {
                    yield return conflict;
                }
            }
        }
    }

    private static Dictionary<string, int> SentencesWith(AnnotatedReport[] reports, out int sentences)
    {
        Dictionary<string, int> count = new(StringComparer.Ordinal);
        sentences = 0;
        foreach (AnnotatedReport report in reports)
        {
            foreach (Sentence sentence in report.Tokens.Sentences)
            {
                sentences++;
                foreach (string stem in Stems(report, sentence.Span))
                {
                    count[stem] = count.GetValueOrDefault(stem) + 1;
                }
            }
        }

        return count;
    }

    private static IEnumerable<string> Stems(AnnotatedReport report, TextSpan span) => WordList.Of(report.Report.Text.Text, span).Where(static w => w.IsContent && !char.IsDigit(w.Lower[0])).Select(static w => w.Stem).Distinct(StringComparer.Ordinal);

    private IEnumerable<Told> Read(AnnotatedReport report)
    {
        foreach (Figure figure in report.Figures.Where(f => f is { Aspect: FigureAspect.Level, Value: >= Least, Measures: not null, Modifier: not "up to" and not "less than" } && ((IsThing(f.Unit) && !Plays.IsOf(report, f)) || IsCrowd(f) || ModelOf(report, f) is not null || IsLoot(report, f))))
        {
            string? model = ModelOf(report, figure);
            if (Measurands.Kind(report, figure) is { } kind && (model is not null || kind == Measurands.Seized || !CountFinder.Compares(kind)) && kind != Measurands.Inhabitants && !IsOpen(figure) && !IsAttribute(report.Report.Text.Text, figure) && !IsPartOfBefore(report.Report.Text.Text, figure.End))
            {
                bool isCrowd = model is null && IsCrowd(figure);
                if (isCrowd && (kind.Length == CrowdKind.Length || !kind.StartsWith(CrowdKind, StringComparison.Ordinal)))
                {
                    continue; // nothing tells what they did
                }

                string unit = model ?? (isCrowd ? kind : WordList.Of(figure.Unit) is [{ } word, ..] ? word.Stem : figure.Unit);
                bool isLoot = IsLoot(report, figure);
                string[] kinds = isLoot || model is not null ? [] : [.. WordList.Of(figure.Measures!.Text).Where(w => w.IsContent && w.Stem != unit).Select(static w => w.Stem)]; // measures is set, asked before
                yield return new Told(report.Report.Id, figure.Span, unit, figure.Value!.Value, figure, kinds, IsPlain(report.Tokens, figure.Measures!), isLoot, model is not null, [.. Stems(report, Sentence(report, figure.Span)).Where(s => s != unit)]); // value is set, asked before
            }
        }
    }

    // What has a name with a number is one thing wherever it is counted.
    private static string? ModelOf(AnnotatedReport report, Figure figure) => ModelRegex().Match(report.Report.Text.Text, figure.End) is { Success: true } model ? model.Groups["letters"].Value + model.Groups["digits"].Value : null;

    // "200 people set off": people who do the same are counted as one thing.
    private static bool IsCrowd(Figure figure) => Measurands.IsPeople(figure.Unit) && figure.Value >= Some;

    // "32-bit versions", "a six-game series": the number says of what sort they are.
    private static bool IsAttribute(string text, Figure figure) => text[figure.Start..Math.Min(text.Length, figure.End + 1 + figure.Unit.Length)].Contains("-" + figure.Unit, StringComparison.OrdinalIgnoreCase);

    // What a robbery brought: of whatever things, by its currency.
    private static bool IsLoot(AnnotatedReport report, Figure figure) => figure.Unit.Length == 3 && char.IsAsciiLetterUpper(figure.Unit[0]) && WordList.Of(report.Report.Text.Text, Sentence(report, figure.Span)).Any(static w => Measurands.IsTheft(w.Stem));

    // "235,000 letters, 208,000 of which were forms": a part of the number before.
    private static bool IsPartOfBefore(string text, int end) => text.AsSpan(end).TrimStart() is var after && (after.StartsWith("of which", StringComparison.Ordinal) || after.StartsWith("of whom", StringComparison.Ordinal) || after.StartsWith("of them", StringComparison.Ordinal));

    // No noun before the noun says what sort it is.
    private static bool IsPlain(TokenLayer tokens, TextSlice measures)
    {
        (int first, int end) = tokens.TokensOf(TextSpan.FromBounds(measures.Start, measures.End));
        for (int i = first; i < end; i++)
        {
            if (tokens.Relations[i] == "compound")
            {
                return false;
            }
        }

        return true;
    }

    private static TextSpan Sentence(AnnotatedReport report, TextSpan span) => report.Tokens.Sentences[report.Tokens.SentenceOf(Math.Max(0, report.Tokens.TokenAt(span.Start)))].Span;

    // A noun in small letters that is no unit, no word for people (what befell them is counted by itself) or for anything, and no stretch of time.
    private static bool IsThing(string unit) => unit.Length > 2 && char.IsAsciiLetterLower(unit[0]) && !ConflictFinder.Measures.Contains(unit) && !Measurands.IsPeople(unit) && !ConflictFinder.IsDuration(unit)
        && unit is not ("percent" or "percentage-point" or "times" or "time" or "share" or Measurands.Magnitude or "degree" or "foot" or "barrel" or "decade" or "minute" or "hour" or "second" or "part" or "item" or "point" or "age" or "average");

    // What is planned, asked for or only possible is no count of what is.
    private bool IsOpen(Figure figure) => occasions.Clause(figure) is { } clause && (clause.IsUnreal || clause.IsNegated || clause.Factuality is Factuality.Planned or Factuality.Possible or Factuality.Hypothetical);

    // A report that tells two numbers of a thing tells of two things, or of parts of one.
    private static IEnumerable<Told> Single(IEnumerable<Told> told) => told.GroupBy(static t => t.Thing, StringComparer.Ordinal)
        .Where(static g => g.Skip(1).All(t => t.Value == g.First().Value)).Select(static g => g.First());

    private bool Differ(Told left, Told right, Dictionary<string, int> sentencesWith, int common)
    {
        double high = Math.Max(left.Value, right.Value), low = Math.Min(left.Value, right.Value);
        if (left.Report == right.Report || high <= Rounded * low || high > OneSize * low || PropositionMatcher.IntervalsMeet(left.Figure, right.Figure) || !FigureOccasions.MayShareScope(left.Figure, right.Figure) || !MayBeOne(occasions.Of(left.Figure), occasions.Of(right.Figure)))
        {
            return false;
        }

        // "animal species", "plant species": two kinds; of many things "public comments" and "written comments" may be the same.
        bool sameKind = left.Kinds.Intersect(right.Kinds, StringComparer.Ordinal).Any();
        if (!sameKind && left.Kinds.Length > 0 && right.Kinds.Length > 0 && !(low >= Many && left.IsPlain && right.IsPlain))
        {
            return false;
        }

        // All sentences of a story about one robbery share its words; a report that tells of two is left out before.
        if (left.IsLoot)
        {
            return left.Around.Intersect(right.Around, StringComparer.Ordinal).Count() >= SharedOfLoot;
        }

        int shared = left.Around.Intersect(right.Around, StringComparer.Ordinal).Count(s => sentencesWith[s] <= common);
        int needed = low >= Many || left.IsModel ? 1 : left.Thing.StartsWith(CrowdKind, StringComparison.Ordinal) ? SharedOfCrowd : low >= Some ? 2 : low >= Few ? 3 : SharedOfFew;
        return shared + (sameKind ? 1 : 0) >= needed;
    }

    // A month or weekday without a year sets nothing apart: what has come in since May was counted in October.
    private static bool MayBeOne(Occasion left, Occasion right) =>
        Array.TrueForAll(left.Times, t => Array.TrueForAll(right.Times, u => !t.IsBounded || !u.IsBounded || t.Overlaps(u)))
        && (left.Countries.Length == 0 || right.Countries.Length == 0 || left.Countries.Intersect(right.Countries, StringComparer.Ordinal).Any());

    private Conflict? Write(Told[] apart, Conflict[] known)
    {
        ConflictSide[] sides = [.. apart.GroupBy(static t => t.Value).OrderBy(static g => g.Key)
            .Select(g => new ConflictSide(WordsOf(g.First()), [.. g.Select(static t => new SideEvidence(t.Report, t.Span.Start, t.Span.End, t.Figure.According, null)).Distinct()]))];
        bool isKnown = Array.Exists(known, k => k.Kind == ConflictKind.Figure && sides.All(s => k.Sides.Any(o => o.Evidence.Any(e => s.Evidence.Any(own => own.Report == e.Report && e.Start < own.End && own.Start < e.End)))));
        if (sides.Length < 2 || isKnown || claims.Of([.. apart.Select(static t => (t.Report, t.Span))]) is not { } draft)
        {
            return null;
        }

        string why = $"one thing is counted as {string.Join(" and as ", sides.Select(static s => s.Value))}: the bounds share no value";
        bool grows = !apart[0].Thing.StartsWith(CrowdKind, StringComparison.Ordinal) && Array.Exists(apart, a => Array.Exists(apart, b => a.Value < b.Value && set.IsBefore(a.Report, b.Report)));
        return ConflictFinder.Write(draft, ConflictKind.Figure, grows ? ConflictRelation.Update : ConflictRelation.Conflict, sides, grows ? why + ", and a later report tells more" : why);
    }

    private string WordsOf(Told told) => set[told.Report].Report.Text.Slice(told.Span);

    private sealed record Told(string Report, TextSpan Span, string Thing, double Value, Figure Figure, string[] Kinds, bool IsPlain, bool IsLoot, bool IsModel, HashSet<string> Around);
}
