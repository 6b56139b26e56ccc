using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Layers;

/// <summary>A layer norm ("Norm" in docs/network.md). Immutable and thread-safe.</summary>
internal sealed unsafe class Norm
{
    private readonly FloatRow _gain;
    private readonly FloatRow _bias;

    /// <summary>Reads <c>NAME.gain</c> and <c>NAME.bias</c>.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public Norm(TensorFile file, string name, int width)
    {
        _gain = new FloatRow(file.Floats(name + ".gain", width), width);
        _bias = new FloatRow(file.Floats(name + ".bias", width), width);
    }

    /// <summary>Normalises rows; <paramref name="to"/> may be <paramref name="values"/>.</summary>
    public void Apply(Pass pass, float* values, int rows, float* to) =>
        pass.Floats.Normalise(values, rows, _gain.Width, _gain.Start, _bias.Start, to);

    /// <summary>Normalises rows as activations for <paramref name="next"/>.</summary>
    public byte* Apply(Pass pass, float* values, int rows, Linear next)
    {
        byte* activations = pass.Memory.Take<byte>(rows * _gain.Width);
        pass.Floats.NormaliseQuantise(values, rows, _gain.Width, _gain.Start, _bias.Start, next.Quant, activations);
        return activations;
    }
}
