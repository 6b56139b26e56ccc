using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parallax.Core.Accounts;

/// <summary>What another version of a report is to the one that counts.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<VersionRelation>))]
public enum VersionRelation
{
    /// <summary>An earlier text at the same address.</summary>
    Earlier,

    /// <summary>A part of the text: a teaser, the summary of a feed, only the headline.</summary>
    Excerpt,

    /// <summary>The same words received in another form or at another time.</summary>
    SameText,
}

/// <summary>A version of a report that does not count in the account: kept, and shown by how it differs from the one that does.</summary>
/// <param name="Id"><c>r…</c>.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Files">The names under which it was given.</param>
/// <param name="Relation">What it is to the one that counts.</param>
/// <param name="Published">The date it states, or null.</param>
/// <param name="Modified">When it says it was changed, or null.</param>
/// <param name="Captured">When it was captured, or null.</param>
/// <param name="Differences">From its words to those of the one that counts, in text order; empty for the same text.</param>
public sealed record ReportVersion(
    string Id, string Sha256, ImmutableArray<string> Files, VersionRelation Relation, string? Published, string? Modified, string? Captured, ImmutableArray<WordDifference> Differences);
