using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Entities;

namespace Parallax.Stories.Dependences;

/// <summary>Finds which reports rest on which: copied text, shared passages, citations, a common agency.</summary>
internal static class DependenceMaker
{
    /// <summary>Share, in thousandths of the shorter report's own words, from which a report is a copy.</summary>
    public const int CopyShare = 700;

    /// <summary>Share from which passages are told as shared.</summary>
    public const int SharedShare = 180;

    // Of a release more than a few sentences of one speaker.
    private const int EvidencePassages = 5, LeastOfRelease = 60;

    /// <summary>All dependences, sorted.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="storyOf">Story number by report id: two reports that credit one agency rest on one dispatch only where they are on one matter.</param>
    public static ImmutableArray<Dependence> Make(ReportSet set, IReadOnlyDictionary<string, int> storyOf)
    {
        List<Dependence> all = [.. Reuse(set), .. Citations(set), .. SameAgency(set, storyOf)];
        return [.. all.OrderBy(static d => d.From, StringComparer.Ordinal).ThenBy(static d => d.To, StringComparer.Ordinal).ThenBy(static d => d.Kind)];
    }

    private static IEnumerable<Dependence> Reuse(ReportSet set)
    {
        ReuseText[] texts = [.. set.Reports.Select(static r => ReuseText.Of(r.Report.Id, r.Report.Text.Text, Spoken(r)))];
        ReusePair[] own = [.. TextReuse.Find(texts).Where(p => Math.Max(p.LeftShare, p.RightShare) >= SharedShare && TellsAnything(set[texts[p.Left].Key], p.LeftPassages))];
        HashSet<(int, int)> known = [.. own.Select(static p => (p.Left, p.Right))];

        // What one report quotes from a release and another prints as its own: both rest on the release.
        ReuseText[] whole = [.. set.Reports.Select(static r => ReuseText.Whole(r.Report.Id, r.Report.Text.Text, Spoken(r)))];
        IEnumerable<ReusePair> quoted = TextReuse.Find(whole).Where(p => p.Words >= LeastOfRelease && !known.Contains((p.Left, p.Right)) && Math.Max(p.LeftShare, p.RightShare) is >= SharedShare and < CopyShare);
        foreach ((ReusePair pair, bool isQuoted) in own.Select(static p => (p, false)).Concat(quoted.Select(static p => (p, true))))
        {
            (string left, string right) = (texts[pair.Left].Key, texts[pair.Right].Key);
            int share = Math.Max(pair.LeftShare, pair.RightShare);
            // Who copies whom only the order of their dates can tell, and it tells nothing where the earlier one names where it has the words from.
            bool isCopied = share >= CopyShare, isLater = set.IsBefore(right, left), isEarlier = set.IsBefore(left, right);
            bool copies = isCopied && ((isLater && !IsCredited(set[right], pair.RightPassages)) || (isEarlier && !IsCredited(set[left], pair.LeftPassages)));
            bool leftRests = copies ? isLater : string.CompareOrdinal(left, right) < 0;
            (string from, string to) = leftRests ? (left, right) : (right, left);
            int fromShare = leftRests ? pair.LeftShare : pair.RightShare;
            (ImmutableArray<TextSpan> fromPassages, ImmutableArray<TextSpan> toPassages) = leftRests ? (pair.LeftPassages, pair.RightPassages) : (pair.RightPassages, pair.LeftPassages);
            ImmutableArray<Evidence> evidence = [.. Longest(from, fromPassages), .. Longest(to, toPassages)];
            string order = copies ? "the other came out earlier" : isCopied ? "which took from which, or whether both took from a third, the reports do not tell" : "which took from which is not asked";
            yield return new Dependence(from, to, copies ? DependenceKind.Copies : DependenceKind.SharesText, fromShare / 1000.0, evidence)
            {
                Explanation = Explanation.Of(
                    copies ? "copied-text" : "shared-text",
                    string.Create(CultureInfo.InvariantCulture, $"{pair.Words} words {(isQuoted ? "that at most one of them quotes" : "outside quotation marks")} stand in both, {fromShare / 10.0:0.#} % of the one and {(leftRests ? pair.RightShare : pair.LeftShare) / 10.0:0.#} % of the other; {order}"),
                    fromShare / 1000.0).On([.. evidence]),
            };
        }
    }

    // "the bank's chief economist, Dr. Orla Venn, to be": a name with its titles is nobody's text; it takes a verb to tell something.
    private static bool TellsAnything(AnnotatedReport report, ImmutableArray<TextSpan> passages)
    {
        TokenLayer? tokens = report.Find(ReportLayers.Tokens);
        return tokens is null || !tokens.Tags.Contains(UniversalTag.Verb) || passages.Any(p => tokens.TokensOf(p) is var (first, end) && Enumerable.Range(first, end - first).Any(t => tokens.Tags[t] == UniversalTag.Verb));
    }

