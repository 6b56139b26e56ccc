using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Language.Coreference;
using Parallax.Language.Events.Arguments;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>When and where an event was: by its own clause; a meeting or visit that is told without day or place, by what the report tells of the same stay elsewhere.</summary>
internal sealed class EventCircumstances(AnnotatedReport report, SyntaxTree tree, Participants participants)
{
    // Sentences between two mentions of one stay.
    private const int Near = 3;

    // Sentences at the head of a report that tell what it is about.
    private const int Opening = 4;

    // "Maro met Lund" takes the place of "talks with Maro, Lund and Berg", which takes it of "met Berg in Lanor".
    private const int Rounds = 2;

    private readonly TokenLayer _tokens = report.Tokens;

    /// <summary>Completes in place.</summary>
    /// <param name="events">All events, by place.</param>
    public void Complete(List<EventReading> events)
    {
        for (int i = 0; i < events.Count; i++)
        {
            EventReading own = events[i] with { Time = EventTimes.Of(report, tree, events[i]) };
            own = own.Time is null ? own with { Bound = EventTimes.BoundOf(report, tree, own.Head) } : own;
            events[i] = own.Place < 0 ? own with { Place = PlaceOf(own) } : own;
        }

        Pointed(events);

        for (int round = 0; round < Rounds; round++)
        {
            EventReading[] told = [.. events];
            for (int i = 0; i < told.Length; i++)
            {
                events[i] = WithStay(told, told[i], isLast: round == Rounds - 1);
            }
        }
    }

    // "handed over drones, but claimed that this happened before the war": when what is told just before it happened.
    private void Pointed(List<EventReading> events)
    {
        for (int t = 0; t < _tokens.Count; t++)
        {
            if (_tokens.Tags[t] != UniversalTag.Verb || tree.Lemma(t) is not ("happen" or "occur") || tree.Child(t, "nsubj") is not (>= 0 and int subject) || tree.Lemma(subject) is not ("this" or "that" or "it") || EventTimes.BoundOf(report, tree, t) is not { End: > 0 } bound)
            {
                continue;
            }

            int last = events.FindLastIndex(e => e.Head < subject && _tokens.SentenceOf(e.Head) == _tokens.SentenceOf(t));
            if (last >= 0 && events[last] is { Time: null, Bound.End: 0 })
            {
                events[last] = events[last] with { Bound = bound };
            }
        }
    }

    // The town that a visit leads to; "Maro met the envoy, Lanor, 3 May".
    private int PlaceOf(EventReading reading)
    {
        if (reading.Rule.Id == "consult.visit" && reading.Recipients.Find(r => KindOf(r) == ActorKind.Place) is > 0 and int town)
        {
            return town;
        }

        if (reading.Time is null || !IsMainOf(reading.Head))
        {
            return -1;
        }

        Sentence sentence = _tokens.Sentences[_tokens.SentenceOf(reading.Head)];
        foreach (TimeExpression time in report.Times.Overlapping(sentence.Span))
        {
            (int first, int end) = _tokens.TokensOf(time.Span);
            int place = first - 2;
            if (place > reading.Head && first < end && end + 1 >= sentence.EndToken && _tokens.Form(first - 1) is "," && KindOf(place) == ActorKind.Place && _tokens.Tags[place] == UniversalTag.Propn
                && report.Entities.At(_tokens.Span(place)) is { } named && named.Mentions.Any(m => m.Span.Contains(_tokens.Span(place)) && _tokens.TokensOf(m.Span).First is var start && _tokens.Form(start - 1) is ","))
            {
                return place;
            }
        }

        return -1;
    }

    private bool IsMainOf(int head) => tree.Head(head) < 0 || (tree.Is(head, "parataxis") && tree.Head(tree.Head(head)) < 0);

