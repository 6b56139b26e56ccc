using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core;
using Parallax.Core.Accounts;

namespace Parallax.Stories.Entities;

/// <summary>The decisions of the user as they bear on the entities of a set: what must be one, what must stay apart, names, and what is none.</summary>
internal sealed class EntityConstraints
{
    private readonly List<(EntityDecision Decision, List<int> Left, List<int> Right)> _merges = [], _splits = [];
    private readonly List<(EntityDecision Decision, List<int> Members)> _renames = [], _rejections = [];

    /// <summary>Reads the decisions in their order.</summary>
    /// <param name="all">The entities of all reports.</param>
    /// <param name="decisions">By number.</param>
    public EntityConstraints(List<Entity> all, ImmutableArray<EntityDecision> decisions)
    {
        // Among millions of entities two may share an id of forty bits: decisions are then of the first.
        Dictionary<string, int> placeOf = all.Select(static (e, i) => (e.Id, i)).DistinctBy(static p => p.Id, StringComparer.Ordinal).ToDictionary(static p => p.Id, static p => p.i, StringComparer.Ordinal);
        ImmutableArray<EntityDecision>.Builder idle = ImmutableArray.CreateBuilder<EntityDecision>();
        foreach (EntityDecision decision in decisions)
        {
            List<int> left = Places(decision.Subject, placeOf), right = Places(decision.Other, placeOf);
            bool twoSided = decision.Kind is EntityDecisionKind.Merge or EntityDecisionKind.Split;
            if (left.Count == 0 || (twoSided && right.Count == 0))
            {
                idle.Add(decision);
                continue;
            }

            switch (decision.Kind)
            {
                case EntityDecisionKind.Merge:
                    _splits.RemoveAll(s => Opposed(s.Left, s.Right, left, right));
                    _merges.Add((decision, left, right));
                    break;
                case EntityDecisionKind.Split:
                    _merges.RemoveAll(m => Opposed(left, right, m.Left, m.Right));
                    _splits.Add((decision, left, right));
                    break;
                case EntityDecisionKind.Rename:
                    _renames.RemoveAll(r => r.Members.Intersect(left).Any());
                    _renames.Add((decision, left));
                    break;
                case EntityDecisionKind.Reject:
                    _rejections.Add((decision, left));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(decisions), decision.Kind, "Unknown kind of decision.");
            }
        }

        Idle = idle.ToImmutable();
    }

    /// <summary>Decisions on entities that are not in the set, perhaps because a newer version reads the reports otherwise.</summary>
    public ImmutableArray<EntityDecision> Idle { get; }

    /// <summary>Joins what was merged, and keeps why.</summary>
    public void Join(DisjointSets sets, List<EntityMatch>[] reasons)
    {
        foreach ((EntityDecision decision, List<int> left, List<int> right) in _merges)
        {
            foreach (int other in left.Concat(right))
            {
                int a = sets.Find(left[0]), b = sets.Find(other);
                if (sets.Join(a, b))
                {
                    int root = sets.Find(a), gone = root == a ? b : a;
                    (reasons[root] ??= []).Add(new EntityMatch(1, "decision-merge", Words(decision)));
                    reasons[root].AddRange(reasons[gone] ?? []);
                }
            }
        }
    }

    /// <summary>Whether an entity stands in a decision on what is one or two, so that it is not joined by its looks alone.</summary>
    public bool IsBound(int entity) => _splits.Exists(s => s.Left.Contains(entity) || s.Right.Contains(entity)) || IsMerged(entity);

    /// <summary>Whether an entity was merged by the user.</summary>
    public bool IsMerged(int entity) => _merges.Exists(m => m.Left.Contains(entity) || m.Right.Contains(entity));

    /// <summary>Whether no decision keeps two sets apart.</summary>
    public bool MayJoin(List<int> left, List<int> right) => !_splits.Exists(s => Opposed(s.Left, s.Right, left, right));

    /// <summary>The entity of these members as the user wants it, or null where it was rejected.</summary>
    public Entity? Decided(Entity entity, List<int> members, ExplanationBook book)
    {
        Entity decided = entity;
        foreach ((EntityDecision decision, _, _) in _splits.Where(s => s.Left.Intersect(members).Any() || s.Right.Intersect(members).Any()))
        {
            decided = Explained(decided, "decision-split", decision);
        }

        foreach ((EntityDecision decision, _) in _renames.Where(r => r.Members.Intersect(members).Any()))
        {
            decided = Explained(decided, "decision-rename", decision) with
            {
                Name = decision.Name,
                Aliases = [.. decided.Aliases.Append(decided.Name).Where(a => a != decision.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            };
        }

        foreach ((EntityDecision decision, _) in _rejections.Where(r => r.Members.Intersect(members).Any()))
        {
            book.Add(entity.Id, Explanation.Of("decision-reject", Words(decision)));
            return null;
        }

        return decided;
    }

    private static Entity Explained(Entity entity, string rule, EntityDecision decision)
    {
        Explanation because = Explanation.Of(rule, Words(decision));
        return entity with
        {
            Explanation = entity.Explanation is { } before
                ? Explanation.Of(before.Rule, $"{before.Text}; {because.Text}").On([.. before.Evidence]).From([.. before.Because, because])
                : Explanation.Of("entity-decision", because.Text).From([because]),
        };
    }

    private static string Words(EntityDecision decision) => string.Create(CultureInfo.InvariantCulture, $"decision {decision.Number} of the user: {decision.Words}");

    private static bool Opposed(List<int> left, List<int> right, List<int> a, List<int> b) =>
        (left.Intersect(a).Any() && right.Intersect(b).Any()) || (left.Intersect(b).Any() && right.Intersect(a).Any());

    private static List<int> Places(ImmutableArray<string> ids, Dictionary<string, int> placeOf) => [.. ids.Where(placeOf.ContainsKey).Select(id => placeOf[id]).Order()];
}