    private static IEnumerable<TextSpan> Spoken(AnnotatedReport report) => report.Statements.Where(static s => s.Manner == Manner.Direct).SelectMany(static s => s.Content.Spans);

    // "The yard closed, the Herald says": who has the shared words from another outlet is not where they come from.
    private static bool IsCredited(AnnotatedReport report, ImmutableArray<TextSpan> shared) => report.Statements.Any(s => (s.Source.Kind is ActorKind.Outlet or ActorKind.Agency || s.Chain.Any(static h => h.Kind is ActorKind.Outlet or ActorKind.Agency))
        && s.Content.Spans.Any(c => shared.Any(p => p.Overlaps(c))));

    private static IEnumerable<Evidence> Longest(string report, ImmutableArray<TextSpan> passages) =>
        passages.OrderByDescending(static p => p.Length).ThenBy(static p => p).Take(EvidencePassages).Order().Select(p => new Evidence(report, p.Start, p.End));

    // A report that names another's outlet as where it has something from.
    private static IEnumerable<Dependence> Citations(ReportSet set)
    {
        Dictionary<string, List<string>> reportsOf = new(StringComparer.Ordinal);
        foreach (AnnotatedReport report in set.Reports)
        {
            if (report.Report.Outlet is { } outlet)
            {
                string key = NameKeys.Squeezed(NameKeys.Tokens(outlet.Name));
                (reportsOf.TryGetValue(key, out List<string>? list) ? list : reportsOf[key] = []).Add(report.Report.Id);
            }
        }

        foreach (AnnotatedReport report in set.Reports)
        {
            Report citing = report.Report;
            SortedDictionary<string, List<Evidence>> cited = new(StringComparer.Ordinal);
            foreach (Statement statement in report.Statements)
            {
                foreach (ChainHop hop in statement.Chain.Where(static h => h.Spans.Length > 0))
                {
                    Add(NameKeys.Squeezed(NameKeys.Tokens(hop.Name)), hop.Spans[0]);
                }

                if (statement.Source is { Kind: ActorKind.Outlet or ActorKind.Agency, Spans.Length: > 0 })
                {
                    Add(NameKeys.Squeezed(NameKeys.Tokens(statement.Source.Name)), statement.Source.Spans[0]);
                }
            }

            if (citing.CarriedFrom is { } first && first.Evidence.Length > 0)
            {
                Add(NameKeys.Squeezed(NameKeys.Tokens(first.Name)), first.Evidence[0].Span);
            }

            foreach ((string to, List<Evidence> evidence) in cited)
            {
                yield return new Dependence(citing.Id, to, DependenceKind.Cites, null, [.. evidence.Distinct().Order()])
                {
                    Explanation = Explanation.Of("citation", $"names {set[to].Report.Outlet!.Name} as where it has something from").On([.. evidence.Distinct().Order()]),
                };
            }

            // Of several reports of the cited outlet it is not known which was meant, unless there is one only.
            void Add(string key, TextSpan span)
            {
                if (key.Length > 0 && reportsOf.TryGetValue(key, out List<string>? reports) && reports.Count == 1 && reports[0] != citing.Id)
                {
                    (cited.TryGetValue(reports[0], out List<Evidence>? list) ? list : cited[reports[0]] = []).Add(new Evidence(citing.Id, span.Start, span.End));
                }
            }
        }
    }

    private static IEnumerable<Dependence> SameAgency(ReportSet set, IReadOnlyDictionary<string, int> storyOf)
    {
        foreach (IGrouping<(int, string), Report> group in set.Reports.Select(static r => r.Report).Where(static r => r.Agency is not null).GroupBy(r => (storyOf[r.Id], NameKeys.Squeezed(NameKeys.Tokens(r.Agency!.Name)))))
        {
            Report[] reports = [.. group.OrderBy(static r => r.Id, StringComparer.Ordinal)];
            for (int i = 0; i < reports.Length; i++)
            {
                for (int j = i + 1; j < reports.Length; j++)
                {
                    ImmutableArray<Evidence> evidence = [.. reports[i].Agency!.Evidence, .. reports[j].Agency!.Evidence];
                    yield return new Dependence(reports[i].Id, reports[j].Id, DependenceKind.SameOrigin, null, evidence)
                    {
                        Explanation = Explanation.Of("same-agency", $"both credit {reports[i].Agency!.Name}").On([.. evidence]),
                    };
                }
            }
        }
    }
}
