using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Claims;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class HappeningTitleTests
{
    // "Quill came. She raised tolls": by her name; of whom no name stands before, by the pronoun.
    [Theory]
    [InlineData(MentionForm.Name, "Quill … raised tolls")]
    [InlineData(MentionForm.Nominal, "She raised tolls")]
    public void Of_ClauseOfAPronoun_IsToldByTheName(MentionForm form, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Quill      Quill     PROPN  _            2  nsubj
            came       come      VERB   Tense=Past|VerbForm=Fin   0  root
            .          .         PUNCT  _            2  punct

            She        she       PRON   _            2  nsubj
            raised     raise     VERB   Tense=Past|VerbForm=Fin   0  root
            tolls      toll      NOUN   _            2  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person, mentions: ["Quill", "She"], form: form).Event("raised", "raise", actors: ["Quill"]).Build();

        HappeningTitle.Of(report, Told(report, "raise")).ShouldBe(expected);
    }

    // "A strike hit the yard" says more than "A strike".
    [Fact]
    public void Of_ShortNounThatIsTheSubject_IsToldByItsSentence()
    {
        AnnotatedReport report = Sample.Of(
            """
            A          a         DET    _            2  det
            strike     strike    NOUN   _            3  nsubj
            hit        hit       VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            5  det
            yard       yard      NOUN   _            3  obj
            .          .         PUNCT  _            3  punct
            """, "The Norland Post").Event("strike", "strike", PloverType.ASSAULT).Build();

        HappeningTitle.Of(report, Told(report, "strike")).ShouldBe("A strike hit the yard");
        HappeningTitle.Of(report, Told(report, "hit")).ShouldBe("A strike hit the yard");
    }

    [Theory]
    [InlineData("which", "PRON", "acl:relcl", "The toll too which Quill raised")]
    [InlineData("that", "SCONJ", "acl", "Quill raised")] // "the claim that Quill raised it": the clause says what
    public void Of_ClauseBehindANoun_IsToldWithTheNounItLacks(string opener, string tag, string relation, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            The        the       DET    _            2  det
            toll       toll      NOUN   _            7  nsubj
            too        too       ADV    _            2  advmod
            {opener}   {opener}  {tag}  _            6  {(tag is "PRON" ? "obj" : "mark")}
            Quill      Quill     PROPN  _            6  nsubj
            raised     raise     VERB   Tense=Past|VerbForm=Fin   2  {relation}
            angered    anger     VERB   Tense=Past|VerbForm=Fin   0  root
            Vale       Vale      PROPN  _            7  obj
            .          .         PUNCT  _            7  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Entity("Vale", ActorKind.Person).Build();

        HappeningTitle.Of(report, Told(report, "raise")).ShouldBe(expected);
    }

    // What stands behind the clause is none of the noun's words before it; the second of two clauses goes with the noun as well.
    [Theory]
    [InlineData("raise", "the toll, which Quill raised")]
    [InlineData("curse", "the toll … which Vale cursed")]
    public void Of_RelativeClausesOfOneNoun_AreToldWithTheNounBeforeThem(string lemma, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            It         it        PRON   _            2  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            4  det
            toll       toll      NOUN   _            2  obj
            ,          ,         PUNCT  _            8  punct
            which      which     PRON   PronType=Rel 8  obj
            Quill      Quill     PROPN  _            8  nsubj
            raised     raise     VERB   Tense=Past|VerbForm=Fin   4  acl:relcl
            and        and       CCONJ  _            12  cc
            which      which     PRON   PronType=Rel 12  obj
            Vale       Vale      PROPN  _            12  nsubj
            cursed     curse     VERB   Tense=Past|VerbForm=Fin   8  conj
            ,          ,         PUNCT  _            14  punct
            high       high      ADJ    _            4  amod
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Entity("Vale", ActorKind.Person).Build();
        Proposition told = Told(report, lemma);

        HappeningTitle.Of(report, told with { Span = lemma == "raise" ? report.Tokens.Span(5, 8) : report.Tokens.Span(9, 12) }).ShouldBe(expected);
    }

    [Fact]
    public void Of_SecondVerbOfASentence_IsToldWithItsSubject()
    {
        AnnotatedReport report = Sample.Of(
            """
            Quill      Quill     PROPN  _            2  nsubj
            met        meet      VERB   Tense=Past|VerbForm=Fin   0  root
            Vale       Vale      PROPN  _            2  obj
            and        and       CCONJ  _            5  cc
            signed     sign      VERB   Tense=Past|VerbForm=Fin   2  conj
            the        the       DET    _            7  det
            treaty     treaty    NOUN   _            5  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Entity("Vale", ActorKind.Person).Build();
        Proposition told = Told(report, "sign");

        HappeningTitle.Of(report, told).ShouldBe("Quill … signed the treaty");
        HappeningTitle.Openness(report, told).ShouldBe(1);
        HappeningTitle.Openness(report, Told(report, "meet")).ShouldBe(0);
    }

    [Fact]
    public void Of_SecondVerbBehindAnotherSubject_HasNoSubjectThatMayBeWrong()
    {
        AnnotatedReport report = Sample.Of(
            """
            Norland    Norland   PROPN  _            2  nsubj
            stressed   stress    VERB   Tense=Past|VerbForm=Fin   0  root
            that       that      SCONJ  _            5  mark
            Kelder     Kelder    PROPN  _            5  nsubj
            gave       give      VERB   Tense=Past|VerbForm=Fin   2  ccomp
            boats      boat      NOUN   _            5  obj
            and        and       CCONJ  _            8  cc
            sent       send      VERB   Tense=Past|VerbForm=Fin   2  conj
            guards     guard     NOUN   _            8  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Norland", ActorKind.Country, "NL").Entity("Kelder", ActorKind.Country, "KE").Build();

        HappeningTitle.Of(report, Told(report, "send")).ShouldBe("sent guards");
    }

    [Fact]
    public void Of_PronounBehindItsName_IsToldByTheName()
    {
        AnnotatedReport report = Sample.Of(
            """
            Norland    Norland   PROPN  _            2  nsubj
            grew       grow      VERB   Tense=Past|VerbForm=Fin   0  root
            after      after     SCONJ  _            5  mark
            it         it        PRON   _            5  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   2  advcl
            the        the       DET    _            7  det
            pact       pact      NOUN   _            5  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Norland", ActorKind.Country, "NL", ["Norland", "it"]).Build();

        HappeningTitle.Of(report, Told(report, "leave")).ShouldBe("Norland … left the pact");
    }

    [Theory]
    [InlineData(3, "Though it rained Quill sailed")]
    [InlineData(5, "it rained Quill sailed")]
    public void Of_WordThatOpensAnotherClause_Stays(int opened, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Though     though    SCONJ  _            {opened}  mark
            it         it        PRON   _            3  nsubj
            rained     rain      VERB   Tense=Past|VerbForm=Fin   5  advcl
            Quill      Quill     PROPN  _            5  nsubj
            sailed     sail      VERB   Tense=Past|VerbForm=Fin   0  root
            .          .         PUNCT  _            5  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Build();

        HappeningTitle.Of(report, Told(report, "sail") with { Span = report.Tokens.Span(0, 5) }).ShouldBe(expected);
    }

    // A long clause is cut, but not where its last word goes with a verb behind it.
    [Theory]
    [InlineData(5, true)]
    [InlineData(3, false)]
    public void Of_LongClause_IsNotCutBeforeTheVerbOfItsLastWord(int end, bool isWhole)
    {
        string far = new('o', 170);
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            sailed     sail      VERB   Tense=Past|VerbForm=Fin   0  root
            away       away      ADV    _            2  advmod
            as         as        SCONJ  _            6  mark
            Vale       Vale      PROPN  _            6  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   2  advcl
            s{far}     so        ADV    _            6  advmod
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Entity("Vale", ActorKind.Person).Build();
        Proposition told = Told(report, "sail");
        told = told with { Span = report.Tokens.Span(0, 7), Core = report.Tokens.Span(0, end) };

        HappeningTitle.Of(report, told).EndsWith(far, StringComparison.Ordinal).ShouldBe(isWhole);
    }

    // Who it was with is no word to cut.
    [Theory]
    [InlineData(ActorKind.Person, true)]
    [InlineData(ActorKind.Place, false)]
    public void LosesParty_NamesBehindTheWords_AreMissed(ActorKind kind, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Quill      Quill     PROPN  _            2  nsubj
            held       hold      VERB   Tense=Past|VerbForm=Fin   0  root
            talks      talk      NOUN   _            2  obj
            on         on        ADP    _            5  case
            tolls      toll      NOUN   _            3  nmod
            with       with      ADP    _            7  case
            Vale       Vale      PROPN  _            2  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Entity("Vale", kind).Event("talks", "talk", PloverType.CONSULT, actors: ["Quill"], recipients: ["Vale"]).Build();
        Proposition told = PropositionReader.Read(report).First(static p => p.Subject is not null);
        Participant other = new() { Head = "vale", Span = report.Tokens.Span(6), Entities = ["e1"], Kind = kind };

        ClauseWording.LosesParty(told with { Recipient = other }, report.Tokens.Span(0, 5)).ShouldBe(expected);
    }

    private static Proposition Told(AnnotatedReport report, string lemma) => PropositionReader.Read(report).First(p => p.Lemma == lemma);
}
