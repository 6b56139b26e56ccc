using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Events.Arguments;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Figures;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Triggers;

/// <summary>In which sense a word that tells an event is meant in its clause: "the storm destroyed the mill" is no attack, "control costs" no coercion.</summary>
internal sealed partial class EventSense(EventLexicon lexicon, AnnotatedReport report, SyntaxTree tree, Participants participants, TriggerMatcher matcher)
{
    private readonly TokenLayer _tokens = report.Tokens;
    private readonly HarmCauses _causes = new(lexicon, report, tree, participants);

    /// <summary>The rule by which the clause is to be read, or null where its words tell no event here.</summary>
    public EventRule? RuleOf(Clause clause, EventTriggerPattern pattern, bool noun)
    {
        EventRule rule = pattern.Rule;
        if (IsNoDeed(clause, pattern, noun))
        {
            return null;
        }

        if (rule.Id == "assault.abduct" && pattern.Lemma == "capture" && clause.Subjects.Exists(s => ClauseWords.Is("police", tree.Lemma(s))))
        {
            return Named("coerce.arrest");
        }

        if (rule.Type == PloverType.ASSAULT && (IsNature(clause) || (ClauseWords.Is("harm", pattern.Lemma) && _causes.AreDisasters(clause))))
        {
            return Named("none.nature");
        }

        if (!noun && pattern is { Lemma: "vow" or "swear", Objects.Count: 0, Particle: null })
        {
            return VowOf(clause, rule);
        }

        if (rule.Id == "support.praise" && pattern.Lemma == "encourage" && (clause.Complement >= 0 || AsksToDo(clause.Head)))
        {
            return Named("request.demand"); // "residents were encouraged to boil their water"
        }

        if (pattern.Lemma == "injure" && rule.Id == "none.death")
        {
            return IsOwnBody(clause) ? rule : VerbCanMean(clause, pattern) ? Named(_causes.Injury(clause, IsNature(clause))) : null;
        }

        if (pattern is { Lemma: "call", Particle: "on" } && rule.Type == PloverType.CONSULT && AsksToDo(clause.Head))
        {
            return Named("request.demand"); // "called on the union to send jets"
        }

        if (noun)
        {
            return NounCanMean(clause, pattern) ? Meant(clause, pattern, noun: true) : null;
        }

        if (pattern.Lemma == "kill" && rule.Id == "assault.kill" && IsMishap(clause))
        {
            return Named("none.death");
        }

        if (rule.Id == "retreat.release" && clause.IsPassive && HasAdverbial(clause.Head, "after", "care"))
        {
            return Named("none.health");
        }

        if (rule.Id == "assault.kill" && pattern is { Lemma: "attack", Particle: null, Objects.Count: 0 } && (IsAboutPlans(clause) || IsInWords(clause, noun: false)))
        {
            return Named("accuse.disapprove");
        }

        return CanMean(clause, rule) && VerbCanMean(clause, pattern) && !IsCapability(clause, rule) ? Meant(clause, pattern, noun: false) : null;
    }

    private EventRule Named(string id) => lexicon.Rules.First(r => r.Id == id);

    // "destroyed by the hurricane", "the storm killed three".
    private bool IsNature(Clause clause)
    {
        List<int> causes = [.. clause.Subjects, .. clause.Obliques.Where(static o => o.Preposition is "in" or "during" or "by" or "after").Select(static o => o.Head)];
        return causes.Exists(IsNatural) && !clause.Subjects.Exists(s => tree.Head(s) == clause.Head && !IsNatural(s) && participants.CanAct(s));
    }

    private bool IsNatural(int token) => ClauseWords.Is("nature", tree.Lemma(token))
        || (_tokens.Tags[token] == UniversalTag.Propn && _tokens.Tags.Length > token && tree.Children(token).ToArray().Any(c => ClauseWords.Is("nature", _tokens.Form(c).ToString().ToLowerInvariant())));

    // "was killed after falling from a roof": nobody did it.
    private bool IsMishap(Clause clause) => clause.IsPassive && clause.Subjects.Count == 0 && HasAdverbial(clause.Head, null, "mishap");

