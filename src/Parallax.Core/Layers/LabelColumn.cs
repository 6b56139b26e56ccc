using System.Collections.Immutable;

namespace Parallax.Core.Layers;

/// <summary>One label a token from a head of the network, such as the BIO tags of attribution roles.</summary>
/// <param name="Labels">The inventory; index 0 is "nothing" (<c>O</c>).</param>
/// <param name="Values">Index into <paramref name="Labels"/> for each token.</param>
public sealed record LabelColumn(ImmutableArray<string> Labels, ImmutableArray<byte> Values)
{
    /// <summary>The label of a token.</summary>
    public string this[int token] => Labels[Values[token]];
}

/// <summary>One number a token from a head of the network, such as factuality from -3 (did not happen) to 3 (happened).</summary>
/// <param name="Values">A value for each token.</param>
public sealed record ScoreColumn(ImmutableArray<float> Values);
