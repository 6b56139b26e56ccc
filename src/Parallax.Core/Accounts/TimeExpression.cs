using System.Text.Json.Serialization;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Core.Accounts;

/// <summary>TIMEX3 types (TimeML 1.2.1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimexType>))]
public enum TimexType
{
#pragma warning disable CA1707, CS1591 // TimeML's own names.
    DATE, TIME, DURATION, SET,
#pragma warning restore CA1707, CS1591
}

/// <summary>From where an expression's value was reckoned.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<TimeAnchor>))]
public enum TimeAnchor
{
    /// <summary>From nowhere: the value is under-specified (<c>XXXX-07</c>).</summary>
    None,

    /// <summary>The expression states it whole.</summary>
    Explicit,

    /// <summary>From the publication date.</summary>
    Published,

    /// <summary>From the event told.</summary>
    Event,

    /// <summary>From the previous time in the text.</summary>
    Previous,

    /// <summary>From other reports of the same happening.</summary>
    Neighbours,
}

/// <summary>A time expression with its TIMEX3 value.</summary>
public sealed record TimeExpression : ISpanned
{
    /// <summary><c>x…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>First code unit.</summary>
    public required int Start { get; init; }

    /// <summary>First code unit after it.</summary>
    public required int End { get; init; }

    /// <summary>TIMEX3 type.</summary>
    public required TimexType Type { get; init; }

    /// <summary>TIMEX3 value: <c>2022-11-09TAF</c>, <c>XXXX-WXX-3</c>, <c>P2M</c>, <c>PAST_REF</c> …; never more exact than the text.</summary>
    public required string Value { get; init; }

    /// <summary>Value of the end of a range (inclusive), or null.</summary>
    public string? Until { get; init; }

    /// <summary>TIMEX3 mod (<c>BEFORE</c>, <c>AFTER</c>, <c>START</c>, <c>MID</c>, <c>END</c>, <c>APPROX</c>, <c>LESS_THAN</c> …), or null.</summary>
    public string? Modifier { get; init; }

    /// <summary>From where the value was reckoned.</summary>
    public required TimeAnchor Anchor { get; init; }

    /// <summary>Why the value is what it is.</summary>
    [JsonIgnore]
    public Explanation? Explanation { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public TextSpan Span => TextSpan.FromBounds(Start, End);
}
