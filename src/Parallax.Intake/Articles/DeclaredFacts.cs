using System.Collections.Immutable;
using Parallax.Core.Reports;

namespace Parallax.Intake.Articles;

/// <summary>What a format's metadata says about a report; any of it may be unknown.</summary>
internal sealed record DeclaredFacts
{
    public static DeclaredFacts None { get; } = new();

    public string? Url { get; init; }

    public Outlet? Outlet { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Language { get; init; }

    public Genre Genre { get; init; }

    public PublishedDate? Published { get; init; }

    public string? Modified { get; init; }

    public ImmutableArray<DateCandidate> DateCandidates { get; init; } = [];

    public string? Agency { get; init; }

    /// <summary>When it was first seen by whoever collected it (ISO 8601), or null.</summary>
    public string? FirstSeen { get; init; }

    /// <summary>When it was captured (ISO 8601), or null.</summary>
    public string? Captured { get; init; }
}
