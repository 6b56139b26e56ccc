using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Entities;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>What only the story makes one.</summary>
public sealed class StoryBodiesTests
{
    [Fact]
    public void Link_PoliceOfOneStory_IsOne() => Count(oneStory: true, Noun("police", ActorKind.Group, 1), Noun("Police", ActorKind.Group, 2)).ShouldBe(1);

    [Theory]
    [InlineData("Ostby Police", "police", 1)]
    [InlineData("NOPD", "Police", 1)]
    [InlineData("Norland State Police", "State police", 1)]
    [InlineData("Ostby Lake Police", "OLPD", 1)]
    [InlineData("Ostby Lake Police", "HPPD", 2)]
    [InlineData("Ostby Police", "cops", 1)]
    [InlineData("Ostby Police", "two cops", 2)]
    [InlineData("Norland State Police", "police", 2)]
    [InlineData("Ostby Police", "riot police", 2)]
    [InlineData("Ostby Police", "its aggressive police", 2)]
    public void Link_ForceBesideTheOneTheStoryNames_IsThatWhereItCanBe(string named, string other, int expected) =>
        Count(oneStory: true, Name(named, ActorKind.Government, 1), Noun(other, ActorKind.Group, 2)).ShouldBe(expected);

    [Theory]
    [InlineData("investigators", 1)]
    [InlineData("witnesses", 2)]
    public void Link_ThoseWhoWorkOnTheCase_AreOneInAStory(string words, int expected) =>
        Count(oneStory: true, Noun(words, ActorKind.Unnamed, 1), Noun(words, ActorKind.Unnamed, 2)).ShouldBe(expected);

    [Fact]
    public void Link_PoliceBesideTwoForces_IsNeither() =>
        Count(oneStory: true, Name("Ostby Police", ActorKind.Government, 1), Name("Halden Police", ActorKind.Government, 2), Noun("police", ActorKind.Group, 3)).ShouldBe(3);

    [Theory]
    [InlineData("Ostby police", 1)]
    [InlineData("police", 2)]
    public void Link_ForceNamedOnceWhereFourReportsTellOfPolice_IsByTheWay(string third, int expected) =>
        Count(oneStory: true, Name("Ostby Police", ActorKind.Government, 1), Noun("police", ActorKind.Group, 2), Noun(third, ActorKind.Group, 3), Noun("police", ActorKind.Group, 4)).ShouldBe(expected);

    [Fact]
    public void Link_PoliceBesideAForceOfThreeReportsAndOneOfOne_IsTheForemost() =>
        Count(oneStory: true, Name("Ostby Police", ActorKind.Government, 1), Name("Ostby Police Department", ActorKind.Government, 2), Noun("Ostby police", ActorKind.Group, 3), Name("Halden Police", ActorKind.Government, 4), Noun("police", ActorKind.Group, 5)).ShouldBe(2);

    [Fact]
    public void Link_StatePoliceCalledPoliceInTheirReport_AreNotThePoliceOfAnother() =>
        Count(oneStory: true, Of("Norland State Police police", 1).Entity("Norland State Police", ActorKind.Government, mentions: ["Norland State Police", "police"], form: MentionForm.Nominal).Build(), Noun("police", ActorKind.Group, 2)).ShouldBe(2);

    [Theory]
    [InlineData("police met Ostby police chief", 1)]
    [InlineData("police met Halden police chief", 2)]
    [InlineData("police met Halden Police Department lawyers", 2)]
    [InlineData("police met Monday police chief", 1)]
    public void Link_PoliceOfAReportThatTellsOfAnotherTownsPolice_AreNotThePoliceOfAnotherReport(string told, int expected) =>
        Count(oneStory: true, Name("Ostby Police", ActorKind.Government, 1), Of(told, 2).Entity("police", ActorKind.Group, form: MentionForm.Nominal).Build()).ShouldBe(expected);

