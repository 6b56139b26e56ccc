using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Words;

namespace Parallax.Stories.Framings;

/// <summary>How the reports tell it: labels, who gets the words, tone, what is left out.</summary>
internal static class FramingMaker
{
    private const int LongEnoughWords = 150;

    /// <summary>The framing of a set of reports.</summary>
    public static Framing Make(ReportSet set, ImmutableArray<Claim> claims, ImmutableArray<Happening> happenings, IReadOnlyDictionary<string, string> storyIdOf, IReadOnlyDictionary<string, int> order, IWordVectors? vectors) => new(
        LabelFinder.Find(set, order), Voices(set, order), PortrayalMaker.Make(set, order, vectors), Omissions(set, claims, happenings, storyIdOf, order));

    private static ImmutableArray<VoiceShare> Voices(ReportSet set, IReadOnlyDictionary<string, int> order)
    {
        List<VoiceShare> shares = [];
        foreach (AnnotatedReport report in set.Reports.OrderBy(r => order[r.Report.Id]))
        {
            int all = Math.Max(1, WordList.Of(report.Report.Text.Text).Length);

            // The outermost statement has the words; what is nested in it would count them twice.
            foreach (IGrouping<string, Statement> voice in report.Statements.Where(static s => s.Parent is null).GroupBy(static s => s.Source.Entity ?? s.Source.Name, StringComparer.Ordinal)
                .OrderByDescending(static g => g.Sum(Words)).ThenBy(static g => g.Key, StringComparer.Ordinal))
            {
                int words = voice.Sum(Words);
                shares.Add(new VoiceShare(report.Report.Id, voice.First().Source.Entity, voice.First().Source.Name, voice.Count(), words, Math.Round((double)words / all, 3)));
            }
        }

        return [.. shares];
    }

    private static int Words(Statement statement) => WordList.Of(statement.Content.Text).Length;

    // Rule 10: left out only where the order of the dates is proved, it was published before, and the report tells the happening that the claim's own sentences tell.
    private static ImmutableArray<Omission> Omissions(ReportSet set, ImmutableArray<Claim> claims, ImmutableArray<Happening> happenings, IReadOnlyDictionary<string, string> storyIdOf, IReadOnlyDictionary<string, int> order)
    {
        List<Omission> omissions = [];
        Dictionary<string, Event> events = set.Reports.SelectMany(static r => r.Events).ToDictionary(static e => e.Id, StringComparer.Ordinal);
        ILookup<(string Report, int Sentence), Happening> toldIn = happenings.Where(static h => h.Reports.Length > 1)
            .SelectMany(h => h.Events.Where(events.ContainsKey).Select(id => (Key: (events[id].Report, events[id].Sentence), Happening: h)))
            .ToLookup(static p => p.Key, static p => p.Happening);
        HashSet<string> longEnough = [.. set.Reports.Where(static r => r.Report.Genre != Genre.Statement && WordList.Of(r.Report.Text.Text).Length >= LongEnoughWords).Select(static r => r.Report.Id)];
        foreach (Claim claim in claims)
        {
            HashSet<string> tell = [.. claim.Positions.Select(static p => p.Report)];
            if (tell.Count < 2)
            {
                continue;
            }

            HashSet<string> inScope = [.. claim.Positions.SelectMany(p => Sentence(set, events, p)).SelectMany(key => toldIn[key]).SelectMany(static h => h.Reports)];
            foreach (string report in inScope.Where(r => !tell.Contains(r) && longEnough.Contains(r)).OrderBy(r => order[r]))
            {
                if (tell.Any(t => set.IsBefore(t, report) && storyIdOf[t] == storyIdOf[report]))
                {
                    omissions.Add(new Omission(claim.Id, report, "it had been published before, and this report tells the same happening"));
                }
            }
        }

        return [.. omissions];
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
