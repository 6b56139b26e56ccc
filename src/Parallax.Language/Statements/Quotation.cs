using Parallax.Core.Text;

namespace Parallax.Language.Statements;

/// <summary>Words between quotation marks.</summary>
/// <param name="Span">With the marks that are there.</param>
/// <param name="Inner">Without the marks.</param>
/// <param name="Depth">0: not inside another quotation.</param>
/// <param name="Block">The block it stands in.</param>
/// <param name="Closed">Whether the closing mark is there; one that runs over several paragraphs is closed only in its last.</param>
/// <param name="Continues">Whether it goes on the unclosed quotation of the block before.</param>
internal readonly record struct Quotation(TextSpan Span, TextSpan Inner, int Depth, int Block, bool Closed, bool Continues);
