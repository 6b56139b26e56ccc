namespace Parallax.Intake;

/// <summary>What the carrier of an input says about it (an HTTP answer, an archive record, a feed, the user); any of it may be unknown.</summary>
public sealed record InputOrigin
{
    /// <summary>Nothing is known beside the bytes.</summary>
    public static InputOrigin Unknown { get; } = new();

    /// <summary>The address the bytes were fetched from, or null.</summary>
    public string? Url { get; init; }

    /// <summary>When they were fetched (ISO 8601), or null. A report cannot have been published after it.</summary>
    public string? Captured { get; init; }

    /// <summary>When the report was first seen by whoever collected it (ISO 8601), or null.</summary>
    public string? FirstSeen { get; init; }

    /// <summary>The encoding that the carrier declares (the charset of <c>Content-Type</c>), or null. A byte order mark goes before it, what the page declares after it.</summary>
    public string? Charset { get; init; }
}
