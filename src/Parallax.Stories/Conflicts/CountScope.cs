using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Tells of what more than the one occasion a number of people is told, so that only numbers of one scope are set side by side: those "since July", "in the last two weeks", the members of one body.</summary>
internal static class CountScope
{
    private const int LongestPath = 5, LettersBefore = 12;

    private static readonly string[] Gone = ["last", "past", "recent"];

    /// <summary>A key of the scope; empty where the figure is of the occasion that its report tells.</summary>
    /// <param name="report">The report.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="tree">The parse of the report, made where it is asked for.</param>
    public static string Of(AnnotatedReport report, Figure figure, Lazy<Tree> tree)
    {
        string body = Measurands.IsOfBody(figure.Unit) && figure.Measures is { } measures ? WordList.Of(measures.Text).Where(static w => w.IsContent).Select(static w => w.Stem).LastOrDefault() ?? "" : "";
        return StretchOf(report, figure, tree.Value) + (body.Length > 0 ? "|" + body : "");
    }

    // What stands under the verb that the number hangs on.
    private static string StretchOf(AnnotatedReport report, Figure figure, Tree tree)
    {
        TokenLayer tokens = report.Tokens;
        int verb = tokens.TokensOf(figure.Span).First;
        for (int step = 0; step < LongestPath && tokens.Tags[verb] != UniversalTag.Verb && tokens.Heads[verb] >= 0; step++)
        {
            verb = tokens.Heads[verb];
        }

        foreach (int child in tree.Children(verb, "obl", "advcl", "nmod"))
        {
            if (tree.Children(child, "case", "mark").Any(m => tree.Is(m, "since")))
            {
                return "|since";
            }

            TextSpan words = tree.Span(child);
            foreach (TimeExpression time in report.Times.Overlapping(words).Where(static t => t.Type == TimexType.DURATION && IsOfDays(t.Value)))
            {
                if (WordList.Of(report.Report.Text.Text, TextSpan.FromBounds(Math.Max(0, time.Start - LettersBefore), time.End)).Any(static w => Array.IndexOf(Gone, w.Lower) >= 0))
                {
                    return "|" + time.Value;
                }
            }
        }

        return "";
    }

    // "the last two weeks"; of the last day and night the news itself tells.
    private static bool IsOfDays(string value) => value.StartsWith('P') && !value.StartsWith("PT", StringComparison.Ordinal) && value is not "P1D";
}
