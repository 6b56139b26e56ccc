using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core;
using Parallax.Core.Reports;

namespace Parallax.Intake.Records;

/// <summary>Dates that a structured format declares.</summary>
internal static class DeclaredDate
{
    /// <summary>A publication date.</summary>
    /// <param name="moment">The moment; its own day counts, in the zone in which it was written.</param>
    /// <param name="origin">What says so, in words: “the feed's pubDate”.</param>
    public static PublishedDate Published(DateTimeOffset moment, string origin)
    {
        string day = moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new PublishedDate(day, day, day, moment.DayOfWeek.ToString(), DateBasis.Metadata, Explanation.Of("metadata", $"{char.ToUpperInvariant(origin[0])}{origin[1..]} says {Iso(moment)}."), []);
    }

    /// <summary>A moment as ISO 8601 with its offset.</summary>
    public static string Iso(DateTimeOffset moment) => moment.ToString(moment.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The candidates for the publication date in their order of trust: the first that can be understood is taken.</summary>
    public static (PublishedDate? Published, ImmutableArray<DateCandidate> Candidates) Choose(params ReadOnlySpan<(string? Words, DateTimeOffset? Moment, string Origin)> dates)
    {
        PublishedDate? published = null;
        ImmutableArray<DateCandidate>.Builder candidates = ImmutableArray.CreateBuilder<DateCandidate>();
        foreach ((string? words, DateTimeOffset? moment, string origin) in dates)
        {
            if (words is null)
            {
                continue;
            }

            string why = moment is null ? "refused: it cannot be understood, or is not in the calendar" : published is null ? "taken: the first in the order of trust" : "a date of higher trust was found";
            candidates.Add(new DateCandidate(moment is { } understood ? Iso(understood) : words.Trim(), origin, why));
            published ??= moment is { } taken ? Published(taken, origin) : null;
        }

        return (published, candidates.ToImmutable());
    }
}
