namespace Parallax.Language.Tokens;

/// <summary>What the scanner knows of a token beyond its place.</summary>
[Flags]
internal enum TokenFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Belongs to the same surface token as the one before ("n't" of "don't").</summary>
    JoinsPrevious = 1,

    /// <summary>White space stands before it.</summary>
    SpaceBefore = 2,

    /// <summary>A line break stands before it.</summary>
    LineBefore = 4,

    /// <summary>A listed abbreviation that keeps its stop.</summary>
    Abbreviation = 8,

    /// <summary>An abbreviation before a name or number: no sentence ends here.</summary>
    Title = 16,

    /// <summary>Letters with stops inside and at the end ("U.S.", "p.m.").</summary>
    Acronym = 32,

    /// <summary>One capital with a stop ("J.").</summary>
    Initial = 64,

    /// <summary>In the list of abbreviations only: a month or weekday.</summary>
    Month = 128,
}

/// <summary>Growing columns of tokens; reused for all blocks of a text.</summary>
internal sealed class TokenBuffer(int capacity)
{
    /// <summary>First code unit of each token.</summary>
    public int[] Starts { get; private set; } = new int[Math.Max(capacity, 16)];

    /// <summary>First code unit after each token.</summary>
    public int[] Ends { get; private set; } = new int[Math.Max(capacity, 16)];

    /// <summary>Flags of each token.</summary>
    public TokenFlags[] Flags { get; private set; } = new TokenFlags[Math.Max(capacity, 16)];

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Appends a token.</summary>
    public void Add(int start, int end, TokenFlags flags)
    {
        if (Count == Starts.Length)
        {
            int[] starts = Starts, ends = Ends;
            TokenFlags[] all = Flags;
            int size = Count * 2;
            Array.Resize(ref starts, size);
            Array.Resize(ref ends, size);
            Array.Resize(ref all, size);
            (Starts, Ends, Flags) = (starts, ends, all);
        }

        Starts[Count] = start;
        Ends[Count] = end;
        Flags[Count++] = flags;
    }

    /// <summary>Forgets all tokens, keeps the memory.</summary>
    public void Clear() => Count = 0;
}
