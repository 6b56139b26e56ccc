using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Core.Layers;

/// <summary>One sentence of a report.</summary>
/// <param name="Span">Its place in the article text, without white space at its edges.</param>
/// <param name="FirstToken">Index of its first token in the <see cref="TokenLayer"/>.</param>
/// <param name="TokenCount">Number of its tokens, at least 1.</param>
/// <param name="Block">Index of the block it stands in (see <see cref="Report.Blocks"/>).</param>
/// <param name="Part">What that block is.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int TokenCount, int Block, TextPart Part)
{
    /// <summary>Index after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
