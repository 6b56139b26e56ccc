using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class HeadingWordsTests
{
    private static readonly AnnotatedReport Report = Sample.Of(
        """
        He         he        PRON   _            2  nsubj
        fired      fire      VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            2  punct

        Ada        Ada       PROPN  _            2  nsubj
        Quill      Quill     PROPN  _            1  flat
        .          .         PUNCT  _            1  punct

        The        the       DET    _            2  det
        yard       yard      NOUN   _            3  nsubj
        closed     close     VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            3  punct

        Two        two       NUM    _            2  nummod
        counts     count     NOUN   _            0  root
        of         of        ADP    _            4  case
        theft      theft     NOUN   _            2  nmod
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-11-10").Entity("Ada Quill", ActorKind.Person).Build();

    [Theory]
    [InlineData("He fired", 0, false)]
    [InlineData("Ada Quill", null, false)]
    [InlineData("The yard closed", 7, true)]
    [InlineData("Two counts of theft", null, false)]
    public void SayEnough_PronounNameOrClause_OnlyTheClauseDoes(string words, int? subject, bool expected)
    {
        int start = Report.Report.Text.Text.IndexOf(words, StringComparison.Ordinal);
        HeadingWords.SayEnough(Report, subject, new TextSpan(start, words.Length)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("TWO MORE OUT Veria lost the yard", true)]
    [InlineData("EU officials lost the yard", false)]
    public void OpensInCapitals_HeadlineRunIntoTheText_IsSeen(string words, bool expected) => HeadingWords.OpensInCapitals(words, new TextSpan(0, words.Length)).ShouldBe(expected);

    [Theory]
    [InlineData("Crews fled Brevik two hours after", "Crews fled Brevik")]
    [InlineData("Crews fled Brevik", "Crews fled Brevik")]
    [InlineData("Crews fled Brevik two hours after midnight", "Crews fled Brevik two hours after midnight")]
    public void WithoutOpenEnd_WordsThatLeanOnWhatWasCut_AreLeftOut(string words, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Crews      crew      NOUN   _  2  nsubj
            fled       flee      VERB   _  0  root
            Brevik     Brevik    PROPN  _  2  obj
            two        two       NUM    _  5  nummod
            hours      hour      NOUN   _  7  obl:npmod
            after      after     ADP    _  7  case
            midnight   midnight  NOUN   _  2  obl
            .          .         PUNCT  _  2  punct
            """, "The Norland Post", "2022-11-10").Build();
        report.Report.Text.Slice(HeadingWords.WithoutOpenEnd(report.Tokens, new TextSpan(0, words.Length))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Crews left Brevik where", "Crews left Brevik")]
    [InlineData("Crews left Brevik where guards slept", "Crews left Brevik where guards slept")]
    public void WithoutOpenEnd_PlaceOfAClauseThatWasCut_IsLeftOut(string words, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Crews      crew      NOUN   _  2  nsubj
            left       leave     VERB   _  0  root
            Brevik     Brevik    PROPN  _  2  obj
            where      where     ADV    _  6  advmod
            guards     guard     NOUN   _  6  nsubj
            slept      sleep     VERB   _  3  acl:relcl
            .          .         PUNCT  _  2  punct
            """, "The Norland Post", "2022-11-10").Build();
        report.Report.Text.Slice(HeadingWords.WithoutOpenEnd(report.Tokens, new TextSpan(0, words.Length))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("or", "Guards were killed or hurt")]
    [InlineData("and", "Guards were killed")]
    public void CleanCut_OneOfTwoThatAreToldAsChoice_HasTheOther(string word, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $$"""
            Guards     guard     NOUN   _  3  nsubj:pass
            were       be        AUX    VerbForm=Fin  3  aux:pass
            killed     kill      VERB   Tense=Past|VerbForm=Part  0  root
            {{word}}   {{word}}  CCONJ  _  5  cc
            hurt       hurt      VERB   Tense=Past|VerbForm=Part  3  conj
            there      there     ADV    _  3  advmod
            .          .         PUNCT  _  3  punct
            """, "The Norland Post", "2022-11-10").Build();
        Proposition told = new() { Key = "k", Report = report.Report.Id, Sentence = 0, Token = 2, Top = 2, Lemma = "kill", Class = "kill", Subject = 0, Span = new TextSpan(0, "Guards were killed".Length) };
        report.Report.Text.Slice(CleanCut.Of(report, told, told.Span)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Quill opened fire shortly", "Quill opened fire")] // "shortly after he came in"
    [InlineData("Quill opened fire shortly after he came", "Quill opened fire shortly after he came")]
    [InlineData("Then Quill opened fire", "Quill opened fire")]
    [InlineData("Quill opened fire", "Quill opened fire")]
    public void OpenEdges_AdverbsThatBelongElsewhere_AreLeftOut(string words, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Then       then      ADV    _  3  advmod
            Quill      Quill     PROPN  _  3  nsubj
            opened     open      VERB   Tense=Past|VerbForm=Fin  0  root
            fire       fire      NOUN   _  3  obj
            shortly    shortly   ADV    _  3  advmod
            after      after     SCONJ  _  8  mark
            he         he        PRON   _  8  nsubj
            came       come      VERB   Tense=Past|VerbForm=Fin  3  advcl
            .          .         PUNCT  _  3  punct
            """, "The Norland Post", "2022-11-10").Build();
        int start = report.Report.Text.Text.IndexOf(words, StringComparison.Ordinal);
        report.Report.Text.Slice(HeadingWords.WithoutOpenEnd(report.Tokens, HeadingWords.BehindOpener(report, new TextSpan(start, words.Length)))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Two hours later, the yard closed", "the yard closed")]
    [InlineData("Two hours later", "Two hours later")] // nothing stands behind it
    [InlineData("later this year, the yard opens", "later this year, the yard opens")] // the year is the report's own
    public void BehindOpener_TimeByWhatWasToldBefore_IsLeftOut(string words, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Two        two       NUM    _  2  nummod
            hours      hour      NOUN   _  3  obl:npmod
            later      late      ADV    _  7  advmod
            ,          ,         PUNCT  _  7  punct
            the        the       DET    _  6  det
            yard       yard      NOUN   _  7  nsubj
            closed     close     VERB   _  0  root
            ;          ;         PUNCT  _  7  punct
            later      late      ADV    _  15 advmod
            this       this      DET    _  11 det
            year       year      NOUN   _  15 obl:tmod
            ,          ,         PUNCT  _  15 punct
            the        the       DET    _  14 det
            yard       yard      NOUN   _  15 nsubj
            opens      open      VERB   _  7  parataxis
            .          .         PUNCT  _  7  punct
            """, "The Norland Post", "2022-11-10").Build();
        int start = report.Report.Text.Text.IndexOf(words, StringComparison.Ordinal);
        report.Report.Text.Slice(HeadingWords.BehindOpener(report, new TextSpan(start, words.Length))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Well, my friends, the yard is safe", "the yard is safe")]
    [InlineData("my friends, the yard is safe", "my friends, the yard is safe")]
    public void BehindOpener_CallForAnEar_IsLeftOut(string words, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Well       well      INTJ   _  9  discourse
            ,          ,         PUNCT  _  9  punct
            my         my        PRON   _  4  nmod:poss
            friends    friend    NOUN   _  9  vocative
            ,          ,         PUNCT  _  9  punct
            the        the       DET    _  7  det
            yard       yard      NOUN   _  9  nsubj
            is         be        AUX    VerbForm=Fin  9  cop
            safe       safe      ADJ    _  0  root
            .          .         PUNCT  _  9  punct
            """, "The Norland Post", "2022-11-10").Build();
        int start = report.Report.Text.Text.IndexOf(words, StringComparison.Ordinal);
        report.Report.Text.Slice(HeadingWords.BehindOpener(report, new TextSpan(start, words.Length))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Crews sought help for", "Crews sought help")] // "for and comforted the crew"
    [InlineData("Crews sought help", "Crews sought help")]
    public void WithoutOpenEnd_PrepositionWhoseNounStandsBehindTheNextVerb_IsLeftOut(string words, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Crews      crew      NOUN   _  2  nsubj
            sought     seek      VERB   _  0  root
            help       help      NOUN   _  2  obj
            for        for       ADP    _  2  obl
            and        and       CCONJ  _  6  cc
            comforted  comfort   VERB   _  2  conj
            Vale       Vale      PROPN  _  6  obj
            .          .         PUNCT  _  2  punct
            """, "The Norland Post", "2022-11-10").Build();
        report.Report.Text.Slice(HeadingWords.WithoutOpenEnd(report.Tokens, new TextSpan(0, words.Length))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Crews saw boats", true)]
    [InlineData("Crews saw boats suddenly sink", false)]
    public void RunsOn_VerbBehindTheEdge_IsSeen(string words, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Crews      crew      NOUN   _  2  nsubj
            saw        see       VERB   _  0  root
            boats      boat      NOUN   _  2  obj
            suddenly   suddenly  ADV    _  5  advmod
            sink       sink      VERB   _  2  conj
            .          .         PUNCT  _  2  punct
            """, "The Norland Post", "2022-11-10").Build();

        HeadingWords.RunsOn(report.Tokens, new TextSpan(0, words.Length)).ShouldBe(expected);
    }

    // "The row grew as Ada Quill, the owner, | attacked Vale": the verb of the last subject was cut.
    [Theory]
    [InlineData("The row grew as Ada Quill", "The row grew")]
    [InlineData("The row grew as Ada Quill attacked Vale", "The row grew as Ada Quill attacked Vale")]
    public void WithoutOpenEnd_SubjectWhoseVerbWasCut_IsLeftOut(string words, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            The        the       DET    _  2  det
            row        row       NOUN   _  3  nsubj
            grew       grow      VERB   Tense=Past|VerbForm=Fin  0  root
            as         as        SCONJ  _  7  mark
            Ada        Ada       PROPN  _  7  nsubj
            Quill      Quill     PROPN  _  5  flat
            attacked   attack    VERB   Tense=Past|VerbForm=Fin  3  advcl
            Vale       Vale      PROPN  _  7  obj
            .          .         PUNCT  _  3  punct
            """, "The Norland Post", "2022-11-10").Build();
        report.Report.Text.Slice(HeadingWords.WithoutOpenEnd(report.Tokens, new TextSpan(0, words.Length))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Quill won the vote, with Halden Radio", "Quill won the vote")]
    [InlineData("Quill won the vote", "Quill won the vote")]
    public void WithoutLostSpeaker_SpeakerWhoseWordOfSayingWasCut_IsLeftOut(string words, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Quill      Quill     PROPN  _  2  nsubj
            won        win       VERB   Tense=Past|VerbForm=Fin  0  root
            the        the       DET    _  4  det
            vote       vote      NOUN   _  2  obj
            ,          ,         PUNCT  _  2  punct
            with       with      ADP    _  8  case
            Halden     Halden    PROPN  _  8  compound
            Radio      Radio     PROPN  _  2  obl
            calling    call      VERB   VerbForm=Ger  8  acl
            the        the       DET    _  11 det
            race       race      NOUN   _  9  obj
            .          .         PUNCT  _  2  punct
            """, "The Norland Post", "2022-11-10").Entity("Halden Radio", ActorKind.Organization).Statement("Halden Radio", "calling", "the race", lemma: "call").Build();
        Proposition won = PropositionReader.Read(report).Single(static p => p.Lemma == "win");
        report.Report.Text.Slice(HeadingWords.WithoutLostSpeaker(report, won, new TextSpan(0, words.Length))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("to carry", false)] // "(vowed) to carry on, the mood was good"
    [InlineData("the mood", true)]
    public void Starts_WordsThatBeginWithAnInfinitive_DoNot(string words, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            They       they      PRON   _  2  nsubj
            vowed      vow       VERB   Tense=Past|VerbForm=Fin  8  advcl
            to         to        PART   _  4  mark
            carry      carry     VERB   VerbForm=Inf  2  xcomp
            on         on        ADP    _  4  compound:prt
            the        the       DET    _  7  det
            mood       mood      NOUN   _  8  nsubj
            held       hold      VERB   Tense=Past|VerbForm=Fin  0  root
            .          .         PUNCT  _  8  punct
            """, "The Norland Post", "2022-11-10").Build();
        int start = report.Report.Text.Text.IndexOf(words, StringComparison.Ordinal);
        SelfContained.Starts(report, new TextSpan(start, words.Length)).ShouldBe(expected);
    }
}
