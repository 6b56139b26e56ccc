using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds bodies whose standing reports give differently: "a state-run outlet", "an outlet close to the council", "is affiliated with the council".</summary>
internal static class StandingFinder
{
    private const string Scale = "standing";

    /// <summary>For every claim on the standing of a body: how the reports call it, where they differ.</summary>
    public static IEnumerable<Conflict> Find(ReportSet set, ImmutableArray<ClaimDraft> drafts, IReadOnlyDictionary<string, int> order)
    {
        HashSet<string> done = new(StringComparer.Ordinal);
        AnnotatedReport[] ordered = [.. set.Reports.OrderBy(r => order[r.Report.Id])];
        foreach (ClaimDraft draft in drafts)
        {
            Proposition told = draft.Wording!.Proposition; // Drafts without words are not kept.
            if (Value(told.Lemma) is null || told.IsNegated || (told.Object is { Entities.Length: > 0 } ? told.Object : told.Actor) is not { Entities.Length: > 0 } body || body.Entities.All(done.Contains))
            {
                continue;
            }

            List<(string Value, string Words, SideEvidence Evidence)> names = [];
            foreach (AnnotatedReport report in ordered)
            {
                names.AddRange(body.Entities.SelectMany(id => Names(report, id)));
            }

            names.AddRange(draft.Own.Where(s => Value(s.Proposition.Lemma) is not null).Select(static s => (Value(s.Proposition.Lemma)!, "", new SideEvidence(s.Proposition.Report, s.Proposition.Span.Start, s.Proposition.Span.End, s.Proposition.Statement?.Id, s.Proposition.Event?.Id)))
                .Select(n => (n.Item1, set[n.Item3.Report].Report.Text.Slice(TextSpan.FromBounds(n.Item3.Start, n.Item3.End)), n.Item3)));
            ConflictSide[] sides = [.. names.GroupBy(static n => n.Value, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal).Select(static g => new ConflictSide(g.First().Words, [.. g.Select(static n => n.Evidence).Distinct()]))];
            if (sides.Length > 1)
            {
                done.UnionWith(body.Entities);
                yield return ConflictFinder.Write(draft, ConflictKind.Status, ConflictRelation.Compatible, sides, $"the standing of one body is given differently: {string.Join("; ", sides.Select(static s => s.Value))}");
            }
        }
    }

    // Adjectives before the name, and the noun phrase set beside it.
    private static IEnumerable<(string Value, string Words, SideEvidence Evidence)> Names(AnnotatedReport report, string id)
    {
        if (report.Entities.Find(id) is not { } entity || report.Find(ReportLayers.Tokens) is not { Count: > 0 } tokens)
        {
            yield break;
        }

        Tree tree = new(tokens);
        foreach (Mention mention in entity.Mentions.Where(m => m.Report == report.Report.Id && m.Form != MentionForm.Pronoun))
        {
            (int first, int end) = tokens.TokensOf(TextSpan.FromBounds(mention.Start, mention.End));
            int head = Enumerable.Range(first, end - first).FirstOrDefault(t => tokens.Heads[t] < first || tokens.Heads[t] >= end, -1);
            if (head < 0)
            {
                continue;
            }

            foreach (int phrase in tree.Children(head, "appos").Append(head))
            {
                foreach (int word in tree.Children(phrase, "amod", "compound", "acl", "nmod"))
                {
                    string form = tokens.Form(word).ToString().ToLowerInvariant();
                    string? value = Value(form) ?? Value(Before(tokens, word));
                    if (value is not null)
                    {
                        TextSpan span = phrase == head ? tokens.Span(Math.Min(Start(tokens, word), first), Math.Max(end, word + 1)) : tree.Span(phrase);
                        yield return (value, report.Report.Text.Slice(span), new SideEvidence(report.Report.Id, span.Start, span.End, null, null));
                    }
                }
            }
        }
    }

    // "state-run" in three tokens.
    private static string Before(TokenLayer tokens, int word) => word >= 2 && tokens.Form(word - 1) is "-" ? $"{tokens.Form(word - 2)}-{tokens.Form(word)}".ToLowerInvariant() : "";

    private static int Start(TokenLayer tokens, int word) => word >= 2 && tokens.Form(word - 1) is "-" ? word - 2 : word;

    private static string? Value(string word) => StatusScales.Of(word).Where(static v => v.Scale == Scale).Select(static v => v.Value).FirstOrDefault();
}
