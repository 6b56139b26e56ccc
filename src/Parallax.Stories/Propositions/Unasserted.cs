namespace Parallax.Stories.Propositions;

/// <summary>Tells which clauses are named without being said to be so: what is asked or not known, what is talked about, what something waits for.</summary>
internal static class Unasserted
{
    private static readonly string[] Questions = ["how", "what", "whether", "who", "whom", "whose", "why", "which", "where", "when", "if"];

    // "it is unclear how the yard burned": no other clause begins so.
    private static readonly string[] Manners = ["how", "whether", "why"];

    private static readonly string[] Modals = ["could", "will", "would", "may", "might", "can", "shall", "should", "'ll", "’ll"];

    // "talks about improving the harbour", "plans for closing it": the deed is a topic. "by opening", "after closing" tell a deed.
    private static readonly string[] Topics = ["about", "of", "for", "on", "over", "to", "toward", "towards", "against", "without", "from", "into", "instead", "regarding", "concerning"];

    private static readonly string[] Proofs = ["evidence", "proof", "indication", "sign", "trace"];

    private static readonly string[] Negations = ["not", "n't", "n’t", "never"];

    private static readonly string[] Waiting = ["until", "till", "unless", "lest"];

    /// <summary>Whether a clause is named only.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="top">Word that heads the clause.</param>
    /// <param name="isContent">Whether it is what a statement mainly says ("accused of closing it").</param>
    public static bool IsOne(Tree tree, int top, bool isContent)
    {
        string relation = tree.Relation(top);
        return Compared.IsOne(tree, top, relation) || IsOfEachTime(tree, top, relation) || IsOneOfTwo(tree, top, relation) || IsForSomebodyTo(tree, top, relation) || (relation is "ccomp" or "csubj" && IsQuestion(tree, top, Questions)) || (relation is "advcl" or "dep" or "conj" && IsQuestion(tree, top, Manners)) || IsNotYet(tree, top) || IsOfWhatMightBe(tree, top, relation == "acl") || (!isContent && (IsTopic(tree, top) || IsMeasured(tree, top) || IsLiedAbout(tree, top))) || (relation == "advcl" && (IsAwaited(tree, top) || IsMeant(tree, top))) || (relation is "ccomp" or "acl" && IsToBeEnsured(tree, top)) || (relation == "ccomp" && IsSubjunctive(tree, top));
    }

