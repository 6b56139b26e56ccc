using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>Tells numbers that say of what kind something is, not how much of it there is: "a two-step dance", "the triple murderer", "his two cents worth".</summary>
internal static class FigureIdioms
{
    /// <summary>Whether a number tells no quantity.</summary>
    /// <param name="tokens">The tokens; at least one.</param>
    /// <param name="phrase">The number.</param>
    /// <param name="span">Where it stands.</param>
    public static bool IsOne(TokenLayer tokens, FigurePhrase phrase, TextSpan span)
    {
        (int first, int end) = tokens.TokensOf(span);
        if (first >= end || end >= tokens.Count || tokens.SentenceOf(end) != tokens.SentenceOf(first))
        {
            return false;
        }

        return phrase.Kind switch
        {
            FigureKind.Number => end + 2 < tokens.Count && tokens.Form(end) is "-" && CountingWords.Instance.Has("described", tokens.Form(end + 1))
                && (tokens.Tags[end + 2] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj || tokens.Form(end + 2) is "-"),
            FigureKind.Multiple => end == first + 1 && tokens.Relations[first] is "amod" or "compound" && tokens.Heads[first] > first && tokens.Tags[end] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj,
            FigureKind.Money => phrase.Value < 1 && CountingWords.Instance.Has("opinions", tokens.Form(end)) && first > 0 && tokens.Relations[first - 1] is "nmod:poss",
            _ => false,
        };
    }
}
