using System.Collections.Immutable;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;
using Parallax.Intake.Feeds;
using Parallax.Intake.Records;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Agency;

/// <summary>Reads the agencies' XML: NewsML-G2 items, alone or in a message, NewsML 1, and NITF.</summary>
internal static class AgencyXmlReader
{
    /// <summary>What a document gave.</summary>
    /// <param name="Reports">Its reports, in order.</param>
    /// <param name="Fault">The first thing that is not well-formed, or null.</param>
    /// <param name="Others">Items that hold no text: packages, plans, pictures without words.</param>
    /// <param name="IsRefused">Whether it declares entities or wants something loaded.</param>
    internal sealed record Result(ImmutableArray<StructuredReport> Reports, string? Fault, int Others, bool IsRefused);

    /// <summary>Reads a document.</summary>
    public static Result Read(string name, string text, IntakeOptions options)
    {
        XmlScanner scanner = new(text, new XmlLimits(options.MaxXmlDepth, options.MaxAttributes));
        XmlNodeKind kind = scanner.Read();
        while (kind is not (XmlNodeKind.Start or XmlNodeKind.EndOfDocument))
        {
            kind = scanner.Read();
        }

        if (scanner.Doctype == XmlDoctype.Dangerous || kind == XmlNodeKind.EndOfDocument)
        {
            return new Result([], scanner.Fault, 0, scanner.Doctype == XmlDoctype.Dangerous);
        }

        XmlElement root = scanner.ReadElement();
        List<XmlElement> items = Items(root);
        ImmutableArray<StructuredReport>.Builder reports = ImmutableArray.CreateBuilder<StructuredReport>();
        int others = 0;
        for (int i = 0; i < Math.Min(items.Count, options.MaxEntries); i++)
        {
            string itemName = items.Count == 1 ? name : FormattableString.Invariant($"{name}#{i + 1}");
            StructuredReport? report = !items[i].IsWhole ? null : items[i].Name == "nitf" ? Nitf(itemName, text, items[i]) : Item(itemName, text, items[i]);
            others += report is null ? 1 : 0;
            if (report is not null)
            {
                reports.Add(report);
            }
        }

        return new Result(reports.ToImmutable(), scanner.Fault, others, false);
    }

    private static List<XmlElement> Items(XmlElement root)
    {
        if (root.Name is "nitf" or "newsItem")
        {
            return [root];
        }

        List<XmlElement> items = [.. root.Below(null).Where(static element => element.Name is "newsItem" or "NewsItem")];
        return items; // Packages, plans and concepts are about news, not news.
    }

    private static StructuredReport? Nitf(string name, string source, XmlElement root)
    {
        NitfText text = NitfText.Read(source, root);
        if (text.Title is null && text.Body.IsEmpty)
        {
            return null;
        }

        XmlElement? data = root.Below("docdata").FirstOrDefault(), publication = root.Below("pubdata").FirstOrDefault();
        string? issued = data?.Below("date.issue").FirstOrDefault()?.Attribute("norm"), released = data?.Below("date.release").FirstOrDefault()?.Attribute("norm");
        string? printed = publication?.Attribute("date.publication"), told = root.Below("story.date").FirstOrDefault()?.Attribute("norm");
        (PublishedDate? published, ImmutableArray<DateCandidate> candidates) = DeclaredDate.Choose(
            (issued, Moment(issued), "the document's date of issue"), (released, Moment(released), "the document's date of release"), (printed, Moment(printed), "the date of the publication"), (told, Moment(told), "the dateline's date"));
        string? outlet = publication?.Attribute("name") ?? root.Below("doc.copyright").FirstOrDefault()?.Attribute("holder") ?? text.Distributor;
        return new StructuredReport
        {
            Name = name,
            Source = source,
            Start = root.Start,
            End = root.End,
            Title = text.Title,
            Body = text.Body,
            Byline = text.Byline,
            Dateline = text.Dateline,
            Facts = new DeclaredFacts
            {
                Url = NamedAddress.Web(null, publication?.Attribute("ex-ref")),
                Outlet = outlet is null ? null : new Outlet(outlet, OutletBasis.Metadata),
                Agency = text.Distributor is { } distributor && distributor != outlet ? distributor : null,
                Authors = text.Byline is { } by ? NinjsReader.Authors(by) : [],
                Language = root.Language,
                Published = published,
                DateCandidates = candidates,
            },
        };
    }

