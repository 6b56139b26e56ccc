using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Events.Arguments;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Modality;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Triggers;

/// <summary>Events told by a construction and not by a word of their own: demands with "must", refusals with "will not", blame for a part in something, what is given in exchange.</summary>
internal sealed class EventConstructions(EventLexicon lexicon, AnnotatedReport report, SyntaxTree tree, Participants participants, TriggerMatcher matcher)
{
    private readonly TokenLayer _tokens = report.Tokens;
    private readonly ScoreColumn? _scores = report.Find(ReportLayers.FactualityScores);

    /// <summary>The event that a clause tells beside, or instead of, that of its verb.</summary>
    /// <param name="clause">The clause of the verb.</param>
    /// <param name="reading">The event of the verb, or null.</param>
    /// <param name="replaces">Whether it stands instead of <paramref name="reading"/>.</param>
    public EventReading? Of(Clause clause, EventReading? reading, out bool replaces)
    {
        (bool must, bool future, bool negated) = Auxiliaries(clause.Head);
        int above = tree.Head(clause.Head);
        bool said = above >= 0 && tree.Is(clause.Head, "ccomp") && SpeechVerbs.Contains(tree.Lemma(above));
        replaces = false;
        if (must && said && !negated && tree.Child(above, "aux") is var doubt && !(doubt >= 0 && tree.Lemma(doubt) is "could" or "can" or "might" or "may" or "would"))
        {
            // "said the neighbour must return the ship"
            Clause speech = Clause.OfVerb(tree, above);
            List<int> speakers = [], asked = [];
            EventRoles.Take(speakers, speech.Subjects.SelectMany(h => participants.Actors(h)));
            EventRoles.Take(asked, (clause.IsPassive ? clause.Objects : clause.Subjects).SelectMany(h => participants.Actors(h)), speakers);
            return Make("request.must", above, speakers, asked, clause.Head);
        }

        if (future && negated && reading?.Rule.Id != "support.praise" && reading?.Rule.Type is PloverType.AGREE or PloverType.CONCEDE or PloverType.SUPPORT or PloverType.AID or PloverType.COOPERATE or PloverType.RETREAT or PloverType.CONSULT)
        {
            replaces = true; // "said it will not accept"
            return Make("reject.will-not", clause.Head, reading.Actors, reading.Recipients, clause.Head);
        }

        if (future && reading?.Rule.Type is PloverType.REJECT or PloverType.SANCTION or PloverType.COERCE or PloverType.ASSAULT or PloverType.MOBILIZE && !clause.IsPassive && Unless(clause, said) is { Count: > 0 } threatened)
        {
            replaces = true; // "we would ban them if they do not pay"
            return Make("threaten.if", clause.Head, reading.Actors, [.. threatened.Where(t => !reading.Actors.Contains(t))], clause.Head, "a threat is made by saying it") with { Object = reading.Object };
        }

        return reading?.Rule.Type is PloverType.AID or PloverType.COOPERATE && !reading.Rule.Mutual && Exchange(clause) is >= 0 and int price
            ? reading with { Rule = Rule("cooperate.exchange"), Head = price, Support = -1, Lemma = "exchange " + tree.Lemma(price), Actors = reading.Recipients, Recipients = reading.Actors, Object = price }
            : reading is null ? Blame(clause) : null;
    }

    // Who is to do something lest the speaker acts: the subject of the condition.
    private List<int> Unless(Clause clause, bool said)
    {
        List<int> threatened = [];
        bool own = clause.Subjects.Exists(s => _tokens.Form(s) is "we" or "We" or "I");
        foreach (int child in own || said ? tree.Children(clause.Head).ToArray() : [])
        {
            if (tree.Is(child, "advcl") && tree.Child(child, "mark") is >= 0 and int mark && tree.Lemma(mark) is "if" or "unless")
            {
                EventRoles.Take(threatened, Clause.OfVerb(tree, child).Subjects.SelectMany(s => participants.Actors(s)), clause.Subjects);
            }
        }

        return threatened;
    }

