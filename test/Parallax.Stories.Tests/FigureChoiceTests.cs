using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Figures of an account measure something that is named, and it is known who counted.</summary>
public sealed class FigureChoiceTests
{
    [Theory]
    [InlineData("boats", "boat", true)]
    [InlineData(null, "boat", false)]
    [InlineData(null, "EUR", true)]
    public void Build_FigureOfNothing_IsNotToldUnlessItIsMoney(string? measures, string unit, bool isTold) => Tells(Boats("sank", "two"), "two", 2, unit, measures).ShouldBe(isTold);

    // "I counted forty boats": the report's own count; "Vale counted forty boats" is not
    [Theory]
    [InlineData("I", "PRON", true)]
    [InlineData("Vale", "PROPN", false)]
    public void Build_NumberThatTheWriterCounted_IsTold(string who, string tag, bool isTold) => Tells(Sample.Of(
        $"""
        {who}      {who}     {tag}  _            2  nsubj
        counted    count     VERB   Tense=Past|VerbForm=Fin   0  root
        forty      forty     NUM    _            4  nummod
        boats      boat      NOUN   _            2  obj
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-05-20"), "forty", 40, "boat", "boats").ShouldBe(isTold);

    // "two ways to", "two boats"
    [Theory]
    [InlineData("way", false)]
    [InlineData("boat", true)]
    public void Build_SmallCountOfManner_IsNotTold(string unit, bool isTold) => Tells(Boats("sank", "two"), "two", 2, unit, "boats").ShouldBe(isTold);

    // "says two boats sank" of nobody that is read to say it; "the two boats sank"
    [Theory]
    [InlineData("estimates", "estimate", false)]
    [InlineData("regrets", "regret", true)]
    public void Build_NumberInWhatSomebodyGives_IsNotThatOfTheReport(string verb, string lemma, bool isTold) => Tells(Sample.Of(
        $"""
        Vale       Vale      PROPN  _            2  nsubj
        {verb}     {lemma}   VERB   Tense=Pres|VerbForm=Fin   0  root
        that       that      SCONJ  _            6  mark
        forty      forty     NUM    _            5  nummod
        boats      boat      NOUN   _            6  nsubj
        sank       sink      VERB   Tense=Past|VerbForm=Fin   2  ccomp
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-05-20").Entity("Vale", ActorKind.Person), "forty", 40, "boat", "boats").ShouldBe(isTold);

    // "the northern half of the lake"
    [Theory]
    [InlineData("northern", "ADJ", false)]
    [InlineData("over", "ADP", true)]
    public void Build_HalfThatIsAPart_IsNotTold(string before, string tag, bool isTold) => Tells(Sample.Of(
        $"""
        Storms     storm     NOUN   _            2  nsubj
        hit        hit       VERB   Tense=Past|VerbForm=Fin   0  root
        {before}   {before}  {tag}  _            4  amod
        half       half      NOUN   _            2  obj
        of         of        ADP    _            6  case
        Lanor      Lanor     PROPN  _            4  nmod
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-05-20"), "half", 0.5, "lanor", "Lanor").ShouldBe(isTold);

    // "A poll was held. 40 percent of weavers back Vale": the poll counted.
    [Theory]
    [InlineData("poll", false)]
    [InlineData("feast", true)]
    public void Build_ShareBehindAPoll_IsNotThatOfTheReport(string noun, bool isTold) => Tells(Sample.Of(
        $"""
        A          a         DET    _            2  det
        {noun}     {noun}    NOUN   _            3  nsubj
        began      begin     VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            3  punct

        Forty      forty     NUM    _            2  nummod
        percent    percent   NOUN   _            5  nsubj
        of         of        ADP    _            4  case
        weavers    weaver    NOUN   _            2  nmod
        back       back      VERB   Tense=Pres|VerbForm=Fin   0  root
        Vale       Vale      PROPN  _            5  obj
        .          .         PUNCT  _            5  punct
        """, "The Norland Post", "2022-05-20"), "Forty percent", 40, "percent", "weavers").ShouldBe(isTold);

    // "The guild cost millions": of the guild's money nobody is told what it was for.
    [Theory]
    [InlineData("Guild", false)]
    [InlineData("Boats", true)]
    public void Build_SumOfSomebody_MeasuresNothing(string measures, bool isTold) => Tells(Sample.Of(
        $"""
        {measures} {measures} PROPN _            2  nsubj
        cost       cost      VERB   Tense=Past|VerbForm=Fin   0  root
        millions   million   NOUN   _            2  obj
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-05-20").Entity(measures, measures is "Guild" ? ActorKind.Organization : ActorKind.Product), "millions", 2e6, "USD", measures, measures).ShouldBe(isTold);

    private static Sample Boats(string verb, string number) => Sample.Of(
        $"""
        {number}   {number}  NUM    _            2  nummod
        boats      boat      NOUN   _            3  nsubj
        {verb}     sink      VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            3  punct
        """, "The Norland Post", "2022-05-20");

    private static bool Tells(Sample sample, string words, double value, string unit, string? measures, string? entity = null) =>
        new AccountBuilder(new AccountOptions()).Build([sample.Figure(words, value, unit, measures: measures, entity: entity).Build()]).Account.Figures.Length > 0;
}
