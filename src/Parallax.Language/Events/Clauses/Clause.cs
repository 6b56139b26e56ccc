using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Events.Modality;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Clauses;

/// <summary>A predicate with its arguments, whatever form it has: active or passive verb, participle, noun, adjective; shared subjects and relative pronouns resolved.</summary>
internal sealed partial class Clause
{
    // Whether a plain subject is what the act is done to: "Minister arrested in raid".
    private bool _isShort;

    private Clause(SyntaxTree tree, int head) => (Tree, Head) = (tree, head);

    public SyntaxTree Tree { get; }

    /// <summary>The predicate.</summary>
    public int Head { get; }

    public bool IsPassive { get; private set; }

    /// <summary>Heads of the deep subjects (of a passive: the agents), conjuncts included.</summary>
    public List<int> Subjects { get; } = [];

    /// <summary>Heads of the deep objects (of a passive: the surface subject), conjuncts included.</summary>
    public List<int> Objects { get; } = [];

    /// <summary>Heads of indirect objects.</summary>
    public List<int> Indirect { get; } = [];

    /// <summary>Prepositional arguments and adjuncts: preposition, head.</summary>
    public List<(string Preposition, int Head)> Obliques { get; } = [];

    /// <summary>Particles ("off") and prepositions without a noun.</summary>
    public List<string> Particles { get; } = [];

    /// <summary>Head of the clause that complements the predicate, or -1.</summary>
    public int Complement { get; private set; } = -1;

    /// <summary>Whether the complement is an infinitive or participle without its own subject.</summary>
    public bool ComplementIsOpen { get; private set; }

    /// <summary>Reads the clause of a verb or adjective.</summary>
    public static Clause OfVerb(SyntaxTree tree, int head) => OfVerb(tree, head, 0);

    /// <summary>Reads the clause of a verb or adjective, met while the subject of another is sought.</summary>
    internal static Clause OfVerb(SyntaxTree tree, int head, int depth)
    {
        Clause clause = new(tree, head);
        string relation = tree.Tokens.Relations[head];
        clause._isShort = PassiveForms.IsShortPassive(tree, head);
        clause.IsPassive = ((tree.Child(head, "nsubj:pass") >= 0 || tree.Child(head, "aux:pass") >= 0) && !PassiveForms.IsActiveInPassiveForm(tree, head))
            || (SyntaxTree.Matches(relation, "acl") && relation != "acl:relcl" && PassiveForms.IsPastParticiple(tree.Tokens, head))
            || clause._isShort
            || SharedSubject.ReducedRelative(tree, head) >= 0 || PassiveForms.Beside(tree, head) >= 0
            || PassiveForms.IsPassiveToo(tree, head);
        clause.ReadChildren();
        if ((clause.IsPassive ? clause.Objects : clause.Subjects).Count == 0)
        {
            (clause.IsPassive ? clause.Objects : clause.Subjects).AddRange(SharedSubject.Of(clause, depth));
        }

        if (clause.IsPassive && clause.Subjects.Count == 0)
        {
            PassiveForms.FindAgent(clause);
        }
        else if (clause.Objects.Count == 0)
        {
            SharedObject.Take(clause);
        }

        return clause;
    }