    private EventReading WithStay(EventReading[] told, EventReading reading, bool isLast)
    {
        if (!IsOccasion(reading) || (reading.Time is not null && reading.Place >= 0))
        {
            return reading;
        }

        EventReading[] stay = [.. told.Where(o => o.Head != reading.Head && IsOccasion(o) && IsNear(o, reading) && IsOneStay(o, reading) && Agree(o.Time, reading.Time))];
        string? time = reading.Time ?? (IsVague(reading.Head) ? null : OneDay([.. stay.Select(static o => o.Time).OfType<string>().Select(EventTimes.DayOf).Distinct(StringComparer.Ordinal)]));
        int[] places = IsByPhone(reading) ? [] : [.. stay.Where(o => o.Place >= 0 && !IsByPhone(o) && Agree(o.Time, time)).Select(static o => o.Place)];
        return reading with { Time = time, Place = reading.Place >= 0 ? reading.Place : Only(places, ActorKind.Place) is >= 0 and int town ? town : isLast ? Only(places, ActorKind.Country) : -1 };
    }

    // The one day of which all may tell, as it is told most closely ("last Wednesday", "9 November"), or null.
    private static string? OneDay(string[] days) => days.Length > 0 && days.All(d => Agree(d, days[0])) ? days.FirstOrDefault(static d => TimexInterval.Parse(d).IsDay) ?? days[0] : null;

    // The one place of a kind, or -1.
    private int Only(int[] places, ActorKind kind)
    {
        int[] ofKind = [.. places.Where(p => KindOf(p) == kind)];
        return ofKind.Select(participants.KeyOf).Distinct(StringComparer.Ordinal).Count() == 1 ? ofKind[0] : -1;
    }

    // A meeting or visit that is told as made, and as this one and no other.
    private bool IsOccasion(EventReading reading)
    {
        if (reading.Rule.Type != PloverType.CONSULT || reading.Factuality != Factuality.Happened || !(reading.Rule.Mutual || reading.Rule.Id == "consult.visit"))
        {
            return false;
        }

        foreach (int child in tree.Children(reading.Head))
        {
            if (ClauseWords.Is("other-occasion", tree.Lemma(child)) || (tree.Is(child, "aux") && _tokens.Form(child) is "had"))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsNear(EventReading told, EventReading reading) =>
        _tokens.SentenceOf(told.Head) < Opening || Math.Abs(_tokens.SentenceOf(told.Head) - _tokens.SentenceOf(reading.Head)) <= Near;

    // Two visits of one guest to one place, a visit and a meeting of the guest, two mentions of a meeting of the same people.
    private bool IsOneStay(EventReading left, EventReading right)
    {
        string[] ours = Keys(left.Actors), theirs = Keys(right.Actors);
        int shared = ours.Count(theirs.Contains);
        bool visit = left.Rule.Id == "consult.visit", other = right.Rule.Id == "consult.visit";
        if (!visit && !other)
        {
            return shared > 1;
        }

        if (visit && other)
        {
            return shared > 0 && !(left.Place >= 0 && right.Place >= 0 && KindOf(left.Place) == KindOf(right.Place) && participants.KeyOf(left.Place) != participants.KeyOf(right.Place));
        }

        (EventReading guests, EventReading meeting) = visit ? (left, right) : (right, left);
        return !IsByPhone(meeting) && Keys(meeting.Actors).Length > 1 && guests.Actors.Exists(a => KindOf(a) == ActorKind.Person && participants.KeyOf(a) is { } guest && Keys(meeting.Actors).Contains(guest));
    }

    private static bool IsByPhone(EventReading reading) => reading.Rule.Mode == "phone";

    private static bool Agree(string? left, string? right)
    {
        if (left is null || right is null || EventTimes.DayOf(left) == EventTimes.DayOf(right))
        {
            return true;
        }

        TimexInterval one = TimexInterval.Parse(EventTimes.DayOf(left)), other = TimexInterval.Parse(EventTimes.DayOf(right));
        return ((one.IsDay && other.Weekday is not null) || (other.IsDay && one.Weekday is not null)) && one.Compatible(other);
    }

    // "recently", "the day after the vote": the sentence has a time of its own, which has no value.
    private bool IsVague(int head) => report.Times.Overlapping(_tokens.Sentences[_tokens.SentenceOf(head)].Span).Any(static t => t.Type is TimexType.DATE or TimexType.TIME && !EventTimes.SaysWhen(t.Value));

    private ActorKind? KindOf(int token) => participants.EntityAt(token)?.Kind;

    private string[] Keys(List<int> tokens) => [.. tokens.Select(participants.KeyOf).OfType<string>().Distinct(StringComparer.Ordinal)];
}
