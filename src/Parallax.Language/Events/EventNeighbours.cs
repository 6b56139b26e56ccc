using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Events.Arguments;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>What an event takes from the other events of its report: where a visit leads, whose claim is rejected, what "this" is, for whom somebody is sent.</summary>
internal sealed class EventNeighbours(AnnotatedReport report, SyntaxTree tree, Participants participants)
{
    // Sentences between "these claims" and the claims.
    private const int Near = 2;

    private readonly TokenLayer _tokens = report.Tokens;

    /// <summary>Completes in place.</summary>
    /// <param name="events">All events, by place.</param>
    public void Complete(List<EventReading> events)
    {
        for (int i = 0; i < events.Count; i++)
        {
            Pointed(events, i);
            Addressed(events, i);
            Served(events, i);
            Warded(events, i);
            Inflicted(events, i);
            Requested(events, i);
            Exchanged(events, i);
            Rejected(events, i);
            Answered(events, i);
        }

        for (int i = 0; i < events.Count; i++)
        {
            Planned(events, i);
            Destination(events, i);
        }
    }

    // "his visit", "Maro's visit comes after": the visit of that guest told elsewhere in the report says where.
    private void Destination(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        if (!IsVisit(reading) || _tokens.Tags[reading.Head] != UniversalTag.Noun || reading.Recipients.Count > 0 || reading.Place >= 0 || reading.Actors.Count == 0 || IsAnother(reading.Head))
        {
            return;
        }

        string[] guests = Keys(reading.Actors);
        EventReading? told = events.FindLast(e => e.Head < reading.Head && IsSameVisit(e, guests)) ?? events.Find(e => IsSameVisit(e, guests));
        if (told is not null)
        {
            EventRoles.Take(reading.Recipients, told.Recipients, reading.Actors);
            events[index] = reading with { Place = told.Place };
        }
    }

    private bool IsSameVisit(EventReading told, string[] guests) => IsVisit(told) && told.Recipients.Count > 0 && told.Factuality is Factuality.Happened or Factuality.Planned && Keys(told.Actors).Any(guests.Contains);

    private static bool IsVisit(EventReading reading) => reading.Rule.Id == "consult.visit";

    // "a visit", "last month's trip", "the next visit".
    private bool IsAnother(int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            if (ClauseWords.Is("ordinal", tree.Lemma(child)) || tree.Lemma(child) is "a" or "an" or "another" or "other" or "previous" or "recent" or "no" or "any" or "next" || participants.IsTime(child))
            {
                return true;
            }
        }

