using System.Runtime.InteropServices;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>What a stem tells among the reports of a shelf.</summary>
/// <param name="Number">Of the stem, in the order of asking: nothing that is decided depends on it.</param>
/// <param name="Weight">Hundredths of a bit.</param>
/// <param name="Reports">Reports in which it stands.</param>
internal readonly record struct StemWeight(int Number, int Weight, int Reports);

/// <summary>The weights of stems, each worked out once. Valid until the shelf grows; not thread-safe.</summary>
internal sealed class StemWeights(IStoryShelf shelf)
{
    private readonly Dictionary<string, StemWeight> _known = new(StringComparer.Ordinal);
    private readonly int _reports = shelf.Count;

    /// <summary>Stems asked for: one more than the highest number.</summary>
    public int Count => _known.Count;

    /// <summary>The weight of a stem.</summary>
    public StemWeight this[string stem]
    {
        get
        {
            ref StemWeight weight = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, stem, out bool isKnown);
            if (!isKnown)
            {
                int holders = shelf.ReportsWith(stem);
                weight = new StemWeight(_known.Count - 1, WordWeights.Of(stem, holders, _reports), holders);
            }

            return weight;
        }
    }
}
