using Parallax.Core.Text;
using Parallax.Language.Neural;

namespace Parallax.Quality;

/// <summary>The network under measurement: the one in <c>models/en</c> of the repository, or beside the program.</summary>
internal static class Network
{
    private static readonly Lazy<NeuralModel> Model = new(static () => NeuralModel.Open(Folder()));

    private static readonly Lazy<NeuralReader> Shared = new(static () => new NeuralReader(Model.Value));

    /// <summary>Version of the weights.</summary>
    public static string Version => Model.Value.Version;

    /// <summary>The word vectors of the network.</summary>
    public static IWordVectors Vectors => Model.Value.Vectors;

    /// <summary>One reader for all tasks; opened on first use.</summary>
    public static NeuralReader Reader => Shared.Value;

    /// <summary>The folder of the network.</summary>
    public static string Folder()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string candidate = Path.Combine(folder, "models", "en");
            if (File.Exists(Path.Combine(candidate, "model.json")))
            {
                return candidate;
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "models", "en");
    }
}