    private bool HasAdverbial(int head, string? mark, string words)
    {
        foreach (int child in tree.Children(head))
        {
            if (!tree.Is(child, "advcl") || (mark is not null && !(tree.Child(child, "mark") is >= 0 and int own && tree.Lemma(own) == mark)))
            {
                continue;
            }

            if (ClauseWords.Is(words, tree.Lemma(child)) || tree.Children(child).ToArray().Any(c => tree.Is(c, "conj") && ClauseWords.Is(words, tree.Lemma(c))))
            {
                return true;
            }
        }

        return false;
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
            || clause.Subjects.Exists(s => _tokens.Tags[s] is not UniversalTag.Noun || (rule.Type == PloverType.ACCUSE && ClauseWords.Is("authored", tree.Lemma(s))) || participants.Actors(s, own: true).Any());
    }

    // "the rockets can strike towns far away": what arms can do is no attack.
    private bool IsCapability(Clause clause, EventRule rule) => rule.Type == PloverType.ASSAULT && clause.Subjects.Count > 0
        && clause.Subjects.TrueForAll(s => MentionLexicon.Instance.Noun(tree.Lemma(s)).Class == NounClass.Product) && tree.Child(clause.Head, "aux") is >= 0 and int auxiliary && tree.Lemma(auxiliary) is "can" or "could";

