using System.Collections.Immutable;
using Parallax.Core;

namespace Parallax.Stories;

/// <summary>Collects the reason for every id while an account is made.</summary>
internal sealed class ExplanationBook
{
    private readonly SortedDictionary<string, Explanation> _byId = new(StringComparer.Ordinal);

    /// <summary>Records the reason for an id; a later one replaces an earlier one.</summary>
    public void Add(string id, Explanation? explanation)
    {
        if (explanation is not null)
        {
            _byId[id] = explanation;
        }
    }

    /// <summary>All that was recorded.</summary>
    public ImmutableSortedDictionary<string, Explanation> ToImmutable() => _byId.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
