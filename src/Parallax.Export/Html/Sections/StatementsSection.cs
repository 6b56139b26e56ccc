using System.Collections.Immutable;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>By speaker, most quoted first.</summary>
internal static class StatementsSection
{
    private const int Unfolded = 12;

    public static bool Write(PageContext context)
    {
        ImmutableArray<SpeakerView> speakers = SpeakerView.AllOf(context.Index);
        if (speakers.IsEmpty)
        {
            return false;
        }

        HtmlWriter writer = context.Writer;
        bool folds = speakers.Length > Unfolded + 3;
        for (int i = 0; i < speakers.Length; i++)
        {
            if (folds && i == Unfolded)
            {
                writer.Line($"<details class=\"more\"><summary>{Words.Capital(Words.Count(speakers.Length - Unfolded, "more speaker"))}</summary>");
            }

            Speaker(context, speakers[i]);
        }

        writer.Add($"{(folds ? Html.Of($"</details>\n") : Html.None)}");
        return true;
    }

    private static void Speaker(PageContext context, SpeakerView speaker)
    {
        HtmlWriter writer = context.Writer;
        Html id = speaker.Entity is { } entity ? context.Id(entity.Id) : Html.None;
        Html description = speaker.Description.Length > 0 ? Html.Of($" <bdi class=\"by\">{speaker.Description}</bdi>") : Html.None;
        writer.Line($"<h3{id}><bdi>{Words.Capital(speaker.Name)}</bdi>{description}</h3>\n<ul class=\"statements\">");
        int number = context.SpeakerNumber(speaker.Name);
        foreach (StatementView statement in speaker.Statements)
        {
            Statement(context, statement, number);
        }

        writer.Line($"</ul>");
    }

    private static void Statement(PageContext context, StatementView statement, int speaker)
    {
        HtmlWriter writer = context.Writer;
        Core.Accounts.Statement said = statement.Statement;
        Html content = said.Manner == Core.Accounts.Manner.Direct ? context.Quote(statement.Content) : context.Words(statement.Content);
        Html lead = statement.Lead is { } act ? Html.Of($"<span class=\"act\">{act}</span> ") : Html.None;
        Html cue = said.Cue.Text.Length > 0 ? Html.Of($"<span class=\"cue\"{context.LanguageOf(statement.Content.Report)}>{said.Cue.Text}</span>, ") : Html.None;
        Html named = statement.NamedAs is { } name ? Html.Of($"as <span{context.LanguageOf(statement.Content.Report)}>“{name}”</span>, ") : Html.None;
        Html about = said.About is { } other && context.Index.Statement(other) is not null ? Html.Of($", <a href=\"#{other}\">on another statement</a>") : Html.None;
        Html parent = said.Parent is { } within && context.Index.Statement(within) is not null ? Html.Of($", <a href=\"#{within}\">within another statement</a>") : Html.None;
        writer.Add($"<li class=\"line\"{context.Id(said.Id)}{PageContext.Data([statement.Content.Report], speaker, said.Stance, said.Time)}><p>{lead}{content}{context.Ref(statement.Cite)}</p>");
        writer.Line($"<div class=\"note\"><p class=\"by\">{cue}{named}<span dir=\"auto\">{string.Join(", ", statement.Details)}</span>{about}{parent}</p>{(statement.HasChain ? PageContext.Chain(statement.Chain) : Html.None)}</div></li>");
    }
}
