using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Entities;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Speakers by the names that the whole story has for them.</summary>
public sealed class StorySpeakersTests
{
    [Theory]
    [InlineData("the Post", ActorKind.Outlet, "Ostby Post", ActorKind.Outlet, "Ostby Post")]
    [InlineData("ostbypost.com", ActorKind.Outlet, "Ostby Post", ActorKind.Outlet, "Ostby Post")]
    [InlineData("haldenpost.com", ActorKind.Outlet, "Ostby Post", ActorKind.Outlet, "haldenpost.com")]
    [InlineData("the Herald", ActorKind.Outlet, "Ostby Post", ActorKind.Outlet, "the Herald")]
    [InlineData("the OSJ", ActorKind.Outlet, "OSJ", ActorKind.Outlet, "OSJ")]
    [InlineData("cops", ActorKind.Unnamed, "police", ActorKind.Group, "police")]
    [InlineData("an OLPD release", ActorKind.Document, "OLPD", ActorKind.Government, "OLPD")]
    [InlineData("an OLPD report", ActorKind.Document, "OLPD", ActorKind.Government, "an OLPD report")]
    [InlineData("a statement from Orvane", ActorKind.Document, "Orvane", ActorKind.Organization, "Orvane")]
    [InlineData("a poll by Orvane", ActorKind.Document, "Orvane", ActorKind.Organization, "a poll by Orvane")]
    [InlineData("OLPD analysts", ActorKind.Unnamed, "OLPD", ActorKind.Government, "OLPD")]
    [InlineData("OLPD critics", ActorKind.Unnamed, "OLPD", ActorKind.Government, "OLPD critics")]
    [InlineData("cops and family", ActorKind.Unnamed, "police", ActorKind.Group, "police and family")]
    public void Apply_SpeakerThatTheStoryNames_IsThatOne(string called, ActorKind kind, string name, ActorKind nameKind, string expected) =>
        Speaker([Named(name, nameKind, 1)], called, kind).ShouldBe(expected);

    [Fact]
    public void Apply_PostBesideTwoPapersOfThatName_IsNeither() =>
        Speaker([Named("Ostby Post", ActorKind.Outlet, 1), Named("Halden Post", ActorKind.Outlet, 2)], "the Post", ActorKind.Outlet).ShouldBe("the Post");

    [Fact]
    public void Apply_NameOfAnotherStory_IsNotTaken() =>
        Speaker([Named("Ostby Post", ActorKind.Outlet, 1)], "the Post", ActorKind.Outlet, oneStory: false).ShouldBe("the Post");

    [Theory]
    [InlineData("Ostby Post's online service", true)]
    [InlineData("Ostby Post's owner", false)]
    [InlineData("Post", true)]
    [InlineData("Ostby", false)]
    public void IsShort_OfAnOutlet_TellsLastWordSiteAndService(string called, bool expected) => OutletNames.IsShort(called, "Ostby Post").ShouldBe(expected);

    [Theory]
    [InlineData("an initial investigation of the scene", true)]
    [InlineData("the Hadi inquiry", false)]
    [InlineData("investigators", false)]
    public void IsInquiry_TellsWhatABodyFindsOutBy(string words, bool expected) => OutletNames.IsInquiry(words).ShouldBe(expected);

    [Theory]
    [InlineData("the release", "Norlandic Navy")]
    [InlineData("a release", "a release")]
    public void Apply_ReleaseBehindAStatement_IsOfWhoMadeIt(string paper, string expected)
    {
        Sample sample = Told("Norlandic Navy said in a statement boats left", $"{paper} added crews slept").Entity("Norlandic Navy", ActorKind.Government);
        Statement told = Applied(sample.Statement("Norlandic Navy", "said in a statement", "boats left").Statement(paper, "added", "crews slept"), 1, ActorKind.Document);

        told.Source.Name.ShouldBe(expected);
        told.Chain.Any(static h => h.Kind == ActorKind.Document).ShouldBe(expected != paper);
    }

    [Fact]
    public void Apply_WhoTranslatedForAnother_HandsOnHisWords()
    {
        Statement told = Applied(Told("Ilan Dorn who translated for Hadi said boats left").Entity("Ilan Dorn", ActorKind.Person).Entity("Karim Hadi", ActorKind.Person, mentions: ["Hadi"], aliases: ["Hadi"]).Statement("Ilan Dorn who translated for Hadi", "said", "boats left"), 0, ActorKind.Person);

        told.Source.Name.ShouldBe("Karim Hadi");
        told.Chain.ShouldHaveSingleItem().Name.ShouldBe("Ilan Dorn who translated for Hadi");
    }

