using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Adds to the claim that somebody was responsible for an act who denies it in other words: "Norland was behind the raid", "Norland denied any involvement in the raid"; and to what is denied who accuses him of it.</summary>
/// <remarks>One party and one act. The claim of most reports has all who lay the act to that party and all who deny it; what is nothing but such a denial is no claim of its own.</remarks>
internal sealed class BlameDenials(ReportSet set, ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, int> storyOf, OriginFinder origins, IReadOnlyDictionary<string, int> order)
{
    private const int SentencesToCharge = 6;

    private readonly BlameReader _reader = new(set);

    /// <summary>The drafts, with those that deny their part.</summary>
    public List<ClaimDraft> Apply(List<ClaimDraft> drafts)
    {
        (Statement Denial, Blame Of)[] denials = [.. set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }).SelectMany(static r => r.Statements).Where(static s => s is { Stance: Stance.Denies, About: null, Content.Spans.Length: > 0 })
            .Select(s => (Denial: s, Of: _reader.OfDenial(s))).Where(static p => p.Of is not null).Select(p => (p.Denial, Known(p.Denial, p.Of!)))]; // Asked for just before.
        if (denials.Length == 0)
        {
            return drafts;
        }

        (int Draft, Stand Stand, Blame Of)[] laid = [.. drafts.SelectMany((d, i) => d.Own.Where(static s => s is { Kind: PositionKind.Affirms or PositionKind.Qualifies, Basis: StandBasis.Words, SaysSo: true })
            .Select(s => (Draft: i, Stand: s, Of: _reader.OfClause(s.Proposition))).Where(static p => p.Of is not null).Select(static p => (p.Draft, p.Stand, p.Of!)))]; // Asked for just before.
        SortedDictionary<int, List<Stand>> added = [];
        foreach ((Statement denial, Blame part) in denials)
        {
            var charges = laid.Where(l => storyOf[l.Stand.Proposition.Report] == storyOf[denial.Report] && l.Of.IsOf(part) && Voices.Of(set, l.Stand.Proposition) != denial.Source.Name).ToArray();
            if (charges.Length == 0)
            {
                AddAccusers(denial, part);
                continue;
            }

            int first = charges.GroupBy(static c => c.Draft).OrderByDescending(g => drafts[g.Key].Own.Select(static s => s.Proposition.Report).Distinct(StringComparer.Ordinal).Count()).ThenBy(g => drafts[g.Key].Id, StringComparer.Ordinal).First().Key;
            Add(first, charges.Where(c => c.Draft != first).Select(static c => c.Stand with { Basis = StandBasis.Wider, Why = c.Stand.Why + ", who lays it to the same" }));
            Add(first, [Answer(denial, charges.First(c => c.Draft == first).Stand, PositionKind.Denies, "the part in it")]);
        }

        return [.. drafts.Select((d, i) => added.TryGetValue(i, out List<Stand>? more) ? d with { Stands = [.. d.Stands.Concat(more).OrderBy(s => order[s.Proposition.Report]).ThenBy(static s => s.Proposition.Token)] } : d)
            .Where(d => !IsOnlyThis(d, added))];

        // "accused Norland of the raid": no claim of its own, but a word for what Norland denies.
        void AddAccusers(Statement denial, Blame part)
        {
            int own = drafts.FindIndex(d => d.Stands.Any(s => s.Kind == PositionKind.Denies && s.Proposition.Statement?.Id == denial.Id));
            if (own >= 0)
            {
                Add(own, set.Reports.Where(r => storyOf[r.Report.Id] == storyOf[denial.Report]).SelectMany(static r => r.Statements)
                    .Where(s => s is { Stance: Stance.Accuses, About: null, Content.Spans.Length: > 0 } && s.Source.Name != denial.Source.Name && _reader.OfCharge(s) is { } charge && charge.IsOf(part))
                    .Select(s => Answer(s, drafts[own].Stands[0], PositionKind.Affirms, "of it")));
            }
        }

        void Add(int claim, IEnumerable<Stand> stands)
        {
            List<Stand> list = added.TryGetValue(claim, out List<Stand>? own) ? own : added[claim] = [];
            list.AddRange([.. stands.Where(s => !drafts[claim].Stands.Concat(list).Any(o => o.Kind == s.Kind && o.Proposition.Report == s.Proposition.Report && o.Proposition.Statement?.Id == s.Proposition.Statement?.Id))]);
        }
    }

    // "their country", of officials without a name: the one to whom the report has just laid it.
    private Blame Known(Statement denial, Blame part)
    {
        if (!part.IsOpen)
        {
            return part;
        }

        Blame[] charges = [.. propositions.Where(p => p.Report == denial.Report && denial.Sentence - p.Sentence is > 0 and <= SentencesToCharge).Select(p => _reader.OfClause(p, orIsOpen: true)).OfType<Blame>()];
        return charges.Length > 0 && charges.All(c => c.Countries.Count > 0 && c.Countries.SetEquals(charges[0].Countries)) ? part with { Countries = charges[0].Countries } : part;
    }

    private static bool IsOnlyThis(ClaimDraft draft, SortedDictionary<int, List<Stand>> added) => draft.Stands.All(s => s is { Kind: PositionKind.Denies, Proposition.Statement: { Stance: Stance.Denies } denial }
        && added.Values.Any(list => list.Any(m => m.Kind == PositionKind.Denies && m.Proposition.Statement?.Id == denial.Id)));

    private Stand Answer(Statement said, Stand told, PositionKind kind, string what)
    {
        int token = set[said.Report].Tokens.TokenAt(said.Content.Spans[0].Start);
        Proposition answer = told.Proposition with
        {
            Key = $"{said.Report}:{token:D6}:part", Report = said.Report, Sentence = said.Sentence, Token = token, Top = token, Span = said.Content.Spans[0], Core = said.Content.Spans[0], Statement = said,
            Event = null, IsMain = false, Actor = null, Object = null, Recipient = null, Others = [], Purposes = [], Subject = null, Times = [], Figures = [], Pole = null, Stems = [],
        };
        return new Stand(answer, kind, origins.Of(said), $"“{said.Cue.Text}”, {what}", StandBasis.Answer);
    }
}
