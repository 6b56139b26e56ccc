using Parallax.Core.Identity;
using Shouldly;
using Xunit;

namespace Parallax.Core.Tests.Identity;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://post.example/quay?page=2", "https://post.example/quay?page=2")]
    [InlineData("HTTP://Post.Example:8080/a#top", "http://post.example:8080/a")]
    [InlineData("https://bücher.example/", "https://bücher.example/")]
    [InlineData("https://post.example", "https://post.example/")]
    public void TryParse_WebAddress_IsReadWithoutFragment(string text, string expected)
    {
        WebAddress.TryParse(text, out Uri? address, out _).ShouldBeTrue();
        address!.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("post.example/quay")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://post.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("\\\\host\\share")]
    [InlineData("c:\\reports\\a.html")]
    [InlineData("http://good.example@127.0.0.1/")]
    [InlineData("http://user:word@post.example/")]
    [InlineData("http://post.example\\@127.0.0.1/")]
    [InlineData("http://post.exa\tmple/")]
    [InlineData("http://post.example/\nHost: other")]
    [InlineData(" http://post.example/")]
    [InlineData("http:///path")]
    [InlineData("http://#@post.example/")]
    [InlineData("http://１２７.0.0.1/")]
    [InlineData("http://post。example/")]
    [InlineData("http://ⓛocalhost/")]
    [InlineData("http://po%73t.example/")]
    public void TryParse_AnythingElse_IsRefusedWithAReason(string text)
    {
        WebAddress.TryParse(text, out Uri? address, out string? refusal).ShouldBeFalse();
        address.ShouldBeNull();
        refusal.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void TryParse_AddressOverTheLimit_IsRefused()
    {
        string most = "http://post.example/" + new string('a', WebAddress.LongestAddress - "http://post.example/".Length);
        WebAddress.TryParse(most, out _, out _).ShouldBeTrue();
        WebAddress.TryParse(most + "a", out _, out _).ShouldBeFalse();
    }
}
