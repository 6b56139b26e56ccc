namespace Parallax.Language.Phrases;

/// <summary>Makes the value of a phrase from what a rule's pattern captured; null refuses the match.</summary>
internal delegate object? PhraseAction(in PhraseMatch match);

/// <summary>An example of a rule: a text, the words it must find and what they must mean; or a text in which the rule must find nothing.</summary>
/// <param name="Text">The text.</param>
/// <param name="Phrase">The words that must be found; null for a <c>not:</c> line.</param>
/// <param name="Meaning">What they mean, in the notation of the area; null for a <c>not:</c> line.</param>
/// <param name="Line">Line of the rule file.</param>
internal sealed record RuleExample(string Text, string? Phrase, string? Meaning, int Line);

/// <summary>One rule of a rule file.</summary>
internal sealed class PhraseRule
{
    /// <summary>Unique id.</summary>
    public required string Id { get; init; }

    /// <summary>File and line, for messages.</summary>
    public required string Place { get; init; }

    /// <summary>Symbol of the category it makes.</summary>
    public required int Category { get; init; }

    /// <summary>Rank: rules earlier in the file win where two read the same words as the same category.</summary>
    public required int Rank { get; init; }

    /// <summary>What makes the value.</summary>
    public PhraseAction Action { get; set; } = static (in PhraseMatch _) => null;

    /// <summary>Constants of the <c>make:</c> line.</summary>
    public Dictionary<string, string> Constants { get; } = new(StringComparer.Ordinal);

    /// <summary>The lexeme before must have one of these symbols; empty: no condition.</summary>
    public int[] After { get; set; } = [];

    /// <summary>The lexeme before must have none of these.</summary>
    public int[] NotAfter { get; set; } = [];

    /// <summary>The lexeme after must have one of these, or the text or line ends; empty: no condition.</summary>
    public int[] Before { get; set; } = [];

    /// <summary>The lexeme after must have none of these.</summary>
    public int[] NotBefore { get; set; } = [];

    /// <summary>Examples in file order.</summary>
    public List<RuleExample> Examples { get; } = [];
}

/// <summary>One of the flat sequences a rule's pattern expands to.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Names">Name of the capture at each element, or null.</param>
internal sealed record PhraseVariant(PhraseRule Rule, string?[] Names);
