using System.Collections.Immutable;
using Parallax.Core.Text;
using Parallax.Language.Neural.Heads;
using Parallax.Language.Neural.Input;
using Parallax.Language.Neural.Layers;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural;

/// <summary>The trained network of one language, read from its files. Immutable and thread-safe; one is enough for a process.</summary>
/// <remarks>The input tables stay in the mapped file; the matrices are laid out anew in memory for the kernels of this processor.</remarks>
public sealed class NeuralModel : IDisposable
{
    private readonly TensorFile _file;

    private NeuralModel(TensorFile file, NetworkDescription description)
    {
        const int MostLayers = 32;
        const int Width = 128;
        _file = file;
        Version = description.Text("version");
        int width = description.Number("width", Width, Width);
        LongestSentence = description.Number("longestSentence", 1, Attention.LongestSequence);
        Input = new FormInput(file, width);
        Vectors = new WordVectors(Input.Vectors);
        Encoder = new Encoder(
            file, width, description.Number("convolutions", 0, MostLayers), description.Number("attentions", 0, MostLayers),
            description.Number("reach", 1, Attention.LongestSequence));
        PartsOfSpeech = new TagHead(file, description, "tags.upos", width);
        Features = new TagHead(file, description, "tags.feats", width);
        Lemmas = new TagHead(file, description, "tags.lemma", width);
        KnownLemmas = new LemmaTable(file, description, PartsOfSpeech.Labels);
        Parse = new ParseHead(file, description, width);
        Names = new SequenceHead(file, description, "names", width);
        Roles = new RoleHead(file, description, width);
        Factuality = new ScoreHead(file, description, "factuality", width);
        StateQuant = SharedQuant([PartsOfSpeech.Linear, Features.Linear, Lemmas.Linear, .. Parse.StateInputs, Names.StateInput, Factuality.StateInput]);
    }

    /// <summary>Version of the weights.</summary>
    public string Version { get; }

    /// <summary>Labels of the names head; the first is "nothing".</summary>
    public ImmutableArray<string> NameTags => Names.Tags;

    /// <summary>Labels of the attribution roles head; the first is "nothing".</summary>
    public ImmutableArray<string> RoleTags => Roles.Tags;

    /// <summary>The word vectors of the input, as they stand in the file; not to be read after the model is disposed.</summary>
    public IWordVectors Vectors { get; }

    internal int LongestSentence { get; }

    internal FormInput Input { get; }

    internal Encoder Encoder { get; }

    internal TagHead PartsOfSpeech { get; }

    internal TagHead Features { get; }

    internal TagHead Lemmas { get; }

    internal LemmaTable KnownLemmas { get; }

    internal ParseHead Parse { get; }

    internal SequenceHead Names { get; }

    internal RoleHead Roles { get; }

    internal ScoreHead Factuality { get; }

    /// <summary>The scale with which states are quantised once for all heads.</summary>
    internal float StateQuant { get; }

    /// <summary>Opens the English network installed beside the program, in <c>models/en</c>.</summary>
    /// <exception cref="ModelException">A file is missing or is not what it should be.</exception>
    public static NeuralModel OpenInstalled() => Open(Path.Combine(AppContext.BaseDirectory, "models", "en"));

    /// <summary>Opens the network in a folder with <c>model.json</c> and <c>model.safetensors</c>.</summary>
    /// <exception cref="ModelException">A file is missing or is not what it should be.</exception>
    public static NeuralModel Open(string folder)
    {
        NetworkDescription description = NetworkDescription.Open(Path.Combine(folder, "model.json"));
        TensorFile file = TensorFile.Open(Path.Combine(folder, "model.safetensors"));
        try
        {
            return new NeuralModel(file, description);
        }
        catch (ModelException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Unmaps the weights. Nothing may be read with this model afterwards.</summary>
    public void Dispose() => _file.Dispose();

    private static float SharedQuant(ReadOnlySpan<Linear> linears)
    {
        foreach (Linear linear in linears)
        {
            if (BitConverter.SingleToInt32Bits(linear.Quant) != BitConverter.SingleToInt32Bits(linears[0].Quant))
            {
                throw new ModelException("The heads that read the state do not share one “.quant” value.");
            }
        }

        return linears[0].Quant;
    }
}
