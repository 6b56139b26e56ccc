using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>Tells scores and records ("an 88-72 loss", "a 9-14 start", "won 3-1") from ranges ("10-12 boats"): two numbers of which neither counts anything.</summary>
internal static class Scores
{
    private const int LongestPhrase = 4;

    /// <summary>Whether the phrase is a score, or the first number of one.</summary>
    public static bool IsScore(TokenLayer tokens, FigurePhrase phrase)
    {
        if (phrase.Kind != FigureKind.Number || phrase.Unit.Length > 0)
        {
            return false;
        }

        string text = tokens.Text.Text;
        if (phrase.End + 1 < text.Length && IsDash(text[phrase.End]) && char.IsAsciiDigit(text[phrase.End + 1]) && char.IsAsciiDigit(text[phrase.End - 1]))
        {
            return true; // "88-72": falling, so no range was read.
        }

        int dash = text.AsSpan(phrase.Start, phrase.End - phrase.Start).IndexOfAny('-', '–');
        bool glued = dash > 0 && phrase.Start + dash + 1 < phrase.End && char.IsAsciiDigit(text[phrase.Start + dash - 1]) && char.IsAsciiDigit(text[phrase.Start + dash + 1]);
        return glued && !CountsMany(tokens, TextSpan.FromBounds(phrase.Start, phrase.End));
    }

    private static bool IsDash(char mark) => mark is '-' or '–';

    // A plural noun begins right after it: "10-12 people", "10-12 heavy lorries".
    private static bool CountsMany(TokenLayer tokens, TextSpan span)
    {
        (_, int end) = tokens.TokensOf(span);
        for (int i = end; i < tokens.Count && i - end < LongestPhrase && tokens.SentenceOf(i) == tokens.SentenceOf(Math.Max(0, end - 1)); i++)
        {
            if (tokens.Tags[i] is UniversalTag.X)
            {
                return true; // Without a parse nothing tells.
            }

            bool noun = tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn;
            if (noun && (i + 1 >= tokens.Count || tokens.Tags[i + 1] is not (UniversalTag.Noun or UniversalTag.Propn)))
            {
                return tokens.Features[i].Contains("Number=Plur", StringComparison.Ordinal) || tokens.Form(i).EndsWith("s", StringComparison.Ordinal);
            }

            if (!noun && tokens.Tags[i] is not (UniversalTag.Adj or UniversalTag.Adv))
            {
                return false;
            }
        }

        return false;
    }
}
