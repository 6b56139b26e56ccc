using System.Collections.Immutable;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Feeds;

/// <summary>What the elements of a feed, an entry or a source say, whatever the format.</summary>
internal sealed class FeedPartReader
{
    private const int MaxExtensions = 1000, DeepestExtension = 8;

    private readonly string _source;
    private readonly List<FeedLink> _links = [];
    private readonly List<FeedPerson> _authors = [], _contributors = [];
    private readonly List<FeedCategory> _categories = [];
    private readonly List<FeedText> _contents = [];
    private readonly List<FeedExtension> _extensions = [];
    private readonly bool _isEntry;
    private FeedPart _part = new();
    private FeedText? _plainTitle, _plainSummary, _otherTitle, _otherSummary;
    private FeedPerson? _plainAuthor;
    private string? _plainLink, _plainId;

    private FeedPartReader(string source, bool isEntry) => (_source, _isEntry) = (source, isEntry);

    /// <summary>Reads the elements of a part.</summary>
    /// <param name="source">The text received.</param>
    /// <param name="part">The part's own element.</param>
    /// <param name="elements">What it holds.</param>
    /// <param name="isEntry">Whether it is an entry, not a feed.</param>
    public static FeedPart Read(string source, XmlElement part, IReadOnlyList<XmlElement> elements, bool isEntry)
    {
        FeedPartReader reader = new(source, isEntry);
        reader.ReadAttributes(part);
        foreach (XmlElement element in elements)
        {
            reader.Read(element);
        }

        return reader.Finish(part);
    }

    private void ReadAttributes(XmlElement part)
    {
        // CDF and Atom say some things in attributes; RSS 1.0 names what an item is about.
        string? about = part.Attribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#") ?? part.Attribute("about");
        bool cdf = part.Name.Equals("channel", StringComparison.OrdinalIgnoreCase) || part.Name.Equals("item", StringComparison.OrdinalIgnoreCase);
        _part = _part with
        {
            Id = about,
            Link = cdf ? part.Attribute("HREF") ?? part.Attribute("href") : null,
            Updated = cdf && part.Attribute("LASTMOD") is { } modified ? Date(modified) : null,
            Language = part.Language ?? part.Attribute("lang"),
        };
    }

    private void Read(XmlElement element)
    {
        if (FeedNames.Prefix(element) is not ("" or "atom"))
        {
            Extend(element); // Kept as it stands as well, whatever else it tells.
        }

        switch (FeedNames.Of(element))
        {
            case "title":
                _plainTitle ??= Text(element);
                break;
            case "dc:title":
                _otherTitle ??= Text(element);
                break;
            case "link" or "xhtml:link":
                ReadLink(element);
                break;
            case "description" or "summary" or "tagline" or "subtitle" or "info" or "abstract":
                ReadSummary(element);
                break;
            case "dc:description" or "itunes:summary" or "itunes:subtitle" or "dcterms:abstract":
                _otherSummary ??= Text(element);
                break;
            case "content" or "content:encoded" or "xhtml:body" or "body" or "fullitem" or "prodlink":
                _contents.Add(Text(element));
                break;
            case "id" or "guid":
                ReadId(element);
                break;
            case "author" or "managingeditor":
                ReadAuthor(element, plain: true);
                break;
            case "dc:creator" or "dc:author" or "itunes:author":
                ReadAuthor(element, plain: false);
                break;
            case "contributor" or "dc:contributor":
                Add(_contributors, FeedPeople.Read(element));
                break;
            case "webmaster" or "dc:publisher" or "publisher" or "itunes:owner":
                _part = _part with { Publisher = _part.Publisher ?? FeedPeople.Read(element) };
                break;
            case "category" or "dc:subject" or "itunes:category" or "media:category" or "keywords" or "itunes:keywords":
                ReadCategory(element);
                break;
            default:
                ReadFurther(element);
                break;
        }
    }

