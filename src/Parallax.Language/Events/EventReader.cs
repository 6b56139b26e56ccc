using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Figures;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>Finds the events of a report: matches the lexicon on verbs, nouns and adjectives and fills the roles from the clause.</summary>
internal sealed class EventReader(EventLexicon lexicon, AnnotatedReport report, SyntaxTree tree)
{
    private readonly TokenLayer _tokens = report.Tokens;
    private readonly Participants _participants = new(report, tree);
    private readonly EventRoles _roles = new(report, tree);
    private readonly ScoreColumn? _scores = report.Find(ReportLayers.FactualityScores);
    private readonly HashSet<int> _consumed = [];
    private readonly List<EventReading> _found = [];

    public Participants Participants => _participants;

    /// <summary>All events, by place.</summary>
    public List<EventReading> Read()
    {
        List<EventReading> events = _found;
        for (int t = 0; t < _tokens.Count; t++)
        {
            if (_tokens.Tags[t] == UniversalTag.Verb && !IsPrepositionLike(t))
            {
                AddVerb(events, Clause.OfVerb(tree, t), lexicon.Verb(tree.Lemma(t)));
            }
            else if (_tokens.Tags[t] == UniversalTag.Adj && _tokens.Relations[t] is not ("amod" or "compound"))
            {
                AddIfAny(events, Match(Clause.OfVerb(tree, t), lexicon.Adjective(tree.Lemma(t))));
            }
        }

        for (int t = 0; t < _tokens.Count; t++)
        {
            if (_tokens.Tags[t] == UniversalTag.Noun && !_consumed.Contains(t) && _tokens.Relations[t] is not ("compound" or "nmod:desc" or "flat"))
            {
                AddIfAny(events, Match(Clause.OfNoun(tree, t), lexicon.Noun(tree.Lemma(t)), noun: true));
            }
        }

        events.Sort(static (a, b) => a.Head.CompareTo(b.Head));
        return events;
    }

    // "said the neighbour must return the ship" is a demand, "said it will not accept" a refusal, whatever the verb; each stands beside the event of the verb itself.
    private void AddVerb(List<EventReading> events, Clause clause, ReadOnlySpan<EventTriggerPattern> patterns)
    {
        EventReading? reading = Match(clause, patterns);
        AddIfAny(events, reading);
        (bool must, bool future, bool negated) = Auxiliaries(clause.Head);
        int above = tree.Head(clause.Head);
        bool said = above >= 0 && tree.Is(clause.Head, "ccomp") && SpeechVerbs.Contains(tree.Lemma(above));
        if (must && said && !negated)
        {
            Clause speech = Clause.OfVerb(tree, above);
            List<int> speakers = [], asked = [];
            EventRoles.Take(speakers, speech.Subjects.SelectMany(h => _participants.Actors(h)));
            EventRoles.Take(asked, (clause.IsPassive ? clause.Objects : clause.Subjects).SelectMany(h => _participants.Actors(h)), speakers);
            events.Add(Construction("request.must", above, speakers, asked, clause.Head));
        }
        else if (future && negated && reading?.Rule.Type is PloverType.AGREE or PloverType.CONCEDE or PloverType.SUPPORT or PloverType.AID or PloverType.COOPERATE or PloverType.RETREAT or PloverType.CONSULT)
        {
            events.Remove(reading);
            events.Add(Construction("reject.will-not", clause.Head, reading.Actors, reading.Recipients, clause.Head));
        }
    }

    private EventReading Construction(string rule, int head, List<int> actors, List<int> recipients, int content)
    {
        (Factuality factuality, string why) = head == content ? (Factuality.Happened, "a refusal is made by saying it") : FactualityDecision.Read(tree, _scores, head);
        return new EventReading
        {
            Rule = lexicon.Rules.First(r => r.Id == rule), Head = content, Lemma = tree.Lemma(content), Actors = actors, Recipients = recipients, Factuality = factuality, Why = why,
        };
    }

