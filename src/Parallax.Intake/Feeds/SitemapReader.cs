using System.Collections.Immutable;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;
using Parallax.Intake.Records;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Feeds;

/// <summary>Reads sitemaps with news: each page that has a title becomes a report of its headline. Other pages, and other sitemaps, are counted and never followed.</summary>
internal static class SitemapReader
{
    /// <summary>What a sitemap gave.</summary>
    /// <param name="Reports">Its news, in order.</param>
    /// <param name="Addresses">Pages and sitemaps it names without news.</param>
    /// <param name="Locations">Where all pages and sitemaps are that it names, as written.</param>
    /// <param name="Fault">The first thing that is not well-formed, or null.</param>
    /// <param name="IsCut">Whether more follows.</param>
    /// <param name="IsRefused">Whether it declares entities or wants something loaded.</param>
    internal sealed record Result(ImmutableArray<StructuredReport> Reports, int Addresses, ImmutableArray<string> Locations, string? Fault, bool IsCut, bool IsRefused);

    /// <summary>Reads a sitemap or an index of sitemaps.</summary>
    public static Result Read(string name, string text, IntakeOptions options)
    {
        XmlScanner scanner = new(text, new XmlLimits(options.MaxXmlDepth, options.MaxAttributes));
        ImmutableArray<StructuredReport>.Builder reports = ImmutableArray.CreateBuilder<StructuredReport>();
        ImmutableArray<string>.Builder locations = ImmutableArray.CreateBuilder<string>();
        int pages = 0, addresses = 0;
        bool cut = false;
        while (!cut && scanner.Doctype != XmlDoctype.Dangerous && scanner.Read() is var kind and not XmlNodeKind.EndOfDocument)
        {
            if (kind != XmlNodeKind.Start || scanner.Element.Name is not ("url" or "sitemap"))
            {
                continue;
            }

            cut = pages >= options.MaxSitemapPages;
            XmlElement? page = cut ? null : scanner.ReadElement();
            pages++;
            if (page is { IsWhole: true })
            {
                StructuredReport? report = News(FormattableString.Invariant($"{name}#{pages}"), text, page);
                addresses += report is null ? 1 : 0;
                if (page.Child("loc")?.Words is { } location)
                {
                    locations.Add(location);
                }

                if (report is not null)
                {
                    reports.Add(report);
                }
            }
        }

        return new Result(reports.ToImmutable(), addresses, locations.ToImmutable(), scanner.Fault, cut, scanner.Doctype == XmlDoctype.Dangerous);
    }

    private static StructuredReport? News(string name, string source, XmlElement page)
    {
        if (page.Child("news") is not { } news || news.Child("title") is not { } title || title.Words is null)
        {
            return null;
        }

        string? stated = news.Child("publication_date")?.Words, changed = page.Child("lastmod")?.Words;
        (PublishedDate? published, ImmutableArray<DateCandidate> candidates) = DeclaredDate.Choose(
            (stated, stated is null ? null : FeedDates.Parse(stated), "the sitemap's date of publication"));
        string? genres = news.Child("genres")?.Words;
        FeedText words = FeedTexts.Read(source, title);
        return new StructuredReport
        {
            Name = name,
            Source = source,
            Start = page.Start,
            End = page.End,
            Title = new RecordText(words.Words, words.IsMarkup),
            Facts = new DeclaredFacts
            {
                Url = NamedAddress.Web(null, page.Child("loc")?.Words),
                Outlet = news.Child("publication")?.Child("name")?.Words is { } outlet ? new Outlet(outlet, OutletBasis.Metadata) : null,
                Language = news.Child("publication")?.Child("language")?.Words,
                Genre = genres?.Contains("Opinion", StringComparison.OrdinalIgnoreCase) == true || genres?.Contains("OpEd", StringComparison.OrdinalIgnoreCase) == true ? Genre.Opinion : genres?.Contains("PressRelease", StringComparison.OrdinalIgnoreCase) == true ? Genre.Statement : Genre.Unknown,
                Published = published,
                DateCandidates = candidates,
                Modified = changed is not null && FeedDates.Parse(changed) is { } moment ? DeclaredDate.Iso(moment) : null,
            },
        };
    }
}
