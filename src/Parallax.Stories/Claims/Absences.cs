using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Adds to claims who says that there was nothing of the kind: "nobody was hurt" beside "killed many sailors", "no damage" beside "destroyed the yard", "there was no such yard" beside "struck the yard".</summary>
/// <remarks>Both must be of one place of the story, or of one breath of one report; who says both of them, and who says it before the others knew, denies nothing.</remarks>
internal sealed class Absences(ReportSet set, IReadOnlyDictionary<string, int> storyOf, OriginFinder origins, IReadOnlyDictionary<string, int> order)
{
    private const int SentencesOfOneBreath = 2, SentencesToThing = 8;

    private static readonly string[] Matters = ["dead", "hurt", "damage"];

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Table = new(static () => StoriesData.Lines("en/claims/absences.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    // Names of places by story, and those found in a sentence or beside it.
    private readonly Lazy<Dictionary<int, string[]>> _places = new(() => set.Reports.GroupBy(r => storyOf[r.Report.Id]).ToDictionary(static g => g.Key,
        static g => g.SelectMany(static r => r.Entities.Entities).Where(static e => e.Kind == ActorKind.Place).Select(static e => e.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray()));
    private readonly Dictionary<(string Report, int Sentence), HashSet<string>> _placesOf = [];

    /// <summary>The drafts, with those that say that there was none; what only denies it is no claim of its own any more.</summary>
    public List<ClaimDraft> Apply(List<ClaimDraft> drafts)
    {
        AbsenceReader reader = new(Table.Value);
        Absence[] absences = [.. set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }).SelectMany(reader.Read)];
        if (absences.Length == 0)
        {
            return drafts;
        }

        HashSet<(string, int, string?)> none = [.. absences.Select(static a => (a.Report, a.Sentence, a.Statement?.Id))];
        HashSet<int> stories = [.. absences.Select(a => storyOf[a.Report])];
        ILookup<int, Told> told = drafts.SelectMany((d, i) => d.Own.Where(s => stories.Contains(storyOf[s.Proposition.Report]) && !none.Contains((s.Proposition.Report, s.Proposition.Sentence, s.Proposition.Statement?.Id)) && IsTold(s)).Select(s => new Told(i, s, MattersOf(s.Proposition))))
            .ToLookup(t => storyOf[t.Stand.Proposition.Report]);
        SortedDictionary<int, List<Stand>> added = [];
        DisjointSets linked = new(drafts.Count);
        HashSet<int> claims = [];
        foreach (Absence absence in absences)
        {
            HashSet<string> places = PlacesOf(absence.Report, absence.Sentence);
            IEnumerable<Told> there = told[storyOf[absence.Report]];
            Told[] denied = [.. there.Where(t => IsDenied(absence, places, t))];
            if (denied.Length == 0 || (absence.Thing is null && absence.Statement is not { Stance: Stance.Denies } && SaysBoth(absence, there)))
            {
                continue;
            }

            foreach (int claim in denied.Select(static t => t.Draft).Distinct())
            {
                Add(claim, [Denier(absence, denied[0].Stand)]);
                if (absence.Thing is null)
                {
                    _ = claims.Add(claim);
                    linked.Join(denied[0].Draft, claim);
                }
            }
        }

        foreach (int[] group in linked.Sets().Select(s => s.Where(claims.Contains).ToArray()).Where(static s => s.Length > 1))
        {
            // The claim that most reports tell has all who tell it and all who deny it.
            int first = group.OrderByDescending(d => drafts[d].Own.Select(static s => s.Proposition.Report).Distinct(StringComparer.Ordinal).Count()).ThenBy(d => drafts[d].Id, StringComparer.Ordinal).First();
            foreach (int other in group.Where(d => d != first))
            {
                Add(first, told.SelectMany(static t => t).Where(t => t.Draft == other && t.Matters.Length > 0).Select(static t => t.Stand with { Basis = StandBasis.Wider, Why = t.Stand.Why + ", who says this and more" }));
                Add(first, drafts[other].Own.Where(static s => s is { Kind: PositionKind.Denies, Basis: StandBasis.Words, Proposition.Statement.Stance: Stance.Denies }).Select(static s => s with { Basis = StandBasis.Answer }));
                Add(first, added[other]);
            }
        }

        return [.. drafts.Select((d, i) => added.TryGetValue(i, out List<Stand>? more) ? d with { Stands = [.. d.Stands.Concat(more).OrderBy(s => order[s.Proposition.Report]).ThenBy(static s => s.Proposition.Token)] } : d)
            .Where(d => !IsOnlyThis(d, added))];

        void Add(int claim, IEnumerable<Stand> stands)
        {
            List<Stand> list = added.TryGetValue(claim, out List<Stand>? own) ? own : added[claim] = [];
            list.AddRange(stands.Where(s => !drafts[claim].Stands.Concat(list).Any(o => o.Kind == s.Kind && o.Proposition.Report == s.Proposition.Report && (s.Proposition.Statement is { } said ? o.Proposition.Statement?.Id == said.Id : o.Proposition.Sentence == s.Proposition.Sentence && o.Proposition.Statement is null))).DistinctBy(static s => (s.Proposition.Report, s.Proposition.Statement?.Id, s.Proposition.Sentence)).ToArray());
        }
    }

    // "denied that there were any casualties", which stands beside what it denies.
    private static bool IsOnlyThis(ClaimDraft draft, SortedDictionary<int, List<Stand>> added) => draft.Stands.All(s => s is { Kind: PositionKind.Denies, Proposition.Statement: { Stance: Stance.Denies } denial }
        && added.Values.Any(list => list.Any(m => m.Kind == PositionKind.Denies && m.Proposition.Statement?.Id == denial.Id)));

    private bool IsTold(Stand stand)
    {
        Proposition told = stand.Proposition;
        return stand is { Kind: PositionKind.Affirms, Basis: StandBasis.Words } && told is { IsNegated: false, IsUnreal: false, IsNominal: false, Factuality: not (Factuality.Planned or Factuality.Possible or Factuality.Hypothetical or Factuality.DidNotHappen) }
            && told.Statement is null or { Stance: Stance.Asserts or Stance.Accuses or Stance.Admits or Stance.Confirms } && (told.Recipient ?? told.Object ?? told.Actor) is not null
            && set[told.Report].Tokens.Relations[told.Top] is var relation && relation != "acl:relcl" && (told.Statement is not null || !relation.StartsWith("acl", StringComparison.Ordinal)); // "the raid in which two died": another
    }

    private static string[] MattersOf(Proposition told) => [.. Matters.Where(m => Table.Value[m].Contains(told.Lemma.ToLowerInvariant()) || (m == "dead" && told.Class is "kill"))];

    private bool IsDenied(Absence absence, HashSet<string> places, Told told)
    {
        Proposition other = told.Stand.Proposition;
        bool isOneReport = absence.Report == other.Report;
        if (absence.Thing is { } thing)
        {
            return isOneReport && absence.Sentence - other.Sentence is > 0 and <= SentencesToThing && !IsOneVoice(absence, other) && Table.Value["done"].Contains(other.Class) && (other.Recipient ?? other.Object)?.Head == thing;
        }

        bool isHot = absence.Statement is { Stance: Stance.Denies };
        if (!absence.Matters.Intersect(told.Matters, StringComparer.Ordinal).Any() || (isOneReport && IsOneVoice(absence, other)) || (!isHot && set.IsBefore(absence.Report, other.Report)))
        {
            return false;
        }

        // "the yard was destroyed, A said", and in the same report "B said that there was no damage".
        bool isOneBreath = isOneReport && absence.Statement is not null && other.Statement is not null
            && (Math.Abs(absence.Sentence - other.Sentence) <= SentencesOfOneBreath || absence.Matters.Contains("damage", StringComparer.Ordinal)) && (places.Count == 0 || PlacesOf(told).Count == 0 || places.Overlaps(PlacesOf(told)));
        return isOneBreath || ((!isOneReport || other.Statement is not null || isHot) && places.Overlaps(PlacesOf(told)));
    }

    private static bool IsOneVoice(Absence absence, Proposition other) => absence.Statement is not { } said ? other.Statement is null
        : other.Statement is { } voice && (said.Id == voice.Id || (said.Source.Entity is { } entity ? entity == voice.Source.Entity : string.Equals(said.Source.Name, voice.Source.Name, StringComparison.OrdinalIgnoreCase)));

    // "nobody was hurt in the crash", in a report that tells in the same voice of people killed: two things.
    private static bool SaysBoth(Absence absence, IEnumerable<Told> told) => told.Any(t => t.Stand.Proposition.Report == absence.Report && (t.Stand.Proposition.Statement is null || IsOneVoice(absence, t.Stand.Proposition)) && absence.Matters.Intersect(t.Matters, StringComparer.Ordinal).Any());

    // The places of its sentence, else of those beside it.
    private HashSet<string> PlacesOf(string report, int sentence)
    {
        if (_placesOf.TryGetValue((report, sentence), out HashSet<string>? found))
        {
            return found;
        }

        HashSet<string> own = [.. Places(report, sentence)];
        return _placesOf[(report, sentence)] = own.Count > 0 ? own : [.. Places(report, sentence - 1), .. Places(report, sentence + 1)];
    }

    private HashSet<string> PlacesOf(Told told) => PlacesOf(told.Stand.Proposition.Report, told.Stand.Proposition.Sentence);

    // Also where the name is a part of another ("the Brevik raid").
    private IEnumerable<string> Places(string id, int sentence)
    {
        AnnotatedReport report = set[id];
        if (sentence < 0 || sentence >= report.Tokens.Sentences.Length)
        {
            return [];
        }

        TextSpan span = report.Tokens.Sentences[sentence].Span;
        return _places.Value[storyOf[id]].Where(n => IsNamed(report, span, n));
    }

    // "Brevik denied it": a government by its seat is no place.
    private static bool IsNamed(AnnotatedReport report, TextSpan sentence, string name)
    {
        string text = report.Report.Text.Text;
        int at = text.IndexOf(name, sentence.Start, sentence.Length, StringComparison.Ordinal), end = at + name.Length;
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (end >= text.Length || !char.IsLetter(text[end]))
            && !report.Entities.Entities.Any(e => e.Kind is ActorKind.Country or ActorKind.Government && e.Mentions.Any(m => m.Report == report.Report.Id && m.Start < end && at < m.End));
    }

    private Stand Denier(Absence absence, Stand denied)
    {
        Proposition none = denied.Proposition with
        {
            Key = $"{absence.Report}:{absence.Token:D6}:none", Report = absence.Report, Sentence = absence.Sentence, Token = absence.Token, Top = absence.Token, Span = absence.Span, Core = absence.Span, Statement = absence.Statement,
            Event = null, IsMain = false, IsNominal = false, Actor = null, Object = null, Recipient = null, Others = [], Purposes = [], Subject = null, Times = [], Figures = [], Pole = null, Stems = [],
        };
        return new Stand(none, PositionKind.Denies, absence.Statement is { } said ? origins.Of(said) : origins.OfOwnVoice(absence.Report), absence.Statement is { Cue.Text: { } cue } ? $"“{cue}”, that there was none" : "the report says that there was none", StandBasis.Answer);
    }

    private sealed record Told(int Draft, Stand Stand, string[] Matters);
}
