using System.Runtime.CompilerServices;
using System.Text;

namespace Parallax.Export.Html;

/// <summary>Collects a page. Not thread-safe.</summary>
internal sealed class HtmlWriter
{
    /// <summary>What was written so far.</summary>
    internal StringBuilder Target { get; } = new(1 << 16);

    /// <summary>Appends an interpolated string, its values escaped. Values must not write to this writer themselves.</summary>
    public HtmlWriter Add([InterpolatedStringHandlerArgument("")] HtmlHandler markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>As <see cref="Add"/>, and ends the line.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] HtmlHandler markup)
    {
        _ = markup;
        Target.Append('\n');
    }

    public override string ToString() => Target.ToString();
}
