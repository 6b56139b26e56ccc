using System.Runtime.CompilerServices;

namespace Parallax.Language.Neural.Kernels;

/// <summary>A block of memory that does not move and begins at a multiple of 64 bytes, kept alive by its owner.</summary>
internal sealed unsafe class AlignedMemory
{
    /// <summary>Alignment in bytes: one cache line, one 512-bit register.</summary>
    public const int Alignment = 64;

    private readonly byte[] _array;

    /// <summary>Takes <paramref name="bytes"/> bytes, all zero.</summary>
    public AlignedMemory(int bytes)
    {
        _array = GC.AllocateArray<byte>(checked(bytes + Alignment), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref _array[0]);
        Start = (byte*)((address + (Alignment - 1)) & ~(nuint)(Alignment - 1));
        Length = bytes;
    }

    /// <summary>First byte; valid as long as this object is referenced.</summary>
    public byte* Start { get; }

    /// <summary>Number of bytes.</summary>
    public int Length { get; }
}
