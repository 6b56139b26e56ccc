using System.Collections.Immutable;
using Parallax.Export.Coded;
using Parallax.Export.Html;
using Parallax.Export.Json;
using Parallax.Export.Markdown;
using Parallax.Export.Tables;
using Parallax.Export.Terminal;

namespace Parallax.Export;

/// <summary>Every form in which an account can be written.</summary>
public static class AccountRenderers
{
    /// <summary>All renderers, in the order in which help lists them.</summary>
    public static ImmutableArray<IAccountRenderer> All { get; } = [new TerminalRenderer(), new MarkdownRenderer(), new HtmlRenderer(), new JsonRenderer(), CsvRenderer.Statements, CsvRenderer.Figures, CsvRenderer.Events, CsvRenderer.Timeline, new GdeltRenderer(), new PloverRenderer()];

    /// <summary>The renderer called <paramref name="name"/> (ordinal, lower case), or null.</summary>
    public static IAccountRenderer? Find(string name)
    {
        foreach (IAccountRenderer renderer in All)
        {
            if (renderer.Name == name)
            {
                return renderer;
            }
        }

        return null;
    }
}
