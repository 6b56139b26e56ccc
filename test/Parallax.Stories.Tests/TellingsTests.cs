using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>What a report tells as done is a happening; what it wants, compares, tells of somebody or only names is none.</summary>
public sealed class TellingsTests
{
    // "Vale shut the yard" after "nearly"
    [Theory]
    [InlineData("soon", 1)]
    [InlineData("nearly", 0)]
    public void Build_WhatAlmostWas_IsNoHappening(string adverb, int count) => Count(
        $"""
        Vale       Vale      PROPN  _            3  nsubj
        {adverb}   {adverb}  ADV    _            3  advmod
        blocked    block     VERB   Tense=Past|VerbForm=Fin   0  root
        Quill      Quill     PROPN  _            3  obj
        .          .         PUNCT  _            3  punct
        """, "blocked", PloverType.COERCE).ShouldBe(count);

    // "praised Vale, who sued Quill in the 1990s": who he is; "… on Friday": what he did.
    [Theory]
    [InlineData("Friday", "2022-05-13", 1)]
    [InlineData("1990s", "199", 0)]
    public void Build_WhatSomebodyOnceDid_IsNoHappening(string time, string value, int count) => Count(
        $"""
        They       they      PRON   _            2  nsubj
        praised    praise    VERB   Tense=Past|VerbForm=Fin   0  root
        Vale       Vale      PROPN  _            2  obj
        ,          ,         PUNCT  _            6  punct
        who        who       PRON   PronType=Rel 6  nsubj
        sued       sue       VERB   Tense=Past|VerbForm=Fin   3  acl:relcl
        Quill      Quill     PROPN  _            6  obj
        on         on        ADP    _            9  case
        {time}     {time}    PROPN  _            6  obl
        .          .         PUNCT  _            2  punct
        """, "sued", PloverType.ACCUSE, (time, value)).ShouldBe(count);

    // "the poll has Vale beating Quill", "Vale left, beating Quill"
    [Theory]
    [InlineData(",", "advcl", 1)]
    [InlineData("today", "ccomp", 0)]
    public void Build_GerundOfAnotherVerb_IsNoHappening(string before, string relation, int count) => Count(
        $"""
        Vale       Vale      PROPN  _            2  nsubj
        left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
        {before}   {before}  {(before is "," ? "PUNCT" : "ADV")}  _   2  {(before is "," ? "punct" : "advmod")}
        beating    beat      VERB   VerbForm=Ger 2  {relation}
        Quill      Quill     PROPN  _            4  obj
        .          .         PUNCT  _            2  punct
        """, "beating", PloverType.NONE).ShouldBe(count);

    // "Vale attacked Quill", without place, time or means, is with words; a blow has a place.
    [Theory]
    [InlineData(ActorKind.Person, 0)]
    [InlineData(ActorKind.Group, 1)]
    public void Build_AttackBetweenTwoPersons_IsOneOfWords(ActorKind kind, int count) => Count(
        """
        Vale       Vale      PROPN  _            2  nsubj
        attacked   attack    VERB   Tense=Past|VerbForm=Fin   0  root
        Quill      Quill     PROPN  _            2  obj
        .          .         PUNCT  _            2  punct
        """, "attacked", PloverType.ASSAULT, kind: kind).ShouldBe(count);

    // "Vale captured Lanor" of a candidate, by votes; of an army with arms.
    [Theory]
    [InlineData(ActorKind.Person, 0)]
    [InlineData(ActorKind.Group, 1)]
    public void Build_PlaceThatAPersonCaptured_IsWonByVotes(ActorKind kind, int count) => Count(
        """
        Vale       Vale      PROPN  _            2  nsubj
        captured   capture   VERB   Tense=Past|VerbForm=Fin   0  root
        Quill      Quill     PROPN  _            2  obj
        .          .         PUNCT  _            2  punct
        """, "captured", PloverType.ASSAULT, kind: kind, other: ActorKind.Place).ShouldBe(count);

    // "the mood of Vale burned"
    [Theory]
    [InlineData("mood", 0)]
    [InlineData("boat", 1)]
    public void Build_WhatIsFelt_IsNoHappening(string noun, int count) => Count(
        $"""
        The        the       DET    _            2  det
        {noun}     {noun}    NOUN   _            5  nsubj
        of         of        ADP    _            4  case
        Vale       Vale      PROPN  _            2  nmod
        burned     burn      VERB   Tense=Past|VerbForm=Fin   0  root
        Quill      Quill     PROPN  _            5  obj
        on         on        ADP    _            8  case
        Friday     Friday    PROPN  _            5  obl
        .          .         PUNCT  _            5  punct
        """, "burned", PloverType.ASSAULT, ("Friday", "2022-05-13")).ShouldBe(count);

    // "on the channel's 'Meet the Mayor'"
    [Theory]
    [InlineData("Meet", "PROPN", 0)]
    [InlineData("met", "VERB", 1)]
    public void Build_WordOfAName_IsNoHappening(string word, string tag, int count) => Count(
        $"""
        Vale       Vale      PROPN  _            3  nsubj
        ''         ''        PUNCT  _            3  punct
        {word}     meet      VERB   Tense=Past|VerbForm=Fin   0  root
        Quill      Quill     PROPN  _            3  obj
        ''         ''        PUNCT  _            3  punct
        .          .         PUNCT  _            3  punct
        """, word, tag is "VERB" ? PloverType.CONSULT : PloverType.COOPERATE).ShouldBe(count);

    private static int Count(string table, string trigger, PloverType type, (string Words, string Value)? time = null, ActorKind kind = ActorKind.Person, ActorKind other = ActorKind.Person)
    {
        Sample sample = Sample.Of(table, "The Norland Post", "2022-05-20").Entity("Vale", kind).Entity("Quill", other);
        sample = time is { } when ? sample.Time(when.Words, when.Value) : sample;
        Account account = new AccountBuilder(new AccountOptions()).Build([sample.Event(trigger, trigger, type, time?.Value, Factuality.Happened, ["Vale"], ["Quill"]).Build()]).Account;
        return account.Happenings.Length;
    }
}
