using System.Collections.Immutable;

namespace Parallax.Core.Accounts;

/// <summary>Reports about one matter.</summary>
/// <param name="Id"><c>t…</c>.</param>
/// <param name="Title">Words of one of the reports.</param>
/// <param name="Reports">Ids, in report order.</param>
/// <param name="From">First day told of, ISO 8601, or null.</param>
/// <param name="To">Last day told of, or null.</param>
public sealed record Story(string Id, string Title, ImmutableArray<string> Reports, string? From, string? To)
{
    /// <summary>Why these reports are one story.</summary>
    public Explanation? Explanation { get; init; }
}

/// <summary>One event of the world, told by one or more reports.</summary>
public sealed record Happening
{
    /// <summary><c>h…</c>, after its smallest event.</summary>
    public required string Id { get; init; }

    /// <summary>Words of one of the reports.</summary>
    public required string Title { get; init; }

    /// <summary>PLOVER type.</summary>
    public required PloverType Plover { get; init; }

    /// <summary>Entities that act.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Entities acted on.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>The most exact time that the reports agree on, a TIMEX3 value, or null.</summary>
    public string? Time { get; init; }

    /// <summary>Entity where, or null.</summary>
    public string? Place { get; init; }

    /// <summary>The events that are it.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>The reports that tell it.</summary>
    public ImmutableArray<string> Reports { get; init; } = [];

    /// <summary>Plans and announcements of it; never corroboration.</summary>
    public ImmutableArray<string> ForetoldBy { get; init; } = [];

    /// <summary>Why these events are one.</summary>
    public Explanation? Explanation { get; init; }
}
