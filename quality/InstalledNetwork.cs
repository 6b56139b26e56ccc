using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference;
using Parallax.Language.Neural;
using Parallax.Language.Pipeline;
using Parallax.Language.Statements;
using Parallax.Language.Times;

namespace Parallax.Quality;

/// <summary>The layers of a report by the installed network, or by the one in the folder <c>PARALLAX_MODEL</c> names.</summary>
internal static class InstalledNetwork
{
    private static readonly Lazy<NetworkAnnotator> Network = new(static () =>
    {
        NeuralModel model = Environment.GetEnvironmentVariable("PARALLAX_MODEL") is { Length: > 0 } folder ? NeuralModel.Open(folder) : NeuralModel.OpenInstalled();
        return new NetworkAnnotator(new NeuralReader(model), model.Version);
    });

    private static readonly Lazy<LanguagePipeline> Whole = new(static () => LanguagePipeline.Build(Network.Value, new CoreferenceAnnotator(), new TimeAnnotator(), new StatementAnnotator()));

    /// <summary>Tokens, names, roles.</summary>
    public static AnnotatedReport Read(Report report) => Network.Value.Annotate(new AnnotatedReport(report));

    /// <summary>Tokens, names, roles, entities, statements.</summary>
    public static AnnotatedReport ReadStatements(Report report) => Whole.Value.Read(report);
}
