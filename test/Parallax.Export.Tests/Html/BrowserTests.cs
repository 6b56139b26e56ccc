using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Parallax.Core.Accounts;
using Parallax.Export.Tests.Sample;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Html;

/// <summary>Opens the page in Chromium. Skipped, and said so, where /usr/bin/chromium is missing.</summary>
public sealed class BrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private readonly List<string> _told = [];

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Page_Axe_FindsNoFault(int width, ColorScheme scheme)
    {
        IPage page = await Open(SpillAccount.Make(), width, scheme, bypassPolicy: true);
        await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");

        AxeResult result = await page.RunAxe();

        result.Violations.Select(fault => $"{fault.Id}: {string.Join(" | ", fault.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    [InlineData(320)]
    public async Task Page_Width_NeverScrollsSideways(int width)
    {
        IPage page = await Open(SpillAccount.Make(), width, ColorScheme.Light);

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task Page_HostileReport_NoDialogNoRequestNoError()
    {
        await Open(SpillAccount.Make(), 1280, ColorScheme.Light);

        _told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_Reference_OpensItsSentenceAndEscapeReturns()
    {
        IPage page = await Open(SpillAccount.Make(), 1280, ColorScheme.Light);

        await page.Locator("a.ref").First.ClickAsync();
        (await page.Locator("#pane .lit").InnerTextAsync()).ShouldContain("The tanker Aurelia leaked oil");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("pane");
        await page.Keyboard.PressAsync("Escape");

        (await page.Locator("#pane").IsHiddenAsync()).ShouldBeTrue();
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("ref");
        _told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_Keys_MoveOpenFilter()
    {
        IPage page = await Open(SpillAccount.Make(), 1280, ColorScheme.Light);

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        (await page.Locator(".here").InnerTextAsync()).ShouldContain("The tanker Aurelia leaked oil");
        await page.Keyboard.PressAsync("o");
        (await page.Locator("#pane").IsVisibleAsync()).ShouldBeTrue();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("q");
        await page.Keyboard.TypeAsync("inspection");

        (await page.Locator("#count").InnerTextAsync()).ShouldContain("lines shown");
        (await page.Locator(".statements > li:visible").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Page_WithoutReport_GreysWhatNoLongerStands()
    {
        Account account = SpillAccount.Make();
        IPage page = await Open(account, 1280, ColorScheme.Light);
        string worry = account.Claims.Single(claim => claim.Status == ClaimStatus.Corroborated).Id;

        await page.Locator("#tools > summary").ClickAsync();
        await page.Locator("input[name=w]").Nth(1).CheckAsync();

        (await page.Locator("#" + worry).GetAttributeAsync("class")).ShouldBe("line gone");
        (await page.Locator("#" + account.Statements[0].Id).GetAttributeAsync("class")).ShouldBe("line");
    }

    [Fact]
    public async Task Page_WithoutScript_ReadsWholeAndJumps()
    {
        Account account = SpillAccount.Make();
        IPage page = await Open(account, 390, ColorScheme.Light, script: false);

        (await page.Locator("#tools").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("main > section").CountAsync()).ShouldBeGreaterThan(10);
        await page.Locator("a.ref").First.ClickAsync();
        page.Url.ShouldEndWith($"#{account.Reports[0].Id}-1");
    }

    private async Task<IPage> Open(Account account, int width, ColorScheme scheme, bool script = true, bool bypassPolicy = false)
    {
        Assert.SkipWhen(chromium.Browser is null, "Chromium is not installed at " + ChromiumFixture.Path);
        string path = System.IO.Path.Combine(chromium.Folder, "page.html");
        await File.WriteAllTextAsync(path, Approved.Render("html", account), Encoding.UTF8);
        IBrowserContext context = await chromium.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 }, ColorScheme = scheme, JavaScriptEnabled = script, BypassCSP = bypassPolicy, ReducedMotion = ReducedMotion.Reduce,
        });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        page.Console += (_, message) => _told.Add(message.Text);
        page.PageError += (_, error) => _told.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            _told.Add("dialog " + dialog.Message);
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                _told.Add("request " + request.Url);
            }
        };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }
}
