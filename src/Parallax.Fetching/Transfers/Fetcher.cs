using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Parallax.Core.Findings;
using Parallax.Core.Identity;
using Parallax.Fetching.Addresses;
using Parallax.Fetching.Robots;

namespace Parallax.Fetching.Transfers;

/// <summary>Fetches addresses over HTTP/1.1: within limits, as robots.txt allows, and from public addresses only unless told otherwise.</summary>
/// <remarks>
/// No cookies, no credentials, no proxy, no referrer; each redirection is checked as if it had been given by the user. Never throws for what a server does:
/// that gives a finding. Requests are made one after another.
/// </remarks>
public sealed class Fetcher : IDisposable
{
    private static readonly Exception[] NoExceptions = [];

    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly GuardedConnections _connections;
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _client;
    private readonly Dictionary<string, RobotsRules> _robots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastRequests = new(StringComparer.Ordinal);

    /// <summary>Makes a fetcher.</summary>
    /// <param name="options">Limits and permissions.</param>
    /// <param name="resolver">Finds the addresses of hosts.</param>
    /// <param name="clock">Stamps exchanges and measures the limits of time.</param>
    public Fetcher(FetchOptions options, IHostResolver resolver, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _clock = clock;
        _connections = new GuardedConnections(resolver, options.AllowPrivate);
        _handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = _connections.Connect,
            MaxResponseHeadersLength = options.MaxHeaderKibibytes,
            UseCookies = false,
            UseProxy = false,
        };
        _client = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Fetches an address with its redirections.</summary>
    /// <param name="text">The address as it was written.</param>
    /// <param name="known">What is known of an earlier response of an address, to ask only for what changed; null where nothing is.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was called.</exception>
    public async Task<FetchResult> Fetch(string text, Func<Uri, Validators?> known, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(known);
        using CancellationTokenSource deadline = new(_options.Timeout, _clock);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        List<Exchange> exchanges = [];
        try
        {
            Finding? finding = await Follow(text, known, _options.ObeyRobots, exchanges, both.Token).ConfigureAwait(false);
            return new FetchResult([.. exchanges], finding);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new FetchResult([.. exchanges], FetchFindings.TooSlow(text));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task<Finding?> Follow(string text, Func<Uri, Validators?> known, bool obeyRobots, List<Exchange> exchanges, CancellationToken stop)
    {
        if (!WebAddress.TryParse(text, out Uri? address, out string? refusal))
        {
            return FetchFindings.BadAddress(text, refusal);
        }

        for (int redirects = 0; ; redirects++)
        {
            if (!_options.AllowPrivate && AddressPolicy.NamesPrivateHost(address))
            {
                return FetchFindings.Private(address.AbsoluteUri);
            }

            if (obeyRobots && !(await Robots(address, stop).ConfigureAwait(false)).Allows(address))
            {
                return FetchFindings.Robots(address.AbsoluteUri);
            }

            (Exchange? exchange, string? location, Finding? fault) = await Ask(address, known(address) ?? Validators.None, stop).ConfigureAwait(false);
            if (exchange is null)
            {
                return fault;
            }

            exchanges.Add(exchange);
            if (exchange.Status is not (301 or 302 or 303 or 307 or 308) || location is null)
            {
                return exchange.IsPage || exchange.Status == 304 ? null : FetchFindings.Status(address.AbsoluteUri, exchange.Status);
            }

            if (redirects == _options.MaxRedirects)
            {
                return FetchFindings.Redirects(text, _options.MaxRedirects);
            }

            if (!Uri.TryCreate(address, location, out Uri? target) || !WebAddress.TryParse(target.OriginalString, out Uri? next, out refusal))
            {
                return FetchFindings.BadRedirect(address.AbsoluteUri, location, "is no web address that may be fetched");
            }

            address = next;
        }
    }

    private async Task<RobotsRules> Robots(Uri address, CancellationToken stop)
    {
        string origin = address.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(origin, out RobotsRules? rules))
        {
            return rules;
        }

        List<Exchange> exchanges = [];
        Finding? fault = await Follow(origin + "/robots.txt", static _ => null, obeyRobots: false, exchanges, stop).ConfigureAwait(false);
        rules = exchanges.LastOrDefault() switch
        {
            { IsPage: true } page when fault is null => RobotsRules.Parse(page.Body.Span, _options.Robot),
            { Status: >= 300 and < 500 and not 429 } => RobotsRules.AllowAll,
            null when fault?.Id is "PX0508" => RobotsRules.AllowAll,
            _ => RobotsRules.DisallowAll,
        };
        return _robots[origin] = rules;
    }

    private async Task<(Exchange? Exchange, string? Location, Finding? Fault)> Ask(Uri address, Validators validators, CancellationToken stop)
    {
        string shown = address.AbsoluteUri;
        await Wait(address, stop).ConfigureAwait(false);
        using HttpRequestMessage request = Request(address, validators);
        DateTimeOffset time = _clock.GetUtcNow();
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            if (response.Content.Headers.NonValidated.TryGetValues("Content-Length", out HeaderStringValues lengths) && lengths.Count > 1)
            {
                return (null, null, FetchFindings.Failed(shown, "its response states two lengths."));
            }

            if (response.Content.Headers.ContentLength > _options.MaxBytes)
            {
                return (null, null, FetchFindings.TooLarge(shown, _options.MaxBytes));
            }

            Stream body = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                (byte[]? bytes, Finding? fault) = await ReadBody(body, shown, stop).ConfigureAwait(false);
                return bytes is null
                    ? (null, null, fault)
                    : (Exchanged(address, time, request, response, bytes), response.Headers.NonValidated.TryGetValues("Location", out HeaderStringValues l) ? l.FirstOrDefault() : null, null);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or InvalidOperationException or RefusedConnectionException)
        {
            return (null, null, Explain(fault, address));
        }
    }

