namespace Parallax.Cli;

/// <summary>What the program's exit codes mean; the same for every command.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but some input could not be read; each is named on standard error.</summary>
    public const int SomeInputUnread = 1;

    /// <summary>Wrong usage, or nothing to work on.</summary>
    public const int Usage = 2;
}
