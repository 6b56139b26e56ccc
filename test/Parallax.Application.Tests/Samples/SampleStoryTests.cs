using Parallax.Application.Accounts;
using Shouldly;
using Xunit;

namespace Parallax.Application.Tests.Samples;

/// <summary>Every story under <c>samples/</c>: what a careful reader expects is found, but for what <c>missed.txt</c> beside it names as not found yet.</summary>
public sealed class SampleStoryTests(InstalledMaker installed) : IClassFixture<InstalledMaker>
{
    public static TheoryData<string> Stories => new(Directory.EnumerateDirectories(Repository.Samples).Select(static d => Path.GetFileName(d)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Stories))]
    public void Account_OfSample_HoldsWhatAReaderExpects(string story)
    {
        string folder = Path.Combine(Repository.Samples, story);
        MadeAccount made = installed.Maker.Make(new AccountRequest { Paths = [Path.Combine(folder, "reports")] });
        string missedFile = Path.Combine(folder, "missed.txt");
        string[] missed = File.Exists(missedFile) ? [.. File.ReadAllLines(missedFile).Where(static line => line.Length > 0 && line[0] != '#')] : [];
        string[] unmet = [.. new SampleStory(folder, made.Account).Unmet().Where(static what => what.Length > 0)];
        unmet.Except(missed).ShouldBeEmpty("These expectations are not met.");
        missed.Except(unmet).ShouldBeEmpty("These are met now: take them out of missed.txt.");
    }
}
