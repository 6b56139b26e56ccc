using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference.Nominals;

/// <summary>Bodies that a report calls by their noun, what somebody becomes, and what is no entity.</summary>
public sealed class BareBodiesTests
{
    [Fact]
    public void Annotate_PoliceTwice_AreOneBody()
    {
        AnnotatedReport report = Read("""
            # par
            Police   police   NOUN   Number=Plur   2  nsubj   _
            came     come     VERB   _             0  root    _
            .        .        PUNCT  _             2  punct   _

            A        a        DET    _             2  det     _
            car      car      NOUN   Number=Sing   3  nsubj   _
            burned   burn     VERB   _             0  root    _
            ,        ,        PUNCT  _             3  punct   _
            police   police   NOUN   Number=Plur   6  nsubj   _
            said     say      VERB   _             3  parataxis _
            .        .        PUNCT  _             3  punct   _
            """);

        report.Entities.Entities.Single(static e => e.Name == "Police").Mentions.Length.ShouldBe(2);
    }

    [Fact]
    public void Annotate_PoliceOfTwoTownsBefore_IsNeither()
    {
        AnnotatedReport report = Read("""
            # par
            Ostby    Ostby    PROPN  Number=Sing   2  compound  B-City
            police   police   NOUN   Number=Plur   3  nsubj     _
            came     come     VERB   _             0  root      _
            .        .        PUNCT  _             3  punct     _

            Halden   Halden   PROPN  Number=Sing   2  compound  B-City
            police   police   NOUN   Number=Plur   3  nsubj     _
            left     leave    VERB   _             0  root      _
            .        .        PUNCT  _             3  punct     _

            Police   police   NOUN   Number=Plur   2  nsubj     _
            waited   wait     VERB   _             0  root      _
            .        .        PUNCT  _             2  punct     _
            """);

        report.Entities.Entities.Count(static e => e.Name.EndsWith("olice", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void Annotate_BareNounBehindTheOnlyPolice_IsThem()
    {
        AnnotatedReport report = Read("""
            # par
            Ostby    Ostby    PROPN  Number=Sing   2  compound  B-City
            police   police   NOUN   Number=Plur   3  nsubj     _
            came     come     VERB   _             0  root      _
            .        .        PUNCT  _             3  punct     _

            Police   police   NOUN   Number=Plur   2  nsubj     _
            waited   wait     VERB   _             0  root      _
            .        .        PUNCT  _             2  punct     _
            """);

        report.Entities.Entities.Single(static e => e.Name == "Ostby police").Mentions.Length.ShouldBe(2);
    }

    [Fact]
    public void Annotate_WhatSheBecame_IsNoSecondPerson()
    {
        AnnotatedReport report = Read("""
            # par
            Lena     Lena     PROPN  Number=Sing   3  nsubj  B-Person
            Dorn     Dorn     PROPN  Number=Sing   1  flat   I-Person
            became   become   VERB   _             0  root   _
            the      the      DET    _             6  det    _
            first    first    ADJ    _             6  amod   _
            woman    woman    NOUN   Number=Sing   3  xcomp  _
            there    there    ADV    _             6  advmod _
            .        .        PUNCT  _             3  punct  _
            """);

        report.Entities.Entities.Length.ShouldBe(1);
        report.Entities.Entities[0].Name.ShouldBe("Lena Dorn");
    }

    [Fact]
    public void Annotate_SurnameThatIsAGivenName_TakesTheGenderOfTheFullName()
    {
        AnnotatedReport report = Read("""
            # par
            Lena     Lena     PROPN  Number=Sing   3  nsubj  B-Person
            Benjamin Benjamin PROPN  Number=Sing   1  flat   I-Person
            spoke    speak    VERB   _             0  root   _
            .        .        PUNCT  _             3  punct  _

            Dr.      Dr.      PROPN  Number=Sing   2  nmod:desc _
            Benjamin Benjamin PROPN  Number=Sing   3  nsubj  B-Person
            smiled   smile    VERB   _             0  root   _
            .        .        PUNCT  _             3  punct  _

            She      she      PRON   Number=Sing   2  nsubj  _
            left     leave    VERB   _             0  root   _
            .        .        PUNCT  _             2  punct  _
            """);

        report.Entities.Entities.Length.ShouldBe(1);
        report.Entities.Entities[0].Mentions.Length.ShouldBe(3);
    }

    [Fact]
    public void Annotate_LengthToldTwice_IsNoEntity()
    {
        AnnotatedReport report = Read("""
            # par
            He       he       PRON   Number=Sing   2  nsubj   _
            fell     fall     VERB   _             0  root    _
            60       60       NUM    _             4  nummod  _
            metres   metre    NOUN   Number=Plur   2  obj     _
            ,        ,        PUNCT  _             7  punct   _
            200      200      NUM    _             7  nummod  _
            feet     foot     NOUN   Number=Plur   4  appos   _
            .        .        PUNCT  _             2  punct   _
            """);

        report.Entities.Entities.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_TeamUnderItsOwnWord_IsTheTeam()
    {
        AnnotatedReport report = Read("""
            # par
            The      the      DET    _             3  det       _
            London   London   PROPN  Number=Sing   3  compound  B-Organization
            Rovers   Rovers   PROPN  Number=Plur   4  nsubj     I-Organization
            lost     lose     VERB   _             0  root      _
            .        .        PUNCT  _             4  punct     _

            The      the      DET    _             2  det       _
            Rovers   Rovers   PROPN  Number=Plur   3  nsubj     B-Organization
            slept    sleep    VERB   _             0  root      _
            .        .        PUNCT  _             3  punct     _

            The      the      DET    _             2  det       _
            team     team     NOUN   Number=Sing   3  nsubj     _
            left     leave    VERB   _             0  root      _
            .        .        PUNCT  _             3  punct     _
            """);

        report.Entities.Entities.Single().Mentions.Length.ShouldBe(3);
    }

    [Fact]
    public void Annotate_BodyWithTheWordForItsKind_IsOne()
    {
        AnnotatedReport report = Read("""
            # par
            The      the      DET    _             5  det       _
            Coast    Coast    PROPN  Number=Sing   3  compound  B-Organization
            Tolan    Tolan    PROPN  Number=Sing   5  compound  I-Organization
            news     news     NOUN   Number=Sing   5  compound  _
            agency   agency   NOUN   Number=Sing   6  nsubj     _
            said     say      VERB   _             0  root      _
            so       so       ADV    _             6  advmod    _
            .        .        PUNCT  _             6  punct     _
            """);

        report.Entities.Entities.Single().Name.ShouldBe("Coast Tolan");
    }

    [Fact]
    public void Annotate_OwnerOfAnOffice_IsNoEntityBesideTheOffice()
    {
        AnnotatedReport report = Read("""
            # par
            The      the      DET    _             2  det       _
            mayor    mayor    NOUN   Number=Sing   4  nmod:poss _
            's       's       PART   _             2  case      _
            office   office   NOUN   Number=Sing   5  nsubj     _
            said     say      VERB   _             0  root      _
            so       so       ADV    _             5  advmod    _
            .        .        PUNCT  _             5  punct     _
            """);

        report.Entities.Entities.Single().Name.ShouldBe("mayor's office");
    }
}