    [Theory]
    [InlineData("police met Halden police chief", "police", 2)]
    [InlineData("police met Halden police chief", "police saw Halden police officers", 1)]
    public void Link_PoliceAloneInTwoReports_AreOneWhereBothTellOfOneTown(string left, string right, int expected) =>
        Count(oneStory: true, Of(left, 1).Entity("police", ActorKind.Group, form: MentionForm.Nominal).Build(), Of(right, 2).Entity("police", ActorKind.Group, form: MentionForm.Nominal).Build()).ShouldBe(expected);

    [Theory]
    [InlineData("police left Ostby", "Ostby", 2)]
    [InlineData("police left Halden", "Halden", 3)]
    public void Link_PoliceOfAReportOfAnotherTown_AreNotThePoliceOfAnotherReport(string told, string town, int expected) =>
        Count(oneStory: true, Name("Ostby Police", ActorKind.Government, 1), Of(told, 2).Entity("police", ActorKind.Group, form: MentionForm.Nominal).Entity(town, ActorKind.Place).Build()).ShouldBe(expected);

    [Theory]
    [InlineData("Post", ActorKind.Outlet, 1)]
    [InlineData("Post", ActorKind.Organization, 2)]
    [InlineData("Ostby Post's website", ActorKind.Other, 1)]
    [InlineData("Halden Post", ActorKind.Outlet, 2)]
    public void Link_ShortNameOfAnOutlet_IsTheOneOutletOfTheStory(string called, ActorKind kind, int expected) =>
        Count(oneStory: true, Name("Ostby Post", ActorKind.Outlet, 1), Name(called, kind, 2)).ShouldBe(expected);

    [Fact]
    public void Link_PostBesideTwoPapersOfThatName_IsNeither() =>
        Count(oneStory: true, Name("Ostby Post", ActorKind.Outlet, 1), Name("Halden Post", ActorKind.Outlet, 2), Name("Post", ActorKind.Outlet, 3)).ShouldBe(3);

    [Theory]
    [InlineData("Norlandic Navy", "Navy", 1)]
    [InlineData("Harbour Ministry", "Ministry", 1)]
    [InlineData("Norlandic Navy", "Ministry", 2)]
    public void Link_NounOfABodyAlone_IsTheOneTheStoryNames(string named, string bare, int expected) =>
        Count(oneStory: true, Name(named, ActorKind.Government, 1), Name(bare, ActorKind.Government, 2)).ShouldBe(expected);

    [Theory]
    [InlineData("Norlandic embassy", "NO", "Norland's embassy", "NO", 1)]
    [InlineData("Norlandic embassy", "NO", "Norlandic army", "NO", 2)]
    [InlineData("Norlandic embassy", "NO", "Swedish embassy", "SE", 2)]
    [InlineData("Justice Department", null, "Department of Justice", null, 1)]
    [InlineData("Foreign Ministry", null, "Ministry of Foreign Affairs", null, 1)]
    [InlineData("Justice Department", null, "Department of Health", null, 2)]
    public void Link_BodyOfACountryOrField_IsOneHoweverThatIsTold(string left, string? country, string right, string? other, int expected) =>
        Count(oneStory: true, Name(left, ActorKind.Government, 1, country), Name(right, ActorKind.Government, 2, other)).ShouldBe(expected);

    [Fact]
    public void Link_OneNameAndOfficeWithTwoCountries_IsOnePerson()
    {
        AnnotatedReport Of(int number, string country, string office) => StoryBodiesTests.Of("Lena Dorn", number).Entity("Lena Dorn", ActorKind.Person, country, descriptions: [office]).Build();
        Count(oneStory: true, Of(1, "NO", "Norlandic President"), Of(2, "SE", "President")).ShouldBe(1);
        Count(oneStory: true, Of(1, "NO", "Norlandic President"), Of(2, "SE", "baker")).ShouldBe(2);
    }

