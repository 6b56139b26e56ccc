using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Finds the propositions of the versions of one utterance: they say the same.</summary>
internal static class UtterancePropositions
{
    private const double MostOfStatement = 0.6;

    // Of the content words of both, in thousandths: a version that runs on into the next sentence may begin with another clause.
    private const int SomeWords = 400;

    /// <summary>Pairs of propositions that render the same clause of an utterance, by index: what both mainly say, or of a version cut from a longer statement the clause that is most like the first version's.</summary>
    public static IEnumerable<(int Left, int Right)> Pairs(ReportSet set, ImmutableArray<Proposition> propositions, ImmutableArray<Quotation> quotations)
    {
        ILookup<string, int> of = Enumerable.Range(0, propositions.Length).Where(i => propositions[i].Statement is not null).ToLookup(i => propositions[i].Statement!.Id, StringComparer.Ordinal);
        foreach (Quotation quotation in quotations)
        {
            int[][] told = [.. quotation.Versions.Where(static v => v.Statement is not null).Select(v => Told(v).ToArray()).Where(static t => t.Length > 0)];
            for (int i = 1; i < told.Length; i++)
            {
                (int left, int right) = (from l in told[0] from r in told[i] select (l, r)).MaxBy(p => PropositionMatcher.WordsAlike(propositions[p.l], propositions[p.r]));
                bool single = told[0].Length == 1 && told[i].Length == 1 && quotation.Relation != QuotationRelation.Cut && PropositionMatcher.WordsAlike(propositions[left], propositions[right]) >= SomeWords;
                if (single || PropositionMatcher.AreNear(propositions[left], propositions[right]))
                {
                    yield return (left, right);
                }
            }
        }

        IEnumerable<int> Told(QuotationVersion version)
        {
            IEnumerable<int> mains = of[version.Statement!].Where(i => propositions[i].IsMain && IsIn(propositions[i], version)); // Only versions with a statement are asked.
            return IsMost(set, version) ? mains.Take(1) : of[version.Statement!].Where(i => propositions[i] is { IsClause: true, IsFinite: true } && IsIn(propositions[i], version));
        }
    }

    /// <summary>The quotation in which a statement stands with all or most of its words.</summary>
    public static Dictionary<string, string> UtteranceOf(ReportSet set, ImmutableArray<Quotation> quotations)
    {
        Dictionary<string, string> utteranceOf = new(StringComparer.Ordinal);
        foreach (Quotation quotation in quotations)
        {
            foreach (QuotationVersion version in quotation.Versions)
            {
                if (version.Statement is { } id && IsMost(set, version))
                {
                    utteranceOf.TryAdd(id, quotation.Id); // The first that holds it.
                }
            }
        }

        return utteranceOf;
    }

    private static bool IsMost(ReportSet set, QuotationVersion version) =>
        version.Spans.Sum(static s => s.Length) >= MostOfStatement * set[version.Report].Statements.First(s => s.Id == version.Statement).Content.Spans.Sum(static s => s.Length);

    private static bool IsIn(Proposition proposition, QuotationVersion version) => version.Spans.Any(s => s.Contains(proposition.Core.IsEmpty ? proposition.Span.Start : proposition.Core.Start));
}