    private bool VerbCanMean(Clause clause, EventTriggerPattern pattern)
    {
        bool plain = pattern.Particle is null && pattern.Objects.Count == 0;
        if (plain && ClauseWords.Is("needs-somebody", pattern.Lemma) && pattern.Rule.Type is PloverType.COERCE or PloverType.AID)
        {
            bool somebody = pattern.Rule.Type != PloverType.AID || clause.IsPassive || clause.Subjects.Count == 0 || clause.Subjects.Exists(s => participants.Actors(s, own: true).Any());
            somebody &= pattern.Lemma != "limit" || !clause.IsPassive || clause.Subjects.Count > 0 || clause.Objects.Exists(participants.CanAct); // "its effect was limited"
            somebody &= clause.Objects.Count == 0 || !clause.Objects.TrueForAll(o => MentionLexicon.Instance.Noun(tree.Lemma(o)).Class == NounClass.Product); // "silenced their phones"
            return somebody && (clause.Objects.Exists(o => participants.Actors(o).Any()) || clause.Indirect.Exists(o => participants.Actors(o).Any())
                || (clause.Complement >= 0 && Clause.OfVerb(tree, clause.Complement).Objects.Exists(o => participants.CanAct(o) && MentionLexicon.Instance.Noun(tree.Lemma(o)).Class != NounClass.Outlet))); // "help defend Norland", but "control costs", "can't help but smile", "the merger will help them"
        }

        if (pattern.Rule.Id is "none.announce" or "none.change" && (!IsHappening(clause, pattern) || IsFigureOfMaking(clause, pattern)))
        {
            return false;
        }

        return pattern.Rule.Id switch
        {
            "threaten.threaten" => !plain || (pattern.Lemma == "warn" ? IsWarning(clause) : pattern.Lemma != "threaten" || IsThreatening(clause)),
            "request.demand" when plain && pattern.Lemma == "ask" => !IsQuestion(clause),
            "none.death" when pattern.Lemma == "injure" => tree.Child(clause.Head, "det") < 0 && (tree.Child(clause.Head, "aux:pass") >= 0 || tree.Child(clause.Head, "obj") >= 0), // "took the injured to hospital"
            "none.deny" => clause.Objects.Count == 0 || clause.IsPassive || clause.Objects.Exists(o => ClauseWords.Is("deniable", tree.Lemma(o)) || lexicon.Noun(tree.Lemma(o)).Length > 0), // "deny coverage"
            "reject.reject" when pattern.Lemma is "decline" or "refuse" => clause.Complement < 0 ? !clause.Objects.Exists(o => tree.Lemma(o) == "comment") : !(ClauseWords.Is("commenting", tree.Lemma(clause.Complement)) && (pattern.Lemma == "decline" || tree.Lemma(clause.Complement) is "comment" or "speculate" or "elaborate")), // PLOVER leaves "declined to comment" out
            "protest.obstruct" => pattern.Lemma != "barricade" || !clause.Particles.Contains("in"),
            "request.demand" when plain && pattern.Lemma == "insist" => clause.Complement < 0 || clause.ComplementIsOpen || !IsTold(clause.Complement), // "insisted that he had left"
            "request.demand" when plain && pattern.Lemma == "push" && clause.Complement < 0 => !clause.Obliques.Exists(static o => o.Preposition is "out" or "out of" or "of" or "into" or "onto" or "off" or "down" or "against" or "from") && !clause.Particles.Exists(static p => p is "out" or "down" or "away" or "aside" or "over"), // "pushed the child out of the way"
            "none.death" when pattern.Lemma == "die" => !clause.Particles.Exists(static p => p is "down" or "away" or "out" or "off") || clause.Subjects.Exists(participants.CanAct), // "the fight died down"
            "support.member" => !clause.Subjects.Exists(s => participants.EntityAt(s)?.Kind == ActorKind.Person),
            "support.defend" => !clause.Objects.Exists(o => HasOwn(o)), // "to justify their own sales"
            "support.praise" => pattern.Lemma != "back" || clause.Objects.Count > 0 || clause.IsPassive, // "started backing up"
            "accuse.disapprove" => pattern.Lemma is not ("slam" or "blast") || !clause.Obliques.Exists(static o => o.Preposition is "into" or "through"), // "slammed into a wall"
            "consult.discuss" => pattern.Particle != "about" || !clause.Subjects.TrueForAll(s => _tokens.Tags[s] == UniversalTag.Pron) || clause.After("with").Any(), // "we're talking about a crime"
            "coerce.restrict" when pattern.Lemma is "disperse" => clause.IsPassive || clause.Objects.Count > 0, // "the crowd dispersed"
            "coerce.restrict" when pattern.Lemma is "shut" or "close" => !clause.Subjects.Exists(s => participants.EntityAt(s)?.Kind is ActorKind.Organization), // a firm that shuts its own plants
            "coerce.seize" when pattern.Lemma is "occupy" => !clause.Objects.Exists(o => tree.Lemma(o) is "place" or "spot" or "rank"), // "occupy last place"
            "assault.kill" when pattern.Lemma == "wound" && clause.Particles.Contains("up") => false, // "wound up fifth"
            "aid.give" when pattern.Lemma == "evacuate" => clause.Objects.Exists(o => participants.CanAct(o) && participants.EntityAt(o)?.Kind is not (ActorKind.Place or ActorKind.Facility or ActorKind.Organization)) || clause.Objects.Exists(o => tree.Lemma(o) is "injured" or "wounded" or "survivor" or "patient"),
            "retreat.ceasefire" => !clause.Objects.Exists(o => tree.Lemma(o) == "operation") || clause.Subjects.Exists(participants.CanAct), // "operations were halted" at an airport
            "cooperate.share" => !clause.IsPassive || clause.Subjects.Count > 0 || clause.After("to").Any(), // "no details were provided"
            "protest.demo" => !plain || clause.Objects.Count == 0 || pattern.Lemma is not ("demonstrate" or "rally" or "march" or "parade"), // "demonstrate commitment"
            "accuse.accuse" => !plain || pattern.Lemma != "charge" || clause.IsPassive || clause.Objects.Exists(o => participants.CanAct(o) && _tokens.Tags[o] != UniversalTag.Pron), // "did not charge them for the visit"
            "cooperate.trade" => clause.IsPassive || !IsPrivate(clause), // "buy their medicine"
            "agree.promise" => IsPledge(clause, pattern),
            "assault.kill" => !plain || pattern.Lemma is not ("kill" or "wound" or "fight" or "battle" or "attack" or "destroy") || clause.Objects.Count == 0 || clause.Objects.Exists(CanBeHurt), // "killed reform", "fight inflation", "destroy the economy"
            "assault.beat" => !clause.After("into").Any(o => tree.Lemma(o) == "shape"), // "whip folks into shape"
            "assault.destroy" => !plain || pattern.Lemma is not "damage" || ((clause.Objects.Count == 0 || clause.Objects.Exists(CanBeHurt)) && (!clause.IsPassive || clause.Subjects.Count > 0 || _causes.IsAttack(clause))), // "damaged its reputation", "the cable had been damaged"
            "coerce.withhold" => clause.IsPassive || clause.Subjects.Count == 0 || !clause.Subjects.TrueForAll(IsInert), // "the broken cable cut internet to the island"
            "none.announce" => !plain || pattern.Lemma != "build" || clause.Objects.Count > 0 || !clause.After("on").Any(), // "build on its sanctions"
            "assault.abduct" when pattern.Lemma == "hijack" => clause.Objects.Count == 0 || clause.Objects.Exists(o => participants.CanAct(o) || _tokens.Tags[o] != UniversalTag.Noun || MentionLexicon.Instance.Noun(tree.Lemma(o)).Class == NounClass.Product || ClauseWords.Is("vessel", tree.Lemma(o))), // "hijacked the debate"
            "consult.visit" when clause.Objects.Exists(o => ClauseWords.Is("web", tree.Lemma(o))) => false, // "visit a website"
            "consult.visit" when pattern.Lemma is "fly" or "land" && clause.Objects.Count > 0 => false, // "flew troops to the island"
            "consult.visit" when clause.Subjects.Count > 0 && clause.Subjects.TrueForAll(s => MentionLexicon.Instance.Noun(tree.Lemma(s)).Class == NounClass.Product) => false, // "the ship arrived"
            "consult.visit" => !ClauseWords.Is("going", pattern.Lemma) || HasDestination(clause),
            "none.travel" => pattern.Lemma != "leave" || !IsResult(clause), // "leaving the country without power"
            _ => true,
        };
    }

