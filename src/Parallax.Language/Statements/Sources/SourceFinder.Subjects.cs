using Parallax.Core.Layers;

namespace Parallax.Language.Statements.Sources;

/// <content>Subjects of cues: their own, the ones they share, and the ones that the parser lost.</content>
internal sealed partial class SourceFinder
{
    /// <summary>The subject of a verb or adjective, its own or the one it shares, or -1.</summary>
    public int Subject(int verb, List<int> content, out string why)
    {
        int own = OwnSubject(verb);
        if (own >= 0 && content.BinarySearch(own) < 0)
        {
            why = $"subject ({Tokens.Relations[own]}) of the cue";
            return own;
        }

        if (tree.SubjectBeforeApposition(verb) is int named and >= 0 && content.BinarySearch(named) < 0)
        {
            why = "noun phrase before the apposition that the cue follows";
            return named;
        }

        if (Message(verb, out why) is int sender and >= 0)
        {
            return sender;
        }

        int shared = Climb(verb, out why);
        if (shared >= 0 && content.BinarySearch(shared) < 0)
        {
            return shared;
        }

        int beside = PhraseBefore(verb, content);
        if (beside >= 0)
        {
            why = "noun phrase that ends where the cue begins, of a subject that the parser hung on another verb";
            return beside;
        }

        int lost = NominalBefore(verb, content);
        if (lost >= 0)
        {
            why = "nearest noun phrase before a finite cue whose subject the parser lost";
            return lost;
        }

        // "…,” said the mayor" where the parser took the inverted subject for an object.
        foreach (int child in tree.Children(verb))
        {
            bool isNominal = Tokens.Tags[child] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Pron;
            if (child > verb && isNominal && (tree.Is(child, "obj") || tree.Is(child, "obl") || tree.Is(child, "dep")) && tree.CaseOf(child).Length == 0
                && content.Count > 0 && content[0] < verb && content.BinarySearch(child) < 0)
            {
                why = $"inverted subject read as {Tokens.Relations[child]}";
                return child;
            }
        }

        why = "";
        return -1;
    }

    private int OwnSubject(int verb)
    {
        // Of several subjects (a parser's slip) the one nearest before the verb; one behind a preposition is none ("for the first time admitted").
        // "…, saying nobody was hurt": what stands behind an -ing form opens its content.
        bool isParticiple = tree.HasFeature(verb, "VerbForm=Ger") || (tree.Child(verb, "aux") < 0 && Tokens.Form(verb).EndsWith("ing", StringComparison.Ordinal));
        int best = -1;
        foreach (int child in tree.Children(verb))
        {
            if (isParticiple && child > verb)
            {
                break;
            }

            int marker = tree.Is(child, "nsubj") ? tree.Child(child, "case") : int.MinValue;
            // “"The water," said the mayor, "is cold"”: what is quoted is not who says it; nor is the rest of a name behind its bracket ("Ada (Addy) Brown").
            bool isQuoted = quoted.Of(child) >= 0 && quoted.Of(verb) != quoted.Of(child);
            bool isRest = best >= 0 && child > 0 && Tokens.Tags[child] == UniversalTag.Propn && (Tokens.Form(child - 1) is ")" || IsOwnTitle(best, child - 1, child));
            if (marker != int.MinValue && (marker < 0 || marker > child) && !isQuoted && !isRest && !OpensClause(child, verb) && !(Tokens.Tags[child] == UniversalTag.Noun && lexicon.In("time-nouns", tree.Lemma(child))) && (best < 0 || child < verb))
            {
                best = child;
            }
        }

        return best;
    }

    // "Brown, the mayor, said ten percent of it were lost": a subject behind the verb and before its clause is that of the clause, which has none.
    private bool OpensClause(int subject, int verb)
    {
        int clause = subject > verb ? tree.Child(verb, "ccomp") : -1;
        return clause > subject && tree.Child(clause, "nsubj") < 0 && tree.IsFinite(verb) && Tokens.SentenceOf(verb) == Tokens.SentenceOf(subject) && verb > tree.SentenceBounds(verb).First && quoted.EndingAt(verb - 1) < 0;
    }

    // "Ada Brown, the mayor, dismissed it, the Herald reported": who dismisses hangs on "reported"; her phrase ends where the finite cue begins.
    private int PhraseBefore(int verb, List<int> content)
    {
        if (!tree.HasFeature(verb, "VerbForm=Fin") || tree.Child(verb, "aux") >= 0)
        {
            return -1;
        }

        int first = tree.SentenceBounds(verb).First;
        for (int i = first; i < verb; i++)
        {
            bool isNoun = Tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Pron && tree.Is(i, "nsubj") && Tokens.Heads[i] > verb && content.BinarySearch(i) < 0 && quoted.Of(i) < 0;
            if (isNoun && tree.Yield(i).FindAll(t => t < verb || Tokens.Tags[t] != UniversalTag.Punct)[^1] == verb - 1)
            {
                return i;
            }
        }

        return -1;
    }

