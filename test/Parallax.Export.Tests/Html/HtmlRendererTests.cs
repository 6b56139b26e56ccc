using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Parallax.Core.Accounts;
using Parallax.Export.Tests.Json;
using Parallax.Export.Tests.Sample;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Html;

public sealed class HtmlRendererTests
{
    private static readonly string[] Handlers = ["onerror", "onload", "onclick", "onfocus", "onmouseover"];

    public static TheoryData<string> Accounts => ["spill", "empty", "one-report"];

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Write_EveryLinkInThePage_HasItsTarget(string name)
    {
        IHtmlDocument page = Parse(AccountJsonTests.Named(name));

        foreach (IElement link in page.QuerySelectorAll("a"))
        {
            string target = link.GetAttribute("href")!;
            target.ShouldStartWith("#");
            page.GetElementById(target[1..]).ShouldNotBeNull(target);
        }

        foreach (IElement labelled in page.QuerySelectorAll("[aria-labelledby]"))
        {
            page.GetElementById(labelled.GetAttribute("aria-labelledby")!).ShouldNotBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Write_Ids_StandOnce(string name)
    {
        string[] ids = [.. Parse(AccountJsonTests.Named(name)).QuerySelectorAll("[id]").Select(element => element.Id!)];

        ids.ShouldBeUnique();
    }

    [Fact]
    public void Write_StatementsEventsClaimsFiguresSentences_HaveAnAnchor()
    {
        Account account = SpillAccount.Make();
        IHtmlDocument page = Parse(account);

        IEnumerable<string> ids = account.Statements.Select(statement => statement.Id).Concat(account.Events.Select(told => told.Id)).Concat(account.Claims.Select(claim => claim.Id))
            .Concat(account.Figures.Select(figure => figure.Id)).Concat(account.Conflicts.Select(conflict => conflict.Id)).Concat(account.Quotations.Select(quotation => quotation.Id))
            .Concat(account.Reports.Select(report => report.Id)).Concat(account.Reports.SelectMany(report => report.Sentences.Select((_, i) => $"{report.Id}-{i}")));
        foreach (string id in ids)
        {
            page.GetElementById(id).ShouldNotBeNull(id);
        }
    }

    [Fact]
    public void Write_HostileReport_StaysText()
    {
        IHtmlDocument page = Parse(SpillAccount.Make());

        page.QuerySelectorAll("script").Length.ShouldBe(1);
        page.QuerySelectorAll("img, iframe, object, embed, base, form[action], [style], math, video, audio, foreignObject").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Where(attribute => attribute.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes).ShouldNotContain(attribute => attribute.Value.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        page.Body!.TextContent.ShouldContain(SpillAccount.Script);
        page.Body.TextContent.ShouldContain("onerror=alert(2)");
        Handlers.ShouldAllBe(handler => page.QuerySelectorAll($"[{handler}]").Length == 0);
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Write_Page_AsksNobodyForAnything(string name)
    {
        IHtmlDocument page = Parse(AccountJsonTests.Named(name));

        page.QuerySelectorAll("[src], [srcset], link:not([rel=icon]), style[src]").ShouldBeEmpty();
        page.QuerySelector("link[rel=icon]")!.GetAttribute("href").ShouldBe("data:,");
        page.QuerySelector("style")!.TextContent.ShouldNotContain("url(");
        page.QuerySelector("style")!.TextContent.ShouldNotContain("@import");
    }

    [Fact]
    public void Write_ContentPolicy_NamesStyleAndScriptByHash()
    {
        IHtmlDocument page = Parse(SpillAccount.Make());
        string policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;

        policy.ShouldStartWith("default-src 'none';");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain(Hash(page.QuerySelector("style")!.TextContent));
        policy.ShouldContain(Hash(page.QuerySelector("script")!.TextContent));
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Write_Structure_HasLandmarksHeadingsNamesAndLanguages(string name)
    {
        IHtmlDocument page = Parse(AccountJsonTests.Named(name));

        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.QuerySelector("a.skip")!.GetAttribute("href").ShouldBe("#main");
        page.QuerySelectorAll("section").ShouldAllBe(section => section.HasAttribute("aria-labelledby") || section.HasAttribute("aria-label"));
        page.QuerySelectorAll("th").ShouldAllBe(head => head.HasAttribute("scope"));
        page.QuerySelectorAll("input, select").ShouldAllBe(field => field.Closest("label") != null);
        int last = 1;
        foreach (IElement heading in page.QuerySelectorAll("h1, h2, h3, h4"))
        {
            int level = heading.LocalName[1] - '0';
            level.ShouldBeLessThanOrEqualTo(last + 1, heading.TextContent);
            last = level;
        }

        page.QuerySelectorAll(".report > p[lang]").ShouldAllBe(paragraph => paragraph.GetAttribute("dir") == "auto");
    }

    [Fact]
    public void Write_EmptyAccount_SaysSo()
    {
        IHtmlDocument page = Parse(SpillAccount.Empty());

        page.QuerySelector("h1")!.TextContent.ShouldBe("An account of no report");
        page.QuerySelectorAll("main > section").Length.ShouldBe(1);
    }

    [Fact]
    public void Write_Wordings_MarkWhatWasDeletedAndInserted()
    {
        IElement second = Parse(SpillAccount.Make()).QuerySelectorAll(".wordings li")[1];

        second.QuerySelectorAll("del").Select(piece => piece.TextContent).ShouldBe(["not here: widening;", "not here: worries;", "not here: this;"]);
        second.QuerySelectorAll("ins").Select(piece => piece.TextContent).ShouldBe(["only here: breadth;", "only here: worry;", "only here: our;"]);
    }

    [Fact]
    public void Write_FullText_IsWholeAndMarked()
    {
        Account account = SpillAccount.Make();
        IHtmlDocument page = Parse(account);
        IElement report = page.GetElementById(account.Reports[0].Id)!;
        foreach (IElement number in report.QuerySelectorAll(".sn").ToArray())
        {
            number.Remove();
        }

        string[] paragraphs = [.. report.QuerySelectorAll("p[lang]").Select(paragraph => paragraph.TextContent.Trim())];

        string.Join("\n\n", paragraphs).ShouldBe(account.Reports[0].Text);
        report.QuerySelectorAll("mark.dt").Select(mark => mark.TextContent).ShouldContain("Tuesday, 4 March 2031");
        report.QuerySelectorAll("mark.fg").Select(mark => mark.TextContent).ShouldContain("At least 120 tonnes");
        report.QuerySelectorAll("mark.cu").Select(mark => mark.TextContent).ShouldContain("was quoted as saying");
    }

    [Fact]
    public void Write_SameAccountTwice_GivesTheSamePage() => Approved.Render("html", SpillAccount.Make()).ShouldBe(Approved.Render("html", SpillAccount.Make()));

    internal static IHtmlDocument Parse(Account account) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(Approved.Render("html", account));

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
