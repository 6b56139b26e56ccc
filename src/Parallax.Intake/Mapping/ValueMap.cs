using System.Collections.Immutable;
using Parallax.Core.Text;

namespace Parallax.Intake.Mapping;

/// <summary>Maps of values, sliced and put one behind the other.</summary>
internal static class ValueMap
{
    /// <summary>The part of a map from <paramref name="start"/> up to <paramref name="end"/>, counted from its start.</summary>
    public static ImmutableArray<TextMapPiece> Slice(ImmutableArray<TextMapPiece> pieces, int start, int end)
    {
        ImmutableArray<TextMapPiece>.Builder sliced = ImmutableArray.CreateBuilder<TextMapPiece>();
        foreach (TextMapPiece piece in pieces)
        {
            int from = Math.Max(piece.Start, start), to = Math.Min(piece.Start + piece.Length, end);
            if (from < to)
            {
                sliced.Add(new TextMapPiece(from - start, piece.ReceivedStart + from - piece.Start, to - from));
            }
        }

        return sliced.ToImmutable();
    }

    /// <summary>Leads pieces that point into a value on to the text that the value itself came from, moved by <paramref name="offset"/>.</summary>
    /// <remarks>Both sides are sorted by what they point from; pieces of <paramref name="inner"/> need not be sorted by what they point to. O(n log n).</remarks>
    public static ImmutableArray<TextMapPiece> Compose(ImmutableArray<TextMapPiece> inner, ImmutableArray<TextMapPiece> outer, int offset)
    {
        ImmutableArray<TextMapPiece>.Builder composed = ImmutableArray.CreateBuilder<TextMapPiece>();
        foreach (TextMapPiece piece in inner)
        {
            int end = piece.ReceivedStart + piece.Length;
            for (int i = FirstEndingAfter(outer, piece.ReceivedStart); i < outer.Length && outer[i].Start < end; i++)
            {
                int from = Math.Max(outer[i].Start, piece.ReceivedStart), to = Math.Min(outer[i].Start + outer[i].Length, end);
                if (from < to)
                {
                    composed.Add(new TextMapPiece(piece.Start + from - piece.ReceivedStart, outer[i].ReceivedStart + from - outer[i].Start + offset, to - from));
                }
            }
        }

        return composed.ToImmutable();
    }

    private static int FirstEndingAfter(ImmutableArray<TextMapPiece> pieces, int position)
    {
        int low = 0, high = pieces.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = pieces[middle].Start + pieces[middle].Length <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