    [Fact]
    public void Link_OfficeAndItsHolder_AreCalledByTheName()
    {
        AnnotatedReport[] reports = [Noun("governor of Norland", ActorKind.Unnamed, 1), Noun("governor of Norland", ActorKind.Unnamed, 2), Holder("Lena Dorn", "Norland Gov.", 3)];
        EntityLinker.Link(ReportSet.Of(reports), new ExplanationBook(), [], reports.ToDictionary(static r => r.Report.Id, static _ => 0, StringComparer.Ordinal)).Entities.ShouldHaveSingleItem().Name.ShouldBe("Lena Dorn");
    }

    [Fact]
    public void Link_NavyBesideTwoNavies_IsNeither() =>
        Count(oneStory: true, Name("Varesian Navy", ActorKind.Government, 1), Name("Dornish Navy", ActorKind.Government, 2), Name("Navy", ActorKind.Government, 3)).ShouldBe(3);

    [Theory]
    [InlineData("fire chief", "chief of the Ostby fire department", 1)]
    [InlineData("fire chief", "former chief of the Ostby fire department", 2)]
    [InlineData("police chief", "chief of the Ostby fire department", 2)]
    [InlineData("deputy fire chief", "chief of the Ostby fire department", 2)]
    [InlineData("governor of Norland", "Norland Gov.", 1)]
    public void Link_OfficeWithAWordBesideIt_IsTheOneHolderOfTheStory(string called, string office, int expected) =>
        Count(oneStory: true, Noun(called, ActorKind.Unnamed, 1), Holder("Lena Dorn", office, 2)).ShouldBe(expected);

    [Theory]
    [InlineData("NH Times", 1)]
    [InlineData("OH Times", 2)]
    public void Link_OutletByTheLettersOfItsTown_IsTheOneOfTheStory(string called, int expected) =>
        Count(oneStory: true, Name("New Halden Times", ActorKind.Outlet, 1), Name(called, ActorKind.Outlet, 2)).ShouldBe(expected);

    [Fact]
    public void Link_AgencyInCapitalsWithAndWithoutItsNoun_IsOne() =>
        Count(oneStory: true, Name("VRNA", ActorKind.Agency, 1), Name("VRNA news agency", ActorKind.Agency, 2)).ShouldBe(1);

    [Fact]
    public void Link_TownThatIsNeverAPlaceBesideAShipOfItsName_IsTheShip() =>
        Count(oneStory: true, Of("INS Varesa then Varesa", 1).Entity("INS Varesa", ActorKind.Product).Entity("Varesa", ActorKind.Place, mentions: ["Varesa~"]).Build()).ShouldBe(1);

    [Fact]
    public void Link_PoliceOfTwoStories_IsTwo() => Count(oneStory: false, Noun("police", ActorKind.Group, 1), Noun("Police", ActorKind.Group, 2)).ShouldBe(2);

    [Fact]
    public void Link_PoliceOfTwoCountries_IsTwo() =>
        Count(oneStory: true, Noun("police", ActorKind.Group, 1, "NO"), Noun("police", ActorKind.Group, 2, "SE")).ShouldBe(2);

    [Fact]
    public void Link_OfficeWithAnotherApostrophe_IsOne() =>
        Count(oneStory: true, Noun("City Attorney's office", ActorKind.Organization, 1), Noun("City Attorney’s office", ActorKind.Organization, 2)).ShouldBe(1);

    [Fact]
    public void Link_GenericNameInOneStory_IsOne() =>
        Count(oneStory: true, Name("Foreign Office", ActorKind.Organization, 1), Name("Foreign Office", ActorKind.Organization, 2)).ShouldBe(1);

    [Fact]
    public void Link_GenericNameOfTwoCountriesBesideOneOfNone_JoinsNeither() =>
        Count(oneStory: true, Name("Foreign Office", ActorKind.Organization, 1, "NO"), Name("Foreign Office", ActorKind.Organization, 2, "SE"), Name("Foreign Office", ActorKind.Organization, 3)).ShouldBe(3);

    [Fact]
    public void Link_SomeCompanyOfTwoReports_IsTwo() =>
        Count(oneStory: true, Noun("company", ActorKind.Organization, 1), Noun("company", ActorKind.Organization, 2)).ShouldBe(2);

