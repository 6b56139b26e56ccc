using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Finds what one report mainly says in a sentence, without a weight of its own, that another report tells in much the same words: a claim that is shown where it points at the other, and not else.</summary>
/// <param name="set">The reports.</param>
/// <param name="propositions">What they tell.</param>
/// <param name="eligible">Which of these can be claims.</param>
/// <param name="storyOf">Story number by report id.</param>
/// <param name="index">Which sentences have a word.</param>
internal sealed class ToldElsewhere(ReportSet set, ImmutableArray<Proposition> propositions, bool[] eligible, IReadOnlyDictionary<string, int> storyOf, SentenceIndex index)
{
    // Words of the clause that a sentence of another report has, how many of them are no names, and thousandths of the weight of the clause; what points then is asked more.
    private const int LeastStems = 4;
    private const int LeastWords = 3;
    private const int LeastDeeds = 2;
    private const int LeastShare = 400;
    private const int Thousand = 1000;

    /// <summary>The propositions (indices) in sentences of which no claim tells anything, each with the sentences of other reports that have much of its words.</summary>
    /// <param name="drafts">The claims.</param>
    public IEnumerable<(int Proposition, HashSet<(string, int)> Places)> Of(ImmutableArray<ClaimDraft> drafts)
    {
        HashSet<(string, int)> told = [.. drafts.SelectMany(static d => d.Stands).Select(static s => (s.Proposition.Report, s.Proposition.Sentence))];
        for (int i = 0; i < propositions.Length; i++)
        {
            if (eligible[i] && MayStand(propositions[i]) && !told.Contains((propositions[i].Report, propositions[i].Sentence)) && Places(propositions[i]) is { Count: > 0 } places)
            {
                told.Add((propositions[i].Report, propositions[i].Sentence));
                yield return (i, places);
            }
        }
    }

    /// <summary>The claims without those that were only to be shown where they point at another report, and point at no sentence with much of their words, or at one that points at them.</summary>
    /// <param name="drafts">The claims, with what is near to them.</param>
    /// <param name="tentative">These by their ids, each with the sentences that have much of its words.</param>
    public static ImmutableArray<ClaimDraft> Shown(ImmutableArray<ClaimDraft> drafts, IReadOnlyDictionary<string, HashSet<(string, int)>> tentative)
    {
        HashSet<(string, int)> pointed = [.. drafts.Where(d => !tentative.ContainsKey(d.Id)).SelectMany(static d => d.Near).Select(Place)];
        List<ClaimDraft> shown = [];
        foreach (ClaimDraft draft in drafts)
        {
            if (!tentative.TryGetValue(draft.Id, out HashSet<(string, int)>? places))
            {
                shown.Add(draft);
            }
            else if (draft.Near.Where(n => places.Contains(Place(n))).ToImmutableArray() is { IsEmpty: false } near && !draft.Own.Any(s => pointed.Contains((s.Proposition.Report, s.Proposition.Sentence))))
            {
                shown.Add(draft with { Near = near });
                pointed.UnionWith(near.Select(Place));
            }
        }

        HashSet<string> kept = [.. shown.Select(static d => d.Id)];
        return [.. shown.Select(d => d.Near.Any(IsGone) ? d with { Near = [.. d.Near.Select(n => IsGone(n) ? n with { Claim = null } : n)] } : d)];

        bool IsGone(NearClause near) => near.Claim is { } claim && !kept.Contains(claim);
    }

    private static (string, int) Place(NearClause near) => (near.Proposition.Report, near.Proposition.Sentence);

    // A whole clause of a body that says of somebody or something that is told what was or is so.
    private bool MayStand(Proposition told)
    {
        AnnotatedReport report = set[told.Report];
        return told is { IsMain: true, IsClause: true, IsFinite: true, IsNominal: false, Actor: not { IsOpen: true }, Stems.Length: >= LeastStems } && report.Report.Genre != Genre.Opinion
            && report.Tokens.Sentences[told.Sentence].Part is TextPart.Body or TextPart.Lead && told.Statement is null or { Stance: Stance.Asserts or Stance.Admits or Stance.Confirms or Stance.Denies or Stance.Accuses } && !Untold.IsEmptyAct(report, told);
    }

    private HashSet<(string, int)> Places(Proposition told)
    {
        AnnotatedReport report = set[told.Report];
        int story = storyOf[told.Report];
        HashSet<string> words = [.. WordList.Of(report.Report.Text.Text, told.Span).Where(static w => w.IsContent).Select(w => SentenceIndex.KeyOf(report, w))];
        int whole = index.WeightOf(story, words);
        return [.. index.Shared(story, words, new HashSet<string>(StringComparer.Ordinal) { told.Report }).Where(s => s.Value.Words >= LeastWords && s.Value.Deeds >= LeastDeeds && s.Value.Weight * Thousand >= whole * LeastShare).Select(static s => s.Key)];
    }
}
