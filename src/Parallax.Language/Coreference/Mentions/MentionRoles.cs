using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Mentions;

/// <summary>The grammatical roles of mentions.</summary>
internal static class MentionRoles
{
    /// <summary>The role of the mention with a head; a conjunct has that of the first.</summary>
    public static MentionRole Of(SyntaxTree tree, int t)
    {
        string relation = tree.Tokens.Relations[t];
        if (relation == "conj" && tree.Head(t) >= 0)
        {
            relation = tree.Tokens.Relations[tree.Head(t)];
        }

        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return relation == "nmod:poss" ? MentionRole.Possessor : (colon < 0 ? relation : relation[..colon]) switch
        {
            "nsubj" or "csubj" => MentionRole.Subject,
            "obj" or "iobj" => MentionRole.Object,
            "obl" => MentionRole.Oblique,
            "nmod" => MentionRole.Complement,
            "compound" or "amod" => MentionRole.Modifier,
            _ => MentionRole.Other,
        };
    }
}
