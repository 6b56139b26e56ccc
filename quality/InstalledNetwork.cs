using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Neural;
using Parallax.Language.Pipeline;

namespace Parallax.Quality;

/// <summary>All layers of a report by the network under measurement, or by the one in the folder that <c>PARALLAX_MODEL</c> names.</summary>
internal static class InstalledNetwork
{
    private static readonly Lazy<EnglishReader> Reader = new(static () =>
        Environment.GetEnvironmentVariable("PARALLAX_MODEL") is { Length: > 0 } folder ? new EnglishReader(NeuralModel.Open(folder)) : new EnglishReader(NeuralModel.Open(Network.Folder())));

    /// <summary>Tokens, names, roles, entities, times, statements and what else the reader gives.</summary>
    public static AnnotatedReport Read(Report report) => Reader.Value.Read(report);
}
