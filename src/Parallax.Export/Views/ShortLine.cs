using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>A line of the short version: the words, who says them, and how many independent origins stand behind them.</summary>
/// <param name="Words">The sentence; where several voices stand on the claim only the claim's own words, since the rest of the sentence is not everybody's.</param>
/// <param name="IsPart">Whether the words are less than their sentence.</param>
/// <param name="Bracket">What pronouns and nouns, and of a part days, stand for; empty where that is not known or not needed.</param>
/// <param name="Cite">The sentence they stand in.</param>
/// <param name="By">Who says it and who denies it, or the report where no claim stands behind it.</param>
internal sealed record ShortLine(Excerpt Words, bool IsPart, string Bracket, Cite Cite, string By)
{
    // More names than these nobody reads; the claim's own entry has them all.
    private const int MostVoices = 2;

    // Two fifths of a sentence.
    private const int Least = 5, Most = 2;

    public static ImmutableArray<ShortLine> AllOf(AccountIndex index) => [.. InShort.Select(index.Account).Select(sentence => Of(index, sentence))];

    public static ShortLine Of(AccountIndex index, InShortSentence sentence)
    {
        int report = index.ReportIndex(sentence.Report);
        var cite = new Cite(report, sentence.Sentence, 0, 0);
        ClaimView? claim = sentence.Claim is null ? null : ClaimView.Of(index, sentence.Claim);
        return claim is { HasSeveralVoices: true }
            ? new ShortLine(claim.Text, true, claim.Bracket.IsEmpty ? "" : $"({string.Join("; ", claim.Bracket)})", cite, ByOf(index, claim))
            : new ShortLine(index.Sentence(report, sentence.Sentence), false, StandsFor.BracketOf(index, EvidenceOf(index, report, sentence.Sentence)), cite, claim is null || IsSmallPart(index, sentence, claim, report) ? $"in report {index.Letter(sentence.Report)}" : ByOf(index, claim));
    }

    // Of a sentence of which the claim is a small part, whose word the claim is is not whose the sentence is.
    private static bool IsSmallPart(AccountIndex index, InShortSentence sentence, ClaimView claim, int report)
    {
        AccountSentence whole = index.Account.Reports[report].Sentences[sentence.Sentence];
        return claim.Claim.TextEvidence is { } words && (words.End - words.Start) * Least < (whole.End - whole.Start) * Most;
    }

    private static Evidence EvidenceOf(AccountIndex index, int report, int sentence) =>
        new(index.Account.Reports[report].Id, index.Account.Reports[report].Sentences[sentence].Start, index.Account.Reports[report].Sentences[sentence].End);

    private static string ByOf(AccountIndex index, ClaimView claim)
    {
        var parts = new List<string>();
        Add("said by ", PositionKind.Affirms);
        Add("said with a limit by ", PositionKind.Qualifies);
        Add(index.IsDisputedInTimeOnly(claim.Claim) ? "time disputed by " : "denied by ", PositionKind.Denies);
        Add("doubted by ", PositionKind.Doubts);
        parts.Add(Views.Words.OriginsOfBeingSo(claim.Claim));
        return string.Join("; ", parts);

        void Add(string verb, params PositionKind[] kinds)
        {
            string voices = claim.FewVoices(index, MostVoices, kinds);
            if (voices.Length > 0)
            {
                parts.Add(verb + voices);
            }
        }
    }
}
