using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Quotations;

public sealed class TranscriptsTests
{
    private const string Turn = """
        # par
        Mayor mayor NOUN Number=Sing 0 root _ _
        Brown Brown PROPN Number=Sing 1 appos B-Person _
        : : PUNCT _ 1 punct _ _
        I I PRON _ 5 nsubj _ _
        thank thank VERB Tense=Pres|VerbForm=Fin 1 parataxis _ _
        you you PRON _ 5 obj _ _
        . . PUNCT _ 1 punct _ _

        # par
        The the DET _ 2 det _ _
        dam dam NOUN Number=Sing 3 nsubj _ _
        held hold VERB Tense=Past|VerbForm=Fin 0 root _ _
        . . PUNCT _ 3 punct _ _

        # par
        We we PRON _ 2 nsubj _ _
        hope hope VERB Tense=Pres|VerbForm=Fin 0 root _ _
        it it PRON _ 4 nsubj _ _
        holds hold VERB Tense=Pres|VerbForm=Fin 2 ccomp _ _
        . . PUNCT _ 2 punct _ _

        # par
        The the DET _ 2 det _ _
        rain rain NOUN Number=Sing 3 nsubj _ _
        stopped stop VERB Tense=Past|VerbForm=Fin 0 root _ _
        . . PUNCT _ 3 punct _ _
        """;

    private const string Next = """


        # par
        Reporter reporter NOUN Number=Sing 0 root _ _
        : : PUNCT _ 1 punct _ _
        Our our PRON _ 4 nmod:poss _ _
        thanks thanks NOUN Number=Plur 1 parataxis _ _
        . . PUNCT _ 1 punct _ _
        """;

    [Theory]
    [InlineData("")]
    [InlineData(Next)]
    public void Find_TurnOfATranscript_GoesOnOverParagraphsUpToTheLastFirstPersonOrTheNextLabel(string behind)
    {
        Statement[] statements = [.. new StatementAnnotator().Find(ParsedReport.Of(Turn + behind)).Where(static s => s.Source.Text.Contains("Brown", StringComparison.Ordinal) || s.Source.Text is "We" or "I")];

        statements.Length.ShouldBe(1);
        statements[0].Manner.ShouldBe(Manner.Direct);
        statements[0].Content.Text.ShouldContain("dam held");
        statements[0].Content.Text.ShouldContain("it holds");
        statements[0].Content.Text.ShouldNotContain("rain");
        statements[0].Content.Text.ShouldNotContain("thanks");
    }
}
