using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Stances;

/// <summary>Reads from the main predicate of a clause whether it judges something good or bad, lays a wrong to somebody, or says that what another said is false.</summary>
/// <remarks>Words that only tell how bad a thing was ("the damage was terrible") do not judge anybody and are in none of the lists.</remarks>
internal sealed class JudgingWords(CueLexicon lexicon, DependencyTree tree)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Praises, criticises, accuses, or null.</summary>
    public Stance? Judge(int root)
    {
        int subject = tree.Child(root, "nsubj");
        if (subject < 0 || subject > root || IsWeakened(root))
        {
            return null;
        }

        bool isFirst = tree.Lower(subject) is "i" or "we";
        if (Tokens.Tags[root] == UniversalTag.Verb && tree.Child(root, "cop") < 0)
        {
            return isFirst || tree.Child(root, "aux:pass") >= 0 ? null : OfDeed(root);
        }

        if (tree.Child(root, "cop") < 0)
        {
            return null;
        }

        string word = tree.Lower(root);
        if (isFirst)
        {
            return word is "proud" or "grateful" or "thankful" ? Stance.Praises : word is "outraged" or "appalled" or "disgusted" ? Stance.Criticises : null;
        }

        if (Tokens.Tags[root] == UniversalTag.Adj)
        {
            return lexicon.In("condemning-words", word) ? Stance.Criticises : lexicon.In("approving-words", word) && IsSomebody(subject) ? Stance.Praises : null;
        }

        if (Tokens.Tags[root] is not UniversalTag.Noun)
        {
            return null;
        }

        foreach (int child in tree.Children(root))
        {
            if (tree.Is(child, "amod") && lexicon.In("condemning-words", tree.Lower(child)))
            {
                return Stance.Criticises;
            }

            if (tree.Is(child, "amod") && (lexicon.In("approving-words", tree.Lower(child)) || lexicon.In("good-words", tree.Lower(child))) && (lexicon.In("judged-persons", tree.Lemma(root)) || lexicon.NounKind(tree.Lemma(root)) == ActorKind.Person))
            {
                return Stance.Praises;
            }
        }

        return lexicon.In("condemning-nouns", tree.Lemma(root)) ? Stance.Criticises : lexicon.In("approving-nouns", tree.Lemma(root)) ? Stance.Praises : null;
    }

    /// <summary>"That is not true", "the claims are completely false": the whole of another's words is contradicted.</summary>
    public bool IsContradiction(int root, List<int> words)
    {
        int subject = tree.Child(root, "nsubj");
        if (subject < 0 || subject > root || words.BinarySearch(subject) < 0 || tree.Child(root, "cop") < 0 || tree.Child(root, "csubj") >= 0 || tree.Child(root, "ccomp") >= 0 || IsHedged(root))
        {
            return false;
        }

        bool isThat = tree.Lower(subject) is "that" or "this" or "it" or "these" or "those" && tree.Child(root, "xcomp") < 0;
        bool isNamed = lexicon.In("answered-nouns", tree.Lemma(subject)) && (tree.HasFeature(subject, "Number=Plur") || tree.Child(subject, "det") >= 0);
        if (!isThat && !isNamed)
        {
            return false;
        }

        bool isNegated = tree.Child(root, "advmod", "not") >= 0 || tree.Child(root, "advmod", "n't") >= 0 || tree.Child(root, "advmod", "n’t") >= 0, isFull = false;
        foreach (int child in tree.Children(root))
        {
            isFull |= tree.Is(child, "advmod") && lexicon.In("fully-words", tree.Lower(child));
        }

        string word = tree.Lower(root);
        return isNegated ? lexicon.In("true-words", word) && tree.Lower(subject) is not "it" : lexicon.In("false-words", word) && (word != "wrong" || isFull);
    }

    // "the outlook is excellent": nobody is praised.
    private bool IsSomebody(int subject) => Tokens.Tags[subject] == UniversalTag.Propn || tree.Lower(subject) is "he" or "she" or "they" or "you" || lexicon.In("judged-persons", tree.Lemma(subject)) || lexicon.In("judged-acts", tree.Lemma(subject));

    // "the rule guts the law", "did a great job", "they lied to us"
    private Stance? OfDeed(int verb)
    {
        string lemma = tree.Lemma(verb);
        int thing = tree.Child(verb, "obj");
        if (lexicon.In("condemning-lemmas", lemma))
        {
            return thing > verb ? Stance.Criticises : null;
        }

        if (lexicon.In("moral-lemmas", lemma))
        {
            return lemma != "lie" ? (thing > verb ? Stance.Accuses : null) : tree.Lower(verb) is "lied" or "lying" && !HasPlace(verb) ? Stance.Accuses : null;
        }

        if (thing < 0 || lemma is not ("do" or "have" or "make") || !lexicon.In("judged-acts", tree.Lemma(thing)))
        {
            return null;
        }

        foreach (int child in tree.Children(thing))
        {
            if (tree.Is(child, "amod") && (lexicon.In("approving-words", tree.Lower(child)) || lexicon.In("good-words", tree.Lower(child))))
            {
                return Stance.Praises;
            }
        }

        return null;
    }

    // "was lying on the floor"
    private bool HasPlace(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "obl") && tree.CaseOf(child) is not ("to" or "about" or "for"))
            {
                return true;
            }
        }

        return false;
    }

    // "would be unfair", "not a disgrace", "may have lied", "if it was a sham"
    private bool IsWeakened(int root)
    {
        foreach (int child in tree.Children(root))
        {
            if ((tree.Is(child, "aux") && tree.Lemma(child) is "may" or "might" or "could" or "would" or "can" or "should" or "must") || (tree.Is(child, "advmod") && tree.Lower(child) is "not" or "n't" or "n’t" or "never" or "hardly") || (tree.Is(child, "mark") && tree.Lower(child) is "if" or "whether")
                || (tree.Is(child, "det") && tree.Lower(child) == "no") || (tree.Is(child, "advmod") && tree.HasFeature(child, "PronType=Int")))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsHedged(int root)
    {
        foreach (int child in tree.Children(root))
        {
            if ((tree.Is(child, "aux") && tree.Lemma(child) is "may" or "might" or "could" or "would" or "can" or "should" or "must") || (tree.Is(child, "mark") && tree.Lower(child) is "if" or "whether"))
            {
                return true;
            }
        }

        return false;
    }
}
