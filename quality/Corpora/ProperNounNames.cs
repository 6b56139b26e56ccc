using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Quality.Corpora;

/// <summary>Stands in for the names layer where a gold parse is read without the network: runs of proper nouns that one of them heads.</summary>
public static class ProperNounNames
{
    /// <summary>The runs, all of kind Other: class and gender are then guessed from the words alone.</summary>
    public static Layer<NameMention> Find(TokenLayer tokens)
    {
        SyntaxTree tree = new(tokens);
        List<NameMention> names = [];
        for (int t = 0; t < tokens.Count;)
        {
            int end = t;
            while (end < tokens.Count && tokens.Tags[end] == UniversalTag.Propn && tokens.SentenceOf(end) == tokens.SentenceOf(t) && (end == t || Inside(tree, t, end)))
            {
                end++;
            }

            if (end > t)
            {
                names.Add(new NameMention(tokens.Span(t, end), t, end - t, NameKind.Other));
            }

            t = Math.Max(end, t + 1);
        }

        return new Layer<NameMention>(names);
    }

    private static bool Inside(SyntaxTree tree, int first, int token)
    {
        int head = tree.Head(token);
        bool back = head >= first && head < token, forward = tree.Head(token - 1) == token;
        return (back && tree.Tokens.Relations[token] is "flat" or "compound" or "goeswith") || (forward && tree.Tokens.Relations[token - 1] is "compound" or "flat");
    }
}