    // "received drones in exchange for jets": the jets go the other way.
    private int Exchange(Clause clause)
    {
        foreach ((string preposition, int head) in clause.Obliques)
        {
            if (preposition is "in" && tree.Lemma(head) is "exchange" or "return")
            {
                foreach (int child in tree.Children(head))
                {
                    if (tree.Is(child, "nmod") && tree.Child(child, "case") is >= 0 and int mark && tree.Lemma(mark) == "for" && _tokens.Tags[child] is UniversalTag.Noun or UniversalTag.Propn && lexicon.Noun(tree.Lemma(child)).Length == 0)
                    {
                        return child;
                    }
                }
            }
        }

        return -1;
    }

    // "noted the role of the guild in organising the riot": whoever points to somebody's part in a misdeed accuses them of it.
    private EventReading? Blame(Clause clause)
    {
        if (clause.IsPassive || clause.Objects.Find(o => ClauseWords.Is("part", tree.Lemma(o))) is not (> 0 and int part) || !SpeechVerbs.Contains(tree.Lemma(clause.Head)) || SharedSubject.PlayersOf(tree, part) is not { Count: > 0 } players || !IsMisdeed(clause.Head, part))
        {
            return null;
        }

        List<int> actors = [], accused = [];
        EventRoles.Take(actors, clause.Subjects.SelectMany(s => participants.Actors(s, own: true)));
        EventRoles.Take(accused, players.SelectMany(p => participants.Actors(p)), actors);
        return accused.Count == 0 ? null : Make("accuse.part", clause.Head, actors, accused, clause.Head, "told as a fact") with { Support = part, Lemma = tree.Lemma(clause.Head) + " " + tree.Lemma(part) };
    }

    private bool IsMisdeed(int verb, int part)
    {
        foreach (int child in tree.Children(verb).ToArray().Concat(tree.Children(part).ToArray()))
        {
            int mark = tree.Child(child, "mark"), preposition = tree.Child(child, "case");
            if (child > part && tree.Lemma(mark >= 0 ? mark : preposition >= 0 ? preposition : child) == "in" && (IsBad(child, _tokens.Tags[child] == UniversalTag.Noun) || Clause.OfVerb(tree, child).Objects.Exists(o => IsBad(o, true))))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBad(int token, bool noun)
    {
        if (ClauseWords.Is("misdeed", tree.Lemma(token)))
        {
            return true;
        }

        Clause clause = noun ? Clause.OfNoun(tree, token) : Clause.OfVerb(tree, token);
        foreach (EventTriggerPattern pattern in noun ? lexicon.Noun(tree.Lemma(token)) : lexicon.Verb(tree.Lemma(token)))
        {
            if (pattern.Rule.Type is PloverType.ASSAULT or PloverType.COERCE or PloverType.PROTEST && matcher.Fits(clause, pattern, noun, out _))
            {
                return true;
            }
        }

        return false;
    }

    private EventRule Rule(string id) => lexicon.Rules.First(r => r.Id == id);

    private EventReading Make(string rule, int head, List<int> actors, List<int> recipients, int content, string own = "a refusal is made by saying it")
    {
        (Factuality factuality, string why) = head == content ? (Factuality.Happened, own) : FactualityDecision.Read(tree, _scores, head);
        return new EventReading
        {
            Rule = Rule(rule), Head = content, Lemma = tree.Lemma(content), Actors = actors, Recipients = recipients, Factuality = factuality, Why = why,
        };
    }

    private (bool Must, bool Future, bool Negated) Auxiliaries(int verb)
    {
        (bool must, bool future, bool negated, bool past) = (false, false, false, false);
        foreach (int child in tree.Children(verb))
        {
            ReadOnlySpan<char> form = _tokens.Form(child);
            bool auxiliary = tree.Is(child, "aux");
            must |= auxiliary && form is "must" or "should";
            past |= auxiliary && form is "have";
            future |= auxiliary && form is "will" or "would" or "wo" or "shall";
            negated |= tree.Is(child, "advmod") && FactualityCues.Is("negation", form.ToString().ToLowerInvariant());
        }

        return (must && !past, future && !past, negated); // "should have been done" asks for nothing, "would not have resigned" refuses nothing
    }
}
