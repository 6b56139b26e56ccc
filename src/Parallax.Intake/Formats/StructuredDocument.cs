using System.Collections.Immutable;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Intake.Agency;
using Parallax.Intake.Feeds;
using Parallax.Intake.Json;
using Parallax.Intake.Records;
using Parallax.Intake.Tables;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Formats;

/// <summary>Reads the documents that hold reports as records: feeds, sitemaps, agencies' formats, JSON, tables.</summary>
internal static class StructuredDocument
{
    /// <summary>Reads a document whose format is known.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="format">Its format; not a page or plain text.</param>
    /// <param name="origin">What its carrier says about it.</param>
    /// <param name="options">Limits.</param>
    /// <param name="isCut">Whether only the start of the document is here.</param>
    public static IntakeResult Read(string name, string text, TextFormat format, InputOrigin origin, IntakeOptions options, bool isCut)
    {
        switch (format)
        {
            case TextFormat.Feed:
                Feed feed = FeedReader.Read(text, new XmlLimits(options.MaxXmlDepth, options.MaxAttributes), options.MaxEntries, NamedAddress.Resolve(null, origin.Url));
                return feed.IsRefused ? IntakeResult.Refused(FormatFindings.DangerousXml(name)) : Result(FeedReports.Of(name, text, feed), "a feed", feed.Fault, feed.CutShort || isCut, feed.TooDeep);
            case TextFormat.Sitemap:
                SitemapReader.Result sitemap = SitemapReader.Read(name, text, options);
                return sitemap.IsRefused ? IntakeResult.Refused(FormatFindings.DangerousXml(name))
                    : sitemap.Reports.IsEmpty ? IntakeResult.Refused(FormatFindings.NoReports(name, FormattableString.Invariant($"a sitemap of {sitemap.Addresses} addresses without news")))
                    : Result(sitemap.Reports, "a sitemap", sitemap.Fault, sitemap.IsCut || isCut, false);
            case TextFormat.Opml:
                int feeds = OpmlReader.Read(text, options, out bool isRefused).Length;
                return IntakeResult.Refused(isRefused ? FormatFindings.DangerousXml(name) : FormatFindings.NoReports(name, FormattableString.Invariant($"a list of {feeds} feeds")));
            case TextFormat.NewsMl or TextFormat.Nitf:
                AgencyXmlReader.Result agency = AgencyXmlReader.Read(name, text, options);
                return agency.IsRefused ? IntakeResult.Refused(FormatFindings.DangerousXml(name)) : Result(agency.Reports, "an agency's document", agency.Fault, false, false);
            case TextFormat.Json:
                JsonResult json = JsonReports.Read(name, text, options);
                return Result(json.Reports, "JSON", json.Fault, json.IsCut || isCut, false);
            case TextFormat.Table:
                List<StructuredReport> rows = TableReader.Read(name, text, options.MaxEntries, out bool more);
                return Result(rows, "a table", null, more || isCut, false);
            default:
                return IntakeResult.Refused(FormatFindings.NoArticles(name, "an XML document"));
        }

        IntakeResult Result(IEnumerable<StructuredReport> records, string what, string? fault, bool cut, bool deep)
        {
            ImmutableArray<Report> reports = [.. records.Select(record => record.ToReport(options, origin)).OfType<Report>()];
            List<Finding> findings = [];
            if (reports.IsEmpty)
            {
                return IntakeResult.Refused(FormatFindings.NoArticles(name, what));
            }

            if (fault is not null)
            {
                findings.Add(FormatFindings.NotWellFormed(name, fault));
            }

            if (cut)
            {
                findings.Add(FormatFindings.CutShort(name, reports.Length));
            }

            if (deep)
            {
                findings.Add(IntakeFindings.TooDeep(name, options.MaxXmlDepth));
            }

            return new IntakeResult(reports, [.. findings]);
        }
    }
}
