using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Testing;

namespace Parallax.Language.Tests.Coreference;

/// <summary>Reads who is who in parses written as tables.</summary>
internal static class CoreferenceTables
{
    private static readonly CoreferenceAnnotator Annotator = new();

    public static AnnotatedReport Read(string table)
    {
        AnnotatedReport report = ParsedReport.Of(table);
        return Annotator.Annotate(report.Has(ReportLayers.Names.Name) ? report : report.With(ReportLayers.Names, Layer<NameMention>.Empty));
    }

    /// <summary>The one entity of that name.</summary>
    public static Entity Named(AnnotatedReport report, string name) =>
        report.Entities.Entities.SingleOrDefault(e => e.Name == name)
            ?? throw new InvalidOperationException($"No entity “{name}” among: {string.Join(", ", report.Entities.Entities.Select(static e => $"{e.Name} ({e.Kind})"))}");

    /// <summary>The words of all mentions of the entities of that name.</summary>
    public static string[] Called(AnnotatedReport report, string name) =>
        [.. report.Entities.Entities.Where(e => e.Name == name).SelectMany(static e => e.Mentions).Select(m => report.Report.Text.Slice(m.Span))];

    /// <summary>The words of an entity's mentions.</summary>
    public static IEnumerable<string> Words(AnnotatedReport report, Entity entity) => entity.Mentions.Select(m => report.Report.Text.Slice(m.Span));
}
