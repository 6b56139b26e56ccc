using System.Collections.Immutable;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds the claim on which reports differ in one value, and makes one of their clauses where none of them was a claim yet: what many only mention becomes a claim when they contradict each other on it.</summary>
internal sealed class ValueClaims(ReportSet set, ImmutableArray<ClaimDraft> drafts, ImmutableArray<Proposition> propositions, OriginFinder origins, IReadOnlyDictionary<string, int> order)
{
    private readonly ILookup<(string, int), (ClaimDraft Draft, Proposition Proposition)> _stands = drafts.SelectMany(static d => d.Own.Where(static s => !s.IsAnswer).Select(s => (d, s.Proposition))).ToLookup(static p => (p.Proposition.Report, p.Proposition.Sentence));

    private readonly ILookup<(string, int), Proposition> _propositions = propositions.ToLookup(static p => (p.Report, p.Sentence));

    private readonly SortedDictionary<string, ClaimDraft> _made = new(StringComparer.Ordinal);

    /// <summary>The claims made, by id.</summary>
    public IEnumerable<ClaimDraft> Made => _made.Values;

    /// <summary>The claim in whose clause one of the values stands, else in whose sentence, else a new one of the clauses around the values; null where no words tell it.</summary>
    /// <param name="told">The values.</param>
    /// <param name="least">Of how many clauses a new claim is made at least.</param>
    public ClaimDraft? Of(IReadOnlyCollection<(string Report, TextSpan Value)> told, int least = 2)
    {
        (string Report, int Sentence, TextSpan Value)[] places = [.. told.Select(t => (t.Report, set[t.Report].Tokens.SentenceOf(Math.Max(0, set[t.Report].Tokens.TokenAt(t.Value.Start))), t.Value))];
        ClaimDraft? known = places.SelectMany(t => _stands[(t.Report, t.Sentence)].Select(p => (p.Draft, p.Proposition, Holds: p.Proposition.Span.Contains(t.Value))))
            .OrderByDescending(static p => p.Holds).ThenBy(static p => p.Proposition.Span.Length).ThenBy(static p => p.Draft.Id, StringComparer.Ordinal).Select(static p => p.Draft).FirstOrDefault();
        if (known is not null)
        {
            return known;
        }

        // "the storm that killed 25 people": where no shortest clause stands by itself, the whole sentence does.
        Proposition[][] around = [.. places.Select(t => _propositions[(t.Report, t.Sentence)].Where(p => p is { IsClause: true, IsFinite: true, IsUnreal: false } && p.Span.Contains(t.Value)).OrderBy(static p => p.Span.Length).ThenBy(static p => p.Token).ToArray()).Where(static p => p.Length > 0)];
        if ((Made(static p => p[0]) ?? Made(static p => p[^1])) is not { } draft)
        {
            return null;
        }

        _made.TryAdd(draft.Id, draft);
        return draft;

        ClaimDraft? Made(Func<Proposition[], Proposition> one) => around.Select(one).DistinctBy(static p => p.Key, StringComparer.Ordinal).ToArray() is { } clauses && clauses.Length >= least ? ClaimMaker.OfValues(set, clauses, origins, order) : null;
    }
}
