using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events.Arguments;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>Completes the participants of events from the other events of the report, once all are found.</summary>
internal sealed class EventCompletion(AnnotatedReport report, SyntaxTree tree, Participants participants)
{
    // Sentences after a heading in which its event is told.
    private const int Ahead = 3;

    // More people than a visitor talks with on one visit: then they are of several.
    private const int MostPartners = 3;

    private readonly TokenLayer _tokens = report.Tokens;

    /// <summary>Completes in place.</summary>
    /// <param name="events">All events, by place.</param>
    public void Complete(List<EventReading> events)
    {
        for (int i = 0; i < events.Count; i++)
        {
            Elliptic(events, i);
            Heading(events, i);
            Partners(events, i);
            Joined(events, i);
            Host(events, i);
            Aggressor(events, i);
        }
    }

    // "sold drones, but a few were shipped earlier": a passive whose thing is only a number tells of the act before it.
    private void Elliptic(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        if (!IsTransfer(reading) || reading.Actors.Count > 0 || reading.Recipients.Count > 0 || reading.Object < 0 || !IsCount(tree, reading.Object))
        {
            return;
        }

        for (int i = index - 1; i >= 0 && _tokens.SentenceOf(events[i].Head) == _tokens.SentenceOf(reading.Head); i--)
        {
            if (IsTransfer(events[i]) && events[i].Actors.Count > 0)
            {
                EventRoles.Take(reading.Actors, events[i].Actors);
                EventRoles.Take(reading.Recipients, events[i].Recipients);
                return;
            }
        }
    }

    private static bool IsTransfer(EventReading reading) => reading.Rule.Type is PloverType.AID or PloverType.COOPERATE && !reading.Rule.Mutual;

    /// <summary>Whether a phrase is only a number or a pronoun, so that what it counts was told before.</summary>
    public static bool IsCount(SyntaxTree tree, int token)
    {
        if (tree.Tokens.Tags[token] is UniversalTag.Pron or UniversalTag.Num)
        {
            return true;
        }

        if (tree.Lemma(token) != "number" && !Figures.CountingWords.Instance.Has("quantities", tree.Lemma(token)))
        {
            return false;
        }

        foreach (int child in tree.Children(token))
        {
            if (tree.Is(child, "nmod"))
            {
                return false;
            }
        }

        return true;
    }

    // "Meeting with Maro." over a section, "Envoy discusses trade" as the title, "on the first meeting abroad" before "the meeting with Maro": with whom else, the next sentences tell.
    private void Heading(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        int sentence = _tokens.SentenceOf(reading.Head);
        if (!reading.Rule.Mutual || reading.Rule.Type != PloverType.CONSULT || reading.Actors.Count != 1 || !(!HasVerb(sentence) || sentence == 0 || IsTold(events, index)))
        {
            return;
        }

        string? only = participants.IdOf(reading.Actors[0]);
        for (int i = index + 1; only is not null && i < events.Count && _tokens.SentenceOf(events[i].Head) - sentence <= Ahead; i++)
        {
            if (events[i].Rule is { Mutual: true, Type: PloverType.CONSULT } && events[i].Actors.Count > 1 && events[i].Actors.Exists(a => participants.IdOf(a) == only))
            {
                EventRoles.Take(reading.Actors, events[i].Actors.Where(a => participants.IdOf(a) != only));
                return;
            }
        }
    }

    // "Maro's talks in Lanor touched on grain": with those whom the report elsewhere has her meet.
    private void Partners(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        bool plural = _tokens.Features[reading.Head].Contains("Number=Plur", StringComparison.Ordinal);
        if (!reading.Rule.Mutual || reading.Rule.Type != PloverType.CONSULT || reading.Actors.Count != 1 || reading.Factuality != Factuality.Happened || !plural || tree.Child(reading.Head, "nmod:poss") < 0
            || participants.EntityAt(reading.Actors[0]) is not { Kind: ActorKind.Person } guest)
        {
            return;
        }

        List<int> partners = [];
        foreach (EventReading told in events)
        {
            if (told.Rule is { Mutual: true, Type: PloverType.CONSULT } && told.Factuality == Factuality.Happened && told.Actors.Count > 1 && told.Actors.Exists(a => participants.IdOf(a) == guest.Id))
            {
                foreach (int other in told.Actors)
                {
                    if (participants.EntityAt(other) is { Kind: ActorKind.Person } partner && partner.Id != guest.Id && !partners.Exists(p => participants.IdOf(p) == partner.Id))
                    {
                        partners.Add(other);
                    }
                }
            }
        }

        if (partners.Count <= MostPartners)
        {
            EventRoles.Take(reading.Actors, partners);
        }
    }

    // "will meet the envoys to discuss grain": all who meet discuss it.
    private void Joined(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        int above = tree.Is(reading.Head, "acl") && tree.Head(reading.Head) is >= 0 and int partner ? tree.Head(partner) : tree.Head(reading.Head); // "the envoys to discuss grain"
        if (!IsTalk(reading) || above < 0 || _tokens.Tags[reading.Head] != UniversalTag.Verb || tree.Child(reading.Head, "nsubj") >= 0 || !(tree.Is(reading.Head, "advcl") || tree.Is(reading.Head, "xcomp") || tree.Is(reading.Head, "acl"))
            || events.Find(e => e.Head == above && IsTalk(e) && e.Actors.Count > 1) is not { } meeting)
        {
            return;
        }

        EventRoles.Take(reading.Actors, meeting.Actors.Where(a => participants.IdOf(a) is not { } id || !reading.Actors.Exists(known => participants.IdOf(known) == id)));
        if (meeting.Factuality != Factuality.Happened && reading.Factuality is Factuality.Possible or Factuality.Happened)
        {
            events[index] = reading with { Factuality = meeting.Factuality, Why = meeting.Why };
        }
    }

