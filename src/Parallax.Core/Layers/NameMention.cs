using Parallax.Core.Text;

namespace Parallax.Core.Layers;

/// <summary>What a name is a name of, as the network and the gazetteer tell it.</summary>
public enum NameKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organization.</summary>
    Organization,

    /// <summary>A place of any kind, not told more exactly.</summary>
    Place,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A city, town or village.</summary>
    City,

    /// <summary>A region, province, state of a federation.</summary>
    Region,

    /// <summary>A sea, river, mountain, continent or other natural place.</summary>
    NaturalPlace,

    /// <summary>A building or installation.</summary>
    Facility,

    /// <summary>A nationality, religion or political group ("Iranian", "Shia").</summary>
    Norp,

    /// <summary>A named event.</summary>
    Event,

    /// <summary>A product, weapon or vehicle.</summary>
    Product,

    /// <summary>Another name.</summary>
    Other,
}

/// <summary>A name in a report.</summary>
/// <param name="Span">Its place in the article text.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="TokenCount">Number of its tokens, at least 1.</param>
/// <param name="Kind">What it is a name of.</param>
public readonly record struct NameMention(TextSpan Span, int FirstToken, int TokenCount, NameKind Kind) : ISpanned
{
    /// <summary>Index after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
