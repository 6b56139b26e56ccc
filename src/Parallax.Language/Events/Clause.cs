using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>A predicate with its arguments, whatever form it has: active or passive verb, participle, noun, adjective; shared subjects and relative pronouns resolved.</summary>
internal sealed class Clause
{
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

    private static Clause OfVerb(SyntaxTree tree, int head, int depth)
    {
        Clause clause = new(tree, head);
        string relation = tree.Tokens.Relations[head];
        clause.IsPassive = ((tree.Child(head, "nsubj:pass") >= 0 || tree.Child(head, "aux:pass") >= 0) && !IsActiveInPassiveForm(tree, head))
            || (SyntaxTree.Matches(relation, "acl") && relation != "acl:relcl" && IsPastParticiple(tree.Tokens, head));
        clause.ReadChildren();
        clause.ShareSubject(depth);
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
            else if ((tree.Is(child, "compound") || tree.Is(child, "amod")) && tokens.Tags[child] is UniversalTag.Propn or UniversalTag.Adj)
            {
                clause.Modifiers.Add(child);
            }
            else if (tree.Is(child, "acl") && tokens.Tags[child] == UniversalTag.Verb)
            {
                clause.Complement = child;
                clause.ComplementIsOpen = true;
            }
        }

        return clause;
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
            if (tree.Is(child, "conj") && tree.Tokens.Tags[child] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron)
            {
                yield return child;
            }
        }
    }

    /// <summary>What a relative pronoun stands for: the noun its clause modifies; any other token stands for itself.</summary>
    public static int Referent(SyntaxTree tree, int token)
    {
        if (tree.Tokens.Tags[token] is not (UniversalTag.Pron or UniversalTag.Det) || tree.Lemma(token) is not ("who" or "which" or "that" or "whom"))
        {
            return token;
        }

        for (int up = tree.Head(token); up >= 0; up = tree.Head(up))
        {
            if (tree.Is(up, "acl:relcl") && tree.Head(up) >= 0)
            {
                return tree.Head(up);
            }
        }

        return token;
    }

    // "the minister offered to mediate" parsed as a passive without an auxiliary: whoever plans an act of his own is its doer; "is opposed to the plan" opposes it.
    private static bool IsActiveInPassiveForm(SyntaxTree tree, int head)
    {
        string lemma = tree.Lemma(head);
        bool auxiliary = tree.Child(head, "aux:pass") >= 0;
        return (!auxiliary && tree.Child(head, "xcomp") >= 0 && (FactualityCues.Is("planned", lemma) || lemma == "offer"))
            || (auxiliary && FactualityCues.Is("participle-of-stance", lemma) && tree.Children(head).ToArray().Any(c => tree.Is(c, "obl") && tree.Child(c, "case") is >= 0 and int mark && tree.Lemma(mark) == "to"));
    }

    private static bool IsPastParticiple(TokenLayer tokens, int t) =>
        tokens.Features[t].Contains("VerbForm=Part", StringComparison.Ordinal) && tokens.Features[t].Contains("Tense=Past", StringComparison.Ordinal);

    private void ReadChildren()
    {
        TokenLayer tokens = Tree.Tokens;
        foreach (int child in Tree.Children(Head))
        {
            string relation = tokens.Relations[child];
            int colon = relation.IndexOf(':', StringComparison.Ordinal);
            switch (colon < 0 ? relation : relation[..colon])
            {
                case "nsubj":
                    AddAll(relation == "nsubj:pass" && IsPassive ? Objects : Subjects, child);
                    break;
                case "obj":
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
            Obliques.Add((preposition, Referent(Tree, head)));
        }
    }

    private void AddAll(List<int> list, int head)
    {
        foreach (int member in WithConjuncts(Tree, head))
        {
            list.Add(Referent(Tree, member));
        }
    }

    // Who does it where the verb has no subject of its own: "agreed to sell", "visited … and met", "a man accused of", "while visiting".
    private void ShareSubject(int depth)
    {
        if ((IsPassive ? Objects.Count : Subjects.Count) > 0 || depth > 6)
        {
            return;
        }

        if (!IsPassive && LostSubject() is >= 0 and int lost)
        {
            AddAll(Subjects, lost);
            return;
        }

        int governor = Tree.Head(Head);
        if (governor < 0)
        {
            return;
        }

        string relation = Tree.Tokens.Relations[Head];
        List<int> mine = IsPassive ? Objects : Subjects;
        if (SyntaxTree.Matches(relation, "acl"))
        {
            if (relation == "acl:relcl")
            {
                return;
            }

            // "a plan to visit", "officials seeking talks": an infinitive takes the noun's own possessor or the subject above; a participle the noun.
            bool infinitive = Tree.Child(Head, "mark") is >= 0 and int to && Tree.Tokens.Form(to) is "to";
            if (!infinitive && Tree.Child(Head, "mark") >= 0)
            {
                // "was accused by the premier of stealing": a gerund after a preposition is done by who the verb above concerns, not by the noun before it.
                if (Tree.Head(governor) is >= 0 and int verb && Tree.Tokens.Tags[verb] == UniversalTag.Verb)
                {
                    Clause over = OfVerb(Tree, verb, depth + 1);
                    mine.AddRange(over.IsPassive || Tree.Is(governor, "obj") ? over.Objects : over.Subjects);
                }

                return;
            }

            if (!infinitive)
            {
                AddAll(mine, governor);
                return;
            }

            if (Tree.Child(governor, "nmod:poss") is >= 0 and int owner)
            {
                AddAll(mine, owner);
                return;
            }

            int above = Tree.Head(governor);
            if (above >= 0 && Tree.Is(governor, "obj"))
            {
                mine.AddRange(OfVerb(Tree, above, depth + 1).Subjects);
            }

            return;
        }

        if (SyntaxTree.Matches(relation, "xcomp"))
        {
            Clause above = OfVerb(Tree, governor, depth + 1);
            bool byObject = !above.IsPassive && above.Objects.Count > 0 && Tree.Tokens.Tags[governor] == UniversalTag.Verb;
            mine.AddRange(above.IsPassive || byObject ? above.Objects : above.Indirect.Count > 0 ? above.Indirect : above.Subjects);
            return;
        }

        if (SyntaxTree.Matches(relation, "advcl") && NameBefore(governor) is >= 0 and int name)
        {
            AddAll(mine, name);
            return;
        }

        if (relation is "conj" or "advcl" or "parataxis" || SyntaxTree.Matches(relation, "advcl"))
        {
            if (Tree.Tokens.Tags[governor] is UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Aux)
            {
                Clause above = OfVerb(Tree, governor, depth + 1);
                mine.AddRange(above.IsPassive ? above.Objects : above.Subjects);
            }
        }
    }

    // Subjects that parsers lose: "harder for Norland to sell", "Anna Maro, the secretary of the council, travelled".
    private int LostSubject()
    {
        TokenLayer tokens = Tree.Tokens;
        int first = tokens.Sentences[tokens.SentenceOf(Head)].FirstToken;
        foreach (int mark in Tree.Children(Head))
        {
            if (Tree.Is(mark, "mark") && Tree.Lemma(mark) == "for" && mark < Head - 2)
            {
                int to = Head - 1;
                return tokens.Form(to) is "to" && tokens.Tags[to - 1] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Pron ? TopOfName(to - 1, mark) : -1;
            }
        }

        bool finite = tokens.Features[Head].Contains("VerbForm=Fin", StringComparison.Ordinal) && tokens.Relations[Head] is "root" or "ccomp" or "parataxis";
        if (!finite || Head - 2 <= first || tokens.Form(Head - 1) is not ",")
        {
            return -1;
        }

        for (int comma = Head - 2; comma > first; comma--)
        {
            if (tokens.Form(comma) is ",")
            {
                return tokens.Tags[comma - 1] == UniversalTag.Propn && tokens.Tags[comma + 1] is UniversalTag.Det or UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Propn ? TopOfName(comma - 1, first - 1) : -1;
            }
        }

        return -1;
    }

    private int TopOfName(int token, int after)
    {
        while (Tree.Tokens.Relations[token] is "flat" or "compound" && Tree.Head(token) > after)
        {
            token = Tree.Head(token);
        }

        return token;
    }

    // "the visit comes after Maro, a member of the council, threatened to …": parsers hang the name on the verb above as if "after" were its preposition.
    private int NameBefore(int governor)
    {
        TokenLayer tokens = Tree.Tokens;
        if (!tokens.Features[Head].Contains("VerbForm=Fin", StringComparison.Ordinal) || Tree.Child(Head, "mark") >= 0)
        {
            return -1;
        }

        int found = -1;
        foreach (int child in Tree.Children(governor))
        {
            if (child < Head && Tree.Is(child, "obl") && Tree.Child(child, "case") is >= 0 and int mark && Tree.Lemma(mark) is "after" or "before" or "since" or "as" or "until" && child > governor)
            {
                found = child;
            }
        }

        return found;
    }
}
