using System.Collections.Immutable;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>Quotations in several wordings, one above the other, with what each deletes and inserts against the first.</summary>
internal static class QuotationsSection
{
    public static bool Write(PageContext context)
    {
        ImmutableArray<QuotationView> quotations = QuotationView.AllOf(context.Index);
        if (quotations.IsEmpty)
        {
            return false;
        }

        HtmlWriter writer = context.Writer;
        writer.Line($"<p class=\"by\">Words struck through stand in the first wording and not in this one; underlined words stand in this one and not in the first.</p>");
        foreach (QuotationView quotation in quotations)
        {
            IEnumerable<int> reports = quotation.Wordings.Select(static wording => wording.Words.Report);
            writer.Line($"<article class=\"line wordings\"{context.Id(quotation.Quotation.Id)}{PageContext.Data(reports, context.SpeakerNumber(quotation.Speaker))}>\n<h3><bdi>{Words.Capital(quotation.Speaker)}</bdi></h3>\n<p class=\"by\">{quotation.Relation}</p><ul>");
            foreach (QuotationWording wording in quotation.Wordings)
            {
                Html words = wording.Pieces.IsEmpty ? Html.Of($"{wording.Words.Text}") : Html.Join(" ", wording.Pieces.Select(Piece));
                writer.Line($"<li><p{context.LanguageOf(wording.Words.Report)}>{words}{context.Ref(wording.Cite)}{(wording.Note.Length > 0 ? Html.Of($" <span class=\"by\" lang=\"en\" dir=\"ltr\">{wording.Note}</span>") : Html.None)}</p></li>");
            }

            writer.Line($"</ul></article>");
        }

        return true;
    }

    private static Html Piece(DiffPiece piece) => piece.Kind switch
    {
        PieceKind.Same => Html.Of($"{piece.Text}"),
        PieceKind.Deleted => Html.Of($"<del><span class=\"vh\">not here: </span>{piece.Text}<span class=\"vh\">;</span></del>"),
        PieceKind.Inserted => Html.Of($"<ins><span class=\"vh\">only here: </span>{piece.Text}<span class=\"vh\">;</span></ins>"),
        _ => throw new ArgumentOutOfRangeException(nameof(piece), piece.Kind, null),
    };
}
