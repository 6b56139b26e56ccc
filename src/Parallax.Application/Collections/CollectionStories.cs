using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core;
using Parallax.Core.Identity;
using Parallax.Core.Reports;
using Parallax.Intake;
using Parallax.Storage;
using Parallax.Storage.Sqlite;
using Parallax.Stories.Grouping;

namespace Parallax.Application.Collections;

/// <summary>Keeps the stories of a collection as reports come in. A few new reports are placed by their neighbourhood alone; many are grouped with all at once. Both give the same stories.</summary>
public sealed class CollectionStories(SqliteCollection collection, ReportIntake intake)
{
    private const int FewReports = 32;
    private const int ReportsAtOnce = 1000;
    private const int LikenessesShown = 6;
    private const int MostWords = 16;
    private readonly StoryOptions _options = new();

    /// <summary>Takes in the reports of the collection that are not in a story yet.</summary>
    /// <param name="earlier">Told how many reports that an earlier Parallax indexed still have to be put into the form of now; null where nobody wants to know.</param>
    /// <returns>What changed, by story.</returns>
    public ImmutableArray<StoryChange> Update(Action<int>? earlier = null)
    {
        while (collection.Stories.TakeOver(ReportsAtOnce, StoryFeatures.Background) is > 0 and int left)
        {
            earlier?.Invoke(left);
        }

        CollectionShelf shelf = new(collection.Stories);
        List<(StoryFeatures, string, string?)> reports = [];
        ImmutableArray<string> missing = collection.Stories.Missing();
        foreach (string input in missing)
        {
            if (collection.Find(input) is { } stored)
            {
                reports.AddRange(intake.Read(new Intake.Containers.ReceivedDocument(stored.Names[0], stored.Bytes)).Reports.Select((Report r) => (StoryFeatures.Of(r), input, Called(r))));
            }
        }

        if (missing.IsEmpty)
        {
            return [];
        }

        IReadOnlyList<int> added = shelf.Add(reports, missing);
        return added.Count == 0 ? [] : Tell(added.Count <= FewReports ? Around(shelf, added) : new StoryIndex(_options, shelf).Groups());
    }

    private List<StoryGroup> Around(CollectionShelf shelf, IReadOnlyList<int> added)
    {
        StoryPlacer placer = new(shelf, _options);
        List<StoryGroup> groups = [];
        foreach (int number in added)
        {
            StoryPlacement placement = placer.Place(number);
            groups.AddRange(placement.Around.Add(placement.Story).Where(g => !groups.Exists(known => known.Members[0] == g.Members[0])));
        }

        return groups;
    }

    private ImmutableArray<StoryChange> Tell(IReadOnlyList<StoryGroup> groups)
    {
        List<StoryChange> changes = [];
        List<(string Key, string Story)> told = [];
        SortedDictionary<string, List<StoryGroup>> partsOf = new(StringComparer.Ordinal);
        foreach (StoryGroup group in groups)
        {
            string story = Ids.Group('t', group.Members.Select(Ids.Report));
            (string Key, string? Story)[] before = [.. group.Members.Select(m => (m, collection.Stories.StoryOf(m)))];
            string[] stories = [.. before.Select(static b => b.Story).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            ImmutableArray<string> added = [.. before.Where(static b => b.Story is null).Select(static b => Ids.Report(b.Key)).Order(StringComparer.Ordinal)];
            foreach (string old in stories)
            {
                (partsOf.TryGetValue(old, out List<StoryGroup>? parts) ? parts : partsOf[old] = []).Add(group);
            }

            StoryChangeKind? kind = stories.Length > 1 ? StoryChangeKind.Merged : added.IsEmpty ? null : stories.Length == 1 ? StoryChangeKind.Joined : StoryChangeKind.Opened;
            if (kind is { } change)
            {
                string from = change == StoryChangeKind.Merged ? $" (before: {string.Join(", ", stories)})" : "";
                changes.Add(new StoryChange(change, story, Reports(group), added, Explanation.Of("story", Alike(group) + from, group.Average / 1000.0).From(Likenesses(group)))
                {
                    Title = collection.Stories.Title(group.Members) ?? story,
                    NewTitles = [.. before.Where(static b => b.Story is null).Select(static b => (b.Key, Id: Ids.Report(b.Key))).OrderBy(static b => b.Id, StringComparer.Ordinal).Select(b => collection.Stories.Title([b.Key]) ?? b.Id)],
                });
            }

            told.AddRange(before.Where(b => b.Story != story).Select(b => (b.Key, story)));
        }

        foreach ((string old, List<StoryGroup> parts) in partsOf.Where(static p => p.Value.Count > 1))
        {
            string why = string.Create(CultureInfo.InvariantCulture,
                $"its reports are no longer alike enough on average, as the words they share have become more or less common: {string.Join(" | ", parts.Select(static p => string.Join(", ", Reports(p))))}");
            changes.Add(new StoryChange(StoryChangeKind.Split, old, [.. parts.SelectMany(static p => Reports(p)).Order(StringComparer.Ordinal)], [], Explanation.Of("story-split", why).From([.. parts.Select(p => Explanation.Of("story", Alike(p), p.Average / 1000.0))]))
            {
                Title = collection.Stories.Title(parts.SelectMany(static p => p.Members)) ?? old,
            });
        }

        collection.Stories.Tell(told);
        return [.. changes.OrderBy(static c => c.Story, StringComparer.Ordinal).ThenBy(static c => c.Kind)];
    }

    // Its title, or the words that it begins with; on one line.
    private static string? Called(Report report)
    {
        string[] all = (report.Title ?? report.Text.Text).Split(default(char[]), MostWords + 1, StringSplitOptions.RemoveEmptyEntries);
        string words = all.Length > MostWords ? string.Join(' ', all[..MostWords]) + " …" : string.Join(' ', all);
        return words.Length == 0 ? null : string.Concat(words.Select(static c => char.IsControl(c) ? ' ' : c));
    }

    private static ImmutableArray<string> Reports(StoryGroup group) => [.. group.Members.Select(Ids.Report).Order(StringComparer.Ordinal)];

    private string Alike(StoryGroup group) => group.Members.Length == 1
        ? "no other report is enough like this one"
        : string.Create(CultureInfo.InvariantCulture, $"{group.Members.Length} reports, {group.Average / 1000.0:0.00} alike on average, where {_options.Join / 1000.0:0.00} is enough");

    private static Explanation[] Likenesses(StoryGroup group) =>
    [
        .. group.Edges.OrderByDescending(static e => e.Likeness).ThenBy(static e => e.Left, StringComparer.Ordinal).ThenBy(static e => e.Right, StringComparer.Ordinal).Take(LikenessesShown)
            .Select(static e => Explanation.Of("likeness", string.Create(CultureInfo.InvariantCulture, $"{Ids.Report(e.Left)} and {Ids.Report(e.Right)}: {e.Likeness / 1000.0:0.00}"), e.Likeness / 1000.0)),
    ];
}
