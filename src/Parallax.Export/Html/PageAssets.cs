using System.Security.Cryptography;
using System.Text;

namespace Parallax.Export.Html;

/// <summary>The page's style and script, and the content policy that lets in these two and nothing else.</summary>
internal static class PageAssets
{
    public static Html Style { get; } = new(Read("page.css"));

    public static Html Script { get; } = new(Read("page.js"));

    /// <summary>The policy names the hashes of style and script; everything else, inline or from elsewhere, is refused.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Hash(Html asset) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(asset.Markup)));

    private static string Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream("Parallax.Export.Html." + name)
            ?? throw new InvalidOperationException($"The page's {name} is not in the program; the build is incomplete.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
