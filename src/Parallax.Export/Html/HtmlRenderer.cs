using System.Text;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Html;

/// <summary>The account as one self-contained page: no request leaves it, it reads without script, and every line leads to its sentence.</summary>
public sealed class HtmlRenderer : IAccountRenderer
{
    /// <inheritdoc/>
    public string Name => "html";

    /// <inheritdoc/>
    public string MediaType => "text/html";

    /// <inheritdoc/>
    public void Write(Account account, RenderOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(Page.Build(new AccountIndex(account))));
    }
}
