using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>Claims that nobody here contradicts, by how well they are supported.</summary>
internal static class ClaimsSection
{
    // A long list of what stands in one report only is folded; its first lines show what kind of list it is.
    private const int ShownUnfolded = 8;

    public static bool WriteCorroborated(PageContext context)
    {
        ClaimsView claims = ClaimsView.Of(context.Index);
        if (claims.Corroborated.IsEmpty)
        {
            return false;
        }

        context.Writer.Line($"<ul class=\"claims\">");
        foreach (ClaimView claim in claims.Corroborated)
        {
            Claim(context, claim);
        }

        context.Writer.Line($"</ul>");
        return true;
    }

    public static bool WriteOthers(PageContext context)
    {
        ClaimsView claims = ClaimsView.Of(context.Index);
        HtmlWriter writer = context.Writer;
        bool any = false;
        if (!claims.Agreed.IsEmpty)
        {
            any = true;
            writer.Line($"<h3>What opposed parties agree on</h3>\n<ul class=\"claims\">");
            foreach ((ClaimView claim, string first, string second) in claims.Agreed)
            {
                context.Item(Html.Of($"{context.Id(claim.Claim.Id)}{context.ClaimData(claim.Claim)}"), Html.Of($"{context.Words(claim.Text)}{context.Ref(claim.Cite)}"), Html.Of($"<p class=\"by\"><bdi>{first}</bdi> and <bdi>{second}</bdi>, who contradict each other elsewhere, both say so.</p>{Resembling(context, claim)}"));
            }

            writer.Line($"</ul>");
        }

        if (!claims.Admissions.IsEmpty)
        {
            any = true;
            writer.Line($"<h3>Admitted</h3>\n<ul class=\"claims\">");
            foreach (StatementView statement in claims.Admissions)
            {
                context.Item(PageContext.Data([statement.Content.Report]), Html.Of($"<bdi class=\"who\">{statement.Statement.Source.Name}</bdi> admits: {context.Words(statement.Content)}{context.Ref(statement.Cite)}"), Html.None);
            }

            writer.Line($"</ul>");
        }

        any |= List(context, "In several reports, not certain to have more than one origin", claims.OneOrigin);
        any |= List(context, "Told first one way, later another", claims.Updated);
        any |= List(context, "Planned or announced", claims.Foretold);
        any |= List(context, "Denied, and perhaps affirmed in other words", claims.DeniedPerhaps);
        any |= List(context, "Denied, and affirmed by none here", claims.Denied);
        any |= List(context, "In one report, perhaps in others in other words", claims.PerhapsMore);
        any |= List(context, "In one report only", claims.OneReport);
        return any;
    }

    private static bool List(PageContext context, string heading, ImmutableArray<ClaimView> claims)
    {
        if (claims.IsEmpty)
        {
            return false;
        }

        HtmlWriter writer = context.Writer;
        writer.Line($"<h3>{heading}</h3>\n<ul class=\"claims small\">");
        for (int i = 0; i < claims.Length; i++)
        {
            if (i == ShownUnfolded && claims.Length > ShownUnfolded + 2)
            {
                writer.Line($"</ul>\n<details class=\"more\"><summary>{Words.Capital(Words.Count(claims.Length - ShownUnfolded, "more claim"))}</summary>\n<ul class=\"claims small\">");
            }

            Claim(context, claims[i]);
        }

        writer.Line($"</ul>{(claims.Length > ShownUnfolded + 2 ? Html.Of($"</details>") : Html.None)}");
        return true;
    }

    private static void Claim(PageContext context, ClaimView claim)
    {
        Html bracket = claim.Bracket.IsEmpty ? Html.None : Html.Of($" <span class=\"by\">[{string.Join("; ", claim.Bracket)}]</span>");
        Genre genre = context.Index.Account.Reports.IsEmpty ? Genre.Unknown : context.Index.Account.Reports[claim.Text.Report].Genre;
        string only = claim.Reports <= 1 && genre != Genre.Unknown ? $"{Words.Capital(Words.Genre(genre))}. " : "";
        string voices = claim.Voices(context.Index, PositionKind.Affirms, PositionKind.Qualifies);
        string denied = claim.Voices(context.Index, PositionKind.Denies);
        string said = string.Join("; ", new[] { voices.Length > 0 ? "said by " + voices : "", denied.Length > 0 ? "denied by " + denied : "" }.Where(static part => part.Length > 0));
        Html by = Html.Of($"<p class=\"by\" dir=\"auto\">{only}{Words.Capital(said)}{(said.Length > 0 ? "." : "")}{(claim.Reports <= 1 ? $" {Words.Capital(Words.Origins(claim.Claim))}." : "")}</p>");

        Html before = claim.Before is { } words ? Html.Of($"<div class=\"by\" dir=\"auto\">{Words.Capital(Words.JustBefore)}: {context.Words(words)}</div>") : Html.None;
        Html resembling = Html.Of($"{before}{Resembling(context, claim)}{Near(context, claim)}");

        // What stands in one report has no more to explain than its own sentence, one click away.
        Html why = claim.Reports <= 1 ? Html.None : Html.Of($"<details class=\"why\"><summary>{Words.Capital(Words.Origins(claim.Claim))}</summary>{Reasons(context, claim)}</details>");
        Html link = claim.Reports > 1 ? PageContext.Permalink(claim.Claim.Id, "claim") : Html.None;
        context.Item(Html.Of($"{context.Id(claim.Claim.Id)}{context.ClaimData(claim.Claim)}"), Html.Of($"{context.Words(claim.Text)}{bracket}{context.Ref(claim.Cite)}{link}"), Html.Of($"{by}{resembling}{why}"));
    }

    private static Html Resembling(PageContext context, ClaimView claim) =>
        Html.Join("", claim.Resembling.Select(voice => Html.Of($"<div class=\"by\" dir=\"auto\">{Words.Capital(Words.Position(voice.Position.Kind))}: {DisputesSection.Voice(context, voice)}</div>")));

    // The words of each are shown, so that who reads may judge.
    private static Html Near(PageContext context, ClaimView claim) => claim.Near.IsEmpty ? Html.None
        : Html.Of($"<details class=\"why\"><summary>{Words.MayBeTheSame}: {Words.Count(claim.Near.Length, "other sentence")}</summary><ul>{Html.Join("", claim.Near.Select(near => Html.Of($"<li>Report {context.Index.Letter(near.Telling.Evidence.Report)}: {context.Words(near.Words)}{context.Ref(near.Cite)}</li>")))}</ul></details>");

    internal static Html Reasons(PageContext context, ClaimView claim)
    {
        Html reasons = Html.Join("", claim.Reasons.Select(static reason => Html.Of($"<li dir=\"auto\">{reason}</li>")));
        Html positions = Html.Join("", claim.Positions.Select(position => Html.Of($"<li><bdi>{position.Who}</bdi>, report {context.Index.Letter(position.Position.Report)}, {Words.Position(position.Position.Kind)}{context.Ref(position.Cite)}</li>")));
        return Html.Of($"<ul>{reasons}{positions}</ul>");
    }
}
