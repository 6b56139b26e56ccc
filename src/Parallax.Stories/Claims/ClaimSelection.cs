using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Decides which groups of propositions are told as claims, and which claims add nothing to others.</summary>
internal static class ClaimSelection
{
    /// <summary>The groups (indices) worth telling: told by several, told and denied, or whole and of weight; then, for every statement that is in none of these, the group of what it mainly says.</summary>
    public static List<int> Groups(ReportSet set, ImmutableArray<Proposition> propositions, bool[] eligible, List<List<int>> groups, Dictionary<int, int> groupOf, IReadOnlySet<string> contested)
    {
        List<int> chosen = [];
        HashSet<int> isChosen = [];
        HashSet<string> told = new(StringComparer.Ordinal);

        // "that the crew was warned before the ferry sank": the sinking may be in a claim; what is mainly said is not yet told with it.
        HashSet<string> saysMainly = [.. Enumerable.Range(0, propositions.Length).Where(i => eligible[i] && propositions[i] is { IsMain: true, Statement: not null }).Select(i => propositions[i].Statement!.Id)];
        for (int g = 0; g < groups.Count; g++)
        {
            Proposition[] members = [.. groups[g].Where(m => eligible[m]).Select(m => propositions[m])];
            if (members.Length > 0 && IsWorthTelling(set, members))
            {
                chosen.Add(g);
                isChosen.Add(g);
                told.UnionWith(members.Where(m => m.IsMain || m.Statement is null || !saysMainly.Contains(m.Statement.Id)).Select(static m => m.Statement?.Id).OfType<string>());
            }
        }

        ILookup<string, int> of = Enumerable.Range(0, propositions.Length).Where(i => eligible[i] && propositions[i].Statement is not null).ToLookup(i => propositions[i].Statement!.Id, StringComparer.Ordinal);
        foreach (Statement statement in set.Reports.SelectMany(static r => r.Statements).Where(s => !told.Contains(s.Id)))
        {
            int best = of[statement.Id].Where(i => !Untold.IsEmptyAct(set[propositions[i].Report], propositions[i]) && ClaimGrouping.TellsAlone(set[propositions[i].Report], propositions[i], statement, contested.Contains(statement.Id)))
                .OrderByDescending(i => propositions[i].IsMain).ThenByDescending(i => propositions[i].IsClause).ThenBy(i => propositions[i].Token).FirstOrDefault(-1);
            if (best >= 0 && isChosen.Add(groupOf[best]))
            {
                chosen.Add(groupOf[best]);
            }
        }

        return chosen;
    }

    /// <summary>The statements that somebody else denies or doubts by pointing at them ("a charge that the council rejected"), or that whoever tells them calls wrong.</summary>
    public static HashSet<string> Contested(ReportSet set) => [.. set.Reports.SelectMany(static r => r.Statements.Where(static s => s is { Stance: Stance.Denies or Stance.Doubts, About: not null }).Select(static s => s.About!)
        .Concat(r.Statements.Where(s => Mistaken.WordOf(r, s) is not null).Select(static s => s.Id)))];

    /// <summary>The drafts without those that are a part of another: told by the same, in words that stand inside the other's, with no other position.</summary>
    public static List<ClaimDraft> WithoutParts(ReportSet set, List<ClaimDraft> drafts)
    {
        ILookup<(string, string?, int), ClaimDraft> bySource = drafts.SelectMany(static d => d.Stands.Select(s => (Draft: d, s.Proposition))).ToLookup(static p => Place(p.Proposition), static p => p.Draft);
        HashSet<string> answers = [.. drafts.SelectMany(static d => d.Stands).Where(static s => s.IsAnswer).Select(static s => s.Proposition.Statement!.Id)];
        drafts = [.. drafts.Where(d => !d.Stands.All(s => s.IsAnswer || (s.Proposition.Statement is { } statement && answers.Contains(statement.Id))))];
        return [.. drafts.Where(d => !bySource[Place(d.Stands[0].Proposition)].Distinct().Any(other => other != d && IsPart(d, other) && IsShownBy(set, d, other)))];
    }

