using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Entities;

/// <summary>What the other reports of the set tell of an entity that its own report leaves open: that a bare word is a body and no person, and of which country a ministry is.</summary>
internal static class KnownElsewhere
{
    /// <summary>The entities, in the same order, with kind and country completed.</summary>
    public static List<Entity> Apply(ReportSet set, List<Entity> all, IReadOnlySet<string> countryWords)
    {
        Dictionary<string, AnnotatedReport> reports = set.Reports.ToDictionary(static r => r.Report.Id, StringComparer.Ordinal);
        HashSet<string> bodies = new(StringComparer.Ordinal), surnames = new(StringComparer.Ordinal);
        Dictionary<string, SortedSet<string>> countriesOf = new(StringComparer.Ordinal);
        foreach (Entity entity in all)
        {
            Collect(entity, countryWords, bodies, surnames, countriesOf);
        }

        return [.. all.Select(e => WithCountry(WithKind(e, reports, bodies, surnames), reports, countryWords, countriesOf))];
    }

    private static void Collect(Entity entity, IReadOnlySet<string> countryWords, HashSet<string> bodies, HashSet<string> surnames, Dictionary<string, SortedSet<string>> countriesOf)
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
            else if (IsBody(entity.Kind) && entity.Country is { } country && IsTold(name))
            {
                string key = string.Join(' ', name);
                (countriesOf.TryGetValue(key, out SortedSet<string>? countries) ? countries : countriesOf[key] = new(StringComparer.Ordinal)).Add(country);
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

    // "the Foreign Ministry" where one country alone has one in the set, and the report speaks of that country.
    private static Entity WithCountry(Entity entity, Dictionary<string, AnnotatedReport> reports, IReadOnlySet<string> countryWords, Dictionary<string, SortedSet<string>> countriesOf)
    {
        if (entity.Country is not null || !IsBody(entity.Kind) || entity.Mentions.IsEmpty || EntityProfile.Of(entity, countryWords) is not { } profile)
        {
            return entity;
        }

        foreach (ImmutableArray<string> name in profile.Names)
        {
            if (IsTold(name) && countriesOf.TryGetValue(string.Join(' ', name), out SortedSet<string>? countries) && countries.Count == 1
                && reports[entity.Mentions[0].Report].Entities.Entities.Any(e => e.Kind is ActorKind.Country or ActorKind.Government && e.Country == countries.Min))
            {
                return entity with { Country = countries.Min };
            }
        }

        return entity;
    }

    private static bool IsBody(ActorKind kind) => kind is ActorKind.Organization or ActorKind.Government or ActorKind.Agency;

    private static bool IsTold(ImmutableArray<string> name) => name.Length > 1 && NameKeys.IsGeneric(name);
}
