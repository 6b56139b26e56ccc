using Parallax.Core;
using System.Collections.Immutable;
using Parallax.Stories.Learned;

namespace Parallax.Stories.Alignments;

/// <summary>Finds which piece of one wording corresponds to which of another, and how; as learned.</summary>
internal static class ChunkAligner
{
    private const int Kinds = 7;

    // The best of two pieces needs less to be joined than a piece that wants a partner which is taken; tried on the dev part of iSTS.
    private const int Enough = 400;
    private const int EnoughForSecond = 600;

    private static readonly Lazy<SmallNetwork> Learned = new(static () => SmallNetwork.Read("en/learned/alignment.txt", ChunkPairFeatures.Names));

    // Mean judgement of people for each kind in the training part of iSTS.
    private static readonly int[] LikenessOf = [0, 5, 4, 4, 3, 3, 4];

    /// <summary>The pieces that correspond, by left, then right.</summary>
    /// <param name="left">Pieces of one wording.</param>
    /// <param name="right">Pieces of the other.</param>
    public static ImmutableArray<Alignment> Align(ImmutableArray<Chunk> left, ImmutableArray<Chunk> right)
    {
        double[][][] features = ChunkPairFeatures.Of(left, right);
        List<(int Sure, int Left, int Right, AlignmentKind Kind)> pairs = [];
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                (AlignmentKind kind, int sure) = Decide(features[i][j]);
                pairs.Add((sure, i, j, kind));
            }
        }

        bool[] leftTaken = new bool[left.Length], rightTaken = new bool[right.Length];
        List<Alignment> found = [];
        foreach ((int sure, int i, int j, AlignmentKind kind) in pairs.OrderByDescending(static p => p.Sure).ThenBy(static p => p.Left).ThenBy(static p => p.Right))
        {
            bool free = !leftTaken[i] && !rightTaken[j], half = leftTaken[i] != rightTaken[j];
            if ((free && sure >= Enough) || (half && sure >= EnoughForSecond))
            {
                (leftTaken[i], rightTaken[j]) = (true, true);
                found.Add(new Alignment(i, j, kind, LikenessOf[(int)kind]));
            }
        }

        return [.. found.OrderBy(static f => f.Left).ThenBy(static f => f.Right)];
    }

    /// <summary>How two pieces stand to each other that are known to stand in one place.</summary>
    public static AlignmentKind Compare(Chunk left, Chunk right)
    {
        (AlignmentKind kind, int sure) = Decide(ChunkPairFeatures.Of([left], [right])[0][0]);
        return sure >= Enough ? kind : AlignmentKind.None;
    }

    // The likeliest kind of correspondence, and how sure it is that they correspond at all, in thousandths.
    private static (AlignmentKind Kind, int Sure) Decide(double[] features)
    {
        double[] scores = Learned.Value.Scores(features);
        int best = 1;
        for (int kind = 2; kind < Kinds; kind++)
        {
            best = scores[kind] > scores[best] ? kind : best;
        }

        return ((AlignmentKind)best, Logistic.Thousandths(Largest(scores) - scores[0]));
    }

    // All kinds of correspondence together against none: the largest score, and a little for each that is near it.
    private static double Largest(double[] scores)
    {
        const double Near = 1.5, Share = 0.4;
        double largest = scores[1..].Max();
        return largest + scores[1..].Sum(s => largest - s is > 0 and < Near ? Share * (Near - (largest - s)) / Near : 0);
    }
}
