using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>Tells numbers that say of what kind something is, not how much of it there is: "a two-step dance", "the triple murderer", "his two cents worth", "killed two and wounded a third".</summary>
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

        if (IsNextOne(tokens, phrase, first, end))
        {
            return true;
        }

        // "charged over one of the leaks": no bound
        if (phrase is { Kind: FigureKind.Number, Value: 1, Modifier: "more than" } && tokens.Form(first) is "over" && tokens.Form(end) is "of")
        {
            return true;
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

    // "killed two workers and wounded a third": one more, and no part of anything.
    private static bool IsNextOne(TokenLayer tokens, FigurePhrase phrase, int first, int end)
    {
        if (end != first + 2 || tokens.Form(first) is not ("a" or "A") || phrase.Value is not (> 0 and < 1) || tokens.Form(end) is "of" or "more" or "less" or "fewer" || (first > 0 && tokens.Tags[first - 1] == UniversalTag.Adp && tokens.Form(first - 1) is "by" or "about"))
        {
            return false;
        }

        string? before = tokens.Form(end - 1) switch { "third" => "two", "fourth" => "three", "fifth" => "four", "sixth" => "five", _ => null };
        string? digits = before switch { "two" => "2", "three" => "3", "four" => "4", "five" => "5", _ => null };
        for (int i = tokens.Sentences[tokens.SentenceOf(first)].FirstToken; before is not null && i < first; i++)
        {
            if (tokens.Form(i).Equals(before, StringComparison.OrdinalIgnoreCase) || tokens.Form(i).SequenceEqual(digits))
            {
                return true;
            }
        }

        return false;
    }
}
