using System.Collections.Immutable;
using Parallax.Intake.Mapping;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Feeds;

/// <summary>Words of a feed: text or markup.</summary>
/// <param name="Words">The words; markup is not read yet.</param>
/// <param name="MediaType"><c>text/plain</c>, <c>text/html</c> or <c>application/xhtml+xml</c>, or what the feed declares.</param>
/// <param name="Language">BCP 47 tag in force, or null.</param>
/// <param name="Base">Address that relative ones in it start from, or null.</param>
internal sealed record FeedText(MappedText Words, string MediaType, string? Language, Uri? Base)
{
    /// <summary>Whether the words are HTML or XHTML.</summary>
    public bool IsMarkup => MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>Where the words stand instead (Atom <c>content src</c>); never followed.</summary>
    public string? Address { get; init; }

    /// <summary>The words as a string.</summary>
    public string Text => Words.Text;
}

/// <summary>Somebody named in a feed; any part may be unknown.</summary>
/// <param name="Name">Name.</param>
/// <param name="Email">Mail address.</param>
/// <param name="Url">Web address.</param>
internal sealed record FeedPerson(string? Name, string? Email, string? Url)
{
    /// <summary>Whether nothing is known.</summary>
    public bool IsNobody => Name is null && Email is null && Url is null;
}

/// <summary>A link of a feed, resolved; never followed.</summary>
/// <param name="Href">Address.</param>
/// <param name="Relation"><c>alternate</c>, <c>self</c>, <c>enclosure</c>, <c>related</c> …</param>
/// <param name="MediaType">Declared type, or null.</param>
/// <param name="Title">Title, or null.</param>
/// <param name="Language">Language, or null.</param>
/// <param name="Length">Length as it stands, or null.</param>
internal sealed record FeedLink(string Href, string Relation, string? MediaType, string? Title, string? Language, string? Length);

/// <summary>A subject.</summary>
/// <param name="Term">Word.</param>
/// <param name="Scheme">Address of the list it is from, or null.</param>
/// <param name="Label">For people, or null.</param>
internal sealed record FeedCategory(string Term, string? Scheme, string? Label);

/// <summary>A date of a feed.</summary>
/// <param name="Words">As it stands.</param>
/// <param name="Moment">What it means, or null where it cannot be understood or is no real date.</param>
internal sealed record FeedDate(string Words, DateTimeOffset? Moment);

/// <summary>A picture that stands for a feed.</summary>
internal sealed record FeedImage(string? Url, string? Title, string? Link, string? Description, string? Width, string? Height);

/// <summary>An element that has no place of its own here.</summary>
/// <param name="Prefix">Usual prefix of its namespace, or the one that stands there.</param>
/// <param name="Name">Name.</param>
/// <param name="Words">Its words.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Children">What it holds.</param>
internal sealed record FeedExtension(string Prefix, string Name, string Words, ImmutableArray<XmlAttribute> Attributes, ImmutableArray<FeedExtension> Children);

/// <summary>A feed, an entry of one, or the feed that an entry was taken from: what the formats say of all three.</summary>
internal sealed record FeedPart
{
    public FeedText? Title { get; init; }

    /// <summary>Subtitle of a feed, summary of an entry.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>The full texts given, in order.</summary>
    public ImmutableArray<FeedText> Contents { get; init; } = [];

    public FeedText? Rights { get; init; }

    public string? Id { get; init; }

    /// <summary>Whether the id says of itself that it is an address (RSS <c>isPermaLink</c>).</summary>
    public bool IdIsLink { get; init; }

    /// <summary>The page it stands for, or null.</summary>
    public string? Link { get; init; }

    public ImmutableArray<FeedLink> Links { get; init; } = [];

    public ImmutableArray<FeedPerson> Authors { get; init; } = [];

    public ImmutableArray<FeedPerson> Contributors { get; init; } = [];

    /// <summary>Web master, <c>dc:publisher</c>, <c>itunes:owner</c>.</summary>
    public FeedPerson? Publisher { get; init; }

    public ImmutableArray<FeedCategory> Categories { get; init; } = [];

    public FeedDate? Published { get; init; }

    public FeedDate? Updated { get; init; }

    public FeedDate? Created { get; init; }

    public FeedDate? Expired { get; init; }

    public string? Language { get; init; }

    public FeedImage? Image { get; init; }

    public string? Icon { get; init; }

    /// <summary>Name, version and address of the program that made it.</summary>
    public (string? Name, string? Version, string? Url) Generator { get; init; }

    /// <summary>Where readers comment, or null.</summary>
    public string? Comments { get; init; }

    /// <summary>The feed it was taken from, or null.</summary>
    public FeedPart? Source { get; init; }

    public ImmutableArray<FeedExtension> Extensions { get; init; } = [];

    /// <summary>Where it starts in the text received.</summary>
    public int Start { get; init; }

    /// <summary>First character after it.</summary>
    public int End { get; init; }
}

/// <summary>A feed as it was read.</summary>
/// <param name="Version"><c>rss20</c>, <c>rss10</c>, <c>rss091n</c>, <c>atom10</c>, <c>json11</c> …; <c>""</c> where it cannot be told.</param>
/// <param name="Channel">The feed itself.</param>
/// <param name="Entries">Its whole entries, in order, up to the limit.</param>
/// <param name="Fault">The first thing that is not well-formed, or null.</param>
/// <param name="CutShort">Whether entries were left out: beyond the limit, or cut off.</param>
/// <param name="TooDeep">Whether elements lay deeper than the limit.</param>
/// <param name="IsRefused">Whether it declares entities or wants something loaded; nothing of it is read then.</param>
internal sealed record Feed(string Version, FeedPart Channel, ImmutableArray<FeedPart> Entries, string? Fault, bool CutShort, bool TooDeep, bool IsRefused)
{
    /// <summary>The version as the feed states it, or null.</summary>
    public string? Stated { get; init; }
}
