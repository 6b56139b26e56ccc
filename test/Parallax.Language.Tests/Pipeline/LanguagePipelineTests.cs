using Parallax.Core.Findings;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Pipeline;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Pipeline;

public sealed class LanguagePipelineTests
{
    private static readonly Report Report = TestReport.Of("The quay was closed.");

    [Fact]
    public void TryRead_AnnotatorThrows_NamesItInAFinding()
    {
        LanguagePipeline pipeline = LanguagePipeline.Build(new Annotator(fails: true));
        pipeline.TryRead(Report, out Finding? fault).ShouldBeNull();
        fault.ShouldNotBeNull().ShouldSatisfyAllConditions(
            f => f.Id.ShouldBe("PX0201"),
            f => f.Severity.ShouldBe(Severity.Error),
            f => f.Report.ShouldBe(Report.Id),
            f => f.Message.ShouldContain("probe: no such token"));
        Should.Throw<ArgumentException>(() => pipeline.Read(Report));
    }

    [Fact]
    public void TryRead_AnnotatorReads_HasNoFault()
    {
        LanguagePipeline.Build(new Annotator(fails: false)).TryRead(Report, out Finding? fault).ShouldNotBeNull().Report.ShouldBeSameAs(Report);
        fault.ShouldBeNull();
    }

    private sealed class Annotator(bool fails) : IAnnotator
    {
        public string Name => "probe";

        public string Version => "1";

        public IReadOnlyList<string> Requires => [];

        public IReadOnlyList<string> Provides => [];

        public AnnotatedReport Annotate(AnnotatedReport report) => fails ? throw new ArgumentException("no such token") : report;
    }
}
