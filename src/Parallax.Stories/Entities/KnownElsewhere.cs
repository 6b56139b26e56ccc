using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Entities;

/// <summary>What the other reports of the set tell of an entity that its own report leaves open: that a bare word is a body or a place and no person, or that two words are a person and no place.</summary>
internal static class KnownElsewhere
{
    /// <summary>The entities, in the same order, with their kinds completed.</summary>
    public static List<Entity> Apply(ReportSet set, List<Entity> all, IReadOnlySet<string> countryWords)
    {
        Dictionary<string, AnnotatedReport> reports = set.Reports.ToDictionary(static r => r.Report.Id, StringComparer.Ordinal);
        HashSet<string> bodies = new(StringComparer.Ordinal), surnames = new(StringComparer.Ordinal);
        Dictionary<string, int> places = new(StringComparer.Ordinal), people = new(StringComparer.Ordinal);
        foreach (Entity entity in all)
        {
            Collect(entity, countryWords, bodies, surnames);
            foreach (string name in entity.Aliases.Append(entity.Name).Where(static n => char.IsUpper(n[0])).Distinct(StringComparer.Ordinal))
            {
                if (entity.Kind == ActorKind.Place && !entity.Mentions.IsEmpty)
                {
                    places[name] = places.GetValueOrDefault(name) + 1;
                }
                else if (entity.Kind == ActorKind.Person && (!entity.Descriptions.IsEmpty || IsHeOrShe(entity, reports)))
                {
                    people[name] = people.GetValueOrDefault(name) + 1;
                }
            }
        }

        Dictionary<string, (int Bodies, int Facilities)> others = all.Where(static e => e.Kind is ActorKind.Organization or ActorKind.Facility && e.Mentions.Any(static m => m.Form == MentionForm.Name)).GroupBy(static e => e.Name, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => (g.Count(static e => e.Kind == ActorKind.Organization), g.Count(static e => e.Kind == ActorKind.Facility)), StringComparer.Ordinal);
        // Two words that most reports take for a place are nobody's name and surname.
        surnames.ExceptWith(all.Where(static e => e.Kind == ActorKind.Person && e.Name.Contains(' ', StringComparison.Ordinal)).GroupBy(static e => e.Name, StringComparer.Ordinal)
            .Where(g => places.GetValueOrDefault(g.Key) > g.Count() && !people.ContainsKey(g.Key)).Select(static g => NameKeys.Tokens(g.Key).LastOrDefault() ?? ""));
        Dictionary<string, HashSet<string>> ships = Ships(all);
        return [.. AsMost([.. all.Select(e => AsPlaceOrPerson(WithKind(e, reports, bodies, surnames), reports, places, people, others, surnames))], reports).Select(e => AsShip(e, ships, reports))];
    }

    // By report: the names of ships that it tells with the letters before them ("INS Vares").
    private static Dictionary<string, HashSet<string>> Ships(List<Entity> all)
    {
        Dictionary<string, HashSet<string>> ships = new(StringComparer.Ordinal);
        foreach (Entity entity in all.Where(static e => e.Kind == ActorKind.Product && e.Mentions.Length > 0))
        {
            foreach (string name in entity.Aliases.Prepend(entity.Name).Where(static n => NameKeys.Tokens(n).Length > NameKeys.BodyTokens(n).Length))
            {
                (ships.TryGetValue(entity.Mentions[0].Report, out HashSet<string>? names) ? names : ships[entity.Mentions[0].Report] = []).Add(string.Join(' ', NameKeys.BodyTokens(name)));
            }
        }

        return ships;
    }

    // "Vares ordered them to stop", in a report of the INS Vares: read as the town, and never spoken of as a place.
    private static Entity AsShip(Entity entity, Dictionary<string, HashSet<string>> ships, Dictionary<string, AnnotatedReport> reports)
    {
        bool isNamesake = entity.Kind is ActorKind.Place or ActorKind.Person && entity.Mentions.Length > 0 && entity.Descriptions.IsEmpty && ships.TryGetValue(entity.Mentions[0].Report, out HashSet<string>? names) && names.Contains(string.Join(' ', NameKeys.BodyTokens(entity.Name)));
        return isNamesake && !entity.Mentions.Any(m => IsWhere(reports[m.Report].Report.Text, m.Start)) ? entity with { Kind = ActorKind.Product, Country = null } : entity;
    }

    private static bool IsWhere(Core.Text.SourceText text, int start)
    {
        string before = text.Slice(new Core.Text.TextSpan(Math.Max(0, start - 8), Math.Min(8, start))).TrimEnd();
        return before[(before.LastIndexOf(' ') + 1)..].ToLowerInvariant() is "in" or "at" or "near" or "outside" or "around" or "of";
    }