        return false;
    }

    // "the visit was planned on the eve of the talks", of a visit that the report tells as made.
    private void Planned(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        if (reading.Factuality != Factuality.Planned || reading.Rule.Type != PloverType.CONSULT || !tree.Is(reading.Head, "nsubj:pass") || tree.Child(tree.Head(reading.Head), "aux:pass") is not (>= 0 and int was) || !_tokens.Features[was].Contains("Tense=Past", StringComparison.Ordinal))
        {
            return;
        }

        string[] guests = Keys(reading.Actors);
        if (events.Exists(e => e.Rule.Id == reading.Rule.Id && e.Factuality == Factuality.Happened && e.Actors.Count > 0 && Keys(e.Actors).All(guests.Contains) && (reading.Recipients.Count == 0 || Keys(e.Recipients).Any(Keys(reading.Recipients).Contains))))
        {
            events[index] = reading with { Factuality = Factuality.Happened, Why = "told elsewhere as made" };
        }
    }

    // "dismissed claims by officials", "dismissed these allegations": whose they are.
    private void Rejected(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        int claim = reading.Support >= 0 ? reading.Support : reading.Object;
        if (!(reading.Rule.Type is PloverType.REJECT or PloverType.COERCE || reading.Rule.Id == "none.deny") || reading.Recipients.Count > 0 || claim < 0)
        {
            return;
        }

        if (events.Find(e => e != reading && (e.Head == claim || e.Support == claim) && e.Actors.Count > 0) is { } told)
        {
            EventRoles.Take(reading.Recipients, told.Actors, reading.Actors); // "prevented a march staged by students"
        }
        else if (!ClauseWords.Is("said-against", tree.Lemma(claim)))
        {
            return;
        }
        else if (participants.Actors(claim, own: true).ToArray() is { Length: > 0 } owners && !owners.Contains(claim))
        {
            EventRoles.Take(reading.Recipients, owners, reading.Actors);
        }
        else if (PointsBack(claim) && Accusation(events, index) is { } accusation)
        {
            string[] own = Keys(reading.Actors);
            EventRoles.Take(reading.Recipients, accusation.Actors.Where(a => participants.KeyOf(a) is not { } key || !own.Contains(key)), reading.Actors);
        }
    }

    // "Norland's accusations were rejected by Sudland": a state or body rejects what it is accused of itself.
    private void Answered(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        int claim = reading.Support >= 0 ? reading.Support : reading.Object;
        if ((reading.Rule.Type == PloverType.REJECT || reading.Rule.Id == "none.deny") && claim >= 0 && reading.Actors.Count > 0 && reading.Actors.TrueForAll(a => participants.EntityAt(a)?.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Organization)
            && events.Find(e => e.Head == claim && e.Rule.Type == PloverType.ACCUSE && e.Actors.Count > 0 && e.Recipients.Count == 0) is { } accusation)
        {
            EventRoles.Take(accusation.Recipients, reading.Actors, accusation.Actors);
        }
    }

    // "anyone making such accusations should look at home": asked of those who make them.
    private void Addressed(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        if (reading.Rule.Id == "request.must" && reading.Recipients.Count == 0 && tree.Child(reading.Head, "nsubj") is >= 0 and int subject && events.Find(e => e.Head != reading.Head && e.Actors.Count > 0 && tree.Dominates(subject, e.Head)) is { } told)
        {
            EventRoles.Take(reading.Recipients, told.Actors, reading.Actors);
        }
    }

    // "anyone making such accusations", "we see this as interference".
    private void Pointed(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        if (reading.Rule.Type != PloverType.ACCUSE || reading.Recipients.Count > 0 || Accusation(events, index, isAimed: reading.Actors.Count > 0) is not { } accusation)
        {
            return;
        }

        if (reading.Rule.Id == "accuse.call" && reading.Object >= 0 && tree.Lemma(reading.Object) is "this" or "that" or "it" or "these" or "those")
        {
            EventRoles.Take(reading.Recipients, accusation.Recipients, reading.Actors);
        }
        else if (reading.Actors.Count == 0 && PointsBack(reading.Support >= 0 ? reading.Support : reading.Head))
        {
            EventRoles.Take(reading.Actors, accusation.Actors);
            EventRoles.Take(reading.Recipients, accusation.Recipients);
        }
    }

    // The accusation told before; of one that points back and names nobody, also such as tells only who accuses.
    private EventReading? Accusation(List<EventReading> events, int index, bool isAimed = true)
    {
        EventReading reading = events[index];
        for (int i = index - 1; i >= 0 && _tokens.SentenceOf(reading.Head) - _tokens.SentenceOf(events[i].Head) <= Near; i--)
        {
            if (events[i].Rule.Type == PloverType.ACCUSE && (!isAimed || events[i].Recipients.Count > 0) && events[i].Actors.Count > 0)
            {
                return events[i];
            }
        }

        return null;
    }

    private bool PointsBack(int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            if ((tree.Is(child, "det") || tree.Is(child, "amod")) && ClauseWords.Is("definite", tree.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    // "sent trainers to the islands to drill the guard of Norland", "is willing to send ships to help Norland": whom they serve is for whom they are sent.
    private void Served(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        if (reading.Rule.Type is not (PloverType.AID or PloverType.AGREE) || reading.Recipients.Count > 0 || _tokens.Tags[reading.Head] is not (UniversalTag.Verb or UniversalTag.Adj))
        {
            return;
        }

        for (int i = index + 1; i < events.Count && _tokens.SentenceOf(events[i].Head) == _tokens.SentenceOf(reading.Head); i++)
        {
            if (events[i].Rule.Type == PloverType.AID && events[i].Recipients.Count > 0 && tree.Dominates(reading.Head, events[i].Head) && tree.Child(events[i].Head, "mark") is >= 0 and int to && tree.Lemma(to) == "to")
            {
                EventRoles.Take(reading.Recipients, events[i].Recipients, reading.Actors);
                return;
            }
        }
    }

    // "an offer to the neighbour to fend off threats from Norland", "Norland faces threats": against whoever is defended.
    private void Warded(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        int verb = tree.Head(reading.Head);
        if (reading.Rule.Type != PloverType.THREATEN || reading.Recipients.Count > 0 || _tokens.Tags[reading.Head] != UniversalTag.Noun || verb < 0 || !ClauseWords.Is("defending", tree.Lemma(verb)))
        {
            return;
        }

        // What is fended off may come, and is no deed.
        reading = reading.Factuality == Factuality.Happened ? reading with { Factuality = Factuality.Possible, Why = tree.Lemma(verb) } : reading;
        events[index] = reading;
        int offer = tree.Is(verb, "acl") ? tree.Head(verb) : -1;
        if (offer >= 0 && events.Find(e => e.Head == offer && e.Rule.Type == PloverType.AGREE) is { } made)
        {
            EventRoles.Take(reading.Recipients, made.Recipients, reading.Actors);
            return;
        }

        EventRoles.Take(reading.Recipients, Clause.OfVerb(tree, verb) is { IsPassive: false } above ? above.Subjects.Where(participants.CanAct) : [], reading.Actors);
    }

    // "plants were damaged due to Norlandian attacks": by whoever attacked.
    private void Inflicted(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        if (reading.Rule.Type != PloverType.ASSAULT || reading.Actors.Count > 0 || _tokens.Tags[reading.Head] != UniversalTag.Verb)
        {
            return;
        }

        EventReading? cause = events.Find(e => e != reading && e.Rule.Type == PloverType.ASSAULT && e.Actors.Count > 0 && tree.Head(e.Head) == reading.Head && tree.Child(e.Head, "case") is >= 0 and int mark && tree.Lemma(mark) is "due" or "because" or "in" or "by" or "from");
        if (cause is not null)
        {
            EventRoles.Take(reading.Actors, cause.Actors, reading.Recipients);
        }
    }

    // "at the request of Norland, Maro gave way": asked of whoever answers it.
    private void Requested(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        if (reading.Rule.Type != PloverType.REQUEST || reading.Recipients.Count > 0 || reading.Actors.Count == 0 || _tokens.Tags[reading.Head] != UniversalTag.Noun
            || tree.Child(reading.Head, "case") is not (>= 0 and int mark) || tree.Lemma(mark) != "at" || tree.Head(reading.Head) is not (>= 0 and int above))
        {
            return;
        }

        EventRoles.Take(reading.Recipients, Clause.OfVerb(tree, above) is { IsPassive: false } clause ? clause.Subjects.Where(participants.CanAct) : [], reading.Actors);
    }

    // "offered them carts in exchange for cooperation": what those are to do to whom the offer is made.
    private void Exchanged(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        int exchange = tree.Head(reading.Head);
        if (exchange < 0 || reading.Factuality != Factuality.Happened || _tokens.Tags[reading.Head] != UniversalTag.Noun || tree.Lemma(exchange) is not ("exchange" or "return") || exchange > reading.Head
            || events.Find(e => e.Rule.Type == PloverType.AGREE && e.Head == tree.Head(exchange)) is not { } offer)
        {
            return;
        }

        EventRoles.Take(reading.Actors, offer.Actors);
        EventRoles.Take(reading.Rule.Mutual ? reading.Actors : reading.Recipients, offer.Recipients);
        events[index] = reading with { Factuality = Factuality.Possible, Why = tree.Lemma(exchange) };
    }

    private string[] Keys(List<int> tokens) => [.. tokens.Select(participants.KeyOf).OfType<string>()];
}
