using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Parallax.Fetching.Transfers;

namespace Parallax.Fetching.Archives;

/// <summary>Writes what was exchanged as WARC 1.1 (ISO 28500:2017), each record a gzip member of its own, so that a file can be added to.</summary>
/// <param name="to">Where to; stays open.</param>
public sealed class WarcWriter(Stream to)
{
    private const string Software = "Parallax/0.1";
    private const string NotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

    /// <summary>Writes who wrote the records that follow.</summary>
    /// <param name="time">Now.</param>
    public void WriteInfo(DateTimeOffset time)
    {
        byte[] fields = Encoding.UTF8.GetBytes($"software: {Software}\r\nformat: WARC File Format 1.1\r\n");
        Write("warcinfo", Identity("warcinfo", null, time, fields), time, [("Content-Type", "application/warc-fields")], fields);
    }

    /// <summary>Writes an exchange: the request, and the response or, where nothing changed, a <c>revisit</c>.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="isList">Whether it is a feed or another list that only led to reports: then the answer stands as <c>metadata</c>, so that nobody takes it for one.</param>
    public void Write(Exchange exchange, bool isList = false)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        string address = exchange.Address.AbsoluteUri;
        byte[] head = Encoding.Latin1.GetBytes(exchange.ResponseHead);
        byte[] response = new byte[head.Length + exchange.Body.Length];
        head.CopyTo(response, 0);
        exchange.Body.CopyTo(response.AsMemory(head.Length));
        bool unchanged = exchange.Status == 304;
        string type = unchanged ? "revisit" : isList ? "metadata" : "response";
        string identity = Identity(type, address, exchange.Time, response);
        List<(string, string)> fields =
        [
            ("WARC-Target-URI", address),
            ("WARC-IP-Address", exchange.Peer.ToString()),
            ("Content-Type", "application/http;msgtype=response"),
        ];
        if (unchanged)
        {
            fields.Add(("WARC-Profile", NotModified));
        }
        else
        {
            fields.Add(("WARC-Payload-Digest", Digest(exchange.Body.Span)));
        }

        Write(type, identity, exchange.Time, fields, response);
        byte[] request = Encoding.Latin1.GetBytes(exchange.RequestHead);
        Write(
            "request",
            Identity("request", address, exchange.Time, request),
            exchange.Time,
            [("WARC-Target-URI", address), ("WARC-Concurrent-To", identity), ("Content-Type", "application/http;msgtype=request")],
            request);
    }

    private void Write(string type, string identity, DateTimeOffset time, IReadOnlyList<(string Name, string Value)> fields, ReadOnlySpan<byte> block)
    {
        StringBuilder head = new StringBuilder("WARC/1.1\r\nWARC-Type: ").Append(type)
            .Append("\r\nWARC-Record-ID: ").Append(identity)
            .Append("\r\nWARC-Date: ").Append(Stamp(time));
        foreach ((string name, string value) in fields)
        {
            head.Append("\r\n").Append(name).Append(": ").Append(value);
        }

        head.Append("\r\nWARC-Block-Digest: ").Append(Digest(block)).Append(CultureInfo.InvariantCulture, $"\r\nContent-Length: {block.Length}\r\n\r\n");
        using GZipStream member = new(to, CompressionLevel.Optimal, leaveOpen: true);
        member.Write(Encoding.UTF8.GetBytes(head.ToString()));
        member.Write(block);
        member.Write("\r\n\r\n"u8);
    }

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Digest(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    // A UUID of version 8 (RFC 9562) from what makes the record one of its own, so that the same exchange always gets the same one.
    private static string Identity(string type, string? address, DateTimeOffset time, ReadOnlySpan<byte> block)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{type}\n{address}\n{Stamp(time)}\n"));
        hash.AppendData(block);
        Span<byte> bytes = stackalloc byte[32];
        _ = hash.GetHashAndReset(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"<urn:uuid:{new Guid(bytes[..16], bigEndian: true)}>";
    }
}
