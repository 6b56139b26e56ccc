using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;

namespace Parallax.Core.Layers;

/// <summary>A report with the layers read from it. Immutable: adding a layer gives a new one.</summary>
public sealed class AnnotatedReport
{
    private readonly ImmutableDictionary<string, object> _layers;

    /// <summary>A report of which nothing has been read yet.</summary>
    public AnnotatedReport(Report report)
        : this(report, ImmutableDictionary<string, object>.Empty)
    {
    }

    private AnnotatedReport(Report report, ImmutableDictionary<string, object> layers) => (Report, _layers) = (report, layers);

    /// <summary>The report.</summary>
    public Report Report { get; }

    /// <summary>Sentences and tokens. These layers are asked for in every comparison and so looked up once.</summary>
    public TokenLayer Tokens => field ??= Get(ReportLayers.Tokens);

    /// <summary>Names; empty where none were looked for.</summary>
    public Layer<NameMention> Names => field ??= Find(ReportLayers.Names) ?? Layer<NameMention>.Empty;

    /// <summary>Time expressions; empty where none were looked for.</summary>
    public Layer<TimeExpression> Times => field ??= Find(ReportLayers.Times) ?? Layer<TimeExpression>.Empty;

    /// <summary>Figures; empty where none were looked for.</summary>
    public Layer<Figure> Figures => field ??= Find(ReportLayers.Figures) ?? Layer<Figure>.Empty;

    /// <summary>Entities; empty where none were looked for.</summary>
    public EntityLayer Entities => field ??= Find(ReportLayers.Entities) ?? new EntityLayer([]);

    /// <summary>Statements; empty where none were looked for.</summary>
    public Layer<Statement> Statements => field ??= Find(ReportLayers.Statements) ?? Layer<Statement>.Empty;

    /// <summary>Events; empty where none were looked for.</summary>
    public Layer<Event> Events => field ??= Find(ReportLayers.Events) ?? Layer<Event>.Empty;

    /// <summary>Whether the layer is there.</summary>
    public bool Has(string layerName) => _layers.ContainsKey(layerName);

    /// <summary>The layer under a key.</summary>
    /// <exception cref="InvalidOperationException">The layer has not been made; a pipeline's check prevents this.</exception>
    public T Get<T>(LayerKey<T> key)
        where T : class =>
        Find(key) ?? throw new InvalidOperationException($"Report {Report.Id} has no layer “{key.Name}”.");

    /// <summary>The layer under a key, or null.</summary>
    public T? Find<T>(LayerKey<T> key)
        where T : class =>
        _layers.TryGetValue(key.Name, out object? layer) ? (T)layer : null;

    /// <summary>A report with one more layer, or with that layer replaced.</summary>
    public AnnotatedReport With<T>(LayerKey<T> key, [DisallowNull] T layer)
        where T : class =>
        new(Report, _layers.SetItem(key.Name, layer));

    /// <summary>The same layers over a report whose facts (not text) have changed, for example its date.</summary>
    /// <exception cref="ArgumentException">The text is another.</exception>
    public AnnotatedReport WithReport(Report report) =>
        ReferenceEquals(report.Text, Report.Text) ? new(report, _layers) : throw new ArgumentException("The text of an annotated report never changes.", nameof(report));
}
