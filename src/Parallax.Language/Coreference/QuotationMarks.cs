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
        bool straight = false;
        for (int t = 0; t < tokens.Count; t++)
        {
            int here = tokens.Sentences[tokens.SentenceOf(t)].Block;
            ReadOnlySpan<char> form = tokens.Form(t);
            bool opens = form is "“" or "„" or "«" or "``", closes = form is "”" or "»" or "''", either = form is "\"";
            if (here != block)
            {
                open = 0;
                block = here;
            }

            if (opens || (either && open == 0))
            {
                open = ++count;
                straight = either;
                quotes[t] = open;
            }
            else if (closes || (either && straight))
            {
                quotes[t] = open;
                open = 0;
            }
            else
            {
                quotes[t] = open;
            }
        }

        return quotes;
    }
}
