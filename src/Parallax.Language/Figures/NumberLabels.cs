using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>Numbers that name and do not count.</summary>
internal static class NumberLabels
{
    // Known by their day, or all day and week: no fractions.
    private static readonly string[] Days = ["9/11", "9-11", "9–11", "7/7", "24/7"];

    /// <summary>"page twenty", "a .45 caliber", "the 911 call", "the Sea-Me-We 4 cable": numbers that name.</summary>
    public static bool IsLabel(TokenLayer tokens, int token, TextSpan span)
    {
        if (tokens.Text.Slice(span) is var told && Array.Exists(Days, day => told.StartsWith(day, StringComparison.Ordinal)))
        {
            return true;
        }

        int next = tokens.TokensOf(span).End;
        if (token > 0 && token < tokens.Count && tokens.Form(token).Equals("half", StringComparison.OrdinalIgnoreCase) && CountingWords.Instance.Has("halves", tokens.Form(token - 1)))
        {
            return true; // "in the second half"
        }

        if (next < tokens.Count && next == token + 1 && next + 1 < tokens.Count && tokens.Form(next) is "-" or "–" && CountingWords.Instance.Has("decades", tokens.Form(next + 1)))
        {
            return true; // "the twenty-twenties"
        }

        if (next < tokens.Count && next == token + 1 && tokens.Form(token).Equals("double", StringComparison.OrdinalIgnoreCase) && tokens.Tags[next] is UniversalTag.Noun or UniversalTag.Propn)
        {
            return true; // "double standards"
        }

        if (next < tokens.Count && next == token + 1 && tokens.Form(next) is "down" && tokens.Lemmas[token] is "double" or "triple")
        {
            return true; // "doubles down on its promise"
        }

        if (next < tokens.Count && next == token + 1 && tokens.Form(token) is ['1', '9', _, _] or ['2', '0', _, _] && tokens.Tags[next] == UniversalTag.Propn && !tokens.Form(next).EndsWith("s", StringComparison.Ordinal))
        {
            return true; // "driving a 2008 Veltro": a make by its year
        }

        if (IsDesignation(tokens.Text.Slice(span)))
        {
            return true;
        }

        if (next < tokens.Count && next == token + 1 && tokens.Form(next).EndsWith("ties", StringComparison.Ordinal) && CountingWords.Instance.Has("decades", tokens.Form(next)))
        {
            return true; // "in the late nineteen fifties"
        }

        bool before = token > 0 && token < tokens.Count && tokens.SentenceOf(token - 1) == tokens.SentenceOf(token), after = next < tokens.Count && token < tokens.Count && tokens.SentenceOf(next) == tokens.SentenceOf(token);
        if ((before && tokens.Tags[token - 1] == UniversalTag.Noun && CountingWords.Instance.Has("labels", tokens.Form(token - 1))) || (after && CountingWords.Instance.Has("designations", tokens.Form(next))))
        {
            return true;
        }

        if (after && next == token + 1 && char.IsAsciiDigit(tokens.Form(token)[0]) && char.IsUpper(tokens.Form(next)[0]) && CountingWords.Instance.Has("roads", tokens.Form(next)))
        {
            return true; // "east of the 12 Freeway"
        }

        if (!after || !char.IsAsciiDigit(tokens.Form(token)[0]) || next != token + 1)
        {
            return false;
        }

        bool singular = tokens.Tags[next] == UniversalTag.Noun && !tokens.Features[next].Contains("Number=Plur", StringComparison.Ordinal) && !tokens.Form(next).EndsWith("s", StringComparison.Ordinal) && tokens.Form(next) is not ("people" or "men" or "women" or "children" or "percent");
        bool emergency = tokens.Form(token) is "911" or "999" or "112" && (singular || tokens.Lemmas[next] is "call" or "dispatcher" or "operator");
        return emergency || (before && singular && span.Length <= 2 && tokens.Tags[token - 1] == UniversalTag.Propn && char.IsUpper(tokens.Form(token - 1)[0]) && next + 1 < tokens.Count && tokens.Tags[next + 1] is not UniversalTag.Noun && tokens.Form(token) is not "1");
    }

    /// <summary>"1800 Quill Ave.", "40 West 7th St."</summary>
    public static bool IsHouseNumber(TokenLayer tokens, int number)
    {
        for (int i = number + 1; i < tokens.Count && i <= number + 4 && (char.IsUpper(tokens.Form(i)[0]) || IsOrdinal(tokens.Form(i))) && tokens.SentenceOf(i) == tokens.SentenceOf(number); i++)
        {
            if (i > number + 1 && CountingWords.Instance.Has("streets", tokens.Form(i).TrimEnd('.')))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> form) => form.Length > 2 && char.IsAsciiDigit(form[0]) && form[^2..] is "st" or "nd" or "rd" or "th";

    // "5G", "1080p": generations of networks and sizes of pictures.
    private static bool IsDesignation(string told) => told is "2G" or "3G" or "4G" or "5G" or "6G" or "480p" or "720p" or "1080p" or "1440p" or "2160p";
}