    private static bool IsTalk(EventReading reading) => reading.Rule is { Mutual: true, Type: PloverType.CONSULT };

    // "the aim of my trip to Lanor is an exchange of views": with those whom the guest came to, where nobody else is told.
    private void Host(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        if (!IsTalk(reading) || reading.Actors.Count == 0 || participants.Distinct(reading.Actors).Count() != 1 || participants.EntityAt(reading.Actors[0]) is not { Kind: ActorKind.Person } guest)
        {
            return;
        }

        EventReading? visit = events.Find(e => e.Rule.Id == "consult.visit" && _tokens.SentenceOf(e.Head) == _tokens.SentenceOf(reading.Head) && e.Recipients.Count > 0 && e.Actors.Exists(a => participants.IdOf(a) == guest.Id));
        if (visit is null || participants.EntityAt(visit.Recipients[0]) is not { Country: { } land } || land == guest.Country || SpeakerReferent.StateOf(report, land) is not { Mentions: [var first, ..] })
        {
            return;
        }

        EventRoles.Take(reading.Actors, [tree.TopOf(_tokens.TokensOf(first.Span).First, _tokens.TokensOf(first.Span).End)]);
    }

    // Whether the next sentence goes on with "the meeting".
    private bool IsTold(List<EventReading> events, int index)
    {
        int sentence = _tokens.SentenceOf(events[index].Head);
        return _tokens.Tags[events[index].Head] == UniversalTag.Noun && events.Exists(e => _tokens.SentenceOf(e.Head) == sentence + 1 && tree.Lemma(e.Head) == tree.Lemma(events[index].Head) && tree.Child(e.Head, "det") is >= 0 and int the && tree.Lemma(the) == "the");
    }

    private bool HasVerb(int sentence)
    {
        for (int t = _tokens.Sentences[sentence].FirstToken; t < _tokens.Sentences[sentence].EndToken; t++)
        {
            if (_tokens.Tags[t] is UniversalTag.Verb or UniversalTag.Aux && _tokens.Features[t].Contains("VerbForm=Fin", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "supplied Sudland after its invasion of Norland": of those named before, "its" means whom the rest of the report has attack Norland.
    private void Aggressor(List<EventReading> events, int index)
    {
        EventReading reading = events[index];
        if (IsCampaign(reading))
        {
            string[] attacked = Keys(reading.Recipients);
            EventReading[] told = [.. events.Where(e => e.Rule.Type == PloverType.ASSAULT && e.Actors.Count == 1 && e.Factuality == Factuality.Happened && !IsByPronoun(e) && Keys(e.Recipients).Any(attacked.Contains))];
            if (told.Length > 0 && told.Select(e => participants.KeyOf(e.Actors[0])).Distinct(StringComparer.Ordinal).Count() == 1 && participants.EntityAt(told[0].Actors[0])?.Kind is ActorKind.Country or ActorKind.Government)
            {
                EventRoles.Take(reading.Actors, told[0].Actors, reading.Recipients);
            }

            return;
        }

        if (!IsByPronoun(reading) || reading.Actors.Count != 1)
        {
            return;
        }

        string[] victims = Keys(reading.Recipients);
        string[] others = [.. events.Where(e => e.Rule.Type == PloverType.ASSAULT && e.Actors.Count > 0 && !IsByPronoun(e) && Keys(e.Recipients).Any(victims.Contains))
            .SelectMany(e => Keys(e.Actors)).Distinct(StringComparer.Ordinal)];
        if (others is not [var aggressor] || aggressor == participants.KeyOf(reading.Actors[0]))
        {
            return;
        }

        for (int t = reading.Head - 1; t >= _tokens.Sentences[_tokens.SentenceOf(reading.Head)].FirstToken; t--)
        {
            if (_tokens.Tags[t] is UniversalTag.Propn && participants.KeyOf(t) == aggressor)
            {
                reading.Actors[0] = t;
                return;
            }
        }
    }

    // "the invasion of Norland" with nobody named who invades; a civil war has sides of its own.
    private bool IsCampaign(EventReading reading)
    {
        if (reading.Rule.Type != PloverType.ASSAULT || reading.Actors.Count > 0 || reading.Recipients.Count != 1 || _tokens.Tags[reading.Head] != UniversalTag.Noun || !ClauseWords.Is("campaign", tree.Lemma(reading.Head)))
        {
            return false;
        }

        foreach (int child in tree.Children(reading.Head))
        {
            if (tree.Lemma(child) is "civil" or "cold" or "trade" or "world" or "drug" or "another")
            {
                return false;
            }
        }

        return true;
    }

    private string[] Keys(List<int> tokens) => [.. tokens.Select(participants.KeyOf).OfType<string>()];

    private bool IsByPronoun(EventReading reading) => reading.Rule.Type == PloverType.ASSAULT && _tokens.Tags[reading.Head] == UniversalTag.Noun
        && tree.Child(reading.Head, "nmod:poss") is >= 0 and int owner && _tokens.Tags[owner] == UniversalTag.Pron;
}
