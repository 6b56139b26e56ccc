using System.Collections.Immutable;
using System.Net;

namespace Parallax.Fetching.Transfers;

/// <summary>One request and its response, as far as a record of both needs them.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Time">When the request was sent.</param>
/// <param name="Peer">The network address that answered.</param>
/// <param name="RequestHead">Request line and headers with their blank line.</param>
/// <param name="Status">Status code of the response.</param>
/// <param name="ResponseHead">Status line and headers with their blank line; without <c>Transfer-Encoding</c>, since the body stands in one piece.</param>
/// <param name="Body">The body with the content encoding it was sent in.</param>
/// <param name="ContentType">Value of <c>Content-Type</c>; null where there is none.</param>
/// <param name="Validators">What a later request can ask with whether it changed.</param>
public sealed record Exchange(
    Uri Address, DateTimeOffset Time, IPAddress Peer, string RequestHead, int Status, string ResponseHead, ReadOnlyMemory<byte> Body, string? ContentType, Validators Validators)
{
    /// <summary>Whether the response is the page itself: not a redirection, an error, or the word that nothing changed.</summary>
    public bool IsPage => Status is >= 200 and < 300;
}

/// <summary>What a server gave to tell whether a page changed (RFC 9110, 8.8), and the response it belongs to.</summary>
/// <param name="EntityTag">Value of <c>ETag</c>; null where there is none.</param>
/// <param name="LastModified">Value of <c>Last-Modified</c> as sent; null where there is none.</param>
public sealed record Validators(string? EntityTag, string? LastModified)
{
    /// <summary>None.</summary>
    public static Validators None { get; } = new(null, null);

    /// <summary>Whether there is one.</summary>
    public bool Any => EntityTag is not null || LastModified is not null;
}

/// <summary>What came of one address.</summary>
/// <param name="Exchanges">All exchanges in order: redirections first, the page last. Empty where none took place.</param>
/// <param name="Finding">Why there is no page; null where the last exchange is one, or says that nothing changed.</param>
public sealed record FetchResult(ImmutableArray<Exchange> Exchanges, Core.Findings.Finding? Finding)
{
    /// <summary>The page; null where there is none.</summary>
    public Exchange? Page => Finding is null && Exchanges is [.., { IsPage: true } last] ? last : null;

    /// <summary>Whether the server says that the page is as it was.</summary>
    public bool Unchanged => Finding is null && Exchanges is [.., { Status: 304 }];
}
