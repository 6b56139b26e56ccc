using System.Collections.Immutable;
using Parallax.Intake.Decoding;
using Parallax.Intake.Feeds;
using Parallax.Intake.Json;
using Parallax.Intake.Warc;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Formats;

/// <summary>Reads documents that name other documents: feeds (the pages of their entries), subscription lists in OPML (their feeds), sitemaps and indexes of sitemaps.</summary>
/// <remarks>What they name is given as it stands, made absolute; nothing is opened. Whoever fetches it has to check it.</remarks>
public static class AddressLists
{
    /// <summary>The addresses that an HTTP answer names.</summary>
    /// <param name="answer">Status line, fields, empty line, body.</param>
    /// <param name="address">Where it came from; relative addresses start from it.</param>
    /// <param name="options">Limits.</param>
    /// <returns>Web addresses in the order of the document, each once; null where it is no list.</returns>
    public static ImmutableArray<string>? ReadAnswer(ReadOnlySpan<byte> answer, Uri address, IntakeOptions options)
    {
        HttpPayload payload = HttpPayload.Read(answer, options);
        return Read(payload.Body, payload.Charset, address, options);
    }

    /// <summary>The addresses that a document names.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="charset">The encoding that its carrier declares, or null.</param>
    /// <param name="address">Where it came from, or null; relative addresses start from it.</param>
    /// <param name="options">Limits.</param>
    /// <returns>Web addresses in the order of the document, each once; null where it is no list.</returns>
    public static ImmutableArray<string>? Read(ReadOnlySpan<byte> bytes, string? charset, Uri? address, IntakeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string text = TextDecoder.Decode(bytes, charset, XmlDeclaration.Encoding(bytes)).Text;
        IEnumerable<string?>? named = TextFormatDetector.Detect(text) switch
        {
            TextFormat.Feed => Pages(FeedReader.Read(text, new XmlLimits(options.MaxXmlDepth, options.MaxAttributes), options.MaxEntries, address)),
            TextFormat.Json => new JsonScanner(text, options.MaxJsonDepth).Read() is { } root && JsonFeedReader.IsFeed(root) ? Pages(JsonFeedReader.Read(root, null, options.MaxEntries)) : null,
            TextFormat.Opml => OpmlReader.Read(text, options, out _),
            TextFormat.Sitemap => SitemapReader.Read("", text, options).Locations,
            _ => null,
        };
        return named is null ? null : [.. named.Select(name => NamedAddress.Web(address, name)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string?> Pages(Feed feed) => feed.Entries.Select(static entry => entry.Link ?? (entry.IdIsLink ? entry.Id : null));
}
