using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Modality;

namespace Parallax.Language.Events.Triggers;

/// <content>Words of conflict and dealing as sport, film, medicine and trade use them: "beat the champions", "begins shooting in May", "a heart attack", "took over the franchise".</content>
internal sealed partial class EventSense
{
    // Whether a word is meant as the deed between people and states that its rule tells; what it tells instead is said by the rule put in its place, or nothing.
    private EventRule? Meant(Clause clause, EventTriggerPattern pattern, bool noun)
    {
        EventRule rule = pattern.Rule;
        if (noun)
        {
            return rule.Id == "assault.kill" && pattern.Lemma is "attack" or "assault" && (HasModifier(clause.Head, "worded") || IsInWords(clause, noun: true)) ? Named("accuse.disapprove") : rule.Id == "consult.phone" && HasModifier(clause.Head, "menacing") ? Named("threaten.threaten") : rule.Id == "assault.kill" && pattern.Lemma == "raid" && IsSearch(clause) ? Named("coerce.seize") : IsMeantAsNoun(clause, pattern) ? rule : null; // "verbal attacks"
        }

        if (_tokens.Tags[clause.Head] == UniversalTag.Adj && pattern.Lemma is "supportive" or "satisfied" && !clause.After(pattern.Lemma == "supportive" ? "of" : "with").Any(participants.CanAct))
        {
            return null; // "made it supportive", "is satisfied with how it went"
        }

        return rule.Id switch
        {
            "assault.beat" when pattern.Lemma == "beat" => IsContest(clause) ? Named("none.match") : rule,
            "support.sign" when pattern is { Objects.Count: 0 } && IsHiring(clause) => Named("none.staff"),
            "support.sign" when pattern is { Objects.Count: 0 } && !IsSignature(clause) => null,
            "sanction.break" when pattern.Lemma == "end" && clause.Objects.Exists(o => IsTalk(o) && tree.Child(o, "nmod:poss") is >= 0 and int whose && _tokens.Tags[whose] == UniversalTag.Pron) => Named("none.announce"), // "ended their summit by signing a paper": it was over
            "none.deny" when clause.Objects.Exists(o => ClauseWords.Is("said-against", tree.Lemma(o)) && participants.Actors(o, own: true).Any()) => Named("reject.reject"), // "refuted the ministry's claims"
            "reject.reject" when pattern is { Lemma: "dismiss" } && clause.Objects.Count > 0 && clause.Objects.TrueForAll(IsPerson) => Named("none.staff"), // "dismissed a juror"
            _ => IsMeantAsVerb(clause, pattern) ? rule : null,
        };
    }

