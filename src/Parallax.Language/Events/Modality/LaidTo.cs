using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Modality;

/// <summary>Deeds laid to somebody without being told as done: "charged with murder", "accused of stealing" by nobody named, "held on suspicion of robbing a bank".</summary>
internal static class LaidTo
{
    /// <summary>The word that lays the deed at <paramref name="deed"/> to somebody, or -1.</summary>
    public static int Of(SyntaxTree tree, int deed)
    {
        int above = tree.Head(deed);
        if (above < 0)
        {
            return -1;
        }

        string relation = tree.Tokens.Relations[deed];
        int mark = tree.Child(deed, "case") is >= 0 and int own ? own : tree.Child(deed, "mark");
        string word = mark >= 0 && mark < deed ? tree.Lemma(mark) : "";
        if (FactualityCues.Is("laid-noun", tree.Lemma(above)) && tree.Tokens.Tags[above] == UniversalTag.Noun)
        {
            bool clause = tree.Tokens.Tags[deed] == UniversalTag.Verb && relation is "acl" or "ccomp"; // "on charges he killed the guard"
            return deed > above && (word == "of" || (clause && word is "" or "that")) && !IsProved(tree, above) ? above : -1; // "two counts of murder"
        }

        if (relation is not ("obl" or "advcl" or "xcomp") || word.Length == 0 || tree.Tokens.Tags[above] != UniversalTag.Verb)
        {
            return -1;
        }

        if (word == "to" && IsSought(tree, above))
        {
            return above; // "a reward for information leading to an arrest"
        }

        bool laid = FactualityCues.Is("laid-to", tree.Lemma(above)) || (FactualityCues.Is("laid-by-somebody", tree.Lemma(above)) && IsByNobody(tree, above));
        return word is "with" or "of" or "for" && laid ? above : -1;
    }

    /// <summary>Whether a verb tells what is hoped for from information.</summary>
    public static bool IsSought(SyntaxTree tree, int verb) => tree.Lemma(verb) == "lead" && SyntaxTree.Matches(tree.Tokens.Relations[verb], "acl")
        && tree.Head(verb) is >= 0 and int noun && tree.Lemma(noun) is "information" or "tip" or "clue" && tree.Child(verb, "aux") < 0 && !tree.Tokens.Features[verb].Contains("Tense=Past", StringComparison.Ordinal);

    // "convicted on two counts of murder"
    private static bool IsProved(SyntaxTree tree, int noun)
    {
        for (int up = tree.Head(noun); up >= 0; up = tree.Head(up))
        {
            if (FactualityCues.Is("proved", tree.Lemma(up)))
            {
                return true;
            }
        }

        return false;
    }

    // Whose word an accusation is, the statement tells; where nobody is named it is the report that leaves it open.
    private static bool IsByNobody(SyntaxTree tree, int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (tree.Tokens.Relations[child] == "nsubj" || tree.Is(child, "obl:agent") || (tree.Is(child, "obl") && tree.Child(child, "case") is >= 0 and int by && tree.Lemma(by) == "by"))
            {
                return false;
            }
        }

        return tree.Tokens.Features[verb].Contains("VerbForm=Part", StringComparison.Ordinal) && tree.Tokens.Features[verb].Contains("Tense=Past", StringComparison.Ordinal);
    }
}
