using Parallax.Core.Accounts;

namespace Parallax.Export.Json;

/// <summary>The account as <c>parallax.account/1</c>.</summary>
public sealed class JsonRenderer : IAccountRenderer
{
    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public string MediaType => "application/json";

    /// <inheritdoc/>
    public void Write(Account account, RenderOptions options, Stream output) => AccountJson.Write(account, output);
}
