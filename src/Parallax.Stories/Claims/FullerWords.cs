using Parallax.Core.Accounts;
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

    // What two reports share may be chance.
    private const int LeastReports = 3;

    // All that was said or the sentence, by report, sentence and statement: of a claim of many each is asked of each.
    private readonly Dictionary<(string Report, int Sentence, string? Statement), HashSet<string>> _reaches = [];

    // Words of two reports in three, for the stands last asked about.
    private IReadOnlyCollection<Stand>? _commonOf;
    private string[]? _common;

    /// <summary>Whether each of the others tells most of the words of the whole clause that its core lacks.</summary>
    public bool AreToldByAll(IReadOnlyCollection<Stand> stands, Proposition told)
    {
        HashSet<string> more = Stems(set[told.Report], told.Span);
        more.ExceptWith(Stems(set[told.Report], told.Core));
        return more.Count >= LeastMore && stands.All(s => s.Proposition == told || Reach(s.Proposition).Count(more.Contains) * 100 >= Share * more.Count);
    }

    /// <summary>How many words a wording lacks that two reports in three have in their clauses on the claim: what nearly all tell belongs to it ("was stopped for speeding"). Times and figures, in which they may differ, are not asked for, nor anything where somebody denies it.</summary>
    public int LacksCommon(IReadOnlyCollection<Stand> stands, Wording words)
    {
        if (_common is null || !ReferenceEquals(_commonOf, stands))
        {
            List<HashSet<string>> reports = [.. stands.GroupBy(static s => s.Proposition.Report, StringComparer.Ordinal).Select(g => g.Aggregate(new HashSet<string>(StringComparer.Ordinal), (all, s) =>
            {
                HashSet<string> times = [.. s.Proposition.Times.SelectMany(t => Stems(set[s.Proposition.Report], t.Span))];
                all.UnionWith(Stems(set[s.Proposition.Report], s.Proposition.Span).Where(stem => !times.Contains(stem) && !char.IsAsciiDigit(stem[0])));
                return all;
            }))];
            (_commonOf, _common) = (stands, reports.Count < LeastReports || stands.Any(static s => s.Kind is not (PositionKind.Affirms or PositionKind.Qualifies)) ? [] : [.. reports.SelectMany(static r => r).GroupBy(static stem => stem, StringComparer.Ordinal).Where(g => g.Count() * 3 >= reports.Count * 2).Select(static g => g.Key)]);
        }

        HashSet<string> own = [.. words.WordsOf(set[words.Proposition.Report]).Where(static w => w.IsContent).Select(static w => w.Stem)];
        return _common.Count(stem => !own.Contains(stem));
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