    private (bool Must, bool Future, bool Negated) Auxiliaries(int verb)
    {
        (bool must, bool future, bool negated) = (false, false, false);
        foreach (int child in tree.Children(verb))
        {
            ReadOnlySpan<char> form = _tokens.Form(child);
            bool auxiliary = tree.Is(child, "aux");
            must |= auxiliary && form is "must" or "should";
            future |= auxiliary && form is "will" or "would" or "wo" or "shall";
            negated |= tree.Is(child, "advmod") && FactualityCues.Is("negation", form.ToString().ToLowerInvariant());
        }

        return (must, future, negated);
    }

    private static void AddIfAny(List<EventReading> events, EventReading? reading)
    {
        if (reading is not null)
        {
            events.Add(reading);
        }
    }

    // "according to", "including", "following" as prepositions.
    private bool IsPrepositionLike(int t) => _tokens.Relations[t] is "case" or "mark" or "cc" or "fixed" or "aux" or "cop" or "compound" || (_tokens.Relations[t] == "amod" && !IsFiniteWithSubject(t));

    // "said that Norland transferred drones": a parse as an adjective is belied by the form and the subject.
    private bool IsFiniteWithSubject(int t) => _tokens.Features[t].Contains("VerbForm=Fin", StringComparison.Ordinal) && tree.Child(t, "nsubj") >= 0;

    private EventReading? Match(Clause clause, ReadOnlySpan<EventTriggerPattern> patterns, bool noun = false)
    {
        foreach (EventTriggerPattern pattern in patterns)
        {
            if (Fits(clause, pattern, noun, out int support))
            {
                bool mishap = pattern.Rule.Id == "assault.kill" && pattern.Lemma == "kill" && IsMishap(clause);
                return Fill(clause, mishap ? pattern with { Rule = lexicon.Rules.First(static r => r.Id == "none.death") } : pattern, support, noun);
            }
        }

        return null;
    }

