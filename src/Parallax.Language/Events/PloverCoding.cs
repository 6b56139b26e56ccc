using Parallax.Core.Accounts;

namespace Parallax.Language.Events;

/// <summary>PLOVER's rule for what is not told as done: the coding that a PLOVER record gets, where the event itself keeps its type and its factuality.</summary>
public static class PloverCoding
{
    /// <summary>The type under which PLOVER codes an event of this type and factuality: planned cooperation is AGREE, planned or threatened conflict is THREATEN.</summary>
    /// <param name="type">Type of the event as if it were done.</param>
    /// <param name="factuality">How it is told.</param>
    /// <returns>The type, or <see cref="PloverType.NONE"/> for what did not happen and is no act of refusal.</returns>
    public static PloverType Resolve(PloverType type, Factuality factuality) => factuality switch
    {
        Factuality.Planned => type switch
        {
            PloverType.CONSULT or PloverType.SUPPORT or PloverType.COOPERATE or PloverType.AID or PloverType.RETREAT => PloverType.AGREE,
            PloverType.SANCTION or PloverType.COERCE or PloverType.ASSAULT or PloverType.MOBILIZE => PloverType.THREATEN,
            _ => type,
        },
        Factuality.DidNotHappen => PloverType.NONE,
        Factuality.Hypothetical when type is PloverType.ASSAULT or PloverType.COERCE or PloverType.SANCTION => PloverType.THREATEN,
        _ => type,
    };
}
