using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>Chooses the report by whose headline a story is called.</summary>
internal static class StoryTitles
{
    // Title and the first sentences of the text tell what a report is about.
    private const int SentencesOfBeginning = 3;

    // So many words that nobody shares are added to every headline, so that one of two words does not win by both.
    private const int Prior = 4;

    private const int Scale = 1000, Less = 4;

    /// <summary>The report whose headline, or first sentence, has most of the words with which the reports begin; the first of equals. Opinion, questions, quoted words, headlines
    /// without a verb ("Man with murder in Ostby") and what is longer than a title may be count a quarter.</summary>
    public static AnnotatedReport Best(AnnotatedReport[] candidates, AnnotatedReport[] reports, int longest)
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

        return candidates.MaxBy(c => Score(c, beginnings, longest))!; // Never empty: a story has a report.
    }

    private static int Score(AnnotatedReport report, Dictionary<string, int> beginnings, int longest)
    {
        string headline = Headline(report);
        string[] stems = [.. Stems(headline).Distinct(StringComparer.Ordinal)];
        int score = stems.Sum(s => beginnings.GetValueOrDefault(s, 1) - 1) * Scale / (stems.Length + Prior);
        bool isLess = report.Report.Genre == Genre.Opinion || headline.Length > longest || headline.TrimEnd().EndsWith('?') || headline.TrimStart() is ['“' or '‘' or '"' or '\'', ..] || !HasVerb(report);
        return isLess ? score / Less : score;
    }

    private static string Headline(AnnotatedReport report) =>
        report.Report.Title ?? (report.Find(ReportLayers.Tokens) is { Sentences.Length: > 0 } tokens ? report.Report.Text.Slice(tokens.Sentences[0].Span) : report.Report.Text.Text);

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
