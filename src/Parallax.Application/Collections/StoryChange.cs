using System.Collections.Immutable;
using Parallax.Core;

namespace Parallax.Application.Collections;

/// <summary>What new reports did to a story.</summary>
public enum StoryChangeKind
{
    /// <summary>A story of new reports only.</summary>
    Opened,

    /// <summary>New reports came into a story that was there.</summary>
    Joined,

    /// <summary>Stories that were told apart are one now.</summary>
    Merged,

    /// <summary>A story that was told as one is several now.</summary>
    Split,
}

/// <summary>A change of the stories of a collection.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Story">Id of the story as an account gives it; of a split story the id it had.</param>
/// <param name="Reports">Ids of its reports, sorted.</param>
/// <param name="New">Ids of those of them that are new, sorted.</param>
/// <param name="Explanation">Why.</param>
public sealed record StoryChange(StoryChangeKind Kind, string Story, ImmutableArray<string> Reports, ImmutableArray<string> New, Explanation Explanation)
{
    /// <summary>What a person knows the story by: the title of its earliest report, or the words that it begins with; its id where none is known.</summary>
    public required string Title { get; init; }

    /// <summary>What the new reports are called, in the order of <see cref="New"/>.</summary>
    public ImmutableArray<string> NewTitles { get; init; } = [];
}
