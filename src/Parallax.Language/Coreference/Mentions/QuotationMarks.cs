using Parallax.Core.Layers;

namespace Parallax.Language.Coreference.Mentions;

/// <summary>Which quotation each token stands in.</summary>
internal static class QuotationMarks
{
    // A quotation runs on over at most so many blocks without a mark.
    private const int Blocks = 4;

    /// <summary>The number of the quotation (from 1) of each token, 0 outside. A quotation left open ends with its block, or runs on where the next mark closes it.</summary>
    public static int[] Number(TokenLayer tokens)
    {
        int[] quotes = new int[tokens.Count];
        int count = 0, open = 0, block = -1;
        char style = ' ';
        for (int t = 0; t < tokens.Count; t++)
        {
            int here = tokens.Sentences[tokens.SentenceOf(t)].Block;
            ReadOnlySpan<char> form = tokens.Form(t);
            if (here != block)
            {
                open = open > 0 && RunsOn(tokens, t, style) ? open : 0;
                block = here;
            }

            char opened = Opening(tokens, t, form, open);
            if (opened != ' ')
            {
                (open, style) = (++count, opened);
                quotes[t] = open;
                continue;
            }

            quotes[t] = open;
            if (form is "”" or "»" or "''" || (form is "\"" && style == '"') || (form is "’" or "'" && style == '\''))
            {
                open = 0;
            }
        }

        return quotes;
    }

    // Whether the next mark, in this block or the few after it, closes: a text whose every sentence stands in a block of its own.
    private static bool RunsOn(TokenLayer tokens, int first, char style)
    {
        int blocks = 0, block = tokens.Sentences[tokens.SentenceOf(first)].Block, start = first, marks = 0;
        for (int t = first; t < tokens.Count; t++)
        {
            int here = tokens.Sentences[tokens.SentenceOf(t)].Block;
            if (here != block)
            {
                if (marks > 0 || ++blocks == Blocks)
                {
                    break;
                }

                (block, start) = (here, t);
            }

            ReadOnlySpan<char> form = tokens.Form(t);
            if (style == '“' && form is "“" or "”")
            {
                return form is "”";
            }

            bool mark = style == '"' && form is "\"";
            if (mark && t == start)
            {
                return false;
            }

            marks += mark ? 1 : 0;
        }

        return marks % 2 == 1;
    }

    // The mark that opens here: '"' a straight one, '\'' a single one (only outside quotations, before a word and after a space), '“' any other; ' ' none.
    private static char Opening(TokenLayer tokens, int t, ReadOnlySpan<char> form, int open)
    {
        if (form is "“" or "„" or "«" or "``")
        {
            return '“';
        }

        if (open > 0)
        {
            return ' ';
        }

        bool single = form is "‘" or "'" && t + 1 < tokens.Count && tokens.Starts[t + 1] == tokens.Ends[t] && (t == 0 || tokens.Starts[t] > tokens.Ends[t - 1]);
        return form is "\"" ? '"' : single ? '\'' : ' ';
    }
}
