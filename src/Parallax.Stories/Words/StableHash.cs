namespace Parallax.Stories.Words;

/// <summary>A hash of words that is the same on every machine and in every run: FNV-1a.</summary>
internal static class StableHash
{
    /// <summary>The hash of a word.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char c in word)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}
