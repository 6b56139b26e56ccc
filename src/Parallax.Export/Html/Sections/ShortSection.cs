using System.Collections.Immutable;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>Three to seven sentences of the reports themselves.</summary>
internal static class ShortSection
{
    public static bool Write(PageContext context)
    {
        ImmutableArray<InShortSentence> sentences = InShort.Select(context.Index.Account);
        if (sentences.IsEmpty)
        {
            return false;
        }

        context.Writer.Line($"<ul class=\"short\">");
        foreach (InShortSentence sentence in sentences)
        {
            int report = context.Index.ReportIndex(sentence.Report);
            var cite = new Cite(report, sentence.Sentence, 0, 0);
            Html data = sentence.Claim is { } claim ? context.ClaimData(claim) : PageContext.Data([report]);
            Html more = sentence.Claim is { } known ? Html.Of($" <a href=\"#{known.Id}\">more</a>") : Html.None;
            context.Item(data, Html.Of($"{context.Words(context.Index.Sentence(report, sentence.Sentence))}{context.Ref(cite)}"), Html.Of($"<p class=\"by\" dir=\"auto\">{Words.Capital(ShortLine.Of(context.Index, sentence))}.{more}</p>"));
        }

        context.Writer.Line($"</ul>");
        return true;
    }
}
