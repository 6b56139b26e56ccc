using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Parallax.Core.Text;

namespace Parallax.Core.Accounts;

/// <summary>How the versions of one utterance differ.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<QuotationRelation>))]
public enum QuotationRelation
{
    /// <summary>The same words.</summary>
    Identical,

    /// <summary>One is a part of the other.</summary>
    Cut,

    /// <summary>Two versions in this language of words in another.</summary>
    Rendering,

    /// <summary>Reworded inside quotation marks.</summary>
    Reworded,

    /// <summary>One is in indirect speech.</summary>
    Paraphrase,
}

/// <summary>One version of an utterance.</summary>
/// <param name="Statement">The statement that holds the words, or null where the report gives them as nobody's.</param>
/// <param name="Report">The report.</param>
public sealed record QuotationVersion(string? Statement, string Report)
{
    /// <summary>Where the words of this version stand: all of the statement's content or a part of it, in text order; empty in accounts written before this was kept.</summary>
    public ImmutableArray<TextSpan> Spans { get; init; } = [];
}

/// <summary>Words of one version and the words in their place in another; either may be empty.</summary>
/// <param name="From">In the first version.</param>
/// <param name="To">In the other.</param>
public sealed record WordDifference(string From, string To)
{
    /// <summary>What the difference does to the meaning.</summary>
    public DifferenceKind Kind { get; init; } = From.Length == 0 ? DifferenceKind.Added : To.Length == 0 ? DifferenceKind.LeftOut : DifferenceKind.Other;
}

/// <summary>What a difference of words does to the meaning, as people judged such pairs.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DifferenceKind>))]
public enum DifferenceKind
{
    /// <summary>Nothing corresponds, or it was not compared.</summary>
    Other,

    /// <summary>The first version has no such words.</summary>
    Added,

    /// <summary>The other version has no such words.</summary>
    LeftOut,

    /// <summary>Both mean the same.</summary>
    SameMeaning,

    /// <summary>The first version says more.</summary>
    SaysMore,

    /// <summary>The first version says less.</summary>
    SaysLess,

    /// <summary>Both mean much the same.</summary>
    Similar,

    /// <summary>They have to do with each other.</summary>
    Related,

    /// <summary>One says the opposite of the other.</summary>
    Opposite,
}

/// <summary>The same utterance in several reports.</summary>
/// <param name="Id"><c>q…</c>.</param>
/// <param name="Speaker">Entity that spoke, or null.</param>
/// <param name="Versions">Two or more, in report order.</param>
/// <param name="Relation">How they differ.</param>
/// <param name="Differences">Between the first version and the others, in order.</param>
/// <param name="Similarity">0 to 1, three decimals.</param>
public sealed record Quotation(
    string Id, string? Speaker, ImmutableArray<QuotationVersion> Versions, QuotationRelation Relation, ImmutableArray<WordDifference> Differences, double Similarity)
{
    /// <summary>Why they are one utterance.</summary>
    public Explanation? Explanation { get; init; }
}

/// <summary>How one report rests on another.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DependenceKind>))]
public enum DependenceKind
{
    /// <summary>Its text is the other's, with or without small edits.</summary>
    Copies,

    /// <summary>Passages are the same; undirected.</summary>
    SharesText,

    /// <summary>It names the other outlet as where it has something from.</summary>
    Cites,

    /// <summary>Both rest on one origin; undirected.</summary>
    SameOrigin,
}

/// <summary>One report resting on another.</summary>
/// <param name="From">The report that rests; of an undirected kind, the smaller id.</param>
/// <param name="To">The report it rests on.</param>
/// <param name="Kind">How.</param>
/// <param name="Share">Share of From's words that are shared, 0 to 1, or null where it is not about text.</param>
/// <param name="Evidence">The shared or citing passages.</param>
public sealed record Dependence(string From, string To, DependenceKind Kind, double? Share, ImmutableArray<Evidence> Evidence)
{
    /// <summary>Why.</summary>
    public Explanation? Explanation { get; init; }
}
