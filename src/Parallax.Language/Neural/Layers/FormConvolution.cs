using Parallax.Language.Neural.Input;
using Parallax.Language.Neural.Kernels;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Layers;

/// <summary>
/// The first <see cref="Convolution"/>. What a token adds to itself and its neighbours is the same wherever its form stands, so these three products are kept by form and
/// only added up here. Immutable and thread-safe.
/// </summary>
internal sealed unsafe class FormConvolution
{
    private readonly int _width;
    private readonly Linear _linear;
    private readonly Norm _norm;
    private readonly AlignedMemory _outside;

    /// <summary>Reads the tensors of <paramref name="name"/>.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public FormConvolution(TensorFile file, string name, int width)
    {
        _width = width;
        _linear = new Linear(file, name, Convolution.Pieces * width, Convolution.Window * width, Convolution.Window);
        _norm = new Norm(file, name + ".norm", width);

        // What stands before the first and after the last token of a sentence: zeros.
        _outside = new AlignedMemory(_linear.Stride * sizeof(int));
        for (int i = 0; i < _linear.Stride; i++)
        {
            ((int*)_outside.Start)[i] = Convolution.Zero * _linear.Matrix.Sums[i];
        }
    }

    /// <summary>Changes the rows x into Norm(x + Maxout(...)).</summary>
    /// <param name="pass">Kernels and memory.</param>
    /// <param name="rows">The inputs of the tokens, pure functions of <paramref name="forms"/>, <paramref name="quotes"/> and <paramref name="parts"/>.</param>
    /// <param name="known">Products of tokens met before.</param>
    /// <param name="forms">Place of the form of each token.</param>
    /// <param name="quotes">Quote state of each token.</param>
    /// <param name="parts">Of each token: 1 in titles and headings, else 0.</param>
    /// <param name="sequences">Sentences.</param>
    public void Apply(Pass pass, float* rows, FormProducts known, int* forms, byte* quotes, byte* parts, Sequences sequences)
    {
        (int, int) mark = pass.Memory.Mark();
        nint* products = Products(pass, rows, known, forms, quotes, parts, sequences.Rows);
        int size = Convolution.Pieces * _width;
        int* sum = pass.Memory.Take<int>(size);
        for (int s = 0; s < sequences.Count; s++)
        {
            int first = sequences.First(s), last = first + sequences.Length(s) - 1;
            for (int row = first; row <= last; row++)
            {
                nint before = row == first ? (nint)_outside.Start : products[row - 1], after = row == last ? (nint)_outside.Start : products[row + 1];
                ProductSum.Add((int*)before, (int*)products[row] + size, (int*)after + (2 * size), size, sum);
                pass.Floats.RestoreMaxoutAdd(sum, 1, _linear.Restoration, _width, rows + ((nint)row * _width));
            }
        }

        _norm.Apply(pass, rows, sequences.Rows, rows);
        pass.Memory.Release(mark);
    }

    // The products of each token: as left neighbour, as itself, as right neighbour.
    private nint* Products(Pass pass, float* rows, FormProducts known, int* forms, byte* quotes, byte* parts, int count)
    {
        nint* products = pass.Memory.Take<nint>(count);
        int* missing = pass.Memory.Take<int>(count);
        byte* activations = pass.Memory.Take<byte>(count * _width);
        int missed = 0;
        known.Begin(_linear.Stride);
        for (int row = 0; row < count; row++)
        {
            products[row] = (nint)known.Find(forms[row], quotes[row], parts[row], out bool isKnown);
            if (!isKnown)
            {
                pass.Floats.Quantise(rows + ((nint)row * _width), _width, _linear.Quant, activations + ((nint)missed * _width));
                missing[missed++] = row;
            }
        }

        int* made = _linear.Multiply(pass, activations, pass.Offsets(missed, _width), missed);
        for (int i = 0; i < missed; i++)
        {
            int* product = made + ((nint)i * _linear.Stride);
            ref nint kept = ref products[missing[i]];
            if (kept == 0)
            {
                kept = (nint)product;
                continue;
            }

            new ReadOnlySpan<int>(product, _linear.Stride).CopyTo(new Span<int>((int*)kept, _linear.Stride));
        }

        return products;
    }
}
