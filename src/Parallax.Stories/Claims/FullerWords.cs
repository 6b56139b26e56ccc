using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Tells whether all who take a position on a claim tell what goes with its bare act as well ("I chose it because …" in every report), so that the heading need not leave it out.</summary>
internal sealed class FullerWords(ReportSet set)
{
    // Of the words that go beyond the bare act, the share that each must tell, in hundredths.
    private const int Share = 75;
    private const int LeastMore = 1;

    // All that was said or the sentence, by report, sentence and statement: of a claim of many each is asked of each.
    private readonly Dictionary<(string Report, int Sentence, string? Statement), HashSet<string>> _reaches = [];

    /// <summary>Whether each of the others tells most of the words of the whole clause that its core lacks.</summary>
    public bool AreToldByAll(IReadOnlyCollection<Stand> stands, Proposition told)
    {
        HashSet<string> more = Stems(set[told.Report], told.Span);
        more.ExceptWith(Stems(set[told.Report], told.Core));
        return more.Count >= LeastMore && stands.All(s => s.Proposition == told || Reach(s.Proposition).Count(more.Contains) * 100 >= Share * more.Count);
    }

    /// <summary>How many words of a wording fewer than half of those who tell the claim have.</summary>
    public int OwnAlone(IReadOnlyCollection<Stand> stands, Proposition told, TextSpan words)
    {
        List<HashSet<string>> others = [.. stands.Where(s => s.Proposition.Report != told.Report).Select(s => Reach(s.Proposition))];
        return Stems(set[told.Report], words).Count(stem => others.Count(o => o.Contains(stem)) * 2 < others.Count);
    }

    // All that somebody says, or the sentence of the report.
    private HashSet<string> Reach(Proposition told)
    {
        (string, int, string?) key = (told.Report, told.Sentence, told.Statement?.Id);
        if (_reaches.TryGetValue(key, out HashSet<string>? stems))
        {
            return stems;
        }

        AnnotatedReport report = set[told.Report];
        stems = Stems(report, report.Tokens.Sentences[told.Sentence].Span);
        foreach (TextSpan piece in told.Statement?.Content.Spans ?? [])
        {
            stems.UnionWith(Stems(report, piece));
        }

        return _reaches[key] = stems;
    }

    private static HashSet<string> Stems(AnnotatedReport report, TextSpan span) => new(WordList.Of(report.Report.Text.Text, span).Where(static w => w.IsContent).Select(static w => w.Stem), StringComparer.Ordinal);
}
