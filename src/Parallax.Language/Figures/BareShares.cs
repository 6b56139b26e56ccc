using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>What a share without a noun is a share of: "40 percent of the members backed Orsk, while 23 percent favoured Vale", "Among the young, six in 10 agreed".</summary>
internal static class BareShares
{
    private const int Farthest = 2, MostAdverbs = 2;

    /// <summary>Gives shares that are the subject of a verb the whole told before: that of "among …" at the head of the sentence, else of the last share within two sentences; else none.</summary>
    /// <param name="tokens">The tokens with their parse.</param>
    /// <param name="figures">Figures in the order of the text, changed in place.</param>
    public static void Apply(TokenLayer tokens, Span<Figure> figures)
    {
        for (int i = 0; i < figures.Length; i++)
        {
            if (figures[i].Unit is not ("percent" or "share") || !IsSubject(tokens, figures[i], out int first))
            {
                continue;
            }

            TextSlice? among = Among(tokens, first, out bool told);
            TextSlice? whole = Last(tokens, figures[..i], first, 0) ?? (told ? among : Last(tokens, figures[..i], first, Farthest));
            figures[i] = figures[i] with { Measures = whole, Aspect = FigureAspect.Share };
        }
    }

    // A verb follows, and nothing before it makes it a thing ("the top 1 percent", "a tax of 5 percent").
    private static bool IsSubject(TokenLayer tokens, Figure figure, out int first)
    {
        (first, int end) = tokens.TokensOf(figure.Span);
        if (first >= end || figure.Aspect == FigureAspect.Change)
        {
            return false;
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(first)];
        int verb = end;
        while (verb < sentence.EndToken && verb - end < MostAdverbs && tokens.Tags[verb] == UniversalTag.Adv)
        {
            verb++;
        }

        if (verb >= sentence.EndToken || tokens.Tags[verb] is not (UniversalTag.Verb or UniversalTag.Aux) || !tokens.Features[verb].Contains("VerbForm=Fin", StringComparison.Ordinal))
        {
            return false;
        }

        int before = first - 1;
        while (before >= sentence.FirstToken && first - before <= MostAdverbs && tokens.Tags[before] == UniversalTag.Adv)
        {
            before--;
        }

        return before < sentence.FirstToken || tokens.Tags[before] is UniversalTag.Cconj or UniversalTag.Sconj || tokens.Form(before) is "," or ";" or ":" or "–" or "—" or "while";
    }

    // "Among the young, six in 10 agreed."
    private static TextSlice? Among(TokenLayer tokens, int first, out bool told)
    {
        int start = tokens.Sentences[tokens.SentenceOf(first)].FirstToken;
        told = start + 1 < first && tokens.Form(start) is "Among" or "Of";
        if (!told)
        {
            return null;
        }

        int noun = FigureMeasure.NounAfter(tokens, start + 1);
        if (noun < 0 || noun >= first || !FigureMeasure.Names(tokens, noun) || CountingWords.Instance.Has("chosen", tokens.Lemmas[noun]))
        {
            return null; // "Among the candidates, 56 percent would vote for Vale."
        }

        Measured phrase = FigureMeasure.Counted(tokens, noun, start + 1);
        TextSpan span = tokens.Span(phrase.First, Math.Min(phrase.End, first));
        return new TextSlice(tokens.Text.Slice(span), span.Start, span.End);
    }

    private static TextSlice? Last(TokenLayer tokens, ReadOnlySpan<Figure> before, int first, int farthest)
    {
        for (int i = before.Length - 1; i >= 0 && tokens.SentenceOf(first) - tokens.SentenceOf(tokens.TokenAt(before[i].Start)) <= farthest; i--)
        {
            if (before[i].Aspect == FigureAspect.Share && before[i].Unit is not ("point" or "percentage-point"))
            {
                return before[i].Measures;
            }
        }

        return null;
    }
}
