using System.Runtime.CompilerServices;
using Parallax.Language.Neural.Kernels;

namespace Parallax.Language.Neural;

/// <summary>The memory of one pass over a batch, taken piece by piece and given back at once: after the first batches nothing is allocated. One thread at a time.</summary>
internal sealed unsafe class Workspace
{
    private const int FirstBlock = 1 << 20;

    // The last one is in use, those before it are full; none moves, so pieces stay valid until Reset.
    private readonly List<AlignedMemory> _blocks = [new AlignedMemory(FirstBlock)];
    private int _used;

    /// <summary>Gives all pieces back. Several blocks become one that holds as much.</summary>
    public void Reset()
    {
        if (_blocks.Count > 1)
        {
            int bytes = 0;
            foreach (AlignedMemory block in _blocks)
            {
                bytes += block.Length;
            }

            _blocks.Clear();
            _blocks.Add(new AlignedMemory(bytes));
        }

        _used = 0;
    }

    /// <summary>A mark to which <see cref="Release"/> goes back.</summary>
    public (int Block, int Used) Mark() => (_blocks.Count, _used);

    /// <summary>Gives back what was taken after the mark, unless a block was added since.</summary>
    public void Release((int Block, int Used) mark)
    {
        if (mark.Block == _blocks.Count)
        {
            _used = mark.Used;
        }
    }

    /// <summary>A piece for <paramref name="count"/> elements; its content is whatever was there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* Take<T>(int count)
        where T : unmanaged
    {
        // One register more than asked for: kernels read whole registers at the end of a row.
        int bytes = ((count * sizeof(T)) + (2 * AlignedMemory.Alignment) - 1) & -AlignedMemory.Alignment;
        AlignedMemory block = _blocks[^1];
        if (bytes > block.Length - _used)
        {
            block = Grow(bytes);
        }

        byte* piece = block.Start + _used;
        _used += bytes;
        return (T*)piece;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private AlignedMemory Grow(int bytes)
    {
        AlignedMemory block = new(Math.Max(bytes, 2 * _blocks[^1].Length));
        _blocks.Add(block);
        _used = 0;
        return block;
    }
}