    [Theory]
    [InlineData("Karim Hadi", "Karim Hadi")]
    [InlineData("one Karim Hadi", "one of the clerks here")]
    public void Apply_OneOfSeveralBeforeANewSpeaker_IsThatSpeaker(string next, string expected)
    {
        Sample sample = Told("one of the clerks here said boats left", $"{next} added crews slept").Entity("Karim Hadi", ActorKind.Person).Statement("one of the clerks here", "said", "boats left").Statement(next, "added", "crews slept");
        Applied(sample, 0, ActorKind.Unnamed).Source.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("the harbour owner", "former harbour owner", "the harbour owner")]
    [InlineData("the former harbour owner", "former harbour owner", "Karim Hadi")]
    [InlineData("the harbour owner", "harbour owner", "Karim Hadi")]
    [InlineData("the owner", "harbour owner", "the owner")]
    public void Apply_WhoIsCalledAsOnePersonOfTheReportIsDescribed_IsThatPerson(string called, string description, string expected)
    {
        Sample sample = Told("Karim Hadi left", $"there {called} said boats left").Entity("Karim Hadi", ActorKind.Person, descriptions: [description]).Statement(called, "said", "boats left");
        Applied(sample, 0, ActorKind.Unnamed).Source.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("the captain's nephew", "Karim Hadi")]
    [InlineData("a captain's nephew", "a captain's nephew")]
    [InlineData("the nephew", "the nephew")]
    public void Apply_RelativeWhoIsNamedInTheNextSentence_IsThatOne(string called, string expected)
    {
        Sample sample = Told($"{called} said boats left", "Karim Hadi added crews slept").Entity("Karim Hadi", ActorKind.Person).Statement(called, "said", "boats left").Statement("Karim Hadi", "added", "crews slept", manner: Manner.Direct);
        Applied(sample, 0, ActorKind.Unnamed).Source.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("allegedly", "Ostby Police", "Ostby Police")]
    [InlineData("allegedly", "Norlandic Navy", "")]
    [InlineData("reportedly", "Ostby Police", "")]
    public void Apply_AllegedBetweenTwoSentencesOfOne_IsHis(string cue, string next, string expected)
    {
        Sample sample = Told("Ostby Police said boats left", $"Dorn {cue} struck poles", $"there {next} added crews slept").Entity("Ostby Police", ActorKind.Government);
        sample = next == "Ostby Police" ? sample : sample.Entity(next, ActorKind.Government);
        AnnotatedReport report = sample.Statement("Ostby Police", "said", "boats left").Statement("Dorn", cue, "struck poles").Statement(next, "added", "crews slept").Build();
        report = report.With(ReportLayers.Statements, new Layer<Statement>(report.Statements.Select(static s => s.Source.Text == "Dorn" ? s with { Source = new StatementSource([], "", null, "", ActorKind.NotStated) } : s)));

        new StorySpeakers(ReportSet.Of([report]), new Dictionary<string, int>(StringComparer.Ordinal) { [report.Report.Id] = 0 }).Apply(report).Statements.Single(s => s.Cue.Text == cue).Source.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("OSTBY DA", "Ilan Dorn")]
    [InlineData("OSTBY MD", "OSTBY MD")]
    public void Apply_OfficeInLettersOfAHeadline_IsTheSpeakerWhoIsCalledSo(string called, string expected)
    {
        Sample sample = Told($"BOATS LEFT {called} says", "Ilan Dorn said crews slept").Entity("Ilan Dorn", ActorKind.Person, aliases: ["DA"]).Statement(called, "says", "BOATS LEFT").Statement("Ilan Dorn", "said", "crews slept");
        Applied(sample, 0, ActorKind.Other).Source.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Mrs Dorn", "she", "Ada Dorn")]
    [InlineData("Mr Dorn", "she", "Mr Dorn")]
    [InlineData("Mrs Dorn", "it", "Mrs Dorn")]
    [InlineData("Mrs Horn", "she", "Mrs Horn")]
    public void Apply_AddressedByASurnameAlone_IsThePersonOfTheStoryOfThatSex(string called, string pronoun, string expected) =>
        Speaker([Sample.Of($"# par\n{Rows($"Ada Dorn and {pronoun}")}left  leave  VERB  _  0  root  _\n").Entity("Ada Dorn", ActorKind.Person, mentions: [pronoun], form: MentionForm.Pronoun).Build()], called, ActorKind.Person).ShouldBe(expected);

    private static Sample Told(params string[] sentences) =>
        Sample.Of("# par\n" + string.Join('\n', sentences.Select(static s => string.Concat(s.Split(' ').Select(static (w, i) => $"{w}  {w}  NOUN  _  {(i == 0 ? 0 : 1)}  {(i == 0 ? "root" : "dep")}  _\n")))));

    private static Statement Applied(Sample sample, int at, ActorKind kind)
    {
        AnnotatedReport report = sample.Build();
        report = report.With(ReportLayers.Statements, new Layer<Statement>(report.Statements.Select((s, i) => i == at ? s with { Source = s.Source with { Kind = kind } } : s)));
        return new StorySpeakers(ReportSet.Of([report]), new Dictionary<string, int>(StringComparer.Ordinal) { [report.Report.Id] = 0 }).Apply(report).Statements[at];
    }

    private static string Speaker(AnnotatedReport[] named, string called, ActorKind kind, bool oneStory = true)
    {
        AnnotatedReport asked = Sample.Of($"# par\n{Rows(called)}said  say  VERB  _  0  root  _\nit  it  PRON  _  {called.Split(' ').Length + 3}  nsubj  _\nfell  fall  VERB  _  {called.Split(' ').Length + 1}  ccomp  _\n").Statement(called, "said", "it fell").Build();
        asked = asked.With(ReportLayers.Statements, new Layer<Statement>(asked.Statements.Select(s => s with { Source = s.Source with { Kind = kind } })));
        AnnotatedReport[] reports = [.. named, asked];
        Dictionary<string, int> storyOf = reports.Select((r, i) => (r.Report.Id, Story: oneStory ? 0 : i)).ToDictionary(static p => p.Id, static p => p.Story, StringComparer.Ordinal);
        return new StorySpeakers(ReportSet.Of(reports), storyOf).Apply(asked).Statements[0].Source.Name;
    }

    private static AnnotatedReport Named(string name, ActorKind kind, int number) => Sample.Of($"# par\n{Rows(name)}left{number}  leave  VERB  _  0  root  _\n").Entity(name, kind).Build();

    private static string Rows(string words) => string.Concat(words.Split(' ').Select((w, i) => $"{w}  {w}  PROPN  _  {words.Split(' ').Length + 1}  {(i == words.Split(' ').Length - 1 ? "nsubj" : "dep")}  _\n"));
}
