using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class ClaimTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    private static Sample Firm(string verb, string form) => Sample.Of(
        $"""
        Halden     Halden    PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        it         it        PRON   _            5  nsubj
        {verb}
        {form}
        the        the       DET    _            7  det
        port       port      NOUN   _            5  obj
        in         in        ADP    _            9  case
        Brevik     Brevik    PROPN  _            5  obl
        .          .         PUNCT  _            2  punct
        """, "The Norland Post").Entity("Halden", ActorKind.Organization, null, ["Halden", "it"]).Entity("Brevik", ActorKind.Place);

    [Fact]
    public void Build_ContentWithAPronounForTheSpeaker_IsToldWithoutWhoSaysIt()
    {
        AnnotatedReport report = Firm("had        have      AUX    VerbForm=Fin 5  aux", "closed     close     VERB   Tense=Past   2  ccomp").Statement("Halden", "said", "it had closed the port in Brevik", lemma: "say").Build();
        Build(report).Claims.ShouldHaveSingleItem().Text.ShouldBe("it had closed the port in Brevik");
    }

    [Fact]
    public void Build_WouldInReportedSpeech_IsForetold()
    {
        AnnotatedReport report = Firm("would      would     AUX    VerbForm=Fin 5  aux", "close      close     VERB   VerbForm=Inf 2  ccomp").Statement("Halden", "said", "it would close the port in Brevik", lemma: "say").Build();
        Build(report).Claims.ShouldHaveSingleItem().Status.ShouldBe(ClaimStatus.Foretold);
    }

    [Fact]
    public void Build_ShouldInReportedSpeech_IsNoClaim()
    {
        AnnotatedReport report = Firm("should     should    AUX    VerbForm=Fin 5  aux", "close      close     VERB   VerbForm=Inf 2  ccomp").Statement("Halden", "said", "it should close the port in Brevik", lemma: "say").Build();
        Build(report).Claims.ShouldBeEmpty();
    }

    [Fact]
    public void Build_AmountsInOtherWords_AreOneClaimWithAFigureConflict()
    {
        AnnotatedReport firm = Sample.Of(
            """
            Halden     Halden    PROPN  _            2  nsubj
            said       say       VERB   Tense=Past   0  root
            400        400       NUM    _            4  nummod
            litres     litre     NOUN   _            7  nsubj
            of         of        ADP    _            6  case
            oil        oil       NOUN   _            4  nmod
            escaped    escape    VERB   Tense=Past|VerbForm=Fin   2  ccomp
            .          .         PUNCT  _            2  punct

            The        the       DET    _            2  det
            leak       leak      NOUN   _            3  nsubj
            began      begin     VERB   Tense=Past|VerbForm=Fin   0  root
            off        off       ADP    _            6  case
            Cape       Cape      PROPN  _            6  compound
            Lorn       Lorn      PROPN  _            3  obl
            .          .         PUNCT  _            3  punct
            """, "The Norland Post").Entity("Halden", ActorKind.Organization).Figure("400 litres", 400, "L", measures: "oil").Statement("Halden", "said", "400 litres of oil escaped", lemma: "say").Build();
        AnnotatedReport port = Sample.Of(
            """
            Brevik     Brevik    PROPN  _            2  nsubj
            said       say       VERB   Tense=Past   0  root
            900        900       NUM    _            4  nummod
            litres     litre     NOUN   _            7  nsubj
            of         of        ADP    _            6  case
            oil        oil       NOUN   _            4  nmod
            went       go        VERB   Tense=Past|VerbForm=Fin   2  ccomp
            into       into      ADP    _           10  case
            the        the       DET    _           10  det
            bay        bay       NOUN   _            7  obl
            .          .         PUNCT  _            2  punct

            The        the       DET    _            2  det
            leak       leak      NOUN   _            3  nsubj
            began      begin     VERB   Tense=Past|VerbForm=Fin   0  root
            off        off       ADP    _            6  case
            Cape       Cape      PROPN  _            6  compound
            Lorn       Lorn      PROPN  _            3  obl
            .          .         PUNCT  _            3  punct
            """, "Brevik Daily").Entity("Brevik", ActorKind.Organization).Figure("900 litres", 900, "L", measures: "oil").Statement("Brevik", "said", "900 litres of oil went into the bay", lemma: "say").Build();
        Account account = Build(firm, port);
        Conflict conflict = account.Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Relation).ShouldBe((ConflictKind.Figure, ConflictRelation.Conflict));
        account.Claims.Single(c => c.Id == conflict.Claim).Status.ShouldBe(ClaimStatus.Disputed);
    }

    [Fact]
    public void Build_DenialInAnswerToACharge_DeniesTheCharge()
    {
        AnnotatedReport report = Sample.Of(
            """
            Brevik     Brevik    PROPN  _            2  nsubj
            accused    accuse    VERB   Tense=Past   0  root
            Halden     Halden    PROPN  _            2  obj
            of         of        SCONJ  _            5  mark
            hiding     hide      VERB   VerbForm=Ger 2  advcl
            the        the       DET    _            7  det
            leak       leak      NOUN   _            5  obj
            .          .         PUNCT  _            2  punct

            Halden     Halden    PROPN  _            2  nsubj
            denied     deny      VERB   Tense=Past   0  root
            any        any       DET    _            4  det
            delay      delay     NOUN   _            2  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post")
            .Entity("Brevik", ActorKind.Organization).Entity("Halden", ActorKind.Organization, null, ["Halden", "Halden~"])
            .Statement("Brevik", "accused", "Halden of hiding the leak", Stance.Accuses, lemma: "accuse").Statement("Halden~", "denied", "any delay", Stance.Denies, lemma: "deny").Build();
        Account account = Build(report);
        account.Conflicts.ShouldHaveSingleItem().Kind.ShouldBe(ConflictKind.Denial);
        account.Claims.ShouldHaveSingleItem().Positions.Select(p => (p.Voice, p.Kind)).ShouldBe([("Brevik", PositionKind.Affirms), ("Halden", PositionKind.Denies)]);
    }

    // "Halden said <clause>": the claims that come of the clause.
    private static string[] Told(string clause, string content, params string[] names)
    {
        Sample sample = Sample.Of(
            $"""
            Halden     Halden    PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            {clause}
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Halden", ActorKind.Organization);
        foreach (string name in names)
        {
            sample.Entity(name, ActorKind.Country, name + "1");
        }

        return [.. Build(sample.Statement("Halden", "said", content, lemma: "say").Build()).Claims.Select(static c => c.Text)];
    }

    [Fact]
    public void Build_WhatIsNotKnown_IsNoClaim() => Told(
        """
        it         it        PRON   _            6  nsubj
        could      could     AUX    VerbForm=Fin 6  aux
        not        not       PART   _            6  advmod
        say        say       VERB   VerbForm=Inf 2  ccomp
        how        how       ADV    PronType=Int 8  advmod
        many       many      ADJ    _            9  amod
        boats      boat      NOUN   _           11  nsubj:pass
        Norland    Norland   PROPN  _            9  nmod
        lost       lose      VERB   Tense=Past|VerbForm=Fin   6  ccomp
        """, "it could not say how many boats Norland lost", "Norland").ShouldNotContain(static t => t.StartsWith("how", StringComparison.Ordinal));

    [Fact]
    public void Build_WhatIsHardToDo_IsNotToldAsDone() => Told(
        """
        new        new       ADJ    _            4  amod
        rules      rule      NOUN   _            5  nsubj
        make       make      VERB   Tense=Pres|VerbForm=Fin   2  ccomp
        it         it        PRON   _            5  expl
        harder     hard      ADJ    _            5  xcomp
        for        for       ADP    _            9  case
        Norland    Norland   PROPN  _            7  obl
        to         to        PART   _           11  mark
        sell       sell      VERB   VerbForm=Inf 7  advcl
        boats      boat      NOUN   _           11  obj
        to         to        ADP    _           14  case
        Sedonia    Sedonia   PROPN  _           11  obl
        """, "new rules make it harder for Norland to sell boats to Sedonia", "Norland", "Sedonia").ShouldBe(["new rules make it harder for Norland to sell boats to Sedonia"]);

    [Fact]
    public void Build_PhraseThatTheParseLost_IsNotCutOff() => Told(
        """
        Norland    Norland   PROPN  _            4  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   2  ccomp
        boats      boat      NOUN   _            4  obj
        to         to        ADP    _            7  case
        Sedonia    Sedonia   PROPN  _            4  obl
        a          a         DET    _            9  det
        week       week      NOUN   _            4  obl
        after      after     ADP    _           12  case
        the        the       DET    _           12  det
        storm      storm     NOUN   _            2  obl
        """, "Norland sold boats to Sedonia a week after the storm", "Norland", "Sedonia").ShouldBe(["Norland sold boats to Sedonia a week after the storm"]);

    [Fact]
    public void Build_EvidenceSays_IsTheReportsOwnVoice()
    {
        AnnotatedReport report = Sample.Of(
            """
            The        the       DET    _            2  det
            evidence   evidence  NOUN   _            3  nsubj
            indicates  indicate  VERB   Tense=Pres|VerbForm=Fin   0  root
            that       that      SCONJ  _            6  mark
            Norland    Norland   PROPN  _            6  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   3  ccomp
            boats      boat      NOUN   _            6  obj
            to         to        ADP    _            9  case
            Sedonia    Sedonia   PROPN  _            6  obl
            .          .         PUNCT  _            3  punct
            """, "The Norland Post").Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Statement("The evidence", "indicates", "that Norland sold boats to Sedonia", lemma: "indicate").Build();
        Build(report).Claims.ShouldHaveSingleItem().Positions.ShouldHaveSingleItem().Voice.ShouldBe("The Norland Post");
    }
}