    private bool IsMeantAsVerb(Clause clause, EventTriggerPattern pattern)
    {
        bool plain = pattern.Particle is null && pattern.Objects.Count == 0;
        return pattern.Rule.Id switch
        {
            "assault.firearms" when pattern.Lemma == "shoot" => IsShotAtSomebody(clause), // "begins shooting in August", "flames shooting from the roof"
            "assault.firearms" when pattern.Lemma == "fire" && pattern.Objects.Count > 0 => !clause.Obliques.Exists(static o => o.Preposition is "past" or "wide" or "over" or "into") && !clause.Obliques.Exists(o => ClauseWords.Is("goal", tree.Lemma(o.Head))) && !clause.Particles.Contains("wide"),
            "assault.kill" when plain && pattern.Lemma == "wound" && clause.Particles.Exists(static p => p is "down" or "up") => false, // "has wound down"
            "assault.beat" when plain && pattern.Lemma == "beat" && !clause.IsPassive && clause.Objects.Count == 0 => false, // "beating around the bush"
            "retreat.withdraw" when plain && pattern.Lemma is "retreat" or "withdraw" && !clause.IsPassive && clause.Subjects.Count > 0 && clause.Subjects.TrueForAll(s => participants.EntityAt(s)?.Kind == ActorKind.Person) => clause.Objects.Count > 0 || clause.After("from").Any(participants.CanAct), // "retreated from public view"
            "aid.give" when plain && pattern.Lemma == "contribute" && clause.Objects.Count == 0 => clause.After("to").Any(o => participants.EntityAt(o)?.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Organization or ActorKind.Person or ActorKind.Group), // "contributes to the melting"
            "assault.beat" when pattern.Lemma is "kick" or "punch" or "club" => clause.Objects.Exists(participants.CanAct) && !clause.Particles.Exists(static p => p is "off" or "out" or "in" or "around"), // "kicked off the talks"
            "protest.demo" when pattern.Objects.Contains("rally") && clause.Objects.Exists(o => tree.Lemma(o) == "rally") => !clause.Objects.Exists(o => tree.Lemma(o) == "rally" && IsCampaignRally(Clause.OfNoun(tree, o))),
            "none.travel" when pattern is { Lemma: "move", Particle: "to" } => clause.After("to").Any(o => participants.EntityAt(o)?.Kind is ActorKind.Place or ActorKind.Country or ActorKind.Facility or ActorKind.Government) && clause.Subjects.TrueForAll(s => !IsInert(s)), // "moves closer to the nomination", "the race moves to Tarn"
            "assault.kill" when pattern is { Lemma: "wage", Objects.Count: > 0 } or { Lemma: "clash" or "battle" or "fight", Objects.Count: 0 } && IsRivalry(clause) => false, // "wages a campaign for the nomination"
            "assault.kill" when pattern is { Lemma: "fight", Objects.Count: 0, Particle: null } => clause.Objects.Count > 0 || (clause.Obliques.TrueForAll(static o => o.Preposition is not "for") && (clause.Complement < 0 || clause.After("against").Any())), // "fought for the job", "fighting to reach the final"
            "coerce.seize" when pattern is { Lemma: "take", Particle: "over" } => clause.Objects.Concat(clause.After("over")).Any(IsTakenOver),
            "coerce.seize" when pattern.Lemma is "seize" or "steal" => clause.IsPassive || !clause.Objects.Exists(o => ClauseWords.Is("chance", tree.Lemma(o))),
            "coerce.restrict" when pattern.Lemma is "shut" or "close" => clause.Subjects.Exists(s => participants.Actors(s, own: true).Any()), // "a strike shut the schools"
            "coerce.restrict" when pattern.Lemma is "force" or "limit" => clause.Subjects.Exists(s => participants.Actors(s, own: true).Any()) && (clause.IsPassive || pattern.Lemma == "limit" || clause.Objects.Exists(participants.CanAct)), // "was forced to repair it", "was limited to ten yards"
            "coerce.restrict" when pattern is { Lemma: "push", Particle: "back" } => clause.Objects.Count == 0 || clause.Objects.Exists(o => participants.CanAct(o) || lexicon.Noun(tree.Lemma(o)).Length > 0), // "pushed her way back"
            "mobilize.troops" when plain && pattern.Lemma == "deploy" => clause.Objects.Count == 0 || clause.Objects.Exists(IsDeployed), // "deploy an app"
            "reject.reject" when plain && pattern.Lemma == "decline" && clause.Objects.Count == 0 && clause.Complement < 0 => clause.Subjects.Exists(participants.CanAct), // "ratings declined"
            "reject.reject" when plain && pattern.Lemma == "decline" && clause.Objects.Count > 0 => clause.Objects.Exists(o => IsPledged(o) || lexicon.Noun(tree.Lemma(o)).Length > 0 || tree.Lemma(o) is "offer" or "request" or "invitation" or "interview" or "proposal"), // "declining sales"
            "reject.reject" when plain && pattern.Lemma == "defy" => clause.Objects.Exists(o => participants.Actors(o, own: true).Any() || lexicon.Noun(tree.Lemma(o)).Length > 0 || tree.Lemma(o) is "order" or "ban" or "court" or "law" or "ruling" or "rule" or "pressure" or "authority" or "deadline" or "curfew" or "will" or "call"), // "defy the odds"
            "assault.destroy" when plain && pattern.Lemma == "damage" && !clause.IsPassive && clause.Subjects.Count > 0 => !clause.Subjects.TrueForAll(s => IsInert(s) && MentionLexicon.Instance.Noun(tree.Lemma(s)).Class != NounClass.Product), // "stress can damage vessels"
            "consult.visit" when pattern is { Lemma: "call", Particle: "on" } => clause.After("on").Any(participants.CanAct), // "call the office on 123"
            "threaten.threaten" when plain && pattern.Lemma == "caution" => !clause.After("against").Any() && !tree.Children(clause.Head).ToArray().Any(c => tree.Is(c, "advcl") && tree.Child(c, "mark") is >= 0 and int against && tree.Lemma(against) == "against"), // "cautioned her against relying on it"
            "threaten.threaten" when pattern.Objects.Count > 0 => !clause.Objects.Exists(o => tree.Lemma(o) == "warning" && !IsWarning(Clause.OfNoun(tree, o))), // "issued a warning about a fault"
            "request.demand" when plain && pattern.Lemma == "ask" => IsAskedToDo(clause), // "asked about the shots", "asked him: ‘Are you going?’"
            "request.demand" when plain && pattern.Lemma == "press" => clause.Complement >= 0 || clause.Objects.Exists(participants.CanAct) || clause.After("for").Any(), // "pressed his hands together"
            "retreat.resign" when plain && pattern.Lemma == "resign" => !clause.Objects.Exists(participants.CanAct), // a slip for "re-sign"
            "consult.discuss" when pattern is { Lemma: "talk", Particle: "about" } => clause.Subjects.Count > 1 || clause.After("with").Any() || clause.Subjects.Exists(s => _tokens.Features[s].Contains("Number=Plur", StringComparison.Ordinal)), // "took the stand and talked about the gun"
            "aid.give" when pattern.Lemma is "help" or "assist" => !(clause.Complement >= 0 && (ClauseWords.Is("winning", tree.Lemma(clause.Complement)) || (clause.Objects.Count == 0 && IsDownfall(clause.Complement)))), // "helped the visitors win", "helped bring down the premier"
            "request.demand" when pattern.Lemma == "advise" => !clause.Particles.Contains("well"), // "would be well advised"
            "sanction.expel" when pattern.Particle == "from" => clause.Objects.Exists(participants.CanAct), // "removed the duty from himself"
            "consult.meet" when pattern is { Lemma: "meet", Particle: "with" } => !clause.IsPassive && clause.After("with").Any(o => participants.CanAct(o) || _tokens.Tags[o] == UniversalTag.Propn), // "met with resistance"
            "consult.meet" when pattern.Lemma == "meet" => !clause.IsPassive || clause.Subjects.Exists(participants.CanAct),
            "request.demand" when plain && pattern.Lemma == "push" => (!clause.IsPassive || clause.Complement >= 0) && !clause.Particles.Exists(static p => p is "through" or "forward" or "ahead"), // "pushed to the brink", "push reforms through"
            "request.demand" when plain && pattern.Lemma is "suggest" or "propose" or "recommend" or "advise" => clause.Complement < 0 || clause.ComplementIsOpen || !(IsTold(clause.Complement) || (pattern.Lemma == "suggest" && FactualityAuxiliaries.HasDoubt(tree, clause.Complement))), // "suggesting that it had bounced", "suggests that he could leave"
            "request.demand" when plain && pattern.Lemma == "want" => (clause.Objects.Exists(participants.CanAct) && clause.Complement >= 0) || clause.Objects.Exists(o => tree.Lemma(o) is "end" or "stop" or "halt" or "peace" || lexicon.Noun(tree.Lemma(o)) is [var act, ..] && act.Rule.Type != PloverType.NONE), // "wants a raise"
            "request.demand" when pattern is { Lemma: "appeal", Particle: "to" } => clause.Subjects.Count == 0 || clause.Subjects.Exists(participants.CanAct), // "the story appeals to children"
            "agree.promise" when plain && pattern.Lemma == "offer" && clause.Objects.Count > 0 && clause.Objects.TrueForAll(o => ClauseWords.Is("offered-in-words", tree.Lemma(o))) => false, // "offered them his view"
            "agree.promise" when plain && pattern.Lemma == "offer" => clause.IsPassive || clause.Complement >= 0 || clause.Indirect.Count > 0 || clause.After("to").Any(participants.CanAct) || clause.Objects.Exists(IsPledged), // "offers a wide range"
            "agree.promise" when plain && pattern.Lemma == "accept" => clause.Objects.Count == 0 || clause.Objects.Exists(o => IsPledged(o) || lexicon.Noun(tree.Lemma(o)) is [var act, ..] && act.Rule.Type != PloverType.SUPPORT || lexicon.Noun(tree.Lemma(o)) is [{ Rule.Mutual: true }, ..]), // "accepted a low salary", "accepts congratulations"
            "agree.promise" when plain && pattern.Lemma is "promise" or "pledge" && clause.Complement < 0 && tree.Is(clause.Head, "advcl") && tree.Child(clause.Head, "mark") is >= 0 and int way && tree.Lemma(way) == "as" => tree.Child(clause.Head, "nsubj") >= 0 || tree.Child(clause.Head, "nsubj:pass") >= 0, // "dropped the tax as promised"
            "agree.promise" when plain && pattern.Lemma is "assure" => clause.Complement >= 0 && (clause.ComplementIsOpen || FactualityAuxiliaries.HasDoubt(tree, clause.Complement)), // "assured them that the hall is safe"
            "aid.give" when plain && pattern.Lemma == "shelter" => clause.Objects.Count == 0 || clause.Objects.Exists(o => participants.CanAct(o) || IsPeople(o)), // "sheltered its profits"
            "retreat.withdraw" when plain && pattern.Lemma == "surrender" => !clause.Objects.Exists(o => ClauseWords.Is("play", tree.Lemma(o)) || _tokens.Tags[o] == UniversalTag.Pron), // "surrendered a goal"
            "retreat.withdraw" when pattern is { Objects.Count: 0, Lemma: "withdraw" or "pull" } => !clause.After("from").Any(o => ClauseWords.Is("withdrawn", tree.Lemma(o))),
            "retreat.resign" when plain && pattern.Lemma == "quit" => clause.Complement < 0 && clause.Objects.TrueForAll(o => tree.Lemma(o) is "job" or "post" or "office" or "government" or "cabinet" or "party" or "parliament"), // "quit smoking"
            "support.praise" => IsSupport(clause, pattern) && (pattern.Lemma != "appreciate" || (clause.IsPassive ? clause.Subjects.Count > 0 : clause.Objects.Count == 0 || clause.Objects.Exists(o => participants.Actors(o).Any()))) && !(pattern.Lemma == "back" && clause.Particles.Contains("up")),
            "protest.demo" when plain && pattern.Lemma == "rally" => clause.Subjects.Count == 0 || clause.Subjects.Exists(IsPeople), // "shares rallied", "the visitors rallied"
            "cooperate.trade" => IsStatesTrade(clause) && !(pattern.Lemma == "trade" && clause.After("at").Any()), // "the dollar traded at 74 cents"
            "aid.give" when pattern.Lemma == "send" => !(clause.Complement >= 0 && IsWatching(clause.Complement)) && !tree.Children(clause.Head).ToArray().Any(c => tree.Is(c, "advcl") && IsWatching(c)), // "sent experts to monitor the vote"
            "consult.visit" when pattern is { Lemma: "come" or "go" or "return" or "head", Particle: null, Objects.Count: 0 } => clause.Obliques.Exists(o => o.Preposition is "to" or "into" or "for" && participants.EntityAt(o.Head)?.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Place),
            _ => true,
        };
    }

