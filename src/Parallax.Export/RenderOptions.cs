namespace Parallax.Export;

/// <summary>What the place of output can do. Only the terminal looks at it; files are the same wherever they are written.</summary>
public sealed record RenderOptions
{
    /// <summary>Whether escape sequences for colour and weight may be written.</summary>
    /// <value>Default false: plain text. The caller sets it when the output is a terminal and NO_COLOR is not set.</value>
    public bool Colour { get; init; }

    /// <summary>Columns of the terminal.</summary>
    /// <value>Default 100; 40 to 200, values outside are taken as the nearest bound.</value>
    public int Width { get; init; } = 100;
}
