using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Entities;

/// <content>Speakers that are entities of their report, by the names that all reports have for them.</content>
internal sealed partial class StorySpeakers
{
    private static readonly Lazy<HashSet<string>> Seats = new(static () => [.. Words.StoriesData.Lines("en/names/seats.txt").SelectMany(static line => line.Split('|')[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]);

    private static readonly Lazy<HashSet<string>> Collectives = new(static () => Words.StoriesData.Words("en/claims/collectives.txt"));

    /// <summary>The statement with speaker, hops and root called as in all reports.</summary>
    public static Statement Linked(Statement statement, AnnotatedReport report, LinkedEntities linked, IReadOnlyDictionary<string, Entity> byId)
    {
        Statement mapped = Linked(statement, linked, byId);
        if (statement.Source is { Entity: null, Kind: ActorKind.Group, Name: { } pair } && Both(pair, report, linked, byId) is { } both)
        {
            return mapped with { Source = mapped.Source with { Name = both }, Root = mapped.Root.Name == pair ? mapped.Root with { Name = both } : mapped.Root };
        }

        if (statement.Source is { Entity: null, Name: { } owned } && OwnedBy(owned, report, linked, byId) is { } of)
        {
            mapped = mapped with { Source = mapped.Source with { Name = of }, Root = mapped.Root.Name == owned ? mapped.Root with { Name = of } : mapped.Root };
        }

        // "Police said …, the Herald reported": the root that is another than the speaker.
        if (statement.Root.Name is not { } root || root == statement.Source.Name)
        {
            return mapped;
        }

        string[] called = [.. report.Entities.Entities.Where(e => e.Name == root).Select(e => EntityRemapping.One(e.Id, linked)).OfType<string>().Distinct(StringComparer.Ordinal)];
        return called is [var only] ? mapped with { Root = mapped.Root with { Name = byId[only].Name } } : mapped;
    }

    // "Brown’s campaign" of a report that never names her in full: with the name that all reports have for her; null where it is nobody's or as it stands.
    private static string? OwnedBy(string owned, AnnotatedReport report, LinkedEntities linked, IReadOnlyDictionary<string, Entity> byId)
    {
        int mark = owned.IndexOf("’s ", StringComparison.Ordinal);
        mark = mark < 0 ? owned.IndexOf("’ ", StringComparison.Ordinal) : mark;
        string[] called = mark < 0 ? [] : [.. report.Entities.Entities.Where(e => e.Kind == ActorKind.Person && e.Name == owned[..mark]).Select(e => EntityRemapping.One(e.Id, linked)).OfType<string>().Distinct(StringComparer.Ordinal)];
        string? name = called is [var only] ? byId[only].Name : null;
        return name is null || name == owned[..mark] ? null : $"{name}{(name.EndsWith('s') ? "’" : "’s")}{owned[owned.IndexOf(' ', mark)..]}";
    }

    // "Brown and Lund" of a report that names neither in full: the two by the names that all reports have for them; else null.
    private static string? Both(string pair, AnnotatedReport report, LinkedEntities linked, IReadOnlyDictionary<string, Entity> byId)
    {
        string[] called = [.. pair.Split(" and ").Select(one => report.Entities.Entities.Where(e => e.Kind == ActorKind.Person && e.Name == one).Select(e => EntityRemapping.One(e.Id, linked)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray())
            .Where(static ids => ids.Length == 1).Select(ids => byId[ids[0]].Name).Order(StringComparer.Ordinal)];
        return called is [var first, var second] && pair.Split(" and ").Length == 2 ? $"{first} and {second}" : null;
    }

    private static Statement Linked(Statement statement, LinkedEntities linked, IReadOnlyDictionary<string, Entity> byId)
    {
        string? source = EntityRemapping.One(statement.Source.Entity, linked);
        if (source is not null && byId[source].Kind == ActorKind.Person && IsCollective(statement.Source.Text))
        {
            source = null; // "the police", read as the captain whose name begins with the word.
            statement = Named(statement, null, statement.Source.Text, ActorKind.Group);
        }

        if (source is not null && byId[source].Kind is ActorKind.Place or ActorKind.Facility && statement.Source.Kind is not (ActorKind.Government or ActorKind.Country) && !IsCalled(byId[source], statement.Source.Text))
        {
            source = null; // "OSTBY DA", read as the town beside it.
            statement = Named(statement, null, Bare(statement.Source.Text), statement.Source.Kind);
        }

        string name = source is null ? statement.Source.Name : IsSeat(byId[source], statement.Source.Text) ? Bare(statement.Source.Text) : byId[source].Name;
        // A company that one report could take for a person is what all reports together make it.
        ActorKind told = source is null ? ActorKind.Other : byId[source].Kind, own = statement.Source.Kind;
        ActorKind kind = (told == ActorKind.Organization && own == ActorKind.Person) || (told == ActorKind.Outlet && own is ActorKind.Organization or ActorKind.Other) ? told : own;
        return statement with
        {
            Source = statement.Source with { Entity = source, Name = name, Kind = kind },
            Addressee = EntityRemapping.One(statement.Addressee, linked),
            Chain = [.. statement.Chain.Select(hop => EntityRemapping.One(hop.Entity, linked) is { } entity ? hop with { Entity = entity, Name = byId[entity].Name } : hop with { Entity = null })],
            Root = source is not null && statement.Root.Name == statement.Source.Name ? statement.Root with { Name = name, Kind = statement.Root.Kind == statement.Source.Kind ? kind : statement.Root.Kind } : statement.Root,
        };
    }

    // "the White House said": whatever state it stands for, it is called by its own name.
    private static bool IsSeat(Entity entity, string text) =>
        entity.Kind is ActorKind.Country or ActorKind.Government && Seats.Value.Contains(Bare(text));

    private static bool IsCalled(Entity entity, string text) => entity.Aliases.Prepend(entity.Name).Any(n => NameKeys.Tokens(n).Any(NameKeys.Tokens(text).Contains)) || NameKeys.Tokens(text) is [] or [_];

    private static string Bare(string text) => text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;

    private static bool IsCollective(string text)
    {
        string lower = text.Trim().ToLowerInvariant();
        return Collectives.Value.Contains(lower.StartsWith("the ", StringComparison.Ordinal) ? lower[4..] : lower);
    }
}
