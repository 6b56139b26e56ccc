using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Happenings;

/// <summary>Events that a report only names in passing, or tells as how things stand, so that nothing is told to have happened by them.</summary>
internal static class PassingMentions
{
    /// <summary>Whether a telling is none of a happening of its own, where no other report tells it.</summary>
    public static bool Holds(ReportSet set, Proposition told)
    {
        TokenLayer tokens = set[told.Report].Tokens;
        if (tokens.Sentences[told.Sentence].Part is TextPart.Title or TextPart.Heading or TextPart.Caption || told.Times.Any(static t => t is { Relation: null, Interval.Precision: not Core.Time.TimePrecision.Unknown }))
        {
            return false;
        }

        // "at odds over the pact with Norland", "the threat from the guild"; "who backs Orsk", "Norland is deepening its ties".
        return (told.IsNominal && !IsGathering(told.Event!)) || (IsStance(told.Event!) && PresentTense.Has(tokens, told.Top));
    }

    // "at a rally in Lanor": where people came together or went.
    private static bool IsGathering(Event told) => told is { Plover: PloverType.CONSULT or PloverType.PROTEST, Place: not null } or { Plover: PloverType.CONSULT, Mode: "visit" };

    // What somebody feels, wants or gives now goes on; a blow or an arrest is done.
    private static bool IsStance(Event told) => told.Mode is not "investigate" and not "allege"
        && told.Plover is PloverType.SUPPORT or PloverType.COOPERATE or PloverType.AID or PloverType.REQUEST or PloverType.ACCUSE or PloverType.REJECT or PloverType.THREATEN or PloverType.AGREE;
}
