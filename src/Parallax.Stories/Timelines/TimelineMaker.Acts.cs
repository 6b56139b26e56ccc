using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Time;
using Parallax.Stories.Propositions;
using Shown = Parallax.Core.Accounts.TimePrecision;

namespace Parallax.Stories.Timelines;

/// <content>What is to come on a day, and what many reports tell without a day.</content>
internal sealed partial class TimelineMaker
{
    // Of acts without a time so many at most, told by so many reports and by that part of them at least. Chosen by reading timelines.
    private const int MostUndated = 4, LeastReports = 2, PartOfReports = 4;

    // "is expected to return on 2 October": what is told as to come on a day behind the report.
    private void AddPlans(ImmutableArray<Proposition> propositions)
    {
        foreach (Proposition plan in propositions.Where(static p => p is { IsNominal: false, IsNegated: false, IsUnreal: false, Factuality: Factuality.Planned, Statement: null or { Parent: null, Stance: Stance.Asserts or Stance.Confirms or Stance.Admits } }))
        {
            if (PublishedOf(plan.Report) is { } published && plan.Times.Where(t => t is { Relation: null, Value: not null } && IsOfDay(t.Interval) && t.Interval.Earliest > published).ToArray() is [{ Interval: { Earliest: { } day } interval, Value: { } value }]
                && _set[plan.Report].Tokens.Sentences[plan.Sentence].Part is TextPart.Lead or TextPart.Body && Governor(plan) is { } told && (told.IsMain || IsJoinedToMain(told)) && !_words.IsOpen(told))
            {
                Add(value, Precision(interval), day, null, [plan.Report], [told], [plan], isPlan: true);
            }
        }
    }

    // The clause whose words tell that it is to come: "is expected", "is due"; the plan itself where it has a subject of its own.
    private Proposition? Governor(Proposition plan)
    {
        TokenLayer tokens = _set[plan.Report].Tokens;
        if (plan is { IsMain: true, IsFinite: true, Subject: not null } || tokens.Relations[plan.Top] is not "xcomp" || tokens.Heads[plan.Top] is not (>= 0 and var head))
        {
            return plan;
        }

        return _ofSentence[(plan.Report, plan.Sentence)].FirstOrDefault(p => p.IsClause && (p.Top == head || p.Token == head));
    }

    // "was held and is expected to return"
    private bool IsJoinedToMain(Proposition told)
    {
        TokenLayer tokens = _set[told.Report].Tokens;
        return tokens.Relations[told.Top] is "conj" && tokens.Heads[told.Top] is >= 0 and var head && tokens.Relations[head] is "root";
    }

    // What many reports tell and none dates: "was charged with theft". It was before the first report that tells it, where that has a date.
    private void AddUndated(ImmutableArray<Happening> happenings, ImmutableArray<Proposition> propositions)
    {
        ILookup<string, Proposition> byEvent = propositions.Where(static p => p.Event is not null).ToLookup(static p => p.Event!.Id, StringComparer.Ordinal); // Asked before.
        int added = 0;
        foreach (Happening happening in happenings.Where(h => h.Reports.Length >= Math.Max(LeastReports, (_set.Reports.Length + PartOfReports - 1) / PartOfReports)).OrderByDescending(static h => h.Reports.Length))
        {
            Proposition[] tellings = [.. happening.Events.SelectMany(e => byEvent[e])];
            Proposition[] clearest = [.. tellings.Where(p => p is { IsMain: true, IsClause: true, IsFinite: true, IsNegated: false, IsUnreal: false, IsHabit: false, Factuality: Factuality.Happened, Statement: null or { Parent: null, Manner: not Manner.Direct, Stance: Stance.Asserts or Stance.Confirms or Stance.Admits } } && p.Times.IsEmpty && IsDone(p) && !IsSomebody(p.Actor) && !IsSomebody(p.Recipient) && !_words.IsOpen(p) && !_words.IsCaption(p))
                .OrderBy(p => _set[p.Report].Tokens.Sentences[p.Sentence].Part is TextPart.Title or TextPart.Heading).ThenByDescending(static p => p.Statement is null).ThenBy(p => _order[p.Report]).ThenBy(static p => p.Token)];
            if (clearest.Length == 0 || IsTold(happening, tellings))
            {
                continue;
            }

            LocalDate? published = happening.Reports.Select(PublishedOf).OfType<LocalDate>().OrderBy(static d => d).Cast<LocalDate?>().FirstOrDefault();
            int before = _lines.Count;
            Add(published is { } day ? "../" + day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : "", published is null ? Shown.Unknown : Shown.Bound, published, happening.Id, happening.Reports, clearest, tellings);
            added += _lines.Count - before;
            if (added == MostUndated)
            {
                return;
            }
        }
    }

    // "was charged", "has been charged"; not "are upgrading", "calls".
    private bool IsDone(Proposition told) => told.IsPast || _set[told.Report].Tokens.Features[told.Top].Contains("Tense=Past", StringComparison.Ordinal);

    // "the man" whom another sentence names
    private static bool IsSomebody(Participant? who) => who is { IsDefinite: true, IsPerson: true, IsPlural: false, Kind: null or ActorKind.Unnamed };

    // Whether a line tells it already, or lines cite half of the sentences in which it is told.
    private bool IsTold(Happening happening, Proposition[] tellings)
    {
        (string Report, int Sentence)[] sentences = [.. tellings.Select(static p => (p.Report, p.Sentence)).Distinct()];
        return _lines.Exists(l => l.Entry.Happening == happening.Id || (l.Told is { } told && Array.Exists(tellings, p => _one.IsOneClaim(told, p) || OneTelling.IsOneDeed(told, p, oneReport: true))))
            || sentences.Count(s => _lines.Exists(l => l.Entry.Evidence.Any(e => e.Report == s.Report && _set[s.Report].Tokens.Sentences[s.Sentence].Span.Contains(e.Start)))) * 2 >= sentences.Length;
    }

    // Stated by the report itself: what is reckoned from its text bounds nothing.
    private LocalDate? PublishedOf(string report) => _set[report].Report.Published is { Basis: not (DateBasis.Text or DateBasis.Neighbours) } date && ReportSet.Latest(date) is { } day ? TimexInterval.Parse(day).Latest : null;
}
