using Parallax.Language.Neural;
using Parallax.Language.Neural.Kernels;
using Parallax.Language.Neural.Layers;
using Xunit;

namespace Parallax.Language.Tests.Neural;

/// <summary>The network beside the tests, opened once, and the kernels of this processor.</summary>
internal static class InstalledModel
{
    private static readonly Lazy<NeuralModel> Opened = new(NeuralModel.OpenInstalled);

    public static NeuralModel Model => Opened.Value;

    /// <summary>Each integer kernel with each float kernel at the same rank, the last with the last.</summary>
    public static IEnumerable<(IntegerKernel Integers, FloatKernel Floats)> Kernels()
    {
        int count = Math.Max(IntegerKernel.Supported.Count, FloatKernel.Supported.Count);
        for (int i = 0; i < count; i++)
        {
            yield return (
                IntegerKernel.Supported[Math.Min(i, IntegerKernel.Supported.Count - 1)],
                FloatKernel.Supported[Math.Min(i, FloatKernel.Supported.Count - 1)]);
        }
    }

    /// <summary>A place among <see cref="Kernels"/> for each, as test data.</summary>
    public static TheoryData<int> KernelPlaces() => [.. Enumerable.Range(0, Kernels().Count())];

    public static Pass Pass(int place)
    {
        (IntegerKernel integers, FloatKernel floats) = Kernels().ElementAt(place);
        return new Pass(integers, floats);
    }
}
