using Parallax.Core.Accounts;
using Parallax.Core.Time;
using Parallax.Stories.Conflicts;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Compares the figures and times that are told on one claim.</summary>
internal static class ClaimValues
{
    private static readonly HashSet<string> Growing = ["die", "kill", "wound", "treat", "arrest", "rescue", "find", "evacuate", "flee", "grow", "fall"];

    /// <summary>The draft in which those who affirm it with another figure or time than its words tell are marked as such.</summary>
    public static ClaimDraft Apply(ReportSet set, ClaimDraft draft)
    {
        if (draft.Wording is not { } wording)
        {
            return draft;
        }

        draft = draft with { Stands = [.. draft.Stands.Where(s => s.Proposition == wording.Proposition || !TellsLess(set, s, wording))] };
        Figure[] figures = [.. wording.Proposition.Figures.Where(f => wording.Holds(f.Span))];

        // "has seized 14 rifles so far", "seized six rifles in the raid": the one says nothing of the other.
        draft = draft with { Stands = [.. draft.Stands.Where(s => s.Proposition == wording.Proposition || s is not { Kind: PositionKind.Affirms, Basis: StandBasis.Words } || !figures.Any(f => s.Proposition.Figures.Any(g => Comparable(f, g) && !PropositionMatcher.IntervalsMeet(f, g) && !FigureOccasions.MayShareScope(f, g))))] };
        TimeBound[] times = [.. wording.Proposition.Times.Where(t => wording.Holds(t.Span))];
        return draft with
        {
            Stands =
            [
                .. draft.Stands.Select(s => s is { Kind: PositionKind.Qualifies, Basis: StandBasis.Words } && wording.Proposition.Factuality == Factuality.Possible ? s with { Kind = PositionKind.Affirms } : s is not { Kind: PositionKind.Affirms, Basis: StandBasis.Words } || s.Proposition == wording.Proposition ? s
                    : figures.FirstOrDefault(f => s.Proposition.Figures.Any(g => Comparable(f, g)) && !s.Proposition.Figures.Any(g => Comparable(f, g) && PropositionMatcher.IntervalsMeet(f, g))) is { } other
                        ? s with { Kind = PositionKind.Qualifies, Basis = StandBasis.Value, Why = s.Why + ", with another figure" }
                    : Sums(set, wording) is { Length: > 0 } sums && Sums(set, s.Proposition.Report, s.Proposition.Span) is { Length: > 0 } theirs && !sums.Any(f => theirs.Any(g => f.Unit == g.Unit && PropositionMatcher.IntervalsMeet(f, g)))
                        ? s with { Kind = PositionKind.Qualifies, Basis = StandBasis.Value, Why = s.Why + ", with another sum of money" }
                    : times.Any(t => s.Proposition.Times.Any(u => !PropositionMatcher.TimeBoundsAgree(t, u))) ? s with { Kind = ClaimGrouping.IsContested(s.Proposition) ? PositionKind.Denies : PositionKind.Qualifies, Basis = StandBasis.Value, Why = s.Why + ", at another time" }
                    : Degrees.IsWeaker(s.Proposition.Lemma, wording.Proposition.Lemma) && !SharedWords.TellsPredicate(set, s, wording.Proposition) ? s with { Kind = PositionKind.Qualifies, Basis = StandBasis.Value, Why = s.Why + ", in a word that tells less" }
                    : SharedWords.TellsBareAct(set, s, wording) ? s with { Kind = PositionKind.Qualifies, Basis = StandBasis.Value, Why = s.Why + ", the bare act alone" }
                    : s),
            ],
        };
    }

    // "causing damage", said beside something else, does not say that the damage is 54 million.
    private static bool TellsLess(ReportSet set, Stand stand, Wording wording)
    {
        Proposition told = stand.Proposition;
        return stand is { Kind: PositionKind.Affirms, Basis: StandBasis.Words } && !told.IsMain && !ClaimGrouping.IsContested(told) && !ClaimGrouping.IsContested(wording.Proposition)
            && Sums(set, wording).Length > 0 && Sums(set, told.Report, set[told.Report].Tokens.Sentences[told.Sentence].Span).Length == 0;
    }

    private static Figure[] Sums(ReportSet set, Wording wording) => [.. Sums(set, wording.Proposition.Report, wording.Span).Where(f => wording.Holds(f.Span))];

    // All sums told in the words, in whatever currency and however deep: "loaded with oil worth 100 million".
    private static Figure[] Sums(ReportSet set, string report, Core.Text.TextSpan span) => [.. set[report].Figures.Where(f => f.Unit.Length == 3 && char.IsAsciiLetterUpper(f.Unit[0]) && span.Contains(f.Span))];

    /// <summary>Whether two figures tell the same quantity, in whatever words.</summary>
    public static bool Comparable(Figure left, Figure right) => left.Aspect == right.Aspect && (left.Unit == right.Unit || left.Unit == "person" || right.Unit == "person");

    /// <summary>Whether of two figures that differ the one replaces the other: told of another time, by the same voice later, or of a count that goes on.</summary>
    public static bool IsUpdate(ReportSet set, Proposition left, Figure figure, Proposition right, Figure other)
    {
        if (figure.AsOf is { } asOf && other.AsOf is { } until && !TimexInterval.Parse(asOf).Compatible(TimexInterval.Parse(until)))
        {
            return true;
        }

        if (!set.IsBefore(left.Report, right.Report) && !set.IsBefore(right.Report, left.Report))
        {
            return false;
        }

        bool sameVoice = left.Statement?.Source.Entity is { } voice && voice == right.Statement?.Source.Entity;
        return sameVoice || (Quantities.IsOfPeople(figure.Unit) && (Growing.Contains(left.Counted ?? left.Class) || Growing.Contains(right.Counted ?? right.Class)));
    }
}
