using Parallax.Language.Neural.Kernels;
using Parallax.Language.Neural.Layers;

namespace Parallax.Language.Neural.Input;

/// <summary>The vectors of the forms met so far. Bounded; when full it begins anew, which costs time and changes no result. One thread at a time.</summary>
internal sealed unsafe class FormCache
{
    /// <summary>Forms it holds.</summary>
    public const int Capacity = 16384;

    // Longer forms are rare and unlikely to come back: they are computed each time, at places after the others.
    private const int LongestForm = 48;
    private const int LongPlaces = 1024;
    private const int BucketCount = 4 * Capacity;
    private const int Empty = -1;

    private readonly FormInput _input;
    private readonly int _width;
    private readonly AlignedMemory _vectors;
    private readonly int[] _buckets = new int[BucketCount];
    private readonly ulong[] _hashes = new ulong[Capacity];
    private readonly int[] _textStarts = new int[Capacity + 1];
    private readonly char[] _text = new char[Capacity * LongestForm];
    private readonly int[] _missing = new int[LongPlaces * 2];
    private readonly int[] _rows = new int[LongPlaces * 2 * FormInput.RowCount];
    private int _count;
    private int _longCount;
    private int _missingCount;

    /// <summary>Makes an empty cache over <paramref name="input"/>.</summary>
    public FormCache(FormInput input, int width)
    {
        _input = input;
        _width = width;
        _vectors = new AlignedMemory((Capacity + LongPlaces) * width * sizeof(float));
        Array.Fill(_buckets, Empty);
    }

    /// <summary>Largest number of tokens of a batch.</summary>
    public const int LargestBatch = LongPlaces;

    /// <summary>What the first convolution makes of these forms.</summary>
    public FormProducts Products { get; } = new();

    /// <summary>Makes room for a batch; places found before are void.</summary>
    /// <returns>True where the cache began anew.</returns>
    public bool Begin(int tokens)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tokens, LargestBatch);
        _longCount = 0;
        _missingCount = 0;
        if (_count + tokens <= Capacity)
        {
            return false;
        }

        Array.Fill(_buckets, Empty);
        Products.Clear();
        _count = 0;
        return true;
    }

    /// <summary>The place of a form; its vector is there after <see cref="Complete"/>.</summary>
    public int Find(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm)
        {
            return Miss(form, Capacity + _longCount++);
        }

        ulong hash = FormText.Hash64(form);
        int bucket = (int)((hash ^ (hash >> 32)) & (BucketCount - 1));
        while (true)
        {
            int place = _buckets[bucket];
            if (place == Empty)
            {
                place = _count++;
                _buckets[bucket] = place;
                _hashes[place] = hash;
                form.CopyTo(_text.AsSpan(_textStarts[place]));
                _textStarts[place + 1] = _textStarts[place] + form.Length;
                return Miss(form, place);
            }

            if (_hashes[place] == hash && form.SequenceEqual(_text.AsSpan(_textStarts[place].._textStarts[place + 1])))
            {
                return place;
            }

            bucket = (bucket + 1) & (BucketCount - 1);
        }
    }

    /// <summary>Computes the vectors of the forms that were new.</summary>
    public void Complete(Pass pass)
    {
        if (_missingCount == 0)
        {
            return;
        }

        (int, int) mark = pass.Memory.Mark();
        byte* inputs = pass.Memory.Take<byte>(_missingCount * _input.InputWidth);
        float* vectors = pass.Memory.Take<float>(_missingCount * _width);
        for (int i = 0; i < _missingCount; i++)
        {
            _input.Gather(_rows.AsSpan(i * FormInput.RowCount, FormInput.RowCount), inputs + ((nint)i * _input.InputWidth));
        }

        _input.Apply(pass, inputs, _missingCount, vectors);
        for (int i = 0; i < _missingCount; i++)
        {
            new ReadOnlySpan<float>(vectors + ((nint)i * _width), _width).CopyTo(new Span<float>(Vector(_missing[i]), _width));
        }

        _missingCount = 0;
        pass.Memory.Release(mark);
    }

    /// <summary>The vector at a place.</summary>
    public float* Vector(int place) => (float*)_vectors.Start + ((nint)place * _width);

    private int Miss(ReadOnlySpan<char> form, int place)
    {
        _missing[_missingCount] = place;
        _input.FindRows(form, _rows.AsSpan(_missingCount * FormInput.RowCount, FormInput.RowCount));
        _missingCount++;
        return place;
    }
}
