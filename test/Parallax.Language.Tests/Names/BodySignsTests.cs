using Parallax.Core.Layers;
using Parallax.Language.Names;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Names;

public sealed class BodySignsTests
{
    [Fact]
    public void Refine_WordWithASpokesman_IsABody() => Refine("""
        A          a          DET    _  2  det       _
        spokesman  spokesman  NOUN   _  5  nsubj     _
        for        for        ADP    _  4  case      _
        Orvane     Orvane     PROPN  _  2  nmod      B-Place
        spoke      speak      VERB   _  0  root      _

        Orvane     Orvane     PROPN  _  2  nsubj     B-Person
        closed     close      VERB   _  0  root      _
        """).ShouldBe(["Organization:Orvane", "Organization:Orvane"]);

    [Fact]
    public void Refine_WordThatSomebodyIsInAsWell_StaysAPlace() => Refine("""
        A          a          DET    _  2  det       _
        spokesman  spokesman  NOUN   _  5  nsubj     _
        for        for        ADP    _  4  case      _
        Orvane     Orvane     PROPN  _  2  nmod      B-Place
        spoke      speak      VERB   _  0  root      _

        Snow       snow       NOUN   _  2  nsubj     _
        fell       fall       VERB   _  0  root      _
        in         in         ADP    _  4  case      _
        Orvane     Orvane     PROPN  _  2  obl       B-Place
        """).ShouldBe(["Place:Orvane", "Place:Orvane"]);

    [Fact]
    public void Refine_TownWithAPluralBehindIt_IsATeamAndThePluralAlone() => Refine("""
        The       the       DET    _            3  det       _
        Boston    Boston    PROPN  _            3  compound  B-Place
        Varans    Varan     PROPN  Number=Plur  4  nsubj     _
        lost      lose      VERB   _            0  root      _
        again     again     ADV    _            4  advmod    _

        Fans      fan       NOUN   Number=Plur  2  nsubj     _
        left      leave     VERB   _            0  root      _
        the       the       DET    _            4  det       _
        Varans    Varan     PROPN  Number=Plur  2  obj       _
        """).ShouldBe(["Organization:Boston Varans", "Organization:Varans"]);

    [Fact]
    public void Refine_NicknameReadAsAPeople_IsTheTeamOfTheReport() => Refine("""
        The       the       DET    _            3  det       _
        Boston    Boston    PROPN  _            3  compound  B-Place
        Varans    Varan     PROPN  Number=Plur  4  nsubj     _
        lost      lose      VERB   _            0  root      _
        again     again     ADV    _            4  advmod    _

        Fans      fan       NOUN   Number=Plur  2  nsubj     _
        left      leave     VERB   _            0  root      _
        the       the       DET    _            4  det       _
        Varans    Varan     PROPN  Number=Plur  2  obj       B-Norp
        """).ShouldBe(["Organization:Boston Varans", "Organization:Varans"]);

    [Theory]
    [InlineData("88ers", "Organization:88ers")]
    [InlineData("1980ers", null)]
    public void Refine_NumberWithTheEndingOfATeam_IsATeam(string word, string? expected) => Refine($"""
        The       the       DET    _            2  det       _
        {word}    {word}    NOUN   Number=Plur  3  nsubj     _
        won       win       VERB   _            0  root      _
        twice     twice     ADV    _            3  advmod    _
        """).ShouldBe(expected is null ? [] : [expected]);

    [Fact]
    public void Refine_MissBehindATown_IsAState() => Refine("""
        He        he        PRON   _  2  nsubj     _
        lives     live      VERB   _  0  root      _
        in        in        ADP    _  4  case      _
        Orvane    Orvane    PROPN  _  2  obl       B-Person
        ,         ,         PUNCT  _  4  punct     _
        Miss.     Miss.     PROPN  _  4  appos     _
        """).ShouldBe(["City:Orvane", "Region:Miss."]);

    [Fact]
    public void Refine_MakeWithANumber_IsNoEvent() => Refine("""
        He        he        PRON   _  2  nsubj     _
        sells     sell      VERB   _  0  root      _
        Orvane    Orvane    PROPN  _  2  obj       B-Event
        8         8         NUM    _  3  nummod    I-Event
        """).ShouldBe(["Product:Orvane 8"]);

    private static string[] Refine(string table)
    {
        AnnotatedReport report = ParsedReport.Of(table);
        Layer<NameMention> names = NameRefiner.English.Refine(report.Tokens, report.Names);
        AnnotatedReport refined = report.With(ReportLayers.Names, names);
        SpanChecks.Check(refined);
        return [.. names.Select(n => $"{n.Kind}:{report.Report.Text.Slice(n.Span)}")];
    }
}
