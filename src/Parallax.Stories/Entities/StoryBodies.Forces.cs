using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Stories.Entities;

/// <content>The police whom a story names by their town or country, and "police" alone.</content>
internal sealed partial class StoryBodies
{
    // A force that is named in fewer reports is no foremost one; where so many tell of police, one named by the way is not theirs.
    private const int ReportsOfForemost = 3, ReportsOfPolice = 4;

    private static readonly Lazy<HashSet<string>> ForceTails = new(static () => Words("force-tail:")), ForceUnits = new(static () => Words("force-unit:")), ForceOthers = new(static () => Words("force-other:"));

    // "Police" of one report is "the Ostby police" of another where the story names no other force, or this one in most reports; in a report that tells of a second force it may be either.
    private void Forces(int[] story)
    {
        Dictionary<int, string> called = [];
        foreach (int i in story)
        {
            if (ForceOf(all[i]) is { } where)
            {
                called[i] = where;
            }
        }

        // "the Ostby police" and "the Ostby Police Department" first.
        foreach (IGrouping<string, KeyValuePair<int, string>> same in called.Where(static c => c.Value.Length > 0).GroupBy(static c => c.Value, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            int first = same.Min(static c => c.Key);
            foreach (int other in same.Select(static c => c.Key).Order())
            {
                JoinForce(first, other, $"the reports of one story call them the police of “{same.Key}”");
            }
        }

        // "OPD" and "the Ostby Park police".
        foreach ((int letters, string word) in called.Where(static c => c.Value.EndsWith("pd", StringComparison.Ordinal) && !c.Value.Contains(' ', StringComparison.Ordinal)).OrderBy(static c => c.Key))
        {
            int[] spelt = [.. called.Where(c => c.Value.Contains(' ', StringComparison.Ordinal) && string.Concat(c.Value.Split(' ').Select(static w => w[0])) + "pd" == word).Select(static c => c.Key).Order().DistinctBy(sets.Find)];
            if (spelt is [var only])
            {
                JoinForce(only, letters, $"“{all[letters].Name}” are the letters of “{all[only].Name}”, and of no other force of the story");
            }
        }

        // "State police" of a story that names one: "the Norland State Police".
        foreach ((int kind, string word) in called.Where(static c => c.Value.Length > 0 && c.Value.Split(' ').All(ForceOthers.Value.Contains)).OrderBy(static c => c.Key))
        {
            int[] named = [.. called.Where(c => c.Value.EndsWith(" " + word, StringComparison.Ordinal)).Select(static c => c.Key).DistinctBy(sets.Find)];
            if (named is [var only])
            {
                JoinForce(only, kind, $"the story names one force of that kind: “{all[only].Name}”");
            }
        }

        if (ForemostForce(called) is not { } force)
        {
            return;
        }

        ILookup<string, int> byReport = called.Where(static c => c.Value.Length > 0).Select(static c => c.Key).ToLookup(i => all[i].Mentions[0].Report, StringComparer.Ordinal);
        foreach (int bare in called.Where(static c => c.Value.Length == 0).Select(static c => c.Key).Order())
        {
            string report = all[bare].Mentions[0].Report;
            if (byReport[report].All(i => sets.Find(i) == sets.Find(force)) && MayMean(report, [.. called.Where(c => c.Value.Length > 0 && sets.Find(c.Key) == sets.Find(force)).Select(static c => c.Value)]))
            {
                JoinForce(force, bare, $"“{all[bare].Name}” is the force that the story names: “{all[force].Name}”");
            }
        }
    }

    // A member of the one named force of a town or country, or of that in three times as many reports as any other.
    private int? ForemostForce(Dictionary<int, string> called)
    {
        (int Member, int Reports)[] forces = [.. called.Where(static c => c.Value.Length > 0).GroupBy(c => sets.Find(c.Key))
            .Select(g => (Member: g.Min(static c => c.Key), Reports: g.Select(c => all[c.Key].Mentions[0].Report).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(static f => f.Reports).ThenBy(static f => f.Member)];
        bool isOne = forces.Length == 1 || (forces.Length > 1 && forces[0].Reports >= ReportsOfForemost && forces[0].Reports >= 3 * forces[1].Reports);
        bool isByTheWay = isOne && called.Keys.Select(i => all[i].Mentions[0].Report).Distinct(StringComparer.Ordinal).Count() >= ReportsOfPolice
            && called.Keys.Where(i => sets.Find(i) == sets.Find(forces[0].Member)).Sum(i => all[i].Mentions.Count(m => ForceIn(set[m.Report].Report.Text.Slice(m.Span)) is { Length: > 0 })) < 2;
        return isOne && !isByTheWay && !called[forces[0].Member].Split(' ').Any(ForceOthers.Value.Contains) ? forces[0].Member : null;
    }

    // "State police" of one report, called "police" there too, is not the police of another; nor are "two cops", who are "the cops" afterwards.
    private bool IsThePolice(Entity entity) => ForceOf(entity) is { } where && (where.Length == 0 || !where.Split(' ').Any(ForceOthers.Value.Contains));

    // Whose police: empty of "police" alone, null of what is no force. "NOPD" is called by its letters.
    private string? ForceOf(Entity entity)
    {
        if (entity.Kind is not (ActorKind.Government or ActorKind.Organization or ActorKind.Group or ActorKind.Other) || entity.Mentions.Length == 0)
        {
            return null;
        }

        string? found = null;
        foreach (Mention mention in entity.Mentions.Where(static m => m.Form is not MentionForm.Pronoun))
        {
            string text = set[mention.Report].Report.Text.Slice(mention.Span);
            if (text.Split(' ') is [var unit, _, ..] && ForceUnits.Value.Contains(unit.ToLowerInvariant()))
            {
                return null; // "two cops", who are "the cops" afterwards.
            }

            if (ForceIn(text) is { } where && (found is null || where.Length > found.Length))
            {
                found = where;
            }
        }

        return found;
    }

    private static string? ForceIn(string text)
    {
        string[] raw = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(static w => w is "the" or "The")];
        if (raw is [var letters] && letters.Length is > 3 and < 6 && letters.EndsWith("PD", StringComparison.Ordinal) && letters.All(char.IsAsciiLetterUpper))
        {
            return letters.ToLowerInvariant();
        }

        ImmutableArray<string> words = NameKeys.BodyTokens(string.Join(' ', raw));
        int end = words.Length;
        while (end > 1 && ForceTails.Value.Contains(words[end - 1]))
        {
            end--;
        }

        if (end == 0 || words[end - 1] != "police")
        {
            return null;
        }

        ImmutableArray<string> before = words[..(end - 1)];
        if (before.Length == 0)
        {
            return end == words.Length ? "" : null;
        }

        // "its aggressive police", "over six police": no name stands before the noun.
        bool isNamed = raw.Take(before.Length).All(static w => char.IsUpper(w[0])) || before.Any(ForceOthers.Value.Contains);
        return isNamed && before.Length <= 3 && !before.Any(ForceUnits.Value.Contains) ? string.Join(' ', before) : null;
    }

    private void JoinForce(int one, int other, string why)
    {
        (int a, int b) = (sets.Find(one), sets.Find(other));
        bool fits = a != b && !constraints.IsMerged(a) && !constraints.IsMerged(b) && constraints.MayJoin(_members[a], _members[b])
            && _looks[a].TrueForAll(x => _looks[b].TrueForAll(y => all[x].Country is null || all[y].Country is null || all[x].Country == all[y].Country));
        if (fits)
        {
            Put(a, b, new EntityMatch(6, "story-force", why));
        }
    }
}
