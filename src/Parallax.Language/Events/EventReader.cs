using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events.Arguments;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Modality;
using Parallax.Language.Events.Triggers;
using Parallax.Language.Figures;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>Finds the events of a report: matches the lexicon on verbs, nouns and adjectives and fills the roles from the clause.</summary>
internal sealed class EventReader
{
    private readonly EventLexicon _lexicon;
    private readonly AnnotatedReport _report;
    private readonly SyntaxTree _tree;
    private readonly TokenLayer _tokens;
    private readonly Participants _participants;
    private readonly EventRoles _roles;
    private readonly EventRecipients _recipients;
    private readonly TriggerMatcher _matcher;
    private readonly EventSense _sense;
    private readonly EventConstructions _constructions;
    private readonly EventArguments _arguments;
    private readonly ScoreColumn? _scores;
    private readonly HashSet<int> _consumed = [];
    private readonly List<EventReading> _found = [];

    public EventReader(EventLexicon lexicon, AnnotatedReport report, SyntaxTree tree)
    {
        (_lexicon, _report, _tree, _tokens) = (lexicon, report, tree, report.Tokens);
        _participants = new Participants(report, tree, _found);
        _roles = new EventRoles(report, tree, _participants);
        _recipients = new EventRecipients(report, tree, _participants);
        _matcher = new TriggerMatcher(report, tree, _participants);
        _sense = new EventSense(lexicon, report, tree, _participants, _matcher);
        _constructions = new EventConstructions(lexicon, report, tree, _participants, _matcher);
        _arguments = new EventArguments(lexicon, report, tree, _participants);
        _scores = report.Find(ReportLayers.FactualityScores);
    }

    public Participants Participants => _participants;

    /// <summary>All events, by place.</summary>
    public List<EventReading> Read()
    {
        List<EventReading> events = _found;
        for (int t = 0; t < _tokens.Count; t++)
        {
            if (_tokens.Tags[t] == UniversalTag.Verb && !IsPrepositionLike(t) && !IsManner(t))
            {
                AddVerb(events, Clause.OfVerb(_tree, t), _lexicon.Verb(_tree.Lemma(t)));
            }
            else if (_tokens.Tags[t] == UniversalTag.Adj && _tokens.Relations[t] is not ("amod" or "compound"))
            {
                AddIfAny(events, Match(Clause.OfVerb(_tree, t), _lexicon.Adjective(_tree.Lemma(t))));
            }
        }

        for (int t = 0; t < _tokens.Count; t++)
        {
            if (_tokens.Tags[t] == UniversalTag.Noun && !_consumed.Contains(t) && _tokens.Relations[t] is not ("compound" or "nmod:desc" or "flat"))
            {
                AddIfAny(events, Match(Clause.OfNoun(_tree, t), _lexicon.Noun(_tree.Lemma(t)), noun: true));
            }
        }

        events.RemoveAll(e => IsOnlyWho(events, e));
        events.Sort(static (a, b) => a.Head.CompareTo(b.Head));
        new EventCompletion(_report, _tree, _participants).Complete(events);
        new EventNeighbours(_report, _tree, _participants).Complete(events);
        new EventCircumstances(_report, _tree, _participants).Complete(events);
        return events;
    }

    // "protesters threw stones": who they are; what they did is told by the verb, and that they protested by another word of the report.
    private bool IsOnlyWho(List<EventReading> events, EventReading reading) => reading.Rule.Type == PloverType.PROTEST && _tokens.Tags[reading.Head] == UniversalTag.Noun && _participants.CanAct(reading.Head)
        && events.Exists(e => e != reading && (e.Actors.Contains(reading.Head) || e.Recipients.Contains(reading.Head) || (e.Rule.Type == PloverType.PROTEST && !(_tokens.Tags[e.Head] == UniversalTag.Noun && _participants.CanAct(e.Head)))));

    private void AddVerb(List<EventReading> events, Clause clause, ReadOnlySpan<EventTriggerPattern> patterns)
    {
        EventReading? reading = Match(clause, patterns);
        EventReading? other = _constructions.Of(clause, reading, out bool replaces);
        AddIfAny(events, replaces ? null : reading);
        AddIfAny(events, other);
    }

    private static void AddIfAny(List<EventReading> events, EventReading? reading)
    {
        if (reading is not null)
        {
            events.Add(reading);
        }
    }

    // "according to", "including", "following" as prepositions.
    private bool IsPrepositionLike(int t) => _tokens.Relations[t] is "case" or "mark" or "cc" or "fixed" or "aux" or "cop" or "compound" || (_tokens.Relations[t] == "amod" && !IsFiniteWithSubject(t))
        || (_tokens.Relations[t] == "conj" && _tree.Head(t) is >= 0 and int first && _tokens.Relations[first] == "compound"); // "murder and kidnapping charges"

