using System.Text.Json.Serialization;
using Parallax.Core.Text;

namespace Parallax.Core.Reports;

/// <summary>What a block of the article is.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<TextPart>))]
public enum TextPart
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>A standfirst or the first paragraph.</summary>
    Lead,

    /// <summary>A paragraph of the article.</summary>
    Body,

    /// <summary>Words under a picture.</summary>
    Caption,

    /// <summary>A heading inside the article.</summary>
    Heading,

    /// <summary>A paragraph that the page sets apart as somebody else's words: a block quotation, a post of a network.</summary>
    Quotation,
}

/// <summary>One paragraph of the article text.</summary>
/// <param name="Span">Where it stands in the article text, without the empty line after it.</param>
/// <param name="Part">What it is.</param>
public readonly record struct TextBlock(TextSpan Span, TextPart Part);
