using System.Collections.Immutable;

namespace Parallax.Stories.Grouping;

/// <summary>How common a stem is.</summary>
/// <param name="Background">In general English, as <see cref="StoryFeatures.Background"/> gives it.</param>
/// <param name="Reports">Reports of the shelf in which it stands.</param>
public readonly record struct StemUse(int Background, int Reports);

/// <summary>What a shelf knows of a report without reading it.</summary>
/// <param name="Day">Publication day (days since 0001-01-01), or null where that is not known.</param>
/// <param name="Stems">Number of its stems.</param>
public readonly record struct ReportOutline(int? Day, int Stems);

/// <summary>A report as a shelf keeps it.</summary>
/// <param name="Key">Unique and independent of order: the report's hash.</param>
/// <param name="Day">Publication day (days since 0001-01-01), or null.</param>
/// <param name="Stems">Its stems, each by its number on the shelf with how often it counts, in the ordinal order of their letters.</param>
public sealed record ShelvedReport(string Key, int? Day, ImmutableArray<(int Stem, int Count)> Stems);

/// <summary>Keeps by what the reports of a collection are grouped, with an inverted index over their stems, so that one more report is placed without looking at the others.</summary>
/// <remarks>Numbers of reports and of stems are given in the order of adding, from 0 on; nothing that is decided depends on them.</remarks>
public interface IStoryShelf
{
    /// <summary>Number of reports.</summary>
    int Count { get; }

    /// <summary>Number of different stems.</summary>
    int Stems { get; }

    /// <summary>The report with a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such report.</exception>
    ShelvedReport this[int number] { get; }

    /// <summary>What is known of the report with a number without reading it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such report.</exception>
    ReportOutline Outline(int number);

    /// <summary>How common the stem with a number is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stem.</exception>
    StemUse Use(int stem);

    /// <summary>Numbers of the reports in which a stem stands, ascending; valid until the next call of any member.</summary>
    ReadOnlySpan<int> Holders(int stem);

    /// <summary>Puts a report on the shelf.</summary>
    /// <returns>Its number; that which it had where its key is there already.</returns>
    int Add(StoryFeatures report);
}
