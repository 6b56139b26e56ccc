using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Entities;

/// <summary>What the other reports of the set tell of an entity that its own report leaves open: that a bare word is a body and no person.</summary>
internal static class KnownElsewhere
{
    /// <summary>The entities, in the same order, with their kinds completed.</summary>
    public static List<Entity> Apply(ReportSet set, List<Entity> all, IReadOnlySet<string> countryWords)
    {
        Dictionary<string, AnnotatedReport> reports = set.Reports.ToDictionary(static r => r.Report.Id, StringComparer.Ordinal);
        HashSet<string> bodies = new(StringComparer.Ordinal), surnames = new(StringComparer.Ordinal);
        foreach (Entity entity in all)
        {
            Collect(entity, countryWords, bodies, surnames);
        }

        return [.. all.Select(e => WithKind(e, reports, bodies, surnames))];
    }

    private static void Collect(Entity entity, IReadOnlySet<string> countryWords, HashSet<string> bodies, HashSet<string> surnames)
    {
        if (EntityProfile.Of(entity, countryWords) is not { } profile)
        {
            return;
        }

        foreach (ImmutableArray<string> name in profile.Names)
        {
            if (profile.IsPerson && name.Length > 1)
            {
                surnames.Add(name[^1]);
            }
            else if (entity.Kind == ActorKind.Organization && name.Length == 1)
            {
                bodies.Add(name[0]);
            }
        }
    }

    // A single word taken for somebody's name, without title, role, "he" or "she", that is a company or body elsewhere and nobody's surname.
    private static Entity WithKind(Entity entity, Dictionary<string, AnnotatedReport> reports, HashSet<string> bodies, HashSet<string> surnames)
    {
        if (entity.Kind != ActorKind.Person || !entity.Descriptions.IsEmpty || entity.Aliases.Any(static a => a.Contains(' ', StringComparison.Ordinal))
            || NameKeys.PersonTokens(entity.Name) is not [var word] || !bodies.Contains(word) || surnames.Contains(word))
        {
            return entity;
        }

        bool isHeOrShe = entity.Mentions.Any(m => m.Form == MentionForm.Pronoun && reports[m.Report].Report.Text.Slice(m.Span).ToLowerInvariant() is "he" or "him" or "his" or "she" or "her" or "hers");
        return isHeOrShe ? entity : entity with { Kind = ActorKind.Organization };
    }
}
