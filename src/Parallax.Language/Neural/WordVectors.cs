using Parallax.Core.Text;
using Parallax.Language.Neural.Input;

namespace Parallax.Language.Neural;

/// <summary>The word vectors that the network reads beside its own, for comparing words across reports. They are not changed by training. Valid until the model is disposed.</summary>
internal sealed unsafe class WordVectors(InputTable table) : IWordVectors
{
    /// <inheritdoc/>
    public int Width => table.Width;

    /// <inheritdoc/>
    public ReadOnlySpan<sbyte> Find(ReadOnlySpan<char> word)
    {
        const int OnStack = 256;
        int length = word.Length + 3;
        Span<char> normal = length <= OnStack ? stackalloc char[OnStack] : new char[length];
        length = FormText.Normalise(word, normal);
        FormText.Lower(normal[..length], normal[..length]);
        int row = table.Find(FormText.Hash64(normal[..length]));
        return row == 0 ? [] : new ReadOnlySpan<sbyte>(table.Row(row), table.Width);
    }
}
