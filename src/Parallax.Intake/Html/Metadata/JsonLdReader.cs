using System.Text;
using System.Text.Json;
using Parallax.Core.Reports;

namespace Parallax.Intake.Html.Metadata;

/// <summary>Reads the JSON-LD of a page: the node that describes its article, with what it refers to.</summary>
/// <remarks>Broken JSON is mended where only control characters, comments or line ends are wrong; else passed over. References in a circle end after a few steps.</remarks>
internal sealed class JsonLdReader
{
    private const int OtherNode = 1;
    private const int MaxDepth = 64, MaxNodes = 20_000, MaxReferences = 4;
    private const int PageNode = 25; // How much less a node about the web page is trusted than one about the article.

    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);
    private readonly List<JsonElement> _articles = [], _pages = [];
    private int _nodes;

    /// <summary>Reads one script element's text.</summary>
    /// <returns>Whether it could be read.</returns>
    public bool Read(string json)
    {
        JsonDocumentOptions options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };
        foreach (string attempt in (ReadOnlySpan<string>)[json, Mended(json)])
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(attempt, options);
                Collect(document.RootElement.Clone(), 0);
                return true;
            }
            catch (JsonException)
            {
                // Broken JSON-LD is common; the mended text is tried next.
            }
        }

        return false;
    }

    /// <summary>Gives the facts of the article's node to <paramref name="signals"/>: of several the one that <paramref name="isThisPage"/> knows, else the first.</summary>
    public void Facts(PageSignals signals, Func<string, bool> isThisPage)
    {
        JsonElement? article = Best(_articles, isThisPage), page = Best(_pages, isThisPage);
        if (article is { } node)
        {
            Node(node, 0, signals);
            OtherDays(node, signals);
        }

        if (page is { } around)
        {
            Node(around, PageNode, signals);
        }
    }

    // What other nodes of the same headline say of its day: believed less, but a day that differs is told.
    private void OtherDays(JsonElement article, PageSignals signals)
    {
        const string Headline = "headline", Day = "datePublished";
        foreach (JsonElement other in _articles)
        {
            if (!other.Equals(article) && Text(other, Headline) is { } headline && headline == Text(article, Headline) && Text(other, Day) is { } day && day != Text(article, Day))
            {
                foreach ((FactKind kind, int trust) in FactTable.Of("json", Day))
                {
                    signals.Facts.Add(new RawFact(kind, day, "JSON-LD datePublished of another node", trust - OtherNode));
                }
            }
        }
    }

    private static string? Text(JsonElement node, string property) => node.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Best(List<JsonElement> nodes, Func<string, bool> isThisPage)
    {
        foreach (JsonElement node in nodes)
        {
            foreach (string property in (ReadOnlySpan<string>)["headline", "name", "url", "@id", "mainEntityOfPage"])
            {
                if (node.TryGetProperty(property, out JsonElement value) && (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@id", out JsonElement id) ? id : value) is { ValueKind: JsonValueKind.String } text && isThisPage(text.GetString()!))
                {
                    return node;
                }
            }
        }

        return nodes.Count > 0 ? nodes[0] : null;
    }

    private void Collect(JsonElement node, int depth)
    {
        if (depth > MaxDepth || ++_nodes > MaxNodes)
        {
            return;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in node.EnumerateArray())
            {
                Collect(item, depth + 1);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (node.TryGetProperty("@id", out JsonElement id) && id.ValueKind == JsonValueKind.String && node.TryGetProperty("@type", out _))
            {
                _byId.TryAdd(id.GetString()!, node);
            }

            string type = TypeOf(node);
            if (IsArticle(type))
            {
                _articles.Add(node);
            }
            else if (type.Contains("WebPage", StringComparison.Ordinal) || type.Contains("VideoObject", StringComparison.Ordinal))
            {
                _pages.Add(node);
            }

            foreach (JsonProperty property in node.EnumerateObject())
            {
                if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object && property.Name is not ("comment" or "itemListElement" or "hasPart" or "liveBlogUpdate" or "author" or "publisher"))
                {
                    Collect(property.Value, depth + 1);
                }
                else if (property.Name is "author" or "publisher" && property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("@id", out JsonElement reference) && reference.ValueKind == JsonValueKind.String && property.Value.TryGetProperty("name", out _))
                {
                    _byId.TryAdd(reference.GetString()!, property.Value);
                }
            }
        }
    }

    private static bool IsArticle(string type) =>
        type.Contains("Article", StringComparison.Ordinal) || type.Contains("BlogPosting", StringComparison.Ordinal) || type.Contains("Report", StringComparison.Ordinal) || type.Contains("Review", StringComparison.Ordinal);

    private static string TypeOf(JsonElement node) => node.TryGetProperty("@type", out JsonElement type) ? type.ToString() : "";

    private void Node(JsonElement node, int less, PageSignals signals)
    {
        if (less == 0)
        {
            foreach (string type in TypeOf(node).Split(['"', '[', ']', ',', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                signals.Types.Add(type[(type.LastIndexOf('/') + 1)..].ToLowerInvariant());
            }
        }

        foreach (JsonProperty property in node.EnumerateObject())
        {
            if (property.Name is "isAccessibleForFree" && property.Value.ToString().Equals("false", StringComparison.OrdinalIgnoreCase))
            {
                signals.SaysPaid = true;
            }
            else if (property.Name is "articleBody" && property.Value.ValueKind == JsonValueKind.String)
            {
                string body = PageFactChooser.WithoutTags(property.Value.GetString()!); // It is a string.
                signals.StatedBody = body.Length > (signals.StatedBody?.Length ?? 0) ? body : signals.StatedBody;
            }
            else if (property.Name is "wordCount" && int.TryParse(property.Value.ToString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int words))
            {
                signals.StatedWords = Math.Max(signals.StatedWords, words);
            }

            foreach ((FactKind kind, int trust) in FactTable.Of("json", property.Name))
            {
                foreach (string value in Values(property.Value, 0))
                {
                    signals.Facts.Add(new RawFact(kind, value, "JSON-LD " + property.Name, trust - less));
                }

                if (kind == FactKind.Outlet && Resolved(property.Value) is { ValueKind: JsonValueKind.Object } publisher && publisher.TryGetProperty("parentOrganization", out JsonElement parent))
                {
                    signals.Facts.AddRange(Values(parent, 0).Select(owner => new RawFact(FactKind.Owner, owner, "JSON-LD publisher.parentOrganization", 80)));
                }
            }
        }
    }

    // The words that a value stands for: itself, the name or address of an object, each of a list.
    private IEnumerable<string> Values(JsonElement value, int depth)
    {
        value = Resolved(value);
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return [value.GetString()!]; // It is a string.
            case JsonValueKind.Number:
                return [value.ToString()];
            case JsonValueKind.Array when depth < MaxReferences:
                return value.EnumerateArray().Take(50).SelectMany(item => Values(item, depth + 1));
            case JsonValueKind.Object when depth < MaxReferences:
                foreach (string property in (ReadOnlySpan<string>)["name", "alternateName", "legalName", "@value", "url", "@id"])
                {
                    if (value.TryGetProperty(property, out JsonElement inner) && inner.ValueKind is JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object)
                    {
                        return Values(inner, depth + 1);
                    }
                }

                if (value.TryGetProperty("givenName", out JsonElement given) && value.TryGetProperty("familyName", out JsonElement family))
                {
                    return [$"{given} {family}"];
                }

                return [];
            default:
                return [];
        }
    }

    private JsonElement Resolved(JsonElement value)
    {
        for (int step = 0; step < MaxReferences && value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("name", out _) && value.TryGetProperty("@id", out JsonElement id) && id.ValueKind == JsonValueKind.String && _byId.TryGetValue(id.GetString()!, out JsonElement target); step++)
        {
            value = target;
        }

        return value;
    }

    // Control characters inside strings become spaces; what stands before the first bracket and after the last (comments, CDATA marks, semicolons) goes.
    private static string Mended(string json)
    {
        int start = json.AsSpan().IndexOfAny('{', '['), end = json.AsSpan().LastIndexOfAny('}', ']');
        if (start < 0 || end <= start)
        {
            return json;
        }

        StringBuilder mended = new(end - start + 1);
        foreach (char c in json.AsSpan(start, end - start + 1))
        {
            mended.Append(c < ' ' ? ' ' : c);
        }

        return mended.ToString();
    }
}