    // "taught them how to deploy it": a skill and no deed.
    private bool IsManner(int t) => _tree.Child(t, "advmod") is >= 0 and int how && _tree.Lemma(how) == "how" && t > 0 && _tree.Is(t - 1, "mark") && _tree.Lemma(t - 1) == "to";

    // "said that Norland transferred drones": a parse as an adjective is belied by the form and the subject.
    private bool IsFiniteWithSubject(int t) => _tokens.Features[t].Contains("VerbForm=Fin", StringComparison.Ordinal) && _tree.Child(t, "nsubj") >= 0;

    private EventReading? Match(Clause clause, ReadOnlySpan<EventTriggerPattern> patterns, bool noun = false)
    {
        foreach (EventTriggerPattern pattern in patterns)
        {
            if (_matcher.Fits(clause, pattern, noun, out int support))
            {
                return _sense.RuleOf(clause, pattern, noun) is { } rule ? Fill(clause, pattern with { Rule = rule }, support, noun) : null;
            }
        }

        return null;
    }

    private EventReading? Fill(Clause clause, EventTriggerPattern pattern, int support, bool noun)
    {
        EventRule rule = pattern.Rule;
        List<int> actors = [], recipients = [];
        int dateline = Dateline.EndOf(_tokens, _tokens.SentenceOf(clause.Head));
        foreach (int subject in clause.Subjects.Where(s => !noun && (s >= dateline || dateline > clause.Head)))
        {
            // "the Norland crisis began": what merely happens has no actor inside the words for it.
            EventRoles.Take(actors, _participants.Actors(subject, own: true).Where(a => rule.Type != PloverType.NONE || rule.Id == "none.staff" || _tokens.Tags[subject] != UniversalTag.Noun || !_tree.Dominates(subject, a) || a == subject));
        }

        Clause? inner = support >= 0 && _tokens.Tags[support] == UniversalTag.Noun ? Clause.OfNoun(_tree, support) : null;
        bool told = inner is not null && _lexicon.Noun(_tree.Lemma(inner.Head)).Length > 0;
        if (noun || (told && rule.Id != "none.announce")) // "ended their Lanor summit": Lanor ends nothing
        {
            bool left = told && actors.Count > 0 && rule.Type is PloverType.SANCTION or PloverType.REJECT; // "left the country's treaty": its owner is left with it
            _roles.NounActors(inner ?? clause, rule, left ? [] : actors);
        }

        if (noun)
        {
            _roles.Carriers(clause.Head, actors);
            _roles.Undergoing(clause, rule, actors, recipients);
            _roles.Underlying(clause, rule, actors, recipients);
        }

        if (noun && rule.Id != "support.sign" && (rule.Mutual || rule.Type is not (PloverType.ASSAULT or PloverType.COOPERATE or PloverType.NONE)) && actors.Count == 0)
        {
            _roles.Borrow(clause.Head, rule, actors);
            _roles.PredicateOf(clause.Head, actors);
        }

        if (noun && rule.Id == "protest.demo" && _participants.CanAct(clause.Head))
        {
            EventRoles.Take(actors, [clause.Head]); // "protesters"
        }

        if (noun && actors.Count == 0 && rule.Type == PloverType.ASSAULT)
        {
            _roles.Planners(clause.Head, actors);
        }

        _recipients.Fill(clause, inner, pattern, rule, actors, recipients);
        if (rule.Type == PloverType.ACCUSE && pattern.Objects.Count > 0 && recipients.RemoveAll(r => _tree.Lemma(r).ToLowerInvariant() is "court" or "tribunal") > 0 && recipients.Count == 0)
        {
            EventRoles.Take(recipients, (inner ?? clause).After("against").Concat(clause.After("against")).Where(_participants.CanAct)); // "filed a suit in court against the mill"
        }

        if (rule.Mutual)
        {
            EventRoles.Take(actors, recipients);
            recipients.Clear();
            if (!noun && (rule.Id == "support.sign" || (actors.Count == 1 && rule.Type == PloverType.CONSULT)))
            {
                _roles.FindOtherSide(clause, rule, actors);
            }
        }

        if (rule.Mutual && rule.Type == PloverType.CONSULT)
        {
            _roles.LeavePlaces(actors);
        }

        if (rule is { Mutual: true, Type: PloverType.COOPERATE } && !noun && pattern.Particle == "with" && !clause.After("with").Any(h => _participants.CanAct(h) || _participants.EntityAt(h) is not null || _participants.Actors(h, own: true).Any(a => _tokens.Tags[a] != UniversalTag.Pron)))
        {
            return null; // "works in the mill and with its books"
        }

        if (rule.Mutual && rule.Type == PloverType.COOPERATE && !noun && actors.Count == 1 && pattern.Particle == "with" && recipients.Count == 0 && !clause.Subjects.Exists(s => _participants.CanAct(s)))
        {
            return null; // "hospitals working with reserve staff": nobody on one side
        }

        if (rule.Id == "aid.give" && pattern is { Particle: null, Objects.Count: 0 } && ClauseWords.Is("goods-moving", pattern.Lemma) && recipients.Count == 0 && !clause.Objects.Exists(o => EventCompletion.IsCount(_tree, o)))
        {
            return null; // "the milk was shipped"
        }

        if (rule.Reversed || (rule.Type == PloverType.ASSAULT && pattern.Lemma == "die"))
        {
            (actors, recipients) = (recipients, actors);
        }

        if (rule.Mutual && noun)
        {
            _roles.OtherSideAbove(clause, actors);
            _roles.Host(clause.Head, actors);
        }

        bool visit = rule.Id == "consult.visit";
        bool somewhere = clause.Objects.Count > 0 || _arguments.PlaceOf(clause, inner) >= 0 || recipients.Count > 0 || clause.Particles.Exists(static p => p is "here" or "there" or "home" or "back");
        if (visit && !noun && (!somewhere || !actors.Exists(_participants.CanAct)))
        {
            return null;
        }

        EventReading? same = noun && actors.Count == 0 && recipients.Count == 0 ? EventBefore.Of(_tree, _found, rule, clause.Head) : null;
        if (same is not null)
        {
            EventRoles.Take(actors, same.Actors);
            EventRoles.Take(recipients, same.Recipients);
        }

        bool general = rule.Type == PloverType.CONSULT && ClauseWords.Is("in-general", _tree.Lemma(clause.Head)) && _tokens.Features[clause.Head].Contains("Number=Sing", StringComparison.Ordinal) && _tree.Child(clause.Head, "det") < 0;
        if (noun && actors.Count == 0 && recipients.Count == 0 && (general || rule.Type is not (PloverType.CONSULT or PloverType.PROTEST)))
        {
            return null;
        }

        if (inner is not null && _lexicon.Noun(_tree.Lemma(support)).Length > 0 && rule.Type != PloverType.AGREE)
        {
            _consumed.Add(support); // "planned a visit" tells the plan and, as planned, the visit
        }

        (Factuality factuality, string why) = FactualityDecision.Read(_tree, _scores, clause.Head);
        (factuality, why) = same is { Factuality: Factuality.Planned } && factuality == Factuality.Happened ? (same.Factuality, same.Why) : (factuality, why);
        (factuality, why) = noun && factuality == Factuality.Happened && _roles.IsFaced(clause.Head, rule) ? (Factuality.Planned, "face") : (factuality, why);
        if (rule.Id is "none.announce" or "none.change" && actors.Count == 0 && factuality is Factuality.Hypothetical or Factuality.Possible or Factuality.Planned && _tree.Child(clause.Head, "aux") < 0)
        {
            return null; // "to start new activities", "the need to increase trade": nothing that somebody does
        }

        if (rule.Type == PloverType.NONE && noun)
        {
            _roles.LeaveHomes(actors);
        }

        int place = _arguments.PlaceOf(clause, inner);
        if (place >= 0 && rule.Type is PloverType.AID or PloverType.COOPERATE or PloverType.REQUEST or PloverType.AGREE or PloverType.CONCEDE && recipients.Exists(r => r == place || (_participants.KeyOf(r) is { } key && key == _participants.KeyOf(place))))
        {
            place = -1; // "handed drones to Norland": to the state, not there
        }

        string lemma = _tree.Lemma(clause.Head);
        int thing = _arguments.ObjectOf(clause, inner, rule, rule.Mutual ? actors : recipients); // "met the premier": a partner is no thing
        place = rule.Id == "none.announce" && place == thing ? -1 : place; // "builds a pier": made, and not where
        return new EventReading
        {
            Rule = rule, Head = clause.Head, Support = support,
            Lemma = support >= 0 ? $"{lemma} {_tree.Lemma(support)}" : pattern.Particle is null ? lemma : $"{lemma} {pattern.Particle}",
            Actors = actors, Recipients = recipients, Object = thing, Place = place, Factuality = factuality, Why = why,
        };
    }
}