    // "was killed after falling from a roof": nobody did it.
    private bool IsMishap(Clause clause)
    {
        if (!clause.IsPassive || clause.Subjects.Count > 0)
        {
            return false;
        }

        foreach (int child in tree.Children(clause.Head))
        {
            if (tree.Is(child, "advcl") && ClauseWords.Is("mishap", tree.Lemma(child)))
            {
                return true;
            }

            foreach (int joined in tree.Children(child))
            {
                if (tree.Is(child, "advcl") && tree.Is(joined, "conj") && ClauseWords.Is("mishap", tree.Lemma(joined)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Fits(Clause clause, EventTriggerPattern pattern, bool noun, out int support)
    {
        support = -1;
        if (pattern.Particle is { } particle && !clause.Particles.Contains(particle) && !IsPreposition(clause, pattern, particle) && !HasMark(clause, particle))
        {
            return false;
        }

        if (pattern.Clause is { } wanted && (clause.Complement < 0 || (wanted == "inf") != clause.ComplementIsOpen))
        {
            return false;
        }

        if (pattern.Objects.Count > 0)
        {
            IEnumerable<int> things = pattern.Particle is { } p && clause.After(p).Any() ? clause.After(p).Concat(clause.Objects) : clause.Objects;
            bool person = false;
            foreach (int thing in (clause.Complement >= 0 && _tokens.Tags[clause.Complement] == UniversalTag.Adj ? things.Append(clause.Complement) : things).SelectMany(WithThing))
            {
                if (support < 0 && pattern.Objects.Contains(tree.Lemma(thing)))
                {
                    support = thing;
                }

                person |= pattern.Objects.Contains("person") && _participants.CanAct(thing);
            }

            if (support < 0 && !person)
            {
                return false;
            }
        }

        if (pattern.Subjects.Count > 0 && !clause.Subjects.Exists(s => pattern.Subjects.Contains(tree.Lemma(s)) || (pattern.Subjects.Contains("minister") && IsPerson(s))))
        {
            return false;
        }

        return pattern.Modifiers.Count == 0 || Modified(clause.Head, pattern) || (support >= 0 && Modified(support, pattern)) || clause.Objects.Exists(o => Modified(o, pattern))
            || clause.Obliques.Exists(o => Modified(o.Head, pattern)) || (!noun && clause.Subjects.Exists(s => Modified(s, pattern)));
    }

    // "fired on Thursday" fires on nobody; "gave the firm loans in addition" gives in to nobody.
    private bool IsPreposition(Clause clause, EventTriggerPattern pattern, string particle) =>
        clause.After(particle).Any(h => !IsTime(h)) && (pattern.Objects.Count > 0 || clause.Objects.Count == 0 || !ClauseWords.Is("adverb-particle", particle));

    // "hundreds of drones" are drones, "a series of agreements" agreements.
    private IEnumerable<int> WithThing(int head)
    {
        yield return head;
        if (!CountingWords.Instance.Has("quantities", tree.Lemma(head)))
        {
            yield break;
        }

        foreach (int child in tree.Children(head).ToArray())
        {
            if (tree.Is(child, "nmod") && tree.Child(child, "case") is >= 0 and int mark && tree.Lemma(mark) == "of")
            {
                yield return child;
            }
        }
    }

    private bool IsPerson(int token) => _participants.EntityAt(token)?.Kind is ActorKind.Person || tree.Lemma(token) is "he" or "she";

    private bool HasMark(Clause clause, string particle)
    {
        foreach (int child in tree.Children(clause.Head))
        {
            if (tree.Is(child, "mark") && tree.Lemma(child) == particle && child > clause.Head)
            {
                return true;
            }
        }

        return particle == "to" && clause.Complement >= 0 && clause.ComplementIsOpen;
    }

    private bool Modified(int token, EventTriggerPattern pattern)
    {
        foreach (int child in tree.Children(token))
        {
            if ((tree.Is(child, "amod") || tree.Is(child, "compound") || tree.Is(child, "advmod") || tree.Is(child, "nmod:poss")) && pattern.Modifiers.Contains(tree.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    private EventReading? Fill(Clause clause, EventTriggerPattern pattern, int support, bool noun)
    {
        EventRule rule = pattern.Rule;
        if (!noun && !CanMean(clause, rule))
        {
            return null;
        }

        List<int> actors = [], recipients = [];
        int dateline = Dateline.EndOf(_tokens, _tokens.SentenceOf(clause.Head));
        foreach (int subject in clause.Subjects.Where(s => s >= dateline || dateline > clause.Head))
        {
            EventRoles.Take(actors, _participants.Actors(subject, own: true));
        }

        Clause? inner = support >= 0 && _tokens.Tags[support] == UniversalTag.Noun ? Clause.OfNoun(tree, support) : null;
        bool told = inner is not null && lexicon.Noun(tree.Lemma(inner.Head)).Length > 0;
        if (noun || told)
        {
            _roles.NounActors(inner ?? clause, rule, actors);
        }

        if (noun)
        {
            _roles.Carriers(clause.Head, actors);
        }

        if (noun && rule.Id != "support.sign" && (rule.Mutual || rule.Type is not (PloverType.ASSAULT or PloverType.COOPERATE or PloverType.NONE)) && actors.Count == 0)
        {
            _roles.Borrow(clause.Head, rule, actors);
        }

        _roles.FillRecipients(clause, inner, pattern, rule, actors, recipients);
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

        if (rule.Reversed)
        {
            (actors, recipients) = (recipients, actors);
        }

        if (rule.Mutual && noun)
        {
            _roles.OtherSideAbove(clause, actors);
        }

        bool visit = rule.Id == "consult.visit";
        bool somewhere = clause.Objects.Count > 0 || PlaceOf(clause, inner) >= 0 || recipients.Count > 0 || clause.Particles.Exists(static p => p is "here" or "there" or "home" or "back");
        if (visit && !noun && (!somewhere || !actors.Exists(_participants.CanAct)))
        {
            return null;
        }

        EventReading? same = noun && actors.Count == 0 && recipients.Count == 0 ? EventBefore.Of(tree, _found, rule, clause.Head) : null;
        if (same is not null)
        {
            EventRoles.Take(actors, same.Actors);
            EventRoles.Take(recipients, same.Recipients);
        }

        if (noun && actors.Count == 0 && recipients.Count == 0 && rule.Type is not (PloverType.CONSULT or PloverType.PROTEST))
        {
            return null;
        }

        if (inner is not null && lexicon.Noun(tree.Lemma(support)).Length > 0 && rule.Type != PloverType.AGREE)
        {
            _consumed.Add(support); // "planned a visit" tells the plan and, as planned, the visit
        }

        (Factuality factuality, string why) = FactualityDecision.Read(tree, _scores, clause.Head);
        string lemma = tree.Lemma(clause.Head);
        return new EventReading
        {
            Rule = rule, Head = clause.Head, Support = support,
            Lemma = support >= 0 ? $"{lemma} {tree.Lemma(support)}" : pattern.Particle is null ? lemma : $"{lemma} {pattern.Particle}",
            Actors = actors, Recipients = recipients, Object = ObjectOf(clause, inner, rule, recipients), Place = PlaceOf(clause, inner), Factuality = factuality, Why = why,
        };
    }

    // "the risk threatens the region", "the figures suggest": what only somebody can do is no such event when a thing does it; "wants to improve ties" asks nothing of others.
    private bool CanMean(Clause clause, EventRule rule)
    {
        if (rule.Type == PloverType.REQUEST && clause is { Complement: >= 0, ComplementIsOpen: true, IsPassive: false } && clause.Objects.Count == 0 && clause.Indirect.Count == 0 && !clause.Obliques.Exists(static o => o.Preposition is "from" or "of" or "on" or "to"))
        {
            return false;
        }

        if (rule.Type == PloverType.PROTEST && clause is { Complement: >= 0, ComplementIsOpen: false } && tree.Is(clause.Complement, "ccomp"))
        {
            return false; // "to demonstrate that they save"
        }

        return rule.Type is not (PloverType.THREATEN or PloverType.REQUEST or PloverType.ACCUSE or PloverType.AGREE or PloverType.REJECT) || clause.IsPassive || clause.Subjects.Count == 0
            || clause.Subjects.Exists(s => _tokens.Tags[s] is not UniversalTag.Noun || _participants.Actors(s, own: true).Any());
    }

    private int ObjectOf(Clause clause, Clause? inner, EventRule rule, List<int> recipients)
    {
        foreach (int thing in clause.Objects)
        {
            if (!recipients.Contains(thing) && !IsTime(thing) && (inner is null || thing != inner.Head || lexicon.Noun(tree.Lemma(thing)) is not [var first, ..] || first.Rule.Id == "support.sign"))
            {
                return thing;
            }
        }

        // What is talked about, given, asked for; what stands beside an attack, an arrest or an arrival is no object of it.
        bool about = rule.Mutual || rule.Type is PloverType.AID or PloverType.COOPERATE or PloverType.SUPPORT or PloverType.AGREE or PloverType.REQUEST or PloverType.ACCUSE or PloverType.REJECT or PloverType.THREATEN or PloverType.PROTEST;
        foreach ((string preposition, int head) in (inner ?? clause).Obliques)
        {
            if ((preposition == "of" || (about && preposition is "with" or "on" or "over" or "about")) && !recipients.Contains(head) && !_participants.CanAct(head) && !IsTime(head))
            {
                return head;
            }
        }

        return -1;
    }

    private bool IsTime(int token) => report.Times.Overlapping(_tokens.Span(token)).Any() || MentionLexicon.Instance.Noun(tree.Lemma(token)).Class == NounClass.Time;

    private int PlaceOf(Clause clause, Clause? inner)
    {
        foreach ((string preposition, int head) in clause.Obliques.Concat(inner?.Obliques ?? []))
        {
            if (preposition is "in" or "at" or "near" or "outside" or "inside" or "around" or "to" or "into"
                && _participants.EntityAt(head)?.Kind is ActorKind.Place or ActorKind.Country or ActorKind.Facility)
            {
                return head;
            }
        }

        foreach (int thing in clause.Objects)
        {
            if (_participants.EntityAt(thing)?.Kind is ActorKind.Place or ActorKind.Facility)
            {
                return thing;
            }
        }

        return -1;
    }
}
