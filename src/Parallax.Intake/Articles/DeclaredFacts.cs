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

    /// <summary>The dates found, with why the one was taken.</summary>
    public ImmutableArray<DateCandidate> DateCandidates { get; init; } = [];

    /// <summary>The headline that the metadata gives, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Whom the outlet belongs to, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The outlet's section, or null.</summary>
    public string? Section { get; init; }

    /// <summary>Everything stated, believed or not; empty where the format states each fact once.</summary>
    public ImmutableArray<FactCandidate> Facts { get; init; } = [];

    /// <summary>Two trusted places that state different days of publication, or null.</summary>
    public (string One, string Other)? DatesDiffer { get; init; }

    public string? Agency { get; init; }

    /// <summary>When it was first seen by whoever collected it (ISO 8601), or null.</summary>
    public string? FirstSeen { get; init; }

    /// <summary>When it was captured (ISO 8601), or null.</summary>
    public string? Captured { get; init; }
}
