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

namespace Parallax.Language.Events;

/// <summary>Finds who did what to whom, when and where, whether it is told as done, and whose word that is.</summary>
/// <remarks>Predicates and constructions are data (<c>Data/en/events</c>); see docs/spec/events.md and docs/spec/factuality.md. Thread-safe.</remarks>
public sealed class EventAnnotator : IAnnotator
{
    private readonly EventLexicon _lexicon = EventLexicon.Instance;

    /// <inheritdoc/>
    public string Name => "events";

    /// <inheritdoc/>
    public string Version => "16";

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
        string? according = AccordingTo(report, span);
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
            Time = reading.Time,
            Bound = reading is { Time: null, Bound: { End: > 0 } bound } ? Slice(report, bound.First, bound.End) : null,
            Place = place,
            Factuality = reading.Factuality,
            According = according,
            Explanation = Explanation.Of("events." + reading.Rule.Id, $"“{reading.Lemma}”; {reading.Why}"),
        };
    }

    private static TextSlice Slice(AnnotatedReport report, int first, int end)
    {
        TextSpan span = report.Tokens.Span(first, end);
        return new TextSlice(report.Report.Text.Slice(span), span.Start, span.End);
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
        else if (LastJoined(tree, head, end) is var joined && joined > end)
        {
            end = joined;
        }
        else if (end < stop && LostSubjects.Swallowed(tree, end) is var name && name > head && tree.End(name) == end)
        {
            end = tree.First(name);
        }

        return end;
    }

    // "carts and ploughs": what is joined to the thing, a bare noun or two.
    private static int LastJoined(SyntaxTree tree, int head, int end)
    {
        const int LongestName = 3;
        TokenLayer tokens = tree.Tokens;
        foreach (int child in tree.Children(head))
        {
            if (child >= end && tree.Is(child, "conj") && tree.Child(child, "cc") >= 0 && tokens.Tags[child] is UniversalTag.Noun or UniversalTag.Propn && tree.First(child) <= end + 1 && tree.First(child) >= end && tree.End(child) - tree.First(child) <= LongestName)
            {
                end = tree.End(child);
            }
        }

        return end;
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
