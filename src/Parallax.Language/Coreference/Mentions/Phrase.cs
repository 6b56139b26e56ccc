using System.Text;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Mentions;

/// <summary>The stretch of tokens that a noun heads, whole (relative clauses and appositions included) or tight (without them).</summary>
internal static class Phrase
{
    /// <summary>From the determiner to the last modifier; case markers before, conjuncts, and what belongs to a predicate (subject, copula) are left out.</summary>
    public static (int First, int End) Whole(SyntaxTree tree, int head) => Extent(tree, head, tight: false);

    /// <summary>As <see cref="Whole"/>, without appositions, clauses, and whatever follows a comma or bracket.</summary>
    public static (int First, int End) Tight(SyntaxTree tree, int head) => Extent(tree, head, tight: true);

    /// <summary>Lemmas, lower case, of the content words of the tight phrase other than the head.</summary>
    public static List<string> Modifiers(SyntaxTree tree, int head, int first, int end)
    {
        TokenLayer tokens = tree.Tokens;
        List<string> modifiers = [];
        for (int t = first; t < end; t++)
        {
            if (t != head && tokens.Tags[t] is UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Num)
            {
                modifiers.Add(tokens.Lemmas[t].ToLowerInvariant());
            }
        }

        return modifiers;
    }

    /// <summary>The words, lower case, one space between, without a leading article and a trailing possessive mark.</summary>
    public static string Words(TokenLayer tokens, int first, int end)
    {
        while (first + 1 < end && tokens.Tags[first] is UniversalTag.Det)
        {
            first++;
        }

        return Join(tokens, first, end).ToLowerInvariant();
    }

    /// <summary>The words, one space between, without a trailing possessive mark.</summary>
    public static string Join(TokenLayer tokens, int first, int end)
    {
        while (end - 1 > first && tokens.Form(end - 1) is "'s" or "’s" or "'" or "’")
        {
            end--;
        }

        StringBuilder words = new();
        for (int t = first; t < end; t++)
        {
            // "Hossein Amir-Abdollahian" and "U.S." stay as they stand; only gaps of the text become one space.
            if (t > first && tokens.Starts[t] > tokens.Ends[t - 1])
            {
                words.Append(' ');
            }

            words.Append(tokens.Form(t));
        }

        return words.ToString();
    }

    private static (int First, int End) Extent(SyntaxTree tree, int head, bool tight)
    {
        TokenLayer tokens = tree.Tokens;
        bool predicate = tree.Child(head, "cop") >= 0;
        int first = head, end = head + 1;
        ReadOnlySpan<int> children = tree.Children(head);
        for (int i = children.Length - 1; i >= 0; i--)
        {
            int child = children[i];
            if (child < head && Belongs(tree, child, head, predicate, tight))
            {
                first = Math.Min(first, tree.First(child));
            }
        }

        foreach (int child in children)
        {
            if (child < head)
            {
                continue;
            }

            if (tight && tokens.Relations[child] == "punct" && tokens.Form(child) is "," or "(" or "–" or "—" or "-" or ":" or ";")
            {
                if (tokens.Form(child) is not "-")
                {
                    break;
                }
            }

            if (tight && (tree.Is(child, "appos") || CommaBefore(tokens, tree, child)))
            {
                break;
            }

            if (Belongs(tree, child, head, predicate, tight))
            {
                end = Math.Max(end, WholeEnd(tree, child, tight));
            }
        }

        while (end - 1 > head && tokens.Tags[end - 1] == UniversalTag.Punct && tokens.Form(end - 1) is not (")" or "”" or "\""))
        {
            end--;
        }

        // "why several towns", "especially the limits": what only ties the phrase to its sentence.
        while (first < head && (tokens.Form(first) is "," or ";" or ":" or "-" or "–" or "—" || BodyWords.Is("edge", tokens.Form(first).ToString().ToLowerInvariant())))
        {
            first++;
        }

        return (first, end);
    }

    private static int WholeEnd(SyntaxTree tree, int child, bool tight)
    {
        if (!tight)
        {
            return tree.End(child);
        }

        // "secretary of the council, a body …": what follows the comma inside the complement is no part of the tight phrase.
        TokenLayer tokens = tree.Tokens;
        if (tree.Is(child, "nmod") && tokens.Relations[child] != "nmod:poss")
        {
            int end = Extent(tree, child, tight: true).End;
            foreach (int conj in tree.Children(child))
            {
                if (tree.Is(conj, "conj") && tokens.Tags[conj] is UniversalTag.Noun or UniversalTag.Propn)
                {
                    end = Math.Max(end, Extent(tree, conj, tight: true).End);
                }
            }

            return end;
        }

        return tree.End(child);
    }

    private static bool CommaBefore(TokenLayer tokens, SyntaxTree tree, int child)
    {
        int before = tree.First(child) - 1;
        int first = tree.First(child);
        return (before >= 0 && tokens.Form(before) is "," or "(" or "–" or "—") || tokens.Form(first) is "," or "(" or "–" or "—";
    }

    private static bool Belongs(SyntaxTree tree, int child, int head, bool predicate, bool tight)
    {
        string relation = tree.Tokens.Relations[child];
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        switch (colon < 0 ? relation : relation[..colon])
        {
            case "case":
                return child > head;
            case "punct":
                return false;
            case "det" or "amod" or "compound" or "nummod" or "flat" or "fixed" or "goeswith":
                return true;
            case "nmod":
                return true;
            case "advmod":
                return !predicate && child < head && tree.Tokens.Tags[child] != UniversalTag.Part;
            case "acl" or "appos":
                return !tight;
            case "advcl":
                return !tight && relation == "advcl:relcl" && false;
            default:
                return false;
        }
    }
}
