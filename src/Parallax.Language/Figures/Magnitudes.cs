using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>How strong an earthquake was: a number on a scale without a unit, however it is told ("a magnitude of 5.9", "a 6.4-magnitude quake", "put it at 6.1").</summary>
internal static class Magnitudes
{
    /// <summary>The unit of such figures.</summary>
    public const string Unit = "magnitude";

    private const int Reach = 5;
    private const double Largest = 10;

    /// <summary>What the figure measures where it is a magnitude, or null.</summary>
    public static Measured? Of(TokenLayer tokens, FigurePhrase phrase)
    {
        if (phrase.Kind is not (FigureKind.Number or FigureKind.Measure) || phrase.Unit is not ("" or "degree") || (phrase.Value ?? phrase.Low) is not { } value || value is not (> 0 and < Largest) || phrase.High is >= Largest)
        {
            return null;
        }

        (int first, int end) = tokens.TokensOf(TextSpan.FromBounds(phrase.Start, phrase.End));
        if (first >= end)
        {
            return null;
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(first)];
        bool isDecimal = !double.IsInteger(value);
        int quake = Quake(tokens, sentence, first);
        bool told = IsLed(tokens, sentence, first, isDecimal) || IsFollowed(tokens, sentence, end, isDecimal, quake >= 0) || (isDecimal && quake >= 0 && IsMeasured(tokens, sentence, first));
        return !told ? null : quake >= 0 ? new Measured(true, Unit, quake, quake + 1) : new Measured(true, Unit, first, first);
    }

    // "magnitude of at least 5.9", "magnitude-5.9", "put the quake's magnitude at 5.9, but others said it was 6.1"
    private static bool IsLed(TokenLayer tokens, Sentence sentence, int first, bool isDecimal)
    {
        bool near = true;
        for (int i = first - 1; i >= sentence.FirstToken; i--)
        {
            if (tokens.Lemmas[i].Equals(Unit, StringComparison.OrdinalIgnoreCase) || tokens.Form(i).StartsWith("magnitude-", StringComparison.OrdinalIgnoreCase))
            {
                return near || (isDecimal && first > 0 && tokens.Lemmas[first - 1] is "at" or "be" or "to" or "measure");
            }

            near &= tokens.Form(i) is "of" or "at" or "-" or "least" or "about" or "around" or "or" or "a" or "an";
        }

        return tokens.Form(first).StartsWith("magnitude-", StringComparison.OrdinalIgnoreCase);
    }

    // "a 5.9 magnitude earthquake", "6.4 on the Richter scale", "a 6.1 quake"
    private static bool IsFollowed(TokenLayer tokens, Sentence sentence, int end, bool isDecimal, bool quake)
    {
        int next = end < sentence.EndToken && tokens.Form(end) is "-" ? end + 1 : end;
        if (next >= sentence.EndToken)
        {
            return false;
        }

        if (tokens.Lemmas[next].Equals(Unit, StringComparison.OrdinalIgnoreCase) || (quake && tokens.Lemmas[next] is "strength" or "degree") || (isDecimal && CountingWords.Instance.Has("quakes", tokens.Lemmas[next])))
        {
            return true;
        }

        for (int i = next; tokens.Form(next) is "on" && i < Math.Min(sentence.EndToken, next + Reach); i++)
        {
            if (tokens.Form(i).Equals("richter", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "a quake measuring 3.8"
    private static bool IsMeasured(TokenLayer tokens, Sentence sentence, int first) => first - 1 >= sentence.FirstToken && tokens.Lemmas[first - 1] is "measure" or "register";

    private static int Quake(TokenLayer tokens, Sentence sentence, int near)
    {
        int best = -1;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (CountingWords.Instance.Has("quakes", tokens.Lemmas[i].ToLowerInvariant()) && (best < 0 || Math.Abs(i - near) < Math.Abs(best - near)))
            {
                best = i;
            }
        }

        return best;
    }
}
