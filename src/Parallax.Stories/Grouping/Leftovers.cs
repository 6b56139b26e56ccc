using System.Collections.Immutable;

namespace Parallax.Stories.Grouping;

/// <summary>Joins to a story what the grouping left over though it is like that story and like no other: a column or a look back shares the names of the news and little else of its words.</summary>
/// <remarks>For reports that somebody put together to be read as one, where a report of the same matter is likelier than among all that a collection takes in.</remarks>
/// <param name="likeness">How alike two reports are, by key, in thousandths.</param>
/// <param name="mayJoin">Whether a group may join a story, by the keys of both.</param>
/// <param name="nearTo">Of reports, by key, those that may be alike to a report by so many thousandths; none that is may be left out.</param>
/// <param name="options">Thresholds.</param>
internal sealed class Leftovers(
    Func<string, string, int> likeness, Func<ImmutableArray<string>, ImmutableArray<string>, bool> mayJoin, Func<IEnumerable<string>, int, Func<string, IEnumerable<string>>> nearTo, StoryOptions options)
{
    /// <summary>The groups after joining, by their smallest key.</summary>
    /// <param name="groups">The groups, by their smallest key.</param>
    public ImmutableArray<StoryGroup> Join(ImmutableArray<StoryGroup> groups)
    {
        StoryGroup[] stories = [.. groups.Where(g => g.Members.Length >= options.LeastStory)];

        // Where most are on matters of their own, as among all reports on a war, what is like a story may well be another.
        if (stories.Sum(static s => s.Members.Length) * 100 < groups.Sum(static g => g.Members.Length) * options.MostlyStories)
        {
            return groups;
        }

        // A story less like on average than this is neither joined nor so like that it keeps from joining another; one that is more like has a member that is.
        Dictionary<string, StoryGroup> storyOf = stories.SelectMany(static s => s.Members.Select(m => (Member: m, Story: s))).ToDictionary(static p => p.Member, static p => p.Story, StringComparer.Ordinal);
        Func<string, IEnumerable<string>> near = nearTo(storyOf.Keys, options.JoinLeft * 100 / options.LeftNearer);

        // By smallest key of the story: what joins it.
        SortedDictionary<string, List<StoryGroup>> joined = new(StringComparer.Ordinal);
        HashSet<string> gone = new(StringComparer.Ordinal);
        foreach (StoryGroup left in groups.Where(g => g.Members.Length <= options.MostLeft))
        {
            (StoryGroup Story, int Average)[] nearest =
            [
                .. left.Members.SelectMany(near).Select(m => storyOf[m]).DistinctBy(static s => s.Members[0], StringComparer.Ordinal).Where(s => s.Members.Length > left.Members.Length).Select(s => (Story: s, Average: Average(left, s)))
                    .OrderByDescending(static p => p.Average).ThenBy(static p => p.Story.Members[0], StringComparer.Ordinal).Take(2),
            ];
            if (nearest.Length == 0 || nearest[0].Average < options.JoinLeft || (nearest.Length > 1 && nearest[0].Average * 100 < nearest[1].Average * options.LeftNearer)
                || !mayJoin(left.Members, nearest[0].Story.Members))
            {
                continue;
            }

            string story = nearest[0].Story.Members[0];
            (joined.TryGetValue(story, out List<StoryGroup>? more) ? more : joined[story] = []).Add(left);
            gone.Add(left.Members[0]);
        }

        // A story that is itself small may have joined another: it stays, and so does what joined it.
        foreach (string both in gone.Where(joined.ContainsKey).ToArray())
        {
            gone.Remove(both);
            foreach (List<StoryGroup> more in joined.Values)
            {
                more.RemoveAll(g => g.Members[0] == both);
            }
        }

        return [.. groups.Where(g => !gone.Contains(g.Members[0])).Select(g => joined.TryGetValue(g.Members[0], out List<StoryGroup>? more) && more.Count > 0 ? Whole(g, more) : g).OrderBy(static g => g.Members[0], StringComparer.Ordinal)];
    }

    private int Average(StoryGroup left, StoryGroup story) =>
        left.Members.Sum(l => story.Members.Sum(m => likeness(l, m))) / (left.Members.Length * story.Members.Length);

    private StoryGroup Whole(StoryGroup story, List<StoryGroup> more)
    {
        string[] members = [.. story.Members.Concat(more.SelectMany(static m => m.Members)).Order(StringComparer.Ordinal)];
        List<(string, string, int)> edges = [];
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = i + 1; j < members.Length; j++)
            {
                edges.Add((members[i], members[j], likeness(members[i], members[j])));
            }
        }

        return new StoryGroup([.. members], [.. edges]);
    }
}
