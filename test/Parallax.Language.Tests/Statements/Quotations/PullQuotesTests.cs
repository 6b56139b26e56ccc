using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Quotations;

/// <summary>Paragraphs that repeat words of the text.</summary>
public sealed class PullQuotesTests
{
    private const string Words = """
        “ “ PUNCT _ 3 punct _
        We we PRON Number=Plur|Person=1 3 nsubj _
        stay stay VERB VerbForm=Fin|Tense=Pres 0 root _
        here here ADV _ 3 advmod _
        for for ADP _ 6 case _
        good good NOUN Number=Sing 3 obl _
        until until SCONJ _ 9 mark _
        help help NOUN Number=Sing 9 nsubj _
        comes come VERB VerbForm=Fin|Tense=Pres 3 advcl _
        . . PUNCT _ 3 punct _
        ” ” PUNCT _ 3 punct _
        """;

    private const string Said = """
        “ “ PUNCT _ 3 punct _
        We we PRON Number=Plur|Person=1 3 nsubj _
        stay stay VERB VerbForm=Fin|Tense=Pres 14 ccomp _
        here here ADV _ 3 advmod _
        for for ADP _ 6 case _
        good good NOUN Number=Sing 3 obl _
        until until SCONJ _ 9 mark _
        help help NOUN Number=Sing 9 nsubj _
        comes come VERB VerbForm=Fin|Tense=Pres 3 advcl _
        , , PUNCT _ 3 punct _
        ” ” PUNCT _ 3 punct _
        Ada Ada PROPN Number=Sing 14 nsubj B-Person
        Brown Brown PROPN Number=Sing 12 flat I-Person
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        on on ADP _ 16 case _
        Friday Friday PROPN Number=Sing 14 obl _
        . . PUNCT _ 14 punct _
        """;

    private const string Other = """
        # par
        Ben Ben PROPN Number=Sing 3 nsubj B-Person
        Lund Lund PROPN Number=Sing 1 flat I-Person
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 5 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
        . . PUNCT _ 3 punct _
        """;

    [Fact]
    public void Find_ParagraphThatRepeatsQuotedWords_IsNoStatement()
    {
        Statement[] statements = Find($"{Other}\n\n# par\n{Words}\n\n# par\n{Said}");

        statements.Count(static s => s.Content.Text.Contains("stay", StringComparison.Ordinal)).ShouldBe(1);
        statements.Single(static s => s.Content.Text.Contains("stay", StringComparison.Ordinal)).Source.Name.ShouldBe("Ada Brown");
    }

    [Fact]
    public void Find_ParagraphOfWordsThatNobodyElseHas_IsAStatement() =>
        Find($"{Other}\n\n# par\n{Words}").Count(static s => s.Content.Text.Contains("stay", StringComparison.Ordinal)).ShouldBe(1);

    private static Statement[] Find(string parse) => [.. new StatementAnnotator().Find(new CoreferenceAnnotator().Annotate(ParsedReport.Of(parse)))];
}
