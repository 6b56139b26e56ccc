using NodaTime;
using Parallax.Core;
using Parallax.Core.Reports;
using Parallax.Core.Time;

namespace Parallax.Stories.Dating;

/// <summary>Finds the year of a dateline that states month and day alone (<c>XXXX-02-26</c>), where bounds leave but one.</summary>
internal static class YearOfDateline
{
    /// <summary>Whether the date is such a one.</summary>
    public static bool IsOpen(PublishedDate date) => date.Value is ['X', ..];

    /// <summary>The stated day in the only year that the bounds allow; with the bounds beside it where they allow several or are open; as stated where they allow none.</summary>
    public static PublishedDate Complete(PublishedDate stated, PublishedDate? bounds)
    {
        if (bounds is null || ReferenceEquals(bounds, stated) || TimexInterval.Parse(bounds.Earliest).Earliest is not { } low)
        {
            return stated;
        }

        Explanation why = Explanation.Of(bounds.Explanation.Rule, bounds.Explanation.Text.Contains(stated.Explanation.Text, StringComparison.Ordinal) ? bounds.Explanation.Text : $"{stated.Explanation.Text} {bounds.Explanation.Text}").On([.. bounds.Evidence]);
        if (TimexInterval.Parse(bounds.Latest).Latest is not { } high)
        {
            return stated with { Earliest = bounds.Earliest, Explanation = why, Evidence = bounds.Evidence };
        }

        if (Between(stated, low, high) is not { } day)
        {
            return stated;
        }

        string value = day.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new PublishedDate(value, value, value, day.DayOfWeek.ToString(), bounds.Basis == DateBasis.Neighbours ? DateBasis.Neighbours : DateBasis.Dateline, why, bounds.Evidence);
    }

    /// <summary>The only day of that name between two days, or null.</summary>
    public static LocalDate? Between(PublishedDate stated, LocalDate low, LocalDate high)
    {
        TimexInterval named = TimexInterval.Parse(stated.Value);
        LocalDate? found = null;
        for (int year = low.Year; year <= high.Year && named is { Month: { } month, Day: { } day }; year++)
        {
            if (day <= CalendarSystem.Iso.GetDaysInMonth(year, month) && new LocalDate(year, month, day) is var one && low <= one && one <= high)
            {
                if (found is not null)
                {
                    return null;
                }

                found = one;
            }
        }

        return found;
    }
}
