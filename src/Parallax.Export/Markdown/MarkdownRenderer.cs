using System.Text;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Markdown;

/// <summary>The account as Markdown: the reading order of the page, each line with numbered endnotes that give its sentence.</summary>
public sealed class MarkdownRenderer : IAccountRenderer
{
    /// <inheritdoc/>
    public string Name => "markdown";

    /// <inheritdoc/>
    public string MediaType => "text/markdown";

    /// <inheritdoc/>
    public void Write(Account account, RenderOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(new MarkdownDocument(new AccountIndex(account)).Build()));
    }
}