    // "started shooting" tells the shooting, "young men grow" and "to start activities" nothing that happened.
    private bool IsHappening(Clause clause, EventTriggerPattern pattern)
    {
        if (pattern.Rule.Id == "none.announce")
        {
            if (pattern.Lemma == "plan" && clause.Objects.Exists(o => lexicon.Noun(tree.Lemma(o)) is [var act, ..] && act.Rule.Type != PloverType.NONE))
            {
                return false; // "is planning an attack" tells the attack
            }

            return !(clause is { Complement: >= 0, ComplementIsOpen: true } && pattern.Lemma is "begin" or "start" or "end" or "resume" or "plan") && !(pattern.Lemma == "end" && clause.Particles.Contains("up"));
        }

        return (ClauseWords.Is("mishap", pattern.Lemma) && !clause.Obliques.Exists(static o => o.Preposition is "within" or "under")) || !clause.Subjects.Exists(s => _tokens.Tags[s] == UniversalTag.Pron ? participants.EntityAt(s)?.Kind is ActorKind.Person or ActorKind.Group or ActorKind.Unnamed : participants.EntityAt(s)?.Kind == ActorKind.Person || MentionLexicon.Instance.Noun(tree.Lemma(s)).Class is NounClass.Person or NounClass.People);
    }

    private bool IsConflict(Clause clause)
    {
        foreach (EventTriggerPattern act in lexicon.Verb(tree.Lemma(clause.Head)))
        {
            if (matcher.Fits(clause, act, noun: false, out _))
            {
                return act.Rule.Type is PloverType.ASSAULT or PloverType.COERCE or PloverType.SANCTION or PloverType.REJECT or PloverType.MOBILIZE or PloverType.PROTEST or PloverType.RETREAT;
            }
        }

        return false;
    }

    // "asked what she saw": a question, no demand.
    private bool IsQuestion(Clause clause)
    {
        if (clause.Objects.Exists(o => tree.Lemma(o) == "question"))
        {
            return true;
        }

        if (clause.Complement < 0 || clause.ComplementIsOpen)
        {
            return clause.Objects.Exists(o => ClauseWords.Is("question", tree.Lemma(o))) || tree.Children(clause.Head).ToArray().Any(c => tree.Is(c, "advcl") && tree.Child(c, "mark") is >= 0 and int mark && tree.Lemma(mark) is "if" or "whether");
        }

        return ClauseWords.Is("question", tree.Lemma(tree.First(clause.Complement)));
    }

    // A clause in the indicative: "that he had left", not "that he leave".
    private bool IsTold(int verb)
    {
        bool told = _tokens.Features[verb].Contains("Tense=", StringComparison.Ordinal) && _tokens.Features[verb].Contains("VerbForm=Fin", StringComparison.Ordinal);
        foreach (int child in tree.Children(verb))
        {
            told |= tree.Is(child, "aux") && tree.Lemma(child) is "do" or "have" or "be" && _tokens.Form(child) is not "be";
        }

        return told || (tree.Child(verb, "cop") is >= 0 and int be && _tokens.Form(be) is not "be");
    }

