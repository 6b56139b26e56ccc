using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace Parallax.Language.Neural.Weights;

/// <summary>A safetensors file, mapped into memory and checked as a whole before anything is read from it. Immutable and thread-safe until disposed.</summary>
internal sealed unsafe class TensorFile : IDisposable
{
    private const int LengthBytes = 8;
    private const long LongestHeader = 64L << 20;

    private readonly string _path;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly Dictionary<string, TensorEntry> _entries;
    private readonly byte* _data;

    private TensorFile(string path, MemoryMappedFile file, MemoryMappedViewAccessor view, Dictionary<string, TensorEntry> entries, byte* data)
    {
        _path = path;
        _file = file;
        _view = view;
        _entries = entries;
        _data = data;
    }

    /// <summary>Whether there is a tensor of a name.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Maps a file and checks its header.</summary>
    /// <exception cref="ModelException">The file is missing, or is not a valid safetensors file of types that can be read.</exception>
    public static TensorFile Open(string path)
    {
        FileInfo info = new(path);
        if (!info.Exists)
        {
            throw new ModelException($"The weights “{path}” are missing. They are installed beside the program; install it again.");
        }

        if (info.Length < LengthBytes)
        {
            throw new ModelException($"The weights “{path}” have {info.Length} bytes; a safetensors file has 8 at least.");
        }

        MemoryMappedFile file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        MemoryMappedViewAccessor? view = null;
        try
        {
            view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            byte* start = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            start += view.PointerOffset;
            ulong length = BinaryPrimitives.ReadUInt64LittleEndian(new ReadOnlySpan<byte>(start, LengthBytes));
            if (length > LongestHeader || (long)length > info.Length - LengthBytes)
            {
                throw new ModelException($"The header would have {length} bytes and the file has {info.Length}.");
            }

            byte* data = start + LengthBytes + length;
            Dictionary<string, TensorEntry> entries =
                TensorHeader.Read(new ReadOnlySpan<byte>(start + LengthBytes, (int)length), info.Length - LengthBytes - (long)length);
            return new TensorFile(path, file, view, entries, data);
        }
        catch (ModelException e)
        {
            view?.Dispose();
            file.Dispose();
            throw new ModelException($"The weights “{path}” cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Signed bytes of a tensor with just this shape; -1 stands for any size.</summary>
    /// <exception cref="ModelException">There is no such tensor, or it has another type or shape.</exception>
    public ReadOnlySpan<sbyte> Bytes(string name, params ReadOnlySpan<int> shape) => Elements<sbyte>(name, TensorKind.I8, shape);

    /// <summary>Floats of a tensor with just this shape; -1 stands for any size. All are finite.</summary>
    /// <exception cref="ModelException">There is no such tensor, it has another type or shape, or a value is not finite.</exception>
    public ReadOnlySpan<float> Floats(string name, params ReadOnlySpan<int> shape)
    {
        ReadOnlySpan<float> values = Elements<float>(name, TensorKind.F32, shape);
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                throw new ModelException($"The tensor “{name}” of “{_path}” holds a value that is not finite.");
            }
        }

        return values;
    }

    /// <summary>64-bit integers of a tensor with just this shape; -1 stands for any size.</summary>
    /// <exception cref="ModelException">There is no such tensor, or it has another type or shape.</exception>
    public ReadOnlySpan<ulong> Longs(string name, params ReadOnlySpan<int> shape) => Elements<ulong>(name, TensorKind.U64, shape);

    /// <summary>Sizes of a tensor.</summary>
    /// <exception cref="ModelException">There is no such tensor.</exception>
    public ReadOnlySpan<int> Shape(string name) => Entry(name).Shape;

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private ReadOnlySpan<T> Elements<T>(string name, TensorKind kind, scoped ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        TensorEntry entry = Entry(name);
        bool fits = entry.Kind == kind && entry.Shape.Length == shape.Length;
        for (int i = 0; fits && i < shape.Length; i++)
        {
            fits = shape[i] < 0 || shape[i] == entry.Shape[i];
        }

        if (!fits)
        {
            throw new ModelException(
                $"The tensor “{name}” of “{_path}” is {entry.Kind} [{string.Join(" × ", entry.Shape)}]; {kind} [{string.Join(" × ", shape.ToArray())}] was expected (-1: any size).");
        }

        return new ReadOnlySpan<T>(_data + entry.Begin, (int)((entry.End - entry.Begin) / sizeof(T)));
    }

    private TensorEntry Entry(string name) =>
        _entries.TryGetValue(name, out TensorEntry? entry) ? entry : throw new ModelException($"“{_path}” has no tensor “{name}”.");
}
