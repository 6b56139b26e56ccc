using Parallax.Core.Accounts;

namespace Parallax.Language.Events.Triggers;

/// <summary>A kind of event with the ways in which it is told.</summary>
internal sealed record EventRule
{
    private static readonly string[] AnySlot = ["obj", "iobj", "to", "against", "on", "with", "from", "of", "for", "in", "at"];

    /// <summary>Its id (<c>consult.visit</c>).</summary>
    public required string Id { get; init; }

    /// <summary>PLOVER type.</summary>
    public PloverType Type { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>CAMEO code, or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>Whether it is told by a construction and not by a word of its own.</summary>
    public bool IsConstruction { get; init; }

    /// <summary>Whether all who take part are actors.</summary>
    public bool Mutual { get; init; }

    /// <summary>Whether the subject is the recipient and whoever stands in the slots the actor ("received drones from").</summary>
    public bool Reversed { get; init; }

    /// <summary>Where the recipient stands, first that is filled: <c>obj</c>, <c>iobj</c>, or a preposition.</summary>
    public IReadOnlyList<string> Recipient { get; init; } = AnySlot;

    /// <summary>Whether the owner of a noun of it is whom it is done to ("the banker's arrest"), bodies that do such things left out.</summary>
    public bool IsUndergone { get; init; }

    /// <summary>Whether the rule says itself where the recipient stands.</summary>
    public bool HasOwnRecipient => !ReferenceEquals(Recipient, AnySlot);

    /// <summary>Sentences with the type and mode they must give.</summary>
    public IReadOnlyList<(string Sentence, string Expected)> Examples { get; init; } = [];

    /// <summary>Sentences that must give no event of this rule.</summary>
    public IReadOnlyList<string> Counterexamples { get; init; } = [];
}