    private static StructuredReport? Item(string name, string source, XmlElement item)
    {
        XmlElement? nitf = item.Below("nitf").FirstOrDefault();
        XmlElement? content = nitf ?? item.Below(null).FirstOrDefault(static element => element.Name is "inlineXML" || (element.Name is "DataContent" && element.Children.Count > 0));
        NitfText? text = content is null ? null : NitfText.Read(source, content);
        XmlElement? plain = item.Below("inlineData").FirstOrDefault(static element => element.Words is not null && element.Attribute("contenttype")?.StartsWith("text/", StringComparison.OrdinalIgnoreCase) != false && element.Attribute("encoding") is null);
        RecordText? title = First(source, item, BlockHint.Title, "headline", "HeadLine") ?? text?.Title;
        ImmutableArray<RecordText> body = text is { Body.IsEmpty: false } ? text.Body
            : plain is not null ? [Text(source, plain, BlockHint.None)]
            : First(source, item, BlockHint.None, "description") is { } description ? [description] : [];
        if (title is null && body.IsEmpty)
        {
            return null;
        }

        string? version = Words(item, "versionCreated", "ThisRevisionCreated"), first = Words(item, "firstCreated", "FirstCreated"), created = Words(item, "contentCreated");
        (PublishedDate? published, ImmutableArray<DateCandidate> candidates) = DeclaredDate.Choose(
            (first, Moment(first), "the item's date of first creation"), (created, Moment(created), "the item's date of content"), (version, Moment(version), "the item's date of version"));
        string? holder = Names(item, "copyrightHolder").FirstOrDefault(), provider = Names(item, "provider").FirstOrDefault() ?? item.Below("provider").FirstOrDefault()?.Attribute("literal") ?? Words(item, "ProviderId");
        string? credit = Words(item, "creditline", "CreditLine"), byline = Words(item, "by", "ByLine") ?? text?.Byline;
        string? outlet = holder ?? provider ?? Names(item, "creator").FirstOrDefault();
        string? status = item.Below("pubStatus").FirstOrDefault()?.Attribute("qcode") ?? item.Below("Status").FirstOrDefault()?.Attribute("FormalName");
        return new StructuredReport
        {
            Name = name,
            Source = source,
            Start = item.Start,
            End = item.End,
            Title = title,
            Body = body,
            Byline = byline,
            Dateline = Words(item, "dateline", "DateLine") ?? text?.Dateline,
            Facts = new DeclaredFacts
            {
                Url = NamedAddress.Web(null, item.Attribute("guid")),
                Outlet = outlet is null ? null : new Outlet(outlet, OutletBasis.Metadata),
                Agency = credit ?? text?.Distributor,
                Authors = byline is { } by ? NinjsReader.Authors(by) : [],
                Language = item.Below("language").FirstOrDefault()?.Attribute("tag") ?? item.Below("Language").FirstOrDefault()?.Attribute("FormalName") ?? item.Language,
                Published = published,
                DateCandidates = candidates,
                Modified = version is not null && (first ?? created) is not null && Moment(version) is { } changed ? DeclaredDate.Iso(changed) : null,
            },
            Findings = status is null || status.EndsWith("usable", StringComparison.OrdinalIgnoreCase) ? [] : [FormatFindings.NotForPublication(name, status)],
        };
    }

    private static IEnumerable<string> Names(XmlElement item, string element) =>
        item.Below(element).Select(static found => found.Child("name")?.Words ?? found.Child("organisationDetails")?.Child("name")?.Words).OfType<string>();

    private static string? Words(XmlElement item, params string[] names) => names.SelectMany(item.Below).Select(static element => element.Words).FirstOrDefault(static words => words is not null);

    private static RecordText? First(string source, XmlElement item, BlockHint hint, params string[] names) =>
        names.SelectMany(item.Below).FirstOrDefault(static element => element.Words is not null) is { } element ? Text(source, element, hint) : null;

    private static RecordText Text(string source, XmlElement element, BlockHint hint)
    {
        FeedText text = FeedTexts.Read(source, element);
        return new RecordText(text.Words, text.IsMarkup, hint);
    }

    private static DateTimeOffset? Moment(string? words) => words is null ? null : FeedDates.Parse(words);
}
