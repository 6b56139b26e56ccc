using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Clauses;

/// <content>What relative pronouns stand for.</content>
internal sealed partial class Clause
{
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
                return NameBefore(tree, token, tree.Head(up)) is >= 0 and int name ? name : tree.Head(up);
            }
        }

        return token;
    }

    // "works with unions, including the Lanor Union, of which it is a member" with the clause hung on "unions": the name beside which it stands.
    private static int NameBefore(SyntaxTree tree, int pronoun, int noun)
    {
        TokenLayer tokens = tree.Tokens;
        int comma = tree.Child(pronoun, "case") is >= 0 and int mark && mark == pronoun - 1 ? mark - 1 : pronoun - 1;
        int name = comma - 1;
        if (tree.Lemma(pronoun) != "which" || name <= noun || tokens.Form(comma) is not "," || tokens.Tags[name] != UniversalTag.Propn)
        {
            return -1;
        }

        while (tokens.Relations[name] is "flat" or "compound" && tree.Head(name) > noun)
        {
            name = tree.Head(name);
        }

        bool named = tree.Child(name, "case") is >= 0 and int including && tree.Lemma(including) is "include" or "including";
        return tree.Dominates(noun, name) && !named ? -1 : name;
    }
}
