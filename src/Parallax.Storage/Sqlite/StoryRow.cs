using System.Collections.Immutable;

namespace Parallax.Storage.Sqlite;

/// <summary>By what one report is grouped, as it comes into a collection.</summary>
/// <param name="Key">Its hash.</param>
/// <param name="Input">Hash of the input that it came in.</param>
/// <param name="Day">Publication day as days since 0001-01-01, or null.</param>
/// <param name="Stems">Its stems with how often they count, sorted by stem (ordinal).</param>
public sealed record StoryRow(string Key, string Input, int? Day, ImmutableArray<(string Stem, int Count)> Stems)
{
    /// <summary>What a person knows it by, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The story that it was last told to be in, or null.</summary>
    public string? Story { get; init; }
}
