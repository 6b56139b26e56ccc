using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>One wording of an utterance.</summary>
/// <param name="Words">The words.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Cite">Its sentence.</param>
/// <param name="Pieces">Against the first wording; empty for the first.</param>
internal sealed record QuotationWording(Excerpt Words, StatementView Statement, Cite? Cite, ImmutableArray<DiffPiece> Pieces);

/// <summary>The same utterance in several wordings.</summary>
internal sealed record QuotationView(Quotation Quotation, string Speaker, ImmutableArray<QuotationWording> Wordings)
{
    /// <summary>Quotations with at least two wordings that the account holds; those whose words differ first.</summary>
    public static ImmutableArray<QuotationView> AllOf(AccountIndex index)
    {
        var views = new List<QuotationView>();
        foreach (Quotation quotation in index.Account.Quotations)
        {
            ImmutableArray<Statement> statements = [.. quotation.Versions.Select(version => index.Statement(version.Statement)).OfType<Statement>()];
            if (statements.Length < 2)
            {
                continue;
            }

            string first = StatementView.Readable(statements[0]);
            string speaker = index.Entity(quotation.Speaker)?.Name ?? statements[0].Source.Name;
            views.Add(new QuotationView(quotation, speaker, [.. statements.Select((statement, place) => Wording(index, statement, place == 0 ? null : first))]));
        }

        return [.. views.OrderBy(static view => view.Quotation.Relation == QuotationRelation.Identical)];
    }

    private static QuotationWording Wording(AccountIndex index, Statement statement, string? first)
    {
        StatementView view = StatementView.Of(index, statement);
        return new QuotationWording(view.Content, view, view.Cite, first is null ? [] : WordDiff.Of(first, StatementView.Readable(statement)));
    }
}
