using Parallax.Language.Neural.Kernels;

namespace Parallax.Language.Neural.Input;

/// <summary>
/// What the first convolution makes of one token: it sees nothing but the form, the quote state and the part, so that its products are kept for those met last.
/// Bounded; which are kept costs time and changes no result. One thread at a time.
/// </summary>
internal sealed unsafe class FormProducts
{
    /// <summary>Products it keeps; more than a batch has tokens, since those of the batch in work are never given up.</summary>
    private const int Capacity = 2 * FormCache.LargestBatch;
    private const int QuoteStates = 4;
    private const int Parts = 2;
    private const int None = -1;

    // By form, quote state and part: the place of the products.
    private readonly short[] _places = new short[FormCache.Capacity * QuoteStates * Parts];

    // By place: whose products they are, whether they were asked for since the search for a place went by, and in which batch last.
    private readonly int[] _keys = new int[Capacity];
    private readonly bool[] _asked = new bool[Capacity];
    private readonly int[] _batches = new int[Capacity];

    private AlignedMemory? _products;
    private int _width;
    private int _batch;
    private int _next;

    /// <summary>Makes an empty store.</summary>
    public FormProducts() => Clear();

    /// <summary>Forgets all products.</summary>
    public void Clear()
    {
        Array.Fill(_places, (short)None);
        Array.Fill(_keys, None);
        Array.Clear(_batches);
        (_batch, _next) = (0, 0);
    }

    /// <summary>Begins a batch.</summary>
    /// <param name="width">Numbers of the products of one token; always the same.</param>
    public void Begin(int width)
    {
        _products ??= new AlignedMemory(Capacity * width * sizeof(int));
        _width = width;
        _batch++;
    }

    /// <summary>The products of a token, or room for them; null where they are not kept.</summary>
    /// <param name="form">Place of its form in the cache of forms.</param>
    /// <param name="quote">Its quote state.</param>
    /// <param name="part">1 in titles and headings, else 0.</param>
    /// <param name="isKnown">Whether the products are there already; else the caller puts them there before the batch ends.</param>
    public int* Find(int form, byte quote, byte part, out bool isKnown)
    {
        isKnown = false;
        if (form >= FormCache.Capacity)
        {
            return null; // A long form: it will hardly come back.
        }

        int key = (((form * QuoteStates) + quote) * Parts) + part;
        int place = _places[key];
        isKnown = place != None;
        if (!isKnown)
        {
            place = Room();
            _keys[place] = key;
            _places[key] = (short)place;
        }

        _asked[place] = isKnown;
        _batches[place] = _batch;
        return (int*)_products!.Start + ((nint)place * _width); // There since Begin.
    }

    // A place whose products were not asked for lately, and not in this batch: there are more places than tokens in it.
    private int Room()
    {
        while (true)
        {
            int place = _next;
            _next = (_next + 1) % Capacity;
            if (_batches[place] == _batch)
            {
                continue;
            }

            if (!_asked[place])
            {
                if (_keys[place] != None)
                {
                    _places[_keys[place]] = None;
                }

                return place;
            }

            _asked[place] = false;
        }
    }
}
