using System.Collections.Immutable;

namespace Parallax.Stories.Propositions;

/// <summary>Whether two short lists of words have one in common, without memory of its own: this is asked of every pair that is compared.</summary>
internal static class Sharing
{
    /// <summary>Whether a word stands in both; ordinal.</summary>
    public static bool Shares(this ImmutableArray<string> left, ImmutableArray<string> right)
    {
        foreach (string word in left)
        {
            foreach (string other in right)
            {
                if (string.Equals(word, other, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
