using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories;

/// <summary>Parts the statements that may well have been misread from the others, so that nothing in an account rests on them.</summary>
internal static class Doubts
{
    /// <summary>Certainty below which a statement is doubtful. Of those below, a quarter were right where the weights had not seen their story.</summary>
    public const double Least = 0.55;

    /// <summary>Moves doubtful statements, and what stands inside them, from the statements of a report to <see cref="ReportLayers.Doubtful"/>; events that rest on one are left out, and figures stand in <see cref="ReportLayers.DoubtfulFigures"/>.</summary>
    public static AnnotatedReport Part(AnnotatedReport report)
    {
        // "dismissed claims by the guild that the yard had closed": the guild's words are as sure as the answer that gives them.
        HashSet<string> answered = [.. report.Statements.Where(static s => s is { Certainty: null or >= Least, About: not null }).Select(static s => s.About!)];
        HashSet<string> doubtful = [.. report.Statements.Where(s => s.Certainty < Least && !answered.Contains(s.Id)).Select(static s => s.Id)];
        if (doubtful.Count == 0)
        {
            return report;
        }

        for (bool grows = true; grows;)
        {
            grows = false;
            foreach (Statement inner in report.Statements.Where(s => s.Parent is { } parent && doubtful.Contains(parent)))
            {
                grows |= doubtful.Add(inner.Id);
            }
        }

        return report
            .With(ReportLayers.Statements, new Layer<Statement>(report.Statements.Where(s => !doubtful.Contains(s.Id)).Select(s => s.About is { } about && doubtful.Contains(about) ? s with { About = null } : s)))
            .With(ReportLayers.Doubtful, new Layer<Statement>(report.Statements.Where(s => doubtful.Contains(s.Id))))
            .With(ReportLayers.Events, new Layer<Event>(report.Events.Where(e => e.According is not { } according || !doubtful.Contains(according))))
            .With(ReportLayers.Figures, new Layer<Figure>(report.Figures.Where(f => f.According is not { } according || !doubtful.Contains(according))))
            .With(ReportLayers.DoubtfulFigures, new Layer<Figure>(report.Figures.Where(f => f.According is { } according && doubtful.Contains(according))));
    }
}
