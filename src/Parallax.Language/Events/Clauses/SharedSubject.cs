using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Clauses;

/// <summary>Who does it where the verb has no subject of its own: "agreed to sell", "visited … and met", "a man accused of", "while visiting".</summary>
internal static partial class SharedSubject
{
    private const int MaxDepth = 6;

    /// <summary>Heads of the deep subjects (of a passive: objects) that a clause without any takes from its surroundings; none where there is nobody to take.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="depth">How many clauses have been asked on the way here.</param>
    public static List<int> Of(Clause clause, int depth)
    {
        SyntaxTree tree = clause.Tree;
        int head = clause.Head;
        if (depth > MaxDepth)
        {
            return [];
        }

        if (!clause.IsPassive && LostSubjects.Of(tree, head) is >= 0 and int lost)
        {
            return With(tree, lost);
        }

        int governor = tree.Head(head);
        if (governor < 0)
        {
            return [];
        }

        if (clause.IsPassive && ReducedRelative(tree, head) is >= 0 and int described)
        {
            return With(tree, described);
        }

        if (PassiveForms.Beside(tree, head) is >= 0 and int beside)
        {
            return With(tree, beside);
        }

        string relation = tree.Tokens.Relations[head];
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 ? relation : relation[..colon]) switch
        {
            "acl" => relation == "acl:relcl" ? [] : OfNounsClause(tree, head, governor, depth),
            "xcomp" => OfComplement(tree, head, governor, depth),
            "advcl" => OfAdverbial(tree, head, governor, depth),
            "conj" when clause.IsPassive && tree.Child(head, "det") is >= 0 and int another => [another], // "two were killed and another wounded"
            "conj" when tree.Tokens.Tags[governor] == UniversalTag.Noun && tree.Tokens.Form(governor) is "shot" && tree.Child(governor, "compound") is >= 0 and int gunman => [gunman], // "a gunman shot and wounded two" with the shot read as a noun
            "conj" or "parataxis" => OfVerbAbove(tree, OfLikeTense(tree, head, OfMeanwhile(tree, head, governor)), depth),
            "csubj" => LostSubjects.SpeakerBefore(tree, governor),
            _ => [],
        };
    }

    /// <summary>"Rebuilt her mill, burned in the war" with "burned" joined to "rebuilt", or with "destroyed" hung on it: the noun before the comma, or -1.</summary>
    internal static int ReducedRelative(SyntaxTree tree, int head)
    {
        TokenLayer tokens = tree.Tokens;
        int verb = tree.Head(head);
        bool hung = tree.Is(head, "conj") || (tree.Is(head, "advcl") && tree.Child(head, "mark") < 0 && ClauseWords.Is("done-to-things", tree.Lemma(head)));
        if (verb < 0 || verb > head || !hung || head < 2 || tokens.Form(head - 1) is not "," || tree.Child(head, "cc") >= 0 || tree.Child(head, "aux") >= 0 || tree.Child(head, "obj") >= 0 || tree.Child(head, "nsubj") >= 0
            || !tokens.Features[head].Contains("VerbForm=Part", StringComparison.Ordinal) || !tokens.Features[head].Contains("Tense=Past", StringComparison.Ordinal) || tree.Child(verb, "aux") >= 0)
        {
            return -1;
        }

        int thing = tree.Child(verb, "obj");
        return thing > verb && tree.End(thing) == head - 1 ? thing : -1;
    }

    // "has said that Norland sent drones, and also trained guards": a plain past after a perfect goes on with the plain past in between.
    private static int OfLikeTense(SyntaxTree tree, int head, int governor)
    {
        if (!IsPlainPast(tree, head) || tree.Child(governor, "aux") is not (>= 0 and int auxiliary) || tree.Lemma(auxiliary) != "have" || SpeechVerbs.Contains(tree.Lemma(head)))
        {
            return governor;
        }

        for (int t = head - 1; t > governor; t--)
        {
            if (IsPlainPast(tree, t) && tree.Is(t, "ccomp") && tree.Dominates(governor, t) && tree.Child(t, "nsubj") >= 0)
            {
                return t;
            }
        }

        return governor;
    }

    // "police watched as youths built a barricade and attacked a bank": without a comma the second deed is theirs too.
    private static int OfMeanwhile(SyntaxTree tree, int head, int governor)
    {
        int and = tree.Child(head, "cc");
        foreach (int child in and >= 0 && governor < head ? tree.Children(governor) : [])
        {
            if (child > governor && child < and && tree.Is(child, "advcl") && tree.End(child) == and && tree.Child(child, "nsubj") >= 0 && tree.Child(child, "mark") is >= 0 and int mark && ClauseWords.Is("meanwhile", tree.Lemma(mark))
                && IsPlainPast(tree, child) == IsPlainPast(tree, head))
            {
                return child;
            }
        }

        return governor;
    }

    private static bool IsPlainPast(SyntaxTree tree, int token) => tree.Tokens.Tags[token] == UniversalTag.Verb && tree.Child(token, "aux") < 0
        && tree.Tokens.Features[token].Contains("VerbForm=Fin", StringComparison.Ordinal) && tree.Tokens.Features[token].Contains("Tense=Past", StringComparison.Ordinal);

    private static List<int> OfVerbAbove(SyntaxTree tree, int governor, int depth) =>
        tree.Tokens.Tags[governor] is UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Aux ? Doers(Clause.OfVerb(tree, governor, depth + 1)) : [];

    private static List<int> Doers(Clause clause) => clause.IsPassive ? clause.Objects : clause.Subjects;

    // "told the union to wait" by the union; "used drones to attack" by whoever used them; "spent months alleging" not by the months.
    private static List<int> OfComplement(SyntaxTree tree, int head, int governor, int depth)
    {
        int noun = tree.First(head) - 1;
        if (noun > governor && tree.Tokens.Tags[noun] == UniversalTag.Noun && ClauseWords.Is("owned", tree.Lemma(noun)) && tree.Child(noun, "nmod:poss") is >= 0 and int owner)
        {
            return With(tree, owner); // "pointed to Norland's efforts to keep up contacts"
        }

        if (AskedOf(tree, governor, head) is >= 0 and int asked)
        {
            return With(tree, asked);
        }

        Clause above = Clause.OfVerb(tree, governor, depth + 1);
        if (ClauseWords.Is("calling", tree.Lemma(governor)) && tree.Child(head, "obj") is >= 0 and int called && tree.Lemma(called).ToLowerInvariant() is "he" or "she" or "they" or "him" or "her" or "them" && above is { IsPassive: false, Subjects.Count: > 0 })
        {
            return above.Subjects; // "called Maro to congratulate him": who called does
        }

        bool byObject = !above.IsPassive && above.Objects.Count > 0 && tree.Tokens.Tags[governor] == UniversalTag.Verb
            && !ClauseWords.Is("subject-control", tree.Lemma(governor)) && !above.Objects.TrueForAll(o => IsTime(tree, o));
        return above.IsPassive || byObject ? above.Objects : above.Indirect.Count > 0 ? above.Indirect : above.Subjects;
    }

    // "called on the union to send jets", "appealed to the firm to pay": done by whom it is asked of, or -1.
    private static int AskedOf(SyntaxTree tree, int verb, int head)
    {
        if (!ClauseWords.Is("asking-through", tree.Lemma(verb)))
        {
            return -1;
        }

        foreach (int child in tree.Children(verb))
        {
            if (child > verb && child < head && tree.Is(child, "obl") && tree.Child(child, "case") is >= 0 and int mark && tree.Lemma(mark) is "on" or "upon" or "to" or "with")
            {
                return child;
            }
        }

        return -1;
    }

    private static bool IsTime(SyntaxTree tree, int token) => MentionLexicon.Instance.Noun(tree.Lemma(token)).Class == NounClass.Time;

    private static List<int> OfAdverbial(SyntaxTree tree, int head, int governor, int depth)
    {
        if (LostSubjects.NameBefore(tree, head, governor) is >= 0 and int name)
        {
            return With(tree, name);
        }

        // "sent trainers to occupied islands to drill the guard": "occupied" with "to" before it is no verb, but what stands above it is.
        if (tree.Is(governor, "acl") && tree.Child(governor, "mark") is >= 0 and int to && tree.Lemma(to) == "to" && tree.Tokens.Features[governor].Contains("VerbForm=Part", StringComparison.Ordinal)
            && tree.Child(governor, "aux") < 0 && tree.Child(governor, "aux:pass") < 0 && VerbAbove(tree, governor) is >= 0 and int verb)
        {
            return OfVerbAbove(tree, verb, depth);
        }

        // "After shooting Karim, the sheriff said, Hadi fled": who tells of a crime has not done it, but whom he tells of.
        if (head < governor && IsGerund(tree, head) && SpeechVerbs.Contains(tree.Lemma(governor)) && ClauseWords.Is("crime", tree.Lemma(head)) && ToldOf(tree, governor) is >= 0 and int told)
        {
            return With(tree, told);
        }

        int mark = tree.Child(head, "mark");
        if (mark >= 0 && tree.Lemma(mark) == "to" && AskedOf(tree, governor, head) is >= 0 and int asked)
        {
            return With(tree, asked);
        }

        if (mark >= 0 && tree.Lemma(mark) == "to" && ClauseWords.Is("granting", tree.Lemma(governor)) && Grantees(Clause.OfVerb(tree, governor, depth + 1)) is { Count: > 0 } grantees)
        {
            return grantees;
        }

        if (ClauseWords.Is("teaching", tree.Lemma(governor)) && tree.Child(head, "advmod") is >= 0 and int how && ClauseWords.Is("question", tree.Lemma(how)) && Clause.OfVerb(tree, governor, depth + 1).Objects is { Count: > 0 } taught)
        {
            return taught; // "will instruct the guard on how to use them"
        }

        if (IsGerund(tree, head) || (tree.Child(head, "aux:pass") is >= 0 and int being && tree.Tokens.Form(being) is "being"))
        {
            foreach (int sibling in tree.Children(governor))
            {
                if (sibling < head && sibling > governor && tree.Is(sibling, "obl") && tree.End(sibling) >= tree.First(head) && tree.Child(head, "mark") is >= 0 and int before && before < sibling)
                {
                    return With(tree, sibling); // "resulting in several towns being forced", "with the country applying"
                }
            }
        }

        if (mark < 0 && IsGerund(tree, head) && TargetBefore(tree, head, governor) is >= 0 and int target)
        {
            return With(tree, target);
        }

        if (mark >= 0 && IsGerund(tree, head) && tree.Tokens.Tags[governor] == UniversalTag.Verb)
        {
            if (tree.Lemma(mark) == "in" && PartOf(tree, governor) is { Count: > 0 } players)
            {
                return players;
            }

            if (tree.Lemma(mark) == "by" && Clause.OfVerb(tree, governor, depth + 1) is { IsPassive: true } passive)
            {
                return passive.Subjects; // "was won over by promising money": by whoever won
            }

            // "accused the firm of stealing" parsed beside the firm; "…, despite having agreed" belongs to the clause before it.
            Clause above = Clause.OfVerb(tree, governor, depth + 1);
            if (above.Objects.Count > 0 && IsObjectsGerund(tree, governor, mark))
            {
                return above.Objects;
            }

            foreach (int sibling in tree.Children(governor))
            {
                if (sibling < head && sibling > governor && tree.Is(sibling, "advcl") && LostSubjects.NameBefore(tree, sibling, governor) is >= 0 and int earlier)
                {
                    return With(tree, earlier);
                }
            }
        }

        return OfVerbAbove(tree, governor, depth);
    }

    // "gave the detectives time to investigate": whoever gets the time.
    private static List<int> Grantees(Clause grant)
    {
        bool IsGranted(int thing) => ClauseWords.Is("granted", grant.Tree.Lemma(thing));
        return grant.IsPassive || !grant.Objects.Exists(IsGranted) ? [] : [.. grant.Indirect, .. grant.Objects.Where(o => !IsGranted(o))];
    }

    // The subject of what is said, where it acts itself.
    private static int ToldOf(SyntaxTree tree, int speech) =>
        tree.Child(speech, "ccomp") is >= 0 and int content && content > speech && tree.Child(content, "aux:pass") < 0 ? tree.Child(content, "nsubj") : -1;

    // "fired gas at youths throwing stones": whoever stands right before it after "at", or -1.
    private static int TargetBefore(SyntaxTree tree, int head, int governor)
    {
        foreach (int child in tree.Children(governor))
        {
            if (child > governor && child == head - 1 && tree.Is(child, "obl") && tree.Child(child, "case") is >= 0 and int at && tree.Lemma(at) == "at" && MentionLexicon.Instance.Noun(tree.Lemma(child)).Class is NounClass.Person or NounClass.People)
            {
                return child;
            }
        }

        return -1;
    }

    // "noted the role of the guild in organising the strike": whose role it is.
    private static List<int> PartOf(SyntaxTree tree, int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "obj") && ClauseWords.Is("part", tree.Lemma(child)))
            {
                return PlayersOf(tree, child);
            }
        }

        return [];
    }

    /// <summary>Those whose role, part or hand in something a noun names.</summary>
    internal static List<int> PlayersOf(SyntaxTree tree, int noun)
    {
        foreach (int owner in tree.Children(noun))
        {
            if (tree.Is(owner, "nmod:poss") || (tree.Is(owner, "nmod") && tree.Child(owner, "case") is >= 0 and int of && tree.Lemma(of) == "of"))
            {
                return With(tree, owner);
            }
        }

        return [];
    }

    /// <summary>Whether a verb is what somebody is accused of, kept from and the like: "accused Norland of lying".</summary>
    internal static bool IsBlamedGerund(SyntaxTree tree, int verb) =>
        tree.Is(verb, "advcl") && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "mark") is >= 0 and int mark && tree.Head(verb) is >= 0 and int above && IsObjectsGerund(tree, above, mark);

    private static bool IsObjectsGerund(SyntaxTree tree, int verb, int mark) =>
        ClauseWords.Is("object-gerund", tree.Lemma(verb)) && tree.Lemma(mark) is "of" or "from" or "for" or "with" or "into";

    private static List<int> With(SyntaxTree tree, int head) => [.. Clause.WithConjuncts(tree, head).Select(member => Clause.Referent(tree, member))];

    private static bool IsGerund(SyntaxTree tree, int head) => tree.Tokens.Form(head).EndsWith("ing", StringComparison.Ordinal)
        || (tree.Child(head, "aux") is >= 0 and int auxiliary && tree.Tokens.Form(auxiliary).EndsWith("ing", StringComparison.Ordinal));
}
