using Parallax.Core.Text;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Quotations;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Quotations;

public sealed class PastedBlocksTests
{
    [Theory]
    [InlineData("It rained.\n\n\"The yard closed at noon, Bell said.\n\n'We go,' he said. \"(Axis News article)\n\nIt rained.", "Axis News", "'We go,'")]
    [InlineData("It rained.\n\n\"The yard closed at noon, Bell said.\n\n'We go,' he said. (Axis News article)\n\nIt rained.", "Axis News", "'We go,'")]
    [InlineData("It rained.\n\n“The yard closed at noon, Bell said.\n\nEarly on, he said, it rained.” (Axis story)\n\nIt rained.", "Axis", "")]
    public void Find_ParagraphsBetweenMarksWithACreditBehindThem_AreAllOfThatOutlet(string text, string outlet, string quotations)
    {
        (PastedBlocks pasted, List<Quotation> found) = PastedBlocks.Find(TestReport.Of(new SourceText(text), TestReport.Paragraphs(text, false)));

        string? Credit(string words) => pasted.CreditOf(text.IndexOf(words, StringComparison.OrdinalIgnoreCase)) is { } span ? text.Substring(span.Start, span.Length) : null;
        Credit("yard").ShouldBe(outlet);
        Credit("he said").ShouldBe(outlet);
        pasted.CreditOf(0).ShouldBeNull();
        pasted.CreditOf(text.Length - 3).ShouldBeNull();
        string.Join(';', found.Select(q => text.Substring(q.Span.Start, q.Span.Length))).ShouldBe(quotations);
    }

    [Theory]
    [InlineData("“We go,” he said.\n\nThe yard closed at noon, Bell said. (Axis News article)")]
    [InlineData("The yard closed at noon.\n\nBell said it rained. (Axis News article)")]
    [InlineData("“The yard closed at noon.\n\nIt rained (in the north).”")]
    public void Find_ParagraphsThatNoMarkOpensOrNoCreditEnds_AreNotPasted(string text)
    {
        (PastedBlocks pasted, _) = PastedBlocks.Find(TestReport.Of(new SourceText(text), TestReport.Paragraphs(text, false)));

        pasted.CreditOf(text.IndexOf("yard", StringComparison.Ordinal)).ShouldBeNull();
    }
}
