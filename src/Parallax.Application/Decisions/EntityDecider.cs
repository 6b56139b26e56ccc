using System.Collections.Immutable;
using Parallax.Application.Accounts;
using Parallax.Core.Accounts;
using Parallax.Storage;
using Parallax.Storage.Sqlite;

namespace Parallax.Application.Decisions;

/// <summary>Keeps what a user decides of the entities of a collection; later accounts of it follow.</summary>
/// <param name="maker">Makes the account in which the entities are looked up.</param>
public sealed class EntityDecider(AccountMaker maker)
{
    /// <summary>Decides that two entities are one.</summary>
    /// <param name="collectionFile">The collection.</param>
    /// <param name="left">Id, name or other name of the one.</param>
    /// <param name="right">Id, name or other name of the other.</param>
    /// <exception cref="CollectionException">The collection's file cannot be used.</exception>
    public DecisionOutcome Merge(string collectionFile, string left, string right)
    {
        MadeAccount made = Make(collectionFile);
        if (Find(made, left, out Entity one) is { } fault || (fault = Find(made, right, out Entity other)) is not null)
        {
            return fault;
        }

        return one.Id == other.Id
            ? new DecisionOutcome(null, $"{Called(one)} is one entity already; nothing was decided.")
            : Keep(collectionFile, new Decision("merge", made.EntityMembers[one.Id][0], made.EntityMembers[other.Id][0], $"{Called(one)} and {Called(other)} are one"));
    }

    /// <summary>Decides that what one part of an entity speaks of is another.</summary>
    /// <param name="collectionFile">The collection.</param>
    /// <param name="entity">Id or name of the entity.</param>
    /// <param name="part">What is to stand apart: a report (id or file), a name, or the id of an entity inside a report.</param>
    /// <exception cref="CollectionException">The collection's file cannot be used.</exception>
    public DecisionOutcome Split(string collectionFile, string entity, string part)
    {
        MadeAccount made = Make(collectionFile);
        if (Find(made, entity, out Entity whole) is { } fault)
        {
            return fault;
        }

        ImmutableArray<string> members = made.EntityMembers[whole.Id];
        HashSet<string> reports = [.. made.Account.Reports.Where(r => r.Id == part || r.File == part).Select(static r => r.Id)];
        ImmutableArray<string> apart = [.. members.Where(m => m == part || Parts(made, m).Any(e => reports.Contains(e.Report) || e.Name == part))], rest = [.. members.Except(apart, StringComparer.Ordinal)];
        if (apart.IsEmpty || rest.IsEmpty)
        {
            return new DecisionOutcome(null, apart.IsEmpty
                ? $"No part of {Called(whole)} is called, or stands in, “{part}”. Its parts: {Listed(made, members)}."
                : $"All of {Called(whole)} is “{part}”; nothing would stay. Its parts: {Listed(made, members)}.");
        }

        return Keep(collectionFile, new Decision("split", string.Join(' ', rest), string.Join(' ', apart), $"{Called(whole)} is not what “{part}” tells of"));
    }

    /// <summary>Decides on another name.</summary>
    /// <exception cref="CollectionException">The collection's file cannot be used.</exception>
    public DecisionOutcome Rename(string collectionFile, string entity, string name)
    {
        string wanted = name.Trim();
        if (wanted.Length == 0 || wanted.Any(char.IsControl))
        {
            return new DecisionOutcome(null, "A name has at least one letter, and no control characters.");
        }

        MadeAccount made = Make(collectionFile);
        return Find(made, entity, out Entity found) ?? Keep(collectionFile, new Decision("rename", made.EntityMembers[found.Id][0], wanted, $"{Called(found)} is called “{wanted}”"));
    }

    /// <summary>Decides that something is no entity at all.</summary>
    /// <exception cref="CollectionException">The collection's file cannot be used.</exception>
    public DecisionOutcome Reject(string collectionFile, string entity)
    {
        MadeAccount made = Make(collectionFile);
        return Find(made, entity, out Entity found) ?? Keep(collectionFile, new Decision("reject", made.EntityMembers[found.Id][0], "", $"{Called(found)} is no entity"));
    }

    /// <summary>The decisions in force.</summary>
    /// <exception cref="CollectionException">The collection's file cannot be used.</exception>
    public static ImmutableArray<KeptDecision> List(string collectionFile)
    {
        using SqliteCollection collection = SqliteCollection.Open(collectionFile);
        return collection.Decisions();
    }

    /// <summary>Takes a decision back.</summary>
    /// <exception cref="CollectionException">The collection's file cannot be used.</exception>
    public static DecisionOutcome Undo(string collectionFile, int number)
    {
        using SqliteCollection collection = SqliteCollection.Open(collectionFile);
        return collection.Undo(number) is { } undone
            ? new DecisionOutcome(number, $"Undone: {undone.Words}.")
            : new DecisionOutcome(null, $"No decision {number} is in force. “decide list” shows those that are.");
    }

    private static DecisionOutcome Keep(string collectionFile, Decision decision)
    {
        using SqliteCollection collection = SqliteCollection.Open(collectionFile);
        int number = collection.Decide(decision);
        return new DecisionOutcome(number, $"Decision {number}: {decision.Words}.");
    }

    private MadeAccount Make(string collectionFile) => maker.Make(new AccountRequest { CollectionFile = collectionFile });

    // By id, of the whole or of a part; else by name; else by another name. Null where one was found.
    private static DecisionOutcome? Find(MadeAccount made, string wanted, out Entity found)
    {
        Entity[] matches = [.. made.Account.Entities.Where(e => e.Id == wanted || made.EntityMembers[e.Id].Contains(wanted))];
        matches = matches.Length > 0 ? matches : [.. made.Account.Entities.Where(e => e.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase))];
        matches = matches.Length > 0 ? matches : [.. made.Account.Entities.Where(e => e.Aliases.Contains(wanted, StringComparer.OrdinalIgnoreCase))];
        found = matches.FirstOrDefault()!; // Read only where null is returned, and then there is one.
        return matches.Length switch
        {
            1 => null,
            0 => new DecisionOutcome(null, $"No entity of this collection has the id or name “{wanted}”. The names and ids stand in the account (--format json)."),
            _ => new DecisionOutcome(null, $"“{wanted}” is the name of {matches.Length} entities: {string.Join(", ", matches.Select(e => $"{e.Id} ({e.Kind.ToString().ToLowerInvariant()} “{e.Name}”)"))}. Say which by its id."),
        };
    }

    private static IEnumerable<(string Report, string Name)> Parts(MadeAccount made, string member) => made.EntityParts.TryGetValue(member, out EntityPart? part) ? part.Names.Select(n => (part.Report, n)) : [];

    private static string Listed(MadeAccount made, ImmutableArray<string> members) => string.Join(", ", members.Select(m =>
        made.EntityParts.TryGetValue(m, out EntityPart? part) ? $"{m} (“{part.Names[0]}” in {made.Account.Reports.FirstOrDefault(r => r.Id == part.Report)?.File ?? part.Report})" : m));

    // A decision is kept on ids of parts, which do not change when other reports come.
    private static string Called(Entity entity) => $"“{entity.Name}”";
}
