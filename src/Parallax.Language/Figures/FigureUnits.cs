using Parallax.Core.Layers;

namespace Parallax.Language.Figures;

/// <summary>The units of what is counted.</summary>
internal static class FigureUnits
{
    private const int LongestShort = 5;

    /// <summary>The unit that counting a noun gives: its lemma, "person" for people, <c>thing</c> where the word is no noun.</summary>
    public static string Of(TokenLayer tokens, int noun)
    {
        ReadOnlySpan<char> form = tokens.Form(noun);
        if (noun > 1 && char.IsAsciiDigit(form[0]) && tokens.Form(noun - 1) is "-")
        {
            return tokens.Form(noun - 2).ToString() + "-" + form.TrimEnd('s').ToString(); // "seven AK-47s"
        }

        if (noun > 1 && tokens.Form(noun - 1) is "-" && tokens.Tags[noun - 2] == UniversalTag.Noun && form.EndsWith("goers", StringComparison.OrdinalIgnoreCase))
        {
            return tokens.Form(noun - 2).ToString().ToLowerInvariant() + "-goer"; // "500 concert-goers"
        }

        if (noun > 1 && tokens.Form(noun - 1) is "-" && form is "ins" or "offs" or "outs" or "ups" or "downs" or "overs" or "backs")
        {
            return tokens.Form(noun - 2).ToString().ToLowerInvariant() + "-" + form[..^1].ToString(); // "seven run-ins"
        }

        // "121 RBIs", "three OPS": letters have no lemma.
        ReadOnlySpan<char> letters = form[^1] == 's' ? form[..^1] : form;
        if (letters.Length is > 1 and <= LongestShort && !letters.ContainsAnyExceptInRange('A', 'Z'))
        {
            return letters.ToString();
        }

        bool people = form.Equals("people", StringComparison.OrdinalIgnoreCase) || form.Equals("persons", StringComparison.OrdinalIgnoreCase);
        return people ? "person" : tokens.Tags[noun] is UniversalTag.Pron or UniversalTag.Num or UniversalTag.Det ? "thing" : form.EndsWith("men", StringComparison.Ordinal) && tokens.Lemmas[noun].EndsWith("me", StringComparison.Ordinal) ? form[..^3].ToString().ToLowerInvariant() + "man" : Singular(tokens.Lemmas[noun].ToLowerInvariant());
    }

    // Lemmas from which only the "s" was cut: "campuse" of "campuses", "carrie" of "carries", "plainclothe" of "plainclothes".
    private static string Singular(string lemma) => lemma switch
    {
        _ when CountingWords.Instance.Has("ending-e", lemma) => lemma,
        [.., _, not ('a' or 'e' or 'i' or 'o' or 'u'), 'u', 's', 'e'] => lemma[..^1],
        [.., _, _, _, 'i', 'e'] => lemma[..^2] + "y",
        [.., 'c' or 's', 'h', 'e'] => lemma[..^1],
        _ when lemma.EndsWith("clothe", StringComparison.Ordinal) => lemma + "s",
        _ => lemma,
    };
}
