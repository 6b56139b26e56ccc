using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Framings;

/// <summary>Finds what one report gives as somebody's word and another, a copy of it, or its own headline tells flatly.</summary>
internal static class AttributionLossFinder
{
    /// <summary>The losses, by claim and report; one for each report that tells a claim flatly.</summary>
    public static ImmutableArray<AttributionLoss> Find(ReportSet set, ImmutableArray<ClaimDraft> drafts, ImmutableArray<Dependence> dependences, IReadOnlyDictionary<string, int> order)
    {
        HashSet<(string, string)> shareText = [.. dependences.Where(static d => d.Kind is DependenceKind.Copies or DependenceKind.SharesText).SelectMany(static d => new[] { (d.From, d.To), (d.To, d.From) })];
        List<AttributionLoss> losses = [];
        foreach (ClaimDraft draft in drafts)
        {
            Proposition[] told = [.. draft.Own.Where(static s => s is { Kind: PositionKind.Affirms or PositionKind.Qualifies, Basis: StandBasis.Words }).Select(static s => s.Proposition)];

            // Only whoever is given as saying it in so many words: an analyst's guess at somebody's purpose names the same act and says something else.
            Proposition[] attributed = [.. told.Where(static p => p is { IsClause: true, IsFinite: true, Statement: { Root.Kind: not ActorKind.NotStated, Content.Spans.Length: > 0, Hedge: null }, Factuality: not Factuality.Possible }).OrderBy(p => order[p.Report]).ThenBy(static p => p.Token)];
            foreach (IGrouping<string, Proposition> flat in told.Where(static p => p is { Statement: null, IsClause: true, Factuality: Factuality.Happened or Factuality.Unknown }).GroupBy(static p => p.Report, StringComparer.Ordinal).OrderBy(g => order[g.Key]))
            {
                Proposition[] own = [.. attributed.Where(p => p.Report == flat.Key)];
                Proposition first = flat.OrderBy(static p => p.Token).First();
                if (own.Length > 0)
                {
                    // A report that says below whose word it is has lost nothing but in its headline.
                    if (IsTitle(set, first) && !IsTitle(set, own[0]))
                    {
                        losses.Add(Loss(set, draft, AttributionLossKind.Headline, own[0], first, "the text gives it as somebody's word, the headline tells it flatly"));
                    }

                    continue;
                }

                // A sentence in which anything is attributed may attribute this too; and what came out earlier has nothing to lose.
                if (IsAttributing(set, first))
                {
                    continue;
                }

                Proposition? copied = attributed.FirstOrDefault(p => shareText.Contains((p.Report, flat.Key)) && TellTheSame(p, first));
                if ((copied ?? attributed.FirstOrDefault(p => !set.IsBefore(flat.Key, p.Report) && PropositionMatcher.AreNear(p, first) && TellTheSame(p, first))) is { } other)
                {
                    losses.Add(Loss(set, draft, copied is null ? AttributionLossKind.OtherReport : AttributionLossKind.Copy, other, first,
                        copied is null ? "one report gives it as somebody's word, another tells it flatly; it may know it by itself" : "the two share text, and one of them leaves out whose word it is"));
                }
            }
        }

        return [.. losses];
    }

    // Of one matter the one may tell the colour of the car and the other whom it hit: most words of the shorter stand in the longer.
    private static bool TellTheSame(Proposition attributed, Proposition flat) =>
        PropositionMatcher.Shared(attributed.Stems, flat.Stems) * 3 >= Math.Min(attributed.Stems.Length, flat.Stems.Length) * 2;

    private static bool IsTitle(ReportSet set, Proposition proposition) => set[proposition.Report].Tokens.Sentences[proposition.Sentence].Part == TextPart.Title;

    // Quotation marks, "said" or "we": the words are somebody's, whether or not a statement was read.
    private static bool IsAttributing(ReportSet set, Proposition flat)
    {
        AnnotatedReport report = set[flat.Report];
        TokenLayer tokens = report.Tokens;
        TextSpan sentence = tokens.Sentences[flat.Sentence].Span;
        (int first, int end) = tokens.TokensOf(sentence);
        return report.Report.Text.Slice(sentence).AsSpan().IndexOfAny('“', '”', '"') >= 0
            || Enumerable.Range(first, end - first).Any(t => IsOfSpeech(tokens.Form(t)) || tokens.Lemmas[t] is "say" or "tell")
            || report.Statements.Any(s => s.Cue.Spans.Concat(s.Content.Spans).Any(span => span.Start < sentence.End && span.End > sentence.Start));
    }

    private static bool IsOfSpeech(ReadOnlySpan<char> form) => form is "I" or "we" or "We" or "our" or "Our" or "us" or "my" or "My" or "me" or "according" or "According";

    private static AttributionLoss Loss(ReportSet set, ClaimDraft draft, AttributionLossKind kind, Proposition attributed, Proposition flat, string why) =>
        new(kind, draft.Id, attributed.Statement!.Id, Sentence(set, attributed), Sentence(set, flat), why); // Only propositions in a statement come as attributed.

    private static Evidence Sentence(ReportSet set, Proposition proposition)
    {
        AnnotatedReport report = set[proposition.Report];
        return Evidence.At(report.Report, report.Tokens.Sentences[proposition.Sentence].Span);
    }
}
