namespace Parallax.Language.Statements.Cues;

/// <summary>A word or group of words of a report that may attribute.</summary>
/// <param name="Head">The token that carries the attribution ("saying" of "was quoted as saying").</param>
/// <param name="Tokens">All tokens of the cue, sorted.</param>
/// <param name="Entry">Its entry in the lexicon; null for punctuation and for cues that only the network knows.</param>
/// <param name="Kind">Kind of word.</param>
/// <param name="Negated">Whether the attributing is negated.</param>
/// <param name="Passive">Whether the verb is passive.</param>
/// <param name="Anchor">The token whose arguments are source and content: the head, or "quoted" of "was quoted as saying".</param>
internal sealed record Cue(int Head, List<int> Tokens, CueEntry? Entry, CueKind Kind, bool Negated, bool Passive, int Anchor)
{
    /// <summary>Whether the cue is of the form "quoted X as saying".</summary>
    public bool IsQuotedAs => Anchor != Head;

    public bool Has(CueFrames frame) => Entry?.Has(frame) == true;
}

/// <summary>Tokens chosen for a role, and why.</summary>
/// <param name="Tokens">Sorted; empty where nothing was found.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Why">One line with the parse relation.</param>
internal readonly record struct Choice(List<int> Tokens, string Rule, string Why)
{
    public static Choice None { get; } = new([], "none", "nothing found");

    public bool IsEmpty => Tokens is null || Tokens.Count == 0;
}

/// <summary>A statement in the making.</summary>
internal sealed class Attribution(Cue? cue, Choice source, Choice content)
{
    public Cue? Cue { get; } = cue;

    public Choice Source { get; set; } = source;

    public Choice Content { get; set; } = content;

    /// <summary>Head token of the phrase spoken to, or -1.</summary>
    public int Addressee { get; set; } = -1;

    /// <summary>The attribution in whose content this one stands.</summary>
    public Attribution? Parent { get; set; }

    /// <summary>The attribution that this one is about.</summary>
    public Attribution? About { get; set; }

    /// <summary>The attribution whose speaker goes on here, for a floating quotation.</summary>
    public Attribution? Continues { get; set; }

    /// <summary>The attribution whose statement, released by somebody, these words of the same speaker are taken from.</summary>
    public Attribution? Release { get; set; }

    /// <summary>Tokens of the phrase that hands the words on ("by state media"), with the relation it has.</summary>
    public List<(int Head, Core.Accounts.HopRelation Relation)> Hops { get; } = [];

    /// <summary>The phrase that tells in what print or on what occasion it was said, where it stood at the end of the content; else empty.</summary>
    public List<int> Medium { get; set; } = [];

    /// <summary>The act that the words themselves are, where it is another than asserting (“We will sue”); null elsewhere.</summary>
    public Core.Accounts.Stance? Act { get; set; }

    /// <summary>Whether cue and content are those of another attribution, of whose two sources this has the second.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whom the source cites for it ("the Herald, citing two officials, said"); else empty.</summary>
    public List<int> Cited { get; set; } = [];

    /// <summary>Whether the network reads its cue as one.</summary>
    public bool IsRead { get; set; }

    /// <summary>Token of a hedge, or -1.</summary>
    public int Hedge { get; set; } = -1;

    public int Order => Cue?.Head ?? Content.Tokens[0];
}
