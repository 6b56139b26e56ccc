using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Quotations;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Quotations;

public sealed class QuotationFinderTests
{
    [Theory]
    [InlineData("She said “we go” and left.", "“we go”")]
    [InlineData("She said \"we go\" and left.", "\"we go\"")]
    [InlineData("She said «we go» and left.", "«we go»")]
    [InlineData("She said „we go“ and left.", "„we go“")]
    [InlineData("She said ‘we go’ and left.", "‘we go’")]
    [InlineData("She said ``we go'' and left.", "``we go''")]
    [InlineData("The drivers’ plan isn't ours.", "")]
    [InlineData("He was 6' tall in the '90s.", "")]
    [InlineData("She said “we never go", "“we never go")]
    [InlineData("She said “we go. “", "“we go. “")]
    [InlineData("She said “he told us ‘go’ then” twice.", "“he told us ‘go’ then”;‘go’")]
    [InlineData("\"We go, \"she said. \"We stay. \"He left.", "\"We go, \";\"We stay. \"")]
    [InlineData("\"We go. \"We stay,\" she said.", "\"We go.;\"We stay,\"")]
    [InlineData("\"We go, \"Bell said. He left. \"We stay, \"Lund said.", "\"We go, \";\"We stay, \"")]
    [InlineData("He said, \"Yes, \"to the questions. \"She did it, \"Bell said.", "\"Yes, \";\"She did it, \"")]
    [InlineData("\"We keep it here. \" The vote failed.", "\"We keep it here. \"")]
    [InlineData("\"Two met. 'We go,' Bell said. \"(Axis News) It rained.", "\"Two met. 'We go,' Bell said. \";'We go,'")]
    [InlineData("He called it ``a start,''Bell said of ``the plan''.", "``a start,'';``the plan''")]
    [InlineData("“We go, he said. “We stay,” she said.", "“We go, he said.;“We stay,”")]
    [InlineData("A board of 6'2\" and one of 7'1\" were cut.", "")]
    [InlineData("We go,\" he said. \"We stay,\" she said.", "\"We stay,\"")]
    [InlineData("”", "")]
    [InlineData("“", "")]
    public void Find_Marks_GivesTheQuotations(string text, string expected)
    {
        List<Quotation> found = QuotationFinder.Find(Report(text));

        string.Join(';', found.Select(q => text.Substring(q.Span.Start, q.Span.Length))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"Our boat is gone for good...\n\nit will not come back, \"she said amid the noise of the wind and the sea.\n\n\"We go home now. \"", "\"Our boat is gone for good...;it will not come back, \";\"We go home now. \"")]
    [InlineData("\"Our boat is gone for good...\n\nIt was theirs, \"the long way round is the way that they went.\n\n\"We go home now. \"", "\"Our boat is gone for good...;\"the long way round is the way that they went.;\"We go home now. \"")]
    public void Find_TailThatNamesTheSpeaker_ClosesTheWordsBeforeIt(string text, string expected)
    {
        List<Quotation> found = QuotationFinder.Find(Report(text));

        string.Join(';', found.Select(q => text.Substring(q.Span.Start, q.Span.Length))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("“We shall all go there now.\n\nIt has rained on us for weeks.\n\n“We never stay in the rain.”", "“We shall all go there now.;It has rained on us for weeks.;“We never stay in the rain.”")]
    [InlineData("“We shall all go there now.\n\nIt has rained on us for weeks.", "“We shall all go there now.;It has rained on us for weeks.")]
    [InlineData("“We shall all go there now.\n\nIt rained for many weeks. Then the snow came.\n\n“We never stay in the rain.”", "“We shall all go there now.;“We never stay in the rain.”")]
    [InlineData("She says “we shall all go there now.\n\nIt has rained on us for weeks.", "“we shall all go there now.")]
    public void Find_LinesBehindAnOpenMark_BelongToItUntilTheNextOpens(string text, string expected)
    {
        List<Quotation> found = QuotationFinder.Find(Report(text));

        string.Join(';', found.Select(q => text.Substring(q.Span.Start, q.Span.Length))).ShouldBe(expected);
    }

    [Fact]
    public void Find_ReopenedParagraph_ContinuesTheUnclosedOne()
    {
        List<Quotation> found = QuotationFinder.Find(Report("“We go.\n\n“We stay.”"));

        found.Select(static q => (q.Closed, q.Continues)).ShouldBe([(false, false), (true, true)]);
    }

    [Theory]
    [InlineData("“We go.\n\nWe run.\n\nWe stay,” she said.", "“We go.;We run.;We stay,”")]
    [InlineData("\"We go.\n\nWe stay, \"Bell said.", "\"We go.;We stay, \"")]
    [InlineData("\"We go.\n\nWe run.\n\nWe stay here all night, \"Bell said.\n\n\"We like it. \"", "\"We go.;We run.;We stay here all night, \";\"We like it. \"", 2)]
    [InlineData("\"They came....\n\nWe stay in, \"Bell, who lives in the north of the town, told a paper there.\n\n\"It is late. \"", "\"They came....;We stay in, \";\"It is late. \"", 1)]
    [InlineData("“We go.\n\nIt rained.\n\nBell said “we stay” twice.", "“We go.;“we stay”")]
    [InlineData("“We go.”\n\nIt rained.\n\nWe stay,” she said.", "“We go.”")]
    [InlineData("'We go.\n\nWe run.\n\nWe stay,' said Bell.", "'We go.;We run.;We stay,'")]
    [InlineData("Cold, she says 'We go.\n\nIt's late.'", "'We go.;It's late.'")]
    [InlineData("'We go.\n\nIt rained on the drivers' cars.", "")]
    [InlineData("'We go.\n\nBell said “we stay,' and left.", "“we stay,' and left.")]
    public void Find_ParagraphsThatOneLaterCloses_AreOneQuotation(string text, string expected, int continued = -1)
    {
        List<Quotation> found = QuotationFinder.Find(Report(text));

        string.Join(';', found.Select(q => text.Substring(q.Span.Start, q.Span.Length))).ShouldBe(expected);
        found.Skip(1).Take(continued < 0 ? found.Count : continued).ShouldAllBe(q => q.Continues == (!text.Contains("rained", StringComparison.Ordinal)));
        found.Skip(1).Skip(continued < 0 ? found.Count : continued).ShouldAllBe(static q => !q.Continues);
    }

    [Fact]
    public void Find_RandomMarks_StaysInsideTheText()
    {
        Random random = new(17);
        const string Alphabet = "ab “”\"'’‘„«».\n";
        for (int round = 0; round < 500; round++)
        {
            string text = "x" + string.Concat(Enumerable.Range(0, 60).Select(_ => Alphabet[random.Next(Alphabet.Length)])) + "y";
            foreach (Quotation q in QuotationFinder.Find(Report(text)))
            {
                (0 <= q.Span.Start && q.Span.End <= text.Length && q.Span.Contains(q.Inner)).ShouldBeTrue(text);
            }
        }
    }

    private static Report Report(string text) => TestReport.Of(new SourceText(text), TestReport.Paragraphs(text, false));
}
