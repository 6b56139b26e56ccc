using System.Buffers.Binary;
using Parallax.Language.Pipeline;

namespace Parallax.Language.Tokens;

/// <summary>The weights of the sentence splitter: whole numbers, so that every machine decides alike.</summary>
internal sealed class BoundaryModel
{
    private readonly short[] _weights;

    private BoundaryModel(short[] weights) => _weights = weights;

    /// <summary>The model of English, trained by <c>training/boundaries</c>.</summary>
    public static BoundaryModel English { get; } = Read("en/tokens/boundaries.weights");

    /// <summary>Whether a sentence ends at a place with these features.</summary>
    public bool Ends(ReadOnlySpan<int> slots)
    {
        int score = 0;
        foreach (int slot in slots)
        {
            score += _weights[slot];
        }

        return score > 0;
    }

    /// <summary>Reads one comment line and after it the weights, two bytes each, least first.</summary>
    private static BoundaryModel Read(string name)
    {
        using Stream stream = LanguageData.Open(name);
        int b;
        while ((b = stream.ReadByte()) != '\n')
        {
            if (b < 0)
            {
                throw new InvalidDataException($"{name} has no comment line.");
            }
        }

        byte[] bytes = new byte[BoundaryFeatures.Slots * 2];
        stream.ReadExactly(bytes);
        short[] weights = new short[BoundaryFeatures.Slots];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(i * 2));
        }

        return new BoundaryModel(weights);
    }
}
