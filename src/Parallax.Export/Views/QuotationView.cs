using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>One wording of an utterance.</summary>
/// <param name="Words">The words.</param>
/// <param name="Cite">Its sentence.</param>
/// <param name="Note">How this report gives the words, where not as the others do; empty else.</param>
/// <param name="Pieces">Against the first wording; empty for the first.</param>
internal sealed record QuotationWording(Excerpt Words, Cite? Cite, string Note, ImmutableArray<DiffPiece> Pieces);

/// <summary>The same utterance in several wordings.</summary>
/// <param name="Quotation">The quotation.</param>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Relation">How the wordings differ, in a sentence.</param>
/// <param name="Wordings">Two or more, in report order.</param>
internal sealed record QuotationView(Quotation Quotation, string Speaker, string Relation, ImmutableArray<QuotationWording> Wordings)
{
    /// <summary>Quotations with at least two wordings that the account holds; those whose words differ first.</summary>
    public static ImmutableArray<QuotationView> AllOf(AccountIndex index)
    {
        var views = new List<QuotationView>();
        foreach (Quotation quotation in index.Account.Quotations)
        {
            ImmutableArray<(QuotationVersion Version, Statement? Statement)> versions = [.. quotation.Versions.Select(version => (version, index.Statement(version.Statement))).Where(v => v.Item2 is not null || (v.version.Spans.Length > 0 && index.Report(v.version.Report) is not null))];
            if (versions.Length < 2)
            {
                continue;
            }

            string first = WordsOf(index, versions[0].Version, versions[0].Statement);
            string speaker = index.Entity(quotation.Speaker)?.Name ?? versions.Select(static v => v.Statement?.Source.Name).FirstOrDefault(static name => name is { Length: > 0 }) ?? "Speaker not stated";
            bool differ = versions.Select(static v => v.Statement?.Manner).Distinct().Count() > 1;
            views.Add(new QuotationView(quotation, speaker, Words.Quotation(quotation.Relation, [.. versions.Select(static v => v.Statement?.Manner)]),
                [.. versions.Select((v, place) => Wording(index, v.Version, v.Statement, place == 0 ? null : first, differ))]));
        }

        return [.. views.OrderBy(static view => view.Quotation.Relation == QuotationRelation.Identical)];
    }

    private static QuotationWording Wording(AccountIndex index, QuotationVersion version, Statement? statement, string? first, bool differ)
    {
        string words = WordsOf(index, version, statement);
        Cite? cite = version.Spans.IsDefaultOrEmpty ? statement is null ? null : index.CiteOf(statement) : index.CiteAt(version.Report, version.Spans[0].Start, version.Spans[^1].End);
        string note = !differ ? "" : statement is null ? "nobody named" : Words.Manner(statement.Manner);
        return new QuotationWording(new Excerpt(StatementView.Shortened(words), index.ReportIndex(version.Report)), cite, note, first is null ? [] : WordDiff.Of(first, words));
    }

    private static string WordsOf(AccountIndex index, QuotationVersion version, Statement? statement)
    {
        if (version.Spans.IsDefaultOrEmpty || index.Report(version.Report) is not { } report)
        {
            return statement is null ? "" : StatementView.Readable(statement);
        }

        return string.Join(" … ", version.Spans.Select(span => AccountIndex.Slice(report, span.Start, span.End)));
    }
}
