using System.Globalization;
using System.Reflection;
using NodaTime;
using NodaTime.Calendars;

namespace Parallax.Language.Times;

/// <summary>Dates of feasts: fixed, a counted weekday of a month, or a number of days from Easter. The table is data (<c>en/times/holidays.txt</c>).</summary>
internal static class Holidays
{
    private static readonly Lazy<Dictionary<string, (char Kind, int A, int B, int C)>> Table = new(Load);

    /// <summary>The day of a feast in a year, or null where the table does not know it.</summary>
    public static LocalDate? Date(string key, int year)
    {
        if (year is < 1 or > 9000 || !Table.Value.TryGetValue(key, out (char Kind, int A, int B, int C) entry))
        {
            return null;
        }

        return entry.Kind switch
        {
            'f' => new LocalDate(year, entry.A, entry.B),
            'w' => Counted(year, entry.A, entry.B, entry.C),
            'd' => Counted(year, 11, 4, 4).PlusDays(entry.A),
            _ => Easter(year).PlusDays(entry.A),
        };
    }

    /// <summary>Month and day of a feast that has the same every year, or null.</summary>
    public static (int Month, int Day)? MonthDay(string key) =>
        Table.Value.TryGetValue(key, out (char Kind, int A, int B, int C) entry) && entry.Kind == 'f' ? (entry.A, entry.B) : null;

    private static LocalDate Counted(int year, int month, int weekday, int count) => count > 0
        ? new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame((IsoDayOfWeek)weekday)).PlusWeeks(count - 1)
        : new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month)).With(DateAdjusters.PreviousOrSame((IsoDayOfWeek)weekday));

    // The Gregorian Easter (Meeus, Jones, Butcher).
    private static LocalDate Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1);
    }

    private static Dictionary<string, (char Kind, int A, int B, int C)> Load()
    {
        const string Resource = "en/times/holidays.txt";
        Dictionary<string, (char, int, int, int)> table = new(StringComparer.Ordinal);
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The language data “{Resource}” is missing from the program.");
        using StreamReader reader = new(stream);
        for (int line = 1; reader.ReadLine() is { } text; line++)
        {
            string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0 || text[0] == '#')
            {
                continue;
            }

            int[] numbers = [.. parts[2..].Select(part => int.Parse(part, CultureInfo.InvariantCulture)), 0, 0, 0];
            if (parts.Length < 3)
            {
                throw new InvalidDataException($"{Resource}:{line}: expected “KEY KIND NUMBERS”.");
            }

            table[parts[0]] = (parts[1][0], numbers[0], numbers[1], numbers[2]);
        }

        return table;
    }
}
