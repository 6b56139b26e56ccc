using System.Collections.Frozen;
using NodaTime;
using NodaTime.Text;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Language.Figures;
using Parallax.Language.Pipeline;

namespace Parallax.Language.Times;

/// <summary>Finds the time expressions of a report (TIMEX3 type and value).</summary>
/// <remarks>
/// Values are reckoned from the publication date where intake is certain of it. Where it becomes known later, from other reports of the same happening, <see cref="Resolve"/> reckons again:
/// the same expressions under the same ids, with values of the anchor given.
/// </remarks>
public sealed class TimeAnnotator : IAnnotator
{
    private static readonly FrozenSet<string> Titles = FrozenSet.Create(StringComparer.Ordinal, "Day", "Week", "Month", "Year", "Decade", "Century", "Today", "Tonight", "Morning", "Evening", "Night", "Weekend");

    // So many words of content in small letters are no title, in which every word has a capital.
    private const int SmallWords = 2;

    /// <inheritdoc/>
    public string Name => "times";

    /// <inheritdoc/>
    public string Version => "13";

    /// <inheritdoc/>
    public IReadOnlyList<string> Requires { get; } = [ReportLayers.Tokens.Name];

    /// <inheritdoc/>
    public IReadOnlyList<string> Provides { get; } = [ReportLayers.Times.Name];

    /// <inheritdoc/>
    public AnnotatedReport Annotate(AnnotatedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.With(ReportLayers.Times, Resolve(report, ReferenceOf(report.Report)));
    }

    /// <summary>What intake knows of when a report was written.</summary>
    public static TimeReference ReferenceOf(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Published is not { } published)
        {
            return TimeReference.Unknown;
        }