    /// <summary>Whether a clause is that for which there is nothing: "there is no evidence that the yard burned", "did not find any proof that it did".</summary>
    public static bool IsUnproven(Tree tree, int top)
    {
        int noun = tree.Relation(top) is "acl" or "ccomp" or "csubj" or "advcl" or "dep" ? tree.Tokens.Heads[top] : -1;
        if (noun >= 0 && tree.Relation(top) == "ccomp" && tree.Relation(noun) == "acl")
        {
            noun = tree.Tokens.Heads[noun]; // "no evidence to suggest that …"
        }

        if (noun >= 0 && tree.Tokens.Tags[noun] is not Core.Layers.UniversalTag.Noun)
        {
            noun = tree.Child(noun, "nsubj", "obj"); // The clause hangs on the verb: "there is no evidence that …".
        }

        if (noun < 0 || noun > top || !Array.Exists(Proofs, word => tree.Tokens.Lemmas[noun].Equals(word, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        int word = tree.Child(noun, "det"), verb = tree.Tokens.Heads[noun];
        return (word >= 0 && tree.Is(word, "no")) || (verb >= 0 && (word < 0 || tree.Is(word, "any")) && tree.Children(verb, "advmod").Any(n => n < noun && Array.Exists(Negations, not => tree.Is(n, not))));
    }

    // "each time the yard wins an order, it hires": no order is told.
    private static bool IsOfEachTime(Tree tree, int top, string relation) => tree.Children(top, "mark", "advmod").Any(m => tree.Is(m, "whenever"))
        || (relation == "acl" && tree.Tokens.Heads[top] is >= 0 and var time && tree.Is(time, "time") && tree.Child(time, "det") is >= 0 and var each && (tree.Is(each, "each") || tree.Is(each, "every") || tree.Is(each, "any")));

    // "win or lose in the last race, Quill will stay": two verbs of nobody, of which one will be so.
    private static bool IsOneOfTwo(Tree tree, int top, string relation)
    {
        int other = relation == "conj" ? tree.Tokens.Heads[top] : tree.Child(top, "conj"), second = Math.Max(top, other);
        return other >= 0 && IsBare(tree, top) && IsBare(tree, other) && tree.Child(second, "cc") is >= 0 and var or && tree.Is(or, "or") && tree.Relation(Math.Min(top, other)) is "advcl" or "dep" or "parataxis" or "ccomp";
    }

    private static bool IsBare(Tree tree, int verb) => tree.Tokens.Tags[verb] == Core.Layers.UniversalTag.Verb && tree.Tokens.Form(verb).Equals(tree.Tokens.Lemmas[verb], StringComparison.OrdinalIgnoreCase) && tree.Child(verb, "nsubj", "aux", "mark") < 0;

    // "a chance for Quill to win the race": nobody says that she won or will.
    private static bool IsForSomebodyTo(Tree tree, int top, string relation) => (relation == "acl" || (relation == "conj" && tree.Tokens.Heads[top] is >= 0 and var before && tree.Relation(before) is "acl"))
        && tree.Children(top, "mark", "case").Any(m => tree.Is(m, "for")) && tree.Children(top, "mark", "aux").Any(m => tree.Is(m, "to"));

    // "could not say how many boats were lost"
    private static bool IsQuestion(Tree tree, int top, string[] questions)
    {
        (int first, _) = tree.Bounds(top);
        while (first < top && tree.Tokens.Tags[first] is Core.Layers.UniversalTag.Punct or Core.Layers.UniversalTag.Adp or Core.Layers.UniversalTag.Cconj)
        {
            first++;
        }

        return first < top && Array.Exists(questions, word => tree.Is(first, word));
    }

    private static bool IsTopic(Tree tree, int top)
    {
        if (tree.Tokens.Tags[top] != Core.Layers.UniversalTag.Verb || !tree.Tokens.Form(top).EndsWith("ing", StringComparison.Ordinal) || tree.Child(top, "aux", "nsubj") >= 0)
        {
            return false;
        }

        // "held talks about the war and improving relations": joined to a noun it is named as that noun is; no finite verb is joined to it.
        if (tree.Relation(top) == "conj" && tree.Tokens.Heads[top] is var head && head >= 0
            && (tree.Tokens.Tags[head] is Core.Layers.UniversalTag.Noun or Core.Layers.UniversalTag.Propn or Core.Layers.UniversalTag.Pron
                || (tree.Tokens.Tags[head] == Core.Layers.UniversalTag.Verb && !tree.Tokens.Form(head).EndsWith("ing", StringComparison.Ordinal) && tree.Child(top, "cc") >= 0)))
        {
            return true;
        }

        int marker = tree.Child(top, "case", "mark");
        return marker >= 0 && marker < top && Array.Exists(Topics, word => tree.Is(marker, word));
    }

    // "accused Norland of lying about its deliveries": what the lie is of, nobody says here that there were any.
    private static bool IsLiedAbout(Tree tree, int top) =>
        tree.Tokens.Tags[top] == Core.Layers.UniversalTag.Noun && tree.Child(top, "case") is var about && about >= 0 && Array.Exists(["about", "over", "on", "regarding"], word => tree.Is(about, word))
        && tree.Tokens.Heads[top] is var above && above >= 0 && (tree.Is(above, "lying") || tree.Tokens.Lemmas[above] is "lie" or "mislead" or "deceive");

    // "had all but accepted the post": he had not.
    private static bool IsNotYet(Tree tree, int top)
    {
        int at = top - 1;
        while (at > 0 && tree.Tokens.Tags[at] == Core.Layers.UniversalTag.Adv && !tree.Is(at, "but"))
        {
            at--;
        }

        return at > 0 && tree.Is(at, "but") && tree.Is(at - 1, "all");
    }

    // "there might have been two men hurt": nobody was.
    private static bool IsOfWhatMightBe(Tree tree, int top, bool isBelow)
    {
        int noun = tree.Tokens.Heads[top];
        foreach (int above in isBelow && noun >= 0 ? (int[])[noun, tree.Tokens.Heads[noun]] : [top])
        {
            if (above >= 0 && tree.Child(above, "expl") is var there && there >= 0 && tree.Is(there, "there") && tree.Children(above, "aux").Any(a => Array.Exists(Modals, modal => tree.Is(a, modal) && modal is "could" or "might" or "would" or "may")))
            {
                return true;
            }
        }

        return false;
    }

    // "make it harder for Norland to sell boats": how hard it is, not that it is done. "ready to sell" is read with its verb.
    private static bool IsMeasured(Tree tree, int top) =>
        tree.Tokens.Heads[top] is var above && above >= 0 && tree.Tokens.Tags[above] == Core.Layers.UniversalTag.Adj && tree.Children(top, "mark", "aux").Any(m => tree.Is(m, "to"));

    // "must see to it, to ensure that the yard has a chance": what somebody is to bring about. "The law ensured that it had" tells that it had.
    private static bool IsToBeEnsured(Tree tree, int top)
    {
        int above = tree.Tokens.Heads[top];
        if (above < 0)
        {
            return false;
        }

        bool wanted = tree.Is(above, "ensure") && (tree.Tokens.Features[above].Contains("VerbForm=Inf", StringComparison.Ordinal) || tree.Children(above, "mark", "aux").Any());
        return wanted || tree.Is(above, "ensuring") || (tree.Is(above, "sure") && tree.Tokens.Heads[above] is var making && making >= 0 && (tree.Is(making, "make") || tree.Is(making, "making")));
    }

    // "suggested the guard be dismissed": what somebody wants done. "Could be", "to be" and "let it be" have their own words before it.
    private static bool IsSubjunctive(Tree tree, int top) =>
        tree.Children(top, "aux:pass", "cop").Any(b => tree.Is(b, "be")) && !tree.Children(top, "aux", "mark").Any(a => Array.Exists(Modals, modal => tree.Is(a, modal)) || tree.Is(a, "to") || tree.Is(a, "must") || tree.Is(a, "ca") || tree.Is(a, "wo") || tree.Is(a, "'d") || tree.Is(a, "’d"))
        && tree.Child(top, "nsubj") is var subject && subject >= 0 && subject < top;

    // "waited so that the family could be told": what something is done for.
    private static bool IsMeant(Tree tree, int top) =>
        tree.Children(top, "mark", "advmod").Any(m => m < top && tree.Is(m, "so")) && tree.Children(top, "aux").Any(a => Array.Exists(Modals, modal => tree.Is(a, modal)));

    // "told them to stay until the police came", "until the firm repairs it"
    private static bool IsAwaited(Tree tree, int top)
    {
        int mark = tree.Child(top, "mark", "case", "advmod"), above = tree.Tokens.Heads[top];
        // "it could take weeks before the line was restored"
        if (mark >= 0 && above >= 0 && tree.Is(mark, "before") && tree.Children(above, "aux").Any(a => Array.Exists(Modals, modal => tree.Is(a, modal))))
        {
            return true;
        }

        return mark >= 0 && above >= 0 && Array.Exists(Waiting, word => tree.Is(mark, word))
            && (tree.Children(above, "mark", "aux").Any(m => tree.Is(m, "to")) || (!tree.Tokens.Features[top].Contains("Tense=Past", StringComparison.Ordinal) && !tree.Children(top, "aux", "cop").Any(a => tree.Tokens.Features[a].Contains("Tense=Past", StringComparison.Ordinal))));
    }
}
