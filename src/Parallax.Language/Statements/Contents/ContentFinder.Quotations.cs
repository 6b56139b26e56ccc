using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Contents;

/// <content>Quotations beside a cue that the parse does not tie to it.</content>
internal sealed partial class ContentFinder
{
    /// <summary>A quotation beside the cue that the parse does not tie to it: in its sentence, right before or right behind it.</summary>
    private Choice NearbyQuotation(Cue cue)
    {
        if ((cue.Passive && !cue.IsQuotedAs) || (tree.Child(cue.Head, "xcomp") is int doing and >= 0 && tree.Child(doing, "mark", "to") >= 0))
        {
            // "continuing to sell it": what is done, and no words.
            return Choice.None;
        }

        (int first, int end) = tree.SentenceBounds(cue.Head);
        if (quoted.Of(cue.Head) >= 0)
        {
            return Choice.None;
        }

        // Behind: only white space, commas or a colon between the cue's own clause and the quotation, which is as long as a clause.
        for (int i = cue.Tokens[^1] + 1; i < end; i++)
        {
            if (quoted.Of(i) is int q and >= 0)
            {
                bool near = tree.Below(i, cue.Anchor) || i <= cue.Tokens[^1] + 4 || (Tokens.Form(i - 1) is ":" or ",");
                return near && IsClause(q) ? Of(q, "content.quotation-behind", "quotation behind the cue in its sentence") : Choice.None;
            }
        }

        bool introduces = Tokens.Form(end - 1) is ":" or "," || cue.Tokens[^1] >= end - 1;
        if (introduces && end < Tokens.Count && quoted.Of(end) is int next and >= 0 && quoted.Ranges[next].First == end && quoted.Of(end - 1) < 0)
        {
            return Of(next, "content.quotation-next", "quotation that the sentence of the cue introduces");
        }

        // Before: the cue's clause is all that stands between the quotation and the cue.
        int start = Math.Min(tree.Yield(cue.Anchor).Find(i => i >= first && Tokens.Tags[i] != UniversalTag.Punct), cue.Tokens[0]);
        for (int i = cue.Tokens[0] - 1; i >= Math.Max(0, Math.Min(SubjectStart(cue, first) - 2, cue.Tokens[0] - 8)); i--)
        {
            int q = quoted.EndingAt(i);
            if (q >= 0 && i < first && (quoted.Ranges[q].First != tree.SentenceBounds(quoted.Ranges[q].First).First || Tokens.Form(first - 1) is not (")" or "\"" or "”" or "''")))
            {
                // “… and ‘joint bodies’.” The other agreed: words quoted inside the sentence of another.
                break;
            }

            if (q >= 0 && i < first && lexicon.In("answering-lemmas", tree.Lemma(cue.Head)))
            {
                // “We stay.” Bell agreed. “We stay.” The fault lies there: another's words.
                break;
            }

            if (q >= 0)
            {
                return IsClause(q) || i + 1 < start ? Of(q, "content.quotation-before", "quotation that the cue follows") : Choice.None;
            }

            if (Tokens.Tags[i] is UniversalTag.Verb || (i < first && Tokens.Tags[i] != UniversalTag.Punct))
            {
                break;
            }
        }

        return Choice.None;
    }

    // “…,” the head of the county's service for floods, Ada Brown, told the paper: the subject may be long.
    private int SubjectStart(Cue cue, int first)
    {
        int start = cue.Tokens[0];
        foreach (int child in tree.Children(cue.Anchor))
        {
            if (tree.Is(child, "nsubj") && child < cue.Head)
            {
                start = Math.Min(start, tree.Yield(child).FindAll(i => i >= first && quoted.Of(i) < 0 && Tokens.Tags[i] != UniversalTag.Punct) is [var opening, ..] ? opening : start);
            }
        }

        return start;
    }

    private bool IsClause(int quotation) => quoted.WordCount(quotation, Tokens) >= 3;

    private Choice Of(int quotation, string rule, string why)
    {
        List<int> tokens = [];
        for (int i = quoted.Ranges[quotation].First; i < quoted.Ranges[quotation].End; i++)
        {
            tokens.Add(i);
        }

        return new Choice(tokens, rule, why);
    }

    private bool IsOpened(int token, out bool byQuotation)
    {
        int q = quoted.Of(token);
        byQuotation = q >= 0 && quoted.Ranges[q].First >= token - 1;
        return byQuotation || (token > 0 && Tokens.Form(token - 1) is ":") || Tokens.Form(token) is ":";
    }

    private bool IsQuoted(List<int> tokens)
    {
        int inside = 0;
        foreach (int token in tokens)
        {
            inside += quoted.Of(token) >= 0 ? 1 : 0;
        }

        return inside * 2 > tokens.Count;
    }
}
