using System.Globalization;
using System.Text;

namespace Parallax.Bench.Accounts;

/// <summary>What the account of a number of reports took.</summary>
/// <param name="Reports">Number of reports.</param>
/// <param name="Seconds">Processor time of the process.</param>
/// <param name="Clock">Seconds by the clock.</param>
/// <param name="Held">Bytes held by the reports that were read.</param>
/// <param name="Kept">Bytes that the account adds to them.</param>
/// <param name="Allocated">Bytes allocated on the way.</param>
/// <param name="Peak">Largest working set of the process so far.</param>
/// <param name="Stories">Stories found.</param>
/// <param name="Largest">Reports of the largest.</param>
/// <param name="Claims">Claims found.</param>
/// <param name="Happenings">Happenings found.</param>
internal sealed record AccountSize(int Reports, double Seconds, double Clock, long Held, long Kept, long Allocated, long Peak, int Stories, int Largest, int Claims, int Happenings);

/// <summary>What one report more took.</summary>
/// <param name="Collection">Reports of the collection before.</param>
/// <param name="Dated">Milliseconds of processor time of reports with a date, sorted.</param>
/// <param name="Undated">The same of reports without one: they may be of a story with any other.</param>
/// <param name="ClockMost">Milliseconds by the clock, the most.</param>
internal sealed record AddTimes(int Collection, double[] Dated, double[] Undated, double ClockMost);

/// <summary>The measurements of the account stage, and the part of the page made of them.</summary>
internal sealed class AccountMeasurement
{
    private readonly List<AccountSize> _sizes = [];

    public required int Originals { get; init; }

    public AddTimes? Added { get; set; }

    public void Add(AccountSize size)
    {
        _sizes.Add(size);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size.Reports} reports: {size.Seconds:0.00} s"));
    }

    /// <summary>The part of <c>docs/performance.md</c>.</summary>
    public string ToMarkdown()
    {
        StringBuilder page = new();
        void Line(FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"## Account of reports that have been read");
        Line($"");
        Line($"Made by `dotnet run -c Release --project bench -- account`. Reports of `{StoryMaterial.Sources}` ({Originals} different ones, in an order that keeps the mix of words, stories, large stories and dated reports; after those the same again with other names, figures and years).");
        Line($"Seconds of processor time; small sets several times, the best counts. Growth: how many times longer for each doubling of the reports.");
        Line($"");
        Line($"| reports | s | by the clock | growth a doubling | stories (largest) | claims | happenings | MB of the reports | MB of the account | MB allocated | MB peak |");
        Line($"|---|---|---|---|---|---|---|---|---|---|---|");
        AccountSize? last = null;
        foreach (AccountSize size in _sizes)
        {
            string growth = last is null ? "" : Math.Pow(size.Seconds / last.Seconds, 1 / Math.Log2((double)size.Reports / last.Reports)).ToString("0.00", CultureInfo.InvariantCulture);
            Line($"| {size.Reports} | {size.Seconds:0.000} | {size.Clock:0.000} | {growth} | {size.Stories} ({size.Largest}) | {size.Claims} | {size.Happenings} | {Megabytes(size.Held)} | {Megabytes(size.Kept)} | {Megabytes(size.Allocated)} | {Megabytes(size.Peak)} |");
            last = size;
        }

        Line($"");
        Line($"Floors for 5, 100 and 1,000 reports: 0.5, 5 and 60 s; aims 0.1, 1 and 10 s; at most 2.2 times for a doubling.");
        if (Added is { } added)
        {
            Line($"");
            Line($"One report more in a collection of {added.Collection} (`--keep FILE`), kept and placed in its story, milliseconds of processor time: {Spread(added.Dated)} with a date, {Spread(added.Undated)} without one, which may be of a story with any other; {added.ClockMost:0} ms by the clock at most. Aim 100 ms.");
        }

        return page.ToString();
    }

    private static string Spread(double[] sorted) => sorted.Length == 0 ? "none measured" : string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:0} in the middle of {sorted.Length} and {sorted[^1]:0} at most");

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0", CultureInfo.InvariantCulture);
}
