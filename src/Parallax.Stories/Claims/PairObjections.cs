using System.Collections.Immutable;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>What speaks against two clauses telling one fact.</summary>
internal enum Objection : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Something that may be misread.</summary>
    Some,

    /// <summary>They are of two people, or of two steps before a court, so that no group holds both.</summary>
    Bars,
}

/// <summary>What speaks against two clauses telling one fact, and whether others stand in one role.</summary>
/// <remarks>Groups that grow ask for the same pairs again and again: what was found is remembered.</remarks>
/// <param name="propositions">What the reports tell.</param>
/// <param name="occasions">When and where each is.</param>
/// <param name="fates">Who died or was held.</param>
/// <param name="facts">How surely two tell one fact.</param>
internal sealed class PairObjections(ImmutableArray<Proposition> propositions, PropositionOccasions occasions, SameFate fates, OneFact facts)
{
    private readonly Dictionary<long, Objection> _known = [];
    private readonly Dictionary<long, bool> _others = [], _otherNames = [];

    /// <summary>What speaks against it.</summary>
    public Objection Of(int left, int right)
    {
        long pair = LikeClaims.Both(left, right);
        if (!_known.TryGetValue(pair, out Objection found))
        {
            _known[pair] = found = Find(left, right);
        }

        return found;
    }

    /// <summary>Whether others stand in one role; who died or was held, once by name and once without, is not asked.</summary>
    public bool NameOthers(int left, int right, bool byWords)
    {
        Dictionary<long, bool> known = byWords ? _otherNames : _others;
        long pair = LikeClaims.Both(left, right);
        if (!known.TryGetValue(pair, out bool found))
        {
            known[pair] = found = !fates.MayBeOneClaim(left, right) && GroupRoles.NameOthers(propositions[left], propositions[right], byWords);
        }

        return found;
    }

    private Objection Find(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        bool isOneFate = fates.MayBeOneClaim(left, right);
        return fates.AreOneAndSeveral(left, right) || (isOneFate && fates.Excludes(left, right)) || LegalSteps.Differ(one, two) || facts.Parted.Are(left, right) ? Objection.Bars
            : (isOneFate ? ClaimGrouping.OneVoiceTellsTwo(one, two) : ClaimGrouping.Clash(one, two)) || facts.ActOnOthers(left, right)
                || (!ClaimGrouping.IsContested(one) && !ClaimGrouping.IsContested(two) && occasions.Differ(left, right)) ? Objection.Some : Objection.None;
    }
}
