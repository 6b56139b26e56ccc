using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Conflicts;

/// <content>How many children somebody has: "Vera Lund, a mother of 12", "the father of three, Orin Vale".</content>
internal sealed partial class PersonFinder
{
    // So many words may stand between a name and "a mother of" behind it, and so many between the number and a name behind that.
    private const int WordsBehindName = 7, WordsBeforeName = 2;

    private static readonly HashSet<string> Parents = ["mother", "father", "mom", "mum", "dad", "parent", "grandmother", "grandfather"];

    private IEnumerable<Conflict> Children()
    {
        List<Told> told = [];
        foreach (AnnotatedReport report in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }))
        {
            foreach (Figure figure in report.Figures.Where(static f => f is { Unit: "child", Aspect: FigureAspect.Level, Modifier: null, Value: > 0 }))
            {
                (int first, int end) = report.Tokens.TokensOf(figure.Span);
                if (first > 1 && report.Tokens.Form(first - 1) is "of" && Parents.Contains(report.Tokens.Lemmas[first - 2].ToLowerInvariant()) && NamedBeside(report, first - 2, end) is { } parent)
                {
                    told.Add(new Told($"{parent}|{report.Tokens.Lemmas[first - 2].ToLowerInvariant() is "grandmother" or "grandfather"}", report.Report.Id, figure.Span, figure.Value!.Value.ToString(CultureInfo.InvariantCulture), null)); // Only those with a value are looked at.
                }
            }
        }

        ILookup<(string, string), string> values = told.ToLookup(static t => (t.Key, t.Report), static t => t.Value);
        return Compare([.. told.Where(t => values[(t.Key, t.Report)].Distinct(StringComparer.Ordinal).Count() == 1).DistinctBy(static t => (t.Key, t.Report))], ConflictKind.Figure, static (a, b) => a.Value != b.Value, static name => $"they differ in how many children {name} has", t => Slice(t.Report, t.Span));
    }

    // The one person named next to the words; of two names on one side the nearer, of two sides neither.
    private static string? NamedBeside(AnnotatedReport report, int noun, int end)
    {
        TokenLayer tokens = report.Tokens;
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(noun)];
        (string Id, int First, int End)[] names = [.. report.Entities.Entities.Where(static e => e.Kind == ActorKind.Person).SelectMany(e => e.Mentions.Where(m => m.Report == report.Report.Id && m.Form == MentionForm.Name).Select(m => (e.Id, Tokens: tokens.TokensOf(Core.Text.TextSpan.FromBounds(m.Start, m.End)))))
            .Select(static p => (p.Id, p.Tokens.First, p.Tokens.End)).Where(p => p.First >= sentence.FirstToken && p.End <= sentence.EndToken)];
        string? before = names.Where(p => p.End <= noun && noun - p.End < WordsBehindName).OrderByDescending(static p => p.End).Select(static p => p.Id).FirstOrDefault();
        string? behind = names.Where(p => p.First >= end && p.First - end < WordsBeforeName).OrderBy(static p => p.First).Select(static p => p.Id).FirstOrDefault();
        return before is null || behind is null || before == behind ? before ?? behind : null;
    }
}