    private static Finding Explain(Exception fault, Uri address)
    {
        Exception[] chain = [fault, .. fault.InnerException is { } inner ? [inner, .. inner.InnerException is { } root ? [root] : NoExceptions] : NoExceptions];
        return chain.Any(static e => e is RefusedConnectionException) ? FetchFindings.Private(address.AbsoluteUri)
            : chain.OfType<SocketException>().Any(static e => e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain) ? FetchFindings.NotFound(address.AbsoluteUri, address.Host)
            : FetchFindings.Failed(address.AbsoluteUri, chain[^1].Message);
    }

    // One request to a host at a time, with a pause between two.
    private async Task Wait(Uri address, CancellationToken stop)
    {
        if (_lastRequests.TryGetValue(address.Authority, out long last) && _options.Pause - _clock.GetElapsedTime(last) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, _clock, stop).ConfigureAwait(false);
        }

        _lastRequests[address.Authority] = _clock.GetTimestamp();
    }

    private HttpRequestMessage Request(Uri address, Validators validators)
    {
        HttpRequestMessage request = new(HttpMethod.Get, address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        HttpRequestHeaders headers = request.Headers;
        headers.TryAddWithoutValidation("Host", address.IsDefaultPort ? address.IdnHost : address.IdnHost + ":" + address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5");
        headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        if (validators.EntityTag is { } tag)
        {
            headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (validators.LastModified is { } modified)
        {
            headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return request;
    }

    private async Task<(byte[]? Bytes, Finding? Fault)> ReadBody(Stream body, string address, CancellationToken stop)
    {
        long began = _clock.GetTimestamp();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using MemoryStream bytes = new();
            while (true)
            {
                using CancellationTokenSource slow = new(_options.SlowAfter, _clock);
                using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stop, slow.Token);
                int read = await body.ReadAsync(buffer, either.Token).ConfigureAwait(false);
                if (read == 0)
                {
                    return (bytes.ToArray(), null);
                }

                if (bytes.Length + read > _options.MaxBytes)
                {
                    return (null, FetchFindings.TooLarge(address, _options.MaxBytes));
                }

                bytes.Write(buffer, 0, read);
                TimeSpan elapsed = _clock.GetElapsedTime(began);
                if (elapsed > _options.SlowAfter && bytes.Length < elapsed.TotalSeconds * _options.LeastBytesPerSecond)
                {
                    return (null, FetchFindings.TooSlow(address));
                }
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (null, FetchFindings.TooSlow(address));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Exchange Exchanged(Uri address, DateTimeOffset time, HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        StringBuilder requestHead = new StringBuilder("GET ").Append(address.PathAndQuery).Append(" HTTP/1.1\r\n");
        Append(requestHead, request.Headers.NonValidated);
        StringBuilder responseHead = new StringBuilder("HTTP/1.1 ").Append((int)response.StatusCode).Append(' ').Append(response.ReasonPhrase).Append("\r\n");
        Append(responseHead, response.Headers.NonValidated);
        Append(responseHead, response.Content.Headers.NonValidated);
        return new Exchange(
            address,
            time,
            _connections.Peer(address),
            requestHead.Append("\r\n").ToString(),
            (int)response.StatusCode,
            responseHead.Append("\r\n").ToString(),
            body,
            First(response.Content.Headers.NonValidated, "Content-Type"),
            new Validators(First(response.Headers.NonValidated, "ETag"), First(response.Content.Headers.NonValidated, "Last-Modified")));
    }

    private static void Append(StringBuilder head, HttpHeadersNonValidated headers)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            if (name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                continue; // The body is recorded in one piece.
            }

            foreach (string value in values)
            {
                head.Append(name).Append(": ").Append(value).Append("\r\n");
            }
        }
    }

    private static string? First(HttpHeadersNonValidated headers, string name) => headers.TryGetValues(name, out HeaderStringValues values) ? values.FirstOrDefault() : null;
}
