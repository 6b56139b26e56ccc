using System.Collections.Immutable;
using Parallax.Core.Findings;
using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Language.Pipeline;

/// <summary>The annotators in their order. Built once, checked, then reused; thread-safe.</summary>
public sealed class LanguagePipeline
{
    private LanguagePipeline(ImmutableArray<IAnnotator> annotators) => Annotators = annotators;

    /// <summary>The annotators, in the order in which they run.</summary>
    public ImmutableArray<IAnnotator> Annotators { get; }

    /// <summary>Checks that each annotator finds what it requires.</summary>
    /// <exception cref="InvalidOperationException">A layer is required that no earlier annotator provides, or two provide the same; the message names them all.</exception>
    public static LanguagePipeline Build(params ReadOnlySpan<IAnnotator> annotators)
    {
        List<string> faults = [];
        Dictionary<string, string> providers = new(StringComparer.Ordinal);
        foreach (IAnnotator annotator in annotators)
        {
            foreach (string layer in annotator.Requires.Where(layer => !providers.ContainsKey(layer)))
            {
                faults.Add($"“{annotator.Name}” requires the layer “{layer}”, which no earlier annotator provides.");
            }

            foreach (string layer in annotator.Provides)
            {
                if (!providers.TryAdd(layer, annotator.Name))
                {
                    faults.Add($"The layer “{layer}” is provided by “{providers[layer]}” and by “{annotator.Name}”.");
                }
            }
        }

        return faults.Count == 0 ? new LanguagePipeline([.. annotators]) : throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>Reads a report through all annotators.</summary>
    public AnnotatedReport Read(Report report)
    {
        AnnotatedReport annotated = new(report);
        foreach (IAnnotator annotator in Annotators)
        {
            annotated = annotator.Annotate(annotated);
        }

        return annotated;
    }

    /// <summary>Reads a report through all annotators; an exception of one of them becomes a finding.</summary>
    /// <param name="report">The report.</param>
    /// <param name="fault">Finding PX0201, which names the annotator, where null is returned.</param>
    public AnnotatedReport? TryRead(Report report, out Finding? fault)
    {
        ArgumentNullException.ThrowIfNull(report);
        AnnotatedReport annotated = new(report);
        foreach (IAnnotator annotator in Annotators)
        {
            try
            {
                annotated = annotator.Annotate(annotated);
            }
            catch (Exception cause) when (cause is not OutOfMemoryException)
            {
                fault = new Finding("PX0201", Severity.Error, report.Id, $"“{report.Title ?? report.Id}” could not be read ({annotator.Name}: {cause.Message}). This is a fault of Parallax; the account was made without this report. Please send it to us.");
                return null;
            }
        }

        fault = null;
        return annotated;
    }
}
