using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>The steps by which the law takes hold of somebody: which of them are one claim.</summary>
public sealed class LegalStepsTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    // "Ada Quill was sentenced to prison in Brevik."
    private static AnnotatedReport Judged(string outlet, string verb, string lemma, string preposition, string matter) => Sample.Of(
        $"""
        Ada        Ada       PROPN  _            4  nsubj:pass
        Quill      Quill     PROPN  _            1  flat
        was        be        AUX    VerbForm=Fin 4  aux:pass
        {verb}     {lemma}   VERB   Tense=Past|VerbForm=Part   0  root
        {preposition} {preposition} ADP _        6  case
        {matter}   {matter}  NOUN   _            4  obl
        in         in        ADP    _            8  case
        Brevik     Brevik    PROPN  _            4  obl
        .          .         PUNCT  _            4  punct
        """, outlet, "2022-11-10").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event(verb, lemma).Build();

    [Fact]
    public void Build_PunishmentToldInTwoMeasures_IsOneClaim() =>
        Build(Judged("The Norland Post", "sentenced", "sentence", "to", "prison"), Judged("Sedonia Daily", "sentenced", "sentence", "to", "life")).Claims.ShouldHaveSingleItem().Positions.Length.ShouldBe(2);

    [Fact]
    public void Build_ConvictedOfTwoMatters_IsTwoClaims() =>
        Build(Judged("The Norland Post", "convicted", "convict", "of", "arson"), Judged("Sedonia Daily", "convicted", "convict", "of", "theft")).Claims.ShouldAllBe(static c => c.Positions.Length == 1);

    [Fact]
    public void Build_VerdictAndSentence_AreTwoClaims() =>
        Build(Judged("The Norland Post", "convicted", "convict", "of", "arson"), Judged("Sedonia Daily", "sentenced", "sentence", "for", "arson")).Claims.ShouldAllBe(static c => c.Positions.Length == 1);

    // "Ada Quill was charged with arson, theft and fraud."
    private static AnnotatedReport Charged(string outlet, string first, string second, string third) => Sample.Of(
        $"""
        Ada        Ada       PROPN  _            4  nsubj:pass
        Quill      Quill     PROPN  _            1  flat
        was        be        AUX    VerbForm=Fin 4  aux:pass
        charged    charge    VERB   Tense=Past|VerbForm=Part   0  root
        with       with      ADP    _            6  case
        {first}    {first}   NOUN   _            4  obl
        ,          ,         PUNCT  _            8  punct
        {second}   {second}  NOUN   _            6  conj
        and        and       CCONJ  _           10  cc
        {third}    {third}   NOUN   _            6  conj
        .          .         PUNCT  _            4  punct
        """, outlet, "2022-11-10").Entity("Ada Quill", ActorKind.Person).Event("charged", "charge", recipients: ["Ada Quill"]).Build();

    [Fact]
    public void Build_OneListOfChargesInAnotherOrder_IsOneClaim() =>
        Build(Charged("The Norland Post", "arson", "theft", "fraud"), Charged("Sedonia Daily", "fraud", "arson", "theft")).Claims.ShouldHaveSingleItem().Positions.Length.ShouldBe(2);

    [Fact]
    public void Build_ListsOfOtherCharges_AreTwoClaims() =>
        Build(Charged("The Norland Post", "arson", "theft", "fraud"), Charged("Sedonia Daily", "perjury", "bribery", "blackmail")).Claims.ShouldAllBe(static c => c.Positions.Length == 1);
}
