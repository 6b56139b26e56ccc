using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class ConflictKindTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    private static Conflict Only(Account account, ConflictKind kind) => account.Conflicts.Where(c => c.Kind == kind).ToArray().ShouldHaveSingleItem();

    // One more sentence that both reports tell, so that they are one story.
    private const string Story =
        """


        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        led        lead      VERB   Tense=Past|VerbForm=Fin   0  root
        the        the       DET    _            6  det
        harbour    harbour   NOUN   _            6  compound
        office     office    NOUN   _            3  obj
        in         in        ADP    _            8  case
        Brevik     Brevik    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """;

    private static AnnotatedReport Killing(string who, string country, string outlet) => Sample.Of(
        $"""
        {who}      {who}     PROPN  _            2  nsubj
        killed     kill      VERB   Tense=Past|VerbForm=Fin   0  root
        Ada        Ada       PROPN  _            2  obj
        Quill      Quill     PROPN  _            3  flat
        on         on        ADP    _            6  case
        Monday     Monday    PROPN  _            2  obl
        .          .         PUNCT  _            2  punct
        """ + Story, outlet).Entity(who, ActorKind.Country, country).Entity("Ada Quill", ActorKind.Person, null, ["Ada Quill", "Ada Quill~"]).Entity("Brevik", ActorKind.Place)
        .Time("Monday", "2023-05-01").Event("killed", "kill", PloverType.ASSAULT).Build();

    [Fact]
    public void Build_OneDeedLaidToTwo_IsAConflictOfActor()
    {
        Conflict conflict = Only(Build(Killing("Norland", "NL1", "The Norland Post"), Killing("Sedonia", "SE1", "Harbour News")), ConflictKind.Actor);
        conflict.Relation.ShouldBe(ConflictRelation.Conflict);
        conflict.Sides.Select(s => s.Value).Order(StringComparer.Ordinal).ShouldBe(["Norland", "Sedonia"]);
    }

    [Fact]
    public void Build_OneDeedOfOneDoer_HasNoConflict() =>
        Build(Killing("Norland", "NL1", "The Norland Post"), Killing("Norland", "NL1", "Harbour News")).Conflicts.ShouldBeEmpty();

    private static AnnotatedReport Dug(string day, string when, string outlet)
    {
        string words = when.Length >= 10
            ? $"on         on        ADP    _            6  case\n{day}  {day}  PROPN  _  2  obl\n"
            : $"after      after     ADP    _            7  case\nthe        the       DET    _            7  det\n{day}  {day}  NOUN  _  2  obl\n";
        Sample sample = Sample.Of(
            $"""
            Norland    Norland   PROPN  _            2  nsubj
            recovered  recover   VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            4  det
            statue     statue    NOUN   _            2  obj
            {words}.          .         PUNCT  _            2  punct
            """ + Story, outlet).Entity("Norland", ActorKind.Country, "NL1").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event("recovered", "recover");
        return (when.Length >= 10 ? sample.Time(day, when) : sample).Build();
    }

    [Fact]
    public void Build_TwoDaysAndATimeAfterSomething_DifferOnTheDaysAlone()
    {
        Conflict conflict = Only(Build(Dug("Monday", "2023-05-01", "The Norland Post"), Dug("Friday", "2023-05-05", "Harbour News"), Dug("storm", "", "Brevik Mail")), ConflictKind.Time);
        conflict.Sides.Select(s => s.Value).ShouldBe(["2023-05-01", "2023-05-05"]);
    }

    private static Sample Raised(string first, string firstDay, double one, string second = "Friday", string secondDay = "2023-05-05", string outlet = "The Ferry")
    {
        string Sentence(string day, double count) => $"""
            Norland    Norland   PROPN  _            2  nsubj
            raised     raise     VERB   Tense=Past|VerbForm=Fin   0  root
            {count}    {count}   NUM    _            4  nummod
            wrecks     wreck     NOUN   _            2  obj
            on         on        ADP    _            6  case
            {day}      {day}     PROPN  _            2  obl
            .          .         PUNCT  _            2  punct
            """;
        Sample sample = Sample.Of(Sentence(first, one) + (outlet == "The Ferry" ? "\n\n" + Sentence(second, one) : "") + Story, outlet).Entity("Norland", ActorKind.Country, "NL1").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place)
            .Event("raised", "raise").Time(first, firstDay).Figure($"{one}", one, "wreck");
        return outlet == "The Ferry" ? sample.Time(second, secondDay) : sample;
    }

    private static AnnotatedReport Sunk(double count, bool isDenied, string outlet)
    {
        string content = $"that Norland sank {count} boats", said = isDenied ? "denied" : "said";
        return Sample.Of($"""
            Ada        Ada       PROPN  _            3  nsubj
            Quill      Quill     PROPN  _            1  flat
            {said}     {(isDenied ? "deny" : "say")} VERB Tense=Past|VerbForm=Fin   0  root
            that       that      SCONJ  _            6  mark
            Norland    Norland   PROPN  _            6  nsubj
            sank       sink      VERB   Tense=Past|VerbForm=Fin   3  ccomp
            {count}    {count}   NUM    _            8  nummod
            boats      boat      NOUN   _            6  obj
            .          .         PUNCT  _            3  punct
            """.Replace("Ada        Ada  ", isDenied ? "Ada        Ada  " : "Mo         Mo   ", StringComparison.Ordinal) + Story, outlet).Entity("Norland", ActorKind.Country, "NL1").Entity(isDenied ? "Ada Quill" : "Mo Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place)
            .Statement(isDenied ? "Ada Quill" : "Mo Quill", said, content, isDenied ? Stance.Denies : Stance.Asserts, lemma: isDenied ? "deny" : "say").Event("sank", "sink").Figure($"{count}", count, "boat").Build();
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(40, 0)]
    public void Build_DenialOfAnotherNumber_OpposesNobodyWhoTellsThis(double denied, int expected) =>
        Build(Sunk(3, false, "The Norland Post"), Sunk(denied, true, "Harbour News")).Conflicts.Count(static c => c.Kind == ConflictKind.Denial).ShouldBe(expected);

    [Theory]
    [InlineData(3, 3, 1)]
    [InlineData(3, 8, 0)]
    public void Build_TwoDaysOfDifferentNumbers_AreTwoOccasions(double one, double two, int expected) =>
        Build(Raised("Monday", "2023-05-01", one, outlet: "The Norland Post").Build(), Raised("Friday", "2023-05-05", two, outlet: "Harbour News").Build()).Conflicts.Count(static c => c.Kind == ConflictKind.Time).ShouldBe(expected);

    [Fact]
    public void Build_TwoDaysThatOneReportTellsBoth_AreTwoOccasions() =>
        Build(Raised("Monday", "2023-05-01", 3, outlet: "The Norland Post").Build(), Raised("Friday", "2023-05-05", 3, outlet: "Harbour News").Build(), Raised("Monday", "2023-05-01", 3).Build()).Conflicts.ShouldNotContain(static c => c.Kind == ConflictKind.Time);

    [Theory]
    [InlineData("Saturday", "2023-05-06", "Saturday", "2023-05-13", 0)]
    [InlineData("Saturday", "2023-05-06", "Friday", "2023-05-12", 1)]
    [InlineData("Tuesday", "2023-05-02TEV", "Tuesday", "2023-05-02TNI", 0)]
    public void Build_BareWeekdayAWeekOff_AndTheEveningOfANight_AreOneTime(string left, string one, string right, string two, int expected) =>
        Build(Dug(left, one, "The Norland Post"), Dug(right, two, "Harbour News")).Conflicts.Count(static c => c.Kind == ConflictKind.Time).ShouldBe(expected);

    private static AnnotatedReport Shipped(string amount, string outlet) => Sample.Of(
        $"""
        Norland    Norland   PROPN  _            2  nsubj
        shipped    ship      VERB   Tense=Past|VerbForm=Fin   0  root
        {(amount == "hundreds" ? "hundreds   hundred   NOUN   _            2  obj" : "a          a         DET    _            5  det\nlimited    limited   ADJ    _            5  amod\nnumber     number    NOUN   _            2  obj")}
        of         of        ADP    _            {(amount == "hundreds" ? 5 : 7)}  case
        boats      boat      NOUN   _            {(amount == "hundreds" ? 3 : 5)}  nmod
        to         to        ADP    _            {(amount == "hundreds" ? 7 : 9)}  case
        Sedonia    Sedonia   PROPN  _            2  obl
        .          .         PUNCT  _            2  punct
        """ + Story, outlet).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place)
        .Event("shipped", "ship").Build();

    [Fact]
    public void Build_OneActToldAsSmallAndAsLarge_DiffersInFigureAndBothMayBeSo()
    {
        Conflict conflict = Only(Build(Shipped("limited", "The Norland Post"), Shipped("hundreds", "Harbour News")), ConflictKind.Figure);
        conflict.Relation.ShouldBe(ConflictRelation.Compatible);
        conflict.Sides.Select(s => s.Value).ShouldBe(["limited number", "hundreds"]);
    }

    private static AnnotatedReport Came(string verb, string lemma, string day, string date, string outlet)
    {
        Sample sample = Sample.Of(
        $"""
        Vera       Vera      PROPN  _            3  nsubj
        Lund       Lund      PROPN  _            1  flat
        {verb}     {lemma}   VERB   Tense=Past|VerbForm=Fin   0  root
        to         to        ADP    _            5  case
        Sedonia    Sedonia   PROPN  _            3  obl
        {(day.Length == 0 ? "alone      alone     ADV    _            3  advmod" : $"on         on        ADP    _            7  case\n{day}      {day}     PROPN  _            3  obl")}
        .          .         PUNCT  _            3  punct
        """ + Story, outlet).Entity("Vera Lund", ActorKind.Person).Entity("Ada Quill", ActorKind.Person).Entity("Sedonia", ActorKind.Country, "SE1").Entity("Brevik", ActorKind.Place)
        .Event(verb, lemma, PloverType.CONSULT, date.Length == 0 ? null : date, actors: ["Vera Lund"], recipients: ["Sedonia"], mode: "visit");
        return (day.Length == 0 ? sample : sample.Time(day, date)).Build();
    }

    [Theory]
    [InlineData("2023-05-01", "2023-05-02", ConflictRelation.Conflict)]
    [InlineData("2023-05-02", "2023-05-01", ConflictRelation.Compatible)]
    public void Build_NeighbouringDaysOfAJourney_AreCompatibleUnlessItsStartIsTheLater(string arrived, string travelled, ConflictRelation relation) =>
        Only(Build(Came("arrived", "arrive", arrived.EndsWith('1') ? "Monday" : "Tuesday", arrived, "The Norland Post"), Came("travelled", "travel", travelled.EndsWith('1') ? "Monday" : "Tuesday", travelled, "Harbour News"), Came("arrived", "arrive", "", "", "The Ferry")), ConflictKind.Time).Relation.ShouldBe(relation);

    private static AnnotatedReport Shook(int dead, string outlet) => Sample.Of(
        $"""
        A          a         DET    _            4  det
        6.7        6.7       NUM    _            3  nummod
        strength   strength  NOUN   _            4  compound
        quake      quake     NOUN   _            5  nsubj
        killed     kill      VERB   Tense=Past|VerbForm=Fin   0  root
        {dead}         {dead}        NUM    _            7  nummod
        people     people    NOUN   _            5  obj
        in         in        ADP    _            9  case
        Brevik     Brevik    PROPN  _            5  obl
        .          .         PUNCT  _            5  punct
        """ + Story, outlet).Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place, null, ["Brevik", "Brevik~"])
        .Event("killed", "kill").Figure("6.7", 6.7, "strength").Figure($"{dead}", dead, "person").Build();

    [Fact]
    public void Build_APartOfOneIsNoPerson_IsNoSideOfACount() =>
        Only(Build(Shook(40, "The Norland Post"), Shook(52, "Harbour News")), ConflictKind.Figure).Sides.Select(static s => s.Value).ShouldBe(["40", "52"]);

    private static AnnotatedReport Sold(string outlet, bool possible, bool isLater = false) => Sample.Of(
        $"""
        Norland    Norland   PROPN  _            3  nsubj
        {(possible ? "may        may" : "has        have")}       AUX    VerbForm=Fin 3  aux
        sold       sell      VERB   Tense=Past|VerbForm=Part   0  root
        boats      boat      NOUN   _            3  obj
        to         to        ADP    _            6  case
        Sedonia    Sedonia   PROPN  _            3  obl
        {(isLater ? "after      after     ADP    _            9  case\nthe        the       DET    _            9  det\nstrike     strike    NOUN   _            3  obl\n" : "")},          ,         PUNCT  _            {(isLater ? 12 : 9)}  punct
        Vale       Vale      PROPN  _            {(isLater ? 12 : 9)}  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   3  parataxis
        .          .         PUNCT  _            3  punct
        """ + Story, outlet).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Entity("Vale", ActorKind.Person)
        .Statement("Vale", "said", $"Norland {(possible ? "may" : "has")} sold boats to Sedonia{(isLater ? " after the strike" : "")}", lemma: "say").Event("sold", "sell", factuality: possible ? Factuality.Possible : Factuality.Happened).Build();

    [Fact]
    public void Build_ToldAsCertainAndAsPossible_DiffersInModality()
    {
        Conflict conflict = Only(Build(Sold("The Norland Post", possible: false), Sold("Harbour News", possible: true)), ConflictKind.Modality);
        conflict.Relation.ShouldBe(ConflictRelation.Compatible);
        conflict.Sides.Select(s => s.Value).ShouldBe(["told as certain", "told as possible"]);
    }

    // "Boats were sold to Sedonia": that they were sold is certain, who sold them is what the other doubts.
    [Fact]
    public void Build_PossibleOfADoerWhomTheOtherDoesNotName_DoesNotDifferInModality()
    {
        AnnotatedReport sold = Sample.Of(
            """
            Boats      boat      NOUN   _            3  nsubj:pass
            were       be        AUX    VerbForm=Fin 3  aux:pass
            sold       sell      VERB   Tense=Past|VerbForm=Part|Voice=Pass   0  root
            to         to        ADP    _            5  case
            Sedonia    Sedonia   PROPN  _            3  obl
            ,          ,         PUNCT  _            8  punct
            Vale       Vale      PROPN  _            8  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   3  parataxis
            .          .         PUNCT  _            3  punct
            """ + Story, "The Norland Post").Entity("Sedonia", ActorKind.Country, "SE1").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Entity("Vale", ActorKind.Person)
            .Statement("Vale", "said", "Boats were sold to Sedonia", lemma: "say").Event("sold", "sell").Build();
        Account account = Build(sold, Sold("Harbour News", possible: true));

        account.Claims.ShouldContain(static c => c.Positions.Select(static p => p.Report).Distinct().Count() == 2 && c.Text.Contains("sold", StringComparison.Ordinal));
        account.Conflicts.ShouldNotContain(static c => c.Kind == ConflictKind.Modality);
    }

    [Fact]
    public void Build_PossibleAtATimeThatNobodyTellsAsCertain_DoesNotDifferInModality() =>
        Build(Sold("The Norland Post", possible: false), Sold("Harbour News", possible: true, isLater: true)).Conflicts.ShouldNotContain(c => c.Kind == ConflictKind.Modality);

    private static AnnotatedReport Rescued(bool tried, string outlet) => Sample.Of(
        $"""
        Divers     diver     NOUN   _            2  nsubj
        {(tried ? "tried      try" : "managed    manage")}       VERB   Tense=Past|VerbForm=Fin   0  root
        to         to        PART   _            4  mark
        rescue     rescue    VERB   VerbForm=Inf 2  xcomp
        Vale       Vale      PROPN  _            4  obj
        .          .         PUNCT  _            2  punct
        """ + Story, outlet).Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Entity("Vale", ActorKind.Person).Event("rescue", "rescue", factuality: tried ? Factuality.Possible : Factuality.Happened).Build();

    [Fact]
    public void Build_WhatWasTried_DoesNotDifferInModality() =>
        Build(Rescued(false, "The Norland Post"), Rescued(true, "Harbour News")).Conflicts.ShouldNotContain(c => c.Kind == ConflictKind.Modality);

    private static AnnotatedReport Quoted(string speaker, string outlet) => Sample.Of(
        $"""
        "          "         PUNCT  _            8  punct
        The        the       DET    _            3  det
        harbour    harbour   NOUN   _            8  nsubj
        of         of        ADP    _            5  case
        Brevik     Brevik    PROPN  _            3  nmod
        will       will      AUX    VerbForm=Fin 8  aux
        never      never     ADV    _            8  advmod
        belong     belong    VERB   VerbForm=Inf 14  ccomp
        to         to        ADP    _           11  case
        rich       rich      ADJ    _           11  amod
        strangers  stranger  NOUN   _            8  obl
        "          "         PUNCT  _            8  punct
        {speaker}  {speaker} PROPN  _           14  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _           14  punct
        """ + Story, outlet).Entity(speaker, ActorKind.Person).Entity("Brevik", ActorKind.Place).Entity("Ada Quill", ActorKind.Person)
        .Statement(speaker, "said", "The harbour of Brevik will never belong to rich strangers", manner: Manner.Direct, lemma: "say").Build();

    [Fact]
    public void Build_SameWordsOfTwoSpeakers_IsAConflictOfAttribution()
    {
        Conflict conflict = Only(Build(Quoted("Vale", "The Norland Post"), Quoted("Kolt", "Harbour News")), ConflictKind.Attribution);
        conflict.Relation.ShouldBe(ConflictRelation.Conflict);
        conflict.Sides.Select(s => s.Value).ShouldBe(["Kolt", "Vale"]);
    }

    // "The harbour … strangers." Kolt answered: who speaks in the sentence behind the words.
    private static AnnotatedReport QuotedBefore(string speaker, string outlet) => Sample.Of(
        $"""
        "          "         PUNCT  _            8  punct
        The        the       DET    _            3  det
        harbour    harbour   NOUN   _            8  nsubj
        of         of        ADP    _            5  case
        Brevik     Brevik    PROPN  _            3  nmod
        will       will      AUX    VerbForm=Fin 8  aux
        never      never     ADV    _            8  advmod
        belong     belong    VERB   VerbForm=Inf 0  root
        to         to        ADP    _           11  case
        rich       rich      ADJ    _           11  amod
        strangers  stranger  NOUN   _            8  obl
        .          .         PUNCT  _            8  punct
        "          "         PUNCT  _            8  punct

        {speaker}  {speaker} PROPN  _            2  nsubj
        answered   answer    VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            2  punct
        """ + Story, outlet).Entity(speaker, ActorKind.Person).Entity("Brevik", ActorKind.Place).Entity("Ada Quill", ActorKind.Person)
        .Statement(speaker, "answered", "The harbour of Brevik will never belong to rich strangers", manner: Manner.Direct, lemma: "answer").Build();

    [Fact]
    public void Build_WordsBeforeASentenceOnAnotherSpeaker_AreNoConflictOfAttribution() =>
        Build(Quoted("Vale", "The Norland Post"), QuotedBefore("Kolt", "Harbour News")).Conflicts.ShouldNotContain(static c => c.Kind == ConflictKind.Attribution);

    [Fact]
    public void Build_SameQuotedWordsOfTwoSpeakers_AreOneOriginAtTheLowBound() =>
        Build(Quoted("Vale", "The Norland Post"), Quoted("Kolt", "Harbour News")).Claims.Single(static c => c.Text.Contains("strangers", StringComparison.Ordinal)).Origins.So.ShouldBe(new CountRange(1, 2));

    [Fact]
    public void Build_SameWordsOfOneSpeaker_HasNoConflict() => Build(Quoted("Vale", "The Norland Post"), Quoted("Vale", "Harbour News")).Conflicts.ShouldBeEmpty();

    private static AnnotatedReport Member(string kind, string outlet) => Sample.Of(
        $"""
        Norland    Norland   PROPN  _            2  nsubj
        became     become    VERB   Tense=Past|VerbForm=Fin   0  root
        an         a         DET    _            5  det
        {kind}     {kind}    ADJ    _            5  amod
        member     member    NOUN   _            2  xcomp
        of         of        ADP    _            9  case
        the        the       DET    _            9  det
        Northern   Northern  PROPN  _            9  compound
        League     League    PROPN  _            5  nmod
        .          .         PUNCT  _            2  punct
        """ + Story, outlet).Entity("Norland", ActorKind.Country, "NL1").Entity("Northern League", ActorKind.Organization).Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Build();

    [Fact]
    public void Build_MembershipsThatExcludeEachOther_DifferInStatus()
    {
        Conflict conflict = Only(Build(Member("official", "The Norland Post"), Member("acceding", "Harbour News")), ConflictKind.Status);
        conflict.Sides.SelectMany(s => s.Evidence).Select(e => e.Report).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Build_OneMembership_HasNoConflict() => Build(Member("official", "The Norland Post"), Member("official", "Harbour News")).Conflicts.ShouldBeEmpty();
}
