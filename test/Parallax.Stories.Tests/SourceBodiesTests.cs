using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Entities;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Speakers that are no entity of their report and are one of the story.</summary>
public sealed class SourceBodiesTests
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

    private static string Speaker(AnnotatedReport[] named, string called, ActorKind kind, bool oneStory = true)
    {
        AnnotatedReport asked = Sample.Of($"# par\n{Rows(called)}said  say  VERB  _  0  root  _\nit  it  PRON  _  {called.Split(' ').Length + 3}  nsubj  _\nfell  fall  VERB  _  {called.Split(' ').Length + 1}  ccomp  _\n").Statement(called, "said", "it fell").Build();
        asked = asked.With(ReportLayers.Statements, new Layer<Statement>(asked.Statements.Select(s => s with { Source = s.Source with { Kind = kind } })));
        AnnotatedReport[] reports = [.. named, asked];
        Dictionary<string, int> storyOf = reports.Select((r, i) => (r.Report.Id, Story: oneStory ? 0 : i)).ToDictionary(static p => p.Id, static p => p.Story, StringComparer.Ordinal);
        return new SourceBodies(ReportSet.Of(reports), storyOf).Apply(asked).Statements[0].Source.Name;
    }

    private static AnnotatedReport Named(string name, ActorKind kind, int number) => Sample.Of($"# par\n{Rows(name)}left{number}  leave  VERB  _  0  root  _\n").Entity(name, kind).Build();

    private static string Rows(string words) => string.Concat(words.Split(' ').Select((w, i) => $"{w}  {w}  PROPN  _  {words.Split(' ').Length + 1}  {(i == words.Split(' ').Length - 1 ? "nsubj" : "dep")}  _\n"));
}
