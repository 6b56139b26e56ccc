using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds one counted group on which reports tell opposite acts: "rescued 31 Ostran sailors", "arrested 31 Ostran smugglers"; <c>Data/en/conflicts/opposite-acts.txt</c>.</summary>
/// <param name="set">The reports.</param>
/// <param name="occasions">Of what a figure is told.</param>
/// <param name="storyOf">Story number by report.</param>
/// <param name="claims">The claims on which a conflict may stand.</param>
internal sealed class OppositeActFinder(ReportSet set, FigureOccasions occasions, IReadOnlyDictionary<string, int> storyOf, ValueClaims claims)
{
    // Small groups are many in a story.
    private const double Least = 3;
    private const int StepsToVerb = 3;

    private static readonly Lazy<List<HashSet<string>[]>> Table = new(static () => [.. StoriesData.Lines("en/conflicts/opposite-acts.txt").Select(static l => l.Split('|').Select(static e => e.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)).ToArray())]);

    /// <summary>The conflicts, by story, number and scale.</summary>
    public IEnumerable<Conflict> Find()
    {
        Told[] told = [.. set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }).SelectMany(Read)];
        foreach (var group in told.GroupBy(t => (Story: storyOf[t.Figure.Report], Value: t.Figure.Value!.Value, t.Scale)).OrderBy(static g => g.Key))
        {
            // Who tells both tells of two groups, or of one after the other.
            Told[] sure = [.. group.Where(t => group.All(o => o.Figure.Report != t.Figure.Report || o.IsFirst == t.IsFirst))];
            Told[] apart = [.. sure.Where(a => Array.Exists(sure, b => a.IsFirst != b.IsFirst && MayBeOne(a, b)))];
            apart = [.. sure.Where(a => apart.Contains(a) || Array.Exists(apart, b => a.IsFirst == b.IsFirst && MayBeOne(a, b)))];
            if (apart.Length < 2 || claims.Of([.. apart.OrderBy(t => apart.Count(o => o.IsFirst == t.IsFirst)).Select(static t => (t.Figure.Report, t.Span))]) is not { } draft)
            {
                continue;
            }

            ConflictSide[] sides = [.. apart.GroupBy(static t => t.IsFirst).OrderByDescending(static g => g.Key).Select(g => new ConflictSide(Words(g.OrderBy(static t => t.Span.Length).ThenBy(t => Words(t), StringComparer.Ordinal).First()),
                [.. g.Select(static t => new SideEvidence(t.Figure.Report, t.Span.Start, t.Span.End, t.Figure.According, null)).Distinct()]))];
            yield return ConflictFinder.Write(draft, ConflictKind.Action, ConflictRelation.Conflict, sides, $"they differ in what was done with the {apart[0].Figure.Value}: {string.Join(" against ", sides.Select(static s => s.Value))}");
        }
    }

    private IEnumerable<Told> Read(AnnotatedReport report)
    {
        TokenLayer tokens = report.Tokens;
        foreach (Figure figure in report.Figures.Where(static f => f is { Aspect: FigureAspect.Level, Value: >= Least, Measures: not null, Modifier: null }))
        {
            int token = tokens.TokensOf(figure.Span).First;
            for (int step = 0; token >= 0 && step < StepsToVerb && tokens.Tags[token] != UniversalTag.Verb; step++)
            {
                token = tokens.Relations[token] is "obj" or "nsubj:pass" or "nummod" or "compound" or "det" or "amod" ? tokens.Heads[token] : -1;
            }

            if (token < 0 || tokens.Tags[token] != UniversalTag.Verb || occasions.Clause(figure) is not { IsNegated: false, IsUnreal: false, Factuality: not (Factuality.Planned or Factuality.Possible or Factuality.Hypothetical or Factuality.DidNotHappen) })
            {
                continue;
            }

            TextSpan measures = TextSpan.FromBounds(figure.Measures!.Start, figure.Measures.End); // Asked for in the pattern.
            TextSpan span = tokens.Span(token).Union(figure.Span).Union(measures);
            for (int scale = 0; scale < Table.Value.Count; scale++)
            {
                int end = Array.FindIndex(Table.Value[scale], e => e.Contains(tokens.Lemmas[token].ToLowerInvariant()));
                if (end >= 0)
                {
                    yield return new Told(figure, scale, end == 0, span, [.. WordList.Of(figure.Measures.Text).Where(static w => w.IsContent).Select(static w => w.Stem)]);
                }
            }
        }
    }

    private string Words(Told told) => set[told.Figure.Report].Report.Text.Slice(told.Span);

    // One word for them is the same ("Ostran"), and neither time nor place sets them apart.
    private bool MayBeOne(Told left, Told right) => left.Words.Intersect(right.Words, StringComparer.Ordinal).Any() && occasions.AreOne(occasions.Of(left.Figure), occasions.Of(right.Figure));

    private sealed record Told(Figure Figure, int Scale, bool IsFirst, TextSpan Span, string[] Words);
}
