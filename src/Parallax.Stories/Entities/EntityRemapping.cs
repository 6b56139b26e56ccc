using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Entities;

/// <summary>Puts the entities across reports into the layers of each report.</summary>
internal static class EntityRemapping
{
    private static readonly Lazy<HashSet<string>> Seats = new(static () => [.. Words.StoriesData.Lines("en/names/seats.txt").SelectMany(static line => line.Split('|')[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]);

    private static readonly Lazy<HashSet<string>> Collectives = new(static () => Words.StoriesData.Words("en/claims/collectives.txt"));

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
            .With(ReportLayers.Statements, new Layer<Statement>(report.Statements.Select(s => Rooted(Apply(s, linked, byId), s, report, linked, byId))))
            .With(ReportLayers.Events, new Layer<Event>(report.Events.Select(e => Apply(e, linked))))
            .With(ReportLayers.Figures, new Layer<Figure>(report.Figures.Select(f => f with { Entities = Many(f.Entities, linked) })));
    }

    // "Police said …, the Herald reported": the root that is another than the speaker is called as in all reports too.
    private static Statement Rooted(Statement mapped, Statement statement, AnnotatedReport report, LinkedEntities linked, IReadOnlyDictionary<string, Entity> byId)
    {
        if (statement.Source is { Entity: null, Kind: ActorKind.Group, Name: { } pair } && Both(pair, report, linked, byId) is { } both)
        {
            return mapped with { Source = mapped.Source with { Name = both }, Root = mapped.Root.Name == pair ? mapped.Root with { Name = both } : mapped.Root };
        }

        if (statement.Root.Name is not { } root || root == statement.Source.Name)
        {
            return mapped;
        }

        string[] called = [.. report.Entities.Entities.Where(e => e.Name == root).Select(e => One(e.Id, linked)).OfType<string>().Distinct(StringComparer.Ordinal)];
        return called is [var only] ? mapped with { Root = mapped.Root with { Name = byId[only].Name } } : mapped;
    }

    // "Brown and Lund" of a report that names neither in full: the two by the names that all reports have for them; else null.
    private static string? Both(string pair, AnnotatedReport report, LinkedEntities linked, IReadOnlyDictionary<string, Entity> byId)
    {
        string[] called = [.. pair.Split(" and ").Select(one => report.Entities.Entities.Where(e => e.Kind == ActorKind.Person && e.Name == one).Select(e => One(e.Id, linked)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray())
            .Where(static ids => ids.Length == 1).Select(ids => byId[ids[0]].Name).Order(StringComparer.Ordinal)];
        return called is [var first, var second] && pair.Split(" and ").Length == 2 ? $"{first} and {second}" : null;
    }

    private static Statement Apply(Statement statement, LinkedEntities linked, IReadOnlyDictionary<string, Entity> byId)
    {
        string? source = One(statement.Source.Entity, linked);
        if (source is not null && byId[source].Kind == ActorKind.Person && IsCollective(statement.Source.Text))
        {
            source = null; // "the police", read as the captain whose name begins with the word.
            statement = statement with { Source = statement.Source with { Name = statement.Source.Text, Kind = ActorKind.Group }, Root = statement.Root.Name == statement.Source.Name ? statement.Root with { Name = statement.Source.Text, Kind = ActorKind.Group } : statement.Root };
        }

        string name = source is null ? statement.Source.Name : IsSeat(byId[source], statement.Source.Text) ? Bare(statement.Source.Text) : byId[source].Name;
        // A company that one report could take for a person is what all reports together make it.
        ActorKind told = source is null ? ActorKind.Other : byId[source].Kind, own = statement.Source.Kind;
        ActorKind kind = (told == ActorKind.Organization && own == ActorKind.Person) || (told == ActorKind.Outlet && own is ActorKind.Organization or ActorKind.Other) ? told : own;
        return statement with
        {
            Source = statement.Source with { Entity = source, Name = name, Kind = kind },
            Addressee = One(statement.Addressee, linked),
            Chain = [.. statement.Chain.Select(hop => One(hop.Entity, linked) is { } entity ? hop with { Entity = entity, Name = byId[entity].Name } : hop with { Entity = null })],
            Root = source is not null && statement.Root.Name == statement.Source.Name ? statement.Root with { Name = name, Kind = statement.Root.Kind == statement.Source.Kind ? kind : statement.Root.Kind } : statement.Root,
        };
    }

    // "the White House said": whatever state it stands for, it is called by its own name.
    private static bool IsSeat(Entity entity, string text) =>
        entity.Kind is ActorKind.Country or ActorKind.Government && Seats.Value.Contains(Bare(text));

    private static string Bare(string text) => text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;

    private static bool IsCollective(string text)
    {
        string lower = text.Trim().ToLowerInvariant();
        return Collectives.Value.Contains(lower.StartsWith("the ", StringComparison.Ordinal) ? lower[4..] : lower);
    }

    private static Event Apply(Event told, LinkedEntities linked) => told with
    {
        Actors = Many(told.Actors, linked),
        Recipients = Many(told.Recipients, linked),
        Place = One(told.Place, linked),
        Object = told.Object is { } thing ? thing with { Entity = One(thing.Entity, linked) } : null,
    };

    private static string? One(string? id, LinkedEntities linked) => id is null ? null : linked.IdOf.GetValueOrDefault(id);

    private static ImmutableArray<string> Many(ImmutableArray<string> ids, LinkedEntities linked) => [.. ids.Select(id => One(id, linked)).OfType<string>().Distinct(StringComparer.Ordinal)];
}
