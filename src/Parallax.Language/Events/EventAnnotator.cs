using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Events.Arguments;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Triggers;
using Parallax.Language.Pipeline;
using Parallax.Language.Syntax;
using Parallax.Language.Times;

namespace Parallax.Language.Events;

/// <summary>Finds who did what to whom, when and where, whether it is told as done, and whose word that is.</summary>
/// <remarks>Predicates and constructions are data (<c>Data/en/events</c>); see docs/spec/events.md and docs/spec/factuality.md. Thread-safe.</remarks>
public sealed class EventAnnotator : IAnnotator
{
    private readonly EventLexicon _lexicon = EventLexicon.Instance;

    /// <inheritdoc/>
    public string Name => "events";

    /// <inheritdoc/>
    public string Version => "10";

    /// <inheritdoc/>
    public IReadOnlyList<string> Requires { get; } = [ReportLayers.Tokens.Name, ReportLayers.Names.Name, ReportLayers.Entities.Name, ReportLayers.Times.Name];

    /// <inheritdoc/>
    public IReadOnlyList<string> Provides { get; } = [ReportLayers.Events.Name];

    /// <inheritdoc/>
    public AnnotatedReport Annotate(AnnotatedReport report)
    {
        SyntaxTree tree = new(report.Tokens);
        EventReader reader = new(_lexicon, report, tree);
        List<Event> events = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (EventReading reading in reader.Read())
        {
            Event made = Make(report, tree, reader.Participants, reading);
            if (!IsEmpty(made) && taken.Add(made.Id))
            {
                events.Add(made);
            }
        }

        return report.With(ReportLayers.Events, new Layer<Event>(events));
    }

    /// <summary>The events with their participants as tokens; scored as they stand.</summary>
    internal List<EventReading> Read(AnnotatedReport report) => new EventReader(_lexicon, report, new SyntaxTree(report.Tokens)).Read();

    private static Event Make(AnnotatedReport report, SyntaxTree tree, Participants participants, EventReading reading)
    {
        TokenLayer tokens = report.Tokens;
        TextSpan span = tokens.Span(reading.Head);
        string? according = reading.Why == EventNeighbours.ToldElsewhere ? null : AccordingTo(report, span); // who denies the means does not say that it was done
        ImmutableArray<string> actors = reading.Rule.Id == "request.must" && SpeakerOf(report, according) is { } speaker ? [speaker] : Ids(participants, reading.Actors, []);
        string? place = reading.Place >= 0 ? participants.EntityAt(reading.Place)?.Id : null;
        return new Event
        {
            // A construction (a demand made with "must") and the event demanded share their trigger; the sentence makes the id of the construction its own.
            Id = reading.Rule.IsConstruction ? Core.Identity.Ids.Of('v', report.Report.Sha256, span, report.Tokens.Sentences[tokens.SentenceOf(reading.Head)].Span) : Core.Identity.Ids.Of('v', report.Report.Sha256, span),
            Report = report.Report.Id,
            Sentence = tokens.SentenceOf(reading.Head),
            Trigger = new EventTrigger(span.Start, span.End, reading.Lemma),
            Plover = reading.Rule.Type,
            Mode = reading.Rule.Mode,
            Cameo = reading.Rule.Cameo,
            Actors = actors,
            Recipients = Ids(participants, [.. reading.Recipients.Where(r => participants.KeyOf(r) is not { } key || !reading.Actors.Exists(a => participants.KeyOf(a) == key))], actors),
            Object = ObjectOf(report, tree, participants, reading.Object),
            Time = TimeOf(report, tree, reading),
            Place = place,
            Factuality = reading.Factuality,
            According = according,
            Explanation = Explanation.Of("events." + reading.Rule.Id, $"“{reading.Lemma}”; {reading.Why}"),
        };
    }

    // "I promise": nobody known does something unknown.
    private static bool IsEmpty(Event made) => made.Actors.IsEmpty && made.Recipients.IsEmpty && made.Object is null && made.Plover is not (PloverType.CONSULT or PloverType.PROTEST or PloverType.ASSAULT or PloverType.NONE or PloverType.ACCUSE or PloverType.THREATEN);

    private static ImmutableArray<string> Ids(Participants participants, List<int> heads, ImmutableArray<string> except) =>
        [.. participants.Distinct(heads).Where(id => !except.Contains(id))];

    private static EventObject? ObjectOf(AnnotatedReport report, SyntaxTree tree, Participants participants, int head)
    {
        if (head < 0)
        {
            return null;
        }

        (int first, int end) = Phrase.Tight(tree, head);
        end = EndOf(tree, head, end);
        TextSpan span = report.Tokens.Span(first, end);
        return new EventObject(report.Report.Text.Slice(span), span.Start, span.End, participants.EntityAt(head)?.Id);
    }

