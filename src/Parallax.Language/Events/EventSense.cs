using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Figures;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>In which sense a word that tells an event is meant in its clause: "the storm destroyed the mill" is no attack, "control costs" no coercion.</summary>
internal sealed class EventSense(EventLexicon lexicon, AnnotatedReport report, SyntaxTree tree, Participants participants, TriggerMatcher matcher)
{
    private readonly TokenLayer _tokens = report.Tokens;

    /// <summary>The rule by which the clause is to be read, or null where its words tell no event here.</summary>
    public EventRule? RuleOf(Clause clause, EventTriggerPattern pattern, bool noun)
    {
        EventRule rule = pattern.Rule;
        if (rule.Type == PloverType.ASSAULT && IsNature(clause))
        {
            return Named("none.nature");
        }

        if (noun)
        {
            return NounCanMean(clause, pattern) ? rule : null;
        }

        if (pattern.Lemma == "kill" && rule.Id == "assault.kill" && IsMishap(clause))
        {
            return Named("none.death");
        }

        if (rule.Id == "retreat.release" && clause.IsPassive && HasAdverbial(clause.Head, "after", "care"))
        {
            return Named("none.health");
        }

        return CanMean(clause, rule) && VerbCanMean(clause, pattern) && !IsCapability(clause, rule) ? rule : null;
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
            || clause.Subjects.Exists(s => _tokens.Tags[s] is not UniversalTag.Noun || participants.Actors(s, own: true).Any());
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
            return somebody && (clause.Objects.Exists(o => participants.Actors(o).Any()) || clause.Indirect.Exists(o => participants.Actors(o).Any())
                || (clause.Complement >= 0 && Clause.OfVerb(tree, clause.Complement).Objects.Exists(participants.CanAct))); // "help defend Norland", but "control costs", "can't help but smile", "the merger will help them"
        }

        return pattern.Rule.Id switch
        {
            "protest.demo" => !plain || clause.Objects.Count == 0 || pattern.Lemma is not ("demonstrate" or "rally" or "march" or "parade"), // "demonstrate commitment"
            "accuse.accuse" => !plain || pattern.Lemma != "charge" || clause.IsPassive || clause.Objects.Exists(o => participants.CanAct(o) && _tokens.Tags[o] != UniversalTag.Pron), // "did not charge them for the visit"
            "request.demand" => !plain || pattern.Lemma != "push" || !clause.IsPassive || clause.Complement >= 0, // "were pushed to their limits"
            "cooperate.trade" => clause.IsPassive || !IsPrivate(clause), // "buy their medicine"
            "agree.promise" => IsPledge(clause, pattern),
            "assault.kill" => !plain || pattern.Lemma is not ("kill" or "wound" or "fight" or "attack" or "destroy") || clause.Objects.Count == 0 || clause.Objects.Exists(CanBeHurt), // "killed reform", "fight inflation", "destroy the economy"
            "assault.beat" => !clause.After("into").Any(o => tree.Lemma(o) == "shape"), // "whip folks into shape"
            "assault.destroy" => !plain || pattern.Lemma is not "damage" || clause.Objects.Count == 0 || clause.Objects.Exists(CanBeHurt), // "damaged its reputation"
            "none.announce" => !plain || pattern.Lemma != "build" || clause.Objects.Count > 0 || !clause.After("on").Any(), // "build on its sanctions"
            "consult.visit" when pattern.Lemma is "fly" or "land" && clause.Objects.Count > 0 => false, // "flew troops to the island"
            "consult.visit" => !ClauseWords.Is("going", pattern.Lemma) || HasDestination(clause),
            _ => true,
        };
    }

    private bool IsPrivate(Clause clause)
    {
        int[] sides = [.. clause.Subjects.Concat(clause.Obliques.Select(static o => o.Head)).Where(participants.CanAct)];
        return clause.Subjects.Count > 0 && sides.Length > 0 && sides.All(IsPrivate);
    }

    private bool IsPrivate(int token) => participants.EntityAt(token) is { } entity ? entity.Kind == ActorKind.Person || (entity.Kind is ActorKind.Group or ActorKind.Unnamed && MentionLexicon.Instance.Noun(tree.Lemma(token)).Class is NounClass.Person or NounClass.People) : _tokens.Tags[token] == UniversalTag.Pron || MentionLexicon.Instance.Noun(tree.Lemma(token)).Class == NounClass.Person;

    // "plans to ski" promises nobody anything, "plans to send doctors" does; "agrees with the coach" is an opinion.
    private bool IsPledge(Clause clause, EventTriggerPattern pattern)
    {
        if (pattern.Lemma == "plan" && clause.IsPassive)
        {
            return false;
        }

        if (pattern.Lemma == "agree" && pattern.Particle is null && clause.Complement < 0 && clause.After("with").Any())
        {
            return false;
        }

        if (pattern.Clause is null || !ClauseWords.Is("intending", pattern.Lemma) || clause.Complement < 0)
        {
            return true;
        }

        Clause below = Clause.OfVerb(tree, clause.Complement);
        foreach (EventTriggerPattern act in lexicon.Verb(tree.Lemma(clause.Complement)))
        {
            if (matcher.Fits(below, act, noun: false, out _))
            {
                return act.Rule.Type is PloverType.CONSULT or PloverType.SUPPORT or PloverType.AID or PloverType.COOPERATE or PloverType.CONCEDE or PloverType.RETREAT or PloverType.AGREE && RuleOf(below, act, noun: false) is not null;
            }
        }

        return false;
    }

    private bool CanBeHurt(int token) => participants.Actors(token).Any() || _tokens.Tags[token] is UniversalTag.Num or UniversalTag.Pron or UniversalTag.Propn || tree.Child(token, "nummod") >= 0
        || MentionLexicon.Instance.Noun(tree.Lemma(token)).Class is NounClass.Facility or NounClass.Place or NounClass.Product || CountingWords.Instance.Has("quantities", tree.Lemma(token)) || ClauseWords.Is("attacked", tree.Lemma(token));

    // "returned a call", "going west in his car", "head a society" lead nowhere.
    private bool HasDestination(Clause clause) => clause.Objects.Count == 0
        && clause.Obliques.Exists(o => o.Preposition is "to" or "into" or "for" && (participants.CanAct(o.Head) || participants.EntityAt(o.Head)?.Kind is ActorKind.Facility));

    private bool NounCanMean(Clause clause, EventTriggerPattern pattern) => pattern.Rule.Id switch
    {
        "retreat.release" => clause.Subjects.Concat(clause.After("of")).Any(participants.CanAct), // "a news release"
        "accuse.accuse" => clause.Subjects.Count > 0 || (pattern.Lemma != "suspicion" && !(tree.Child(clause.Head, "case") is >= 0 and int mark && tree.Lemma(mark) == "on")), // "arrested on suspicion of theft" tells the arrest
        "assault.kill" => pattern.Lemma is not ("fight" or "battle") || clause.Obliques.Exists(static o => o.Preposition is "with" or "against" or "between" or "over" or "in" or "near" or "for" or "of") || clause.Modifiers.Count > 0, // "is in a fight"
        "cooperate.trade" => pattern.Lemma != "sale" || clause.After("to").Concat(clause.After("from")).Any(participants.CanAct) || !_tokens.Features[clause.Head].Contains("Number=Plur", StringComparison.Ordinal), // "car sales fell"
        "accuse.claim" => tree.Head(clause.Head) is >= 0 and int verb && (tree.Is(clause.Head, "obj") || tree.Is(clause.Head, "nsubj:pass")) && ClauseWords.Is("rebuttal", tree.Lemma(verb)),
        _ => true,
    };
}
