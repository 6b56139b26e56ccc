using Parallax.Language.Neural.Layers;

namespace Parallax.Language.Neural.Heads;

/// <summary>The states of a batch, as heads read them.</summary>
/// <param name="StateAddress">The states, <c>[rows × width]</c> floats.</param>
/// <param name="ActivationAddress">The same as activations, quantised once with the scale that all heads share.</param>
/// <param name="QuoteAddress">The quote state of each token (<see cref="Input.QuoteState"/>), bytes.</param>
/// <param name="Sequences">The sentences.</param>
internal readonly unsafe record struct StateBatch(nint StateAddress, nint ActivationAddress, nint QuoteAddress, Sequences Sequences)
{
    public float* States => (float*)StateAddress;

    public byte* Activations => (byte*)ActivationAddress;

    public ReadOnlySpan<byte> Quotes => new((byte*)QuoteAddress, Rows);

    public int Rows => Sequences.Rows;
}
