using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>The words of a proposition where they stand in quotation marks, so that one utterance is known again under whatever name it is given.</summary>
internal static class SpokenWords
{
    // Fewer words two people may happen to say alike.
    private const int Fewest = 4;

    // A sentence of fewer words two reporters may happen to write alike.
    private const int FewestOfSentence = 8;

    /// <summary>The words, lower case with blanks between; empty where they do not stand in quotation marks whole, or are fewer than four. Of what a report says itself the sentence, where it is no short one.</summary>
    public static string Of(AnnotatedReport report, Proposition proposition)
    {
        string text = report.Report.Text.Text;
        if (proposition.Statement is null)
        {
            string[] sentence = [.. WordList.Of(text, report.Tokens.Sentences[proposition.Sentence].Span).Select(static w => w.Lower)];
            return sentence.Length >= FewestOfSentence ? string.Join(' ', sentence) : "";
        }

        TextSpan span = proposition.Span;
        string[] words = [.. WordList.Of(text, span).Select(static w => w.Lower)];
        return words.Length >= Fewest && IsQuoted(text, span) ? string.Join(' ', words) : "";
    }

    // Inside the marks of its paragraph; where it has none before it, inside those that the paragraph above left open.
    private static bool IsQuoted(string text, TextSpan span)
    {
        int from = span.Start == 0 ? 0 : text.LastIndexOf('\n', span.Start - 1) + 1;
        (int open, bool any) = Open(text, from, span);
        if (any || from == 0)
        {
            return open > 0;
        }

        int end = from;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end > 0 && Open(text, text.LastIndexOf('\n', end - 1) + 1, new TextSpan(end, 0)).Count > 0;
    }

    // How many marks are open where a span begins, or within its first units, which may be marks.
    private static (int Count, bool Any) Open(string text, int from, TextSpan span)
    {
        int curly = 0, plain = 0;
        bool any = false;
        for (int i = from; i < span.Start || (i < span.End && text[i] is '“' or '"'); i++)
        {
            curly += text[i] switch { '“' => 1, '”' => -1, _ => 0 };
            plain += text[i] == '"' ? 1 : 0;
            any |= text[i] is '“' or '”' or '"';
        }

        return (Math.Max(0, curly) + (plain % 2), any);
    }
}
