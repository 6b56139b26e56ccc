using Parallax.Core;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>What one sentence gives as somebody's word and another tells flatly.</summary>
/// <param name="Where">Where the attribution was lost, in words.</param>
/// <param name="Attributed">The sentence that attributes it.</param>
/// <param name="AttributedAt">Where it stands.</param>
/// <param name="Flat">The sentence that does not.</param>
/// <param name="FlatAt">Where it stands.</param>
internal sealed record AttributionLossView(string Where, Excerpt Attributed, Cite? AttributedAt, Excerpt Flat, Cite? FlatAt)
{
    public static AttributionLossView? Of(AccountIndex index, AttributionLoss loss)
    {
        int attributed = index.ReportIndex(loss.Attributed.Report), flat = index.ReportIndex(loss.Flat.Report);
        return attributed < 0 || flat < 0
            ? null
            : new AttributionLossView(
                loss.Kind switch
                {
                    AttributionLossKind.Headline => $"Attributed in the text of report {AccountIndex.Letter(attributed)}, flat in its headline",
                    AttributionLossKind.Copy => $"Attributed in report {AccountIndex.Letter(attributed)}, flat in report {AccountIndex.Letter(flat)}, which shares text with it",
                    AttributionLossKind.OtherReport => $"Attributed in report {AccountIndex.Letter(attributed)}, flat in report {AccountIndex.Letter(flat)}",
                    _ => throw new ArgumentOutOfRangeException(nameof(loss), loss.Kind, null),
                },
                Words(index, attributed, loss.Attributed), index.CiteOf(loss.Attributed), Words(index, flat, loss.Flat), index.CiteOf(loss.Flat));
    }

    /// <summary>The report in which the attribution was lost.</summary>
    public int FlatReport => Flat.Report;

    private static Excerpt Words(AccountIndex index, int report, Evidence place) => new(index.Account.Reports[report].Text[place.Start..place.End].ReplaceLineEndings(" "), report);
}
