using Parallax.Intake.Outlets;

namespace Parallax.Intake;

/// <summary>Limits of reading. Input beyond a limit gives a finding, never an exception.</summary>
public sealed record IntakeOptions
{
    /// <summary>Largest input read, in bytes.</summary>
    /// <value>20 MiB by default; at least 1 KiB.</value>
    public long MaxBytes { get; init; } = 20L * 1024 * 1024;

    /// <summary>Longest article kept, in UTF-16 code units; the rest becomes furniture with a finding.</summary>
    /// <value>2,000,000 by default.</value>
    public int MaxArticleLength { get; init; } = 2_000_000;

    /// <summary>Deepest nesting of elements of a page that is followed; what lies deeper is read as if it lay at that depth.</summary>
    /// <value>400 by default; the HTML parser itself lays what is deeper than 512 flat.</value>
    public int MaxDepth { get; init; } = 400;

    /// <summary>Entries of a feed, rows of a table, objects of a JSON document that are read; the rest is left out with a finding.</summary>
    /// <value>10,000 by default.</value>
    public int MaxEntries { get; init; } = 10_000;

    /// <summary>Pages of one sitemap that are read.</summary>
    /// <value>50,000 by default.</value>
    public int MaxSitemapPages { get; init; } = 50_000;

    /// <summary>Deepest nesting of an XML document; what lies deeper is passed over.</summary>
    /// <value>256 by default.</value>
    public int MaxXmlDepth { get; init; } = 256;

    /// <summary>Attributes of one element of XML or HTML that are read.</summary>
    /// <value>1,024 by default.</value>
    public int MaxAttributes { get; init; } = 1024;

    /// <summary>Deepest nesting of JSON; what lies deeper is passed over.</summary>
    /// <value>64 by default.</value>
    public int MaxJsonDepth { get; init; } = 64;

    /// <summary>Archives inside archives: 1 reads the members of an archive, 2 those of archives in it. The compression of a TAR or WARC file itself does not count.</summary>
    /// <value>2 by default.</value>
    public int MaxArchiveDepth { get; init; } = 2;

    /// <summary>Largest archive inside an archive, in bytes: such a one is held in memory.</summary>
    /// <value>64 MiB by default.</value>
    public long MaxInnerArchiveBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many times larger than its packed form something may become, looked at once it is larger than <see cref="FreeBytes"/>; beyond it, it is a bomb and refused.</summary>
    /// <value>100 by default.</value>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Bytes that may be unpacked before <see cref="MaxRatio"/> is looked at.</summary>
    /// <value>1 MiB by default.</value>
    public long FreeBytes { get; init; } = 1024 * 1024;

    /// <summary>Deepest nesting of the parts of a mail.</summary>
    /// <value>16 by default.</value>
    public int MaxMailDepth { get; init; } = 16;

    /// <summary>Longest time one archive may take before the rest of it is left out with a finding.</summary>
    /// <value>One hour by default: an archive of any size that is read at all is read to its end, a trap is not.</value>
    public TimeSpan MaxArchiveTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The clock for <see cref="MaxArchiveTime"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Rules for the pages of single outlets.</summary>
    /// <value>None by default.</value>
    public OutletRules Outlets { get; init; } = OutletRules.None;

    /// <summary>Most elements of a page; a page with more is refused.</summary>
    /// <value>1,000,000 by default.</value>
    public int MaxElements { get; init; } = 1_000_000;

    /// <summary>Longest value of one attribute of a page's element, in characters; an element whose tag is longer than this is cut down to it and to <see cref="MaxAttributes"/> before the page is parsed.</summary>
    /// <value>65,536 by default.</value>
    public int MaxAttributeLength { get; init; } = 65_536;
}
