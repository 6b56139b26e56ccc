using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class ElisionTests
{
    private static readonly AnnotatedReport Anvil = Sample.Of(
        """
        The        the       DET    _            2  det
        Anvil      Anvil     PROPN  _            10 nsubj
        ,          ,         PUNCT  _            5  punct
        which      which     PRON   PronType=Rel 5  nsubj
        replaced   replace   VERB   Tense=Past|VerbForm=Fin   2  acl:relcl
        the        the       DET    _            7  det
        Hammer     Hammer    PROPN  _            5  obj
        ,          ,         PUNCT  _            5  punct
        promptly   promptly  ADV    _            10 advmod
        launched   launch    VERB   Tense=Past|VerbForm=Fin   0  root
        a          a         DET    _            13 det
        silver     silver    ADJ    _            13 amod
        boat       boat      NOUN   _            10 obj
        in         in        ADP    _            15 case
        Brevik     Brevik    PROPN  _            10 obl
        .          .         PUNCT  _            10 punct
        """, "The Norland Post", "2022-11-10").Entity("Anvil", ActorKind.Product).Entity("Hammer", ActorKind.Product).Build();

    private static readonly AnnotatedReport Quill = Sample.Of(
        """
        Quill      Quill     PROPN  _            2  nsubj
        bought     buy       VERB   Tense=Past|VerbForm=Fin   0  root
        two        two       NUM    _            4  nummod
        yards      yard      NOUN   Number=Plur  2  obj
        and        and       CCONJ  _            6  cc
        closed     close     VERB   Tense=Past|VerbForm=Fin   2  conj
        a          a         DET    _            9  det
        fake       fake      ADJ    _            9  amod
        mill       mill      NOUN   _            6  obj
        in         in        ADP    _            11 case
        Brevik     Brevik    PROPN  _            6  obl
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-11-10").Entity("Quill", ActorKind.Person).Build();

    private static readonly AnnotatedReport Vale = Sample.Of(
        """
        Vale       Vale      PROPN  _            2  nsubj
        saw        see       VERB   Tense=Past|VerbForm=Fin   0  root
        the        the       DET    _            5  det
        red        red       ADJ    _            5  amod
        boat       boat      NOUN   _            2  obj
        near       near      ADP    _            9  case
        a          a         DET    _            9  det
        blue       blue      ADJ    _            9  amod
        boat       boat      NOUN   _            2  obl
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-11-10").Entity("Vale", ActorKind.Person).Build();

    [Theory]
    [InlineData("which replaced the Hammer", "The Anvil … promptly launched a silver boat in Brevik")]
    [InlineData("promptly", "The Anvil, which replaced the Hammer, … launched a silver boat in Brevik")]
    [InlineData("silver", "The Anvil, which replaced the Hammer, promptly launched a … boat in Brevik")]
    [InlineData("which replaced the Hammer|promptly|silver", "The Anvil … launched a … boat in Brevik")]
    [InlineData("a silver boat", "The Anvil, which replaced the Hammer, promptly launched a silver boat in Brevik")] // what the verb is done to stays
    [InlineData("in Brevik", "The Anvil, which replaced the Hammer, promptly launched a silver boat in Brevik")] // an end is no inner stretch
    [InlineData("The Anvil", "The Anvil, which replaced the Hammer, promptly launched a silver boat in Brevik")]
    public void Of_DetailsOfAClause_AreLeftOutWhereTheyMay(string mayGo, string expected) => Elided(Anvil, "launch", mayGo).ShouldBe(expected);

    [Theory]
    [InlineData("close", "bought two yards and", "Quill … closed a fake mill in Brevik")]
    [InlineData("close", "fake", "Quill bought two yards and closed a fake mill in Brevik")] // it is no mill
    [InlineData("buy", "bought two yards and", "Quill bought two yards and closed a fake mill in Brevik")] // what is told stays
    public void Of_TwoPredicatesOfOneSubject_TheOneThatIsToldStays(string lemma, string mayGo, string expected) => Elided(Quill, lemma, mayGo).ShouldBe(expected);

    private static readonly AnnotatedReport Tarn = Sample.Of(
        """
        The        the       DET    _            5  det
        most       most      ADV    Degree=Sup   3  advmod
        famous     famous    ADJ    _            5  amod
        red        red       ADJ    _            5  amod
        mill       mill      NOUN   _            6  nsubj
        burned     burn      VERB   Tense=Past|VerbForm=Fin   0  root
        near       near      ADP    _            10 case
        the        the       DET    _            10 det
        Red        Red       ADJ    _            10 amod
        House      House     PROPN  _            6  obl
        ,          ,         PUNCT  _            14 punct
        a          a         DET    _            14 det
        yellow     yellow    ADJ    _            14 amod
        inn        inn       NOUN   _            10 appos
        .          .         PUNCT  _            6  punct
        """, "The Norland Post", "2022-11-10").Build();

    [Theory]
    [InlineData("most famous", "The most famous red mill burned near the Red House, a yellow inn")] // of all mills
    [InlineData("red", "The most famous … mill burned near the Red House, a yellow inn")]
    [InlineData("Red", "The most famous red mill burned near the Red House, a yellow inn")] // a name
    [InlineData("yellow", "The most famous red mill burned near the Red House, a … inn")]
    public void Of_AdjectiveOfANameOrOfDegree_Stays(string mayGo, string expected) => Elided(Tarn, "burn", mayGo).ShouldBe(expected);

    [Theory]
    [InlineData("red", "Vale saw the red boat near a blue boat")] // there are two boats
    [InlineData("blue", "Vale saw the red boat near a … boat")]
    public void Of_WordThatTellsAThingFromItsLikes_Stays(string mayGo, string expected) => Elided(Vale, "see", mayGo).ShouldBe(expected);

    [Theory]
    [InlineData("rarely", "painted", "rarely", "Vale rarely painted a good yard in Brevik")]
    [InlineData("secretly", "painted", "secretly", "Vale … painted a good yard in Brevik")]
    [InlineData("secretly", "painted", "good", "Vale secretly painted a … yard in Brevik")]
    [InlineData("secretly", "had", "good", "Vale secretly had a good yard in Brevik")] // that is what is said
    public void Of_WordThatTheRestWouldBeFalseWithout_Stays(string adverb, string verb, string mayGo, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Vale       Vale      PROPN  _            3  nsubj
            {adverb}   {adverb}  ADV    _            3  advmod
            {verb}     {(verb == "had" ? "have" : "paint")}  VERB   Tense=Past|VerbForm=Fin   0  root
            a          a         DET    _            6  det
            good       good      ADJ    _            6  amod
            yard       yard      NOUN   _            3  obj
            in         in        ADP    _            8  case
            Brevik     Brevik    PROPN  _            3  obl
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-11-10").Entity("Vale", ActorKind.Person).Build();
        string text = report.Report.Text.Text;

        Elision.Of(report, PropositionReader.Read(report).First(static p => p.Token == 2), new TextSpan(0, text.Length - 1), piece => report.Report.Text.Slice(piece) == mayGo).Text(report).ShouldBe(expected);
    }

    [Fact]
    public void With_StretchOnWhichAConflictStands_IsShown()
    {
        Wording elided = Wording(Anvil, "launch", "which replaced the Hammer|silver");
        int at = Anvil.Report.Text.Text.IndexOf("silver", StringComparison.Ordinal);

        elided.With([new SideEvidence(Anvil.Report.Id, at, at + 6, null, null)]).Text(Anvil).ShouldBe("The Anvil … promptly launched a silver boat in Brevik");
        elided.With([new SideEvidence(Anvil.Report.Id, 0, at + 6, null, null)]).Text(Anvil).ShouldBe("The Anvil … promptly launched a … boat in Brevik");
    }

    private static string Elided(AnnotatedReport report, string lemma, string mayGo) => Wording(report, lemma, mayGo).Text(report);

    private static Wording Wording(AnnotatedReport report, string lemma, string mayGo)
    {
        string text = report.Report.Text.Text;
        Proposition told = PropositionReader.Read(report).First(p => p.Lemma == lemma);
        return Elision.Of(report, told, new TextSpan(0, text.TrimEnd('.').Length), piece => mayGo.Split('|').Contains(report.Report.Text.Slice(piece)));
    }
}
