namespace Parallax.Language.Neural;

/// <summary>What a reader is to compute; the encoder always runs.</summary>
[Flags]
public enum ReadingParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Parts of speech, features and lemmas.</summary>
    Tags = 1,

    /// <summary>Heads and relations.</summary>
    Parse = 2,

    /// <summary>Name tags.</summary>
    Names = 4,

    /// <summary>Attribution roles with their links, and the roles inside contents; which contents are looked into, tags and parse tell.</summary>
    Roles = 8 | Tags | Parse,

    /// <summary>Factuality.</summary>
    Factuality = 16,

    /// <summary>All.</summary>
    All = Tags | Parse | Names | Roles | Factuality,
}
