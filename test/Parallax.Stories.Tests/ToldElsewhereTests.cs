using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>What no report tells with a weight of its own, and two tell.</summary>
public sealed class ToldElsewhereTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    private static AnnotatedReport Lock() => Sample.Of(
        """
        The        the       DET    _            2  det
        mason      mason     NOUN   _            3  nsubj
        mended     mend      VERB   Tense=Past|VerbForm=Fin   0  root
        the        the       DET    _            8  det
        rusty      rusty     ADJ    _            8  amod
        northern   northern  ADJ    _            8  amod
        harbour    harbour   NOUN   _            8  compound
        lantern    lantern   NOUN   _            3  obj
        .          .         PUNCT  _            3  punct
        """, "The Norland Post", "2022-11-10").Build();

    // "The keeper praised a mason for the rusty northern harbour lantern": nobody is named, no day and no number is told.
    [Theory]
    [InlineData("mason", "harbour", "lantern", 1)]
    [InlineData("baker", "village", "kettle", 0)]
    public void Build_ClauseWithoutAName_IsAClaimWhereAnotherReportHasItsWords(string who, string where, string thing, int expected)
    {
        AnnotatedReport other = Sample.Of(
            $"""
            The        the       DET    _            2  det
            keeper     keeper    NOUN   _            3  nsubj
            praised    praise    VERB   Tense=Past|VerbForm=Fin   0  root
            a          a         DET    _            5  det
            {who}      {who}     NOUN   _            3  obj
            for        for       ADP    _           11  case
            the        the       DET    _           11  det
            rusty      rusty     ADJ    _           11  amod
            northern   northern  ADJ    _           11  amod
            {where}    {where}   NOUN   _           11  compound
            {thing}    {thing}   NOUN   _            5  nmod
            .          .         PUNCT  _            3  punct
            """, "Brevik Daily", "2022-11-10").Build();
        Claim[] claims = [.. Build(Lock(), other).Claims];
        claims.Length.ShouldBe(expected);
        claims.ShouldAllBe(static c => c.Near.Length == 1 && c.Positions.Length == 1);
    }

    [Fact]
    public void Build_ClauseWithoutANameThatOneReportTells_IsNoClaim() => Build(Lock()).Claims.ShouldBeEmpty();

    // "It takes nine boats to win the herring cup."
    private static AnnotatedReport Takes(string outlet, string tail = "") => Sample.Of(
        $"""
        It         it        PRON   _            2  nsubj
        takes      take      VERB   Tense=Pres|VerbForm=Fin   0  root
        nine       nine      NUM    _            4  nummod
        boats      boat      NOUN   _            2  obj
        to         to        PART   _            6  mark
        win        win       VERB   VerbForm=Inf 2  advcl
        the        the       DET    _            9  det
        herring    herring   NOUN   _            9  compound
        cup        cup       NOUN   _            6  obj
        in         in        ADP    _           11  case
        Brevik     Brevik    PROPN  _            6  obl
        .          .         PUNCT  _            2  punct
        {tail}
        """, outlet, "2022-11-10").Entity("Brevik", ActorKind.Place).Build();

    // A file that is the same word for word would be one report.
    private const string Tail = "\nIt it PRON _ 2 nsubj\nrained rain VERB Tense=Past|VerbForm=Fin 0 root\n. . PUNCT _ 2 punct";

    [Fact]
    public void Build_SentenceOfTwoReportsWithAPronounForASubject_IsAClaim()
    {
        Build(Takes("The Norland Post"), Takes("Brevik Daily", Tail)).Claims.ShouldHaveSingleItem().Text.ShouldBe("It takes nine boats to win the herring cup in Brevik");
        Build(Takes("The Norland Post")).Claims.ShouldBeEmpty();
    }

    // "That was just enough for the herring cup in Brevik": of what, no word tells.
    private static AnnotatedReport Enough(string outlet, string tail = "") => Sample.Of(
        $"""
        That       that      PRON   _            4  nsubj
        was        be        AUX    Tense=Past|VerbForm=Fin 4  cop
        just       just      ADV    _            4  advmod
        enough     enough    ADJ    _            0  root
        for        for       ADP    _            8  case
        the        the       DET    _            8  det
        herring    herring   NOUN   _            8  compound
        cup        cup       NOUN   _            4  obl
        in         in        ADP    _           10  case
        Brevik     Brevik    PROPN  _            4  obl
        .          .         PUNCT  _            4  punct
        {tail}
        """, outlet, "2022-11-10").Entity("Brevik", ActorKind.Place).Build();

    [Fact]
    public void Build_WhatAPronounIsInTwoReports_IsNoClaim() => Build(Enough("The Norland Post"), Enough("Brevik Daily", Tail)).Claims.ShouldBeEmpty();

    // "Ada Quill was quarantined in Brevik", "Ada Quill was put under quarantine in Brevik."
    private static AnnotatedReport Quarantined(string outlet, bool put, string where = "quarantine") => Sample.Of(
        put
        ? $"""
        Ada        Ada       PROPN  _            4  nsubj:pass
        Quill      Quill     PROPN  _            1  flat
        was        be        AUX    VerbForm=Fin 4  aux:pass
        put        put       VERB   Tense=Past|VerbForm=Part   0  root
        under      under     ADP    _            6  case
        {where}    {where}   NOUN   _            4  obl
        .          .         PUNCT  _            4  punct
        """
        : """
        Ada        Ada       PROPN  _            4  nsubj:pass
        Quill      Quill     PROPN  _            1  flat
        was        be        AUX    VerbForm=Fin 4  aux:pass
        quarantined quarantine VERB Tense=Past|VerbForm=Part   0  root
        on         on        ADP    _            6  case
        Monday     Monday    PROPN  _            4  obl
        .          .         PUNCT  _            4  punct
        """, outlet, "2022-11-10").Entity("Ada Quill", ActorKind.Person).Build();

    [Fact]
    public void Build_PutUnderQuarantine_IsQuarantined()
    {
        Build(Quarantined("The Norland Post", put: false), Quarantined("Brevik Daily", put: true)).Claims.ShouldContain(static c => c.Positions.Select(static p => p.Report).Distinct().Count() == 2);
        Build(Quarantined("The Norland Post", put: false), Quarantined("Brevik Daily", put: true, where: "suspicion")).Claims.ShouldAllBe(static c => c.Positions.Length == 1);
    }
}
