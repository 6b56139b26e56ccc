namespace Parallax.Stories.Grouping;

/// <summary>A report of a shelf: its number there and its publication day (days since 0001-01-01), or null where that is not known.</summary>
public readonly record struct ShelvedReport(int Number, int? Day);

/// <summary>Keeps by what the reports of a collection are grouped, with an inverted index over their telling stems, so that one more report is placed without looking at the others.</summary>
/// <remarks>Numbers are given in the order of adding, from 0 on; nothing that is decided depends on them.</remarks>
public interface IStoryShelf
{
    /// <summary>Number of reports.</summary>
    int Count { get; }

    /// <summary>What the report with a number is grouped by.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such report.</exception>
    StoryFeatures this[int number] { get; }

    /// <summary>In how many reports a stem stands.</summary>
    int ReportsWith(string stem);

    /// <summary>The reports in which a stem stands, by number; valid until the next call of any member.</summary>
    ReadOnlySpan<ShelvedReport> Holders(string stem);

    /// <summary>Puts a report on the shelf.</summary>
    /// <returns>Its number; that which it had where its key is there already.</returns>
    int Add(StoryFeatures report);
}
