using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Words;

namespace Parallax.Stories.Framings;

/// <summary>How the reports tell it: labels, who gets the words, tone, what is left out.</summary>
internal static class FramingMaker
{
    /// <summary>The framing of a set of reports.</summary>
    public static Framing Make(ReportSet set, ImmutableArray<Claim> claims, ImmutableArray<Happening> happenings, IReadOnlyDictionary<string, string> storyIdOf, IReadOnlyDictionary<string, int> order, IWordVectors? vectors) => new(
        LabelFinder.Find(set, order), Voices(set, order), PortrayalMaker.Make(set, order, vectors), OmissionFinder.Find(set, claims, happenings, storyIdOf, order));

    private static ImmutableArray<VoiceShare> Voices(ReportSet set, IReadOnlyDictionary<string, int> order)
    {
        List<VoiceShare> shares = [];
        foreach (AnnotatedReport report in set.Reports.OrderBy(r => order[r.Report.Id]))
        {
            int all = Math.Max(1, WordList.Of(report.Report.Text.Text).Length);

            // The outermost statement has the words; what is nested in it would count them twice.
            foreach (IGrouping<string, Statement> voice in report.Statements.Where(static s => s.Parent is null).GroupBy(static s => s.Source.Entity ?? s.Source.Name, StringComparer.Ordinal)
                .OrderByDescending(static g => g.Sum(Words)).ThenBy(static g => g.Key, StringComparer.Ordinal))
            {
                int words = voice.Sum(Words);
                shares.Add(new VoiceShare(report.Report.Id, voice.First().Source.Entity, voice.First().Source.Name, voice.Count(), words, Math.Round((double)words / all, 3)));
            }
        }

        return [.. shares];
    }

    private static int Words(Statement statement) => WordList.Of(statement.Content.Text).Length;
}
