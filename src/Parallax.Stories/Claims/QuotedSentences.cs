using Parallax.Core.Layers;

namespace Parallax.Stories.Claims;

/// <summary>Finds the sentences that stand whole between quotation marks, also those of a quotation that runs over several paragraphs, each opened by a mark and only the last one closed: where nobody is named for them, they are no words of the report.</summary>
internal sealed class QuotedSentences
{
    // A mark that is closed so many sentences later was never meant to hold what lies between.
    private const int LongestQuotation = 12;

    private readonly HashSet<(string Report, int Sentence)> _quoted = [];

    /// <summary>Reads all reports.</summary>
    public QuotedSentences(ReportSet set)
    {
        foreach (AnnotatedReport report in set.Reports)
        {
            Read(report);
        }
    }

    /// <summary>Whether a sentence stands between quotation marks.</summary>
    public bool Holds(string report, int sentence) => _quoted.Contains((report, sentence));

    private void Read(AnnotatedReport report)
    {
        string text = report.Report.Text.Text;
        if (report.Find(ReportLayers.Tokens) is not { Count: > 0 } tokens)
        {
            return;
        }

        int openedAt = -1;
        for (int s = 0; s < tokens.Sentences.Length; s++)
        {
            openedAt = s - openedAt > LongestQuotation ? -1 : openedAt;
            (int start, int end) = (tokens.Sentences[s].Span.Start, tokens.Sentences[s].Span.End);
            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            bool begins = start < end && (text[start] is '“' or '"' || IsPair(text, start, '`')), open = openedAt >= 0 || begins, closedInside = false;
            openedAt = begins && openedAt < 0 ? s : openedAt;
            for (int at = start + (begins ? 1 : 0); at < end; at++)
            {
                bool isPair = IsPair(text, at, '\'');
                if (text[at] is '”' || ((text[at] == '"' || isPair) && open))
                {
                    closedInside |= at < end - (isPair ? 2 : 1);
                    for (int quoted = openedAt; openedAt >= 0 && quoted <= (closedInside ? s - 1 : s); quoted++)
                    {
                        _quoted.Add((report.Report.Id, quoted));
                    }

                    (open, openedAt) = (false, -1);
                }
                else if (text[at] is '“' or '"' || IsPair(text, at, '`'))
                {
                    (open, openedAt) = (true, openedAt < 0 ? s + 1 : openedAt); // What opens inside a sentence holds those behind it.
                }

                at += isPair ? 1 : 0;
            }

            if (begins && open && openedAt <= s)
            {
                _quoted.Add((report.Report.Id, s));
            }
        }
    }

    // Two marks of a typewriter, which stand for one.
    private static bool IsPair(string text, int at, char mark) => at + 1 < text.Length && text[at] == mark && text[at + 1] == mark;
}
