using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Parallax.Intake.Containers;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Containers;

public sealed class ArchiveTests
{
    private const string Words = "The harbour office closed the quay on Monday, the mayor said.";

    [Fact]
    public void ReadAll_Zip_GivesEachMemberUnderItsName()
    {
        DocumentResults results = DocumentResults.Of(Zip(("a/one.txt", Words + " One."), ("feed.xml", $"<rss version='2.0'><channel><item><title>T</title><description>{Words}</description></item></channel></rss>"), ("a/", ""), ("__MACOSX/x", "y")));
        results.Reports.Select(static report => report.Files[0]).ShouldBe(["input#a/one.txt", "input#feed.xml#1"]);
        results.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void ReadAll_PageSavedWhole_LeavesItsPartsOut()
    {
        DocumentResults results = DocumentResults.Of(Zip(("page.html", $"<html><body><p>{Words}</p></body></html>"), ("page_files/style.css", "a { color: red }"), ("page_files/frame.html", "<p>" + Words + "</p>"), ("logo.png", "\u0089PNG\0\0\0\0\0\0")));
        results.Reports.ShouldHaveSingleItem().Files[0].ShouldBe("input#page.html");
        results.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0129");
    }

    [Fact]
    public void ReadAll_TarGz_GivesFilesAndCountsLinks()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        using (TarWriter tar = new(gzip))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "./one.txt") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(Words)) });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link.txt") { LinkName = "/etc/passwd" });
        }

        DocumentResults results = DocumentResults.Of(packed.ToArray());
        results.Reports.ShouldHaveSingleItem().Files[0].ShouldBe("input#one.txt");
        results.Findings.ShouldHaveSingleItem().Message.ShouldContain("1 links, devices");
    }

    [Theory]
    [InlineData("../../x.txt")]
    [InlineData("/etc/x.txt")]
    [InlineData("C:\\x.txt")]
    [InlineData("a\0b.txt")]
    [InlineData("CON")]
    [InlineData("\u001b[31mred.txt")]
    public void ReadAll_NamesOfMembers_AreOnlyWords(string member)
    {
        string before = string.Join('|', Directory.EnumerateFileSystemEntries(Environment.CurrentDirectory).Order(StringComparer.Ordinal));
        string name = DocumentResults.Of(Zip((member, Words))).Reports.ShouldHaveSingleItem().Files[0];
        name.ShouldStartWith("input#");
        name.Any(char.IsControl).ShouldBeFalse();
        string.Join('|', Directory.EnumerateFileSystemEntries(Environment.CurrentDirectory).Order(StringComparer.Ordinal)).ShouldBe(before);
    }

    [Fact]
    public void ReadAll_LongName_IsCut() => MemberNames.Of("a", new string('x', 4096)).Length.ShouldBeLessThan(210);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void ReadAll_ZipsInZips_AreOpenedToTheLimit(int layers, bool read)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Words);
        for (int i = 0; i < layers; i++)
        {
            bytes = Zip((i == 0 ? "a.txt" : "a.zip", bytes));
        }

        DocumentResults results = DocumentResults.Of(bytes);
        results.Reports.Length.ShouldBe(read ? 1 : 0);
        results.Findings.Any(static f => f.Id == "PX0128").ShouldBe(!read);
    }

    [Fact]
    public void ReadAll_ZipBomb_IsRefusedAndItsNeighboursAreRead()
    {
        DocumentResults results = DocumentResults.Of(Zip(("bomb.txt", new string('a', 8 << 20)), ("one.txt", Words)));
        results.Reports.ShouldHaveSingleItem().Files[0].ShouldBe("input#one.txt");
        results.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0128");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ReadAll_GzipBomb_IsRefused(bool seekable)
    {
        byte[] packed = Gzip(Encoding.UTF8.GetBytes(new string('a', 8 << 20)));
        DocumentResults results = DocumentResults.Of(packed, null, seekable);
        results.Reports.ShouldBeEmpty();
        results.Findings.ShouldContain(static f => f.Id == "PX0128");
    }

    [Fact]
    public void ReadAll_MemberBeyondTheLimit_IsNamed()
    {
        DocumentResults results = DocumentResults.Of(Zip(("long.txt", string.Concat(Enumerable.Range(0, 2000).Select(static i => $"Word{i * 7919 % 1000} "))), ("one.txt", Words)), new IntakeOptions { MaxBytes = 2048 });
        results.Reports.ShouldHaveSingleItem().Files[0].ShouldBe("input#one.txt");
        results.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0102");
    }

    [Fact]
    public void ReadAll_OverlappingMembers_AreRefused()
    {
        byte[] zip = Zip(("one.txt", string.Concat(Enumerable.Range(0, 5000).Select(static i => (char)('a' + (i * 31 % 26))))));
        int directory = zip.AsSpan().IndexOf("PK\u0001\u0002"u8), end = zip.AsSpan().IndexOf("PK\u0005\u0006"u8);
        byte[] entry = zip[directory..end];
        byte[] doubled = [.. zip[..directory], .. Enumerable.Repeat(entry, 300).SelectMany(static e => e), .. zip[end..]];
        int at = doubled.AsSpan().IndexOf("PK\u0005\u0006"u8);
        BitConverter.TryWriteBytes(doubled.AsSpan(at + 8), (ushort)300).ShouldBeTrue();
        BitConverter.TryWriteBytes(doubled.AsSpan(at + 10), (ushort)300).ShouldBeTrue();
        BitConverter.TryWriteBytes(doubled.AsSpan(at + 12), entry.Length * 300).ShouldBeTrue();
        DocumentResults results = DocumentResults.Of(doubled);
        results.Reports.ShouldBeEmpty();
        results.Findings.ShouldContain(static f => f.Id == "PX0128" && f.Message.Contains("overlap", StringComparison.Ordinal));
    }

    [Fact]
    public void ReadAll_DamagedZip_SaysSo() => DocumentResults.Of(Zip(("one.txt", Words))[..60]).Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0127");

    [Fact]
    public void ReadAll_ArchiveThatTakesTooLong_EndsWithAFinding()
    {
        DocumentResults results = DocumentResults.Of(Zip([.. Enumerable.Range(0, 5).Select(static i => ($"{i}.txt", Words + i))]), new IntakeOptions { MaxArchiveTime = TimeSpan.FromSeconds(2), Clock = new SteppingClock() });
        results.Reports.Length.ShouldBeInRange(1, 4);
        results.Findings.ShouldContain(static f => f.Id == "PX0128");
    }

    [Fact]
    public void ReadAll_OneBadMemberOfMany_ChangesNoOther()
    {
        (string, string)[] good = [.. Enumerable.Range(0, 20).Select(static i => ($"{i:00}.txt", $"{Words} Number {i}."))];
        string[] alone = DocumentResults.Of(Zip(good)).Texts;
        DocumentResults.Of(Zip([.. good, ("zz.xml", "<!DOCTYPE rss [<!ENTITY x 'y'>]><rss version='2.0'><channel/></rss>"), ("zzz.txt", "\0\0\0\0")])).Texts.ShouldBe(alone);
    }

    private static byte[] Zip(params (string Name, string Text)[] members) => Zip([.. members.Select(static member => (member.Name, Encoding.UTF8.GetBytes(member.Text)))]);

    private static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in members)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    internal static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>A second goes by with every look.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _now++;
    }
}
