using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Stories.Words;

namespace Parallax.Stories.Entities;

/// <summary>Entities across reports and the way from each report's ids to them.</summary>
/// <param name="Entities">The entities, by first mention.</param>
/// <param name="IdOf">New id by the id inside a report; what the user rejected is not there.</param>
/// <param name="Members">Ids inside reports by new id.</param>
/// <param name="Idle">Decisions of the user that bear on nothing in the set.</param>
internal sealed record LinkedEntities(ImmutableArray<Entity> Entities, IReadOnlyDictionary<string, string> IdOf, ImmutableSortedDictionary<string, ImmutableArray<string>> Members, ImmutableArray<EntityDecision> Idle);

/// <summary>Joins the entities of all reports that are one.</summary>
/// <remarks>A function of the set: pairs are joined from the surest rule down, ties in the order of ids; a join that would bring clashing members together is not made.</remarks>
internal static class EntityLinker
{
    private const int LargestBucket = 400;

    // From this rank on a match needs that no other would do as well: a bare surname. So does an acronym that a name spells.
    private const int WeakRank = 5;

    /// <summary>Links the entities of a set of reports.</summary>
    public static LinkedEntities Link(ReportSet set, ExplanationBook book) => Link(set, book, []);

    /// <summary>Links the entities of a set of reports as far as the user has not decided otherwise.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="book">Takes the reasons.</param>
    /// <param name="decisions">Of the user.</param>
    /// <param name="storyOf">Story by report; without it nothing is joined because one story speaks of it.</param>
    public static LinkedEntities Link(ReportSet set, ExplanationBook book, ImmutableArray<EntityDecision> decisions, IReadOnlyDictionary<string, int>? storyOf = null)
    {
        List<Entity> all = [.. set.Reports.SelectMany(static r => r.Entities.Entities).OrderBy(static e => e.Id, StringComparer.Ordinal)];
        HashSet<string> countryWords = [.. all.Where(static e => e is { Kind: ActorKind.Country, Country: not null }).SelectMany(static e => e.Aliases.Append(e.Name)).Where(static n => char.IsUpper(n[0])).SelectMany(static n => NameKeys.Tokens(n)).Where(static w => !NameKeys.IsCompanyTail(w) && w is not ("of" or "and"))];
        all = KnownElsewhere.Apply(set, all, countryWords);
        EntityProfile?[] profiles = YoungerNamesakes.Mark([.. all.Select(e => EntityProfile.Of(e, countryWords))]);
        DisjointSets sets = new(all.Count);
        List<EntityMatch>[] reasons = new List<EntityMatch>[all.Count];
        EntityConstraints constraints = new(all, decisions);
        constraints.Join(sets, reasons);
        JoinEqual(profiles, sets, constraints);
        JoinSimilar(all, profiles, sets, reasons, constraints);
        if (storyOf is not null)
        {
            new StoryBodies(set, all, profiles, sets, reasons, constraints).Join(storyOf);
        }

        return Write(set, all, sets, reasons, constraints, book);
    }

