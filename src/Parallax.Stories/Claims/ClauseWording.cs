using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>The clause in which a report tells a proposition, with what belongs to it and without what attributes it.</summary>
internal static class ClauseWording
{
    private const int LongestWords = 280;
    private const int LeastStems = 2;
    private const int LongestPoint = 2;

    // "the attention that the church has received": what was received stands above the clause.
    private static bool LeavesOutObject(AnnotatedReport report, Proposition proposition) =>
        proposition is { Object: null, Subject: { } subject } && report.Tokens.Heads[proposition.Top] is var above && above >= 0 && above < subject && proposition.Participants.Count(static p => !p.IsOpen) < 2 + proposition.Others.Length;

    /// <summary>A clause with a finite verb and a subject that says who or what; null where there is none.</summary>
    public static TextSpan? Of(AnnotatedReport report, Proposition proposition, bool many)
    {
        // "the losses that this night has brought": a relative clause leaves out what it is about.
        if (proposition.PointsBack || (report.Tokens.Relations[proposition.Top] == "acl:relcl" && (!proposition.IsMain || LeavesOutObject(report, proposition))) || SelfContained.IsInsidePhrase(report, proposition) || !proposition.IsClause || !proposition.IsFinite || proposition.Subject is not { } subject || !SelfContained.NamesItself(report, subject, proposition) || proposition.Stems.Length < LeastStems)
        {
            return null;
        }

        // What several say is the bare act; what one says is told with all that goes with it.
        foreach (TextSpan given in many ? (TextSpan[])[JoinedClause.FromSubject(report, proposition, subject), proposition.Core, proposition.Span] : [proposition.Span, proposition.Core])
        {
            if (many && given == proposition.Core && LosesParty(proposition, given))
            {
                continue;
            }

            TextSpan cut = CleanCut.Of(report, proposition, WithPreposition(report, proposition, HeadingWords.BehindDayOfSaying(report, WithoutMark(report, proposition, given))));
            TextSpan span = WithoutMarkBefore(report.Report.Text.Text, Quotes.Balanced(report.Report.Text.Text, HeadingWords.WithoutOpenEnd(report.Tokens, HeadingWords.WithoutLostSpeaker(report, proposition, HeadingWords.BehindOpener(report, HeadingWords.BehindMark(report, proposition, subject, cut))))));
            if (HeadingWords.SayEnough(report, subject, span) && !HeadingWords.IsBareVerb(report, proposition, span) && !span.IsEmpty && span.Length <= LongestWords && SelfContained.Starts(report, span) && span.Contains(report.Tokens.Span(subject)) && span.Contains(report.Tokens.Span(proposition.Token)) && !SelfContained.HoldsCue(report, proposition, span) && !HeadingWords.OnlyAnnounce(report, proposition, span))
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>Whether the words leave out who acts, or with or on whom, where the clause names them further down: "held talks on the tolls and mending the roads | with Quill and Vale".</summary>
    public static bool LosesParty(Proposition proposition, TextSpan words) => new[] { proposition.Actor, proposition.Recipient }.OfType<Participant>()
        .Any(p => p is { Entities.Length: > 0, Kind: ActorKind.Person or ActorKind.Group or ActorKind.Organization } && proposition.Span.Contains(p.Span) && !words.Contains(p.Span));

    /// <summary>The words without a mark at their beginning: in "said that, at first, it was open" a comma behind the word of saying opens nothing, and neither does the number of a point.</summary>
    public static TextSpan WithoutMarkBefore(string text, TextSpan span)
    {
        int start = span.Start;
        while (start < span.End && (text[start] is ',' or ';' or ':' || char.IsWhiteSpace(text[start])))
        {
            start++;
        }

        // "2. The yard closed": the number of a point in a list.
        int point = start;
        while (point < span.End && char.IsAsciiDigit(text[point]))
        {
            point++;
        }

        bool isPoint = point > start && point - start <= LongestPoint && point + 1 < span.End && text[point] is '.' or ')' && char.IsWhiteSpace(text[point + 1]) && (start == 0 || text[start - 1] is '\n');
        start = isPoint ? point + 1 : start;
        while (isPoint && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return TextSpan.FromBounds(start, span.End);
    }

    /// <summary>The clause with its time, where its subject says something ("but claimed a few were sent months before the strike").</summary>
    public static TextSpan? Timed(AnnotatedReport report, Proposition proposition)
    {
        if (!proposition.IsClause || !proposition.IsFinite || proposition.Subject is not { } subject || report.Tokens.Tags[subject] is UniversalTag.Pron or UniversalTag.Det || proposition.Times.IsEmpty || JoinedClause.IsBareAmount(report.Tokens, subject))
        {
            return null;
        }

        TextSpan span = Quotes.Balanced(report.Report.Text.Text, CleanCut.Of(report, proposition, WithoutMark(report, proposition, proposition.Span)));
        return !span.IsEmpty && span.Length <= LongestWords && SelfContained.Starts(report, span) && span.Contains(report.Tokens.Span(subject)) && proposition.Times.Any(t => span.Contains(t.Span)) && !SelfContained.HoldsCue(report, proposition, span) ? span : null;
    }

    // "that the port had closed": the word that joins the clause to the one above is no part of what it says.
    private static TextSpan WithoutMark(AnnotatedReport report, Proposition proposition, TextSpan span)
    {
        int first = report.Tokens.TokenAt(span.Start);
        if (first + 1 < report.Tokens.Count && report.Tokens.Relations[first] == "mark" && report.Tokens.Heads[first] == proposition.Top && report.Tokens.Relations[proposition.Top].StartsWith("advcl", StringComparison.Ordinal)
            && report.Tokens.Form(first) is not ("to" or "To") && report.Tokens.Span(first + 1).Start < span.End)
        {
            return TextSpan.FromBounds(report.Tokens.Span(first + 1).Start, span.End); // "After the plan failed, …"
        }

        bool opens = proposition.Statement?.Content.Spans.Any(c => c.Start == span.Start) == true;
        bool joins = first > 0 && report.Tokens.Tags[first - 1] == UniversalTag.Cconj && report.Tokens.SentenceOf(first - 1) == proposition.Sentence;
        return first + 1 < report.Tokens.Count && report.Tokens.Form(first) is "that" && (opens || joins || report.Tokens.Relations[first] is not ("det" or "nsubj")) && report.Tokens.Span(first + 1).Start < span.End
            ? TextSpan.FromBounds(report.Tokens.Span(first + 1).Start, span.End) : span;
    }

    // "Since March Halden has closed two yards": the word before a time at the start belongs to it, even where the parser took it for a conjunction.
    private static TextSpan WithPreposition(AnnotatedReport report, Proposition proposition, TextSpan span)
    {
        int first = report.Tokens.TokenAt(span.Start), before = first - 1;
        return before >= 0 && report.Tokens.SentenceOf(before) == proposition.Sentence && report.Tokens.Tags[before] is UniversalTag.Adp or UniversalTag.Sconj && report.Times.Overlapping(report.Tokens.Span(first)).Any()
            && proposition.Statement?.Content.Spans.Any(c => c.Start == span.Start) != true
            ? TextSpan.FromBounds(report.Tokens.Span(before).Start, span.End) : span;
    }
}
