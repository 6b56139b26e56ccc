using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Finds clauses that reports of one story tell in the same words: one claim, whatever the readings of them say.</summary>
/// <remarks>By the words themselves, so that the cost grows with the reports.</remarks>
internal static class TwinClauses
{
    // Fewer words may be told alike of two things; in sentences that are alike as a whole, of fewer as well.
    private const int LeastOfClause = 4;
    private const int LeastOfSentence = 5;

    // Stems of clauses that are nearly alike: at least so many in each, the two together at most so many times those of the shorter, and of all of them so many thousandths in both.
    private const int LeastOfNear = 6;
    private const double OfNear = 2.5;
    private const int NearlyAll = 800;

    /// <summary>Pairs of propositions (indices) of different reports.</summary>
    public static IEnumerable<(int Left, int Right)> Pairs(ReportSet set, ImmutableArray<Proposition> propositions, bool[] eligible, IReadOnlyDictionary<string, int> storyOf)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        Dictionary<(string, int), string> sentences = [];
        for (int i = 0; i < propositions.Length; i++)
        {
            if (!eligible[i] || propositions[i].PointsBack)
            {
                continue;
            }

            foreach (string key in Keys(set[propositions[i].Report], propositions[i], sentences))
            {
                string bucket = $"{storyOf[propositions[i].Report]}|{key}";
                if (!first.TryAdd(bucket, i) && propositions[first[bucket]].Report != propositions[i].Report && !IsOfOthers(set, propositions[first[bucket]], propositions[i]))
                {
                    yield return (first[bucket], i);
                }
            }
        }
    }

    /// <summary>Whether two clauses of different reports of a story have nearly all their words in common, each with no name, number or time that the other lacks; whom a pronoun in them was taken for does not count.</summary>
    public static bool AreNear(ReportSet set, Proposition left, Proposition right)
    {
        if (left.Class != right.Class || left.Report == right.Report || left.IsNegated != right.IsNegated || left.Pole != right.Pole || !left.IsClause || !right.IsClause || left.PointsBack || right.PointsBack
            || PropositionMatcher.IsAttemptOnly(left, right) || (left.Factuality == Core.Accounts.Factuality.Planned) != (right.Factuality == Core.Accounts.Factuality.Planned)
            || Math.Min(left.Stems.Length, right.Stems.Length) < LeastOfNear || left.Stems.Length + right.Stems.Length > OfNear * Math.Min(left.Stems.Length, right.Stems.Length) || PropositionMatcher.WordsAlike(left, right) < NearlyAll)
        {
            return false;
        }

        (string[] ours, string[] theirs) = (Telling(set, left), Telling(set, right));
        return (!ours.Except(theirs, StringComparer.Ordinal).Any() || !theirs.Except(ours, StringComparer.Ordinal).Any())
            && PropositionMatcher.FiguresAgree(left, right) && PropositionMatcher.TimesAgree(left, right) && !HaveOtherHeads(left.Actor, right.Actor) && !HaveOtherHeads(left.Object, right.Object) && !HaveOtherHeads(left.Recipient, right.Recipient) && !LegalSteps.Differ(left, right) && !PropositionMatcher.AreOfOtherRows(left, right) && !IsOfOthers(set, left, right);
    }

    // "approved the budget after the resignation", "approved the resignation after the budget": all words in both, and another thing. Two readings of one pronoun are one head.
    private static bool HaveOtherHeads(Participant? left, Participant? right) => PropositionMatcher.Slot(left, right) == SlotMatch.Different && left!.Head != right!.Head; // Those that differ are told.

    // Words with a capital or a figure in them, but that which opens the clause.
    private static string[] Telling(ReportSet set, Proposition told) => [.. WordList.Of(set[told.Report].Report.Text.Text, told.Span).Where(w => w.IsContent && w.Span.Start > told.Span.Start && (w.IsCapital || char.IsDigit(w.Lower[0]))).Select(static w => w.Stem)];

    private static IEnumerable<string> Keys(AnnotatedReport report, Proposition told, Dictionary<(string, int), string> sentences)
    {
        string own = Stems(report, told.Core.IsEmpty ? told.Span : told.Core, out int words);
        string polarity = $"{told.Class}|{told.IsNegated}|{told.Factuality == Core.Accounts.Factuality.Planned}|{told.IsTried}|{own}";
        if (words >= LeastOfClause)
        {
            yield return polarity;
        }

        if (words > 0 && told.IsMain)
        {
            if (!sentences.TryGetValue((told.Report, told.Sentence), out string? sentence))
            {
                sentence = Stems(report, report.Tokens.Sentences[told.Sentence].Span, out int all);
                sentences[(told.Report, told.Sentence)] = sentence = all >= LeastOfSentence ? sentence : "";
            }

            if (sentence.Length > 0)
            {
                yield return polarity + "|" + sentence;
            }
        }
    }

    // "He left the yard before the strike was over" may be told of two people.
    private static bool IsOfOthers(ReportSet set, Proposition left, Proposition right) =>
        (IsPronoun(set, left) || IsPronoun(set, right)) && PropositionMatcher.Slot(left.Actor ?? left.Object, right.Actor ?? right.Object) == SlotMatch.Different;

    private static bool IsPronoun(ReportSet set, Proposition told) => told.Subject is { } subject && set[told.Report].Tokens.Tags[subject] == UniversalTag.Pron;

    private static string Stems(AnnotatedReport report, TextSpan span, out int count)
    {
        string[] stems = [.. WordList.Of(report.Report.Text.Text, span).Where(static w => w.IsContent).Select(static w => w.Stem)];
        count = stems.Length;
        return string.Join(' ', stems);
    }
}
