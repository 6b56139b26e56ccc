using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Stories.Dating;

/// <summary>Gives a report its date and puts the times that follow from it into events, figures and statements.</summary>
internal static class TimeRewriting
{
    /// <summary>The report with the date, its times read again and their new values where events, figures and statements had the old.</summary>
    public static AnnotatedReport WithDate(AnnotatedReport report, PublishedDate date, Func<AnnotatedReport, Layer<TimeExpression>>? readAgain)
    {
        AnnotatedReport dated = report.WithReport(report.Report with { Published = date });
        if (readAgain is null)
        {
            return dated;
        }

        return WithTimes(dated, readAgain(dated));
    }

    /// <summary>The report with other values of its times, put into events, figures and statements as well.</summary>
    public static AnnotatedReport WithTimes(AnnotatedReport report, Layer<TimeExpression> times)
    {
        Dictionary<(int Sentence, string Value), string> changed = [];
        foreach (TimeExpression old in report.Times)
        {
            TimeExpression? now = times.FirstOrDefault(t => t.Span == old.Span);
            if (now is not null && (now.Value != old.Value || now.Until != old.Until))
            {
                changed.TryAdd((SentenceAt(report, old.Start), old.Value), now.Value);
                changed.TryAdd((SentenceAt(report, old.Start), old.Value + "/" + old.Until), now.Value + "/" + now.Until);
                changed.TryAdd((SentenceAt(report, old.Start), DayOf(old.Value)), DayOf(now.Value)); // an event may have but the day of it
            }
        }

        AnnotatedReport rewritten = report.Find(ReportLayers.Doubtful) is { } doubtful ? report.With(ReportLayers.Doubtful, Rewritten(doubtful)).With(ReportLayers.DoubtfulFigures, OfTime(report.Find(ReportLayers.DoubtfulFigures) ?? Layer<Figure>.Empty)) : report;
        return rewritten
            .With(ReportLayers.Times, times)
            .With(ReportLayers.Events, new Layer<Event>(report.Events.Select(e => e.Time is { } t && New(e.Sentence, t) is { } value ? e with { Time = value } : e)))
            .With(ReportLayers.Figures, OfTime(report.Figures))
            .With(ReportLayers.Statements, Rewritten(report.Statements));

        Layer<Figure> OfTime(Layer<Figure> figures) => new(figures.Select(f => f.AsOf is { } t && New(SentenceAt(report, f.Start), t) is { } value ? f with { AsOf = value } : f));

        Layer<Statement> Rewritten(Layer<Statement> statements) => new(statements.Select(s => s.Time is { } t && New(s.Sentence, t) is { } value ? s with { Time = value } : s));

        string? New(int sentence, string value)
        {
            // A time may have been taken over from an earlier sentence.
            for (int at = sentence; at >= 0; at--)
            {
                if (changed.TryGetValue((at, value), out string? now))
                {
                    return now;
                }
            }

            // A heading has the time of what is told below it.
            return changed.Where(c => c.Key.Sentence > sentence && c.Key.Value == value).OrderBy(static c => c.Key.Sentence).Select(static c => c.Value).FirstOrDefault();
        }
    }

    private static string DayOf(string value) => value.IndexOf('T', StringComparison.Ordinal) is > 0 and int hour ? value[..hour] : value;

    private static int SentenceAt(AnnotatedReport report, int position)
    {
        TokenLayer tokens = report.Tokens;
        int token = tokens.TokenAt(position);
        return token < tokens.Count ? tokens.SentenceOf(token) : 0;
    }
}
