namespace Parallax.Stories.Entities;

/// <summary>Finds persons whose name another of an older generation bears as well: "Karim Hadi Jr." where a report also tells of "Karim Hadi".</summary>
internal static class YoungerNamesakes
{
    /// <summary>The profiles, in the same order, with those marked in every report that has them.</summary>
    public static EntityProfile?[] Mark(EntityProfile?[] profiles)
    {
        EntityProfile[] persons = [.. profiles.OfType<EntityProfile>().Where(static p => p.IsPerson && p.Full.Length > 1 && p.Entity.Mentions.Length > 0)];
        ILookup<(string Report, string Surname), EntityProfile> named = persons.ToLookup(static p => (p.Entity.Mentions[0].Report, p.Full[^1]));
        HashSet<(string Generation, string Given, string Surname)> younger = [];
        foreach (EntityProfile person in persons.Where(static p => p.Generation.Length > 0))
        {
            if (named[(person.Entity.Mentions[0].Report, person.Full[^1])].Any(p => p.Generation.Length == 0 && p.Full[0] == person.Full[0]))
            {
                younger.Add(KeyOf(person));
            }
        }

        return younger.Count == 0 ? profiles : [.. profiles.Select(p => p is { IsPerson: true, Full.Length: > 1 } && younger.Contains(KeyOf(p)) ? p.BesideNamesake() : p)];
    }

    private static (string Generation, string Given, string Surname) KeyOf(EntityProfile profile) => (profile.Generation, profile.Full[0], profile.Full[^1]);
}