    private bool HasOwn(int thing)
    {
        foreach (int child in tree.Children(thing))
        {
            if (tree.Is(child, "amod") && tree.Lemma(child) == "own")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPrivate(Clause clause)
    {
        int[] sides = [.. clause.Subjects.Concat(clause.Obliques.Select(static o => o.Head)).Where(participants.CanAct)];
        return clause.Subjects.Count > 0 && sides.Length > 0 && sides.All(IsPrivate);
    }

    private bool IsPrivate(int token) => participants.EntityAt(token) is { } entity ? entity.Kind == ActorKind.Person || (entity.Kind is ActorKind.Group or ActorKind.Unnamed && MentionLexicon.Instance.Noun(tree.Lemma(token)).Class is NounClass.Person or NounClass.People) : _tokens.Tags[token] == UniversalTag.Pron || MentionLexicon.Instance.Noun(tree.Lemma(token)).Class == NounClass.Person;

    private bool CanBeHurt(int token) => participants.CanAct(token) || _tokens.Tags[token] is UniversalTag.Num or UniversalTag.Pron or UniversalTag.Propn || tree.Child(token, "nummod") >= 0
        || MentionLexicon.Instance.Noun(tree.Lemma(token)).Class is NounClass.Facility or NounClass.Place or NounClass.Product || CountingWords.Instance.Has("quantities", tree.Lemma(token)) || ClauseWords.Is("attacked", tree.Lemma(token));

    // "returned a call", "going west in his car", "head a society" lead nowhere.
    private bool HasDestination(Clause clause) => clause.Objects.Count == 0
        && clause.Obliques.Exists(o => o.Preposition is "to" or "into" or "for" && (participants.CanAct(o.Head) || participants.EntityAt(o.Head)?.Kind is ActorKind.Facility));

    private bool NounCanMean(Clause clause, EventTriggerPattern pattern) => pattern.Rule.Id switch
    {
        "threaten.threaten" => pattern.Lemma != "warning" || IsWarning(clause),
        "none.death" when pattern.Lemma == "death" => !(tree.Child(clause.Head, "case") is >= 0 and int with && tree.Lemma(with) == "with" && tree.Head(clause.Head) is >= 0 and int threat && tree.Lemma(threat) == "threaten"), // "threatened with death"
        "consult.visit" when pattern.Lemma == "arrival" && !clause.Subjects.Concat(clause.After("of")).Any(s => participants.CanAct(s) || _tokens.Tags[s] is UniversalTag.Pron or UniversalTag.Propn) => false, // "prior to arrival", "the ship's arrival"
        "consult.visit" => pattern.Lemma != "arrival" || !(tree.Child(clause.Head, "case") is >= 0 and int on && tree.Lemma(on) == "on" && tree.Head(clause.Head) is >= 0 and int dead && tree.Lemma(dead) == "dead"), // "dead on arrival"
        "retreat.release" => clause.After("of").Any(participants.CanAct) || clause.Subjects.Exists(s => participants.CanAct(s) && participants.EntityAt(s)?.Kind is not (ActorKind.Organization or ActorKind.Government or ActorKind.Outlet or ActorKind.Agency or ActorKind.Country)), // "a news release", "the guild's official release"
        "consult.discuss" => pattern.Lemma != "talk" || _tokens.Features[clause.Head].Contains("Number=Plur", StringComparison.Ordinal) || clause.Subjects.Count > 0 || clause.After("with").Any() || clause.After("between").Any() || !clause.After("of").Any(), // "the talk of guns made her nervous"
        "accuse.accuse" => clause.Subjects.Count > 0 || !(tree.Child(clause.Head, "case") is >= 0 and int mark && tree.Lemma(mark) == "on"), // "arrested on an allegation of theft" tells the arrest
        "assault.kill" => pattern.Lemma is not ("fight" or "battle") || clause.Obliques.Exists(static o => o.Preposition is "with" or "against" or "between" or "over" or "in" or "near" or "for" or "of") || clause.Modifiers.Count > 0, // "is in a fight"
        "cooperate.trade" => pattern.Lemma != "sale" || clause.After("to").Concat(clause.After("from")).Any(participants.CanAct) || !_tokens.Features[clause.Head].Contains("Number=Plur", StringComparison.Ordinal), // "car sales fell"
        "accuse.claim" => tree.Head(clause.Head) is >= 0 and int verb && (tree.Is(clause.Head, "obj") || tree.Is(clause.Head, "nsubj:pass")) && ClauseWords.Is("rebuttal", tree.Lemma(verb)),
        _ => true,
    };
}
