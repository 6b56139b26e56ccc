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

    // "Vale was fined $5 over a spill between May and June": what the sum is for; "Vale was fined 5 boats" measures nothing
    [Theory]
    [InlineData("EUR", "Vale was fined forty over a spill")]
    [InlineData("boat", null)]
    public void Build_SumOfNothingNamed_MeasuresItsClause(string unit, string? expected)
    {
        Sample sample = Sample.Of(
            """
            Vale       Vale      PROPN  _            3  nsubj:pass
            was        be        AUX    VerbForm=Fin 3  aux:pass
            fined      fine      VERB   Tense=Past|VerbForm=Part   0  root
            forty      forty     NUM    _            3  obj
            over       over      ADP    _            7  case
            a          a         DET    _            7  det
            spill      spill     NOUN   _            3  obl
            between    between   ADP    _            9  case
            May        May       PROPN  _            7  nmod
            and        and       CCONJ  _            11 cc
            June       June      PROPN  _            9  conj
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-05-20").Entity("Vale", ActorKind.Organization).Figure("forty", 40, unit);
        Account account = new AccountBuilder(new AccountOptions()).Build([sample.Build()]).Account;

        account.Figures.Select(static f => f.Measures?.Text).ShouldBe(expected is null ? [] : [expected]);
    }

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

    // "The guild cost millions": whose money it is does not tell what it was for; the clause does.
    [Theory]
    [InlineData("Guild", "Guild cost millions")]
    [InlineData("Boats", "Boats")]
    public void Build_SumOfSomebody_MeasuresItsClause(string measures, string expected)
    {
        Sample sample = Sample.Of(
            $"""
            {measures} {measures} PROPN _            2  nsubj
            cost       cost      VERB   Tense=Past|VerbForm=Fin   0  root
            millions   million   NOUN   _            2  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-05-20").Entity(measures, measures is "Guild" ? ActorKind.Organization : ActorKind.Product).Figure("millions", 2e6, "USD", measures: measures, entity: measures);

        new AccountBuilder(new AccountOptions()).Build([sample.Build()]).Account.Figures.ShouldHaveSingleItem().Measures!.Text.ShouldBe(expected);
    }

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
