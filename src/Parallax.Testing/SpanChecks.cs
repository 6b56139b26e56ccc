using System.Globalization;
using Parallax.Core;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Testing;

/// <summary>What must hold of the spans of every annotator. Each check throws with a message that shows the text with the span marked.</summary>
public static class SpanChecks
{
    /// <summary>Checks tokens and sentences, and names, times and figures where they are there.</summary>
    /// <exception cref="InvalidOperationException">A check fails; the message says which and where.</exception>
    public static void Check(AnnotatedReport report)
    {
        CheckTokens(report.Report, report.Tokens);
        CheckLayer(report.Report.Text, report.Names);
        CheckLayer(report.Report.Text, report.Times);
        CheckLayer(report.Report.Text, report.Figures);
        foreach (NameMention name in report.Names)
        {
            Require(name.Span == report.Tokens.Span(name.FirstToken, name.EndToken), report.Report.Text, name.Span, "a name stands where its tokens stand");
        }
    }

    /// <summary>Every span lies inside the text, is not empty, does not cut a surrogate pair, and the layer is sorted.</summary>
    /// <exception cref="InvalidOperationException">A check fails.</exception>
    public static void CheckLayer<T>(SourceText text, Layer<T> layer)
        where T : ISpanned
    {
        TextSpan previous = default;
        foreach (T item in layer)
        {
            CheckSpan(text, item.Span);
            Require(previous <= item.Span, text, item.Span, "items are sorted by span");
            previous = item.Span;
        }
    }

    /// <summary>The span lies inside the text, is not empty, and does not cut a surrogate pair.</summary>
    /// <exception cref="InvalidOperationException">A check fails.</exception>
    public static void CheckSpan(SourceText text, TextSpan span)
    {
        if (span.End > text.Length)
        {
            throw new InvalidOperationException($"The span {span} does not lie inside a text of {text.Length.ToString(CultureInfo.InvariantCulture)} code units.");
        }

        Require(!span.IsEmpty, text, span, "a span is not empty");
        Require(!CutsPair(text.Text, span.Start) && !CutsPair(text.Text, span.End), text, span, "a span does not cut a surrogate pair");
    }

    /// <summary>The quote of evidence is what stands at its place.</summary>
    /// <exception cref="InvalidOperationException">The check fails.</exception>
    public static void CheckQuote(SourceText text, TextSpan span, string quote)
    {
        CheckSpan(text, span);
        Require(text.Slice(span) == quote, text, span, $"the slice is “{quote}”");
    }

    /// <summary>Evidence points into this report.</summary>
    /// <exception cref="InvalidOperationException">The check fails.</exception>
    public static void CheckEvidence(Report report, Evidence evidence)
    {
        CheckSpan(report.Text, evidence.Span);
        Require(evidence.Report == report.Id, report.Text, evidence.Span, "evidence names its report");
    }

    /// <summary>Every child lies inside the parent.</summary>
    /// <exception cref="InvalidOperationException">A check fails.</exception>
    public static void CheckCovers(SourceText text, TextSpan parent, IEnumerable<TextSpan> children)
    {
        foreach (TextSpan child in children)
        {
            Require(parent.Contains(child), text, child, $"the parent {parent} covers its child");
        }
    }

    /// <summary>Tokens are sorted, free of white space, never cross a block; sentences cover all tokens, never cross a block; heads make one tree a sentence.</summary>
    /// <exception cref="InvalidOperationException">A check fails.</exception>
    public static void CheckTokens(Report report, TokenLayer tokens)
    {
        SourceText text = report.Text;
        int next = 0, depth;
        foreach (Sentence sentence in tokens.Sentences)
        {
            Require(sentence.FirstToken == next && sentence.TokenCount > 0, text, sentence.Span, "sentences cover the tokens in order");
            Require(0 <= sentence.Block && sentence.Block < report.Blocks.Length, text, sentence.Span, "a sentence stands in a block");
            Require(report.Blocks[sentence.Block].Span.Contains(sentence.Span), text, sentence.Span, "a sentence never crosses its block");
            Require(report.Blocks[sentence.Block].Part == sentence.Part, text, sentence.Span, "a sentence has its block's part");
            Require(sentence.Span == tokens.Span(sentence.FirstToken, sentence.EndToken), text, sentence.Span, "a sentence begins and ends with its tokens");
            next = sentence.EndToken;
            int roots = 0;
            for (int i = sentence.FirstToken; i < next; i++)
            {
                TextSpan span = tokens.Span(i);
                CheckSpan(text, span);
                Require(i == 0 || (tokens.Starts[i - 1] <= span.Start && tokens.Ends[i - 1] <= span.End), text, span, "tokens are sorted");
                Require(!char.IsWhiteSpace(tokens.Form(i)[0]) && !char.IsWhiteSpace(tokens.Form(i)[^1]), text, span, "a token has no white space at its edges");
                roots += tokens.Heads[i] < 0 ? 1 : 0;
                depth = 0;
                for (int head = tokens.Heads[i]; head >= 0; head = tokens.Heads[head])
                {
                    Require(sentence.FirstToken <= head && head < next, text, span, "a head lies in the sentence");
                    Require(++depth <= sentence.TokenCount, text, span, "heads make no ring");
                }
            }

            Require(roots == 1, text, sentence.Span, "a sentence has one root");
        }

        Require(next == tokens.Count, text, default, "sentences cover all tokens");
    }

    private static bool CutsPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static void Require(bool holds, SourceText text, TextSpan span, string rule)
    {
        if (holds)
        {
            return;
        }

        int from = Math.Max(0, span.Start - 40), to = Math.Min(text.Length, span.End + 40);
        string around = MarkedText.Write(text.Text[from..to], [new Mark("here", TextSpan.FromBounds(span.Start - from, span.End - from))]);
        throw new InvalidOperationException($"Does not hold: {rule}. At {span}: {around}");
    }
}
