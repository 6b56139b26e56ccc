using Parallax.Core.Layers;

namespace Parallax.Language.Pipeline;

/// <summary>Reads one layer (or a few that belong together) of a report from the layers before it.</summary>
/// <remarks>Stateless after construction and thread-safe. Never throws on any text: what cannot be read gives an emptier layer.</remarks>
public interface IAnnotator
{
    /// <summary>Its name, unique in a pipeline.</summary>
    string Name { get; }

    /// <summary>Changes whenever the same input may give another layer.</summary>
    string Version { get; }

    /// <summary>Names of the layers that must be there.</summary>
    IReadOnlyList<string> Requires { get; }

    /// <summary>Names of the layers it adds.</summary>
    IReadOnlyList<string> Provides { get; }

    /// <summary>A report with the layers added.</summary>
    AnnotatedReport Annotate(AnnotatedReport report);
}
