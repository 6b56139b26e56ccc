using System.Net;
using System.Text;
using Parallax.Application.Fetches;
using Parallax.Core.Reports;
using Parallax.Fetching.Addresses;
using Parallax.Fetching.Tests.Transfers;
using Parallax.Fetching.Transfers;
using Parallax.Intake;
using Shouldly;
using Xunit;

namespace Parallax.Application.Tests.Fetches;

public sealed class FetchRunTests : IDisposable
{
    private readonly ScriptedServer _server = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-fetch-").FullName;

    private string Archive => Path.Combine(_folder, "pages.warc.gz");

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Fetch_Feed_BringsThePagesItNames()
    {
        Serve("/feed.xml", Feed("/quay", "/ferry", "/gone"));
        ServePage("/quay", "Quay closed", "The harbour office of Port Alder closed the eastern quay on Monday after a crane fell into the water, its head said.");
        ServePage("/ferry", "Ferry late", "The ferry to the islands left two hours late on Tuesday because of the wind, according to the line that runs it.");
        FetchedPages fetched = await Fetch(_server.Address("/feed.xml"));
        (fetched.Pages, fetched.Lists, fetched.Left).ShouldBe((2, 1, 0));
        fetched.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0506");

        Report[] reports = Reports();
        reports.Select(static report => report.Title).ShouldBe(["Quay closed", "Ferry late"], ignoreOrder: true);
        Report quay = reports.Single(static report => report.Title == "Quay closed");
        quay.Url.ShouldBe(_server.Address("/quay"));
        quay.Captured.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Fetch_TheSecondTime_AddsOnlyWhatChanged()
    {
        string tag = "\"one\"";
        _server.On("/feed.xml", (request, stream, stop) => stream.WriteAsync(Encoding.UTF8.GetBytes(
            request.Contains("If-None-Match: \"feed\"", StringComparison.Ordinal) ? "HTTP/1.1 304 Not Modified\r\n\r\n" : ScriptedServer.Page(Feed("/quay"), "ETag: \"feed\"\r\n")), stop).AsTask());
        _server.On("/quay", (request, stream, stop) => stream.WriteAsync(Encoding.UTF8.GetBytes(
            request.Contains($"If-None-Match: {tag}", StringComparison.Ordinal) ? "HTTP/1.1 304 Not Modified\r\n\r\n" : ScriptedServer.Page($"<p>The quay is closed, in version {tag.Trim('"')}.</p>", $"ETag: {tag}\r\n")), stop).AsTask());
        (await Fetch(_server.Address("/feed.xml"))).Pages.ShouldBe(1);
        (await Fetch(_server.Address("/feed.xml"))).ShouldSatisfyAllConditions(static f => f.Pages.ShouldBe(0), static f => f.Unchanged.ShouldBe(1), static f => f.Lists.ShouldBe(1));
        tag = "\"two\"";
        (await Fetch(_server.Address("/feed.xml"))).Pages.ShouldBe(1);
        Encoding.UTF8.GetString(Unpacked()).ShouldSatisfyAllConditions(static all => all.ShouldContain("in version one"), static all => all.ShouldContain("in version two"));
    }

    [Fact]
    public async Task Fetch_SubscriptionListOnThisMachine_IsFollowedToThePages()
    {
        string list = Path.Combine(_folder, "feeds.opml");
        await File.WriteAllTextAsync(list, $"<opml version='2.0'><body><outline text='a' xmlUrl='{_server.Address("/feed.xml")}'/><outline xmlUrl='file:///etc/passwd'/></body></opml>", TestContext.Current.CancellationToken);
        Serve("/feed.xml", Feed("/quay", "/ferry"));
        ServePage("/quay", "Quay closed", "The quay is closed.");
        ServePage("/ferry", "Ferry late", "The ferry is late.");
        FetchedPages fetched = await Fetch(list, limit: 1);
        (fetched.Pages, fetched.Lists, fetched.Left).ShouldBe((1, 2, 1));
        fetched.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fetch_ListsThatNameEachOther_EndWithAFinding()
    {
        for (char c = 'a'; c < 'f'; c++)
        {
            char next = (char)(c + 1);
            Serve($"/{c}.xml", $"<sitemapindex><sitemap><loc>{_server.Address($"/{next}.xml")}</loc></sitemap><sitemap><loc>{_server.Address("/a.xml")}</loc></sitemap></sitemapindex>");
        }

        FetchedPages fetched = await Fetch(_server.Address("/a.xml"));
        fetched.Pages.ShouldBe(0);
        fetched.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0009");
        _server.Requests.Count.ShouldBe(4); // robots.txt and three lists, each once.
    }

    [Fact]
    public async Task Fetch_FileThatListsNothing_GivesAFinding()
    {
        string file = Path.Combine(_folder, "letter.txt");
        await File.WriteAllTextAsync(file, "Dear reader", TestContext.Current.CancellationToken);
        (await Fetch(file)).Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0008");
    }

    [Fact]
    public async Task Fetch_FileInTheArchivesPlace_IsLeftAlone()
    {
        await File.WriteAllTextAsync(Archive, "not an archive", TestContext.Current.CancellationToken);
        await Should.ThrowAsync<InvalidDataException>(() => Fetch(_server.Address("/quay")));
        (await File.ReadAllTextAsync(Archive, TestContext.Current.CancellationToken)).ShouldBe("not an archive");
    }

    private void Serve(string path, string body) => _server.On(path, ScriptedServer.Page(body));

    private void ServePage(string path, string title, string words) => Serve(path, $"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p></article></body></html>");

    private string Feed(params ReadOnlySpan<string> paths)
    {
        StringBuilder feed = new("<?xml version='1.0'?><rss version='2.0'><channel><title>The Alder Post</title>");
        foreach (string path in paths)
        {
            feed.Append("<item><title>x</title><link>").Append(_server.Address(path)).Append("</link></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    private async Task<FetchedPages> Fetch(string address, int limit = 100)
    {
        using Fetcher fetcher = new(new FetchOptions { AllowPrivate = true, Pause = TimeSpan.Zero }, new SystemHostResolver(), TimeProvider.System);
        return await new FetchRun(fetcher, TimeProvider.System, new IntakeOptions()).Fetch(new FetchRequest([address], Archive, limit), static (_, _) => { }, TestContext.Current.CancellationToken);
    }

    private Report[] Reports()
    {
        using FileStream file = File.OpenRead(Archive);
        return [.. new ReportIntake(new IntakeOptions()).ReadAll("pages.warc.gz", file).SelectMany(static document => document.Result.Reports)];
    }

    private byte[] Unpacked()
    {
        using System.IO.Compression.GZipStream plain = new(File.OpenRead(Archive), System.IO.Compression.CompressionMode.Decompress);
        using MemoryStream all = new();
        plain.CopyTo(all);
        return all.ToArray();
    }
}
