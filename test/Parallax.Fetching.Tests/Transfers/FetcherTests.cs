using System.Globalization;
using System.Net;
using System.Text;
using Parallax.Fetching.Addresses;
using Parallax.Fetching.Transfers;
using Shouldly;
using Xunit;

namespace Parallax.Fetching.Tests.Transfers;

public sealed class FetcherTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Fetch_Page_GivesWhatWasExchanged()
    {
        _server.On("/quay", ScriptedServer.Page("<p>The quay is shut.</p>", "ETag: \"v1\"\r\nLast-Modified: Mon, 04 Mar 2024 10:00:00 GMT\r\nSet-Cookie: a=b\r\n"));
        FetchResult result = await Fetch("/quay#part");
        Exchange page = result.Page.ShouldNotBeNull();
        Encoding.UTF8.GetString(page.Body.Span).ShouldBe("<p>The quay is shut.</p>");
        page.Peer.ShouldBe(IPAddress.Loopback);
        page.ContentType.ShouldBe("text/html");
        page.Validators.ShouldBe(new Validators("\"v1\"", "Mon, 04 Mar 2024 10:00:00 GMT"));
        page.ResponseHead.ShouldStartWith("HTTP/1.1 200 OK\r\n");
        page.RequestHead.ShouldStartWith("GET /quay HTTP/1.1\r\n");
        string request = _server.Requests.Last();
        request.ShouldContain("User-Agent: Parallax/");
        request.ShouldNotContain("Cookie");
        request.ShouldNotContain("Referer");
        request.ShouldNotContain("traceparent");
    }

    [Fact]
    public async Task Fetch_ChunkedBody_StandsInOnePiece()
    {
        _server.On("/quay", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nThe \r\n5\r\nquay.\r\n0\r\n\r\n");
        Exchange page = (await Fetch("/quay")).Page.ShouldNotBeNull();
        Encoding.UTF8.GetString(page.Body.Span).ShouldBe("The quay.");
        page.ResponseHead.ShouldNotContain("chunked");
    }

    [Fact]
    public async Task Fetch_KnownPage_AsksForWhatChanged()
    {
        _server.On("/quay", (request, stream, stop) => stream.WriteAsync(Encoding.ASCII.GetBytes(
            request.Contains("If-None-Match: \"v1\"", StringComparison.Ordinal) ? "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n" : ScriptedServer.Page("new")), stop).AsTask());
        (await Fetch("/quay", known: new Validators("\"v1\"", null))).Unchanged.ShouldBeTrue();
        (await Fetch("/quay")).Page.ShouldNotBeNull();
    }

    [Fact]
    public async Task Fetch_Redirections_AreFollowedUpToTheLimit()
    {
        for (int i = 0; i < 8; i++)
        {
            _server.On($"/{i.ToString(CultureInfo.InvariantCulture)}", ScriptedServer.Redirect($"/{(i + 1).ToString(CultureInfo.InvariantCulture)}"));
        }

        _server.On("/8", ScriptedServer.Page("here"));
        FetchResult five = await Fetch("/3");
        five.Page.ShouldNotBeNull().Address.AbsolutePath.ShouldBe("/8");
        five.Exchanges.Length.ShouldBe(6);
        (await Fetch("/2")).Finding.ShouldNotBeNull().Id.ShouldBe("PX0507");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://post.example/")]
    [InlineData("gopher://post.example/")]
    [InlineData("data:text/html,x")]
    [InlineData("http://user:word@127.0.0.1/")]
    public async Task Fetch_RedirectionOffTheWeb_IsRefused(string target)
    {
        _server.On("/quay", ScriptedServer.Redirect(target));
        (await Fetch("/quay")).Finding.ShouldNotBeNull().Id.ShouldBe("PX0510");
    }

    [Theory]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://2130706433")]
    [InlineData("http://0x7f.1")]
    [InlineData("http://[::ffff:127.0.0.1]")]
    [InlineData("http://localhost")]
    [InlineData("http://inner.example")]
    [InlineData("http://both.example")]
    public async Task Fetch_PrivateAddress_IsRefusedBeforeAnyPacket(string host)
    {
        _server.On("/quay", ScriptedServer.Page("secret"));
        using Fetcher fetcher = new(new FetchOptions { ObeyRobots = false }, new FixedResolver(), TimeProvider.System);
        FetchResult result = await fetcher.Fetch($"{host}:{_server.Port}/quay", static _ => null, TestContext.Current.CancellationToken);
        result.Finding.ShouldNotBeNull().Id.ShouldBe("PX0502");
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fetch_HostThatChangesItsAddress_IsConnectedWhereItWasChecked()
    {
        _server.On("/quay", ScriptedServer.Page("here"));
        FixedResolver resolver = new();
        using Fetcher fetcher = new(new FetchOptions { AllowPrivate = true, ObeyRobots = false, Pause = TimeSpan.Zero }, resolver, TimeProvider.System);
        for (int i = 0; i < 2; i++)
        {
            FetchResult result = await fetcher.Fetch(_server.Address("/quay", "turns.example"), static _ => null, TestContext.Current.CancellationToken);
            result.Page.ShouldNotBeNull().Peer.ShouldBe(IPAddress.Loopback);
        }

        resolver.Asked.ShouldBe(1); // One answer is checked and connected to; the next, which nothing listens at, was never asked for.
    }

    [Fact]
    public async Task Fetch_RobotsThatShutsOut_IsObeyedAlsoBehindRedirections()
    {
        _server.On("/robots.txt", ScriptedServer.Page("User-agent: Parallax\nDisallow: /shut\n")).On("/open", ScriptedServer.Redirect("/shut/in")).On("/shut/in", ScriptedServer.Page("x"));
        (await Fetch("/shut/in", robots: true)).Finding.ShouldNotBeNull().Id.ShouldBe("PX0505");
        (await Fetch("/open", robots: true)).Finding.ShouldNotBeNull().Id.ShouldBe("PX0505");
        _server.Requests.Where(static r => r.Contains("/shut/in", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n", false)]
    public async Task Fetch_RobotsThatCannotBeRead_AllowsOrNotAsTheStandardSays(string robots, bool expected)
    {
        _server.On("/robots.txt", robots).On("/quay", ScriptedServer.Page("x"));
        ((await Fetch("/quay", robots: true)).Page is not null).ShouldBe(expected);
    }

    [Fact]
    public async Task Fetch_BodyAtAndOverTheLimit()
    {
        _server.On("/most", ScriptedServer.Page(new string('a', 5000))).On("/over", ScriptedServer.Page(new string('a', 5001)))
            .On("/endless", async (_, stream, stop) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), stop);
                while (true)
                {
                    await stream.WriteAsync("4\r\naaaa\r\n"u8.ToArray(), stop);
                }
            });
        FetchOptions options = new() { MaxBytes = 5000 };
        (await Fetch("/most", options)).Page.ShouldNotBeNull().Body.Length.ShouldBe(5000);
        (await Fetch("/over", options)).Finding.ShouldNotBeNull().Id.ShouldBe("PX0508");
        (await Fetch("/endless", options)).Finding.ShouldNotBeNull().Id.ShouldBe("PX0508");
    }

    [Fact]
    public async Task Fetch_BodyThatDrips_IsCut()
    {
        _server.On("/drip", async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\na"u8.ToArray(), stop);
            await Task.Delay(Timeout.Infinite, stop);
        });
        (await Fetch("/drip", new FetchOptions { SlowAfter = TimeSpan.FromMilliseconds(50) })).Finding.ShouldNotBeNull().Id.ShouldBe("PX0509");
        (await Fetch("/drip", new FetchOptions { Timeout = TimeSpan.FromMilliseconds(50) })).Finding.ShouldNotBeNull().Id.ShouldBe("PX0509");
    }

    [Fact]
    public async Task Fetch_BrokenResponses_GiveFindings()
    {
        _server.On("/nonsense", "this is not HTTP\r\n\r\n")
            .On("/headers", "HTTP/1.1 200 OK\r\nX: " + new string('a', 1024 * 1024) + "\r\n\r\n")
            .On("/short", (_, stream, _) =>
            {
                stream.Write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"u8);
                stream.Close();
                return Task.CompletedTask;
            })
            .On("/two", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde")
            .On("/gone", "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")
            .On("/after", ScriptedServer.Page("still here"));
        foreach (string path in (string[])["/nonsense", "/headers", "/short", "/two"])
        {
            FetchResult result = await Fetch(path);
            (result.Finding?.Id ?? "page").ShouldBe("PX0504", path);
        }

        (await Fetch("/gone")).Finding.ShouldNotBeNull().Id.ShouldBe("PX0506");
        (await Fetch("/after")).Page.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("nothing.example", "PX0503")]
    [InlineData("user@post.example", "PX0501")]
    public async Task Fetch_HostThatIsNotThere_IsNamed(string host, string finding)
    {
        using Fetcher fetcher = new(new FetchOptions { ObeyRobots = false }, new FixedResolver(), TimeProvider.System);
        FetchResult result = await fetcher.Fetch($"http://{host}/", static _ => null, TestContext.Current.CancellationToken);
        result.Finding.ShouldNotBeNull().Id.ShouldBe(finding);
    }

    private async Task<FetchResult> Fetch(string path, FetchOptions? options = null, bool robots = false, Validators? known = null)
    {
        using Fetcher fetcher = new((options ?? new FetchOptions()) with { AllowPrivate = true, ObeyRobots = robots, Pause = TimeSpan.Zero }, new FixedResolver(), TimeProvider.System);
        return await fetcher.Fetch(_server.Address(path), _ => known, TestContext.Current.CancellationToken);
    }

    private sealed class FixedResolver : IHostResolver
    {
        public int Asked { get; private set; }

        public Task<IPAddress[]> Resolve(string host, CancellationToken stop)
        {
            Asked++;
            return Task.FromResult<IPAddress[]>(host switch
            {
                "inner.example" => [IPAddress.Parse("10.0.0.1")],
                "both.example" => [IPAddress.Parse("8.8.8.8"), IPAddress.Loopback],
                "turns.example" => [Asked == 1 ? IPAddress.Loopback : IPAddress.Parse("192.0.2.1")],
                _ => [],
            });
        }
    }
}