    [Fact]
    public void Link_ThePresidentWithoutAName_IsTheOneTheStoryNames() =>
        Count(oneStory: true, Noun("president", ActorKind.Unnamed, 1), Holder("Lena Dorn", "President", 2)).ShouldBe(1);

    [Fact]
    public void Link_ThePresidentBesideTwoOfThem_IsNeither() =>
        Count(oneStory: true, Noun("president", ActorKind.Unnamed, 1), Holder("Lena Dorn", "President", 2), Holder("Karim Hadi", "President", 3)).ShouldBe(3);

    [Fact]
    public void Link_ThePresidentBesideOneOfABody_IsTheOneCalledSoAlone() =>
        Count(oneStory: true, Noun("president", ActorKind.Unnamed, 1), Holder("Lena Dorn", "President", 2), Holder("Karim Hadi", "union president", 3)).ShouldBe(2);

    [Theory]
    [InlineData(true, "Ilan Varesdi", "Ilan Varesbi", 1)]
    [InlineData(false, "Ilan Varesdi", "Ilan Varesbi", 2)]
    [InlineData(true, "Ilan Varesdi", "Karim Varesbi", 2)]
    [InlineData(true, "Ilan Vares", "Ilan Varen", 2)]
    public void Link_LongSurnamesOneLetterApart_AreOneInAStory(bool oneStory, string left, string right, int expected) =>
        Count(oneStory, Name(left, ActorKind.Person, 1), Name(right, ActorKind.Person, 2)).ShouldBe(expected);

    [Fact]
    public void Apply_OneHeAmongShes_IsTakenFromHer()
    {
        Sample sample = Sample.Of("# par\nshe  she  PRON  _  5  nsubj  _\nher  her  PRON  _  5  dep  _\nhers  hers  PRON  _  5  dep  _\nhis  his  PRON  _  5  dep  _\nleft  leave  VERB  _  0  root  _\n");
        AnnotatedReport report = sample.Entity("Lena Dorn", ActorKind.Person, mentions: ["she", "her ", "hers", "his"], form: MentionForm.Pronoun).Build();

        Entity kept = PronounSex.Apply(report.Entities.Entities[0] with { Mentions = [.. report.Entities.Entities[0].Mentions.Select(m => m with { End = report.Report.Text.Slice(m.Span).EndsWith(' ') ? m.End - 1 : m.End })] }, ReportSet.Of([report]));

        kept.Mentions.Select(m => report.Report.Text.Slice(m.Span)).ShouldBe(["she", "her", "hers"]);
    }

    private static int Count(bool oneStory, params AnnotatedReport[] reports)
    {
        Dictionary<string, int> storyOf = reports.Select((r, i) => (r.Report.Id, Story: oneStory ? 0 : i)).ToDictionary(static p => p.Id, static p => p.Story, StringComparer.Ordinal);
        return EntityLinker.Link(ReportSet.Of(reports), new ExplanationBook(), [], storyOf).Entities.Length;
    }

    private static AnnotatedReport Noun(string words, ActorKind kind, int number, string? country = null) => Of(words, number).Entity(words, kind, country, form: MentionForm.Nominal).Build();

    private static AnnotatedReport Name(string words, ActorKind kind, int number, string? country = null) => Of(words, number).Entity(words, kind, country).Build();

    private static AnnotatedReport Holder(string name, string office, int number) => Of(name, number).Entity(name, ActorKind.Person, descriptions: [office]).Build();

    private static Sample Of(string words, int number)
    {
        string[] forms = words.Replace("'s", " 's", StringComparison.Ordinal).Replace("’s", " ’s", StringComparison.Ordinal).Split(' ');
        string rows = string.Concat(forms.Select((f, i) => $"{f}  {f}  PROPN  _  {forms.Length + 1}  {(i == forms.Length - 1 ? "nsubj" : "dep")}  _\n"));
        return Sample.Of($"# par\n{rows}left{number}  leave  VERB  _  0  root  _\n.  .  PUNCT  _  {forms.Length + 1}  punct  _\n");
    }
}
