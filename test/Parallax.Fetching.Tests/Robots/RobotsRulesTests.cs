using System.Text;
using Parallax.Fetching.Robots;
using Shouldly;
using Xunit;

namespace Parallax.Fetching.Tests.Robots;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("/open/a", true)]
    [InlineData("/shut/a", false)]
    [InlineData("/shut/but-this", true)]
    [InlineData("/print.pdf", false)]
    [InlineData("/print.pdf?x=1", true)]
    [InlineData("/a/b/c/secret", false)]
    [InlineData("/robots.txt", true)]
    public void Allows_LongestRuleDecides(string path, bool expected) =>
        Allows("User-agent: *\nDisallow: /shut/\nAllow: /shut/but-this\nDisallow: /*.pdf$\nDisallow: /a/*/secret # never\nDisallow:\n", path).ShouldBe(expected);

    [Fact]
    public void Allows_OfTwoRulesOfOneLength_TheOneThatAllowsDecides()
    {
        Allows("User-agent: *\nAllow: /page\nDisallow: /page\n", "/page").ShouldBeTrue();
        Allows("User-agent: *\nDisallow: /page\nAllow: /page\n", "/page").ShouldBeTrue();
    }

    [Fact]
    public void Allows_OwnGroups_AreJoinedAndShutOutTheGroupForAll()
    {
        const string File = "user-agent: *\ndisallow: /\n\nUser-Agent: other\nUser-agent: PARALLAX/9\nDisallow: /one\nCrawl-delay: 5\n\nUser-agent: parallax\nDisallow: /two\n";
        Allows(File, "/one").ShouldBeFalse();
        Allows(File, "/two").ShouldBeFalse();
        Allows(File, "/three").ShouldBeTrue();
        Allows(File.Replace("arallax", "roallax", StringComparison.OrdinalIgnoreCase), "/three").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/caf%C3%A9", "/café/x", false)]
    [InlineData("/café", "/caf%c3%a9/x", false)]
    [InlineData("/a%2Fb", "/a/b", true)]
    [InlineData("/%61bc", "/abc", false)]
    public void Allows_EncodedPaths_AreComparedInOneWriting(string rule, string path, bool expected) => Allows($"User-agent: *\nDisallow: {rule}\n", path).ShouldBe(expected);

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE }, "utf-16")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "utf-8")]
    public void Parse_FileWithMark_IsRead(byte[] mark, string encoding)
    {
        byte[] file = [.. mark, .. Encoding.GetEncoding(encoding).GetBytes("User-agent: *\r\nDisallow: /shut\r\n")];
        RobotsRules.Parse(file, "Parallax").Allows(new Uri("http://post.example/shut")).ShouldBeFalse();
    }

    [Fact]
    public void Parse_RandomBytesAndEndlessLines_DoNotThrow()
    {
        Random random = new(7);
        byte[] bytes = new byte[RobotsRules.LongestFile + 1000];
        random.NextBytes(bytes);
        RobotsRules.Parse(bytes, "Parallax").Allows(new Uri("http://post.example/x")).ShouldBeTrue();
        byte[] stars = Encoding.ASCII.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 500)) + "$\n");
        RobotsRules.Parse(stars, "Parallax").Allows(new Uri("http://post.example/" + new string('a', 3000) + "b")).ShouldBeTrue();
    }

    private static bool Allows(string file, string path) => RobotsRules.Parse(Encoding.UTF8.GetBytes(file), "Parallax").Allows(new Uri("http://post.example" + path));
}
