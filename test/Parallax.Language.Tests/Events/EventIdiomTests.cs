using Parallax.Core.Accounts;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>Figures of speech and talk of people's own bodies beside the deeds in the same words.</summary>
public sealed class EventIdiomTests
{
    [Theory]
    [InlineData("fame", false)]
    [InlineData("Karim", true)]
    public void Annotate_ShotToFame_IsNoShot(string target, bool shot) => Types($"""
        # par
        Maro        Maro         PROPN  Number=Sing                          2   nsubj        B-Person
        shot        shoot        VERB   Tense=Past|VerbForm=Fin              0   root         _
        {(shot ? "at" : "to")} {(shot ? "at" : "to")} ADP _                  4   case         _
        {target}    {target}     {(shot ? "PROPN" : "NOUN")} Number=Sing     2   obl          {(shot ? "B-Person" : "_")}
        .           .            PUNCT  _                                    2   punct        _
        """).Contains(PloverType.ASSAULT).ShouldBe(shot);

    [Theory]
    [InlineData("is", "dying", "VerbForm=Ger", 0)]
    [InlineData("has", "died", "Tense=Past|VerbForm=Part", 1)]
    public void Annotate_WhoeverIsDying_HasNotDied(string auxiliary, string form, string features, int deaths) => Types($"""
        # par
        Maro        Maro         PROPN  Number=Sing                          3   nsubj        B-Person
        {auxiliary} {(deaths == 0 ? "be" : "have")} AUX Tense=Pres|VerbForm=Fin 3 aux        _
        {form}      die          VERB   {features}                           0   root         _
        .           .            PUNCT  _                                    3   punct        _
        """).Length.ShouldBe(deaths);

    [Fact]
    public void Annotate_OwnKneeInjured_IsNoAttack() => Types("""
        # par
        Maro        Maro         PROPN  Number=Sing                          2   nsubj        B-Person
        injured     injure       VERB   Tense=Past|VerbForm=Fin              0   root         _
        his         his          PRON   Poss=Yes                             4   nmod:poss    _
        knee        knee         NOUN   Number=Sing                          2   obj          _
        .           .            PUNCT  _                                    2   punct        _
        """).ShouldBe([PloverType.NONE]);

    [Theory]
    [InlineData("Maro", "PROPN", "Number=Sing", "B-Person", "himself", false)]
    [InlineData("Students", "NOUN", "Number=Plur", "_", "road", true)]
    [InlineData("Students", "NOUN", "Number=Plur", "_", "themselves", true)]
    public void Annotate_ManWhoBarricadesHimself_IsNoProtest(string who, string tag, string features, string name, string what, bool protest) => Types($"""
        # par
        {who}       {who}        {tag}  {features}                           2   nsubj        {name}
        barricaded  barricade    VERB   Tense=Past|VerbForm=Fin              0   root         _
        {what}      {what}       {(protest ? "NOUN" : "PRON")} _             2   obj          _
        .           .            PUNCT  _                                    2   punct        _
        """).Contains(PloverType.PROTEST).ShouldBe(protest);

    [Theory]
    [InlineData("could", false)]
    [InlineData("_", true)]
    public void Annotate_SuggestionOfWhatCouldBe_AsksNothing(string auxiliary, bool asks) => Types($"""
        # par
        Maro        Maro         PROPN  Number=Sing                          2   nsubj        B-Person
        suggested   suggest      VERB   Tense=Past|VerbForm=Fin              0   root         _
        that        that         SCONJ  _                                    6   mark         _
        Spain       Spain        PROPN  Number=Sing                          6   nsubj        B-Country
        {(asks ? "also also ADV _ 6 advmod _" : $"{auxiliary} {auxiliary} AUX VerbForm=Fin 6 aux _")}
        leave       leave        VERB   VerbForm=Inf                         2   ccomp        _
        .           .            PUNCT  _                                    2   punct        _
        """).Contains(PloverType.REQUEST).ShouldBe(asks);
}
