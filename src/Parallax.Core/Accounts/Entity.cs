using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Parallax.Core.Text;

namespace Parallax.Core.Accounts;

/// <summary>One mention of an entity.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Start">First code unit in the article text.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Form">Its form.</param>
public readonly record struct Mention(string Report, int Start, int End, MentionForm Form)
{
    /// <summary>Its place.</summary>
    [JsonIgnore]
    public TextSpan Span => TextSpan.FromBounds(Start, End);
}

/// <summary>A person, body, place or thing, in one report or across reports.</summary>
public sealed record Entity
{
    /// <summary><c>e…</c>, after its first mention.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Its fullest name, or, of one that is never named, its fullest description.</summary>
    public required string Name { get; init; }

    /// <summary>Its other names, sorted ordinally.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Titles, roles and appositives given to it ("secretary of the Security Council of Russia"), sorted ordinally.</summary>
    public ImmutableArray<string> Descriptions { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 code of its country, or null.</summary>
    public string? Country { get; init; }

    /// <summary>Its mentions, by report order and place.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>Why its mentions are one entity.</summary>
    public Explanation? Explanation { get; init; }
}
