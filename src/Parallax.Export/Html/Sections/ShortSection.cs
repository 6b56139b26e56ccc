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
            var line = ShortLine.Of(context.Index, sentence);
            Html data = sentence.Claim is { } claim ? context.ClaimData(claim) : PageContext.Data([line.Cite.Report]);
            Html more = sentence.Claim is { } known ? Html.Of($" <a href=\"#{known.Id}\">more</a>") : Html.None;
            Html bracket = line.Bracket.Length == 0 ? Html.None : Html.Of($" <span class=\"by\">{line.Bracket}</span>");
            context.Item(data, Html.Of($"{(line.IsPart ? context.Quote(line.Words) : context.Words(line.Words))}{bracket}{context.Ref(line.Cite)}"), Html.Of($"<p class=\"by\" dir=\"auto\">{Words.Capital(line.By)}.{more}</p>"));
        }

        context.Writer.Line($"</ul>");
        return true;
    }
}
