using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Finds for claims that one report tells, with nothing near to them, the sentences of others that have most of their words in another construction ("would remain neutral", "a pledge to remain neutral"): the claim points at the sentence.</summary>
/// <param name="set">The reports.</param>
/// <param name="propositions">What they tell.</param>
/// <param name="storyOf">Story number by report id.</param>
internal sealed class ResemblingSentences(ReportSet set, ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, int> storyOf)
{
    // A word that more sentences of a story have brings no two together. Words shared at least, how many of them are no names, and thousandths of the weight of the heading; chosen by reading open stories.
    private const int MostHolders = 40;
    private const int LeastWords = 4;
    private const int LeastDeeds = 3;
    private const int LeastShare = 550;
    private const int Thousand = 1000;
    private const int Most = 3;

    private static readonly Lazy<HashSet<string>> Negations = new(static () => StoriesData.Words("en/words/negations.txt"));

    /// <summary>The claims, those alone with the sentences that resemble them.</summary>
    /// <param name="drafts">The claims, with what is near to them already.</param>
    public ImmutableArray<ClaimDraft> Apply(ImmutableArray<ClaimDraft> drafts)
    {
        Dictionary<int, (int Story, HashSet<string> Words, bool IsNegated)> alone = [];
        for (int i = 0; i < drafts.Length; i++)
        {
            if (drafts[i] is { Near.IsEmpty: true, Act: null } draft && draft.Own.Select(static s => s.Proposition.Report).Distinct(StringComparer.Ordinal).Count() == 1 && draft.Own.All(static s => s.Kind == PositionKind.Affirms))
            {
                AnnotatedReport report = set[draft.Wording!.Proposition.Report]; // Drafts without words are not kept.
                Word[] words = [.. draft.Wording.WordsOf(report)];
                alone[i] = (storyOf[report.Report.Id], [.. words.Where(static w => w.IsContent).Select(w => KeyOf(report, w))], words.Any(static w => Negations.Value.Contains(w.Lower)));
            }
        }

        HashSet<(int, string)> wanted = [.. alone.Values.SelectMany(static a => a.Words.Select(w => (a.Story, w)))];
        Dictionary<(int Story, string Word), List<(string Report, int Sentence)>> holders = [];
        Dictionary<int, int> sentences = [];
        HashSet<(string, int)> negated = [];
        foreach (AnnotatedReport report in set.Reports)
        {
            int story = storyOf[report.Report.Id];
            for (int s = 0; s < report.Tokens.Sentences.Length; s++)
            {
                if (report.Tokens.Sentences[s].Part is not (TextPart.Body or TextPart.Lead))
                {
                    continue;
                }

                sentences[story] = sentences.GetValueOrDefault(story) + 1;
                HashSet<string> seen = new(StringComparer.Ordinal);
                foreach (Word word in WordList.Of(report.Report.Text.Text, report.Tokens.Sentences[s].Span))
                {
                    if (Negations.Value.Contains(word.Lower))
                    {
                        negated.Add((report.Report.Id, s));
                    }

                    if (word.IsContent && KeyOf(report, word) is var key && wanted.Contains((story, key)) && seen.Add(key))
                    {
                        (holders.TryGetValue((story, key), out List<(string, int)>? own) ? own : holders[(story, key)] = []).Add((report.Report.Id, s));
                    }
                }
            }
        }

        ILookup<(string, int), Proposition> told = propositions.Where(static p => p.IsMain || p.IsClause).ToLookup(static p => (p.Report, p.Sentence));
        return [.. drafts.Select((d, i) => alone.TryGetValue(i, out var heading) ? d with { Near = [.. Near(d, heading)] } : d)];

        IEnumerable<NearClause> Near(ClaimDraft draft, (int Story, HashSet<string> Words, bool IsNegated) heading)
        {
            string own = draft.Wording!.Proposition.Report; // Drafts without words are not kept.
            int whole = heading.Words.Sum(w => WeightOf(heading.Story, w));
            Dictionary<(string Report, int Sentence), (int Weight, int Words, int Deeds)> shared = [];
            foreach (string word in heading.Words)
            {
                List<(string Report, int Sentence)> places = holders.GetValueOrDefault((heading.Story, word)) ?? [];
                foreach ((string Report, int Sentence) place in places.Count <= MostHolders ? places : [])
                {
                    (int weight, int words, int deeds) = shared.GetValueOrDefault(place);
                    shared[place] = place.Report == own ? default : (weight + WeightOf(heading.Story, word), words + 1, deeds + (IsName(word) ? 0 : 1));
                }
            }

            return shared.Where(p => p.Value.Words >= LeastWords && p.Value.Deeds >= LeastDeeds && p.Value.Weight * Thousand >= whole * LeastShare && negated.Contains(p.Key) == heading.IsNegated && told[p.Key].Any())
                .GroupBy(static p => p.Key.Report).Select(static g => g.OrderByDescending(static p => p.Value.Weight).ThenBy(static p => p.Key.Sentence).First())
                .OrderByDescending(static p => p.Value.Weight).ThenBy(static p => p.Key.Report, StringComparer.Ordinal).Take(Most)
                .Select(p => new NearClause(told[p.Key].First(), null, p.Value.Weight * Thousand / Math.Max(1, whole)) { Words = SentenceWording.Trimmed(set[p.Key.Report], set[p.Key.Report].Tokens.Sentences[p.Key.Sentence].Span) });
        }

        int WeightOf(int story, string word) => WordWeights.Of(word, holders.GetValueOrDefault((story, word))?.Count ?? 1, sentences[story]);
    }

    private static bool IsName(string key) => key.Length > 0 && key[0] == '@';

    // A name by who bears it.
    private static string KeyOf(AnnotatedReport report, Word word) => word.IsCapital && report.Entities.At(word.Span) is { } entity ? "@" + entity.Id : word.Stem;
}
