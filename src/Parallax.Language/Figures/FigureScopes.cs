using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>Of which whole a figure is told: a count "so far" or "during the five operations", a length "from the frontier", "two of them".</summary>
internal static class FigureScopes
{
    // Sentences between a number of things and "two of them".
    private const int Reach = 3, LongestAside = 6;

    /// <summary>The words that tell the whole, or null.</summary>
    /// <param name="tokens">Tokens of the report.</param>
    /// <param name="phrase">The figure.</param>
    public static TextSlice? Of(TokenLayer tokens, FigurePhrase phrase)
    {
        (int first, int end) = tokens.TokensOf(TextSpan.FromBounds(phrase.Start, phrase.End));
        return first >= end ? null
            : phrase is { Kind: FigureKind.Measure, Unit: "km" or "m" } ? From(tokens, first, end)
            : phrase.Kind is FigureKind.Number or FigureKind.Money ? Total(tokens, first, end, phrase.Kind == FigureKind.Number)
            : null;
    }

    /// <summary>What "two of them" is a part of: the nearest number of more things, not far before; nothing told where there is none.</summary>
    /// <param name="tokens">Tokens of the report.</param>
    /// <param name="figures">The figures before it.</param>
    /// <param name="pronoun">The pronoun, as what is measured.</param>
    /// <param name="part">How many of them.</param>
    public static Measured WholeOf(TokenLayer tokens, List<Figure> figures, Measured pronoun, double? part)
    {
        for (int i = figures.Count - 1; i >= 0; i--)
        {
            Figure whole = figures[i];
            if (tokens.SentenceOf(pronoun.First) - tokens.SentenceOf(tokens.TokenAt(whole.Start)) > Reach)
            {
                break;
            }

            bool counts = whole is { Aspect: FigureAspect.Level, Measures: not null } && whole.Unit.Length > 3 && char.IsAsciiLetterLower(whole.Unit[0]) && whole.Unit is not (Magnitudes.Unit or "percent" or "percentage-point" or "times" or "share" or "year" or "thing");
            if (counts && (part is null || whole.High is null || whole.High > part))
            {
                (int first, int end) = tokens.TokensOf(TextSpan.FromBounds(whole.Measures!.Start, whole.Measures.End)); // counts asks for it
                return new Measured(true, whole.Unit, first, end);
            }
        }

        // "the four robbers, two of whom": the noun that the clause is about.
        int verb = tokens.Heads[pronoun.First];
        for (int step = 0; verb >= 0 && step < LongestAside && !tokens.Relations[verb].StartsWith("acl", StringComparison.Ordinal); step++)
        {
            verb = tokens.Heads[verb];
        }

        bool relative = tokens.Form(pronoun.First) is "whom" or "which" && verb >= 0 && tokens.Heads[verb] is >= 0 && tokens.Heads[verb] < pronoun.First && tokens.Tags[tokens.Heads[verb]] == UniversalTag.Noun;
        int noun = relative ? tokens.Heads[verb] : -1;
        return noun >= 0 ? new Measured(true, FigureUnits.Of(tokens, noun), noun, noun + 1) : new Measured(true, "thing", pronoun.First, pronoun.First);
    }

    // "about 50 km from the frontier", "80 km (50 miles) east of Tarn"
    private static TextSlice? From(TokenLayer tokens, int first, int end)
    {
        int at = end;
        if (at < tokens.Count && tokens.Form(at) is "(")
        {
            while (at < tokens.Count && tokens.Form(at) is not ")" && at - end < LongestAside)
            {
                at++;
            }

            at++;
        }
        else if (at < tokens.Count && tokens.Form(at) is ")")
        {
            at++;
        }

        if (at + 1 >= tokens.Count || tokens.SentenceOf(at + 1) != tokens.SentenceOf(first) || !CountingWords.Instance.Has("directions", tokens.Form(at)))
        {
            return null;
        }

        int noun = at + 1;
        while (noun < tokens.Count && (tokens.Form(noun) is "of" or "from" or "the" or "a" or "an" || CountingWords.Instance.Has("directions", tokens.Form(noun))))
        {
            noun++;
        }

        return noun > at + 1 | tokens.Form(at) is "from" or "off" or "outside" or "beyond" && FigureMeasure.NounAfter(tokens, noun) is >= 0 and int last && FigureMeasure.Names(tokens, last) ? Slice(tokens, at, last + 1) : null;
    }

    // "so far", "thus far", "in all" of the same verb; "during the five operations" after it.
    private static TextSlice? Total(TokenLayer tokens, int first, int end, bool counts)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(first)];
        int verb = FigureMeasure.Verb(tokens, first);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (i >= first && i < end)
            {
                continue;
            }

            int length = TotalAt(tokens, i, sentence.EndToken);
            if (length > 0 && FigureMeasure.Verb(tokens, i) is var other && (other == verb || (other >= 0 && verb >= 0 && tokens.Heads[other] == verb) || (i == sentence.FirstToken && tokens.Heads[verb < 0 ? i : verb] < 0)))
            {
                return Slice(tokens, i, i + length);
            }

            if (counts && i >= end && CountingWords.Instance.Has("spans", tokens.Form(i)) && Occasions(tokens, i + 1, sentence.EndToken) is > 0 and int last)
            {
                return Slice(tokens, i, last);
            }
        }

        return null;
    }

    // Tokens of a word of a running total at a place, or 0.
    private static int TotalAt(TokenLayer tokens, int token, int end)
    {
        const int Longest = 3;
        string words = "";
        for (int length = 1; length <= Longest && token + length <= end; length++)
        {
            words += (length > 1 ? "-" : "") + tokens.Form(token + length - 1).ToString();
            if (CountingWords.Instance.Has("totals", words))
            {
                return length;
            }
        }

        return 0;
    }

    // "the five operations": the token after the noun, or 0. No stretch of time.
    private static int Occasions(TokenLayer tokens, int start, int end)
    {
        bool several = false;
        for (int i = start; i < end && i - start < LongestAside; i++)
        {
            several |= tokens.Tags[i] == UniversalTag.Num || tokens.Form(i) is "all" or "several" or "many" or "both";
            if (tokens.Tags[i] == UniversalTag.Noun && (i + 1 >= end || tokens.Tags[i + 1] != UniversalTag.Noun))
            {
                return several && FigureMeasure.Names(tokens, i) && tokens.Features[i].Contains("Number=Plur", StringComparison.Ordinal) ? i + 1 : 0;
            }

            if (tokens.Tags[i] is not (UniversalTag.Num or UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Pron))
            {
                return 0;
            }
        }

        return 0;
    }

    private static TextSlice Slice(TokenLayer tokens, int first, int end)
    {
        TextSpan span = tokens.Span(first, end);
        return new TextSlice(tokens.Text.Slice(span), span.Start, span.End);
    }
}