    private int NominalBefore(int verb, List<int> content)
    {
        if (!tree.HasFeature(verb, "VerbForm=Fin") && tree.Child(verb, "aux") < 0)
        {
            return -1;
        }

        int first = tree.SentenceBounds(verb).First;
        for (int i = verb - 1; i >= Math.Max(first, verb - 6); i--)
        {
            bool isFree = content.BinarySearch(i) < 0 && tree.CaseOf(i) is "" or "after" or "before" or "since" or "as" or "while" && !tree.Is(i, "compound") && !tree.Is(i, "flat") && !tree.Is(i, "obj");
            if (Tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Pron && isFree)
            {
                return i;
            }
        }

        return -1;
    }

    // "announced … and said …", "continues to deny", "dismissed it, saying …", "a letter saying …": the subject is that of the verb above.
    private int Climb(int verb, out string why)
    {
        int at = verb;
        for (int steps = 0; steps < 8; steps++)
        {
            int head = Tokens.Heads[at];
            if (head < 0)
            {
                break;
            }

            string relation = tree.Relation(at).ToString();
            if (relation == "acl" && Tokens.Relations[at] != "acl:relcl")
            {
                // "Brown leaves Ostby hailing the deal": who goes from or to a place speaks, and not the place.
                bool isPlace = tree.HasFeature(at, "VerbForm=Ger") && Tokens.Tags[head] == UniversalTag.Propn && tree.Is(head, "obj") && lexicon.In("going-verbs", tree.Lemma(Tokens.Heads[head]));
                if (isPlace && OwnSubject(Tokens.Heads[head]) is int goer and >= 0)
                {
                    why = "subject of the clause that the cue closes";
                    return goer;
                }

                why = $"the noun that the cue modifies (acl)";
                return head;
            }

            // "confirmed that they are strangers, but would not specify any details": who confirms withholds.
            if (relation == "conj" && tree.Is(head, "ccomp") && Tokens.Heads[head] is int telling and >= 0 && telling < verb && lexicon.In("withheld-lemmas", tree.Lemma(verb)) && tree.Child(verb, "aux") >= 0 && OwnSubject(telling) is int teller and >= 0)
            {
                why = "subject of the cue that this one goes on";
                return teller;
            }

            // "said that the risk remains and stressed the need": see OwnConjunct of the contents.
            if (relation == "conj" && tree.Is(head, "ccomp") && Tokens.Heads[head] is int above and >= 0 && above < verb && IsGoingOn(verb, head, above) && OwnSubject(above) is int speaker and >= 0)
            {
                why = "subject of the cue that this one goes on";
                return speaker;
            }

            if (relation is not ("conj" or "xcomp" or "advcl" or "parataxis" or "acl"))
            {
                break;
            }

            // A finite clause has a subject of its own; one that the parser lost is looked for before the verb.
            if (relation is "advcl" or "acl" && tree.HasFeature(at, "VerbForm=Fin"))
            {
                break;
            }

            // "criticized Lund for accusing the club": who is criticized accuses.
            if (relation == "advcl" && tree.Child(at, "mark", "for") is int mark and >= 0 && mark == at - 1 && tree.HasFeature(at, "VerbForm=Ger") | Tokens.Form(at).EndsWith("ing", StringComparison.Ordinal) && (tree.Child(head, "obj") is >= 0 and var whom ? whom : tree.Child(head, "iobj")) is int judged and >= 0 && head < judged && judged < mark)
            {
                why = "object of the verb that judges it";
                return judged;
            }

            if (relation == "xcomp" && tree.Child(head, "obj") is int controller and >= 0)
            {
                why = "object that controls the cue";
                return controller;
            }

            if (OwnSubject(head) is int subject and >= 0)
            {
                why = $"subject shared over {relation}";
                return subject;
            }

            if (relation == "conj" && (tree.HasFeature(head, "Mood=Imp")))
            {
                break;
            }

            at = head;
        }

        why = "";
        return -1;
    }

    private bool IsGoingOn(int verb, int clause, int above) =>
        tree.HasFeature(verb, "Tense=Past") && tree.HasFeature(verb, "VerbForm=Fin") && tree.HasFeature(above, "Tense=Past") && tree.Child(verb, "aux") < 0
        && (tree.HasFeature(clause, "Tense=Pres") || (tree.Child(clause, "aux") is int aux and >= 0 && tree.HasFeature(aux, "Tense=Pres")) || (tree.Child(clause, "cop") is int copula and >= 0 && tree.HasFeature(copula, "Tense=Pres")));
}
