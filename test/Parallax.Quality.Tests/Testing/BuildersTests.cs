using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Quality.Tests.Testing;

/// <summary>The aids that other tests stand on.</summary>
public sealed class BuildersTests
{
    private const string Table = """
        # title
        Talks  talk  NOUN   _  2  nsubj
        fail   fail  VERB   _  0  root

        # par
        "      "     PUNCT  _  4  punct  _         B-content
        Lena   Lena  PROPN  _  4  nsubj  B-Person  I-content
        Berra  Berra PROPN  _  2  flat   I-Person  I-content
        left   leave VERB   _  0  root   _         I-content
        "      "     PUNCT  _  4  punct  _         I-content
        .      .     PUNCT  _  4  punct
        """;

    [Fact]
    public void Of_Table_BuildsTextLayersAndBlocks()
    {
        AnnotatedReport report = ParsedReport.Of(Table, published: "2020-02-02");
        report.Report.Text.Text.ShouldBe("Talks fail\n\n\"Lena Berra left\".");
        report.Report.Title.ShouldBe("Talks fail");
        report.Tokens.Sentences.Select(static s => s.Part).ShouldBe([TextPart.Title, TextPart.Body]);
        report.Names.ShouldHaveSingleItem().Kind.ShouldBe(NameKind.Person);
        report.Report.Text.Slice(report.Names[0].Span).ShouldBe("Lena Berra");
        report.Get(ReportLayers.AttributionRoles)[3].ShouldBe("I-content");
        SpanChecks.Check(report);
    }

    [Fact]
    public void Over_GivenText_FindsTheWords()
    {
        AnnotatedReport report = ParsedReport.Over("Rain,  rain.", "Rain rain NOUN _ 0 root\n, , PUNCT _ 3 punct\nrain rain NOUN _ 1 conj\n. . PUNCT _ 1 punct");
        report.Tokens.Span(2).ShouldBe(new TextSpan(7, 4));
        SpanChecks.Check(report);
    }

    [Theory]
    [InlineData("Rain rain NOUN _ 0")]
    [InlineData("Rain rain RAIN _ 0 root")]
    [InlineData("Rain rain NOUN _ 7 root")]
    public void Of_BadLine_Throws(string table) => Should.Throw<FormatException>(() => ParsedReport.Of(table));

    [Fact]
    public void Parse_NestedMarksAndPlainBrackets_GivesSpans()
    {
        MarkedText marked = MarkedText.Parse("[source:Ada] said [content:it [sic] was [place:here]].");
        marked.Text.ShouldBe("Ada said it [sic] was here.");
        marked.Span("content").ShouldBe(TextSpan.FromBounds(9, 26));
        marked.Spans("place").ShouldBe([TextSpan.FromBounds(22, 26)]);
        MarkedText.Write(marked.Text, marked.Marks).ShouldBe("[source:Ada] said [content:it [sic] was [place:here]].");
    }

    [Fact]
    public void Parse_OpenMark_Throws() => Should.Throw<FormatException>(() => MarkedText.Parse("[source:Ada said"));

    [Fact]
    public void CheckTokens_HeadInAnotherSentence_Throws()
    {
        AnnotatedReport report = ParsedReport.Of(Table);
        TokenLayer t = report.Tokens;
        int[] heads = t.Heads.ToArray();
        heads[2] = 0;
        TokenLayer bad = new(t.Text, t.Sentences, t.Starts.ToArray(), t.Ends.ToArray(), t.Tags.ToArray(), t.Features.ToArray(), t.Lemmas.ToArray(), heads, t.Relations.ToArray());
        Should.Throw<InvalidOperationException>(() => SpanChecks.CheckTokens(report.Report, bad)).Message.ShouldContain("a head lies in the sentence");
    }

    [Fact]
    public void CheckQuote_OtherWords_ThrowsWithThePlaceMarked() =>
        Should.Throw<InvalidOperationException>(() => SpanChecks.CheckQuote(new SourceText("one two"), new TextSpan(4, 3), "too")).Message.ShouldContain("[here:two]");
}
