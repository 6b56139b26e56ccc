using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>A statement that may well have been misread: shown apart, by its sentence; nothing else in the account rests on it.</summary>
/// <param name="Speaker">Who may be meant, or null where nobody is named.</param>
/// <param name="Content">The words as they were read.</param>
/// <param name="Cite">The sentence.</param>
/// <param name="Percent">How surely it was read rightly, in percent.</param>
internal sealed record DoubtfulView(string? Speaker, Excerpt Content, Cite? Cite, int Percent)
{
    /// <summary>What the section says of itself, before the list.</summary>
    public const string Note = "Passages that seem to give somebody's words. Who says what there could not be read with enough certainty: open the sentence. Nothing else on this page rests on them.";

    /// <summary>All of them in account order.</summary>
    public static ImmutableArray<DoubtfulView> AllOf(AccountIndex index) =>
    [
        .. index.Account.Doubtful.Select(statement => new DoubtfulView(
            (index.Entity(statement.Source.Entity)?.Name ?? statement.Source.Name) is { Length: > 0 } name ? name : null,
            StatementView.Of(index, statement).Content,
            index.CiteOf(statement),
            (int)Math.Round((statement.Certainty ?? 0) * 100, MidpointRounding.AwayFromZero))),
    ];
}
