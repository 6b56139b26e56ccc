using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Who denies a part in an act that others lay to him.</summary>
public sealed class BlameDenialsTests
{
    private static AnnotatedReport Blamed(string act = "raid") => Sample.Of(
        $"""
        Ada          Ada          PROPN  _            3  nsubj
        Quill        Quill        PROPN  _            1  flat
        said         say          VERB   Tense=Past|VerbForm=Fin   0  root
        that         that         SCONJ  _            7  mark
        Norland      Norland      PROPN  _            7  nsubj
        was          be           AUX    Tense=Past|VerbForm=Fin   7  cop
        responsible  responsible  ADJ    _            3  ccomp
        for          for          ADP    _            10 case
        the          the          DET    _            10 det
        {act}        {act}        NOUN   _            7  obl
        .            .            PUNCT  _            3  punct
        """, "The Ostra Post").Entity("Ada Quill", ActorKind.Person).Entity("Norland", ActorKind.Country).Statement("Ada Quill", "said", $"that Norland was responsible for the {act}").Build();

    private static AnnotatedReport Behind() => Sample.Of(
        """
        Ada          Ada          PROPN  _            3  nsubj
        Quill        Quill        PROPN  _            1  flat
        said         say          VERB   Tense=Past|VerbForm=Fin   0  root
        that         that         SCONJ  _            9  mark
        Norland      Norland      PROPN  _            9  nsubj
        was          be           AUX    Tense=Past|VerbForm=Fin   9  cop
        behind       behind       ADP    _            9  case
        the          the          DET    _            9  det
        raid         raid         NOUN   _            3  ccomp
        .            .            PUNCT  _            3  punct
        """, "The Ostra Post").Entity("Ada Quill", ActorKind.Person).Entity("Norland", ActorKind.Country).Statement("Ada Quill", "said", "that Norland was behind the raid").Build();

    private static AnnotatedReport Denied(string part = "role", string before = "in", string denier = "Norland", string act = "raid") => Sample.Of(
        $"""
        {denier}     {denier}     PROPN  _            2  nsubj
        denied       deny         VERB   Tense=Past|VerbForm=Fin   0  root
        any          any          DET    _            4  det
        {part}       {part}       NOUN   _            2  obj
        {before}     {before}     ADP    _            7  case
        the          the          DET    _            7  det
        {act}        {act}        NOUN   _            4  nmod
        .            .            PUNCT  _            2  punct
        """, "Harbour News").Entity(denier, ActorKind.Country).Statement(denier, "denied", $"any {part} {before} the {act}", Stance.Denies).Build();

