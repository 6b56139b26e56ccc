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
    private const int Near = 500, Above = 150, Far = 4000, NearBonus = 5, AboveLoss = 12, FarLoss = 16;
    private const int AddressTrust = 66, Trusted = 80, LocalTrust = 42;
    private const double MostOffset = 14; // Hours between UTC and the farthest clock.

    /// <summary>Decides.</summary>
    /// <param name="signals">What the page states.</param>
    /// <param name="origin">What the carrier of the page says.</param>
    /// <param name="address">The page's address, or null.</param>
    /// <param name="title">The headline taken, or null.</param>
    /// <param name="ledger">Where candidates are noted.</param>
    public static PublishedTimes Choose(PageSignals signals, InputOrigin origin, string? address, string? title, FactLedger ledger)
    {
        bool monthFirst = PageSignalReader.MonthFirst(signals.Language);
        WrittenDate? captured = origin.Captured is { } fetched && DateScanner.TryRead(fetched, monthFirst, out WrittenDate read) ? read : null;
        if (captured is { } capture)
        {
            ledger.Note(FactKind.Captured, origin.Captured!, "carrier", true, "said by what carried the page"); // It was just read.
        }

        string plain = PageTitle.Plain(title ?? "");
        int headline = signals.Headings.Where(heading => PageTitle.Plain(heading.Text) is { Length: > 0 } words && (words == plain || plain.Contains(words, StringComparison.Ordinal) || words.Contains(plain, StringComparison.Ordinal))).Select(static heading => heading.At).DefaultIfEmpty(-1).First();
        List<Dated> published = Read(signals, FactKind.Published, captured, headline, monthFirst), modified = Read(signals, FactKind.Modified, captured, headline, monthFirst);
        if (address is not null && AddressDate(address) is { } inAddress)
        {
            published.Add(new Dated(inAddress, inAddress.ToString(), "address", AddressTrust, Refusal(inAddress, captured)));
        }

        published = [.. published.OrderByDescending(static d => d.Trust)];
        modified = [.. modified.OrderByDescending(static d => d.Trust)];
        (string Value, string Origin)? first = ledger.Take(FactKind.Published, published.Select(static d => (d.Value, d.Origin, d.Refusal)));
        Dated? taken = first is { } won ? published.First(d => d.Value == won.Value && d.Origin == won.Origin) : null;
        (string Value, string Origin)? changed = ledger.Take(FactKind.Modified, modified.Select(d => (d.Value, d.Origin, d.Refusal ?? (taken is { } t && d.Date.Day.DayNumber < t.Date.Day.DayNumber - 1 ? "before the publication" : null))));
        if (taken is null)
        {
            PublishedDate? version = changed is { } last ? LastChange(modified.First(d => d.Value == last.Value && d.Origin == last.Origin)) : null;
            return new PublishedTimes(version, changed?.Value, origin.Captured, null);
        }

        return new PublishedTimes(Published(taken, published), changed?.Value, origin.Captured, Difference(published, taken));
    }

    private static List<Dated> Read(PageSignals signals, FactKind kind, WrittenDate? captured, int headline, bool monthFirst)
    {
        List<Dated> dates = [];
        foreach (RawFact fact in signals.Facts.Where(fact => fact.Kind == kind))
        {
            if (!DateScanner.TryRead(fact.Value, monthFirst, out WrittenDate date))
            {
                dates.Add(new Dated(default, fact.Value.Length > 80 ? fact.Value[..80] : fact.Value, fact.Origin, fact.Trust, "no day that can be read"));
                continue;
            }

            int after = fact.At - headline;
            int trust = fact.Trust + (fact.At < 0 || headline < 0 ? 0 : after < -Above ? -AboveLoss : after <= Near ? NearBonus : after > Far ? -FarLoss : 0);
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

    private static PublishedDate Published(Dated taken, List<Dated> published)
    {
        string doubt = taken.Date.IsAmbiguous ? " Day and month could be the other way round." : "";
        return LocalDay(taken, published) is { } local
            ? Of(local.Date.Day, $"The page's {taken.Origin} says {taken.Value}, in UTC; by the outlet's own clock, as its {local.Origin} shows, it was {Iso(local.Date.Day)}.")
            : Of(taken.Date.Day, $"The page's {taken.Origin} says {taken.Value}.{doubt}");
    }

    // A page that states only its last change is dated by it: what we read is that version.
    private static PublishedDate LastChange(Dated changed) =>
        Of(changed.Date.Day, $"The page states no day of publication; its {changed.Origin} says that it was last changed on {changed.Value}.");

    // A moment written in UTC late in the evening or early in the morning: the day that readers of the outlet had stands elsewhere on the page, best with a clock that
    // shows the same minute, else as a day alone.
    private static Dated? LocalDay(Dated taken, List<Dated> published)
    {
        if (taken.Date is not { Time: { } time, OffsetMinutes: 0 })
        {
            return null;
        }

        DateTime moment = taken.Date.Day.ToDateTime(time);
        List<Dated> local = [.. published.Where(other => other.Refusal is null && other.Trust >= LocalTrust && other.Date.OffsetMinutes != 0)];
        Dated? shown = local.Find(other => other.Date.Time is { } clock && IsClock(other.Date.Day.ToDateTime(clock) - moment));
        shown ??= local.Exists(other => other.Date.Day == taken.Date.Day) ? null : local.Find(other => other.Date.Time is null && IsSomewhere(other.Date.Day, moment));
        return shown is not null && shown.Date.Day != taken.Date.Day ? shown : null;
    }

    // Clocks of the world are whole quarters of an hour apart; the page may leave out seconds.
    private static bool IsClock(TimeSpan apart) => Math.Abs(apart.TotalHours) <= MostOffset && Math.Abs(apart.TotalMinutes - (Math.Round(apart.TotalMinutes / 15) * 15)) <= 1;

    // Whether some clock of the world shows the day at the moment.
    private static bool IsSomewhere(DateOnly day, DateTime moment) => DateOnly.FromDateTime(moment.AddHours(-12)) <= day && day <= DateOnly.FromDateTime(moment.AddHours(MostOffset));

    private static PublishedDate Of(DateOnly day, string why) =>
        new(Iso(day), Iso(day), Iso(day), day.DayOfWeek.ToString(), DateBasis.Metadata, Explanation.Of("metadata", why), []);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
