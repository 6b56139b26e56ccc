using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference.Nominals;

public sealed class ProtagonistTests
{
    private static string Report(string article, string last) => $"""
        # par
        A              a              DET   Definite=Ind  3  det    _
        52-year-old    52-year-old    ADJ   _             3  amod   _
        man            man            NOUN  Number=Sing   4  nsubj  _
        coughed        cough          VERB  _             0  root   _
        .              .              PUNCT _             4  punct  _

        The            the            DET   Definite=Def  2  det    _
        patient        patient        NOUN  Number=Sing   3  nsubj  _
        slept          sleep          VERB  _             0  root   _
        .              .              PUNCT _             3  punct  _

        The            the            DET   Definite=Def  2  det    _
        man            man            NOUN  Number=Sing   3  nsubj  _
        ate            eat            VERB  _             0  root   _
        .              .              PUNCT _             3  punct  _

        {article}      {article}      DET   _             2  det    _
        {last}         {last}         NOUN  Number=Sing   3  nsubj  _
        left           leave          VERB  _             0  root   _
        .              .              PUNCT _             3  punct  _
        """;

    [Fact]
    public void Annotate_OnePersonWithoutANameUnderSeveralNouns_IsOne() =>
        Read(Report("The", "patient")).Entities.Entities.Length.ShouldBe(1);

    [Theory]
    [InlineData("Another", "man")]
    [InlineData("The", "woman")]
    public void Annotate_SecondPersonOfTheSort_KeepsAllApart(string article, string last) =>
        Read(Report(article, last)).Entities.Entities.Length.ShouldBeGreaterThan(1);
}