    private bool IsTalk(int noun) => lexicon.Noun(tree.Lemma(noun)) is [{ Rule.Type: PloverType.CONSULT }, ..];

    private bool IsMeantAsNoun(Clause clause, EventTriggerPattern pattern)
    {
        if (tree.Child(clause.Head, "case") is >= 0 and int mark && tree.Lemma(mark) == "without")
        {
            return false; // "landed without assistance"
        }

        int[] against = [.. clause.After("on"), .. clause.After("against")];
        return pattern.Rule.Id switch
        {
            "assault.kill" when pattern.Lemma == "attack" => !HasModifier(clause.Head, "ailment") && (against.Length == 0 || against.Any(CanBeHurt)), // "a heart attack", "attacks on our rights"
            "assault.kill" when pattern.Lemma is "war" or "battle" or "fight" or "skirmish" or "clash" => !HasModifier(clause.Head, "metaphor") && !(pattern.Lemma != "war" && IsRivalry(clause)), // "a bidding war"
            "protest.demo" when pattern.Lemma == "rally" => !IsCampaignRally(clause),
            "cooperate.trade" => IsStatesTrade(clause),
            "request.demand" when pattern.Lemma == "appeal" => clause.Complement >= 0 || clause.Obliques.Count > 0 || !tree.Is(clause.Head, "nsubj") || tree.Is(clause.Head, "nsubj:pass"), // "his appeal will bring viewers"
            "threaten.threaten" when pattern.Lemma == "threat" => !IsFaced(clause.Head), // "the threats we face"
            "consult.discuss" or "consult.meet" when pattern.Lemma == "talk" && !_tokens.Features[clause.Head].Contains("Number=Plur", StringComparison.Ordinal) => clause.Subjects.Count > 0 || clause.After("with").Any() || clause.After("between").Any(), // "there was talk of a sale"
            "retreat.withdraw" when pattern.Lemma == "retreat" && clause.Subjects.Count > 0 && clause.Subjects.TrueForAll(s => participants.EntityAt(s)?.Kind == ActorKind.Person) => clause.After("from").Any(participants.CanAct), // "her retreat from the spotlight"
            "accuse.investigate" when clause.Modifiers.Exists(m => participants.EntityAt(m)?.Kind == ActorKind.Outlet) => false, // "a Journal of Sleep study"
            "accuse.accuse" when pattern.Lemma == "prosecution" => clause.Subjects.Count > 0 || clause.After("of").Any() || clause.After("against").Any(), // "witnesses for the prosecution"
            _ => true,
        };
    }

