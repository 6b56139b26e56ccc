using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Tells whether all who take a position on a claim tell what goes with its bare act as well ("I chose it because …" in every report), so that the heading need not leave it out.</summary>
internal static class FullerWords
{
    // Of the words that go beyond the bare act, the share that each must tell, in hundredths.
    private const int Share = 75;
    private const int LeastMore = 1;

    /// <summary>Whether each of the others tells most of the words of the whole clause that its core lacks.</summary>
    public static bool AreToldByAll(ReportSet set, IReadOnlyCollection<Stand> stands, Proposition told)
    {
        HashSet<string> more = Stems(set[told.Report], told.Span);
        more.ExceptWith(Stems(set[told.Report], told.Core));
        return more.Count >= LeastMore && stands.All(s => s.Proposition == told || Reach(set, s.Proposition).Count(more.Contains) * 100 >= Share * more.Count);
    }

    /// <summary>How many words of a wording fewer than half of those who tell the claim have.</summary>
    public static int OwnAlone(ReportSet set, IReadOnlyCollection<Stand> stands, Proposition told, TextSpan words)
    {
        List<HashSet<string>> others = [.. stands.Where(s => s.Proposition.Report != told.Report).Select(s => Reach(set, s.Proposition))];
        return Stems(set[told.Report], words).Count(stem => others.Count(o => o.Contains(stem)) * 2 < others.Count);
    }

    // All that somebody says, or the sentence of the report.
    private static HashSet<string> Reach(ReportSet set, Proposition told)
    {
        AnnotatedReport report = set[told.Report];
        HashSet<string> stems = Stems(report, report.Tokens.Sentences[told.Sentence].Span);
        foreach (TextSpan piece in told.Statement?.Content.Spans ?? [])
        {
            stems.UnionWith(Stems(report, piece));
        }

        return stems;
    }

    private static HashSet<string> Stems(AnnotatedReport report, TextSpan span) => new(WordList.Of(report.Report.Text.Text, span).Where(static w => w.IsContent).Select(static w => w.Stem), StringComparer.Ordinal);
}