    /// <summary>The drafts without those that would be shown by the words of another: the words tell what they mainly say, then what most reports tell.</summary>
    public static List<ClaimDraft> WithoutTwins(ReportSet set, List<ClaimDraft> drafts) =>
        [.. drafts.GroupBy(d => (d.Wording!.Proposition.Report, d.Wording.Text(set[d.Wording.Proposition.Report]), d.Wording.Span)) // Drafts without words are not kept.
            .Select(static g => g.OrderByDescending(static d => d.Wording!.Proposition.IsMain).ThenByDescending(static d => d.Own.Select(static s => s.Proposition.Report).Distinct(StringComparer.Ordinal).Count())
                .ThenByDescending(static d => d.Stands.Length).ThenBy(static d => d.Id, StringComparer.Ordinal).First())];

    // What several reports tell in passing ("while two got away, the guard stopped the third") is a part only of a claim whose own words tell it.
    private static bool IsShownBy(ReportSet set, ClaimDraft part, ClaimDraft whole)
    {
        if (part.Own.Select(static s => s.Proposition.Report).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return true;
        }

        HashSet<string> shown = Stems(set, whole.Wording!), told = Stems(set, part.Wording!); // Drafts without words are not kept.
        return told.Count(shown.Contains) * 2 >= told.Count;
    }

    private static HashSet<string> Stems(ReportSet set, Wording wording) =>
        new(wording.WordsOf(set[wording.Proposition.Report]).Where(static w => w.IsContent).Select(static w => w.Stem), StringComparer.Ordinal);

    private static bool IsPart(ClaimDraft part, ClaimDraft whole)
    {
        // Two acts of one sentence that would be shown by the same words ("passes through Veria and reaches Ostra") are one claim to who reads it.
        bool sameWords = part.Wording!.Span == whole.Wording!.Span && part.Wording.Proposition.Report == whole.Wording.Proposition.Report;
        bool inside = part.Stands.Where(static s => !s.IsAnswer).All(s => whole.Stands.Any(w => !w.IsAnswer && w.Kind == s.Kind && Place(w.Proposition) == Place(s.Proposition)
            && (sameWords || (w.Proposition.Span.Contains(s.Proposition.Span) && (w.Proposition.Span != s.Proposition.Span || w.Proposition.IsMain || !s.Proposition.IsMain)))));
        if (!inside || part.Stands.Count(static s => s.IsAnswer) > whole.Stands.Count(static s => s.IsAnswer))
        {
            return false;
        }

        // Of two that hold each other the one whose words say more stays; then the earlier.
        bool both = whole.Stands.Length == part.Stands.Length && whole.Stands.All(w => part.Stands.Any(s => Place(s.Proposition) == Place(w.Proposition) && (sameWords || s.Proposition.Span == w.Proposition.Span)));
        return !both || whole.Wording.Span.Length > part.Wording.Span.Length || (whole.Wording.Span.Length == part.Wording.Span.Length && string.CompareOrdinal(whole.Id, part.Id) < 0);
    }

    private static (string, string?, int) Place(Proposition proposition) => (proposition.Report, proposition.Statement?.Id, proposition.Sentence);

    private static bool IsWorthTelling(ReportSet set, Proposition[] members)
    {
        // Told and denied, even in one report and in clauses without a subject of their own ("denies using them").
        PositionKind[] kinds = [.. members.Select(static m => Positions.Of(m).Kind).Distinct()];
        if (kinds.Contains(PositionKind.Denies) && kinds.Contains(PositionKind.Affirms))
        {
            return true;
        }

        if (Array.TrueForAll(members, m => Untold.IsTime(set[m.Report], m)))
        {
            return false;
        }

        int reports = members.Select(static m => m.Report).Distinct(StringComparer.Ordinal).Count();
        return (reports > 1 && members.Any(static m => m.IsMain || m.Statement is not null || m.Participants.Count(static p => p.Entities.Length > 0 || p.Thing is not null) >= 2)) || members.Any(m => !Untold.IsEmptyAct(set[m.Report], m) && ClaimGrouping.StandsAlone(m, set[m.Report].Tokens.Sentences[m.Sentence].Part));
    }
}