    // Same signature: one, without comparing each with each.
    private static void JoinEqual(EntityProfile?[] profiles, DisjointSets sets, EntityConstraints constraints)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        for (int i = 0; i < profiles.Length; i++)
        {
            if (profiles[i] is not { } profile || (NameKeys.IsGeneric(profile.Full) && profile.Entity.Country is null) || constraints.IsBound(i))
            {
                continue;
            }

            if (!first.TryAdd(profile.Signature, i))
            {
                sets.Join(first[profile.Signature], i);
            }
        }
    }

    private static void JoinSimilar(List<Entity> all, EntityProfile?[] profiles, DisjointSets sets, List<EntityMatch>[] reasons, EntityConstraints constraints)
    {
        List<(EntityMatch Match, int Left, int Right)> pairs = [];
        List<List<int>> buckets = Buckets(profiles, sets, constraints).FindAll(static b => b.Count is > 1 and <= LargestBucket);
        List<int>?[] bucketsOf = BucketsOf(buckets, profiles.Length);
        for (int number = 0; number < buckets.Count; number++)
        {
            List<int> bucket = buckets[number];
            for (int i = 0; i < bucket.Count; i++)
            {
                for (int j = i + 1; j < bucket.Count; j++)
                {
                    // Two that share several buckets are compared in the first.
                    if (FirstShared(bucketsOf[bucket[i]]!, bucketsOf[bucket[j]]!) == number && EntityMatcher.Compare(profiles[bucket[i]]!, profiles[bucket[j]]!) is { Rank: > 0 } match)
                    {
                        pairs.Add((match, bucket[i], bucket[j]));
                    }
                }
            }
        }

        // Of entities with one signature one stands for all: what clashes with it clashes with the others.
        Dictionary<int, List<int>> members = sets.Sets().Where(s => s.Exists(m => profiles[m] is not null))
            .ToDictionary(static s => s[0], s => s.FindAll(m => profiles[m] is not null && (m == s[0] || constraints.IsBound(m) || constraints.IsMerged(s[0]))));
        ILookup<int, int> weak = pairs.Where(static p => IsWeak(p.Match)).SelectMany(static p => new[] { (p.Left, p.Right), (p.Right, p.Left) }).ToLookup(static p => p.Item1, static p => p.Item2);
        foreach ((EntityMatch match, int left, int right) in pairs.OrderBy(static p => p.Match.Rank).ThenBy(static p => p.Left).ThenBy(static p => p.Right))
        {
            (int a, int b) = (sets.Find(left), sets.Find(right));
            if (a == b)
            {
                continue;
            }

            // What the user merged may look like nothing else; it keeps nobody else away.
            bool clash = members[a].Any(x => !constraints.IsMerged(x) && members[b].Any(y => !constraints.IsMerged(y) && EntityMatcher.Clash(profiles[x]!, profiles[y]!)));
            bool both = match.Rule is EntityMatcher.OfficeVariant or EntityMatcher.GivenVariant or EntityMatcher.PlaceVariant && members[a].Any(x => members[b].Any(y => AreOfOneReport(all[x], all[y])));
            if (clash || both || !constraints.MayJoin(members[a], members[b]) || (IsWeak(match) && IsAmbiguous(a, b, members, profiles, weak, sets)))
            {
                continue;
            }

            sets.Join(a, b);
            int root = sets.Find(a), gone = root == a ? b : a;
            members[root].AddRange(members[gone]);
            members.Remove(gone);
            (reasons[root] ??= []).Add(match);
            reasons[root].AddRange(reasons[gone] ?? []);
        }
    }

    // By entity: the numbers of its buckets, ascending; null where it is in none.
    private static List<int>?[] BucketsOf(List<List<int>> buckets, int count)
    {
        List<int>?[] bucketsOf = new List<int>?[count];
        for (int number = 0; number < buckets.Count; number++)
        {
            foreach (int member in buckets[number])
            {
                (bucketsOf[member] ??= []).Add(number);
            }
        }

        return bucketsOf;
    }

    // The smallest number of two ascending lists that share one.
    private static int FirstShared(List<int> left, List<int> right)
    {
        for (int i = 0, j = 0; ;)
        {
            int order = left[i].CompareTo(right[j]);
            if (order == 0)
            {
                return left[i];
            }

            (i, j) = (i + (order < 0 ? 1 : 0), j + (order > 0 ? 1 : 0));
        }
    }

    private static bool AreOfOneReport(Entity left, Entity right) => left.Mentions.Length > 0 && right.Mentions.Length > 0 && left.Mentions[0].Report == right.Mentions[0].Report;

    private static bool IsWeak(EntityMatch match) => match.Rank >= WeakRank || match.Rule == "acronym";

    // A bare surname that fits two people, an acronym that fits two bodies, is joined to neither.
    private static bool IsAmbiguous(int a, int b, Dictionary<int, List<int>> members, EntityProfile?[] profiles, ILookup<int, int> weak, DisjointSets sets)
    {
        int single = members[a].TrueForAll(m => profiles[m]!.Full.Length <= 1) ? a : b, other = single == a ? b : a;
        foreach (int partner in members[single].SelectMany(m => weak[m]))
        {
            int third = sets.Find(partner);
            if (third != other && third != single && members[third].Any(m => profiles[m]!.Full.Length > 1)
                && !members[single].Any(s => members[third].Any(t => EntityMatcher.Clash(profiles[s]!, profiles[t]!)))
                && members[third].Any(t => members[other].Any(o => AreTwo(profiles[t]!, profiles[o]!))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreTwo(EntityProfile left, EntityProfile right) => EntityMatcher.Clash(left, right) || (!left.IsPerson && EntityMatcher.Compare(left, right).Rank == 0);

    private static List<List<int>> Buckets(EntityProfile?[] profiles, DisjointSets sets, EntityConstraints constraints)
    {
        SortedDictionary<string, List<int>> buckets = new(StringComparer.Ordinal);
        for (int i = 0; i < profiles.Length; i++)
        {
            if (profiles[i] is not { } profile || (sets.Find(i) != i && !constraints.IsMerged(i)))
            {
                continue;
            }

            foreach (string key in Keys(profile).Distinct(StringComparer.Ordinal))
            {
                if (!buckets.TryGetValue(key, out List<int>? bucket))
                {
                    buckets[key] = bucket = [];
                }

                bucket.Add(i);
            }
        }

        return [.. buckets.Values];
    }

    private static IEnumerable<string> Keys(EntityProfile profile)
    {
        foreach (string acronym in profile.Acronyms)
        {
            yield return "a:" + acronym.ToLowerInvariant();
            if (NameKeys.IsLikeWord(acronym))
            {
                yield return "n:" + acronym.ToLowerInvariant();
            }
        }

        if (profile.IsSeat || profile.Entity is { Kind: ActorKind.Country, Country: not null })
        {
            yield return "c:" + profile.Entity.Country;
        }

        foreach (ImmutableArray<string> name in profile.Names)
        {
            string last = name[^1];
            yield return profile.IsPerson ? "p:" + Skeleton(last) : "n:" + last;
            if (profile.IsPerson && name.Length > 1)
            {
                yield return "g:" + Skeleton(name[0]) + last[0];
                yield return "w:" + string.Concat(name);
            }

            if (profile.Entity.Kind == ActorKind.Place && name.Length == 1)
            {
                yield return "l:" + Skeleton(last);
            }

            if (!profile.IsPerson)
            {
                yield return "n:" + name[0];
                yield return "s:" + NameKeys.Squeezed(name);
                yield return "a:" + NameKeys.Initials(name);
            }
        }
    }

    private static string Skeleton(string word)
    {
        string sound = NameKeys.Sound(word);
        return sound.Length == 0 ? word : string.Concat(sound.Take(1).Concat(sound.Skip(1).Where(static c => c is not ('a' or 'e' or 'i' or 'o' or 'u'))));
    }

    private static LinkedEntities Write(ReportSet set, List<Entity> all, DisjointSets sets, List<EntityMatch>[] reasons, EntityConstraints constraints, ExplanationBook book)
    {
        Dictionary<string, string> idOf = new(all.Count, StringComparer.Ordinal);
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Builder membersOf = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        List<Entity> linked = [];
        Dictionary<string, int> order = set.Reports.Select(static (r, i) => (r.Report.Id, i)).ToDictionary(static p => p.Id, static p => p.i, StringComparer.Ordinal);
        foreach (List<int> members in sets.Sets())
        {
            Entity[] parts = [.. members.Select(m => all[m])];
            string id = Ids.Group('e', parts.Select(static p => p.Id));
            Entity found = PronounSex.Apply(parts.Length == 1 ? parts[0] with { Id = id } : Merge(id, parts, reasons[members[0]] ?? [], order), set);
            if (constraints.Decided(found, members, book) is not { } whole)
            {
                continue;
            }

            membersOf[id] = [.. parts.Select(static p => p.Id)];
            linked.Add(whole);
            book.Add(id, whole.Explanation);
            foreach (Entity part in parts)
            {
                idOf[part.Id] = id;
            }
        }

        return new LinkedEntities(
            [.. linked.OrderBy(e => e.Mentions.Length == 0 ? int.MaxValue : order[e.Mentions[0].Report]).ThenBy(static e => e.Mentions.Length == 0 ? 0 : e.Mentions[0].Start).ThenBy(static e => e.Id, StringComparer.Ordinal)],
            idOf,
            membersOf.ToImmutable(),
            constraints.Idle);
    }

    private static Entity Merge(string id, Entity[] parts, List<EntityMatch> reasons, Dictionary<string, int> order)
    {
        string[] names = [.. parts.SelectMany(static p => p.Aliases.Prepend(p.Name)).Distinct(StringComparer.Ordinal)];
        ActorKind kind = KindOf(parts);
        string name = parts.Where(p => kind != ActorKind.Country || p.Kind == kind).GroupBy(static p => p.Name, StringComparer.Ordinal)
            .OrderByDescending(g => Fullness(g.First(), g.Key)).ThenByDescending(static g => g.Count()).ThenByDescending(static g => g.Key.Length).ThenBy(static g => g.Key, StringComparer.Ordinal).First().Key;
        Explanation[] because = [.. reasons.Select(static r => (r.Rule, r.Why)).Distinct().OrderBy(static r => r.Rule, StringComparer.Ordinal).ThenBy(static r => r.Why, StringComparer.Ordinal).Select(static r => Explanation.Of(r.Rule, r.Why))];
        Evidence[] evidence = [.. parts.Where(static p => p.Mentions.Length > 0).Select(static p => new Evidence(p.Mentions[0].Report, p.Mentions[0].Start, p.Mentions[0].End)).Order()];
        string why = because.Length == 0 ? $"called “{name}” in each" : string.Join("; ", because.Select(static b => b.Text));
        return parts[0] with
        {
            Id = id,
            Kind = kind,
            Name = name,
            Aliases = [.. names.Where(n => n != name).Order(StringComparer.Ordinal)],
            Descriptions = [.. parts.SelectMany(static p => p.Descriptions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Country = parts.Select(static p => p.Country).FirstOrDefault(static c => c is not null),
            Mentions = [.. parts.SelectMany(static p => p.Mentions).OrderBy(m => order[m.Report]).ThenBy(static m => m.Span)],
            Explanation = Explanation.Of("entity-merge", $"one in {parts.Select(static p => p.Mentions.Length > 0 ? p.Mentions[0].Report : p.Id).Distinct(StringComparer.Ordinal).Count()} reports: {why}").On(evidence).From(because),
        };
    }

    // What most reports take it for; "organization" gives way to the kind of body that any report tells, and "other" to any kind.
    private static ActorKind KindOf(Entity[] parts)
    {
        ActorKind most = parts.GroupBy(static p => p.Kind).OrderByDescending(static g => g.Key is not (ActorKind.Other or ActorKind.Unnamed)).ThenByDescending(static g => g.Count()).ThenBy(static g => g.Key).First().Key;
        if (most is ActorKind.Government && parts.Any(static p => p.Kind == ActorKind.Country))
        {
            return ActorKind.Country;
        }

        Entity? told = most == ActorKind.Organization ? parts.FirstOrDefault(static p => p.Kind is ActorKind.Agency or ActorKind.Outlet or ActorKind.Government) : null;
        return told?.Kind ?? most;
    }

    // A person is best called by given name and surname; a body by its spelt-out name.
    private static int Fullness(Entity entity, string name) =>
        entity.Kind is ActorKind.Unnamed ? 0 : entity.Kind is ActorKind.Person ? char.IsLower(name[name.LastIndexOf(' ') + 1]) ? 0 : Math.Min(2, NameKeys.PersonTokens(name).Length) : NameKeys.IsAcronym(name) || !WordList.Of(name).Any(static w => w.IsCapital) ? 0 : StoryBodies.IsNoun(name) ? 1 : 2;
}
