using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>How each report tells it: names, voices, what is attributed or flat, what is not mentioned. No verdict on outlets.</summary>
internal static class FramingSection
{
    public static bool Write(PageContext context)
    {
        FramingView framing = FramingView.Of(context.Index);
        if (framing.IsEmpty)
        {
            return false;
        }

        Labels(context, framing);
        Voices(context, framing);
        HtmlWriter writer = context.Writer;
        if (!framing.Lost.IsEmpty)
        {
            writer.Line($"<h3>Attributed in one place, flat in another</h3>\n<ul class=\"claims small\">");
            foreach (AttributionLossView loss in framing.Lost)
            {
                writer.Line($"<li class=\"line\"{PageContext.Data([loss.Attributed.Report, loss.FlatReport])}><p class=\"by\">{loss.Where}</p><p>{context.Words(loss.Attributed)}{context.Ref(loss.AttributedAt)}</p><p>{context.Words(loss.Flat)}{context.Ref(loss.FlatAt)}</p></li>");
            }

            writer.Line($"</ul>");
        }

        if (!framing.Omissions.IsEmpty)
        {
            writer.Line($"<h3>Not mentioned, though published earlier</h3>\n<ul class=\"claims small\">");
            foreach (OmissionView omission in framing.Omissions)
            {
                writer.Line($"<li class=\"line\"{PageContext.Data([omission.Report])}><p>Report {AccountIndex.Letter(omission.Report)} does not mention: {context.Words(omission.Claim.Text)}{context.Ref(omission.Claim.Cite)}</p><p class=\"by\" dir=\"auto\">{omission.Why}</p></li>");
            }

            writer.Line($"</ul>");
        }

        Portrayals(context, framing);
        return true;
    }

    private static void Labels(PageContext context, FramingView framing)
    {
        if (framing.Labels.IsEmpty)
        {
            return;
        }

        HtmlWriter writer = context.Writer;
        writer.Line($"<h3>What each calls the same thing</h3>\n<dl class=\"labels\">");
        foreach (LabelView label in framing.Labels)
        {
            writer.Add($"<div class=\"line\"{PageContext.Data(label.Uses.Select(static use => use.Label.Report))}><dt><bdi>{label.Thing}</bdi></dt>");
            foreach ((Excerpt words, FramingVoice voice, var cites) in label.Uses)
            {
                writer.Add($"<dd>{(voice == FramingVoice.Quoted ? context.Quote(words) : context.Words(words))} <span class=\"by\">{(voice == FramingVoice.Own ? "own voice" : "in quotation marks")}</span>{context.Refs(cites)}</dd>");
            }

            writer.Line($"</div>");
        }

        writer.Line($"</dl>");
    }

    private static void Voices(PageContext context, FramingView framing)
    {
        if (framing.Voices.IsEmpty)
        {
            return;
        }

        HtmlWriter writer = context.Writer;
        bool bars = context.Index.Account.Reports.Length >= FramingView.EnoughReports;
        writer.Line($"<h3>Who gets the words</h3>\n<dl class=\"labels\">");
        foreach (VoicesView voices in framing.Voices)
        {
            writer.Add($"<div class=\"line\"{PageContext.Data([voices.Report])}><dt>Report {context.Index.LongName(voices.Report)}</dt>");
            foreach (VoiceShare voice in voices.Speakers)
            {
                Html bar = bars ? Html.Of($" <meter min=\"0\" max=\"100\" value=\"{(int)Math.Round(Math.Clamp(voice.Share, 0, 1) * 100)}\" aria-label=\"Share of the report’s words\"></meter>") : Html.None;
                writer.Add($"<dd><bdi>{voice.Name}</bdi> <span class=\"by\">{Words.Count(voice.Statements, "statement")}, {Words.Count(voice.Words, "word")}</span>{bar}</dd>");
            }

            writer.Line($"{(voices.Others > 0 ? Html.Of($"<dd class=\"by\">and {Words.Count(voices.Others, "other")}</dd>") : Html.None)}</div>");
        }

        writer.Line($"</dl>");
    }

    private static void Portrayals(PageContext context, FramingView framing)
    {
        if (framing.Portrayal.IsEmpty)
        {
            return;
        }

        HtmlWriter writer = context.Writer;
        writer.Line($"<h3>Tone</h3>\n<ul class=\"claims small\">");
        foreach (Portrayal portrayal in framing.Portrayal)
        {
            int report = context.Index.ReportIndex(portrayal.Report);
            writer.Line($"<li class=\"line\"{PageContext.Data([report])}>Report {context.Index.Letter(portrayal.Report)} on <bdi>{context.Index.NameOf(portrayal.Entity)}</bdi>, {Words.Voice(portrayal.Voice)}: {Words.Tone(portrayal.Tone)}{context.Refs(context.Index.CitesOf(portrayal.Evidence))}</li>");
        }

        writer.Line($"</ul>");
    }
}
