using System.Collections.Immutable;
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
}
