using Parallax.Core.Layers;
using Parallax.Stories.Grouping;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class StoryTitlesTests
{
    // Each word of a headline with its tag: a clause has a verb.
    private static AnnotatedReport Headed(string outlet, params (string Word, string Tag)[] words) => Sample.Of(
        "# title\n" + string.Join('\n', words.Select(static (w, i) => $"{w.Word} {w.Word.ToLowerInvariant()} {w.Tag} _ {(i == 0 ? 0 : 1)} {(i == 0 ? "root" : "dep")}")), outlet, "2022-11-10").Build();

    private static readonly (string, string)[] Garbled = [("Man", "NOUN"), ("with", "ADP"), ("theft", "NOUN"), ("in", "ADP"), ("Brevik", "PROPN"), ("bank", "NOUN"), ("robbery", "NOUN")];
    private static readonly (string, string)[] Telling = [("Orin", "PROPN"), ("Vale", "PROPN"), ("charged", "VERB"), ("with", "ADP"), ("Brevik", "PROPN"), ("bank", "NOUN"), ("robbery", "NOUN")];
    private static readonly (string, string)[] Other = [("Brevik", "PROPN"), ("bank", "NOUN"), ("robbery", "NOUN"), (":", "PUNCT"), ("Orin", "PROPN"), ("Vale", "PROPN"), ("held", "VERB"), ("overnight", "ADV"), ("without", "ADP"), ("bail", "NOUN")];

    [Fact]
    public void Best_HeadlineWithoutVerb_GivesWayToOneThatTells()
    {
        AnnotatedReport[] reports = [Headed("The Norland Post", Garbled), Headed("Sedonia Daily", Telling), Headed("The Ostra Times", Other)];

        StoryTitles.Best(reports, reports, static r => r.Report.Title!, 120).Report.Title.ShouldStartWith("Orin Vale charged");
    }

    [Fact]
    public void Best_QuestionWithAllTheWords_GivesWayToOneThatTells()
    {
        AnnotatedReport[] reports = [Headed("The Norland Post", [.. Other, ("?", "PUNCT")]), Headed("Sedonia Daily", Telling), Headed("The Ostra Times", Other[..7])];

        StoryTitles.Best(reports, reports, static r => r.Report.Title!, 120).Report.Title.ShouldNotBe(reports[0].Report.Title);
    }

    [Fact]
    public void Best_OfEquals_IsTheFirst()
    {
        AnnotatedReport[] reports = [Headed("The Norland Post", Telling), Headed("Sedonia Daily", Telling)];

        StoryTitles.Best(reports, reports, static r => r.Report.Title!, 120).ShouldBeSameAs(reports[0]);
    }

    [Fact]
    public void Best_SentenceThatIsCut_CountsHalf()
    {
        AnnotatedReport[] reports = [Headed("The Norland Post", Telling), Headed("Sedonia Daily", [.. Telling, ("today", "ADV")])];

        StoryTitles.Best(reports, reports, r => r == reports[0] ? r.Report.Title + " …" : r.Report.Title!, 120).ShouldBeSameAs(reports[1]);
    }

    [Theory]
    [InlineData("Thursday, 3 May", true)]
    [InlineData("Thursday", false)] // The rest is no time.
    public void IsDate_Headline_WhereAllOfItIsATime(string time, bool expected)
    {
        AnnotatedReport report = Sample.Of("# title\nThursday thursday PROPN _ 0 root\n, , PUNCT _ 1 punct\n3 3 NUM _ 1 dep\nFestival festival NOUN _ 1 dep".Replace(expected ? "Festival festival" : "~", expected ? "May may" : "~", StringComparison.Ordinal), "The Post", "2022-11-10").Time(time, "2022-05-03").Build();

        StoryTitles.IsDate(report, report.Report.Title!).ShouldBe(expected);
    }
}