    private void ReadFurther(XmlElement element)
    {
        switch (FeedNames.Of(element))
        {
            case "pubdate" or "published" or "issued" or "dcterms:issued" or "dcterms:available":
                _part = _part with { Published = _part.Published ?? Date(element.Words) };
                break;
            case "updated" or "modified" or "lastbuilddate" or "dcterms:modified" or "dcterms:date" or "dc:date":
                _part = _part with { Updated = _part.Updated ?? Date(element.Words) };
                break;
            case "created" or "dcterms:created":
                _part = _part with { Created = _part.Created ?? Date(element.Words) };
                break;
            case "expirationdate" or "dcterms:valid":
                _part = _part with { Expired = _part.Expired ?? Date(element.Words) };
                break;
            case "copyright" or "rights" or "dc:rights" or "dcterms:rights":
                _part = _part with { Rights = _part.Rights ?? Text(element) };
                break;
            case "language" or "dc:language":
                _part = _part with { Language = element.Words ?? _part.Language };
                break;
            case "generator" or "admin:generatoragent":
                string? address = element.Attribute("uri") ?? element.Attribute("url") ?? element.Attribute("resource", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
                _part = _part with { Generator = (element.Words ?? address, element.Attribute("version"), Address(element, address)) };
                break;
            case "image" or "itunes:image" or "logo":
                ReadImage(element);
                break;
            case "icon":
                _part = _part with { Icon = Address(element, element.Words) };
                break;
            case "comments":
                _part = _part with { Comments = _part.Comments ?? Address(element, element.Words) };
                break;
            case "enclosure":
                Link(element, element.Attribute("url") ?? element.Attribute("href"), "enclosure");
                break;
            case "source":
                _part = _part with { Source = ReadSource(element) };
                break;
            default:
                if (FeedNames.Prefix(element) is "" or "atom")
                {
                    Extend(element);
                }

                break;
        }
    }

    private void ReadSummary(XmlElement element)
    {
        // A second text of the same kind is the full one: description and then summary, or the other way about.
        FeedText text = Text(element);
        if (_plainSummary is null || (element.Name == "subtitle" && !_isEntry))
        {
            _plainSummary = text;
        }
        else if (_isEntry && element.Name is "description" or "summary")
        {
            _contents.Add(text);
        }
    }

    private void ReadLink(XmlElement element)
    {
        string? href = element.Attribute("href") ?? element.Attribute("resource", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        string? relation = element.Attribute("rel")?.Trim() is { Length: > 0 } stated ? stated : null;
        if (href is null && element.Attributes.IsEmpty)
        {
            string? words = Address(element, element.Words);
            if (_plainLink is not null && words is not null)
            {
                Link(element, words, "alternate");
            }

            _plainLink ??= words;
            return;
        }

        Link(element, href ?? element.Words ?? "", relation ?? "alternate");
    }

    private void Link(XmlElement element, string? href, string relation)
    {
        if (href is not null && _links.Count < 1000)
        {
            string? type = element.Attribute("type") ?? relation switch { "alternate" => "text/html", "self" => "application/atom+xml", _ => null };
            _links.Add(new FeedLink(Address(element, href) ?? href.Trim(), relation, type, element.Attribute("title"), element.Attribute("hreflang"), element.Attribute("length")));
        }
    }

    private void ReadId(XmlElement element)
    {
        string? id = element.Words;
        bool isLink = element.Name == "guid" && !string.Equals(element.Attribute("isPermaLink")?.Trim(), "false", StringComparison.OrdinalIgnoreCase);
        if (id is not null && _plainId is null)
        {
            _plainId = isLink ? Address(element, id) ?? id : id;
            _part = _part with { IdIsLink = isLink };
        }
    }

    private void ReadAuthor(XmlElement element, bool plain)
    {
        FeedPerson person = FeedPeople.Read(element);
        if (person.IsNobody)
        {
            return;
        }

        _plainAuthor ??= plain ? person : null;
        Add(_authors, person);
    }

    private void ReadCategory(XmlElement element)
    {
        string? term = element.Attribute("term") ?? element.Attribute("text") ?? element.Words;
        string? scheme = element.Attribute("scheme") ?? element.Attribute("domain");
        string? label = element.Attribute("label");
        IEnumerable<string> terms = FeedNames.Of(element) == "itunes:keywords" ? (term ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) : [term ?? ""];
        foreach (string one in terms.Where(one => one.Length > 0 || scheme is not null || label is not null))
        {
            if (_categories.Count < 1000)
            {
                _categories.Add(new FeedCategory(one, scheme, label));
            }
        }

        foreach (XmlElement below in element.Children.Where(static child => child.Name == "category"))
        {
            string? inner = below.Attribute("text") ?? below.Words;
            if (inner is not null)
            {
                _categories.Add(new FeedCategory(inner, null, null));
            }
        }
    }

    private void ReadImage(XmlElement element)
    {
        string? Of(string name) => element.Child(name)?.Words;
        string? url = element.Attribute("href") ?? Of("url") ?? element.Attribute("resource", "http://www.w3.org/1999/02/22-rdf-syntax-ns#") ?? element.Words;
        FeedImage image = new(Address(element, url) ?? url, Of("title"), element.Child("link") is { } link ? Address(link, link.Words) : null, Of("description"), Of("width"), Of("height"));
        bool better = _part.Image is not { } known || (known.Title is null && image.Title is not null);
        _part = _part with { Image = better ? image with { Url = image.Url ?? _part.Image?.Url } : _part.Image };
    }

    private FeedPart ReadSource(XmlElement element)
    {
        if (element.Children.Count > 0)
        {
            return Read(_source, element, element.Children, isEntry: false);
        }

        string? href = Address(element, element.Attribute("url") ?? element.Attribute("href"));
        return new FeedPart { Title = Text(element), Link = href };
    }

    private void Extend(XmlElement element)
    {
        if (_extensions.Count < MaxExtensions)
        {
            _extensions.Add(Extension(element, 0));
        }
    }

    private static FeedExtension Extension(XmlElement element, int depth) => new(
        FeedNames.Prefix(element), element.Name, element.Words ?? "", element.Attributes,
        depth < DeepestExtension ? [.. element.Children.Take(MaxExtensions).Select(child => Extension(child, depth + 1))] : []);

    private FeedPart Finish(XmlElement part)
    {
        FeedLink? alternate = _links.Find(static link => link.Relation == "alternate" && link.MediaType is "text/html" or "application/xhtml+xml") ?? _links.Find(static link => link.Relation == "alternate");
        string? link = _plainLink ?? alternate?.Href ?? _part.Link ?? (_part.IdIsLink && _isEntry ? _plainId : null);
        return _part with
        {
            Title = _plainTitle ?? _otherTitle,
            Summary = _plainSummary ?? _otherSummary,
            Contents = [.. _contents],
            Id = _plainId ?? _part.Id,
            Link = link,
            Links = [.. _links],
            Authors = _plainAuthor is null ? [.. _authors] : [.. _authors.OrderBy(author => ReferenceEquals(author, _plainAuthor) ? 0 : 1)],
            Contributors = [.. _contributors],
            Categories = [.. _categories],
            Extensions = [.. _extensions],
            Start = part.Start,
            End = part.End,
        };
    }

    private FeedText Text(XmlElement element) => FeedTexts.Read(_source, element);

    private static FeedDate? Date(string? words) => words is null ? null : new FeedDate(words, FeedDates.Parse(words));

    private static string? Address(XmlElement element, string? words) => NamedAddress.AsWritten(element.Base, words);

    private static void Add(List<FeedPerson> people, FeedPerson person)
    {
        if (!person.IsNobody && people.Count < 1000)
        {
            people.Add(person);
        }
    }
}
