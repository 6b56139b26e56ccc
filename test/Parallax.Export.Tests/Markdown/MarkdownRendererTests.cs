using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Parallax.Export.Markdown;
using Parallax.Export.Tests.Json;
using Parallax.Export.Tests.Sample;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Markdown;

public sealed class MarkdownRendererTests
{
    // Everything on: footnotes, tables, autolinks, task lists, math, emphasis extras.
    private static readonly MarkdownPipeline Everything = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseEmojiAndSmiley().Build();

    [Theory]
    [InlineData("spill")]
    [InlineData("empty")]
    [InlineData("one-report")]
    public void Write_AnyAccount_IsAsApproved(string name) =>
        Approved.Check($"markdown.{name}.approved.md", Approved.Render("markdown", AccountJsonTests.Named(name)));

    [Fact]
    public void Write_HostileReport_HasNoLinkImageOrHtml()
    {
        Markdig.Syntax.MarkdownDocument document = Markdig.Markdown.Parse(Approved.Render("markdown", SpillAccount.Make()), Everything);

        document.Descendants<LinkInline>().ShouldBeEmpty();
        document.Descendants<AutolinkInline>().ShouldBeEmpty();
        document.Descendants<HtmlInline>().ShouldBeEmpty();
        document.Descendants<HtmlBlock>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("![a](http://evil.example/x.png)")]
    [InlineData("see https://evil.example/ and www.evil.example or a@b.example")]
    [InlineData("mailto:a@b.example tel:112 ftp://x.example")]
    [InlineData("<https://evil.example> <img src=x onerror=alert(1)> <!-- x -->")]
    [InlineData("&lt;script&gt; &#60;b&#62;")]
    [InlineData("[^1] [x]: http://evil.example")]
    [InlineData("`code` **bold** _it_ ~~no~~ $x$ ^up^ {.class}")]
    [InlineData("| a | b |\n|---|---|\n# heading")]
    [InlineData("back\\[slash](http://evil.example)")]
    public void Escape_HostileText_StaysText(string text)
    {
        Markdig.Syntax.MarkdownDocument document = Markdig.Markdown.Parse("- “" + MarkdownText.Escape(text) + "” end", Everything);

        foreach (Inline inline in document.Descendants<Inline>())
        {
            inline.ShouldBeAssignableTo<Inline>();
            (inline is LiteralInline or ContainerInline { Parent: null } or LineBreakInline or HtmlEntityInline).ShouldBeTrue($"{inline.GetType().Name} came of: {text}");
        }

        document.Descendants<HtmlEntityInline>().ShouldBeEmpty();
        document.Descendants<HeadingBlock>().ShouldBeEmpty();
    }

    [Fact]
    public void Write_Endnotes_EachIsCitedAndDefined()
    {
        string text = Approved.Render("markdown", SpillAccount.Make());
        string[] defined = [.. text.Split('\n').Where(line => line.StartsWith("[^", StringComparison.Ordinal)).Select(line => line[..(line.IndexOf(']', StringComparison.Ordinal) + 1)])];

        defined.ShouldNotBeEmpty();
        foreach (string note in defined)
        {
            text.ShouldContain(note + ":");
            (text.Split(note).Length - 1).ShouldBeGreaterThan(1, note);
        }
    }
}
