using Parallax.Core.Accounts;
using Parallax.Core.Findings;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Events;
using Parallax.Language.Figures;
using Parallax.Language.Neural;
using Parallax.Language.Statements;
using Parallax.Language.Times;

namespace Parallax.Language.Pipeline;

/// <summary>Reads English reports: the one list of all annotators, in their order. Thread-safe; one is enough for a process.</summary>
public sealed class EnglishReader : IDisposable
{
    private readonly NeuralModel _model;
    private readonly LanguagePipeline _pipeline;

    /// <summary>Makes a reader with an opened network, which it then owns.</summary>
    public EnglishReader(NeuralModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _pipeline = LanguagePipeline.Build(
            new NetworkAnnotator(new NeuralReader(model), model.Version),
            new TimeAnnotator(),
            new CoreferenceAnnotator(),
            new StatementAnnotator(),
            new FigureAnnotator(),
            new EventAnnotator());
        Version = string.Join(' ', _pipeline.Annotators.Select(static annotator => $"{annotator.Name}={annotator.Version}"));
    }

    /// <summary>Versions of all annotators and of the network: whenever the same report may be read otherwise, this differs.</summary>
    public string Version { get; }

    /// <summary>Name and version of the network, as accounts state it.</summary>
    public string Model => "en " + _model.Version;

    /// <summary>The word vectors of the network; valid until this is disposed.</summary>
    public IWordVectors WordVectors => _model.Vectors;

    /// <summary>A reader with the network installed beside the program.</summary>
    /// <exception cref="ModelException">A file of the network is missing or damaged.</exception>
    public static EnglishReader OpenInstalled() => new(NeuralModel.OpenInstalled());

    /// <summary>Reads all layers of a report.</summary>
    public AnnotatedReport Read(Report report) => _pipeline.Read(report);

    /// <summary>Reads all layers of a report, or says that it could not: a fault of the program in one report must not cost the others.</summary>
    /// <param name="report">The report.</param>
    /// <param name="fault">Finding PX0201 where null is returned.</param>
    public AnnotatedReport? TryRead(Report report, out Finding? fault) => _pipeline.TryRead(report, out fault);

    /// <summary>The times of a report reckoned again from its publication date, after that has become known from its neighbours.</summary>
    public static Layer<TimeExpression> ReadTimesAgain(AnnotatedReport report) => TimeAnnotator.Resolve(report, TimeAnnotator.ReferenceOf(report.Report));

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();
}
