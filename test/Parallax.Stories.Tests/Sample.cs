using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Testing;

namespace Parallax.Stories.Tests;

/// <summary>Builds annotated reports by hand: a parse, then entities, statements, events by the words they stand on.</summary>
internal sealed class Sample(AnnotatedReport report)
{
    private readonly List<Entity> _entities = [];
    private readonly List<Statement> _statements = [];
    private readonly List<Event> _events = [];
    private readonly List<Figure> _figures = [];
    private readonly List<TimeExpression> _times = [];

    public static Sample Of(string table, string? outlet = null, string? published = null) => new(ParsedReport.Of(table, published, outlet));

    public string Id => report.Report.Id;

    /// <summary>The first place of the words; a trailing "~" asks for the last.</summary>
    public TextSpan Span(string words)
    {
        string text = report.Report.Text.Text;
        bool last = words.EndsWith('~');
        words = words.TrimEnd('~');
        int at = last ? text.LastIndexOf(words, StringComparison.Ordinal) : text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? throw new ArgumentException($"“{words}” is not in “{report.Report.Text.Text}”.") : new TextSpan(at, words.Length);
    }

    public Sample Entity(string name, ActorKind kind, string? country = null, string[]? mentions = null, string[]? aliases = null, string[]? descriptions = null, MentionForm form = MentionForm.Name)
    {
        ImmutableArray<Mention> at = [.. (mentions ?? [name]).Select(Span).Order().Select(s => new Mention(Id, s.Start, s.End, form))];
        _entities.Add(new Entity { Id = Ids.Of('e', report.Report.Sha256, at[0].Span), Kind = kind, Name = name, Country = country, Aliases = [.. aliases ?? []], Descriptions = [.. descriptions ?? []], Mentions = at });
        return this;
    }

    public string EntityId(string name) => _entities.First(e => e.Name == name).Id;

    public Sample Statement(string source, string cue, string content, Stance stance = Stance.Asserts, Manner manner = Manner.Indirect, string? time = null, ChainHop[]? chain = null, string? lemma = null, bool aboutLast = false, bool insideLast = false, double? certainty = null)
    {
        Entity? entity = _entities.FirstOrDefault(e => e.Mentions.Any(m => m.Span == Span(source)));
        TextSpan at = Span(content);
        _statements.Add(new Statement
        {
            Id = Ids.Of('s', report.Report.Sha256, at, Span(cue)),
            Report = Id,
            Sentence = report.Tokens.SentenceOf(report.Tokens.TokenAt(Span(cue).Start)),
            Source = new StatementSource([Span(source)], source, entity?.Id, entity?.Name ?? source, entity?.Kind ?? ActorKind.Unnamed),
            Cue = new StatementCue([Span(cue)], cue, lemma ?? cue, false, false),
            Content = SpannedText.Of(report.Report.Text, [at]),
            Explanation = Explanation.Of("test", "given by the test"),
            Manner = manner,
            Stance = stance,
            About = aboutLast ? _statements[^1].Id : null,
            Parent = insideLast ? _statements[^1].Id : null,
            Time = time,
            Certainty = certainty,
            Chain = [.. chain ?? []],
            Root = new ChainRoot(entity?.Name ?? source, entity?.Kind ?? ActorKind.Unnamed),
        });
        return this;
    }

    public Sample Event(string trigger, string lemma, PloverType plover = PloverType.NONE, string? time = null, Factuality factuality = Factuality.Happened, string[]? actors = null, string[]? recipients = null, string? mode = null, string? place = null)
    {
        TextSpan at = Span(trigger);
        _events.Add(new Event
        {
            Id = Ids.Of('v', report.Report.Sha256, at), Report = Id, Sentence = report.Tokens.SentenceOf(report.Tokens.TokenAt(at.Start)),
            Trigger = new EventTrigger(at.Start, at.End, lemma), Plover = plover, Mode = mode, Time = time, Factuality = factuality,
            Actors = [.. (actors ?? []).Select(EntityId)], Recipients = [.. (recipients ?? []).Select(EntityId)], Place = place is null ? null : EntityId(place),
        });
        return this;
    }

    public Sample Figure(string words, double value, string unit, double? low = null, double? high = null, string? asOf = null, string? measures = null, string? entity = null, string? modifier = null, string? scope = null)
    {
        TextSpan at = Span(words);
        _figures.Add(new Figure { Id = Ids.Of('f', report.Report.Sha256, at), Report = Id, Start = at.Start, End = at.End, Value = value, Low = low ?? value, High = high ?? value, Modifier = modifier, Unit = unit, AsOf = asOf, Scope = scope is null ? null : new TextSlice(scope, Span(scope).Start, Span(scope).End), Entities = entity is null ? [] : [EntityId(entity)], Measures = measures is null ? null : new TextSlice(measures, Span(measures).Start, Span(measures).End) });
        return this;
    }

    public Sample Time(string words, string value, TimeAnchor anchor = TimeAnchor.Explicit, TimexType type = TimexType.DATE)
    {
        TextSpan at = Span(words);
        _times.Add(new TimeExpression { Id = Ids.Of('x', report.Report.Sha256, at), Report = Id, Start = at.Start, End = at.End, Type = type, Value = value, Anchor = anchor });
        return this;
    }

    public AnnotatedReport Build() => report
        .With(ReportLayers.Entities, new EntityLayer(_entities))
        .With(ReportLayers.Statements, new Layer<Statement>(_statements))
        .With(ReportLayers.Events, new Layer<Event>(_events))
        .With(ReportLayers.Figures, new Layer<Figure>(_figures))
        .With(ReportLayers.Times, new Layer<TimeExpression>(_times));
}
