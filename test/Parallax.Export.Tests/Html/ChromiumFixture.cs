using Microsoft.Playwright;
using Xunit;

namespace Parallax.Export.Tests.Html;

/// <summary>One Chromium for all tests of a class; none where it is not installed.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>Where Debian puts it.</summary>
    public const string Path = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;

    public IBrowser? Browser { get; private set; }

    public string Folder { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path))
        {
            return;
        }

        Folder = Directory.CreateTempSubdirectory("parallax-page-").FullName;
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Arguments, Timeout = 120_000 });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
            _playwright!.Dispose();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