        TimexInterval value = TimexInterval.Parse(published.Value);
        return new TimeReference
        {
            // The value of a bounded date is only what its bounds share ("2022-11" of the 9th to the 15th): the bounds say more.
            Earliest = Day(published.Earliest) ?? value.Earliest,
            Latest = Day(published.Latest) ?? value.Latest,
            Anchor = published.Basis == DateBasis.Neighbours ? TimeAnchor.Neighbours : TimeAnchor.Published,
        };
    }

    /// <summary>The time expressions of a report as read from a given moment or between given bounds. Pure: the same report and reference always give the same layer.</summary>
    /// <param name="report">A report with tokens; its own publication date is not looked at.</param>
    /// <param name="reference">From when it is read, with <see cref="TimeReference.Anchor"/> saying how that is known.</param>
    public static Layer<TimeExpression> Resolve(AnnotatedReport report, TimeReference reference)
    {
        ArgumentNullException.ThrowIfNull(report);
        TokenLayer? tokens = report.Find(ReportLayers.Tokens);
        List<TimeExpression> times = [];
        bool? game = null;
        foreach (TimePhrase phrase in TimeReader.Read(report.Report.Text.Text, reference, start => tokens is null ? null : ClauseTense.IsFuture(tokens, start), (start, end) => tokens is not null && ClauseTense.DatesNoun(tokens, start, end)))
        {
            TextSpan span = TextSpan.FromBounds(phrase.Start, phrase.End);
            if (IsPartOfName(report, span, phrase.Type) || IsCutFromNumber(report.Report.Text.Text, span) || (tokens is not null && tokens.Count > 0 && IsWordOfAnother(tokens, phrase)))
            {
                continue;
            }

            if (tokens is not null && GameReports.IsPeriod(phrase, report.Report.Text.Text.AsSpan(phrase.Start, phrase.End - phrase.Start)) && (game ??= GameReports.IsOne(tokens)))
            {
                continue;
            }

            times.Add(new TimeExpression
            {
                Id = Ids.Of('x', report.Report.Sha256, span),
                Report = report.Report.Id,
                Start = phrase.Start,
                End = phrase.End,
                Type = phrase.Type,
                Value = phrase.Value,
                Until = phrase.Until,
                Modifier = phrase.Modifier,
                Anchor = phrase.Anchor,
                Explanation = Explanation.Of(phrase.Rule, $"{phrase.Value}: {phrase.Why}."),
            });
        }

        return new Layer<TimeExpression>(times);
    }

    // "the former minister", "the current war" tell of whom, not when; "Lanor Today" is a newspaper.
    private static bool IsWordOfAnother(TokenLayer tokens, TimePhrase phrase)
    {
        (int first, int end) = tokens.TokensOf(TextSpan.FromBounds(phrase.Start, phrase.End));
        if (phrase.Rule == "season.the-fall" && MovedLengths.HasFallen(tokens, first))
        {
            return true; // "He slipped and fell. He lost his hat in the fall."
        }

        // "in the week that she was away", "at the time of the fire": told by what happened, not from today.
        bool told = end < tokens.Count && tokens.SentenceOf(end) == tokens.SentenceOf(first) && end > first + 1 && tokens.Form(end - 2) is "the" && (phrase.Value == "PRESENT_REF" || phrase.Anchor is TimeAnchor.Published or TimeAnchor.Neighbours);
        if (told && (tokens.Form(end) is "that" or "when" || (tokens.Form(end) is "of" && tokens.Form(end - 1) is "time")))
        {
            return true;
        }

        if (IsTitled(tokens, first, end))
        {
            return true;
        }

        if (end != first + 1)
        {
            return false;
        }

        if (tokens.Form(first) is "former")
        {
            return true; // "when the former attacked the latter"
        }

        bool adjective = phrase.Value.EndsWith("_REF", StringComparison.Ordinal) && tokens.Tags[first] == UniversalTag.Adj && tokens.Relations[first] == "amod";
        return adjective || (tokens.Form(first) is "Today" && first > 0 && tokens.Tags[first - 1] == UniversalTag.Propn && tokens.SentenceOf(first - 1) == tokens.SentenceOf(first));
    }

    // "Player of the Year", "Lanor World News Tonight", "by Lanor This Morning": words of time with a capital after another word with one, in a sentence that writes its words small.
    private static bool IsTitled(TokenLayer tokens, int first, int end)
    {
        int last = end - 1, before = first - 1, sentence = tokens.SentenceOf(first);
        if (before < 1 || !Titles.Contains(tokens.Form(last).ToString()) || tokens.SentenceOf(before) != sentence || (tokens.Form(first) is not "the" && !char.IsUpper(tokens.Form(first)[0])))
        {
            return false;
        }

        if (tokens.Form(first) is "the" or "The")
        {
            if (tokens.Form(before) is not "of" || tokens.SentenceOf(--before) != sentence)
            {
                return false;
            }
        }

        if (!char.IsUpper(tokens.Form(before)[0]))
        {
            return false;
        }

        int small = 0;
        for (int i = tokens.Sentences[sentence].FirstToken; i < tokens.Sentences[sentence].EndToken; i++)
        {
            ReadOnlySpan<char> form = tokens.Form(i);
            small += form.Length > 3 && char.IsLower(form[0]) && tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Adv ? 1 : 0;
        }

        return small >= SmallWords;
    }

    // "at 5" of "put it at 5.9"
    private static bool IsCutFromNumber(string text, TextSpan span) =>
        span.End + 1 < text.Length && text[span.End] is '.' or ',' && char.IsAsciiDigit(text[span.End - 1]) && char.IsAsciiDigit(text[span.End + 1]);

    // "the 3 May Society", "Weeks stopped the fight": words of a name tell no time.
    private static bool IsPartOfName(AnnotatedReport report, TextSpan span, TimexType type)
    {
        if (report.Find(ReportLayers.Names) is not { } names)
        {
            return false;
        }

        foreach (NameMention name in names.Overlapping(span))
        {
            if (name.Kind is NameKind.Organization or NameKind.Person && name.Span.Contains(span) && (name.Span.Length > span.Length || (type == TimexType.DURATION && name.Kind == NameKind.Person)))
            {
                return true;
            }
        }

        return false;
    }

    private static LocalDate? Day(string? iso) => iso is not null && LocalDatePattern.Iso.Parse(iso) is { Success: true } parsed ? parsed.Value : null;
}