    // "Norland beat Sudland 3-1", "beat the champions in the final", "beat expectations": nobody is hurt where states, clubs or records are beaten.
    private bool IsContest(Clause clause)
    {
        bool people = clause.Objects.Exists(o => participants.EntityAt(o)?.Kind is ActorKind.Person or ActorKind.Group or ActorKind.Unnamed || (participants.EntityAt(o) is null && participants.CanAct(o) && _tokens.Tags[o] != UniversalTag.Propn));
        bool won = clause.Complement >= 0 || tree.Child(clause.Head, "nummod") >= 0 || clause.Obliques.Exists(o => ClauseWords.Is("contest", tree.Lemma(o.Head)) || (o.Preposition == "by" && _tokens.Tags[o.Head] is UniversalTag.Num));
        for (int t = clause.Head + 1; t < _tokens.Count && _tokens.SentenceOf(t) == _tokens.SentenceOf(clause.Head); t++)
        {
            won |= t + 2 < _tokens.Count && _tokens.Tags[t] == UniversalTag.Num && _tokens.Form(t + 1) is "-" or "–" && _tokens.Tags[t + 2] == UniversalTag.Num;
        }

        return clause.Objects.Count > 0 && (!people || won || IsGame() || (IsCampaign() && !IsViolent(clause.Head)));
    }

