using Parallax.Core.Accounts;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class DoubtsTests
{
    // "Ada Quill said Norland sold boats to Sedonia ."
    private static Account Build(double? certainty, bool hasInner = false)
    {
        Sample sample = Sample.Of(
            """
            Ada        Ada       PROPN  _            3  nsubj
            Quill      Quill     PROPN  _            1  flat
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Norland    Norland   PROPN  _            5  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   3  ccomp
            boats      boat      NOUN   _            5  obj
            to         to        ADP    _            8  case
            Sedonia    Sedonia   PROPN  _            5  obl
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-11-10")
            .Entity("Ada Quill", ActorKind.Person).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
            .Statement("Ada Quill", "said", "Norland sold boats to Sedonia", lemma: "say", certainty: certainty);
        sample = hasInner ? sample.Statement("Norland", "sold", "boats to Sedonia", lemma: "sell", insideLast: true, certainty: 0.9) : sample;
        return new AccountBuilder(new AccountOptions()).Build([sample.Event("sold", "sell").Build()]).Account;
    }

    [Fact]
    public void Build_DoubtfulStatement_StandsApartAndMakesNoClaim()
    {
        Account account = Build(0.549);

        account.Doubtful.ShouldHaveSingleItem().Source.Name.ShouldBe("Ada Quill");
        account.Statements.ShouldBeEmpty();
        account.Claims.ShouldBeEmpty();
        account.Findings.ShouldContain(static f => f.Id == "PX3009");
    }

    [Theory]
    [InlineData(0.55)]
    [InlineData(null)]
    public void Build_StatementSureEnoughOrUnestimated_MakesAClaim(double? certainty)
    {
        Account account = Build(certainty);

        account.Doubtful.ShouldBeEmpty();
        account.Claims.ShouldHaveSingleItem().Positions.ShouldHaveSingleItem().Voice.ShouldNotBeNull();
        account.Findings.ShouldNotContain(static f => f.Id == "PX3009");
    }

    [Fact]
    public void Build_StatementInsideADoubtfulOne_IsDoubtfulHoweverSure()
    {
        Account account = Build(0.3, hasInner: true);

        account.Doubtful.Length.ShouldBe(2);
        account.Statements.ShouldBeEmpty();
    }

    [Fact]
    public void Build_EventThatADoubtfulStatementTells_IsLeftOut()
    {
        Account sure = Build(0.8), doubtful = Build(0.2);

        sure.Happenings.ShouldHaveSingleItem();
        doubtful.Happenings.ShouldBeEmpty();
    }

    // "Norland denied claims by Ada Quill that it sold boats ."
    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(0.3, 2)]
    public void Build_DoubtfulStatementThatAnotherAnswers_IsAsSureAsTheAnswer(double answer, int doubtful)
    {
        Account account = new AccountBuilder(new AccountOptions()).Build([Sample.Of(
            """
            Norland    Norland   PROPN  _            2  nsubj
            denied     deny      VERB   Tense=Past|VerbForm=Fin   0  root
            claims     claim     NOUN   _            2  obj
            by         by        ADP    _            5  case
            Ada        Ada       PROPN  _            3  nmod
            Quill      Quill     PROPN  _            5  flat
            that       that      SCONJ  _            9  mark
            it         it        PRON   _            9  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   3  acl
            boats      boat      NOUN   _            9  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10")
            .Entity("Ada Quill", ActorKind.Person).Entity("Norland", ActorKind.Country, "NL1")
            .Statement("Ada Quill", "claims", "it sold boats", lemma: "claim", certainty: 0.4)
            .Statement("Norland", "denied", "that it sold boats", Stance.Denies, lemma: "deny", aboutLast: true, certainty: answer).Build()]).Account;

        account.Doubtful.Length.ShouldBe(doubtful);
    }
}
