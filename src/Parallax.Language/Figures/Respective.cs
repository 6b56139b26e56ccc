using System.Runtime.InteropServices;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>"Oats and barley cost 300 and 700 crowns respectively": each figure measures what stands at its place in the row of names before it.</summary>
internal static class Respective
{
    // Tokens between two figures of one row: "up to 300 kilometres and 700 kilometres".
    private const int LongestLink = 4;

    /// <summary>Gives the figures told "respectively" what each measures, where as many things as figures stand in a row: in the same sentence, or in the one before where "these" or "they" points to it.</summary>
    /// <param name="tokens">The tokens with their parse.</param>
    /// <param name="figures">Figures in the order of the text, changed in place.</param>
    public static void Apply(TokenLayer tokens, List<Figure> figures)
    {
        for (int i = 0; i < figures.Count; i++)
        {
            int end = EndOfRow(tokens, figures, i);
            int sentence = tokens.SentenceOf(tokens.TokenAt(figures[i].Start));
            if (end - i > 1 && IsTold(tokens, sentence, figures[i], figures[end - 1]) && Things(tokens, sentence, tokens.TokenAt(figures[i].Start), end - i) is { } things)
            {
                Span<Figure> row = CollectionsMarshal.AsSpan(figures)[i..end];
                for (int k = 0; k < row.Length; k++)
                {
                    TextSpan span = tokens.Span(things[k].First, things[k].End);
                    row[k] = row[k] with { Measures = new TextSlice(tokens.Text.Slice(span), span.Start, span.End) };
                }
            }

            i = end - 1;
        }
    }

    private static int EndOfRow(TokenLayer tokens, List<Figure> figures, int first)
    {
        int next = first + 1;
        while (next < figures.Count && IsLinked(tokens, figures[next - 1], figures[next]))
        {
            next++;
        }

        return next;
    }

    private static bool IsLinked(TokenLayer tokens, Figure left, Figure right)
    {
        int from = tokens.TokenAt(left.End - 1) + 1, to = tokens.TokenAt(right.Start);
        if (to <= from || to - from > LongestLink || to >= tokens.Count || tokens.SentenceOf(from - 1) != tokens.SentenceOf(to))
        {
            return false;
        }

        bool joined = false;
        for (int i = from; i < to; i++)
        {
            joined |= tokens.Form(i) is "and" or ",";
        }

        return joined;
    }

    private static bool IsTold(TokenLayer tokens, int sentence, Figure first, Figure last)
    {
        Sentence within = tokens.Sentences[sentence];
        (int start, int end) = (tokens.TokenAt(first.Start), tokens.TokenAt(last.End - 1));
        for (int i = within.FirstToken; i < within.EndToken; i++)
        {
            if ((i < start || i > end) && tokens.Form(i) is "respectively" or "Respectively")
            {
                return true;
            }
        }

        return false;
    }

    // The nearest row of exactly so many nouns before the figures.
    private static (int First, int End)[]? Things(TokenLayer tokens, int sentence, int before, int count)
    {
        Sentence own = tokens.Sentences[sentence];
        if (Row(tokens, own.FirstToken, before, count) is { } row)
        {
            return row;
        }

        return sentence > 0 && PointsBack(tokens, own.FirstToken, before) && tokens.Sentences[sentence - 1] is var last ? Row(tokens, last.FirstToken, last.EndToken, count) : null;
    }

    private static (int First, int End)[]? Row(TokenLayer tokens, int from, int to, int count)
    {
        for (int head = to - 1; head >= from; head--)
        {
            if (!IsNoun(tokens, head))
            {
                continue;
            }

            List<int> row = [head];
            for (int i = head + 1; i < to; i++)
            {
                if (tokens.Heads[i] == head && tokens.Relations[i] == "conj" && IsNoun(tokens, i))
                {
                    row.Add(i);
                }
            }

            if (row.Count == count)
            {
                return [.. row.Select(noun => Phrase(tokens, noun, from, to))];
            }
        }

        return null;
    }

    // The noun with what makes its name ("the Alder-5 lamp"), without its article.
    private static (int First, int End) Phrase(TokenLayer tokens, int noun, int from, int to)
    {
        int first = noun, end = noun + 1;
        while (first > from && tokens.Heads[first - 1] == noun && (tokens.Relations[first - 1].StartsWith("compound", StringComparison.Ordinal) || tokens.Relations[first - 1] is "amod" or "flat" or "nmod:poss"))
        {
            first--;
        }

        while (end < to && (IsGlued(tokens, end) || (tokens.Heads[end] == noun && tokens.Relations[end].StartsWith("flat", StringComparison.Ordinal))))
        {
            end++;
        }

        return (first, end);
    }

    // "Alder-5": one word to a reader.
    private static bool IsGlued(TokenLayer tokens, int token) =>
        tokens.Span(token, token + 1).Start == tokens.Span(token - 1, token).End && (tokens.Form(token) is "-" || (char.IsLetterOrDigit(tokens.Form(token)[0]) && tokens.Form(token - 1) is "-"));

    private static bool PointsBack(TokenLayer tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (tokens.Form(i) is "These" or "these" or "Those" or "those" or "They" or "they" or "Both" or "both" or "two")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNoun(TokenLayer tokens, int token) => tokens.Tags[token] is UniversalTag.Noun or UniversalTag.Propn;
}
