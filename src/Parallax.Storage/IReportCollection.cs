using System.Collections.Immutable;

namespace Parallax.Storage;

/// <summary>A report as it was received.</summary>
/// <param name="Sha256">Hash of the bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Names">The names it was given under, sorted ordinally.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record StoredReport(string Sha256, ImmutableArray<string> Names, ReadOnlyMemory<byte> Bytes);

/// <summary>A decision of the user that later runs keep: to merge, split, rename or reject something.</summary>
/// <param name="Kind"><c>merge</c>, <c>split</c>, <c>rename</c>, <c>reject</c>.</param>
/// <param name="Subject">Ids of what it is about, separated by spaces.</param>
/// <param name="Value">Ids of the other side, or the words it sets; may be empty.</param>
/// <param name="Words">The decision as a sentence part with the names as they were, for people.</param>
public sealed record Decision(string Kind, string Subject, string Value, string Words);

/// <summary>A decision with the number it is kept under.</summary>
/// <param name="Number">From 1, never given twice.</param>
/// <param name="Decision">The decision.</param>
public sealed record KeptDecision(int Number, Decision Decision);

/// <summary>What a user keeps: reports as received, the layers read from them, the ids given, and the decisions made.</summary>
/// <remarks>What a method has acknowledged by returning survives a kill at any point. Methods may be called from one thread at a time.</remarks>
public interface IReportCollection : IDisposable
{
    /// <summary>Adds a report; adding the same bytes again only adds the name, and adding the same name again changes nothing.</summary>
    /// <returns>Whether the bytes were new.</returns>
    bool Add(string name, ReadOnlyMemory<byte> bytes);

    /// <summary>The report with a hash, or null.</summary>
    StoredReport? Find(string sha256);

    /// <summary>All reports, sorted by hash (ordinal).</summary>
    IEnumerable<StoredReport> Reports();

    /// <summary>The layers read from a report by this version of the reader, or null where it has not been read by it.</summary>
    /// <param name="report">Id of the report; one input may hold several.</param>
    /// <param name="reader">Versions of program, annotators and model.</param>
    byte[]? FindLayers(string report, string reader);

    /// <summary>Keeps the layers read from a report, in place of those of older readers.</summary>
    void SaveLayers(string report, string reader, byte[] layers);

    /// <summary>Keeps the ids given to groups, with the members each had; an id once given keeps its first members.</summary>
    void SaveIds(IEnumerable<(string Id, string Member)> ids);

    /// <summary>The group id first given to each member.</summary>
    ImmutableSortedDictionary<string, string> GivenIds();

    /// <summary>Keeps a decision.</summary>
    /// <returns>Its number.</returns>
    int Decide(Decision decision);

    /// <summary>Takes a decision back; its record stays.</summary>
    /// <returns>The decision, or null where none of this number is in force.</returns>
    Decision? Undo(int number);

    /// <summary>The decisions in force, in the order in which they were made.</summary>
    ImmutableArray<KeptDecision> Decisions();
}
