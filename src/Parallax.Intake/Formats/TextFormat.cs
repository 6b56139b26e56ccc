namespace Parallax.Intake.Formats;

/// <summary>What a decoded document is, told by its content.</summary>
internal enum TextFormat
{
    /// <summary>Plain text or Markdown.</summary>
    Text,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>RSS, Atom, CDF.</summary>
    Feed,

    /// <summary>A list of feeds.</summary>
    Opml,

    /// <summary>A sitemap with news.</summary>
    Sitemap,

    /// <summary>NewsML-G2 or NewsML 1.</summary>
    NewsMl,

    /// <summary>NITF.</summary>
    Nitf,

    /// <summary>Another XML document.</summary>
    OtherXml,

    /// <summary>JSON: one value, or one a line.</summary>
    Json,

    /// <summary>A table of comma- or tab-separated values.</summary>
    Table,
}
