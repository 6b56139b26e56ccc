using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Tasks;

/// <summary>Exact span F1 of the role tags (as CofeNet reports it).</summary>
internal sealed class RoleScore(string task, string corpus, string split)
{
    private static readonly ImmutableArray<string> Roles = ["source", "cue", "content"];

    private readonly int[] _gold = new int[3], _found = new int[3], _right = new int[3];

    /// <summary>Adds one document with the layer of role tags.</summary>
    public void Add(AnnotatedReport report, ImmutableArray<GoldAttribution> gold)
    {
        HashSet<(int Role, int First, int End)> found = [];
        if (report.Find(ReportLayers.RoleSpans) is { } layer)
        {
            foreach (RoleSpan span in layer.Spans.Where(static s => s.Parent < 0))
            {
                AddLines(report, Roles.IndexOf(span.Role), span.FirstToken, span.EndToken, found);
            }
        }

        HashSet<(int Role, int First, int End)> expected = [];
        foreach (GoldAttribution attribution in gold)
        {
            ImmutableArray<TextSpan>[] spans = [attribution.Source, attribution.Cue, attribution.Content];
            for (int role = 0; role < 3; role++)
            {
                foreach (TextSpan span in spans[role])
                {
                    (int first, int end) = report.Tokens.TokensOf(span);
                    AddLines(report, role, first, end, expected);
                }
            }
        }

        foreach ((int role, int _, int _) in expected)
        {
            _gold[role]++;
        }

        foreach ((int Role, int First, int End) span in found)
        {
            _found[span.Role]++;
            _right[span.Role] += expected.Contains(span) ? 1 : 0;
        }
    }

    /// <summary>The lines of the result.</summary>
    public IEnumerable<Metric> Metrics()
    {
        for (int role = 0; role < 3; role++)
        {
            yield return new Metric(task, corpus, split, $"roles: {Roles[role]} exact span F1", _gold[role] + _found[role] == 0 ? 0 : 200.0 * _right[role] / (_gold[role] + _found[role]), _gold[role]);
        }
    }

    private static void AddLines(AnnotatedReport report, int role, int first, int end, HashSet<(int Role, int First, int End)> spans)
    {
        int start = first;
        for (int i = first; i < end; i++)
        {
            if (i + 1 == end || Block(report, i) != Block(report, i + 1))
            {
                spans.Add((role, start, i + 1));
                start = i + 1;
            }
        }
    }

    private static int Block(AnnotatedReport report, int token) => report.Tokens.Sentences[report.Tokens.SentenceOf(token)].Block;
}
