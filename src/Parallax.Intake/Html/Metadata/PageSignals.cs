namespace Parallax.Intake.Html.Metadata;

/// <summary>What one walk through a page gave beside its blocks.</summary>
internal sealed class PageSignals
{
    /// <summary>Everything that states a fact, in the order of the page.</summary>
    public List<RawFact> Facts { get; } = [];

    /// <summary>The headings of first rank with the number of characters before them.</summary>
    public List<(string Text, int At)> Headings { get; } = [];

    /// <summary>The words of the title element, or null.</summary>
    public string? TitleElement { get; set; }

    /// <summary>The language of the root element, or null.</summary>
    public string? Language { get; set; }

    /// <summary>The types of schema.org that the article's node has, in lower case.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the page says that its article is not free to read.</summary>
    public bool SaysPaid { get; set; }

    /// <summary>The article's text in the JSON-LD, the longest where there are several; null where it is not there.</summary>
    public string? StatedBody { get; set; }

    /// <summary>Number of words that the JSON-LD says the article has, or 0.</summary>
    public int StatedWords { get; set; }
}
