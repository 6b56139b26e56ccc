using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds where those who tell one claim differ in where it was and in how sure it is.</summary>
internal static class CircumstanceFinder
{
    private const int MostPlaces = 12;

    private static readonly HashSet<string> Efforts = ["try", "attempt", "work", "struggle", "fight", "scramble", "battle", "strive", "hurry", "race"];

    private static readonly Lazy<HashSet<string>> Hedges = new(static () => StoriesData.Words("en/conflicts/hedges.txt"));

    /// <summary>Places that cannot both be where it was; with "compatible" where nothing tells whether one lies in the other.</summary>
    public static Conflict? Places(ReportSet set, ClaimDraft draft, Stand[] own, IReadOnlyDictionary<string, Entity> entities)
    {
        List<(Stand Stand, Entity Place)> told = [.. own.Where(static s => s is { Kind: PositionKind.Affirms, Basis: not StandBasis.Answer, Proposition.Event.Place: not null })
            .Select(s => (s, entities.GetValueOrDefault(s.Proposition.Event!.Place!))).Where(static t => t.Item2 is { Kind: ActorKind.Place or ActorKind.Country or ActorKind.Facility } place && place.Name.Any(char.IsUpper) && !place.Name.Any(char.IsDigit)).Select(static t => (t.s, t.Item2!))];
        (Stand Stand, Entity Place)[] distinct = [.. told.DistinctBy(static t => t.Place.Id, StringComparer.Ordinal).Take(MostPlaces)];
        foreach ((Stand Stand, Entity Place) first in distinct)
        {
            foreach ((Stand Stand, Entity Place) second in distinct)
            {
                if (string.CompareOrdinal(first.Place.Id, second.Place.Id) >= 0 || first.Stand.Proposition.Report == second.Stand.Proposition.Report || ShareWord(first.Place.Name, second.Place.Name) || IsNamedIn(set, first.Place, second.Stand) || IsNamedIn(set, second.Place, first.Stand))
                {
                    continue;
                }

                string? land = Land(first.Place), other = Land(second.Place);
                bool differ = land is not null && other is not null && land != other;
                if (!differ && (first.Place.Kind != ActorKind.Place || second.Place.Kind != ActorKind.Place))
                {
                    continue; // A land and a town in it.
                }

                (Stand Stand, Entity Place)[] sides = [.. told.Where(t => t.Place.Id == first.Place.Id || t.Place.Id == second.Place.Id)];
                return ConflictFinder.Write(
                    draft, ConflictKind.Place, differ ? ConflictRelation.Conflict : ConflictRelation.Compatible,
                    [.. sides.GroupBy(static s => s.Place.Name, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal).Select(static g => ConflictFinder.Side(g.Key, g.Select(static t => (t.Stand, t.Stand.Proposition.Span))))],
                    differ ? "they differ in where: two countries" : "two places are named; nothing tells whether one lies in the other");
            }
        }

        return null;
    }

    /// <summary>What one tells as certain and another as possible.</summary>
    public static Conflict? Certainty(ReportSet set, ClaimDraft draft, Stand[] own)
    {
        Stand[] certain = [.. own.Where(s => s is { Kind: PositionKind.Affirms, Basis: StandBasis.Words, Proposition: { Factuality: Factuality.Happened, IsFinite: true } } && s.Proposition.Statement?.Hedge is null && !IsHedged(set, s.Proposition))];
        Stand[] possible = [.. own.Where(s => s is { Basis: StandBasis.Words, Kind: PositionKind.Affirms or PositionKind.Qualifies, Proposition: { IsClause: true, IsFinite: true } } && (s.Proposition.Factuality == Factuality.Possible || s.Proposition.Statement?.Hedge is not null) && !IsOfOtherTime(s.Proposition, certain) && !IsAble(set, s.Proposition) && !IsTried(set, s.Proposition) && !TellsHow(set, s.Proposition))];
        // "allegedly" says that somebody says so: beside what is told as somebody's word it is no lesser certainty.
        if (Array.TrueForAll(possible, static p => p.Proposition.Statement is { Hedge: not null, Root.Kind: ActorKind.NotStated }))
        {
            certain = [.. certain.Where(static c => c.Proposition.Statement is null)];
        }

        // "was struck", "he allegedly struck her": what is doubted is who did it.
        bool differ = possible.Any(p => certain.Any(c => IsOneActor(c.Proposition.Actor, p.Proposition.Actor) && (Voices.Of(set, c.Proposition) != Voices.Of(set, p.Proposition) || c.Proposition.Report != p.Proposition.Report)));
        return differ
            ? ConflictFinder.Write(draft, ConflictKind.Modality, ConflictRelation.Compatible, [ConflictFinder.Side("told as certain", certain), ConflictFinder.Side("told as possible", possible)], "one tells as certain what the other tells as possible")
            : null;
    }