    private static Account Told(params AnnotatedReport[] reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    private static Conflict[] Denials(params AnnotatedReport[] reports) => [.. Told(reports).Conflicts.Where(static c => c.Kind == ConflictKind.Denial)];

    [Theory]
    [InlineData("role", "in")]
    [InlineData("involvement", "in")]
    [InlineData("responsibility", "for")]
    public void Apply_PartDeniedByTheAccused_IsADenial(string part, string before)
    {
        Account account = Told(Blamed(), Denied(part, before));
        Conflict conflict = account.Conflicts.Where(static c => c.Kind == ConflictKind.Denial).ShouldHaveSingleItem();
        conflict.Sides.Select(static s => s.Value).ShouldBe(["is so", "is not so"]);
        account.Claims.ShouldNotContain(static c => c.Status == ClaimStatus.Denied);
        account.Claims.First(c => c.Id == conflict.Claim).Status.ShouldBe(ClaimStatus.Disputed);
    }

    [Fact]
    public void Apply_WhoIsBehindIt_IsADenial() => Denials(Behind(), Denied()).ShouldHaveSingleItem();

    [Fact]
    public void Apply_AnotherParty_IsNone() => Denials(Blamed(), Denied(denier: "Sedonia")).ShouldBeEmpty();

    [Fact]
    public void Apply_AnotherAct_IsNone() => Denials(Blamed(), Denied(act: "strike")).ShouldBeEmpty();

    [Fact]
    public void Apply_AnotherNoun_IsNone() => Denials(Blamed(), Denied(part: "delay")).ShouldBeEmpty();

    private static AnnotatedReport OwnCountry(string noun) => Sample.Of(
        $"""
        Ada          Ada          PROPN  _            3  nsubj
        Quill        Quill        PROPN  _            1  flat
        said         say          VERB   Tense=Past|VerbForm=Fin   0  root
        that         that         SCONJ  _            7  mark
        Norland      Norland      PROPN  _            7  nsubj
        was          be           AUX    Tense=Past|VerbForm=Fin   7  cop
        responsible  responsible  ADJ    _            3  ccomp
        for          for          ADP    _            10 case
        the          the          DET    _            10 det
        raid         raid         NOUN   _            7  obl
        .            .            PUNCT  _            3  punct

        Officials    official     NOUN   Number=Plur  2  nsubj
        denied       deny         VERB   Tense=Past|VerbForm=Fin   0  root
        that         that         SCONJ  _            7  mark
        their        their        PRON   _            5  nmod:poss
        {noun}       {noun}       NOUN   _            7  nsubj
        was          be           AUX    Tense=Past|VerbForm=Fin   7  cop
        guilty       guilty       ADJ    _            2  ccomp
        .            .            PUNCT  _            2  punct
        """, "The Ostra Post").Entity("Ada Quill", ActorKind.Person).Entity("Norland", ActorKind.Country).Entity("Officials", ActorKind.Unnamed)
        .Statement("Ada Quill", "said", "that Norland was responsible for the raid").Statement("Officials", "denied", $"that their {noun} was guilty", Stance.Denies).Build();

    [Fact]
    public void Apply_CountryOfOfficialsWithoutAName_IsTheAccusedBeforeThem() => Denials(OwnCountry("country")).ShouldHaveSingleItem();

    [Fact]
    public void Apply_AnotherOfTheirs_IsNone() => Denials(OwnCountry("driver")).ShouldBeEmpty();

    private static AnnotatedReport Likely() => Sample.Of(
        """
        Ada          Ada          PROPN  _            3  nsubj
        Quill        Quill        PROPN  _            1  flat
        said         say          VERB   Tense=Past|VerbForm=Fin   0  root
        that         that         SCONJ  _            8  mark
        it           it           PRON   _            8  expl
        was          be           AUX    Tense=Past|VerbForm=Fin   8  cop
        highly       highly       ADV    _            8  advmod
        likely       likely       ADJ    _            3  ccomp
        that         that         SCONJ  _            12 mark
        Norland      Norland      PROPN  _            12 nsubj
        was          be           AUX    Tense=Past|VerbForm=Fin   12 cop
        responsible  responsible  ADJ    _            8  csubj
        for          for          ADP    _            15 case
        the          the          DET    _            15 det
        raid         raid         NOUN   _            12 obl
        .            .            PUNCT  _            3  punct
        """, "Harbour News").Entity("Ada Quill", ActorKind.Person).Entity("Norland", ActorKind.Country).Statement("Ada Quill", "said", "that it was highly likely that Norland was responsible for the raid").Build();

    [Fact]
    public void Build_WhatIsOnlyLikely_IsSaidWithALimit() =>
        Told(Blamed(), Likely()).Claims.Single(static c => c.Positions.Select(static p => p.Report).Distinct().Count() == 2).Positions.Select(static p => p.Kind).ShouldBe([PositionKind.Affirms, PositionKind.Qualifies], ignoreOrder: true);

    // "Norland denied that it was responsible for the night raid. Ada Quill accused Norland of a brutal raid."
    private static AnnotatedReport Accused(string act) => Sample.Of(
        $"""
        Norland      Norland      PROPN  _            2  nsubj
        denied       deny         VERB   Tense=Past|VerbForm=Fin   0  root
        that         that         SCONJ  _            6  mark
        it           it           PRON   _            6  nsubj
        was          be           AUX    Tense=Past|VerbForm=Fin   6  cop
        responsible  responsible  ADJ    _            2  ccomp
        for          for          ADP    _            10 case
        the          the          DET    _            10 det
        night        night        NOUN   _            10 compound
        raid         raid         NOUN   _            6  obl
        .            .            PUNCT  _            2  punct

        Ada          Ada          PROPN  _            3  nsubj
        Quill        Quill        PROPN  _            1  flat
        accused      accuse       VERB   Tense=Past|VerbForm=Fin   0  root
        Norland      Norland      PROPN  _            3  obj
        of           of           ADP    _            8  case
        a            a            DET    _            8  det
        brutal       brutal       ADJ    _            8  amod
        {act}        {act}        NOUN   _            3  obl
        .            .            PUNCT  _            3  punct
        """, "The Ostra Post").Entity("Norland", ActorKind.Country, mentions: ["Norland", "Norland~"]).Entity("Ada Quill", ActorKind.Person)
        .Statement("Norland", "denied", "that it was responsible for the night raid", Stance.Denies).Statement("Ada Quill", "accused", $"Norland of a brutal {act}", Stance.Accuses).Build();

    [Fact]
    public void Apply_WhoAccusesTheDenier_AffirmsIt() => Denials(Accused("raid")).ShouldHaveSingleItem();

    [Fact]
    public void Apply_WhoAccusesHimOfSomethingElse_AffirmsNothing() => Told(Accused("delay")).Claims.ShouldAllBe(static c => c.Status != ClaimStatus.Disputed);
}
