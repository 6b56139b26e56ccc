using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference.Nominals;

public sealed class CalledAgainTests
{
    private const string Came = """
        # par
        Karim    Karim    PROPN  Number=Sing  3  nsubj  B-Person
        Hadi     Hadi     PROPN  Number=Sing  1  flat   I-Person
        came     come     VERB   _            0  root   _
        .        .        PUNCT  _            3  punct  _

        """;

    private const string Met = """
        # par
        Karim    Karim    PROPN  Number=Sing  3  nsubj  B-Person
        Hadi     Hadi     PROPN  Number=Sing  1  flat   I-Person
        met      meet     VERB   _            0  root   _
        Ilka     Ilka     PROPN  Number=Sing  3  obj    B-Person
        Brenn    Brenn    PROPN  Number=Sing  4  flat   I-Person
        .        .        PUNCT  _            3  punct  _

        """;

    [Theory]
    [InlineData("retired", "candidate", true)]
    [InlineData("former", "secretary", true)]
    [InlineData("old", "judge", false)]
    public void Annotate_NounForWhomTheSentenceBeforeTellsOf_IsTheOneWhereItBringsInNobody(string modifier, string noun, bool expected) =>
        Called(Read(Came + "\n" + Left(modifier, noun)), "Karim Hadi").Contains($"The {modifier} {noun}").ShouldBe(expected);

    [Fact]
    public void Annotate_NounBehindASentenceOfTwo_IsLeftOpen() => Called(Read(Met + "\n" + Left("retired", "candidate")), "Karim Hadi").ShouldNotContain("The retired candidate");

    [Fact]
    public void Annotate_NounForSomebodyBroughtInBefore_IsNotThePersonNamed()
    {
        const string Unnamed = """
            A          a          DET    _            2  det    _
            candidate  candidate  NOUN   Number=Sing  3  nsubj  _
            lost       lose       VERB   _            0  root   _
            .          .          PUNCT  _            3  punct  _

            """;

        Called(Read("# par\n" + Unnamed + "\n" + Came["# par\n".Length..] + "\n" + Left("retired", "candidate")), "Karim Hadi").ShouldNotContain("The retired candidate");
    }

    [Theory]
    [InlineData("candidate", true)]
    [InlineData("judge", false)]
    public void Annotate_NounBehindAnOfficeThatANameStandsBehind_IsTheOneNamed(string noun, bool expected)
    {
        const string Runner = """
            # par
            Runner  runner  NOUN   Number=Sing  4  nsubj  _
            Karim   Karim   PROPN  Number=Sing  1  appos  B-Person
            Hadi    Hadi    PROPN  Number=Sing  2  flat   I-Person
            came    come    VERB   _            0  root   _
            .       .       PUNCT  _            4  punct  _

            """;

        Called(Read(Runner + "\n" + Left("retired", noun)), "Karim Hadi").Contains($"The retired {noun}").ShouldBe(expected);
    }

    [Theory]
    [InlineData("Lanor", "Karim Hadi")]
    [InlineData("Ostby", "Ilka Brenn")]
    public void Annotate_OfficeOfAPlace_IsItsHolderThere(string place, string expected)
    {
        AnnotatedReport report = Read($"""
            # par
            Ostby    Ostby    PROPN  Number=Sing  2  compound   B-City
            Sen.     Sen.     PROPN  Number=Sing  3  nmod:desc  _
            Ilka     Ilka     PROPN  Number=Sing  5  nsubj      B-Person
            Brenn    Brenn    PROPN  Number=Sing  3  flat       I-Person
            met      meet     VERB   _            0  root       _
            Lanor    Lanor    PROPN  Number=Sing  7  compound   B-City
            Sen.     Sen.     PROPN  Number=Sing  8  nmod:desc  _
            Karim    Karim    PROPN  Number=Sing  5  obj        B-Person
            Hadi     Hadi     PROPN  Number=Sing  8  flat       I-Person
            .        .        PUNCT  _            5  punct      _

            The      the      DET    _            3  det        _
            {place}  {place}  PROPN  Number=Sing  3  compound   B-City
            senator  senator  NOUN   Number=Sing  4  nsubj      _
            left     leave    VERB   _            0  root       _
            .        .        PUNCT  _            4  punct      _
            """);

        Called(report, expected).ShouldContain($"The {place} senator");
    }

    private static string Left(string modifier, string noun) => $"""
        The         the         DET    _            3  det    _
        {modifier}  {modifier}  ADJ    _            3  amod   _
        {noun}      {noun}      NOUN   Number=Sing  4  nsubj  _
        left        leave       VERB   _            0  root   _
        .           .           PUNCT  _            4  punct  _
        """;
}
