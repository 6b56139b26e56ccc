using System.Collections.Immutable;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;
using Parallax.Intake.Records;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Feeds;

/// <summary>Makes a report of each entry of a feed.</summary>
internal static class FeedReports
{
    /// <summary>The entries that hold words, in the order of the feed.</summary>
    /// <param name="name">The input's name; entries are named by it and their number, from 1.</param>
    /// <param name="source">The text received.</param>
    /// <param name="feed">The feed read from it.</param>
    public static IEnumerable<StructuredReport> Of(string name, string source, Feed feed)
    {
        for (int i = 0; i < feed.Entries.Length; i++)
        {
            FeedPart entry = feed.Entries[i];
            FeedText? body = Fullest(entry);
            if (entry.Title is null && body is null)
            {
                continue;
            }

            yield return new StructuredReport
            {
                Name = FormattableString.Invariant($"{name}#{i + 1}"),
                Source = source,
                Start = entry.Start,
                End = entry.End,
                Title = entry.Title is { } title ? new RecordText(title.Words, title.IsMarkup) : null,
                Body = body is null ? [] : [new RecordText(body.Words, body.IsMarkup)],
                Facts = Facts(feed.Channel, entry),
                CarriedFrom = entry.Source?.Title?.Text,
            };
        }
    }

    // The full text where the feed gives it; a summary beside it says the same in short.
    private static FeedText? Fullest(FeedPart entry)
    {
        FeedText? fullest = entry.Summary;
        foreach (FeedText content in entry.Contents)
        {
            fullest = fullest is null || content.Text.Length > fullest.Text.Length ? content : fullest;
        }

        return fullest is { Text.Length: > 0 } ? fullest : null;
    }

    private static DeclaredFacts Facts(FeedPart channel, FeedPart entry)
    {
        (PublishedDate? published, ImmutableArray<DateCandidate> candidates) = DeclaredDate.Choose(
            (entry.Published?.Words, entry.Published?.Moment, "the feed's date of publication"),
            (entry.Created?.Words, entry.Created?.Moment, "the feed's date of creation"),
            (entry.Updated?.Words, entry.Updated?.Moment, "the feed's date of the entry"));
        bool opinion = entry.Categories.Any(static category => category.Term.Contains("opinion", StringComparison.OrdinalIgnoreCase) || category.Term.Contains("editorial", StringComparison.OrdinalIgnoreCase));
        return new DeclaredFacts
        {
            Url = NamedAddress.Web(null, entry.Link),
            Outlet = channel.Title is { Text.Length: > 0 } title ? new Outlet(new RecordText(title.Words, title.IsMarkup).OneBlock(0, 64)?.Text ?? title.Text, OutletBasis.Metadata) : null,
            Authors = [.. entry.Authors.Select(static author => author.Name).OfType<string>().Distinct(StringComparer.Ordinal)],
            Language = entry.Language ?? entry.Title?.Language ?? channel.Language,
            Genre = opinion ? Genre.Opinion : Genre.Unknown,
            Published = published,
            DateCandidates = candidates,
            Modified = entry.Updated?.Moment is { } updated ? DeclaredDate.Iso(updated) : null,
        };
    }
}