    // "a deal worth $2bn", "$2bn worth of ships" to their end; "defending the raid Maro said" not into the name of who says it.
    private static int EndOf(SyntaxTree tree, int head, int end)
    {
        TokenLayer tokens = tree.Tokens;
        int stop = tokens.Sentences[tokens.SentenceOf(head)].EndToken;
        if (tree.Lemma(end - 1) == "worth")
        {
            while (end < stop && tokens.Tags[end] is UniversalTag.Sym or UniversalTag.Num)
            {
                end++;
            }
        }
        else if (end + 1 < stop && tree.Lemma(end) == "worth" && tokens.Form(end + 1) is "of")
        {
            end = tree.End(end);
        }
        else if (end < stop && LostSubjects.Swallowed(tree, end) is var name && name > head && tree.End(name) == end)
        {
            end = tree.First(name);
        }

        return end;
    }

    // The time of the clause: hanging on the trigger, or on the verb that carries it.
    private static string? TimeOf(AnnotatedReport report, SyntaxTree tree, EventReading reading)
    {
        TokenLayer tokens = report.Tokens;
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(reading.Head)];
        int carrier = VerbAbove(tree, reading.Head);
        bool invitation = reading.Rule.Type == PloverType.AGREE && tokens.Tags[reading.Head] == UniversalTag.Noun; // "at the invitation of the mayor": made before what it led to
        bool sharesTime = !invitation && SharesTime(tree, reading.Head, carrier);
        string? found = null;
        foreach (TimeExpression time in report.Times.Overlapping(sentence.Span))
        {
            if (time.Type is not (TimexType.DATE or TimexType.TIME) || !SaysWhen(time.Value))
            {
                continue;
            }

            (int first, int end) = tokens.TokensOf(time.Span);
            if (first >= end)
            {
                continue;
            }

            int top = tree.TopOf(first, end);
            if (IsWhen(tree, reading.Head, end))
            {
                return Valued(time); // "since 2018 when it left the treaty"
            }

            int governor = tree.Head(top);
            if (IsOfNext(tree, first, end))
            {
                if (end == reading.Head)
                {
                    return Valued(time);
                }

                if (tree.Head(end) != reading.Head && tree.Head(first) != reading.Head)
                {
                    continue;
                }
            }

            if (governor < 0 || IsBound(tree, top) || IsBelowBound(tree, governor, reading.Head, carrier) || (governor != reading.Head && IsInsideName(tree, top, governor)))
            {
                continue;
            }

            if (first > reading.Head && ClauseTense.DatesNoun(tokens, time.Start, time.End))
            {
                continue; // "convicted of the 20 June theft": the theft was on that day
            }

            if (reading.Rule.Type is PloverType.SANCTION or PloverType.ACCUSE && IsOfTheDeed(tree, reading.Head, first, time.Value))
            {
                continue;
            }

            int verb = VerbAbove(tree, governor);
            if ((tree.Dominates(reading.Head, governor) && (verb == carrier || (tree.Head(verb) == reading.Head && tokens.Relations[verb] == "acl")))
                || (tokens.Tags[reading.Head] == UniversalTag.Noun && tokens.Relations[verb] == "acl" && Attachments.ClausesOf(tree, reading.Head).Contains(verb)))
            {
                return Valued(time);
            }

            found ??= sharesTime && (governor == carrier || verb == carrier) ? IsFollowed(tree, reading.Head) ? DayOf(time.Value) : Valued(time) : null;
        }

