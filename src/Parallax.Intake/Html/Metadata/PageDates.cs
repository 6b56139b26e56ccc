using System.Globalization;
using Parallax.Core;
using Parallax.Core.Reports;
using Parallax.Intake.Dates;

namespace Parallax.Intake.Html.Metadata;

/// <summary>The times of a page.</summary>
/// <param name="Published">Publication, or null.</param>
/// <param name="Modified">Last change (ISO 8601), or null.</param>
/// <param name="Captured">When the page was saved (ISO 8601), or null.</param>
/// <param name="Differ">Two trusted places that state publication days more than a day apart, or null.</param>
internal sealed record PublishedTimes(PublishedDate? Published, string? Modified, string? Captured, (string One, string Other)? Differ);

/// <summary>Which of the dates of a page is that of its publication, of its last change, of its capture.</summary>
internal static class PageDates
{
    private const int FirstYear = 1990; // No page of the web is older.
    private const int Near = 500, Far = 4000, NearBonus = 5, FarLoss = 14;
    private const int AddressTrust = 66, Trusted = 80;

    /// <summary>Decides.</summary>
    public static PublishedTimes Choose(PageSignals signals, InputOrigin origin, string? address, FactLedger ledger)
    {
        bool monthFirst = PageSignalReader.MonthFirst(signals.Language);
        WrittenDate? captured = origin.Captured is { } fetched && DateScanner.TryRead(fetched, monthFirst, out WrittenDate read) ? read : null;
        if (captured is { } capture)
        {
            ledger.Note(FactKind.Captured, capture.ToString(), "carrier", true, "said by what carried the page");
        }

        List<Dated> published = Read(signals, FactKind.Published, captured, monthFirst), modified = Read(signals, FactKind.Modified, captured, monthFirst);
        if (address is not null && AddressDate(address) is { } inAddress)
        {
            published.Add(new Dated(inAddress, inAddress.ToString(), "address", AddressTrust, Refusal(inAddress, captured)));
        }

        published = [.. published.OrderByDescending(static d => d.Trust)];
        modified = [.. modified.OrderByDescending(static d => d.Trust)];
        (string Value, string Origin)? first = ledger.Take(FactKind.Published, published.Select(static d => (d.Value, d.Origin, d.Refusal)));
        Dated? taken = first is { } won ? published.First(d => d.Value == won.Value && d.Origin == won.Origin) : null;
        (string Value, string Origin)? changed = ledger.Take(FactKind.Modified, modified.Select(d => (d.Value, d.Origin, d.Refusal ?? (taken is { } t && d.Date.Day < t.Date.Day ? "before the publication" : null))));
        return new PublishedTimes(taken is null ? null : Published(taken), changed?.Value, captured?.ToString(), Difference(published, taken));
    }

    private static List<Dated> Read(PageSignals signals, FactKind kind, WrittenDate? captured, bool monthFirst)
    {
        int headline = signals.Headings.Count > 0 ? signals.Headings[0].At : 0;
        List<Dated> dates = [];
        foreach (RawFact fact in signals.Facts.Where(fact => fact.Kind == kind))
        {
            if (!DateScanner.TryRead(fact.Value, monthFirst, out WrittenDate date))
            {
                dates.Add(new Dated(default, fact.Value.Length > 80 ? fact.Value[..80] : fact.Value, fact.Origin, fact.Trust, "no day that can be read"));
                continue;
            }

            int apart = fact.At < 0 ? -1 : Math.Abs(fact.At - headline);
            int trust = fact.Trust + (apart < 0 ? 0 : apart <= Near ? NearBonus : apart > Far ? -FarLoss : 0);
            dates.Add(new Dated(date, date.ToString(), fact.Origin, trust, Refusal(date, captured)));
        }

        return dates;
    }

    private static string? Refusal(WrittenDate date, WrittenDate? captured) =>
        date.Day.Year < FirstYear ? "before there were pages"
        : captured is { } capture && date.EarliestUtc > LatestUtc(capture) ? "after the capture"
        : null;

    private static DateTime LatestUtc(WrittenDate capture) => capture.Time is null ? capture.EarliestUtc.AddHours(38) : capture.EarliestUtc.AddHours(capture.OffsetMinutes is null ? 26 : 0);

    // Two trusted places that contradict each other are worth a word: one of them may be a template's.
    private static (string, string)? Difference(List<Dated> published, Dated? taken) =>
        taken is null ? null : published.Where(d => d.Refusal is null && d.Trust >= Trusted && taken.Trust >= Trusted && Math.Abs(d.Date.Day.DayNumber - taken.Date.Day.DayNumber) > 1)
            .Select(d => ((string, string)?)($"{taken.Value} ({taken.Origin})", $"{d.Value} ({d.Origin})")).FirstOrDefault();

    private static PublishedDate Published(Dated taken)
    {
        string day = taken.Date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string doubt = taken.Date.IsAmbiguous ? " Day and month could be the other way round." : "";
        return new PublishedDate(day, day, day, taken.Date.Day.DayOfWeek.ToString(), DateBasis.Metadata, Explanation.Of("metadata", $"The page's {taken.Origin} says {taken.Value}.{doubt}"), []);
    }

    // /2021/03/04/, /2021-03-04-, /20210304-: a whole day in the path.
    private static WrittenDate? AddressDate(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
        {
            return null;
        }

        ReadOnlySpan<char> path = uri.AbsolutePath;
        for (int i = 0; i + 8 <= path.Length; i++)
        {
            bool begins = i == 0 || !char.IsAsciiDigit(path[i - 1]);
            if (begins && (path[i..].StartsWith("19", StringComparison.Ordinal) || path[i..].StartsWith("20", StringComparison.Ordinal)) && DateScanner.TryFind(path.Slice(i, Math.Min(10, path.Length - i)), monthFirst: false, out WrittenDate date, out int start, out _) && start == 0)
            {
                return date with { Time = null, OffsetMinutes = null };
            }
        }

        return null;
    }

    private sealed record Dated(WrittenDate Date, string Value, string Origin, int Trust, string? Refusal);
}