    // "attacked the government's plan": with words, where what is attacked can be hurt by nothing else.
    private bool IsAboutPlans(Clause clause) => clause.Objects.Count > 0 && !clause.Objects.Exists(CanBeHurt) && clause.Subjects.Exists(participants.CanAct)
        && clause.Objects.Exists(o => participants.Actors(o, own: true).Any());

    // "is signed for the sequel", "signed with the club", "signed on as director".
    private bool IsHiring(Clause clause) => clause.IsPassive
        ? clause.Objects.Count > 0 && clause.Objects.TrueForAll(IsPerson)
        : clause.Objects.Count == 0 && clause.Complement < 0 && clause.Subjects.Count > 0 && clause.Subjects.TrueForAll(IsPerson) && (clause.After("with").Any() || clause.After("for").Any());

    // "signed" alone signs a paper, or is done by bodies with each other.
    private bool IsSignature(Clause clause) => clause.Objects.Count > 0
        ? clause.Objects.Exists(o => MentionLexicon.Instance.Noun(tree.Lemma(o)).Class == NounClass.Document || lexicon.Noun(tree.Lemma(o)).Length > 0 || ClauseWords.Is("signed", tree.Lemma(o)) || _tokens.Tags[o] is UniversalTag.Pron or UniversalTag.Sym)
        : clause.After("with").Any() && !clause.Subjects.Exists(IsPerson);

    // "asked him to go", "asked for help", "asked a favour of them"; whoever is asked something in words is asked a question.
    private bool IsAskedToDo(Clause clause)
    {
        bool infinitive = clause is { Complement: >= 0, ComplementIsOpen: true } || clause.After("for").Any() || AsksToDo(clause.Head);
        bool that = clause is { Complement: >= 0, ComplementIsOpen: false } && tree.Child(clause.Complement, "mark") is >= 0 and int mark && tree.Lemma(mark) == "that";
        bool to = clause.Head + 1 < _tokens.Count && _tokens.Form(clause.Head + 1) is "to"; // "after being asked to"
        return infinitive || that || to || clause.Objects.Exists(o => _tokens.Tags[o] == UniversalTag.Noun && !participants.CanAct(o) && !IsPerson(o));
    }

    // "committed troops to the mission", "committed to paying"; what is committed to nothing is a deed ("committed suicide hours later").
    private bool IsCommitment(Clause clause) => clause.IsPassive || clause.Complement >= 0 || clause.Obliques.Exists(static o => o.Preposition is "to" or "for") || clause.Objects.Exists(o => IsDeployed(o) || _tokens.Tags[o] is UniversalTag.Sym or UniversalTag.Num)
        || tree.Children(clause.Head).ToArray().Any(c => tree.Is(c, "advcl"));

    private bool IsDownfall(int verb) => Clause.OfVerb(tree, verb) is var below && (below.Particles.Contains("down") || IsConflict(below));

