using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Entities;

/// <summary>Puts the entities across reports into the layers of each report.</summary>
internal static class EntityRemapping
{
    /// <summary>The mentions of each entity in each report, in their order.</summary>
    public static ILookup<(string Entity, string Report), Mention> MentionsOf(IEnumerable<Entity> entities) => entities.SelectMany(static e => e.Mentions.Select(m => (Entity: e.Id, Mention: m))).ToLookup(static p => (p.Entity, p.Mention.Report), static p => p.Mention);

    /// <summary>The report with all entity ids replaced; its entity layer holds the joined entities with the mentions of this report only.</summary>
    public static AnnotatedReport Apply(AnnotatedReport report, LinkedEntities linked, IReadOnlyDictionary<string, Entity> byId, ILookup<(string Entity, string Report), Mention> mentions)
    {
        string id = report.Report.Id;
        IEnumerable<Entity> entities = report.Entities.Entities.Select(e => linked.IdOf.GetValueOrDefault(e.Id)).OfType<string>().Distinct(StringComparer.Ordinal).Select(e => byId[e])
            .Select(e => e with { Mentions = [.. mentions[(e.Id, id)]] });
        return report
            .With(ReportLayers.Entities, new EntityLayer(entities))
            .With(ReportLayers.Statements, new Layer<Statement>(report.Statements.Select(s => StorySpeakers.Linked(s, report, linked, byId))))
            .With(ReportLayers.Events, new Layer<Event>(report.Events.Select(e => Apply(e, linked))))
            .With(ReportLayers.Figures, new Layer<Figure>(report.Figures.Select(f => f with { Entities = Many(f.Entities, linked) })));
    }

    private static Event Apply(Event told, LinkedEntities linked) => told with
    {
        Actors = Many(told.Actors, linked),
        Recipients = Many(told.Recipients, linked),
        Place = One(told.Place, linked),
        Object = told.Object is { } thing ? thing with { Entity = One(thing.Entity, linked) } : null,
    };

    /// <summary>The id across reports, or null.</summary>
    public static string? One(string? id, LinkedEntities linked) => id is null ? null : linked.IdOf.GetValueOrDefault(id);

    private static ImmutableArray<string> Many(ImmutableArray<string> ids, LinkedEntities linked) => [.. ids.Select(id => One(id, linked)).OfType<string>().Distinct(StringComparer.Ordinal)];
}
