using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Clauses that may tell a claim and are not sure enough to be counted with it.</summary>
public sealed class NearClausesTests
{
    // "Ada Quill was taken to the clinic in Brevik."
    private static AnnotatedReport Taken(string outlet, string verb, string lemma, string place, string negation = "") => Sample.Of(
        $"""
        Ada        Ada       PROPN  _            4  nsubj:pass
        Quill      Quill     PROPN  _            1  flat
        was        be        AUX    VerbForm=Fin 4  aux:pass
        {verb}     {lemma}   VERB   Tense=Past|VerbForm=Part   0  root
        {negation}to         to        ADP    _            {(negation.Length == 0 ? 7 : 8)}  case
        the        the       DET    _            {(negation.Length == 0 ? 7 : 8)}  det
        {place}    {place}   NOUN   _            4  obl
        in         in        ADP    _            {(negation.Length == 0 ? 9 : 10)}  case
        Brevik     Brevik    PROPN  _            {(negation.Length == 0 ? 7 : 8)}  nmod
        .          .         PUNCT  _            4  punct
        """, outlet, "2022-11-10").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event(verb, lemma, recipients: ["Ada Quill"]).Build();

    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    [Fact]
    public void Build_OneActInOtherWords_PointsFromEachClaimToTheOther()
    {
        Claim[] claims = [.. Build(Taken("The Norland Post", "taken", "take", "clinic"), Taken("Sedonia Daily", "transported", "transport", "clinic")).Claims];

        claims.Length.ShouldBe(2);
        claims[0].Near.ShouldHaveSingleItem().Claim.ShouldBe(claims[1].Id);
        claims[1].Near.ShouldHaveSingleItem().Claim.ShouldBe(claims[0].Id);
        claims.ShouldAllBe(static c => c.Positions.Length == 1 && c.Near[0].Sure >= 0.4 && c.Near[0].Evidence.Report != c.Positions[0].Report);
    }

    [Fact]
    public void Build_ActJoined_PointsNowhere() =>
        Build(Taken("The Norland Post", "taken", "take", "clinic"), Taken("Sedonia Daily", "taken", "take", "clinic")).Claims.ShouldHaveSingleItem().Near.ShouldBeEmpty();

    [Fact]
    public void Build_OriginOfWhatMayBeToldElsewhere_TakesNothingWithIt() =>
        Build(Taken("The Norland Post", "taken", "take", "clinic"), Taken("Sedonia Daily", "transported", "transport", "clinic")).Origins.ShouldAllBe(static o => o.Falls.IsEmpty);
}
