using Parallax.Core.Layers;

namespace Parallax.Language.Coreference;

/// <summary>Which quotation each token stands in.</summary>
internal static class QuotationMarks
{
    /// <summary>The number of the quotation (from 1) of each token, 0 outside. A quotation left open ends with its block, or runs on where the next block opens with a mark again.</summary>
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
                open = 0;
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
