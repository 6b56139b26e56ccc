using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Finds for claims the clauses of reports that take no position on them whose words mean much the same, and for those that one report tells, with nothing near to them, the sentences of others that have most of
/// their words in another construction ("would remain neutral", "a pledge to remain neutral"): the claim points at them.</summary>
/// <param name="set">The reports.</param>
/// <param name="propositions">What they tell.</param>
/// <param name="storyOf">Story number by report id.</param>
/// <param name="index">Which sentences have a word.</param>
/// <param name="alike">How alike the words of a claim and a clause are.</param>
internal sealed class ResemblingSentences(ReportSet set, ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, int> storyOf, SentenceIndex index, AlikeClauses alike)
{
    // Words shared at least, how many of them are no names, and thousandths of the weight of the heading; chosen by reading open stories.
    private const int LeastWords = 4;
    private const int LeastDeeds = 3;
    private const int LeastShare = 550;
    private const int Thousand = 1000;
    private const int Most = 3;

    // Clauses of so many sentences, of those that share most, are compared with a claim, where these share so many words and thousandths of the weight of its words.
    private const int MostCompared = 12;
    private const int LeastOfCompared = 1;
    private const int LeastShareOfCompared = 200;

    /// <summary>The claims, those alone with the sentences that resemble them.</summary>
    /// <param name="drafts">The claims, with what is near to them already.</param>
    public ImmutableArray<ClaimDraft> Apply(ImmutableArray<ClaimDraft> drafts)
    {
        Dictionary<int, (int Story, HashSet<string> Words, bool IsNegated)> headings = [];
        for (int i = 0; i < drafts.Length; i++)
        {
            if (drafts[i] is { Act: null } draft && draft.Own.Any(static s => s.Kind == PositionKind.Affirms))
            {
                AnnotatedReport report = set[draft.Wording!.Proposition.Report]; // Drafts without words are not kept.
                Word[] words = [.. draft.Wording.WordsOf(report)];
                headings[i] = (storyOf[report.Report.Id], [.. words.Where(static w => w.IsContent).Select(w => SentenceIndex.KeyOf(report, w))], words.Any(SentenceIndex.IsNegation));
            }
        }

        ILookup<(string, int), Proposition> told = propositions.Where(static p => p.IsMain || p.IsClause).ToLookup(static p => (p.Report, p.Sentence));
        Dictionary<string, string> claimOf = new(StringComparer.Ordinal);
        foreach (ClaimDraft draft in drafts)
        {
            foreach (Stand stand in draft.Own.Where(static s => !s.IsAnswer))
            {
                claimOf.TryAdd(stand.Proposition.Key, draft.Id);
            }
        }

        return [.. drafts.Select((d, i) => headings.TryGetValue(i, out var heading) ? Pointed(d, heading) : d)];

        ClaimDraft Pointed(ClaimDraft draft, (int Story, HashSet<string> Words, bool IsNegated) heading)
        {
            HashSet<string> reports = [.. draft.Own.Select(static s => s.Proposition.Report)], pointed = [.. draft.Near.Select(static n => n.Proposition.Report)];
            Dictionary<(string Report, int Sentence), SharedWeight> shared = index.Shared(heading.Story, heading.Words, reports);
            int whole = index.WeightOf(heading.Story, heading.Words);
            NearClause[] alikes = [.. Alike(draft, shared.Where(p => !pointed.Contains(p.Key.Report)), whole)];
            ClaimDraft with = alikes.Length == 0 ? draft : draft with { Near = [.. draft.Near, .. alikes] };
            return with.Near.IsEmpty && reports.Count == 1 && draft.Own.All(static s => s.Kind == PositionKind.Affirms) ? with with { Near = [.. Near(shared, heading, whole)] } : with;
        }

        // The clause of each report that is most like the words of the claim.
        IEnumerable<NearClause> Alike(ClaimDraft draft, IEnumerable<KeyValuePair<(string Report, int Sentence), SharedWeight>> shared, int whole)
        {
            (string Report, int Sentence)[] compared = [.. shared.Where(p => p.Value.Words >= LeastOfCompared && p.Value.Deeds > 0 && p.Value.Weight * Thousand >= whole * LeastShareOfCompared)
                .OrderByDescending(static p => p.Value.Weight).ThenBy(static p => p.Key.Report, StringComparer.Ordinal).ThenBy(static p => p.Key.Sentence).Take(MostCompared).Select(static p => p.Key)];
            if (compared.Length == 0)
            {
                return [];
            }

            Proposition heading = draft.Wording!.Proposition; // Drafts without words are not kept.
            WeighedText words = alike.Prepare(draft.Wording);
            return compared.SelectMany(place => told[place]).Select(clause => (Clause: clause, Alike: alike.Of(heading, words, clause))).Where(static c => c.Alike > 0)
                .GroupBy(static c => c.Clause.Report).Select(static g => g.OrderByDescending(static c => c.Alike).ThenBy(static c => c.Clause.Token).First())
                .OrderByDescending(static c => c.Alike).ThenBy(static c => c.Clause.Report, StringComparer.Ordinal).Take(Most)
                .Select(c => new NearClause(c.Clause, claimOf.GetValueOrDefault(c.Clause.Key), c.Alike));
        }

        IEnumerable<NearClause> Near(Dictionary<(string Report, int Sentence), SharedWeight> shared, (int Story, HashSet<string> Words, bool IsNegated) heading, int whole) =>
            shared.Where(p => p.Value.Words >= LeastWords && p.Value.Deeds >= LeastDeeds && p.Value.Weight * Thousand >= whole * LeastShare && index.IsNegated(p.Key) == heading.IsNegated && told[p.Key].Any())
                .GroupBy(static p => p.Key.Report).Select(static g => g.OrderByDescending(static p => p.Value.Weight).ThenBy(static p => p.Key.Sentence).First())
                .OrderByDescending(static p => p.Value.Weight).ThenBy(static p => p.Key.Report, StringComparer.Ordinal).Take(Most)
                .Select(p => new NearClause(told[p.Key].First(), null, p.Value.Weight * Thousand / Math.Max(1, whole)) { Words = SentenceWording.Trimmed(set[p.Key.Report], set[p.Key.Report].Tokens.Sentences[p.Key.Sentence].Span) });
    }
}
