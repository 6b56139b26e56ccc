using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class PersonConflictTests
{
    private static AnnotatedReport Report(string age, string outlet, string? published = null)
    {
        Sample sample = Sample.Of($"""
            Vera     Vera     PROPN  _            6  nsubj
            Lund     Lund     PROPN  _            1  flat
            ,        ,        PUNCT  _            4  punct
            {age}    {age}    NUM    NumType=Card 1  nmod
            ,        ,        PUNCT  _            4  punct
            crossed  cross    VERB   Tense=Past|VerbForm=Fin   0  root
            the      the      DET    _            8  det
            strait   strait   NOUN   _            6  obj
            alone    alone    ADV    _            6  advmod
            .        .        PUNCT  _            6  punct
            """, outlet, published).Entity("Vera Lund", ActorKind.Person).Event("crossed", "cross");
        return sample.Figure(age, double.Parse(age, System.Globalization.CultureInfo.InvariantCulture), "year", entity: "Vera Lund").Build();
    }

    [Fact]
    public void Find_TwoAgesOfOnePerson_IsAConflictOfFigures()
    {
        Conflict found = new AccountBuilder(new AccountOptions()).Build([Report("34", "One"), Report("43", "Two")]).Account.Conflicts.ShouldHaveSingleItem();
        (found.Kind, found.Relation).ShouldBe((ConflictKind.Figure, ConflictRelation.Conflict));
        found.Sides.Select(static s => s.Value).ShouldBe(["34", "43"]);
    }

    [Fact]
    public void Find_TwoAgesOfOneNameInOneReport_AreNotHeldAgainstAnother()
    {
        // "Vera Lund's daughter, 11", taken for Vera Lund.
        AnnotatedReport two = Sample.Of("""
            Vera     Vera     PROPN  _            6  nsubj
            Lund     Lund     PROPN  _            1  flat
            ,        ,        PUNCT  _            4  punct
            11       11       NUM    NumType=Card 1  nmod
            ,        ,        PUNCT  _            4  punct
            crossed  cross    VERB   Tense=Past|VerbForm=Fin   0  root
            .        .        PUNCT  _            6  punct

            Lund     Lund     PROPN  _            5  nsubj
            ,        ,        PUNCT  _            3  punct
            34       34       NUM    NumType=Card 1  nmod
            ,        ,        PUNCT  _            3  punct
            waited   wait     VERB   Tense=Past|VerbForm=Fin   0  root
            .        .        PUNCT  _            5  punct
            """, "Two").Entity("Vera Lund", ActorKind.Person, null, ["Vera Lund", "Lund~"]).Event("crossed", "cross").Figure("11", 11, "year", entity: "Vera Lund").Figure("34", 34, "year", entity: "Vera Lund").Build();
        new AccountBuilder(new AccountOptions()).Build([Report("34", "One"), two]).Account.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public void Find_OneAge_IsNoConflict() =>
        new AccountBuilder(new AccountOptions()).Build([Report("34", "One"), Report("34", "Two")]).Account.Conflicts.ShouldBeEmpty();

    [Fact]
    public void Find_ABirthdayMayLieBetween_IsNoConflict() =>
        new AccountBuilder(new AccountOptions()).Build([Report("34", "One", "2023-03-01"), Report("35", "Two", "2023-09-01")]).Account.Conflicts.ShouldBeEmpty();
}
