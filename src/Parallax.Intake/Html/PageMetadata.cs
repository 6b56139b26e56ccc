using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Parallax.Core;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;

namespace Parallax.Intake.Html;

/// <summary>What a page says about itself: JSON-LD, Open Graph, meta elements, time elements. Every date found is kept with its origin.</summary>
internal sealed class PageMetadata
{
    private const int MaxJsonDepth = 32;
    private readonly List<(string Value, string Origin)> _published = [];
    private readonly List<string> _authors = [];
    private string? _outlet, _modified, _title;
    private bool _opinion;

    /// <summary>The title that the metadata gives, or null.</summary>
    public string? Title => _title;

    /// <summary>Reads a page's metadata; broken parts are passed over.</summary>
    public static PageMetadata Read(IDocument document)
    {
        PageMetadata metadata = new();
        foreach (IElement script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            metadata.ReadJsonLd(script.TextContent);
        }

        foreach (IElement meta in document.QuerySelectorAll("meta[content]"))
        {
            metadata.ReadMeta((meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? "").ToLowerInvariant(), meta.GetAttribute("content")!.Trim()); // Selected by the attribute.
        }

        foreach (IElement time in document.QuerySelectorAll("article time[datetime], time[itemprop='datePublished']").Take(1))
        {
            metadata.AddDate(time.GetAttribute("datetime"), "time element");
        }

        return metadata;
    }

    /// <summary>The facts for the report.</summary>
    public DeclaredFacts Facts(IDocument document)
    {
        (string Value, string Origin)? taken = _published.Count > 0 ? _published[0] : null;
        return new DeclaredFacts
        {
            Url = document.QuerySelector("link[rel='canonical']")?.GetAttribute("href") is { } href && href.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? href : null,
            Outlet = _outlet is { Length: > 0 } ? new Outlet(_outlet, OutletBasis.Metadata) : null,
            Authors = [.. _authors.Where(static a => a.Length is > 1 and < 100 && !a.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Language = document.DocumentElement.GetAttribute("lang") is { Length: > 0 } language ? language : null,
            Genre = _opinion ? Genre.Opinion : Genre.Unknown,
            Published = taken is { } date ? Date(date) : null,
            Modified = _modified,
            DateCandidates = [.. _published.Select((candidate, i) => new DateCandidate(candidate.Value, candidate.Origin, i == 0 ? "taken: the first in the order of trust" : "a date of higher trust was found"))],
        };
    }

    private static PublishedDate Date((string Value, string Origin) date)
    {
        string day = date.Value[..10];
        DateOnly parsed = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new PublishedDate(day, day, day, parsed.DayOfWeek.ToString(), DateBasis.Metadata, Explanation.Of("metadata", $"The page's {date.Origin} says {date.Value}."), []);
    }

    private void ReadMeta(string name, string content)
    {
        switch (name)
        {
            case "og:site_name" or "application-name":
                _outlet ??= content;
                break;
            case "og:title" or "twitter:title":
                _title ??= content;
                break;
            case "author" or "article:author" or "dc.creator" or "dcterms.creator" or "byl" or "parsely-author":
                _authors.Add(content);
                break;
            case "article:published_time" or "datepublished" or "date" or "dc.date" or "dcterms.created" or "dcterms.date" or "pubdate" or "publishdate" or "parsely-pub-date" or "dc.date.issued" or "article.published" or "sailthru.date":
                AddDate(content, "meta element " + name);
                break;
            case "article:modified_time" or "og:updated_time" or "lastmod":
                _modified ??= Iso(content);
                break;
            case "article:section" or "section":
                _opinion |= content.Contains("opinion", StringComparison.OrdinalIgnoreCase) || content.Contains("editorial", StringComparison.OrdinalIgnoreCase);
                break;
        }
    }

    private void ReadJsonLd(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxJsonDepth });
            ReadNode(document.RootElement);
        }
        catch (JsonException)
        {
            // Broken JSON-LD is common; the page is read without it.
        }
    }

    private void ReadNode(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in node.EnumerateArray())
            {
                ReadNode(item);
            }

            return;
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (node.TryGetProperty("@graph", out JsonElement graph))
        {
            ReadNode(graph);
        }

        string type = node.TryGetProperty("@type", out JsonElement kind) ? kind.ToString() : "";
        if (!type.Contains("Article", StringComparison.Ordinal) && !type.Contains("BlogPosting", StringComparison.Ordinal) && !type.Contains("Report", StringComparison.Ordinal))
        {
            return;
        }

        _opinion |= type.Contains("Opinion", StringComparison.Ordinal);
        _title ??= Text(node, "headline");
        AddDate(Text(node, "datePublished"), "JSON-LD datePublished");
        _modified ??= Iso(Text(node, "dateModified"));
        _outlet ??= node.TryGetProperty("publisher", out JsonElement publisher) ? NameOf(publisher) : null;
        if (node.TryGetProperty("author", out JsonElement author))
        {
            foreach (JsonElement one in author.ValueKind == JsonValueKind.Array ? [.. author.EnumerateArray()] : ImmutableArray.Create(author))
            {
                if (NameOf(one) is { } name)
                {
                    _authors.Add(name);
                }
            }
        }
    }

    private static string? NameOf(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.String => node.GetString()?.Trim(),
        JsonValueKind.Object => Text(node, "name"),
        _ => null,
    };

    private static string? Text(JsonElement node, string property) =>
        node.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()?.Trim() : null;

    private void AddDate(string? value, string origin)
    {
        if (Iso(value) is { } iso)
        {
            _published.Add((iso, origin));
        }
    }

    // The day as the outlet's own clock has it: the offset stays as written.
    private static string? Iso(string? value)
    {
        if (value is null || !DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
        {
            return null;
        }

        bool hasTime = value.AsSpan().IndexOf(':') >= 0;
        return moment.ToString(hasTime ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