    // One name, several kinds: what twice as many mentions of the story tell, unless its own report tells of a person, or of a country.
    private static List<Entity> AsMost(List<Entity> all, Dictionary<string, AnnotatedReport> reports)
    {
        Dictionary<string, Dictionary<ActorKind, int>> told = new(StringComparer.Ordinal);
        foreach (Entity entity in all.Where(static e => IsOpen(e) || (e.Kind == ActorKind.Place && e.Mentions.Any(static m => m.Form == MentionForm.Name))))
        {
            string key = string.Join(' ', NameKeys.Tokens(entity.Name));
            if (!told.TryGetValue(key, out Dictionary<ActorKind, int>? kinds))
            {
                told.Add(key, kinds = []);
            }

            kinds[entity.Kind] = kinds.GetValueOrDefault(entity.Kind) + entity.Mentions.Length;
        }

        return [.. all.Select(Voted)];

        Entity Voted(Entity entity)
        {
            if (!IsOpen(entity) || !told.TryGetValue(string.Join(' ', NameKeys.Tokens(entity.Name)), out Dictionary<ActorKind, int>? kinds) || kinds.Count < 2)
            {
                return entity;
            }

            (ActorKind most, int count) = kinds.Where(static k => k.Key is not ActorKind.Other).OrderByDescending(static k => k.Value).ThenBy(static k => k.Key).Select(static k => (k.Key, k.Value)).First();
            bool person = entity.Kind == ActorKind.Person && (!entity.Descriptions.IsEmpty || IsHeOrShe(entity, reports));
            return most != entity.Kind && !person && count >= 2 * kinds[entity.Kind] ? entity with { Kind = most } : entity;
        }

        static bool IsOpen(Entity entity) => entity.Kind is ActorKind.Person or ActorKind.Place or ActorKind.Organization or ActorKind.Facility or ActorKind.Product or ActorKind.Event or ActorKind.Other
            && entity.Country is null && char.IsUpper(entity.Name[0]) && entity.Mentions.Any(static m => m.Form is MentionForm.Name or MentionForm.Acronym);
    }

    // "Varan", a person or a thing here, where another report tells of the town; "Ilan Dorn", a place here, where another has his office.
    private static Entity AsPlaceOrPerson(Entity entity, Dictionary<string, AnnotatedReport> reports, Dictionary<string, int> places, Dictionary<string, int> people,
        Dictionary<string, (int Bodies, int Facilities)> others, HashSet<string> surnames)
    {
        (int town, int person) = (places.GetValueOrDefault(entity.Name), people.GetValueOrDefault(entity.Name));
        if (entity.Kind is ActorKind.Person or ActorKind.Product or ActorKind.Event or ActorKind.Other && town > 0 && person == 0 && char.IsUpper(entity.Name[0]) && entity.Descriptions.IsEmpty
            && entity.Aliases.All(places.ContainsKey) && !surnames.Contains(NameKeys.Tokens(entity.Name).LastOrDefault() ?? "") && !IsHeOrShe(entity, reports))
        {
            return entity with { Kind = ActorKind.Place };
        }

        // "Night Owl", a thing here, where another report tells what he did: two words that nobody takes for a place or body.
        if (entity.Kind is ActorKind.Other or ActorKind.Product or ActorKind.Event && person > 0 && town == 0 && entity.Name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(entity.Name[0]) && !others.ContainsKey(entity.Name))
        {
            return entity with { Kind = ActorKind.Person };
        }

        // "the Halden Rovers", "the Stone Garden": several words that others take for a body, or for a facility and no person.
        if (entity.Name.Contains(' ', StringComparison.Ordinal) && entity.Descriptions.IsEmpty && person == 0 && others.TryGetValue(entity.Name, out (int Bodies, int Facilities) other))
        {
            bool body = entity.Kind == ActorKind.Place && other.Bodies > town, facility = entity.Kind == ActorKind.Person && other.Facilities > 0 && !IsHeOrShe(entity, reports);
            return body ? entity with { Kind = ActorKind.Organization } : facility ? entity with { Kind = ActorKind.Facility } : entity;
        }

        return entity.Kind == ActorKind.Place && person > 0 && entity.Name.Contains(' ', StringComparison.Ordinal) && entity.Country is null && person >= town ? entity with { Kind = ActorKind.Person } : entity;
    }

    private static bool IsHeOrShe(Entity entity, Dictionary<string, AnnotatedReport> reports) =>
        entity.Mentions.Any(m => m.Form == MentionForm.Pronoun && reports[m.Report].Report.Text.Slice(m.Span).ToLowerInvariant() is "he" or "him" or "his" or "she" or "her" or "hers");

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

        // "ORVANE": nobody's surname stands in capitals where the text does not.
        foreach (string acronym in entity.Kind is ActorKind.Organization or ActorKind.Other ? profile.Acronyms.Where(NameKeys.IsLikeWord) : [])
        {
            bodies.Add(acronym.ToLowerInvariant());
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

        return IsHeOrShe(entity, reports) ? entity : entity with { Kind = ActorKind.Organization };
    }
}
