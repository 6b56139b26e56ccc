using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Stories.Propositions;

/// <summary>Which stretch of the content of a statement tells a proposition.</summary>
/// <param name="report">The report.</param>
/// <param name="tree">Its parse.</param>
/// <param name="isCue">Whether each token is of a cue.</param>
internal sealed class ContentSpans(AnnotatedReport report, Tree tree, bool[] isCue)
{
    private const int LongestContent = 320;

    /// <summary>What is mainly said is best told by the whole piece of the content around it, up to the end of its sentence.</summary>
    public TextSpan Around(Statement statement, int top, TextSpan clause)
    {
        TextSpan sentence = report.Tokens.Sentences[report.Tokens.SentenceOf(report.Tokens.TokenAt(clause.Start))].Span;
        TextSpan? whole = null;
        foreach (TextSpan piece in statement.Content.Spans.Where(piece => piece.Overlaps(sentence) && (statement.Content.Spans.Length == 1 || HoldsPartOf(top, piece))))
        {
            TextSpan inside = TextSpan.FromBounds(Math.Max(piece.Start, sentence.Start), Math.Min(piece.End, sentence.End));
            whole = whole?.Union(inside) ?? inside;
        }

        return whole is { } span && span.Length <= LongestContent ? Trimmed(BeginsWithAddressee(statement, span, clause) ? TextSpan.FromBounds(clause.Start, span.End) : span) : clause;
    }

    /// <summary>The part of a span inside the content of its statement, so that the text of a claim never leaves it.</summary>
    public static TextSpan Limit(TextSpan span, Statement? statement)
    {
        if (statement is null)
        {
            return span;
        }

        TextSpan best = default;
        foreach (TextSpan piece in statement.Content.Spans)
        {
            int start = Math.Max(piece.Start, span.Start), end = Math.Min(piece.End, span.End);
            if (end - start > best.Length)
            {
                best = TextSpan.FromBounds(start, end);
            }
        }

        return best.IsEmpty ? span : best;
    }

    // "made … that the port would close": a piece with nothing of the clause in it is no part of what is said.
    private bool HoldsPartOf(int top, TextSpan piece)
    {
        (int first, int end) = report.Tokens.TokensOf(piece);
        for (int token = first; token < end; token++)
        {
            if (tree.IsBelow(token, top))
            {
                return true;
            }
        }

        return false;
    }

    // "told the station in Brevik there were shots": whom it is told hangs on the cue, not on what is told.
    private bool BeginsWithAddressee(Statement statement, TextSpan content, TextSpan clause)
    {
        if (clause.Start <= content.Start || statement.Cue.Lemma is not ("tell" or "inform" or "assure" or "remind" or "warn"))
        {
            return false;
        }

        int at = report.Tokens.TokenAt(content.Start);
        while (report.Tokens.Heads[at] is var head && head >= 0 && content.Contains(report.Tokens.Span(head)) && !clause.Contains(report.Tokens.Span(head)))
        {
            at = head;
        }

        return report.Tokens.Heads[at] is var above && above >= 0 && isCue[above] && tree.Relation(at) is "obj" or "iobj" or "obl";
    }

    private TextSpan Trimmed(TextSpan span)
    {
        string text = report.Report.Text.Text;
        (int start, int end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '“' or '"' or ',' or ':' or '‘'))
        {
            start++;
        }

        foreach (string word in (string[])["that ", "whether ", "if "])
        {
            start += end - start > word.Length && string.CompareOrdinal(text, start, word, 0, word.Length) == 0 ? word.Length : 0;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '”' or '"' or ',' or '.' or ';' or ':'))
        {
            end--;
        }

        // A quotation that ends inside keeps its closing mark.
        end += end < span.End && text[end] == '”' && text.LastIndexOf('“', end - 1, end - start) >= 0 ? 1 : 0;
        return start < end ? TextSpan.FromBounds(start, end) : span;
    }
}
