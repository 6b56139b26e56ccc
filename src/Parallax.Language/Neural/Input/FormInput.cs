using Parallax.Language.Neural.Layers;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Input;

/// <summary>From forms to their vectors: the rows of the input tables, one product, maxout, norm. A pure function of the form. Immutable and thread-safe.</summary>
internal sealed unsafe class FormInput
{
    private const int Pieces = 3;
    private const int ZeroPoint = 128;

    private static readonly string[] HashedNames = ["prefix3", "suffix2", "suffix3", "suffix4", "shape"];

    private readonly InputTable _words;
    private readonly InputTable _vectors;
    private readonly InputTable[] _hashed;
    private readonly InputTable _cases;
    private readonly Linear _linear;
    private readonly Norm _norm;
    private readonly int _width;

    /// <summary>Opens the tables and reads the tensors of <c>form</c>.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public FormInput(TensorFile file, int width)
    {
        _width = width;
        _words = InputTable.OpenWords(file, "word");
        _vectors = InputTable.OpenWords(file, "vector");
        _hashed = [.. HashedNames.Select(name => InputTable.Open(file, name))];
        _cases = InputTable.Open(file, "case");
        InputWidth = _words.Width + _vectors.Width + _cases.Width;
        foreach (InputTable table in _hashed)
        {
            InputWidth += table.Width;
        }

        if (_cases.RowCount < 7)
        {
            throw new ModelException("The tensor “case.table” has fewer than 7 rows.");
        }

        _linear = new Linear(file, "form", Pieces * width, InputWidth);
        _norm = new Norm(file, "form.norm", width);
    }

    /// <summary>Bytes of the input of one form.</summary>
    public int InputWidth { get; }

    /// <summary>The word vectors.</summary>
    public InputTable Vectors => _vectors;

    /// <summary>Rows of the tables, in the order of the input.</summary>
    public const int RowCount = 8;

    /// <summary>Finds the rows of a form.</summary>
    /// <param name="form">The form as it stands in the text, not empty.</param>
    /// <param name="rows">Out: <see cref="RowCount"/> numbers.</param>
    public void FindRows(ReadOnlySpan<char> form, Span<int> rows)
    {
        const int OnStack = 256;
        int length = form.Length + 3;
        Span<char> normal = length <= OnStack ? stackalloc char[OnStack] : new char[length];
        Span<char> low = length <= OnStack ? stackalloc char[OnStack] : new char[length];
        length = FormText.Normalise(form, normal);
        normal = normal[..length];
        low = low[..length];
        FormText.Lower(normal, low);
        ulong hash = FormText.Hash64(low);
        rows[0] = _words.Find(hash);
        rows[1] = _vectors.Find(hash);
        for (int i = 0; i < length; i++)
        {
            low[i] = char.IsAsciiDigit(low[i]) ? '0' : low[i];
        }

        rows[2] = Hashed(low[..Math.Min(3, length)], 0);
        rows[3] = Hashed(low[^Math.Min(2, length)..], 1);
        rows[4] = Hashed(low[^Math.Min(3, length)..], 2);
        rows[5] = Hashed(low[^Math.Min(4, length)..], 3);
        rows[7] = FormText.Case(normal);
        int shape = FormText.Shape(normal, low);
        rows[6] = Hashed(low[..shape], 4);
    }

    /// <summary>Puts the input of a form together, as the integer kernels take it.</summary>
    public void Gather(ReadOnlySpan<int> rows, byte* to)
    {
        Copy(_words, rows[0], ref to);
        Copy(_vectors, rows[1], ref to);
        for (int i = 0; i < _hashed.Length; i++)
        {
            Copy(_hashed[i], rows[2 + i], ref to);
        }

        Copy(_cases, rows[7], ref to);
    }

    /// <summary>The vectors of gathered inputs.</summary>
    /// <param name="pass">Kernels and memory.</param>
    /// <param name="inputs"><c>[count × InputWidth]</c>.</param>
    /// <param name="count">Number of forms.</param>
    /// <param name="to">Out: <c>[count × width]</c>.</param>
    public void Apply(Pass pass, byte* inputs, int count, float* to)
    {
        (int, int) mark = pass.Memory.Mark();
        int* product = _linear.Multiply(pass, inputs, pass.Offsets(count, InputWidth), count);
        pass.Floats.RestoreMaxout(product, count, _linear.Restoration, _width, to);
        _norm.Apply(pass, to, count, to);
        pass.Memory.Release(mark);
    }

    private int Hashed(ReadOnlySpan<char> part, int table) => (int)(FormText.Hash32(part, (uint)table + 1) % (uint)_hashed[table].RowCount);

    private static void Copy(InputTable table, int row, ref byte* to)
    {
        sbyte* from = table.Row(row);
        for (int i = 0; i < table.Width; i++)
        {
            to[i] = (byte)(from[i] + ZeroPoint);
        }

        to += table.Width;
    }
}
