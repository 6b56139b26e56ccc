using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Who says that there was none of what others tell.</summary>
public sealed class AbsenceTests
{
    private static AnnotatedReport Killed(string place = "Brevik") => Sample.Of(
        $"""
        The        the       DET    _            2  det
        raid       raid      NOUN   _            3  nsubj
        killed     kill      VERB   Tense=Past|VerbForm=Fin   0  root
        many       many      ADJ    _            5  amod
        sailors    sailor    NOUN   Number=Plur  3  obj
        in         in        ADP    _            7  case
        {place}    {place}   PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """, "The Norland Post", "2031-05-02").Entity(place, ActorKind.Place).Event("killed", "kill").Build();

    private static AnnotatedReport Nobody(string subject = "nobody", string place = "Brevik", string end = "yesterday", string? published = "2031-05-02") => Sample.Of(
        $"""
        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        that       that      SCONJ  _            7  mark
        {subject}  {subject} PRON   _            7  nsubj:pass
        was        be        AUX    Tense=Past|VerbForm=Fin   7  aux:pass
        hurt       hurt      VERB   Tense=Past|VerbForm=Part  3  ccomp
        in         in        ADP    _            9  case
        {place}    {place}   PROPN  _            7  obl
        {end}      {end}     ADV    _            7  advmod
        .          .         PUNCT  _            3  punct
        """, "Harbour News", published).Entity("Ada Quill", ActorKind.Person).Entity(place, ActorKind.Place).Statement("Ada Quill", "said", $"that {subject} was hurt in {place} {end}").Event("hurt", "hurt", factuality: Factuality.DidNotHappen).Build();

    private static Conflict[] Denials(params AnnotatedReport[] reports) =>
        [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(static c => c.Kind == ConflictKind.Denial)];

    [Fact]
    public void Apply_NobodyBesideManyKilled_IsADenial()
    {
        Conflict conflict = Denials(Killed(), Nobody()).ShouldHaveSingleItem();
        conflict.Sides.Select(static s => s.Value).ShouldBe(["is so", "is not so"]);
        conflict.Sides[1].Evidence.ShouldHaveSingleItem().Statement.ShouldNotBeNull();
    }

    [Fact]
    public void Apply_NobodySeriously_IsNone() => Denials(Killed(), Nobody(end: "seriously")).ShouldBeEmpty();

    [Fact]
    public void Apply_SomebodyHurt_IsNone() => Denials(Killed(), Nobody("somebody")).ShouldBeEmpty();

    [Fact]
    public void Apply_AnotherPlace_IsNone() => Denials(Killed(), Nobody(place: "Tarn")).ShouldBeEmpty();

    [Fact]
    public void Apply_AnEarlierReport_IsNone() => Denials(Killed(), Nobody(published: "2031-04-30")).ShouldBeEmpty();

    private static AnnotatedReport Struck(string thing, string lemma) => Sample.Of(
        $"""
        Norland    Norland   PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        its        its       PRON   _            4  nmod:poss
        planes     plane     NOUN   Number=Plur  5  nsubj
        struck     strike    VERB   Tense=Past|VerbForm=Fin   2  ccomp
        a          a         DET    _            8  det
        rebel      rebel     NOUN   _            8  compound
        yard       yard      NOUN   _            5  obj
        .          .         PUNCT  _            2  punct

        Ostra      Ostra     PROPN  _            2  nsubj
        denied     deny      VERB   Tense=Past|VerbForm=Fin   0  root
        that       that      SCONJ  _            5  mark
        there      there     PRON   _            5  expl
        was        be        VERB   Tense=Past|VerbForm=Fin   2  ccomp
        such       such      DET    _            8  det:predet
        a          a         DET    _            8  det
        {thing}    {lemma}   NOUN   _            5  nsubj
        .          .         PUNCT  _            2  punct
        """, "The Norland Post").Entity("Norland", ActorKind.Country).Entity("Ostra", ActorKind.Country).Statement("Norland", "said", "its planes struck a rebel yard").Statement("Ostra", "denied", $"that there was such a {thing}", Stance.Denies).Event("struck", "strike", actors: ["Norland"]).Build();

    [Fact]
    public void Apply_NoSuchThing_IsADenialOfWhatWasDoneToIt() => Denials(Struck("yard", "yard")).ShouldHaveSingleItem().Sides[1].Evidence.ShouldHaveSingleItem().Statement.ShouldNotBeNull();

    [Fact]
    public void Apply_NoOtherThing_IsNone() => Denials(Struck("treaty", "treaty")).ShouldBeEmpty();
}