    private bool IsPerson(int token) => participants.EntityAt(token)?.Kind == ActorKind.Person || MentionLexicon.Instance.Noun(tree.Lemma(token)).Class == NounClass.Person;

    private bool IsPeople(int token) => IsPerson(token) || _tokens.Tags[token] is UniversalTag.Num or UniversalTag.Pron || MentionLexicon.Instance.Noun(tree.Lemma(token)).Class == NounClass.People
        || Figures.CountingWords.Instance.Has("quantities", tree.Lemma(token)) || participants.EntityAt(token)?.Kind is ActorKind.Group or ActorKind.Unnamed;

    private bool IsShotAtSomebody(Clause clause) => clause.Objects.Count > 0
        ? clause.Objects.Exists(o => participants.CanAct(o) || _tokens.Tags[o] == UniversalTag.Num || tree.Child(o, "nummod") >= 0 || participants.EntityAt(o)?.Kind == ActorKind.Person || MentionLexicon.Instance.Noun(tree.Lemma(o)).Class == NounClass.Product) || IsWithHarm(clause.Head)
        : clause.After("at").Any() || (clause.Subjects.Exists(participants.CanAct) && !clause.After("to").Any(o => ClauseWords.Is("fame", tree.Lemma(o)))); // "shot to fame"

    // "shot and killed the youth"
    private bool IsWithHarm(int verb) => verb + 2 < _tokens.Count && tree.Is(verb + 2, "conj") && tree.Head(verb + 2) == verb && ClauseWords.Is("harm", tree.Lemma(verb + 2));

    private bool IsDeployed(int token) => !ClauseWords.Is("of-campaign", tree.Lemma(token)) && (participants.CanAct(token) || IsPeople(token) || _tokens.Tags[token] == UniversalTag.Propn || MentionLexicon.Instance.Noun(tree.Lemma(token)).Class == NounClass.Product
        || ClauseWords.Is("armament", tree.Lemma(token)) || ClauseWords.Is("vessel", tree.Lemma(token)) || ClauseWords.Is("attacked", tree.Lemma(token)) || tree.Lemma(token) is "battery" or "system" or "unit" or "battalion" or "asset" or "fleet" or "squadron"); // "amassed delegates"

    private bool IsTakenOver(int token) => participants.EntityAt(token)?.Kind is ActorKind.Place or ActorKind.Facility or ActorKind.Country || ClauseWords.Is("taken-over", tree.Lemma(token));

    private bool IsPledged(int token) => ClauseWords.Is("on-offer", tree.Lemma(token));

    private bool IsWatching(int verb) => tree.Lemma(verb) is "monitor" or "observe" or "investigate" or "inspect" or "examine" or "watch" or "study" or "assess";

    // "signs support the theory" and "hails from the islands" praise nobody.
    private bool IsSupport(Clause clause, EventTriggerPattern pattern)
    {
        if (tree.Is(clause.Head, "acl") && tree.Head(clause.Head) is >= 0 and int ground && ClauseWords.Is("ground", tree.Lemma(ground)))
        {
            return false; // "evidence to support the claims"
        }

        bool things = !clause.IsPassive && clause.Subjects.Count > 0 && clause.Subjects.TrueForAll(s => _tokens.Tags[s] == UniversalTag.Noun && !participants.Actors(s, own: true).Any());
        return !things && (pattern.Lemma != "hail" || clause.Objects.Count > 0);
    }

    // "sold three million phones": trade is a matter between states where a state takes part or arms are sold.
    private bool IsStatesTrade(Clause clause)
    {
        IEnumerable<int> sides = clause.Subjects.Concat(clause.Objects).Concat(clause.Indirect).Concat(clause.Obliques.Select(static o => o.Head)).Concat(clause.Modifiers);
        return sides.Any(s => IsState(s) || participants.Actors(s, own: true).Any(IsState) || ClauseWords.Is("armament", tree.Lemma(s)));
    }

    private bool IsState(int token) => participants.EntityAt(token)?.Kind is ActorKind.Country or ActorKind.Government || participants.CountryAdjective(token) >= 0
        || MentionLexicon.Instance.Noun(tree.Lemma(token)).Class is NounClass.Government or NounClass.Country;

    private bool HasModifier(int noun, string words)
    {
        foreach (int child in tree.Children(noun))
        {
            if ((tree.Is(child, "amod") || tree.Is(child, "compound")) && ClauseWords.Is(words, tree.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }
}