    /// <summary>Reads the arguments of an eventive noun.</summary>
    public static Clause OfNoun(SyntaxTree tree, int head)
    {
        Clause clause = new(tree, head);
        TokenLayer tokens = tree.Tokens;
        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "nmod:poss"))
            {
                clause.AddAll(clause.Subjects, child);
            }
            else if (tree.Is(child, "nmod") || tree.Is(child, "obl"))
            {
                clause.AddOblique(child);
            }
            else if (tree.Is(child, "nsubj") && tree.Child(head, "case") >= 0)
            {
                clause.AddAll(clause.Subjects, child); // "the firm is in talks with the ministry"
            }
            else if ((tree.Is(child, "compound") || tree.Is(child, "amod")) && (tokens.Tags[child] is UniversalTag.Propn or UniversalTag.Adj || (tokens.Tags[child] == UniversalTag.Noun && MentionLexicon.Instance.Noun(tree.Lemma(child)).Class == NounClass.Government)))
            {
                clause.Modifiers.Add(child);
            }
            else if ((tree.Is(child, "acl") && tokens.Tags[child] == UniversalTag.Verb) || (tree.Is(child, "ccomp") && clause.Complement < 0))
            {
                clause.Complement = child;
                clause.ComplementIsOpen = !(tree.Child(child, "mark") is >= 0 and int that && tree.Lemma(that) == "that") && !StartsWithThat(tree, child);
            }
        }

        clause.Between();
        clause.BeforeVerb();

        // "the talks with the envoy, the premier said": see IsAfterPreposition.
        int next = head + 1 < tokens.Count ? tree.Head(head + 1) : -1;
        if (next > head && tree.Is(head + 1, "case") && tree.Is(next, "nsubj") && clause.IsAfterPreposition(next))
        {
            clause.AddOblique(next);
        }

        return clause;
    }

    // "the claim that the firm sells drones" with "that" hung as if it stood for the claim.
    private static bool StartsWithThat(SyntaxTree tree, int child) => tree.Is(child, "acl:relcl") && tree.Child(child, "nsubj") > tree.First(child) && tree.Lemma(tree.First(child)) == "that";

    // "the call afterwards with Maro sent a message" with Maro hung on "sent": what stands between a subject and its verb belongs to the subject.
    private void BeforeVerb()
    {
        int subject = Head;
        while ((Tree.Is(subject, "conj") || Tree.Is(subject, "nmod")) && Tree.Head(subject) >= 0 && Tree.Head(subject) < subject)
        {
            subject = Tree.Head(subject);
        }

        int verb = Tree.Head(subject);
        if (verb < Head || !Tree.Is(subject, "nsubj"))
        {
            return;
        }

        foreach (int child in Tree.Children(verb).ToArray())
        {
            if (Head < child && child < verb && Tree.Is(child, "obl") && Head < Tree.First(child) && !Tree.Tokens.Tags[(Head + 1)..Tree.First(child)].Contains(UniversalTag.Noun) && Tree.Child(child, "case") is >= 0 and int mark && Tree.Lemma(mark) is "with" or "between" or "against" or "by")
            {
                AddOblique(child);
            }
        }
    }

    // "between Norland and Sudland's agencies": parsers hang what stands after "and" on something above.
    private void Between()
    {
        foreach ((string preposition, int side) in Obliques.ToArray())
        {
            int and = Tree.End(side);
            if (preposition is "between" or "among" && Obliques.Count(o => o.Preposition == preposition) == 1 && and < Tree.Tokens.Count && Tree.Is(and, "cc") && Tree.Head(and) is >= 0 and int other
                && other > and && Tree.Tokens.Tags[other] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron)
            {
                Obliques.Add((preposition, other));
            }
        }
    }

    /// <summary>Adjectives and names before an eventive noun ("Russian attacks", "Gazprom deal").</summary>
    public List<int> Modifiers { get; } = [];

    /// <summary>The heads after a preposition.</summary>
    public IEnumerable<int> After(string preposition) => Obliques.Where(o => o.Preposition == preposition).Select(static o => o.Head);

    /// <summary>A nominal with its conjuncts.</summary>
    public static IEnumerable<int> WithConjuncts(SyntaxTree tree, int head)
    {
        yield return head;
        foreach (int child in tree.Children(head).ToArray())
        {
            if (tree.Is(child, "conj") && tree.Tokens.Tags[child] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron && !IsNextSubject(tree, head, child))
            {
                yield return child;
            }
        }
    }

    // "at the invitation of Maro, the mayor, Anna Lund, the envoy, arrived" with the envoy hung on Maro: nothing joins them, and a verb waits for its subject.
    private static bool IsNextSubject(SyntaxTree tree, int head, int child)
    {
        TokenLayer tokens = tree.Tokens;
        int end = tree.End(child);
        end = end < tokens.Count && tokens.Form(end) is "," ? end + 1 : end;
        if (tokens.Tags[child] != UniversalTag.Propn || end >= tokens.Count || tokens.SentenceOf(end) != tokens.SentenceOf(child) || tokens.Tags[end] is not (UniversalTag.Verb or UniversalTag.Aux) || tree.Dominates(end, child) != tree.Dominates(end, head)
            || tree.Child(end, "nsubj") >= 0)
        {
            return false;
        }

        foreach (int sibling in tree.Children(head))
        {
            if (tree.Is(sibling, "cc") || (tree.Is(sibling, "conj") && tree.Child(sibling, "cc") >= 0))
            {
                return false;
            }
        }

        return true;
    }

    // "defensive tackle Anna Maro was arrested" with both words hung on the verb: the noun before a name is what they are.
    private bool IsTitle(int child)
    {
        TokenLayer tokens = Tree.Tokens;
        int name = Tree.End(child);
        return tokens.Tags[child] == UniversalTag.Noun && name < Head && tokens.Tags[name] == UniversalTag.Propn && Tree.Head(name) == Head && Tree.Is(name, "nsubj");
    }

    private void ReadChildren()
    {
        TokenLayer tokens = Tree.Tokens;
        foreach (int child in Tree.Children(Head))
        {
            string relation = tokens.Relations[child];
            int colon = relation.IndexOf(':', StringComparison.Ordinal);
            switch (colon < 0 ? relation : relation[..colon])
            {
                case "expl" when tokens.Tags[Head] == UniversalTag.Adj && FactualityCues.Is("planned", Tree.Lemma(Head)): // "it is willing to leave"
                    AddAll(Subjects, child);
                    break;
                case "nsubj" when IsAfterPreposition(child) || IsTitle(child):
                    break;
                case "nsubj" when LostSubjects.Swallowed(Tree, Head) is >= 0 and int speaker:
                    Subjects.Add(speaker);
                    break;
                case "nsubj":
                    AddAll(IsPassive && (_isShort || relation == "nsubj:pass") ? Objects : Subjects, child);
                    break;
                case "obj" when tokens.Tags[child] != UniversalTag.Sconj: // "has agreed that": a conjunction is nobody's object
                    AddAll(Objects, child);
                    break;
                case "iobj":
                    AddAll(Indirect, child);
                    break;
                case "obl" when relation is not ("obl:unmarked" or "obl:tmod" or "obl:npmod"):
                    AddOblique(child);
                    break;
                case "compound" when relation == "compound:prt":
                    Particles.Add(Tree.Lemma(child));
                    break;
                case "advmod" when tokens.Tags[child] is UniversalTag.Adv or UniversalTag.Adp:
                    Particles.Add(Tree.Lemma(child));
                    break;
                case "xcomp":
                    (Complement, ComplementIsOpen) = (child, true);
                    break;
                case "ccomp" when Complement < 0:
                    (Complement, ComplementIsOpen) = (child, false);
                    break;
                default:
                    break;
            }
        }

        Worth();
        if (Objects.Count == 0 && Tree.Is(Head, "advcl") && LostSubjects.Swallowed(Tree, Tree.Head(Head)) >= 0 && Tree.Child(Tree.Head(Head), "nsubj") is >= 0 and int taken && Tree.First(taken) == Head + 1)
        {
            AddAll(Objects, taken);
        }

        // "have signed about $4bn worth of contracts": a sum after the verb without a preposition is its object.
        if (Objects.Count == 0 && !IsPassive)
        {
            foreach (int child in Tree.Children(Head))
            {
                if (child > Head && tokens.Relations[child] == "obl" && tokens.Tags[child] is UniversalTag.Sym or UniversalTag.Num && Tree.Child(child, "case") < 0)
                {
                    Objects.Add(child);
                }
            }
        }

        // "has accused Norland of lying": one thing alone is the object, whatever the parse calls it.
        if (Objects.Count == 0 && Indirect.Count > 0 && !IsPassive && !(Complement >= 0 && !ComplementIsOpen))
        {
            Objects.AddRange(Indirect);
            Indirect.Clear();
        }

        if (IsPassive && Objects.Count == 0 && Tree.Is(Head, "acl") && Tree.Head(Head) >= 0)
        {
            AddAll(Objects, Tree.Head(Head));
        }
    }

    // "during the talks with the envoy, the premier said" with the envoy parsed as who says: whoever stands after a preposition does nothing here.
    private bool IsAfterPreposition(int child)
    {
        int mark = Tree.Child(child, "case");
        return mark >= 0 && mark < child && Tree.Tokens.Tags[mark] == UniversalTag.Adp && Tree.Lemma(mark) is "with" or "by" or "to" or "from" or "between" or "against" or "for" or "during" or "after";
    }

    // "have signed about $4bn worth of contracts": what is worth it is the object.
    private void Worth()
    {
        foreach (int child in Tree.Children(Head).ToArray())
        {
            if (child <= Head || Tree.Lemma(child) != "worth")
            {
                continue;
            }

            foreach (int thing in Tree.Children(child).ToArray())
            {
                if (thing > child && Tree.Child(thing, "case") is >= 0 and int of && Tree.Lemma(of) == "of")
                {
                    Objects.Remove(child);
                    (Complement, ComplementIsOpen) = Complement == child ? (-1, false) : (Complement, ComplementIsOpen);
                    AddAll(Objects, thing);
                }
            }
        }
    }

    private void AddOblique(int child)
    {
        TokenLayer tokens = Tree.Tokens;
        if (IsPassive && tokens.Relations[child] == "obl:agent")
        {
            AddAll(Subjects, child);
            return;
        }

        string preposition = "";
        foreach (int mark in Tree.Children(child))
        {
            if (Tree.Is(mark, "case") && mark < child)
            {
                preposition = preposition.Length == 0 ? Tree.Lemma(mark) : preposition;
            }
        }

        if (preposition.Length == 0)
        {
            return;
        }

        if (IsPassive && preposition == "by")
        {
            AddAll(Subjects, child);
            return;
        }

        foreach (int head in WithConjuncts(Tree, child))
        {
            // "opposed to the plan, at the request of Norland" with the request joined to the plan: its own preposition tells its part.
            int own = head == child ? -1 : Tree.Child(head, "case");
            Obliques.Add((own >= 0 && own < head && Tree.Tokens.Tags[own] == UniversalTag.Adp ? Tree.Lemma(own) : preposition, Referent(Tree, head)));
        }
    }

    /// <summary>Adds a nominal with its conjuncts, relative pronouns resolved.</summary>
    internal void AddAll(List<int> list, int head)
    {
        foreach (int member in WithConjuncts(Tree, head))
        {
            list.Add(Referent(Tree, member));
        }
    }
}
