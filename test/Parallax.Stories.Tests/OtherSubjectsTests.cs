using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class OtherSubjectsTests
{
    private static Claim Told(string verb, string not, string second, string lemma) => new AccountBuilder(new AccountOptions()).Build([Sample.Of(
        $"""
        Halden     Halden    PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        Quill      Quill     PROPN  _            5  nsubj
        {verb}     {verb}    AUX    VerbForm=Fin 5  aux
        sail       sail      VERB   VerbForm=Inf 2  ccomp
        to         to        ADP    _            7  case
        Brevik     Brevik    PROPN  _            5  obl
        on         on        ADP    _            9  case
        Monday     Monday    PROPN  _            5  obl
        but        but       CCONJ  _           12  cc
        {not}
        {second}   {lemma}   VERB   VerbForm=Inf 5  conj
        the        the       DET    _           14  det
        cargo      cargo     NOUN   _           12  obj
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization).Entity("Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place)
        .Statement("Halden", "said", $"Quill {verb} sail to Brevik on Monday but {not.Split(' ')[0]} {second} the cargo", lemma: "say").Build()]).Account.Claims.Single();

    // "said Quill would sail to Brevik on Monday but not describe the cargo": Halden keeps it to itself.
    [Theory]
    [InlineData("would", "not        not       PART   _           12  advmod", "describe", "describe", "Quill would sail to Brevik on Monday")]
    [InlineData("would", "not        not       PART   _           12  advmod", "unload", "unload", "Quill would sail to Brevik on Monday but not unload the cargo")]
    [InlineData("could", "rather     rather    ADV    _           12  advmod", "want", "want", "Quill could sail to Brevik on Monday")]
    public void Build_SecondVerbOfTheSpeaker_IsNoPartOfTheHeading(string verb, string not, string second, string lemma, string expected) => Told(verb, not, second, lemma).Text.ShouldBe(expected);

    // "The claim that the yard has closed in Brevik on Monday drew protests".
    [Theory]
    [InlineData("claim", 13, "Halden has closed the yard in Brevik")]
    public void Build_VerbOfASubjectBeforeTheWords_EndsThem(string noun, int verb, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            3  nmod:poss
            ’s         ’s        PART   _            1  case
            {noun}     {noun}    NOUN   _           {verb}  nsubj
            that       that      SCONJ  _            7  mark
            Halden     Halden    PROPN  _            7  nsubj
            has        have      AUX    VerbForm=Fin 7  aux
            closed     close     VERB   Tense=Past|VerbForm=Part   3  acl
            the        the       DET    _            9  det
            yard       yard      NOUN   _            7  obj
            in         in        ADP    _           11  case
            Brevik     Brevik    PROPN  _            7  obl
            quickly    quickly   ADV    _           13  advmod
            drew       draw      VERB   Tense=Past|VerbForm=Fin   0  root
            protests   protest   NOUN   _           13  obj
            .          .         PUNCT  _           13  punct
            """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization).Entity("Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place)
            .Statement("Quill", noun, "that Halden has closed the yard in Brevik quickly drew protests", lemma: noun).Build();
        new AccountBuilder(new AccountOptions()).Build([report]).Account.Claims.ShouldHaveSingleItem().Text.ShouldBe(expected);
    }

    // "Quill sold it while she was head of yards pleaded guilty", of a clerk whose subject the parse lost.
    [Theory]
    [InlineData("cop", 6)]
    [InlineData("amod", 9)] // "she head": no clause of its own
    public void At_VerbWhoseSubjectIsAClause_EndsTheWords(string relation, int expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            sold       sell      VERB   VerbForm=Fin 0  root
            boats      boat      NOUN   _            2  obj
            she        she       PRON   _            6  nsubj
            was        be        AUX    VerbForm=Fin 6  {relation}
            head       head      NOUN   _            8  nsubj
            now        now       ADV    _            8  advmod
            pleaded    plead     VERB   VerbForm=Fin 2  advcl
            guilty     guilty    ADJ    _            8  xcomp
            """, "The Norland Post", "2022-11-10").Build();
        Parallax.Stories.Claims.OtherSubjects.At(report, Parallax.Stories.Propositions.PropositionReader.Read(report).Single(static p => p.Lemma == "sell"), 0, 9).ShouldBe(expected);
    }

    // "Halden said Quill sold boats to Brevik and accused the guild": Halden accuses it.
    [Theory]
    [InlineData("Halden", "Quill sold boats to Brevik")]
    [InlineData("Quill", "Quill sold boats to Brevik and accused the guild")]
    public void Build_NextWordOfSayingOfTheSpeaker_IsNoPartOfTheHeading(string accuser, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Halden     Halden    PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Quill      Quill     PROPN  _            4  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   2  ccomp
            boats      boat      NOUN   _            4  obj
            to         to        ADP    _            7  case
            Brevik     Brevik    PROPN  _            4  obl
            and        and       CCONJ  _            9  cc
            accused    accuse    VERB   Tense=Past|VerbForm=Fin   4  conj
            the        the       DET    _           11  det
            guild      guild     NOUN   _            9  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization).Entity("Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place)
            .Statement("Halden", "said", "Quill sold boats to Brevik and accused the guild", lemma: "say").Statement(accuser, "accused", "the guild", Stance.Criticises, lemma: "accuse").Build();
        new AccountBuilder(new AccountOptions()).Build([report]).Account.Claims.Where(static c => c.Text.StartsWith("Quill sold", StringComparison.Ordinal)).ShouldHaveSingleItem().Text.ShouldBe(expected);
    }

    // "Halden said the harvest reached Brevik and accused the guild": no harvest accuses.
    [Theory]
    [InlineData("harvest", "accused", "accuse", "the harvest reached Brevik")]
    [InlineData("harvest", "filled", "fill", "the harvest reached Brevik and filled the guild")]
    public void Build_VerbOfSayingBehindAThing_IsOfTheSpeaker(string noun, string verb, string lemma, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Halden     Halden    PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            4  det
            {noun}     {noun}    NOUN   _            5  nsubj
            reached    reach     VERB   Tense=Past|VerbForm=Fin   2  ccomp
            Brevik     Brevik    PROPN  _            5  obj
            and        and       CCONJ  _            8  cc
            {verb}     {lemma}   VERB   Tense=Past|VerbForm=Fin   5  conj
            the        the       DET    _           10  det
            guild      guild     NOUN   _            8  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization).Entity("Brevik", ActorKind.Place)
            .Statement("Halden", "said", $"the harvest reached Brevik and {verb} the guild", lemma: "say").Build();
        new AccountBuilder(new AccountOptions()).Build([report]).Account.Claims[0].Text.ShouldBe(expected);
    }
}