    // Told of one doer, or by both of none.
    private static bool IsOneActor(Participant? left, Participant? right) => (left is null && right is null) || PropositionMatcher.Slot(left, right) is SlotMatch.Same or SlotMatch.Related;

    // "tried to rescue her" is told as certain: what was tried.
    private static bool IsTried(ReportSet set, Proposition proposition)
    {
        Core.Layers.TokenLayer tokens = set[proposition.Report].Tokens;
        return proposition.Statement?.Hedge is null && tokens.Relations[proposition.Token] == "xcomp" && tokens.Heads[proposition.Token] is >= 0 and int head && Efforts.Contains(tokens.Lemmas[head]);
    }

    // "a flaw that thieves can exploit": what it allows, not that it may have been so.
    private static bool IsAble(ReportSet set, Proposition proposition)
    {
        Core.Layers.TokenLayer tokens = set[proposition.Report].Tokens;
        Core.Layers.Sentence sentence = tokens.Sentences[proposition.Sentence];
        return proposition.Statement?.Hedge is null && Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Any(t => tokens.Heads[t] == proposition.Token && tokens.Form(t) is "can");
    }

    // "she probably died instantly": what is not certain is how it came.
    private static bool TellsHow(ReportSet set, Proposition proposition)
    {
        Core.Layers.TokenLayer tokens = set[proposition.Report].Tokens;
        Core.Layers.Sentence sentence = tokens.Sentences[proposition.Sentence];
        return Enumerable.Range(proposition.Token + 1, Math.Max(0, sentence.EndToken - proposition.Token - 1)).Any(t => tokens.Heads[t] == proposition.Token && tokens.Relations[t] == "advmod"
            && tokens.Lemmas[t].EndsWith("ly", StringComparison.Ordinal) && !Hedges.Value.Contains(tokens.Lemmas[t].ToLowerInvariant()));
    }

    // "it appeared that …", "the alleged …": a word of the sentence says that it is not certain, whatever it stands beside.
    private static bool IsHedged(ReportSet set, Proposition proposition) =>
        WordList.Of(set[proposition.Report].Report.Text.Text, set[proposition.Report].Tokens.Sentences[proposition.Sentence].Span).Any(static w => Hedges.Value.Contains(w.Lower));

    // "probably shipped after the strike" doubts what nobody here tells as certain.
    private static bool IsOfOtherTime(Proposition possible, Stand[] certain) =>
        possible.Times.Any(t => t.Relation is not null && !Array.Exists(certain, c => c.Proposition.Times.Any(o => o.Relation == t.Relation && o.Anchor == t.Anchor)));

