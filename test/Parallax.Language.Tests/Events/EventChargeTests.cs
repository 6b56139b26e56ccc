using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>Deeds that are laid to somebody, and participles and shared objects of reports of crime.</summary>
public sealed class EventChargeTests
{
    [Theory]
    [InlineData("charged", "charge", "with", Factuality.Possible)]
    [InlineData("accused", "accuse", "of", Factuality.Possible)]
    [InlineData("convicted", "convict", "of", Factuality.Happened)]
    public void Annotate_DeedLaidToSomebodyByNobody_IsOpenUntilProved(string form, string lemma, string preposition, Factuality expected) => Read($"""
        # par
        Maro        Maro         PROPN  Number=Sing                          3   nsubj:pass   B-Person
        was         be           AUX    Tense=Past|VerbForm=Fin              3   aux:pass     _
        {form}      {lemma}      VERB   Tense=Past|VerbForm=Part|Voice=Pass  0   root         _
        {preposition} {preposition} SCONJ _                                  5   mark         _
        killing     kill         VERB   VerbForm=Ger                         3   advcl        _
        Karim       Karim        PROPN  Number=Sing                          5   obj          B-Person
        .           .            PUNCT  _                                    3   punct        _
        """).Events.Single(static e => e.Plover == PloverType.ASSAULT).Factuality.ShouldBe(expected);

    [Fact]
    public void Annotate_DeedOfWhichANamedStateAccuses_StandsAsItIsToldByThatState() => Read("""
        # par
        France      France       PROPN  Number=Sing                          2   nsubj        B-Country
        accused     accuse       VERB   Tense=Past|VerbForm=Fin              0   root         _
        Spain       Spain        PROPN  Number=Sing                          2   obj          B-Country
        of          of           SCONJ  _                                    5   mark         _
        killing     kill         VERB   VerbForm=Ger                         2   advcl        _
        Karim       Karim        PROPN  Number=Sing                          5   obj          B-Person
        .           .            PUNCT  _                                    2   punct        _
        """).Events.Single(static e => e.Plover == PloverType.ASSAULT).Factuality.ShouldBe(Factuality.Happened);

    [Theory]
    [InlineData("charged", "charge", Factuality.Possible)]
    [InlineData("convicted", "convict", Factuality.Happened)]
    public void Annotate_CountsOfMurder_AreOpenUntilProved(string form, string lemma, Factuality expected) => Read($"""
        # par
        Maro        Maro         PROPN  Number=Sing                          3   nsubj:pass   B-Person
        was         be           AUX    Tense=Past|VerbForm=Fin              3   aux:pass     _
        {form}      {lemma}      VERB   Tense=Past|VerbForm=Part|Voice=Pass  0   root         _
        on          on           ADP    _                                    6   case         _
        two         two          NUM    _                                    6   nummod       _
        counts      count        NOUN   Number=Plur                          3   obl          _
        of          of           ADP    _                                    8   case         _
        murder      murder       NOUN   Number=Sing                          6   nmod         _
        of          of           ADP    _                                    10  case         _
        Karim       Karim        PROPN  Number=Sing                          8   nmod         B-Person
        .           .            PUNCT  _                                    3   punct        _
        """).Events.Single(static e => e.Trigger.Lemma == "murder").Factuality.ShouldBe(expected);

    [Theory]
    [InlineData("information", "leading", "VerbForm=Ger", Factuality.Hypothetical)]
    [InlineData("raid", "led", "Tense=Past|VerbForm=Fin", Factuality.Happened)]
    public void Annotate_ArrestThatInformationMayLeadTo_IsNone(string noun, string form, string features, Factuality expected) => Read($"""
        # par
        Police      police       NOUN   Number=Plur                          2   nsubj        _
        sought      seek         VERB   Tense=Past|VerbForm=Fin              0   root         _
        {noun}      {noun}       NOUN   Number=Sing                          2   obj          _
        {form}      lead         VERB   {features}                           3   acl          _
        to          to           ADP    _                                    7   case         _
        the         the          DET    _                                    7   det          _
        arrest      arrest       NOUN   Number=Sing                          4   obl          _
        of          of           ADP    _                                    9   case         _
        Maro        Maro         PROPN  Number=Sing                          7   nmod         B-Person
        .           .            PUNCT  _                                    2   punct        _
        """).Events.Single(static e => e.Trigger.Lemma == "arrest").Factuality.ShouldBe(expected);

