using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Time;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Tells propositions of the story's own days from those of an occasion long before ("in February a quake in Veld killed 600"), so that one is not taken for the other.</summary>
/// <remarks>A clause that names no time has that of the clause above it, and, where its subject is a pronoun for a thing, that of the sentence before. Each proposition is read once.</remarks>
internal sealed class PropositionOccasions(ReportSet set, ImmutableArray<Proposition> propositions)
{
    // Reports tell what is new; what lies further back than so many days is told as something else.
    private const int DaysOfNews = 45;

    private readonly Occasion?[] _known = new Occasion?[propositions.Length];
    private readonly string[]?[] _named = new string[]?[propositions.Length];
    private readonly Dictionary<string, LocalDate?> _newest = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<(string, int), int>> _at = new(() => ByToken(propositions));

    /// <summary>Whether two propositions (indices) tell of two occasions: one long before, the other not, or each at its own time before; and nobody and no place named in both.</summary>
    public bool Differ(int left, int right)
    {
        if (!PropositionMatcher.FiguresAgree(propositions[left], propositions[right]) && (IsElsewhere(left, right) || IsElsewhere(right, left)))
        {
            return true;
        }

        (Occasion one, Occasion two) = (Of(left), Of(right));
        if (!one.IsPast && !two.IsPast)
        {
            return false;
        }

        // A headline tells what is new.
        if (one.IsPast != two.IsPast && IsHeadline(one.IsPast ? right : left))
        {
            return true;
        }

        bool agree = one.IsPast && two.IsPast && one.Times.All(t => two.Times.All(u => Agree(t, u)));
        return !agree && !ShareSomebody(propositions[left], propositions[right]) && !one.Places.Intersect(two.Places, StringComparer.Ordinal).Any();
    }

    private bool IsHeadline(int told) => set[propositions[told].Report].Tokens.Sentences[propositions[told].Sentence].Part is Core.Reports.TextPart.Title or Core.Reports.TextPart.Heading;

    // "a dozen died in a quake in Sedonia", beside another count in a report that never names Sedonia.
    private bool IsElsewhere(int told, int other)
    {
        Proposition clause = propositions[told];
        AnnotatedReport theirs = set[propositions[other].Report];
        string[] places = _named[told] ??= Named(set[clause.Report], clause);
        return places.Length > 0 && Array.TrueForAll(places, id => theirs.Entities.Find(id) is null);
    }

    // The places and countries named in a clause.
    private static string[] Named(AnnotatedReport report, Proposition clause)
    {
        Core.Text.TextSpan core = clause.Core.IsEmpty ? clause.Span : clause.Core;
        return [.. report.Entities.Entities.Where(e => e.Kind is ActorKind.Place or ActorKind.Country && ParticipantReader.IsNamed(e) && e.Mentions.Any(m => m.Report == report.Report.Id && core.Start <= m.Start && m.End <= core.End)).Select(static e => e.Id)];
    }

    private static bool Agree(TimexInterval one, TimexInterval two) => one.Compatible(two) && !(IsMonth(one) && two.Weekday is not null) && !(IsMonth(two) && one.Weekday is not null);

    // A country or a town has had more than one of everything; two of them together tell whose it is.
    private static bool ShareSomebody(Proposition left, Proposition right)
    {
        int places = 0;
        foreach (Participant ours in left.Participants.Where(static p => p.Entities.Length + p.Owners.Length + p.Countries.Length > 0))
        {
            bool isPlace = ours.Kind is ActorKind.Country or ActorKind.Place;
            if (right.Participants.Any(theirs => PropositionMatcher.SharesName(ours, theirs) || ours.Countries.Intersect(theirs.Countries, StringComparer.Ordinal).Any()))
            {
                places++;
                if (!isPlace || places > 1)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Occasion Of(int index)
    {
        if (_known[index] is { } known)
        {
            return known;
        }

        Proposition told = propositions[index];
        AnnotatedReport report = set[told.Report];
        (TimexInterval[] times, string[] places) = Told(told);
        for (int at = report.Tokens.Heads[told.Top]; at >= 0 && times.Length == 0; at = report.Tokens.Heads[at])
        {
            if (_at.Value.TryGetValue((told.Report, at), out int above))
            {
                (times, string[] more) = Told(propositions[above]);
                places = [.. places, .. more];
            }
        }

        if (times.Length == 0 && told.Sentence > 0 && told.Subject is { } subject && report.Tokens.Tags[subject] == UniversalTag.Pron && report.Tokens.Form(subject) is "It" or "it" or "This" or "That")
        {
            Core.Text.TextSpan before = report.Tokens.Sentences[told.Sentence - 1].Span;
            times = [.. report.Times.Overlapping(before).Where(static t => t.Type is TimexType.DATE).Select(static t => TimexInterval.Parse(t.Value, t.Until, t.Modifier))];
            places = [.. places, .. Places(report, before)];
        }

        return _known[index] = new Occasion([.. times], [.. places], times.Length > 0 && Array.TrueForAll(times, t => IsPast(report, t)));
    }

    private (TimexInterval[] Times, string[] Places) Told(Proposition told) =>
        ([.. told.Times.Where(static t => t.Relation is null && t.Interval.Precision != Core.Time.TimePrecision.Unknown).Select(static t => t.Interval)], Places(set[told.Report], told.Core.IsEmpty ? told.Span : told.Core));

    // Towns and the like: a country has had more than one of everything.
    private static string[] Places(AnnotatedReport report, Core.Text.TextSpan span) =>
        [.. report.Entities.Entities.Where(e => e.Kind is not ActorKind.Country && ParticipantReader.IsNamed(e) && e.Mentions.Any(m => m.Report == report.Report.Id && span.Start <= m.Start && m.End <= span.End)).Select(static e => e.Id)];

    private bool IsPast(AnnotatedReport report, TimexInterval time)
    {
        LocalDate? newest = Newest(report);
        if (time.Latest is { } latest)
        {
            return newest is { } now && Period.DaysBetween(latest, now) > DaysOfNews;
        }

        return IsMonth(time) && (newest is not { } date || date.Month != time.Month);
    }

    private static bool IsMonth(TimexInterval time) => time is { Month: not null, Day: null, Earliest: null, Latest: null };

    // When a report came out, or else the latest day that it names.
    private LocalDate? Newest(AnnotatedReport report)
    {
        if (!_newest.TryGetValue(report.Report.Id, out LocalDate? newest))
        {
            newest = report.Report.Published is { } date && LocalDatePattern.Iso.Parse(ReportSet.Latest(date) ?? "") is { Success: true } parsed ? parsed.Value
                : report.Times.Select(static t => TimexInterval.Parse(t.Value, t.Until, t.Modifier)).Where(static t => t.IsBounded).Max(static t => t.Earliest);
            _newest[report.Report.Id] = newest;
        }

        return newest;
    }

    private static Dictionary<(string, int), int> ByToken(ImmutableArray<Proposition> propositions)
    {
        Dictionary<(string, int), int> at = [];
        for (int i = 0; i < propositions.Length; i++)
        {
            at.TryAdd((propositions[i].Report, propositions[i].Token), i);
            at.TryAdd((propositions[i].Report, propositions[i].Top), i);
        }

        return at;
    }

    private sealed record Occasion(ImmutableArray<TimexInterval> Times, ImmutableArray<string> Places, bool IsPast);
}
