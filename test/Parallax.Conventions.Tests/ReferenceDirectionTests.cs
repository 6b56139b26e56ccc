using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Parallax.Conventions.Tests;

public sealed class ReferenceDirectionTests
{
    // Edges → Application → {Stories, Language, Intake, Fetching, Storage, Export} → Core.
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "Parallax.Core", [] },
        { "Parallax.Intake", ["Parallax.Core"] },
        { "Parallax.Fetching", ["Parallax.Core"] },
        { "Parallax.Language", ["Parallax.Core"] },
        { "Parallax.Stories", ["Parallax.Core"] },
        { "Parallax.Storage", ["Parallax.Core"] },
        { "Parallax.Export", ["Parallax.Core"] },
        { "Parallax.Application", ["Parallax.Core", "Parallax.Fetching", "Parallax.Intake", "Parallax.Language", "Parallax.Stories", "Parallax.Storage", "Parallax.Export"] },
        { "Parallax.Cli", ["Parallax.Application"] },
        { "Parallax.Testing", ["Parallax.Core", "Parallax.Language"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void ProjectReferences_OfProject_GoOneWay(string project, string[] allowed)
    {
        XDocument file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        IEnumerable<string> references = file.Descendants("ProjectReference").Select(static r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        references.ShouldBeSubsetOf(allowed);
    }

    [Fact]
    public void Allowed_NamesEveryProject()
    {
        IEnumerable<string> projects = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Where(static d => Directory.EnumerateFiles(d, "*.csproj").Any()).Select(static d => Path.GetFileName(d));
        projects.ShouldBeSubsetOf(Allowed.Select(static row => (string)row.Data.Item1));
    }

    [Fact]
    public void Core_TakesNodaTimeAndNothingElse()
    {
        XDocument file = XDocument.Load(Path.Combine(Repository.Root, "src", "Parallax.Core", "Parallax.Core.csproj"));
        file.Descendants("PackageReference").Select(static r => r.Attribute("Include")!.Value).ShouldBe(["NodaTime"]);
    }
}
