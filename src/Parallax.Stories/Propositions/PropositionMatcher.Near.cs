using Parallax.Core.Accounts;

namespace Parallax.Stories.Propositions;

/// <content>Participants of propositions that are told in near words.</content>
internal static partial class PropositionMatcher
{
    /// <summary>Compares two participants of propositions that are told in near words: somebody who is named and a person who is not ("Ada Quill", "the climber") may be one.</summary>
    public static SlotMatch MayBe(Participant? left, Participant? right)
    {
        SlotMatch match = Slot(left, right);
        if (match != SlotMatch.Different)
        {
            return match;
        }

        (Participant one, Participant two) = (left!, right!); // Those that differ are told.
        if (one.Entities.IsEmpty != two.Entities.IsEmpty)
        {
            (Participant named, Participant bare) = one.Entities.IsEmpty ? (two, one) : (one, two);
            return named.Kind == ActorKind.Person && named.Entities.Length == 1 && !bare.IsPlural && (bare.IsPerson || bare.Thing is null) ? SlotMatch.Unknown : match;
        }

        return one.Kind is ActorKind.Person or ActorKind.Country || two.Kind is ActorKind.Person or ActorKind.Country || !SharesNameWord(one, two) ? match : SlotMatch.Unknown;
    }

    // Somebody named in both, in whatever role: "was named coach of Varda", "Varda has appointed her".
    private static bool ShareName(Proposition left, Proposition right)
    {
        string? first = null;
        foreach (Participant ours in left.Participants)
        {
            foreach (string name in ours.Names)
            {
                if (name != first && IsIn(right, name))
                {
                    if (first is not null)
                    {
                        return true;
                    }

                    first = name;
                }
            }
        }

        return false;

        static bool IsIn(Proposition told, string name)
        {
            foreach (Participant theirs in told.Participants)
            {
                if (theirs.Names.AsSpan().Contains(name))
                {
                    return true;
                }
            }

            return false;
        }
    }

    // "the Vale fellowship", "the Vale prize": names of a thing that have a word in common.
    private static bool SharesNameWord(Participant left, Participant right)
    {
        foreach (string name in left.Names)
        {
            foreach (Range word in name.AsSpan().Split(' '))
            {
                if (name.AsSpan(word) is { Length: >= LongWord } own && HasWord(right, own))
                {
                    return true;
                }
            }
        }

        return false;

        static bool HasWord(Participant who, ReadOnlySpan<char> own)
        {
            foreach (string name in who.Names)
            {
                foreach (Range word in name.AsSpan().Split(' '))
                {
                    if (name.AsSpan(word).SequenceEqual(own))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
