using NodaTime;
using Parallax.Core.Accounts;

namespace Parallax.Language.Times;

/// <summary>A time expression found in a string.</summary>
public sealed record TimePhrase
{
    /// <summary>First code unit.</summary>
    public required int Start { get; init; }

    /// <summary>First code unit after it.</summary>
    public required int End { get; init; }

    /// <summary>TIMEX3 type.</summary>
    public required TimexType Type { get; init; }

    /// <summary>TIMEX3 value, never more exact than the text.</summary>
    public required string Value { get; init; }

    /// <summary>Value of the end of a range, inclusive, or null.</summary>
    public string? Until { get; init; }

    /// <summary>TIMEX3 mod, or null.</summary>
    public string? Modifier { get; init; }

    /// <summary>From where the value was reckoned.</summary>
    public required TimeAnchor Anchor { get; init; }

    /// <summary>The preposition before it that sets it in time (<c>before</c>, <c>after</c>, <c>since</c>, <c>until</c>, <c>by</c>, <c>from</c>), lower case, or null.</summary>
    public string? Signal { get; init; }

    /// <summary>Id of the rule that read it.</summary>
    public required string Rule { get; init; }

    /// <summary>Where the sum can be done to the second: the moment it gives ("two weeks ago" from a known moment); null elsewhere. The value stays as coarse as the words.</summary>
    public LocalDateTime? Reckoned { get; init; }

    /// <summary>Of a stretch ("the next three days"): its first moment, where the anchor is known.</summary>
    public LocalDateTime? StretchStart { get; init; }

    /// <summary>Of a stretch: the moment after it, where the anchor is known.</summary>
    public LocalDateTime? StretchEnd { get; init; }

    /// <summary>The start and end of a range as expressions of their own; empty where it is no range.</summary>
    public IReadOnlyList<TimePhrase> Parts { get; init; } = [];

    /// <summary>Why the value is what it is, in words.</summary>
    public required string Why { get; init; }
}
