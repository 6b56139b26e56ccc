using Parallax.Quality.Floors;
using Shouldly;
using Xunit;

namespace Parallax.Quality.Tests.Floors;

public sealed class FloorsFileTests
{
    private static readonly Dictionary<string, string> Fingerprints = new() { ["a/one-dev.txt"] = "11" };

    private static FloorsFile File(double value, bool lessIsBetter = false) => new(
        new SortedDictionary<string, string>(StringComparer.Ordinal) { ["a/one-dev.txt"] = "11" }, [new Floor("t", "one", "dev", "F1", value, 0.5, lessIsBetter)]);

    private static List<Metric> Run(double value) => [new("t", "one", "dev", "F1", value, 100)];

    [Theory]
    [InlineData(80, false, 0)]
    [InlineData(79.6, false, 0)]
    [InlineData(79.4, false, 1)]
    [InlineData(79.4, true, 0)]
    [InlineData(80.6, true, 1)]
    [InlineData(double.NaN, false, 1)]
    public void Faults_Figure_IsComparedWithFloorAndMargin(double value, bool lessIsBetter, int faults) =>
        File(80, lessIsBetter).Faults(Run(value), ["t"], "dev", Fingerprints).Count.ShouldBe(faults);

    [Fact]
    public void Faults_FigureOfAnotherSplit_IsNotTakenForIt()
    {
        List<Metric> run = [new("t", "one", "train", "F1", 10, 100), new("t", "one", "dev", "F1", 85, 100)];
        File(80).Faults(run, ["t"], "dev", Fingerprints).ShouldBeEmpty();
        File(80).Faults(run[..1], ["t"], "test", Fingerprints).ShouldBeEmpty();
        File(80).Faults(run[..1], ["t"], "dev", Fingerprints).ShouldHaveSingleItem();
    }

    [Fact]
    public void Faults_ChangedCorpus_IsAFault() =>
        File(80).Faults(Run(90), ["t"], "dev", new Dictionary<string, string> { ["a/one-dev.txt"] = "22" }).ShouldHaveSingleItem().ShouldContain("a/one-dev.txt");

    [Fact]
    public void Faults_TaskThatDidNotRun_IsLeftOut() => File(80).Faults([], ["other"], "dev", Fingerprints).ShouldBeEmpty();

    [Fact]
    public void Faults_FigureThatIsMissing_IsAFault() => File(80).Faults([], ["t"], "dev", Fingerprints).ShouldHaveSingleItem().ShouldContain("not measured");

    [Theory]
    [InlineData(85, false, 85)]
    [InlineData(70, false, 80)]
    [InlineData(70, true, 70)]
    public void Pinned_Figure_RaisesAndFallsOnlyWhereAllowed(double value, bool mayFall, double expected) =>
        File(80).Pinned(Run(value), Fingerprints, mayFall).Floors.ShouldHaveSingleItem().Value.ShouldBe(expected);

    [Fact]
    public void Write_ThenRead_GivesTheSame()
    {
        string path = Path.GetTempFileName();
        try
        {
            File(80).Write(path);
            FloorsFile read = FloorsFile.Read(path);
            read.Floors.ShouldBe(File(80).Floors);
            read.Files["a/one-dev.txt"].ShouldBe("11");
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }
}
