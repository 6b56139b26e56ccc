using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>Chooses the report by whose headline a story is called.</summary>
internal static class StoryTitles
{
    // Title and the first sentences of the text tell what a report is about.
    private const int SentencesOfBeginning = 3;

    // So many words that nobody shares are added to every headline, so that one of two words does not win by both.
    private const int Prior = 4;

    private const int Scale = 1000, Less = 4, LessCut = 2;

    // "CST", "GMT": a zone of time.
    private const int LongestZone = 4;

    /// <summary>The report whose headline, or first sentence, has most of the words with which the reports begin; the first of equals. Opinion, questions, quoted words, headlines
    /// without a verb ("Man with murder in Ostby") and what is longer than a title may be count a quarter, a sentence that is cut a half, by the words that are shown.</summary>
    /// <param name="candidates">Those to choose from.</param>
    /// <param name="reports">The story.</param>
    /// <param name="shown">The headline as it is shown.</param>
    /// <param name="longest">Units of a title.</param>
    public static AnnotatedReport Best(AnnotatedReport[] candidates, AnnotatedReport[] reports, Func<AnnotatedReport, string> shown, int longest)
    {
        if (candidates.Length == 1)
        {
            return candidates[0];
        }

        Dictionary<string, int> beginnings = new(StringComparer.Ordinal);
        foreach (string stem in reports.SelectMany(r => Stems(Beginning(r)).Distinct(StringComparer.Ordinal)))
        {
            beginnings[stem] = beginnings.GetValueOrDefault(stem) + 1;
        }

        return candidates.MaxBy(c => Score(c, shown(c), beginnings, longest))!; // Never empty: a story has a report.
    }

    /// <summary>Whether a headline is only a date ("December 15, 2008 at 1:00pm").</summary>
    public static bool IsDate(AnnotatedReport report, string title) =>
        report.Times.Overlapping(new TextSpan(0, title.Length)).Any() && report.Report.Text.Text.StartsWith(title, StringComparison.Ordinal)
        && !WordList.Of(title).Any(w => w.IsContent && !report.Times.Overlapping(w.Span).Any() && w.Lower.Length > LongestZone);

    private static int Score(AnnotatedReport report, string headline, Dictionary<string, int> beginnings, int longest)
    {
        string[] stems = [.. Stems(headline).Distinct(StringComparer.Ordinal)];
        int score = stems.Sum(s => beginnings.GetValueOrDefault(s, 1) - 1) * Scale / (stems.Length + Prior);
        bool isCut = headline.EndsWith(" …", StringComparison.Ordinal);
        bool isLess = report.Report.Genre == Genre.Opinion || (headline.Length > longest && !isCut) || headline.TrimEnd().EndsWith('?') || headline.TrimStart() is ['“' or '‘' or '"' or '\'', ..] || !HasVerb(report);
        return isLess ? score / Less : isCut ? score / LessCut : score;
    }

    private static string Beginning(AnnotatedReport report) =>
        $"{report.Report.Title} {(report.Find(ReportLayers.Tokens) is { Sentences.Length: > 0 } tokens ? report.Report.Text.Text[..tokens.Sentences[Math.Min(SentencesOfBeginning, tokens.Sentences.Length) - 1].Span.End] : "")}";

    // Asked of the sentence of the headline; where that is not in the text nothing is known against it.
    private static bool HasVerb(AnnotatedReport report)
    {
        if (report.Find(ReportLayers.Tokens) is not { Sentences.Length: > 0 } tokens || (report.Report.Title is not null && tokens.Sentences[0].Part != TextPart.Title))
        {
            return true;
        }

        Sentence first = tokens.Sentences[0];
        return Enumerable.Range(first.FirstToken, first.EndToken - first.FirstToken).Any(t => tokens.Tags[t] is UniversalTag.Verb or UniversalTag.Aux);
    }

    private static IEnumerable<string> Stems(string text) => WordList.Of(text).Where(static w => w.IsContent).Select(static w => w.Stem);
}
