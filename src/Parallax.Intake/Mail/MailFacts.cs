using System.Collections.Immutable;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;
using Parallax.Intake.Feeds;
using Parallax.Intake.Records;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Mail;

/// <summary>What the fields of a mail say about its text: of a newsletter sender, date and subject; of a page saved as one file its address and when it was saved.</summary>
internal static class MailFacts
{
    /// <summary>The facts, what is known of the carrier, and the title.</summary>
    public static (DeclaredFacts Facts, InputOrigin Origin, string? Title) Of(MailText mail)
    {
        string? address = mail.Header["Snapshot-Content-Location"] ?? mail.Header["Content-Location"] ?? (mail.IsPage ? mail.Part["Content-Location"] : null);
        string? page = NamedAddress.Web(null, address);
        string? date = mail.Header["Date"];
        DateTimeOffset? moment = date is null ? null : FeedDates.Parse(WithoutComment(date));
        string? charset = mail.Part.Parameter("Content-Type", "charset");
        bool saved = address is not null || mail.Header["X-MAF-Information"] is not null;
        if (saved)
        {
            InputOrigin origin = new() { Url = page, Charset = charset, Captured = moment is { } captured ? DeclaredDate.Iso(captured) : null };
            return (DeclaredFacts.None, origin, null);
        }

        (PublishedDate? published, ImmutableArray<DateCandidate> candidates) = DeclaredDate.Choose((date, moment, "the mail's date"));
        FeedPerson? sender = mail.Header.Words("From") is { } from ? FeedPeople.FromWords(from) : null;
        DeclaredFacts facts = new()
        {
            Outlet = sender?.Name is { } name ? new Outlet(name.Trim('"', '<', '>', ' '), OutletBasis.Metadata) : null,
            Published = published,
            DateCandidates = candidates,
            Language = mail.Header["Content-Language"]?.Split(',')[0].Trim(),
            Url = NamedAddress.Web(null, mail.Header["Archived-At"]?.Trim('<', '>')),
        };
        return (facts, new InputOrigin { Charset = charset }, mail.Header.Words("Subject"));
    }

    /// <summary>The facts of a page, with those of what carried it where the page says nothing.</summary>
    public static DeclaredFacts Beside(DeclaredFacts page, DeclaredFacts carrier) => page with
    {
        Outlet = page.Outlet ?? carrier.Outlet,
        Authors = page.Authors.IsEmpty ? carrier.Authors : page.Authors,
        Language = page.Language ?? carrier.Language,
        Published = page.Published ?? carrier.Published,
        DateCandidates = page.DateCandidates.AddRange(carrier.DateCandidates),
        Agency = page.Agency ?? carrier.Agency,
    };

    // "Mon, 4 Mar 2024 10:00:00 +0000 (UTC)"
    private static string WithoutComment(string date) => date.Split('(')[0].Trim();
}
