using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>Joins groups of reports on one killing however far apart they came out: the news of it and the trial name the same dead and the same accused.</summary>
internal static class OneCrime
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Words = new(static () => StoriesData.Lines("en/happenings/crimes.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>The groups, those with one victim and one accused joined; each list by the order of the groups it was made of.</summary>
    /// <param name="set">The reports, with the names and events of each.</param>
    /// <param name="groups">Ids of the reports of each group.</param>
    public static ImmutableArray<ImmutableArray<string>> Join(ReportSet set, ImmutableArray<ImmutableArray<string>> groups)
    {
        DisjointSets sets = new(groups.Length);
        Dictionary<(string Victim, string Accused), int> first = [];
        for (int group = 0; group < groups.Length; group++)
        {
            foreach (string report in groups[group])
            {
                (HashSet<string> victims, HashSet<string> accused) = People(set[report]);
                foreach (string victim in victims)
                {
                    foreach (string other in accused.Where(a => a != victim))
                    {
                        if (!first.TryAdd((victim, other), group))
                        {
                            sets.Join(first[(victim, other)], group);
                        }
                    }
                }
            }
        }

        return [.. sets.Sets().Select(s => ImmutableArray.CreateRange(s.SelectMany(g => groups[g])))];
    }

    // First and last word of the full names of those whom the report tells killed, and of those whom it tells to have killed, or been held, charged, tried or sentenced.
    private static (HashSet<string> Victims, HashSet<string> Accused) People(AnnotatedReport report)
    {
        HashSet<string> victims = new(StringComparer.Ordinal), accused = new(StringComparer.Ordinal);
        foreach (Event told in report.Events)
        {
            string lemma = told.Trigger.Lemma;
            if (Words.Value["killing"].Contains(lemma))
            {
                victims.UnionWith(told.Recipients.SelectMany(id => Names(report, id)));
                accused.UnionWith(told.Actors.SelectMany(id => Names(report, id)));
            }
            else if (Words.Value["law"].Contains(lemma))
            {
                accused.UnionWith(told.Recipients.SelectMany(id => Names(report, id)));
            }
        }

        return (victims, accused);
    }

    private static IEnumerable<string> Names(AnnotatedReport report, string id)
    {
        if (report.Entities.Find(id) is not { Kind: ActorKind.Person } person)
        {
            yield break;
        }

        foreach (string name in person.Mentions.Where(static m => m.Form == MentionForm.Name).Select(m => report.Report.Text.Text[m.Start..m.End]).Distinct(StringComparer.Ordinal))
        {
            Word[] words = [.. WordList.Of(name).Where(static w => w.IsCapital && !Words.Value["titles"].Contains(w.Lower))];
            if (words.Length > 1)
            {
                yield return words[^2].Lower + " " + words[^1].Lower;
            }
        }
    }
}
