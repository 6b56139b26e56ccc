namespace Parallax.Language.Phrases;

/// <summary>The value a class gives to a word: a number, a text, or both.</summary>
/// <param name="Number">Number, 0 where the class needs none.</param>
/// <param name="Text">Text, or null.</param>
/// <param name="OnlyCapital">Whether the word is of the class only where it starts with a capital ("May").</param>
internal readonly record struct WordValue(double Number, string? Text, bool OnlyCapital = false);

/// <summary>The words that rules know, each with its symbols (classes and itself). Built once, then read by many threads.</summary>
internal sealed class Lexicon
{
    private const int LongestWord = 40;

    private readonly List<(int Symbol, WordValue Value)[]> _entries = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private (int Hash, string Word, int Entry)[] _slots = [];
    private (int Symbol, WordValue Value)[][] _symbols = [];
    private (int Child, WordValue Value)[][] _starts = [];
    private bool[] _numbers = [];

    /// <summary>Adds a symbol to a word (lower case).</summary>
    public void Add(string word, int symbol, WordValue value)
    {
        if (!_index.TryGetValue(word, out int entry))
        {
            entry = _entries.Count;
            _index.Add(word, entry);
            _entries.Add([(symbol, value)]);
        }
        else if (!Array.Exists(_entries[entry], pair => pair.Symbol == symbol))
        {
            _entries[entry] = [.. _entries[entry], (symbol, value)];
        }
    }

    /// <summary>Ends the building: lays the words out for fast search.</summary>
    /// <param name="start">The node of the trie that a symbol leads to from its root, or -1.</param>
    /// <param name="isNumber">Whether a symbol may start a number.</param>
    public void Freeze(Func<int, int> start, Func<int, bool> isNumber)
    {
        _symbols = [.. _entries];
        _starts = [.. _entries.Select(entry => entry.Select(pair => (Child: start(pair.Symbol), pair.Value)).Where(pair => pair.Child >= 0).ToArray())];
        _numbers = [.. _entries.Select(entry => Array.Exists(entry, pair => isNumber(pair.Symbol)))];
        int size = 64;
        while (size < _index.Count * 3)
        {
            size *= 2;
        }

        _slots = new (int, string, int)[size];
        foreach ((string word, int entry) in _index)
        {
            int hash = HashOf(word);
            int slot = hash & (size - 1);
            while (_slots[slot].Word is not null)
            {
                slot = (slot + 1) & (size - 1);
            }

            _slots[slot] = (hash, word, entry);
        }
    }

    /// <summary>The symbols of an entry.</summary>
    public (int Symbol, WordValue Value)[] Symbols(int entry) => _symbols[entry];

    /// <summary>Where the trie goes from its root by an entry.</summary>
    public (int Child, WordValue Value)[] Starts(int entry) => _starts[entry];

    /// <summary>Whether a number may start with an entry.</summary>
    public bool StartsNumber(int entry) => _numbers[entry];

    /// <summary>The entry of a word in any case, or -1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return -1;
        }

        Span<char> lower = stackalloc char[LongestWord];
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            lower[i] = c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c);
        }

        ReadOnlySpan<char> key = lower[..word.Length];
        int hash = HashOf(key), mask = _slots.Length - 1;
        for (int slot = hash & mask; _slots[slot].Word is { } candidate; slot = (slot + 1) & mask)
        {
            if (_slots[slot].Hash == hash && key.SequenceEqual(candidate))
            {
                return _slots[slot].Entry;
            }
        }

        return -1;
    }

    private static int HashOf(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        unchecked
        {
            foreach (char c in word)
            {
                hash = (hash ^ c) * 16777619;
            }

            hash ^= hash >> 15;
        }

        return (int)(hash & 0x7FFFFFFF);
    }
}
