using System.Collections.Immutable;
using NodaTime;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Happenings;

/// <summary>Whether two tell of one kind of act on two occasions, though no time of the one clause speaks against a time of the other.</summary>
internal sealed class OtherOccasions
{
    // News tells of what happened in the weeks before it.
    private const int DaysOfNews = 31;

    // By proposition: before which day a clause that is the news of its report cannot have been; the last day of what is told with a day; the ships and other things it names; whether it counts its act.
    private readonly LocalDate?[] _since;
    private readonly LocalDate?[] _until;
    private readonly string[][] _things;
    private readonly Dictionary<string, Tree> _trees = new(StringComparer.Ordinal);
    private readonly bool[] _counts;
    private readonly string[][] _places;
    private readonly ImmutableArray<Proposition> _propositions;

    /// <summary>Reads what tells the occasions apart.</summary>
    public OtherOccasions(ReportSet set, ImmutableArray<Proposition> propositions)
    {
        _propositions = propositions;
        _since = [.. propositions.Select(p => Since(set, p))];
        _until = [.. propositions.Select(static p => p.Event is null ? null : p.Times.Where(static t => t is { Relation: null, Interval.IsBounded: true }).Select(static t => t.Interval.Latest).Max())];
        _things = [.. propositions.Select(p => Things(set, p))];
        _trees.Clear();
        _counts = [.. propositions.Select(CountsAct)];
        _places = [.. propositions.Select(p => PlacesOfCause(set, p))];
    }

    /// <summary>Whether the one is the news of its report and the other was long before; whether they name other things ("the Petrel was sent", "the Heron was sent"); whether the one tells of a hundred acts and the other of one, or of a hundred ships and the other of one.</summary>
    public bool Exclude(int left, int right) => AreOfOtherCauses(left, right) || _since[left] > _until[right] || _since[right] > _until[left] || _counts[left] != _counts[right]
        || AreManyAndOne(_propositions[left], _propositions[right]) || AreManyAndOne(_propositions[right], _propositions[left])
        || (_things[left].Length > 0 && _things[right].Length > 0 && !_things[left].Intersect(_things[right], StringComparer.Ordinal).Any());

    // What headline and lead mainly tell in the report's own words, without a time of its own.
    private static LocalDate? Since(ReportSet set, Proposition told) =>
        told is { Event: not null, IsMain: true, IsClause: true, Statement: null, Class: not ("kill" or "die") } && told.Times.All(static t => t.Relation is not null)
            && set[told.Report].Tokens.Sentences[told.Sentence].Part is TextPart.Title or TextPart.Lead
            && set[told.Report].Report.Published is { } published && ReportSet.Earliest(published) is { } day && TimexInterval.Parse(day).Earliest is { } first ? first.PlusDays(-DaysOfNews) : null;

    // What stands with the subject, with the object, and before "which": "the frigate *Heron*, which was sent".
    private string[] Things(ReportSet set, Proposition told)
    {
        if (told.Event is null || told.IsNominal || !set[told.Report].Entities.Entities.Any(IsNamedThing))
        {
            return [];
        }

        if (!_trees.TryGetValue(told.Report, out Tree? tree))
        {
            _trees[told.Report] = tree = new Tree(set[told.Report].Tokens);
        }

        IEnumerable<int> heads = tree.Children(told.Token, "nsubj", "nsubj:pass", "obj");
        if (tree.Relation(told.Token) == "acl")
        {
            heads = heads.Append(tree.Tokens.Heads[told.Token]);
        }

        TextSpan[] spans = [.. heads.Select(t => tree.Span(t, "acl", "case", "nmod", "obl"))];
        return [.. set[told.Report].Entities.Entities.Where(e => IsNamedThing(e) && e.Mentions.Any(m => m.Form == MentionForm.Name && m.Report == told.Report && spans.Any(s => s.Contains(m.Span)))).Select(static e => e.Id).Distinct(StringComparer.Ordinal)];

        static bool IsNamedThing(Entity entity) => entity.Kind == ActorKind.Product;
    }

    // "struck Brevik, killing 13", "struck Tarn, killing 13": in one report two sentences with other places tell of two, however many died.
    private bool AreOfOtherCauses(int left, int right) => _places[left].Length > 0 && _places[right].Length > 0 && _propositions[left].Report == _propositions[right].Report && _propositions[left].Sentence != _propositions[right].Sentence
        && !_places[left].Intersect(_places[right], StringComparer.Ordinal).Any();

    // The places named in the sentence of "…, killing 13".
    private static string[] PlacesOfCause(ReportSet set, Proposition told)
    {
        if (told is not { Event: not null, Class: "kill", IsNominal: false } || set[told.Report].Tokens is var tokens && (tokens.Relations[told.Token] != "advcl" || tokens.Heads[told.Token] > told.Token))
        {
            return [];
        }

        TextSpan sentence = tokens.Sentences[told.Sentence].Span;
        return [.. set[told.Report].Entities.Entities.Where(e => e.Kind is ActorKind.Place or ActorKind.Facility && e.Mentions.Any(m => m.Form == MentionForm.Name && m.Report == told.Report && sentence.Contains(m.Span))).Select(static e => e.Id)];
    }

    // "carried out around 100 attacks"
    private static bool CountsAct(Proposition told) => told.Event is not null && told.Figures.Any(f => f is { Aspect: FigureAspect.Level, Low: > 1 } && f.Unit == told.Lemma);

    // "attacked nearly 100 vessels", "attacked a vessel"
    private static bool AreManyAndOne(Proposition many, Proposition one) => one.Figures.IsEmpty
        && many.Figures.Any(f => f is { Aspect: FigureAspect.Level, High: > 1 } && f.Unit.Length > 0 && many.Participants.Any(p => p.Span.Contains(f.Span)) && one.Participants.Any(p => p is { IsPlural: false, Token: not null } && p.Head == f.Unit));
}
