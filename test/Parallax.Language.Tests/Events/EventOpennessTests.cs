using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>What is asked for, left undone or a mere prospect is not told as done, and how far away is not whom.</summary>
public sealed class EventOpennessTests
{
    [Fact]
    public void Annotate_PresentAfterBefore_IsPlanned()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Spain       Spain      PROPN  Number=Sing  2  nsubj      B-Country
            spoke       speak      VERB   Tense=Past|VerbForm=Fin  0  root  _
            before      before     SCONJ  _            6  mark       _
            Maro        Maro       PROPN  Number=Sing  6  nsubj:pass B-Person
            is          be         AUX    Tense=Pres|VerbForm=Fin  6  aux:pass  _
            arrested    arrest     VERB   Tense=Past|VerbForm=Part|Voice=Pass  2  advcl  _
            .           .          PUNCT  _            2  punct      _
            """);

        report.Events.Single(static e => e.Plover == PloverType.COERCE).Factuality.ShouldBe(Factuality.Planned);
    }

    [Fact]
    public void Annotate_BareFormAfterARequest_IsNotDone()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Spain       Spain      PROPN  Number=Sing  2  nsubj      B-Country
            recommended recommend  VERB   Tense=Past|VerbForm=Fin  0  root  _
            that        that       SCONJ  _            6  mark       _
            Maro        Maro       PROPN  Number=Sing  6  nsubj:pass B-Person
            be          be         AUX    VerbForm=Inf 6  aux:pass   _
            arrested    arrest     VERB   Tense=Past|VerbForm=Part|Voice=Pass  2  acl:relcl  _
            .           .          PUNCT  _            2  punct      _
            """);

        report.Events.Single(static e => e.Plover == PloverType.COERCE).Factuality.ShouldBe(Factuality.Hypothetical);
    }

    [Fact]
    public void Annotate_Without_DidNotHappen()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Maro        Maro       PROPN  Number=Sing  2  nsubj      B-Person
            spoke       speak      VERB   Tense=Past|VerbForm=Fin  0  root  _
            without     without    SCONJ  _            4  mark       _
            criticizing criticize  VERB   VerbForm=Ger 2  advcl      _
            Spain       Spain      PROPN  Number=Sing  4  obj        B-Country
            .           .          PUNCT  _            2  punct      _
            """);

        report.Events.Single(static e => e.Plover == PloverType.ACCUSE).Factuality.ShouldBe(Factuality.DidNotHappen);
    }

    [Fact]
    public void Annotate_HowFarAway_IsNoObject()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Maro        Maro       PROPN  Number=Sing  3  nsubj:pass B-Person
            was         be         AUX    _            3  aux:pass   _
            arrested    arrest     VERB   Tense=Past|VerbForm=Part|Voice=Pass  0  root  _
            two         two        NUM    _            5  nummod     _
            streets     street     NOUN   Number=Plur  3  obj        _
            away        away       ADV    _            3  advmod     _
            .           .          PUNCT  _            3  punct      _
            """);

        Event arrest = report.Events.Single(static e => e.Plover == PloverType.COERCE);
        NamesOf(report, arrest.Recipients).ShouldBe(["Maro"]);
        arrest.Actors.ShouldBeEmpty();
        arrest.Object.ShouldBeNull();
    }

    [Fact]
    public void Annotate_AFearedGerund_IsPossible()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Spain       Spain      PROPN  Number=Sing  2  nsubj      B-Country
            saw         see        VERB   Tense=Past|VerbForm=Fin  0  root  _
            a           a          DET    _            4  det        _
            risk        risk       NOUN   Number=Sing  2  obj        _
            of          of         ADP    _            6  case       _
            France      France     PROPN  Number=Sing  4  nmod       B-Country
            attacking   attack     VERB   VerbForm=Ger 6  acl        _
            Italy       Italy      PROPN  Number=Sing  7  obj        B-Country
            .           .          PUNCT  _            2  punct      _
            """);

        report.Events.Single(static e => e.Plover == PloverType.ASSAULT).Factuality.ShouldBe(Factuality.Possible);
    }
}