        return found;
    }

    // "between 2031 and 2034": both ends.
    private static string Valued(TimeExpression time) => time.Until is { } until ? time.Value + "/" + until : time.Value;

    // "met the premier on Friday afternoon following talks with the envoy": on that day, but not in the afternoon.
    private static bool IsFollowed(SyntaxTree tree, int head) => tree.Child(head, "case") is >= 0 and int mark && tree.Lemma(mark) is "following" or "follow";

    private static string DayOf(string value) => value.IndexOf('T', StringComparison.Ordinal) is > 0 and int hour ? value[..hour] : value;

    private static bool IsWhen(SyntaxTree tree, int head, int end)
    {
        int when = end < tree.Tokens.Count && tree.Tokens.Form(end) is "," ? end + 1 : end;
        return when < tree.Tokens.Count && tree.Tokens.Form(when) is "when" && tree.Head(when) == head && head > when;
    }

    // "at the same time", "days after", "now" place nothing in the calendar.
    private static bool SaysWhen(string value) => value.Length > 0 && (value.AsSpan().ContainsAnyInRange('0', '9') || value.Contains("WE", StringComparison.Ordinal) || (value[0] == 'X' && value.Contains('T', StringComparison.Ordinal)));

    // "to replace it after 2011", "until Friday": the bound of a time is not when it happens.
    private static bool IsBound(SyntaxTree tree, int time)
    {
        foreach (int child in tree.Children(time))
        {
            if ((tree.Is(child, "case") || tree.Is(child, "mark")) && (tree.Lemma(child) is "after" or "before" or "until" or "till" or "prior" or "than" or "beyond" || (tree.Lemma(child) == "since" && tree.Head(time) is >= 0 and int noun && tree.Tokens.Tags[noun] is not UniversalTag.Verb)))
            {
                return true;
            }
        }

        return false;
    }

    // "the worst since the fall of the junta in 1974": the time of what bounds it.
    private static bool IsBelowBound(SyntaxTree tree, int governor, int head, int carrier)
    {
        for (int up = governor; up >= 0 && up != head && up != carrier; up = tree.Head(up))
        {
            if (tree.Tokens.Tags[up] is UniversalTag.Noun or UniversalTag.Propn && IsBound(tree, up))
            {
                return true;
            }
        }

        return false;
    }

    // "was found guilty of robbing the firm in 2011", "accused of killing him in May": a year or month behind the deed is when it was done; a day may be that of the verdict.
    private static bool IsOfTheDeed(SyntaxTree tree, int head, int time, string value)
    {
        const int LongestMonth = 7;
        if (value.Length > LongestMonth || time < head)
        {
            return false;
        }

        for (int i = head + 1; i < time; i++)
        {
            if (tree.Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Noun && tree.Tokens.Form(i).EndsWith("ing", StringComparison.Ordinal) && tree.Dominates(head, i) && tree.Tokens.Form(i - 1) is "of" or "for" or "with" or "in")
            {
                return true;
            }
        }

        return false;
    }

    // "charged in an April shooting": an article before a date and a noun after it make it the date of that noun.
    private static bool IsOfNext(SyntaxTree tree, int first, int end) => first > 0 && end < tree.Tokens.Count && tree.Tokens.Form(first - 1) is "a" or "an" && tree.Tokens.SentenceOf(end) == tree.Tokens.SentenceOf(first)
        && tree.Tokens.Tags[end] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Verb;

    // "the 2015 treaty": a date without a preposition before a noun dates that noun, not what is done with it.
    private static bool IsInsideName(SyntaxTree tree, int time, int governor)
    {
        if (time > governor || tree.Tokens.Tags[governor] is not (UniversalTag.Noun or UniversalTag.Propn) || tree.Is(time, "obl") || tree.Is(time, "nsubj"))
        {
            return false;
        }

        foreach (int child in tree.Children(time))
        {
            if (tree.Is(child, "case"))
            {
                return false;
            }
        }

        return true;
    }

    // "landed on Tuesday, the first visit since the invasion": a noun takes the time of the verb that it is a part of, not where it bounds another time or stands deeper.
    private static bool SharesTime(SyntaxTree tree, int head, int carrier)
    {
        if (head == carrier || tree.Tokens.Tags[head] is not UniversalTag.Noun)
        {
            return true;
        }

        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "case") && tree.Lemma(child) is "since" or "before" or "after" or "until" or "till" or "despite" or "ahead" or "prior" or "under" or "upon")
            {
                return false;
            }
        }

        return tree.Head(head) == carrier || !tree.Is(head, "nmod");
    }

    private static int VerbAbove(SyntaxTree tree, int token)
    {
        while (tree.Head(token) >= 0 && tree.Tokens.Tags[token] is not (UniversalTag.Verb or UniversalTag.Aux))
        {
            token = tree.Head(token);
        }

        return token;
    }

    private static string? SpeakerOf(AnnotatedReport report, string? statement) => statement is null ? null : report.Statements.FirstOrDefault(s => s.Id == statement)?.Source.Entity;

    private static string? AccordingTo(AnnotatedReport report, TextSpan trigger)
    {
        Statement? innermost = null;
        int least = int.MaxValue;
        foreach (Statement statement in report.Statements)
        {
            int length = statement.Content.Spans.Sum(static s => s.Length);
            if (length < least && statement.Content.Spans.Any(s => s.Contains(trigger)))
            {
                (innermost, least) = (statement, length);
            }
        }

        return innermost?.Id;
    }
}
