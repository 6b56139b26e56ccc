using Parallax.Core.Accounts;
using Parallax.Export.Terminal;
using Parallax.Export.Tests.Json;
using Parallax.Export.Tests.Sample;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Terminal;

public sealed class TerminalRendererTests
{
    [Theory]
    [InlineData("spill")]
    [InlineData("empty")]
    [InlineData("one-report")]
    public void Write_PlainText_IsAsApproved(string name) =>
        Approved.Check($"terminal.{name}.approved.txt", Approved.Render("terminal", AccountJsonTests.Named(name)));

    [Fact]
    public void Write_WithoutColour_HoldsNoControlCharacter()
    {
        string text = Approved.Render("terminal", SpillAccount.Make());

        text.Where(unit => char.IsControl(unit) && unit != '\n').ShouldBeEmpty();
        text.ShouldContain("␛[0m came from");
    }

    [Fact]
    public void Write_WithColour_EscapesOnlyOwnStyles()
    {
        string text = Approved.Render("terminal", SpillAccount.Make(), new RenderOptions { Colour = true });

        text.ShouldContain("\u001b[1m");
        text.ShouldNotContain("\u001b[0m came from");
        text.ShouldContain("␛[0m came from");
    }

    [Fact]
    public void Write_NarrowTerminal_KeepsToItsWidth()
    {
        string text = Approved.Render("terminal", SpillAccount.Make(), new RenderOptions { Width = 50 });

        text.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(50);
    }

    [Theory]
    [InlineData("a\nb\tc", "a b c")]
    [InlineData("\u001b]0;title\u0007", "␛]0;title␇")]
    [InlineData("\u009b31m", "\uFFFD31m")]
    [InlineData("abc\u202Edef", "abc\uFFFDdef")]
    [InlineData("Größe 🚢", "Größe 🚢")]
    public void Clean_HostileText_IsHarmless(string text, string expected) => TerminalText.Clean(text).ShouldBe(expected);

    [Fact]
    public void Write_DanglingIds_StillWrites()
    {
        Account spill = SpillAccount.Make();
        Account torn = spill with { Statements = [], Events = [], Entities = [], Origins = [] };

        foreach (IAccountRenderer renderer in AccountRenderers.All)
        {
            Approved.Render(renderer.Name, torn).ShouldNotBeNull();
            Approved.Render(renderer.Name, spill with { Reports = [] }).ShouldNotBeNull();
        }
    }
}
