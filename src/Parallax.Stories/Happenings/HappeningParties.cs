using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Happenings;

/// <summary>Who takes part in a happening, of those whom its tellings name.</summary>
internal static class HappeningParties
{
    /// <summary>Those who do it and those to whom it is done, in the order of the tellings.</summary>
    /// <remarks>Whoever tells of a death has not died it ("Two died, Inspector Orsk said"); who died stands with those who are told to have been killed; a town is not killed where somebody is.</remarks>
    public static (ImmutableArray<string> Actors, ImmutableArray<string> Recipients) Of(ReportSet set, Proposition[] told, IReadOnlyDictionary<string, Telling> tellings)
    {
        string[] actors = Named(static p => p.Event!.Actors), recipients = Named(static p => p.Event!.Recipients);
        if (!Array.Exists(told, static p => p.Class is "kill" or "die"))
        {
            if (Array.TrueForAll(told, static p => p.Event!.Plover == PloverType.CONSULT))
            {
                return ([.. actors], [.. recipients.Where(id => !actors.Contains(id, StringComparer.Ordinal))]); // who meets is met
            }

            // "was shot", where the parse has the man himself shoot: nobody strikes himself.
            return (Array.Exists(told, static p => p.Event!.Plover == PloverType.ASSAULT) ? [.. actors.Where(id => !recipients.Contains(id, StringComparer.Ordinal))] : [.. actors], [.. recipients]);
        }

        Dictionary<string, ActorKind> kinds = told.Select(static p => p.Report).Distinct(StringComparer.Ordinal).SelectMany(r => set[r].Entities.Entities).GroupBy(static e => e.Id, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.First().Kind, StringComparer.Ordinal);
        HashSet<string> speakers = [.. told.Select(static p => p.Statement?.Source.Entity).OfType<string>()];
        string[] dead = recipients.Length == 0 ? [] : [.. told.Where(static p => p.Class == "die" || p.Event!.Trigger.Lemma == "die").SelectMany(static p => p.Event!.Actors)];
        string[] victims = [.. recipients.Concat(dead).Distinct(StringComparer.Ordinal).Where(id => !speakers.Contains(id))];
        if (Array.Exists(victims, id => kinds.GetValueOrDefault(id) is ActorKind.Person or ActorKind.Unnamed or ActorKind.Group))
        {
            victims = [.. victims.Where(id => kinds.GetValueOrDefault(id) is not (ActorKind.Place or ActorKind.Facility))];
        }

        return ([.. actors.Where(id => !speakers.Contains(id) && !victims.Contains(id, StringComparer.Ordinal))], [.. victims]);

        // Those whom the full tellings name; where none names any, those of the others.
        string[] Named(Func<Proposition, ImmutableArray<string>> of)
        {
            string[] full = [.. told.Where(p => tellings[p.Key] == Telling.Full).SelectMany(p => of(p).Where(id => !IsOnlySource(p, id))).Distinct(StringComparer.Ordinal)];
            return full.Length > 0 ? full : [.. told.SelectMany(p => of(p).Where(id => !IsOnlySource(p, id))).Distinct(StringComparer.Ordinal)];
        }
    }

    // "Orsk and Vale met, three people said": whose word it is, who stands nowhere in what he tells.
    private static bool IsOnlySource(Proposition told, string entity) => told.Statement is { Source: { Kind: ActorKind.Unnamed or ActorKind.Group } source } && source.Entity == entity
        && told.Actor is { } actor && actor.Entities.Contains(entity) && source.Spans.Any(span => span.Overlaps(actor.Span));
}
