using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Pipeline;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Certainty;

public sealed class StatementCertaintyTests
{
    private const string Plain = """
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        that that SCONJ _ 7 mark _
        the the DET _ 6 det _
        dam dam NOUN Number=Sing 7 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
        . . PUNCT _ 3 punct _
        """;

    private const string NounCue = """
        # par
        The the DET _ 2 det _
        town town NOUN Number=Sing 3 nsubj _
        heard hear VERB VerbForm=Fin|Tense=Past 0 root _
        claims claim NOUN Number=Plur 3 obj _
        that that SCONJ _ 8 mark _
        the the DET _ 7 det _
        dam dam NOUN Number=Sing 8 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 4 acl _
        . . PUNCT _ 3 punct _
        """;

    [Fact]
    public void Find_NameThatSaysAClause_IsSurerThanNobodysNoun()
    {
        double said = Certainty(Plain), claimed = Certainty(NounCue);

        said.ShouldBeGreaterThan(0.5);
        claimed.ShouldBeLessThan(said);
    }

    [Fact]
    public void FindWithTraits_EveryStatement_HasItsTraitsOnceEach()
    {
        (Layer<Statement> statements, IReadOnlyDictionary<string, List<string>> traits) = new StatementAnnotator().FindWithTraits(ParsedReport.Of(Plain));
        Statement statement = statements.ShouldHaveSingleItem();

        traits[statement.Id].ShouldBeUnique();
        traits[statement.Id].ShouldContain("cue-say");
        traits[statement.Id].ShouldNotContain("nested");
    }

    [Fact]
    public void Weights_EveryLine_IsANameAndANumberAndNoneComesTwice()
    {
        string[][] lines = [.. LanguageData.Lines("en/statements/certainty.txt").Select(static l => l.Split(' '))];

        Array.TrueForAll(lines, static l => l.Length == 2 && double.TryParse(l[1], NumberStyles.Float, CultureInfo.InvariantCulture, out _)).ShouldBeTrue();
        lines.Select(static l => l[0]).ShouldBeUnique();
        lines[0][0].ShouldBe("bias");
    }

    private static double Certainty(string table) => new StatementAnnotator().Find(ParsedReport.Of(table)).ShouldHaveSingleItem().Certainty.ShouldNotBeNull();
}
