namespace Parallax.Stories.Dependences;

/// <summary>Finds the runs of words that a text laid open shares with others, one after the other. Not thread-safe; its memory serves all.</summary>
internal sealed class SharedRuns
{
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private const int FilterBits = 15;
    private const int LeastSlots = 1024;

    // Most runs of two texts are not shared, which a bit for each of some thousand values tells.
    private readonly ulong[] _filter = new ulong[(1 << FilterBits) / 64];
    private readonly List<(int Word, int Slot)> _found = [];

    // By slot: the run, the last word at which it begins in the text laid open (-1: none), and whether a text that has it writes it as its own.
    private ulong[] _runs = [];
    private int[] _last = [];
    private bool[] _isOwn = [];
    private bool[] _isOwnHere = [];

    // By word of the text laid open: the word before it at which the same run begins, or -1.
    private int[] _before = [];
    private ulong[] _opened = [];
    private int _shift;

    /// <summary>Lays a text open instead of the one before.</summary>
    /// <param name="text">The text.</param>
    /// <param name="runs">Its runs, by the word at which they begin.</param>
    public void Open(ReuseText text, ulong[] runs)
    {
        foreach (ulong run in _opened)
        {
            _filter[Bit(run) >> 6] = 0;
        }

        int slots = LeastSlots;
        while (slots < 2 * runs.Length)
        {
            slots *= 2;
        }

        if (slots > _runs.Length)
        {
            (_runs, _last, _isOwn, _isOwnHere) = (new ulong[slots], new int[slots], new bool[slots], new bool[slots]);
        }

        if (_before.Length < runs.Length)
        {
            _before = new int[runs.Length];
        }

        _shift = 64 - System.Numerics.BitOperations.Log2((uint)_runs.Length);
        _opened = runs;
        Array.Fill(_last, -1);
        Array.Clear(_isOwn);
        for (int word = 0; word < runs.Length; word++)
        {
            int slot = SlotOf(runs[word]);
            (_runs[slot], _before[word], _last[slot]) = (runs[word], _last[slot], word);
            _isOwn[slot] |= IsOwn(text, word);
            _filter[Bit(runs[word]) >> 6] |= 1UL << (Bit(runs[word]) & 63);
        }
    }

    /// <summary>Looks for the runs of another text; false where no two that are shared stand so near each other that they could be of one passage.</summary>
    /// <param name="text">The other text.</param>
    /// <param name="runs">Its runs, by the word at which they begin.</param>
    public bool Find(ReuseText text, ulong[] runs)
    {
        _found.Clear();
        bool areNear = false;
        for (int word = 0; word < runs.Length; word++)
        {
            ulong run = runs[word];
            if ((_filter[Bit(run) >> 6] & (1UL << (Bit(run) & 63))) == 0)
            {
                continue;
            }

            int slot = SlotOf(run);
            if (_last[slot] >= 0)
            {
                areNear |= _found.Count > 0 && word - _found[^1].Word <= TextReuse.RunWords + TextReuse.BridgedWords;
                _found.Add((word, slot));
            }
        }

        if (!areNear)
        {
            return false;
        }

        foreach ((int _, int slot) in _found)
        {
            _isOwnHere[slot] = false;
        }

        foreach ((int word, int slot) in _found)
        {
            _isOwnHere[slot] |= IsOwn(text, word);
        }

        return true;
    }

    /// <summary>Marks the words of the runs found that one of the two texts at least writes as its own.</summary>
    /// <param name="there">By word of the other text.</param>
    /// <param name="here">By word of the text laid open.</param>
    public void Cover(bool[] there, bool[] here)
    {
        foreach ((int word, int slot) in _found)
        {
            if (!_isOwn[slot] && !_isOwnHere[slot])
            {
                continue;
            }

            there.AsSpan(word, TextReuse.RunWords).Fill(true);
            for (int own = _last[slot]; own >= 0; own = _before[own])
            {
                here.AsSpan(own, TextReuse.RunWords).Fill(true);
            }
        }
    }

    private static int Bit(ulong run) => (int)(unchecked(run * Spread) >> (64 - FilterBits));

    // Where the run stands, or the first free slot behind where it would.
    private int SlotOf(ulong run)
    {
        int slot = (int)(unchecked(run * Spread) >> _shift);
        while (_last[slot] >= 0 && _runs[slot] != run)
        {
            slot = (slot + 1) & (_runs.Length - 1);
        }

        return slot;
    }

    // Two reporters who quote one speaker copy nothing; words that one of them writes as his own are shared.
    private static bool IsOwn(ReuseText text, int word) => text.Spoken.IsEmpty || text.Spoken.AsSpan(word, TextReuse.RunWords).IndexOf(true) < 0;
}
