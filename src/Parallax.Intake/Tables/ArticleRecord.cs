using System.Collections.Immutable;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;
using Parallax.Intake.Feeds;
using Parallax.Intake.Mapping;
using Parallax.Intake.Records;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Tables;

/// <summary>Makes a report of a row of a table or a JSON object whose fields are named as articles' usually are.</summary>
internal static class ArticleRecord
{
    private const int LongestField = 500;
    private static readonly string[] ListMarks = [";", "|", " and ", ", "];

    /// <summary>Whether fields of these names can hold an article: a text, or a title with an address or date.</summary>
    public static bool CanHold(IEnumerable<string> names)
    {
        HashSet<string> roles = [.. names.Select(RecordFields.RoleOf).OfType<string>()];
        return roles.Contains("body") || roles.Contains("html") ? roles.Count > 1 : roles.Contains("title") && (roles.Contains("url") || roles.Contains("published")) && roles.Contains("summary");
    }

    /// <summary>The report, or null where the fields hold no words of an article.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="source">The text received.</param>
    /// <param name="start">Where the record starts in it.</param>
    /// <param name="end">First character after the record.</param>
    /// <param name="find">The value of the first field that has one of these names (letters and digits only, lower case) and is not empty.</param>
    public static StructuredReport? Make(string name, string source, int start, int end, Func<ImmutableArray<string>, MappedText?> find)
    {
        MappedText? title = Find("title"), html = Find("html"), body = Find("body"), summary = Find("summary");
        MappedText? main = html ?? body ?? summary;
        if ((title is null || !title.Text.AsSpan().ContainsAnyExceptInRange('\0', '@')) && main is null)
        {
            return null;
        }

        string? published = Words("published"), modified = Words("modified"), captured = Words("captured");
        (PublishedDate? date, ImmutableArray<DateCandidate> candidates) = DeclaredDate.Choose((published, Moment(published), "the record's date of publication"), (modified, Moment(modified), "the record's date of change"));
        return new StructuredReport
        {
            Name = name,
            Source = source,
            Start = start,
            End = end,
            Title = title is null ? null : new RecordText(title, FeedTexts.LooksLikeMarkup(title.Text)),
            Body = main is null ? [] : [new RecordText(main, html is not null || IsMarkup(main.Text))],
            Facts = new DeclaredFacts
            {
                Url = NamedAddress.Web(null, Words("url")),
                Outlet = Words("outlet") is { } outlet ? new Outlet(outlet, OutletBasis.Metadata) : null,
                Authors = Words("author") is { } authors ? Authors(authors) : [],
                Agency = Words("agency"),
                Language = Words("language") is { Length: <= 12 } language ? language : null,
                Genre = Words("section") is { } section && (section.Contains("opinion", StringComparison.OrdinalIgnoreCase) || section.Contains("editorial", StringComparison.OrdinalIgnoreCase)) ? Genre.Opinion : Genre.Unknown,
                Published = date,
                DateCandidates = candidates,
                Modified = Moment(modified) is { } changed ? DeclaredDate.Iso(changed) : null,
                Captured = Moment(captured) is { } seen ? DeclaredDate.Iso(seen) : null,
            },
            Dateline = Words("place"),
        };

        MappedText? Find(string role) => find(RecordFields.Of(role));

        string? Words(string role) => Find(role)?.Text.Trim() is { Length: > 0 and <= LongestField } words ? words : null;
    }

    private static DateTimeOffset? Moment(string? words) => words is null ? null : FeedDates.Parse(words);

    // A tag at the start or a paragraph's end: a stray less-than sign in running text is no markup.
    private static bool IsMarkup(string text) =>
        (text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal) && text.Contains('>', StringComparison.Ordinal)) || text.Contains("</p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<string> Authors(string words)
    {
        string names = words.Trim('[', ']', ' ');
        names = names.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? names[3..] : names;
        return [.. names.Split(ListMarks, StringSplitOptions.RemoveEmptyEntries).Select(static author => author.Trim(' ', '\'', '"')).Where(static author => author.Length > 1).Distinct(StringComparer.Ordinal)];
    }
}
