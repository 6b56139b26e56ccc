using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Timelines;

/// <summary>Chooses the words of a line of the timeline: such as read by themselves, never twice the same.</summary>
/// <param name="set">The reports.</param>
internal sealed class TimelineWords(ReportSet set)
{
    private const int LongestSentence = 400, ShortestName = 12;

    // A clause that is nearly the sentence adds nothing to it.
    private const double MostOfSentence = 0.6;

    private readonly HashSet<(string Report, TextSpan Span)> _shown = [];

    /// <summary>The words; empty where nothing that the report says of it can stand alone.</summary>
    /// <remarks>What only somebody says is told by the sentence that says who; a visit that several tell by the words that name it; a clause that does not begin like a sentence by its sentence, unless that is long.</remarks>
    public TextSpan Of(Proposition clearest, Proposition[] tellings)
    {
        AnnotatedReport report = set[clearest.Report];
        TextSpan sentence = report.Tokens.Sentences[clearest.Sentence].Span, span = ClaimWording.Phrase(set, clearest);
        bool isShort = sentence.Length <= LongestSentence;
        bool isAttributed = clearest.Statement is { Parent: null } statement && statement.Sentence == clearest.Sentence && !Array.Exists(tellings, static p => p.Statement is null) && isShort;
        bool isNamed = !clearest.IsClause && clearest.Participants.Any(static p => p.Entities.Length > 0) && clearest.Span.Length >= ShortestName && Array.Exists(tellings, p => p.Report != clearest.Report) && Begins(report, clearest.Span);
        span = isNamed ? clearest.Span : isAttributed || (isShort && (!clearest.IsClause || clearest.Subject is null || !Begins(report, span))) ? sentence : span;
        bool reads = clearest is { IsClause: true, Subject: { } subject } && report.Tokens.Lemmas[subject] is not ("which" or "who" or "that");
        if (!isNamed && span != sentence && !reads && !(clearest is { IsClause: true, Subject: not null } && Begins(report, span)))
        {
            return default;
        }

        if (!_shown.Add((clearest.Report, span)))
        {
            // Two things of one sentence: the second by its own clause.
            TextSpan own = CleanCut.Of(report, clearest, clearest.Core);
            span = reads && !own.IsEmpty && MostOfSentence * sentence.Length > own.Length && _shown.Add((clearest.Report, own)) ? own : default;
        }

        return span;
    }

    /// <summary>The words of a statement: with who says it.</summary>
    public TextSpan Of(Statement statement)
    {
        AnnotatedReport report = set[statement.Report];
        TextSpan sentence = report.Tokens.Sentences[statement.Sentence].Span;
        TextSpan span = sentence.Length <= LongestSentence && sentence.Overlaps(statement.Span) ? sentence : statement.Span;
        _shown.Add((statement.Report, span));
        return span;
    }

    /// <summary>The words without the stop.</summary>
    public string Slice(string report, TextSpan span) => set[report].Report.Text.Slice(span).TrimEnd('.', ' ');

    // "arrested on Friday near the quay", "which had sailed": words cut out of the middle of a sentence.
    private static bool Begins(AnnotatedReport report, TextSpan span)
    {
        ReadOnlySpan<char> words = report.Report.Text.Text.AsSpan(span.Start, span.Length).TrimStart("“\"'‘( ");
        return words.Length > 0 && !char.IsLower(words[0]);
    }
}
