using System.Collections.Immutable;
using Parallax.Core.Text;
using Parallax.Stories.Grouping;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class StoryIndexTests
{
    private static readonly (string Key, string Text)[] Texts =
    [
        ("a", "The Brackwater ferry Halcyon sank off Port Ellery. Captain Ines Morrow radioed the Ellery coast guard before the Halcyon capsized in the storm."),
        ("b", "Divers searched the wreck of the Halcyon off Port Ellery. The Brackwater ferry capsized in a storm; captain Morrow survived, the Ellery coast guard said."),
        ("c", "Captain Ines Morrow of the capsized ferry Halcyon told the Ellery coast guard that a storm hit Brackwater without warning."),
        ("d", "Parliament in Norland passed the grain tax by two votes. Farmers from the Vale marched against the grain tax through Norland's capital."),
        ("e", "Farmers of the Vale blocked roads over the grain tax that the Norland parliament passed by two votes."),
        ("f", "The museum of clocks in Tarn opened its east wing with a lecture on pendulums."),
    ];

    // Names the ship and little else of what the news tells.
    private static readonly StoryFeatures Column = StoryFeatures.Of(
        "g",
        "Nobody who sailed with her will forget the Halcyon. My grandmother Odile slept on deck while Jonas Quill played a mouth organ. "
            + "What a town like Brackwater owes its boats is more than a plaque. In Marlow Street they argue over paint; Widow Tansy mends nets, and the poet Emeric Vane writes verses.",
        default,
        null);

    private static StoryFeatures Features(int i) => StoryFeatures.Of(Texts[i].Key, Texts[i].Text, default(TextSpan), null);

    private static string Groups(StoryIndex index) => string.Join(" ", index.Groups().Select(g => string.Concat(g.Members)));

    [Fact]
    public void Groups_ThreeMatters_AreThreeStories()
    {
        StoryIndex index = new(new StoryOptions());
        for (int i = 0; i < Texts.Length; i++)
        {
            index.Add(Features(i));
        }

        Groups(index).ShouldBe("abc de f");
    }

    [Fact]
    public void Groups_TwentyRandomOrders_AskedInBetween_AreThoseOfAllAtOnce()
    {
        StoryIndex whole = new(new StoryOptions());
        Enumerable.Range(0, Texts.Length).ToList().ForEach(i => whole.Add(Features(i)));
        Random random = new(11);
        for (int round = 0; round < 20; round++)
        {
            int[] order = [.. Enumerable.Range(0, Texts.Length)];
            random.Shuffle(order);
            StoryIndex index = new(new StoryOptions());
            foreach (int i in order)
            {
                index.Add(Features(i));
                index.Groups();
            }

            Groups(index).ShouldBe(Groups(whole), $"order {string.Join(',', order)}");
        }
    }

    [Fact]
    public void GroupsOfChosen_AColumnThatIsLikeOneStoryAlone_JoinsIt()
    {
        StoryIndex index = new(new StoryOptions());
        Enumerable.Range(0, Texts.Length).ToList().ForEach(i => index.Add(Features(i)));
        index.Add(Column);

        Groups(index).ShouldBe("abc de f g");
        string.Join(" ", index.GroupsOfChosen().Select(g => string.Concat(g.Members))).ShouldBe("abcg de f");
    }

    [Fact]
    public void GroupsOfChosen_AColumnThatMayNotJoin_StaysApart()
    {
        StoryIndex index = new(new StoryOptions());
        Enumerable.Range(0, Texts.Length).ToList().ForEach(i => index.Add(Features(i)));
        index.Add(Column);

        string.Join(" ", index.GroupsOfChosen((left, story) => string.Concat(left) + string.Concat(story) != "gabc").Select(g => string.Concat(g.Members))).ShouldBe("abc de f g");
    }

    [Fact]
    public void GroupsOfChosen_MostReportsOnMattersOfTheirOwn_JoinsNothing()
    {
        StoryIndex index = new(new StoryOptions { MostlyStories = 60 });
        Enumerable.Range(0, Texts.Length).ToList().ForEach(i => index.Add(Features(i)));
        index.Add(Column);

        string.Join(" ", index.GroupsOfChosen().Select(g => string.Concat(g.Members))).ShouldBe("abc de f g");
    }

    // Each report is placed by its neighbourhood alone as it comes in; the story must be that of all at once.
    [Fact]
    public void Place_TwentyRandomOrders_IsTheStoryOfAllAtOnce()
    {
        Random random = new(17);
        StoryFeatures[] reports = [.. ManyReports(random)];
        for (int round = 0; round < 20; round++)
        {
            random.Shuffle(reports);
            MemoryStoryShelf shelf = new();
            StoryIndex whole = new(new StoryOptions(), shelf);
            StoryPlacer placer = new(shelf, new StoryOptions());
            for (int i = 0; i < reports.Length; i++)
            {
                int number = shelf.Add(reports[i]);
                if (i % 10 == 0 || i + 1 == reports.Length)
                {
                    StoryGroup expected = whole.Groups().First(g => g.Members.Contains(reports[i].Key));
                    placer.Place(number).Story.Members.ShouldBe(expected.Members, $"round {round}, report {i}");
                }
            }

            ImmutableArray<StoryGroup> groups = whole.Groups();
            groups.Count(static g => g.Members.Length > 1).ShouldBeGreaterThan(5);
            foreach (StoryGroup group in groups)
            {
                StoryPlacement placed = placer.Place(Array.FindIndex(reports, r => r.Key == group.Members[0]));
                placed.Story.Members.ShouldBe(group.Members, $"round {round}");
                placed.Story.Average.ShouldBe(group.Average);
            }
        }
    }

    // Whatever the likeness asked for: those found are all that are so alike, and not simply all.
    [Theory]
    [InlineData(78)]
    [InlineData(220)]
    [InlineData(500)]
    public void NearReports_ManyReports_LeavesOutNoneThatIsAlikeEnough(int least)
    {
        StoryOptions options = new();
        MemoryStoryShelf shelf = new();
        foreach (StoryFeatures report in ManyReports(new Random(23)))
        {
            shelf.Add(report);
        }

        StemWeights weights = new(shelf);
        StoryVector[] vectors = [.. Enumerable.Range(0, shelf.Count).Select(n => StoryVector.Of(shelf[n], weights, options))];
        NearReports reports = new(weights.Count, options with { Join = least });
        Array.ForEach(vectors, reports.Add);
        OneAgainstMany one = new(options);
        List<int> near = [];
        int looked = 0;
        foreach (StoryVector own in vectors)
        {
            one.Open(own, weights.Count);
            reports.Find(near, own);
            looked += near.Count;
            Enumerable.Range(0, vectors.Length).Where(n => one.Likeness(vectors[n]) >= least).ShouldBeSubsetOf(near);
        }

        looked.ShouldBeLessThan(vectors.Length * vectors.Length);
    }

    // Matters made of invented words, several reports each, some words shared between matters, some reports without a day.
    private static IEnumerable<StoryFeatures> ManyReports(Random random)
    {
        const int Matters = 14, Reports = 60;
        string[][] words = [.. Enumerable.Range(0, Matters).Select(m => Enumerable.Range(0, 24).Select(w => random.Next(4) == 0 ? $"Common{random.Next(30)}" : $"Word{m}x{w}").ToArray())];
        for (int i = 0; i < Reports; i++)
        {
            int matter = random.Next(Matters);
            string text = string.Join(' ', words[matter].Where(_ => random.Next(3) > 0).Concat(words[(matter + 1) % Matters].Where(_ => random.Next(6) == 0)));
            string? day = random.Next(4) == 0 ? null : $"2021-05-{1 + (matter % 9) + random.Next(8):00}";
            yield return StoryFeatures.Of($"key{i:00}", text, default, day);
        }
    }

    [Fact]
    public void Add_SameKeyTwice_ChangesNothing()
    {
        StoryIndex index = new(new StoryOptions());
        index.Add(Features(0));
        index.Add(Features(0));
        index.Count.ShouldBe(1);
    }

    [Fact]
    public void Groups_LikeReportsMonthsApart_AreTwoStories()
    {
        StoryIndex index = new(new StoryOptions());
        index.Add(StoryFeatures.Of("a", Texts[0].Text, default(TextSpan), "2022-03-01"));
        index.Add(StoryFeatures.Of("b", Texts[1].Text, default(TextSpan), "2022-07-01"));
        Groups(index).ShouldBe("a b");
    }

    [Theory]
    [InlineData("2022-03-14", "ab")]
    [InlineData("2022-07-01", "a b")]
    public void Groups_FollowUpThatNamesTheSame_IsOfTheStoryForSomeWeeks(string later, string groups)
    {
        const string First = "The Brackwater ferry Halcyon sank off Port Ellery. Captain Ines Morrow radioed the Ellery guard; Dovrin Lines and the Skarra Commission sent divers, mayor Tolven said.";
        const string Second = "Captain Ines Morrow of the ferry Halcyon was heard in Brackwater, where Dovrin Lines and the Skarra Commission blamed the Ellery guard and mayor Tolven asked for divers.";
        StoryIndex index = new(new StoryOptions());
        index.Add(StoryFeatures.Of("a", First, default(TextSpan), "2022-03-01"));
        index.Add(StoryFeatures.Of("b", Second, default(TextSpan), later));
        Groups(index).ShouldBe(groups);
    }
}
