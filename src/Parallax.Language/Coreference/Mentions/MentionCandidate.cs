using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.NameLinks;

namespace Parallax.Language.Coreference.Mentions;

/// <summary>A stretch of text that may refer to something, with what its words alone tell.</summary>
internal sealed class MentionCandidate
{
    /// <summary>Place in the list of mentions, which is in text order.</summary>
    public int Index { get; set; }

    /// <summary>Token that heads it.</summary>
    public required int Head { get; init; }

    /// <summary>First token of the whole phrase, relative clauses and appositions included.</summary>
    public required int First { get; init; }

    /// <summary>Index after the last token of the whole phrase.</summary>
    public required int End { get; init; }

    /// <summary>First token of the phrase without them.</summary>
    public required int TightFirst { get; init; }

    /// <summary>Index after the last token of the phrase without them.</summary>
    public required int TightEnd { get; init; }

    /// <summary>Sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>Form.</summary>
    public required MentionForm Form { get; init; }

    /// <summary>First token of the name inside it; equal to <see cref="NameEnd"/> where there is none.</summary>
    public int NameFirst { get; init; }

    /// <summary>Index after the name's last token.</summary>
    public int NameEnd { get; init; }

    /// <summary>What the network calls the name.</summary>
    public NameKind NameKind { get; init; } = NameKind.Other;

    /// <summary>Words of the name, one space between, with the surname that only its family's name beside it tells ("Karim and Lena Hadi"); empty where it has none.</summary>
    public string Name { get; set; } = "";

    /// <summary>The surname, in lower case, that the name is a misspelling of; null for all others.</summary>
    public string? Misspelt { get; set; }

    /// <summary>Title before the name ("Petroleum Minister"), empty where none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Lemma of the head, lower case.</summary>
    public required string HeadLemma { get; init; }

    /// <summary>Words of the tight phrase without article, lower case.</summary>
    public required string Words { get; init; }

    /// <summary>Lemmas of its modifiers (adjectives, compounds, possessors, complements), lower case.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>Class of the noun or name.</summary>
    public NounClass Class { get; set; }

    /// <summary>Number.</summary>
    public MentionNumber Number { get; set; }

    /// <summary>Gender.</summary>
    public MentionGender Gender { get; set; }

    /// <summary>What kind of word or determination it is.</summary>
    public required MentionType Type { get; init; }

    /// <summary>Country its words tell ("Iranian", "Iran's"), alpha-2, or null.</summary>
    public string? Country { get; set; }

    /// <summary>Number of the quotation it stands in, 0 outside.</summary>
    public int Quote { get; init; }

    /// <summary>Grammatical role.</summary>
    public MentionRole Role { get; set; }

    /// <summary>Whether it tells what somebody becomes or is made ("elected as president"): no title by which a report calls the bearer.</summary>
    public bool Becomes { get; set; }

    /// <summary>Set of its members where it is a coordination ("Russia and Ukraine").</summary>
    public IReadOnlyList<int> MemberHeads { get; init; } = [];

    /// <summary>Whether it only describes (an apposition, a predicate) and is not counted as a mention of its own when scored.</summary>
    public bool Descriptive { get; set; }

    /// <summary>Whether it holds a name.</summary>
    public bool IsName => NameEnd > NameFirst;

    /// <summary>Whether it is a personal, possessive, reflexive or demonstrative pronoun.</summary>
    public bool IsPronoun => Form == MentionForm.Pronoun;
}

/// <summary>What kind of word or determination a mention is.</summary>
internal enum MentionType : byte
{
    Name, DefiniteNoun, DemonstrativeNoun, PossessedNoun, IndefiniteNoun, BareNoun, Coordination,
    He, She, It, They, I, We, You, Reflexive, Demonstrative, Relative, OtherPronoun,
}

/// <summary>Grammatical role of a mention.</summary>
internal enum MentionRole : byte
{
    Subject, Object, Oblique, Possessor, Modifier, Complement, Other,
}
