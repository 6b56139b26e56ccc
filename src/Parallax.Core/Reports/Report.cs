using System.Collections.Immutable;
using Parallax.Core.Findings;
using Parallax.Core.Text;

namespace Parallax.Core.Reports;

/// <summary>One report as intake gives it: what was received, the article made from it with a map back, and what is known about it with the basis of that knowledge.</summary>
/// <remarks>Language layers are spans over <see cref="Text"/>, never over <see cref="Received"/>.</remarks>
public sealed record Report
{
    /// <summary><c>r</c> and ten digits of the hash of the bytes received.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the bytes received, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Every name under which these bytes were given, sorted ordinally; the first stands in the account.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>The text received, decoded and otherwise untouched.</summary>
    public required SourceText Received { get; init; }

    /// <summary>The article: title first, paragraphs separated by an empty line, furniture removed.</summary>
    public required SourceText Text { get; init; }

    /// <summary>Leads from <see cref="Text"/> back to <see cref="Received"/>.</summary>
    public required TextMap Map { get; init; }

    /// <summary>The paragraphs of <see cref="Text"/> in order, with what each is. Sentences never cross a block.</summary>
    public required ImmutableArray<TextBlock> Blocks { get; init; }

    /// <summary>What was cut, in the order received.</summary>
    public ImmutableArray<Furniture> Furniture { get; init; } = [];

    /// <summary>Address the report was published at, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet with its basis, or null where it cannot be known.</summary>
    public Outlet? Outlet { get; init; }

    /// <summary>The title's words, or null where the report has none.</summary>
    public string? Title { get; init; }

    /// <summary>The byline as it stands, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The dateline's place words ("Tehran, Iran"), or null.</summary>
    public string? Dateline { get; init; }

    /// <summary>Names of the authors, without titles of office and "by".</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The agency credited, or null.</summary>
    public Credit? Agency { get; init; }

    /// <summary>The first publisher this report says it was taken from, or null.</summary>
    public Credit? CarriedFrom { get; init; }

    /// <summary>What kind of text it is.</summary>
    public Genre Genre { get; init; } = Genre.Unknown;

    /// <summary>BCP 47 language tag; <c>und</c> where unknown.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The publication date intake is certain of (metadata, dateline with a full date), or null; dating by neighbours comes later.</summary>
    public PublishedDate? Published { get; init; }

    /// <summary>When the report says it was changed (ISO 8601), or null.</summary>
    public string? Modified { get; init; }

    /// <summary>When it was first seen by whoever collected it (ISO 8601), or null.</summary>
    public string? FirstSeen { get; init; }

    /// <summary>When it was captured (ISO 8601), or null.</summary>
    public string? Captured { get; init; }

    /// <summary>All dates found, with their origin and why each was taken or not.</summary>
    public ImmutableArray<DateCandidate> DateCandidates { get; init; } = [];

    /// <summary>Everything that was found about the report itself (title, authors, dates …), believed or not, with its origin; by kind, then by trust.</summary>
    public ImmutableArray<FactCandidate> Facts { get; init; } = [];

    /// <summary>Whom the outlet belongs to, or null where nothing says so.</summary>
    public string? Owner { get; init; }

    /// <summary>The outlet's section that the report stands in, or null.</summary>
    public string? Section { get; init; }

    /// <summary>Problems met while reading, sorted by id.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