    /// <summary>The same words given to different speakers, on the first claim that holds them.</summary>
    public static IEnumerable<Conflict> Speakers(ReportSet set, ImmutableArray<ClaimDraft> drafts, ImmutableArray<Quotation> quotations)
    {
        Dictionary<string, ClaimDraft> draftOf = new(StringComparer.Ordinal);
        foreach (ClaimDraft draft in drafts)
        {
            foreach (Stand stand in draft.Own.Where(static s => s.Proposition.Statement is not null && !s.IsAnswer))
            {
                draftOf.TryAdd(stand.Proposition.Statement!.Id, draft); // Those without a statement are left out.
            }
        }

        foreach (Quotation quotation in quotations.Where(static q => q.Speaker is null))
        {
            Statement[] versions = [.. quotation.Versions.Where(static v => v.Statement is not null).Select(v => set[v.Report].Statements.First(s => s.Id == v.Statement))];
            Statement[] named = [.. versions.Where(s => s.Source is { Entity: not null, Kind: ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country } && s.Manner == Manner.Direct && IsNamedBeside(set, s) && IsBesideCue(set[s.Report], s))];
            // "officer", "Norland officer" beside a named one may be he.
            IGrouping<string, Statement>[] speakers = [.. named.Where(static s => char.IsUpper(s.Source.Name[0]) && char.IsUpper(s.Source.Name[s.Source.Name.LastIndexOf(' ') + 1])).GroupBy(static s => s.Source.Entity!, StringComparer.Ordinal).OrderBy(static g => g.First().Source.Name, StringComparer.Ordinal)];
            if (speakers.Length < 2 || speakers.Skip(1).Any(g => ShareWord(g.First().Source.Name, speakers[0].First().Source.Name)) || versions.Select(v => draftOf.GetValueOrDefault(v.Id)).FirstOrDefault(static d => d is not null) is not { } draft)
            {
                continue;
            }

            // A person and the body he speaks for may both be named as the speaker.
            bool oneKind = speakers.Select(static g => g.First().Source.Kind == ActorKind.Person).Distinct().Count() == 1;
            ConflictSide[] sides = [.. speakers.Select(static g => new ConflictSide(g.First().Source.Name, [.. g.Select(static s => new SideEvidence(s.Report, s.Content.Spans[0].Start, s.Content.Spans[0].End, s.Id, null))]))];
            yield return ConflictFinder.Write(draft, ConflictKind.Attribution, oneKind ? ConflictRelation.Conflict : ConflictRelation.Compatible, sides, $"the same words are given to {string.Join(" and to ", sides.Select(static s => s.Value))}");
        }
    }

    private static bool ShareWord(string left, string right) => WordList.Of(left).Where(static w => w.IsContent).Select(static w => w.Stem).Intersect(WordList.Of(right).Select(static w => w.Stem), StringComparer.Ordinal).Any();

    private static string? Land(Entity place) => place.Country ?? (place.Kind == ActorKind.Country ? place.Name : null);

    // A report that names the place, by itself or as a part of another name, knows of both.
    private static bool IsNamedIn(ReportSet set, Entity place, Stand stand) => place.Mentions.Any(m => m.Report == stand.Proposition.Report)
        || set[stand.Proposition.Report].Entities.Entities.Any(e => e.Kind is ActorKind.Place or ActorKind.Country or ActorKind.Facility && ShareWord(e.Name, place.Name));

    // "admitting: …", "he said": whom a word only stands for may be another.
    private static bool IsNamedBeside(ReportSet set, Statement statement)
    {
        Core.Text.TextSpan sentence = set[statement.Report].Tokens.Sentences[Math.Clamp(statement.Sentence, 0, set[statement.Report].Tokens.Sentences.Length - 1)].Span;
        return set[statement.Report].Report.Text.Slice(sentence).Contains(statement.Source.Name.Split(' ')[^1], StringComparison.Ordinal);
    }

    // "“We sail,” Vale said. “Nobody stays.” | Kolt snapped back": who speaks in another sentence than the words stand in need not have said them.
    private static bool IsBesideCue(Core.Layers.AnnotatedReport report, Statement statement) => statement.Cue.Spans is [var cue, ..]
        && report.Tokens.Sentences[report.Tokens.SentenceOf(report.Tokens.TokenAt(cue.Start))].Span is var sentence && statement.Content.Spans.Any(sentence.Overlaps);
}
