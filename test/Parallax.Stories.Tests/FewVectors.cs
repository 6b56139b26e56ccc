using Parallax.Core.Text;

namespace Parallax.Stories.Tests;

/// <summary>Vectors of two numbers for a handful of words.</summary>
internal sealed class FewVectors : IWordVectors
{
    private readonly Dictionary<string, sbyte[]> _vectors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ship"] = [100, 10], ["vessel"] = [100, 14], ["harbour"] = [60, 80], ["port"] = [64, 76], ["rain"] = [-10, 100], ["closed"] = [30, -90], ["shut"] = [34, -88],
    };

    public int Width => 2;

    public ReadOnlySpan<sbyte> Find(ReadOnlySpan<char> word) => _vectors.GetValueOrDefault(word.ToString());
}
