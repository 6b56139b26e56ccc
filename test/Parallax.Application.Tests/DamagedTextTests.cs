using Parallax.Application.Accounts;
using Parallax.Core.Findings;
using Shouldly;
using Xunit;

namespace Parallax.Application.Tests;

/// <summary>Text whose words were lost, doubled, moved or mixed with marks gives parses that no sentence gives; every report of it must still be read.</summary>
public sealed class DamagedTextTests(InstalledMaker installed) : IClassFixture<InstalledMaker>, IDisposable
{
    private static readonly string[] Marks = [",", ".", ":", "—", "”", "“", "\"", "(", ")", ";", "?", "'"];
    private static readonly string[] Words = ["said", "that", "who", "and", "denied", "told", "pledged", "urged", "according to", "no", "was", "by", "to", "between"];
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Make_DamagedReports_ReadsEachOfThem(int seed)
    {
        Random random = new(seed);
        string[] samples = [.. Directory.EnumerateFiles(Repository.Samples, "*.txt", SearchOption.AllDirectories).Where(static f => f.Contains("reports", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] paths = [.. Enumerable.Range(0, 100).Select(i => Path.Combine(_folder, $"{i}.txt"))];
        foreach (string path in paths)
        {
            File.WriteAllText(path, Damage(File.ReadAllText(samples[random.Next(samples.Length)]), random));
        }

        MadeAccount made = installed.Maker.Make(new AccountRequest { Paths = paths });
        made.Account.Findings.Where(static f => f.Id == "PX0201").ShouldBeEmpty();
        made.Account.Reports.Length.ShouldBeGreaterThan(90);
    }

    private static string Damage(string text, Random random) => string.Join("\n\n", text.Split("\n\n").Select(paragraph =>
    {
        List<string> words = [.. paragraph.Split(' ')];
        for (int times = words.Count / 10; times > 0 && words.Count > 3; times--)
        {
            int at = random.Next(words.Count);
            switch (random.Next(5))
            {
                case 0: words.RemoveAt(at); break;
                case 1: words.Insert(at, words[random.Next(words.Count)]); break;
                case 2: words[at] += Marks[random.Next(Marks.Length)]; break;
                case 3: words[at] = Words[random.Next(Words.Length)]; break;
                default: words.Reverse(at, Math.Min(3, words.Count - at)); break;
            }
        }

        return string.Join(' ', words);
    }));
}
