using System.Collections.Frozen;
using Parallax.Language.Coreference;

namespace Parallax.Language.Events.Modality;

/// <summary>The word classes of <c>Data/en/events/factuality.txt</c>.</summary>
internal static class FactualityCues
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = DataFile.Pairs("en/events/factuality.txt")
        .ToFrozenDictionary(static p => p.Key, static p => p.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether a lemma belongs to a class of the file.</summary>
    public static bool Is(string cueClass, string lemma) => Classes[cueClass].Contains(lemma);

    /// <summary>What a word does to the clause or object under it.</summary>
    public static CueEffect EffectOf(string lemma) =>
        Is("false", lemma) ? CueEffect.Denies
        : Is("planned", lemma) ? CueEffect.Plans
        : Is("possible", lemma) ? CueEffect.Supposes
        : Is("hypothetical", lemma) ? CueEffect.Imagines
        : Is("true", lemma) ? CueEffect.Keeps : CueEffect.None;
}

/// <summary>What a word does to the factuality of the event under it.</summary>
internal enum CueEffect
{
    /// <summary>Nothing known.</summary>
    None,

    /// <summary>Leaves it as it is.</summary>
    Keeps,

    /// <summary>Says that it does not happen.</summary>
    Denies,

    /// <summary>Makes it a plan.</summary>
    Plans,

    /// <summary>Makes it a possibility.</summary>
    Supposes,

    /// <summary>Makes it a thought, wish or condition.</summary>
    Imagines,
}
