namespace Parallax.Intake;

/// <summary>Limits of reading. Input beyond a limit gives a finding, never an exception.</summary>
public sealed record IntakeOptions
{
    /// <summary>Largest input read, in bytes.</summary>
    /// <value>20 MiB by default; at least 1 KiB.</value>
    public long MaxBytes { get; init; } = 20L * 1024 * 1024;

    /// <summary>Longest article kept, in UTF-16 code units; the rest becomes furniture with a finding.</summary>
    /// <value>2,000,000 by default.</value>
    public int MaxArticleLength { get; init; } = 2_000_000;

    /// <summary>Deepest nesting of elements of a page that is followed; what lies deeper is read as if it lay at that depth.</summary>
    /// <value>400 by default; the HTML parser itself lays what is deeper than 512 flat.</value>
    public int MaxDepth { get; init; } = 400;
}
