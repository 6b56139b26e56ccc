using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Happenings;
using Parallax.Stories.Words;

namespace Parallax.Stories.Framings;

/// <summary>Finds what a report leaves out. Rule 10: to say that of a report is a charge, so it is made only where nothing in the report may be the claim in other words.</summary>
internal static class OmissionFinder
{
    private const int LongEnoughWords = 150;

    // Reports that must tell a claim before its absence elsewhere is worth a line.
    private const int LeastTellers = 2;

    // Words of a claim that tell it from others, and how many of them in one sentence may be the claim in other words.
    private const int LeastKeys = 4, MayBeIt = 2;

    // A word in more than a fifth of the sentences of the reports tells no claim from another.
    private const int Common = 5;

    /// <summary>What was told by two reports that are known to have come out before, and by no sentence of a report that tells the happening in which it stands.</summary>
    public static ImmutableArray<Omission> Find(ReportSet set, ImmutableArray<Claim> claims, ImmutableArray<Happening> happenings, IReadOnlyDictionary<string, string> storyIdOf, IReadOnlyDictionary<string, int> order)
    {
        List<Omission> omissions = [];
        Dictionary<string, Event> events = set.Reports.SelectMany(static r => r.Events).DistinctBy(static e => e.Id, StringComparer.Ordinal).ToDictionary(static e => e.Id, StringComparer.Ordinal);
        ILookup<(string Report, int Sentence), Happening> toldIn = happenings.Where(static h => h.Reports.Length > 1)
            .SelectMany(h => h.Events.Where(events.ContainsKey).Select(id => (Key: (events[id].Report, events[id].Sentence), Happening: h)))
            .ToLookup(static p => p.Key, static p => p.Happening);
        Dictionary<string, HashSet<string>[]> sentencesOf = set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is not null).ToDictionary(static r => r.Report.Id, Stems, StringComparer.Ordinal);
        HashSet<string> longEnough = [.. set.Reports.Where(static r => r.Report.Genre != Genre.Statement && WordList.Of(r.Report.Text.Text).Length >= LongEnoughWords).Select(static r => r.Report.Id).Where(sentencesOf.ContainsKey)];
        HashSet<string> common = CommonStems(sentencesOf.Values);
        foreach (Claim claim in claims)
        {
            HashSet<string> tell = [.. claim.Positions.Select(static p => p.Report)];
            HashSet<string> keys = [.. WordList.Of(claim.Text).Where(w => w.IsContent && !common.Contains(w.Stem)).Select(static w => w.Stem)];
            if (tell.Count < LeastTellers || keys.Count < LeastKeys)
            {
                continue;
            }

            Event[] acts = [.. claim.Positions.Select(p => p.Event is null ? null : events.GetValueOrDefault(p.Event)).OfType<Event>()];
            HashSet<string> inScope = [.. claim.Positions.SelectMany(p => Sentence(set, events, p)).SelectMany(key => toldIn[key]).SelectMany(static h => h.Reports)];
            foreach (string report in inScope.Where(r => !tell.Contains(r) && !claim.Near.Any(n => n.Evidence.Report == r) && longEnough.Contains(r) && IsDated(set, r)).OrderBy(r => order[r]))
            {
                int before = tell.Count(t => IsDated(set, t) && set.IsBefore(t, report) && storyIdOf[t] == storyIdOf[report]);
                if (before >= LeastTellers && !TellsSuchAct(set[report], acts) && !Array.Exists(sentencesOf[report], s => s.Count(keys.Contains) >= MayBeIt))
                {
                    omissions.Add(new Omission(claim.Id, report, "it had been published before, and this report tells the same happening"));
                }
            }
        }

        return [.. omissions];
    }

    // "was apprehended" of the same man: the arrest in other words.
    private static bool TellsSuchAct(AnnotatedReport report, Event[] acts) => report.Events.Any(told => Array.Exists(acts, act =>
        (act.Trigger.Lemma == told.Trigger.Lemma || KinWords.Of(act.Trigger.Lemma).ContainsAny(KinWords.Of(told.Trigger.Lemma))) && (Parties(act).Intersect(Parties(told), StringComparer.Ordinal).Any() || Parties(told).Any(who => IsDescribed(report, who)))));

    // "the driver was arrested": of whom the act is told may be the one whom others name.
    private static bool IsDescribed(AnnotatedReport report, string who) =>
        report.Entities.Find(who) is { Kind: ActorKind.Person or ActorKind.Unnamed } entity && !entity.Mentions.Any(static m => m.Form == MentionForm.Name);

    private static IEnumerable<string> Parties(Event act) => act.Actors.Concat(act.Recipients);

    // A date that was only reckoned from the words or from other reports proves no order.
    private static bool IsDated(ReportSet set, string report) => set[report].Report.Published is { Basis: DateBasis.Metadata or DateBasis.Dateline };

    private static HashSet<string>[] Stems(AnnotatedReport report) =>
        [.. report.Tokens.Sentences.Select(s => WordList.Of(report.Report.Text.Text, s.Span).Where(static w => w.IsContent).Select(static w => w.Stem).ToHashSet(StringComparer.Ordinal))];

    private static HashSet<string> CommonStems(IEnumerable<HashSet<string>[]> reports)
    {
        HashSet<string>[] sentences = [.. reports.SelectMany(static s => s)];
        return [.. sentences.SelectMany(static s => s).GroupBy(static s => s, StringComparer.Ordinal).Where(g => g.Count() * Common > sentences.Length).Select(static g => g.Key)];
    }

    // The sentence in which a position is taken.
    private static IEnumerable<(string Report, int Sentence)> Sentence(ReportSet set, Dictionary<string, Event> events, Position position)
    {
        if (position.Event is { } id && events.TryGetValue(id, out Event? told))
        {
            yield return (position.Report, told.Sentence);
        }
        else if (position.Statement is { } said && set[position.Report] is var report && report.Statements.FirstOrDefault(s => s.Id == said) is { Content.Spans: [var first, ..] })
        {
            yield return (position.Report, report.Tokens.SentenceOf(report.Tokens.TokenAt(first.Start)));
        }
    }
}
