using System.Collections.Immutable;
using Parallax.Core.Reports;

namespace Parallax.Intake.Articles;

/// <summary>A block that stays in the article.</summary>
/// <param name="Block">Its words and where they were received.</param>
/// <param name="Part">What it is.</param>
internal sealed record KeptBlock(RawBlock Block, TextPart Part);

/// <summary>A block, or a piece of one, that was cut.</summary>
/// <param name="Block">Its words.</param>
/// <param name="Why">The reason.</param>
internal sealed record CutBlock(RawBlock Block, string Why);

/// <summary>The article in its parts, and what was cut.</summary>
internal sealed record ArticleLayout
{
    /// <summary>The blocks of the article, the title first where there is one.</summary>
    public required ImmutableArray<KeptBlock> Kept { get; init; }

    /// <summary>What was cut, in the order received.</summary>
    public required ImmutableArray<CutBlock> Cut { get; init; }

    /// <summary>The byline's words, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The dateline, or null.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>Index in <see cref="Kept"/> of the paragraph that the dateline was cut from, or -1.</summary>
    public int DatelineBlock { get; init; } = -1;

    /// <summary>The date of a line of its own under the headline, or null.</summary>
    public PublishedDate? LineDate { get; init; }

    /// <summary>The agency that a credit line names ("With material from …"), or null.</summary>
    public string? CreditedAgency { get; init; }

    /// <summary>Whether the text calls itself opinion.</summary>
    public bool LabelledOpinion { get; init; }

    /// <summary>The note that says the text was first published elsewhere, or null.</summary>
    public string? CarriedNote { get; init; }
}
