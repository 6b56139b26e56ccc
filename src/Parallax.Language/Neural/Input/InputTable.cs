using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Input;

/// <summary>One input table: a row of signed bytes for each word, or for each value of a hash. It stays in the mapped file.</summary>
internal sealed unsafe class InputTable
{
    private readonly sbyte* _rows;
    private readonly ulong* _hashes;
    private readonly int _hashCount;

    private InputTable(sbyte* rows, int rowCount, int width, ulong* hashes, int hashCount)
    {
        _rows = rows;
        RowCount = rowCount;
        Width = width;
        _hashes = hashes;
        _hashCount = hashCount;
    }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Bytes of a row.</summary>
    public int Width { get; }

    /// <summary>A table whose rows are picked by number.</summary>
    /// <exception cref="ModelException">It is missing or has no rows.</exception>
    public static InputTable Open(TensorFile file, string name)
    {
        ReadOnlySpan<sbyte> rows = file.Bytes(name + ".table", -1, -1);
        ReadOnlySpan<int> shape = file.Shape(name + ".table");
        if (rows.IsEmpty)
        {
            throw new ModelException($"The tensor “{name}.table” has no rows.");
        }

        fixed (sbyte* start = rows)
        {
            return new InputTable(start, shape[0], shape[1], null, 0); // The file is mapped: nothing moves.
        }
    }

    /// <summary>A table of words: row 0 for those it does not have, row i + 1 for the hash at place i.</summary>
    /// <exception cref="ModelException">A part is missing, the sizes do not agree, or the hashes are not in ascending order.</exception>
    public static InputTable OpenWords(TensorFile file, string name)
    {
        InputTable table = Open(file, name);
        ReadOnlySpan<ulong> hashes = file.Longs(name + ".hash", table.RowCount - 1);
        for (int i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] <= hashes[i - 1])
            {
                throw new ModelException($"The tensor “{name}.hash” is not in ascending order at place {i}.");
            }
        }

        fixed (ulong* start = hashes)
        {
            return new InputTable(table._rows, table.RowCount, table.Width, start, hashes.Length);
        }
    }

    /// <summary>First byte of a row.</summary>
    public sbyte* Row(int row) => _rows + ((nint)row * Width);

    /// <summary>The row of a word, 0 where it has none.</summary>
    public int Find(ulong hash)
    {
        int low = 0, high = _hashCount;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_hashes[middle] < hash)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _hashCount && _hashes[low] == hash ? low + 1 : 0;
    }
}
