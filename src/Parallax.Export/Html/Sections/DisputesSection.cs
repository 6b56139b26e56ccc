using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>What is disputed: a line on what exactly the sides differ, then a column for each, in its own words with its chain.</summary>
internal static class DisputesSection
{
    public static bool Write(PageContext context)
    {
        ImmutableArray<DisputeView> disputes = DisputeView.AllOf(context.Index);
        ImmutableArray<DisputeView> compatible = DisputeView.AllOf(context.Index, ConflictRelation.Compatible);
        if (disputes.IsEmpty && compatible.IsEmpty)
        {
            return false;
        }

        Disputes(context, disputes);

        if (!compatible.IsEmpty)
        {
            context.Writer.Line($"<h3>Not the same, but both can be so</h3>");
            Disputes(context, compatible);
        }

        return true;
    }

    private static void Disputes(PageContext context, ImmutableArray<DisputeView> disputes)
    {
        // One claim may be disputed in several ways (whether, and when): its words then stand once, above the first.
        string? last = null;
        foreach (DisputeView dispute in disputes.OrderBy(dispute => FirstOfItsClaim(disputes, dispute)))
        {
            Dispute(context, dispute, dispute.Claim is null || dispute.Claim.Claim.Id != last);
            last = dispute.Claim?.Claim.Id;
        }
    }

    private static int FirstOfItsClaim(ImmutableArray<DisputeView> disputes, DisputeView dispute)
    {
        for (int i = 0; i < disputes.Length; i++)
        {
            if (disputes[i] == dispute || (dispute.Claim is { } claim && disputes[i].Claim?.Claim.Id == claim.Claim.Id))
            {
                return i;
            }
        }

        return disputes.Length;
    }

    private static void Dispute(PageContext context, DisputeView dispute, bool withHeading)
    {
        HtmlWriter writer = context.Writer;
        Html id = dispute.Conflict is { } conflict ? context.Id(conflict.Id) : Html.None;
        IEnumerable<int> reports = dispute.Sides.SelectMany(static side => side.Voices).Select(static voice => voice.Cite?.Report ?? -1);
        writer.Line($"<article class=\"dispute line{(withHeading ? "" : " more")}\"{id}{PageContext.Data(reports)}>");
        if (withHeading && dispute.Claim is { } claim)
        {
            Html bracket = claim.Bracket.IsEmpty ? Html.None : Html.Of($" <span class=\"by\">[{string.Join("; ", claim.Bracket)}]</span>");
            writer.Line($"<h3{context.Id(claim.Claim.Id)}>{context.Quote(claim.Text)}{bracket}{context.Ref(claim.Cite)}{PageContext.Permalink(claim.Claim.Id, "dispute")}</h3>");
        }

        writer.Line($"<p class=\"question\">{dispute.Question}.</p>");
        writer.Line($"<div class=\"sides\">");
        foreach (DisputeSide side in dispute.Sides)
        {
            Html heading = side.HeadingReport < 0 ? Html.Of($"{side.Heading}") : Html.Of($"<bdi>{side.Heading}</bdi>");
            string level = dispute.Claim is null ? "h3" : "h4";
            writer.Line($"<div class=\"side\"><{new Html(level)}>{heading}</{new Html(level)}><ul>");
            foreach (PositionView voice in side.Voices)
            {
                writer.Line($"<li>{Voice(context, voice)}</li>");
            }

            writer.Line($"</ul></div>");
        }

        writer.Line($"</div>");
        if (!dispute.Resembling.IsEmpty)
        {
            writer.Add($"<p class=\"by\">Denials of something else, which only resemble this:</p><ul class=\"plain\">");
            foreach (PositionView voice in dispute.Resembling)
            {
                writer.Add($"<li>{Voice(context, voice)}</li>");
            }

            writer.Line($"</ul>");
        }

        if (dispute.Conflict is { Explanation.Text.Length: > 0 } explained)
        {
            writer.Line($"<details class=\"why\"><summary>Why these are sides of one question</summary><p dir=\"auto\">{explained.Explanation.Text}</p></details>");
        }

        writer.Line($"</article>");
    }

    internal static Html Voice(PageContext context, PositionView voice)
    {
        // Quotation marks only around what the report quotes; what it gives indirectly follows a colon.
        bool isQuoted = context.Index.Statement(voice.Position.Statement)?.Manner == Manner.Direct;
        Html words = voice.Words is not { } said ? Html.None : isQuoted ? Html.Of($": {context.Quote(said)}") : Html.Of($": {context.Words(said)}");
        Html chain = voice.Chain.Length > 2 ? PageContext.Chain(voice.Chain) : Html.None;
        return Html.Of($"<p><bdi class=\"who\">{Words.Capital(voice.Who)}</bdi>{words}{context.Ref(voice.Cite)}</p>{chain}");
    }
}
