using Parallax.Core.Accounts;
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

        if (token > 0 && next == token + 1 && CountingWords.Instance.Has("parts", tokens.Form(token - 1)) && tokens.SentenceOf(token - 1) == tokens.SentenceOf(token)
            && (next >= tokens.Count || tokens.SentenceOf(next) != tokens.SentenceOf(token) || tokens.Tags[next] is UniversalTag.Adp or UniversalTag.Punct) && tokens.Tags[token - 1] is UniversalTag.Noun or UniversalTag.Propn)
        {
            return true; // "day six of the revolt"
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

    /// <summary>"Vostok-3", "F-16", "Article 5", "Group of Seven", "the Tarn 2000 planes": a number inside a name or glued to a word.</summary>
    public static bool IsInName(AnnotatedReport report, TokenLayer tokens, FigurePhrase phrase, TextSpan span)
    {
        string text = report.Report.Text.Text;
        if (span.Start > 1 && text[span.Start - 1] is '-' or '/' or '.' or '_' && char.IsLetterOrDigit(text[span.Start - 2]) && char.IsAsciiDigit(text[span.Start]) && !text.AsSpan(0, span.Start).EndsWith("-by-", StringComparison.Ordinal))
        {
            return true;
        }

        if (span.Start > 0 && char.IsLetter(text[span.Start - 1]))
        {
            return true;
        }

        // "the 1,000th of his career": only the first digit was read
        if (span.End + 4 < text.Length && text[span.End] == ',' && char.IsAsciiDigit(text[span.End - 1]) && char.IsAsciiDigit(text[span.End + 1]) && char.IsAsciiDigit(text[span.End + 2]) && char.IsAsciiDigit(text[span.End + 3]) && char.IsAsciiLetter(text[span.End + 4]))
        {
            return true;
        }

        // "a 40-to 50-member crew": two halves of a word; "multi-million dollar contracts" say no sum.
        if (text.AsSpan(0, span.Start).EndsWith("multi-", StringComparison.OrdinalIgnoreCase) || text.AsSpan(span.End).StartsWith("-to ", StringComparison.Ordinal) || text.AsSpan(0, span.Start).EndsWith("-to ", StringComparison.Ordinal))
        {
            return true;
        }

        // "with 4:08 to go": a clock.
        if ((span.End + 1 < text.Length && text[span.End] == ':' && char.IsAsciiDigit(text[span.End + 1])) || (span.Start > 1 && text[span.Start - 1] == ':' && char.IsAsciiDigit(text[span.Start - 2])))
        {
            return true;
        }

        int token = tokens.TokenAt(span.Start);
        if (char.IsAsciiDigit(text[span.Start]) && IsHouseNumber(tokens, token))
        {
            return true;
        }

        if (IsLabel(tokens, token, span))
        {
            return true;
        }

        if (IsModel(tokens, token, span) || IsTitle(tokens, phrase, span))
        {
            return true;
        }

        if (token > 0 && token < tokens.Count && char.IsAsciiDigit(text[span.Start]) && tokens.SentenceOf(token) == tokens.SentenceOf(token - 1)
            && tokens.Tags[token - 1] == UniversalTag.Propn && (tokens.Heads[token] == token - 1 || tokens.Relations[token] is "flat" or "nmod"))
        {
            return true;
        }

        foreach (NameMention name in report.Names.Overlapping(span))
        {
            if (name.Span.Contains(span) && name.Span.Length > span.Length)
            {
                return true;
            }
        }

        return false;
    }

    // "the Norland Tarn 2000 planes", "a Quell 737 jet": the name before the number and the number describe one noun, which is counted elsewhere.
    private static bool IsModel(TokenLayer tokens, int token, TextSpan span)
    {
        int next = token + 1;
        if (token < 1 || next >= tokens.Count || tokens.TokensOf(span).End != next || !char.IsAsciiDigit(tokens.Form(token)[0]) || tokens.Form(token).Contains(',') || tokens.SentenceOf(token - 1) != tokens.SentenceOf(next))
        {
            return false;
        }

        int noun = tokens.Heads[token];
        return tokens.Tags[token - 1] == UniversalTag.Propn && char.IsUpper(tokens.Form(token - 1)[0]) && noun > token && noun == tokens.Heads[token - 1] && tokens.Relations[token - 1] is "compound" or "nmod" or "flat" or "amod" && tokens.Tags[noun] == UniversalTag.Noun;
    }

    // "Million Dollar Tide": money in words and in capitals before a name.
    private static bool IsTitle(TokenLayer tokens, FigurePhrase phrase, TextSpan span)
    {
        (int first, int end) = tokens.TokensOf(span);
        bool money = phrase.Kind == FigureKind.Money && end - first > 1 && end < tokens.Count && tokens.SentenceOf(end) == tokens.SentenceOf(first) && tokens.Form(end - 1) is "Dollar" && char.IsUpper(tokens.Form(end)[0]);
        return money && char.IsUpper(tokens.Form(first)[0]) && char.IsLetter(tokens.Form(first)[0]);
    }

    private static bool IsOrdinal(ReadOnlySpan<char> form) => form.Length > 2 && char.IsAsciiDigit(form[0]) && form[^2..] is "st" or "nd" or "rd" or "th";

    // "5G", "1080p": generations of networks and sizes of pictures.
    private static bool IsDesignation(string told) => told is "2G" or "3G" or "4G" or "5G" or "6G" or "480p" or "720p" or "1080p" or "1440p" or "2160p";
}
