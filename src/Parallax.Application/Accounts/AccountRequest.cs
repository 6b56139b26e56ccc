using Parallax.Intake;

namespace Parallax.Application.Accounts;

/// <summary>What an account is made of.</summary>
public sealed record AccountRequest
{
    /// <summary>Files, folders, globs, <c>-</c>.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The collection's file, or null where none is used.</summary>
    public string? CollectionFile { get; init; }

    /// <summary>The user's register of outlets (docs/owners.md), or null.</summary>
    public string? OwnersFile { get; init; }

    /// <summary>Limits of intake.</summary>
    public IntakeOptions Intake { get; init; } = new();

    /// <summary>Threads that read reports; the account does not depend on it.</summary>
    /// <value>At least 1; by default the number of processors.</value>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Opens standard input for the path <c>-</c>.</summary>
    public Func<Stream> StandardInput { get; init; } = static () => Stream.Null;

    /// <summary>Told how many reports of how many have been read; from several threads.</summary>
    public Action<int, int> Progress { get; init; } = static (_, _) => { };
}