    [Fact]
    public void Annotate_SecondParticipleReadAsPast_IsPassiveToo()
    {
        AnnotatedReport report = Read("""
            # par
            Maro        Maro         PROPN  Number=Sing                          3   nsubj:pass   B-Person
            was         be           AUX    Tense=Past|VerbForm=Fin              3   aux:pass     _
            arrested    arrest       VERB   Tense=Past|VerbForm=Part|Voice=Pass  0   root         _
            Friday      Friday       PROPN  Number=Sing                          3   obl:unmarked _
            and         and          CCONJ  _                                    6   cc           _
            charged     charge       VERB   Tense=Past|VerbForm=Fin              3   conj         _
            with        with         ADP    _                                    8   case         _
            theft       theft        NOUN   Number=Sing                          6   obl          _
            .           .            PUNCT  _                                    3   punct        _
            """);

        Event charge = report.Events.Single(static e => e.Plover == PloverType.ACCUSE);
        NamesOf(report, charge.Recipients).ShouldBe(["Maro"]);
        charge.Actors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("arrested", "arrest", "Friday", "obl:unmarked", false)]
    [InlineData("arrested", "arrest", "Karim", "obj", true)]
    public void Annotate_ArrestOnADay_IsOfTheSubjectAndOneOfAManByIt(string form, string lemma, string next, string relation, bool acts)
    {
        AnnotatedReport report = Read($"""
            # par
            Maro        Maro         PROPN  Number=Sing                          2   nsubj        B-Person
            {form}      {lemma}      VERB   Tense=Past|VerbForm=Fin              0   root         _
            {next}      {next}       PROPN  Number=Sing                          2   {relation}   {(acts ? "B-Person" : "_")}
            in          in           ADP    _                                    6   case         _
            a           a            DET    _                                    6   det          _
            raid        raid         NOUN   Number=Sing                          2   obl          _
            .           .            PUNCT  _                                    2   punct        _
            """);

        Event arrest = report.Events.Single(static e => e.Trigger.Lemma == "arrest");
        NamesOf(report, acts ? arrest.Actors : arrest.Recipients).ShouldBe(["Maro"]);
    }

    [Fact]
    public void Annotate_ParticipleBesideAName_IsDoneToThatPerson()
    {
        AnnotatedReport report = Read("""
            # par
            Maro        Maro         PROPN  Number=Sing                          6   nsubj        B-Person
            ,           ,            PUNCT  _                                    3   punct        _
            shot        shoot        VERB   Tense=Past|VerbForm=Fin              1   appos        _
            twice       twice        ADV    _                                    3   advmod       _
            ,           ,            PUNCT  _                                    3   punct        _
            survived    survive      VERB   Tense=Past|VerbForm=Fin              0   root         _
            .           .            PUNCT  _                                    6   punct        _
            """);

        Event shot = report.Events.Single(static e => e.Plover == PloverType.ASSAULT);
        NamesOf(report, shot.Recipients).ShouldBe(["Maro"]);
        shot.Actors.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_TwoVerbsWithOneObject_AreBothDoneToIt()
    {
        AnnotatedReport report = Read("""
            # par
            Maro        Maro         PROPN  Number=Sing                          2   nsubj        B-Person
            shot        shoot        VERB   Tense=Past|VerbForm=Fin              0   root         _
            and         and          CCONJ  _                                    4   cc           _
            killed      kill         VERB   Tense=Past|VerbForm=Fin              2   conj         _
            Karim       Karim        PROPN  Number=Sing                          4   obj          B-Person
            .           .            PUNCT  _                                    2   punct        _
            """);

        report.Events.Count.ShouldBe(2);
        report.Events.ShouldAllBe(e => NamesOf(report, e.Recipients).Single() == "Karim");
    }

    [Fact]
    public void Annotate_WhoeverLeavesSomebodyWounded_HasWoundedThem()
    {
        AnnotatedReport report = Read("""
            # par
            Maro        Maro         PROPN  Number=Sing                          2   nsubj        B-Person
            left        leave        VERB   Tense=Past|VerbForm=Fin              0   root         _
            Karim       Karim        PROPN  Number=Sing                          2   obj          B-Person
            wounded     wound        VERB   Tense=Past|VerbForm=Part|Voice=Pass  2   xcomp        _
            .           .            PUNCT  _                                    2   punct        _
            """);

        Event wound = report.Events.Single(static e => e.Plover == PloverType.ASSAULT);
        NamesOf(report, wound.Actors).ShouldBe(["Maro"]);
        NamesOf(report, wound.Recipients).ShouldBe(["Karim"]);
    }
}
