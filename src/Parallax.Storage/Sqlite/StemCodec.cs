using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Parallax.Storage.Sqlite;

/// <summary>Lists of stems as rows hold them: numbers of seven bits a byte, the lowest first, the last byte below 128.</summary>
internal static class StemCodec
{
    private const int LongestPair = 10;

    /// <summary>Writes stems by number with how often they count.</summary>
    public static byte[] Encode(ReadOnlySpan<(int Stem, int Count)> stems)
    {
        byte[] bytes = new byte[(stems.Length + 1) * LongestPair];
        int at = 0;
        Write(bytes, ref at, stems.Length);
        foreach ((int stem, int count) in stems)
        {
            Write(bytes, ref at, stem);
            Write(bytes, ref at, count);
        }

        return bytes[..at];
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    public static ImmutableArray<(int Stem, int Count)> Decode(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        (int, int)[] stems = new (int, int)[Number(bytes, ref at)];
        for (int i = 0; i < stems.Length; i++)
        {
            int stem = Number(bytes, ref at);
            stems[i] = (stem, Number(bytes, ref at));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(stems);
    }

    /// <summary>Reads stems by their letters, the form of before: each after the number of its bytes in UTF-8.</summary>
    public static ImmutableArray<(string Stem, int Count)> DecodeWords(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        (string, int)[] stems = new (string, int)[Number(bytes, ref at)];
        for (int i = 0; i < stems.Length; i++)
        {
            int length = Number(bytes, ref at);
            string stem = Encoding.UTF8.GetString(bytes.Slice(at, length));
            at += length;
            stems[i] = (stem, Number(bytes, ref at));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(stems);
    }

    private static void Write(byte[] bytes, ref int at, int number)
    {
        uint rest = (uint)number;
        for (; rest > 127; rest >>= 7)
        {
            bytes[at++] = (byte)((rest & 127) | 128);
        }

        bytes[at++] = (byte)rest;
    }

    // Thousands of these are read for one report: no span is cut for a number.
    private static int Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        int number = bytes[at++];
        if (number <= 127)
        {
            return number;
        }

        number &= 127;
        for (int shift = 7; ; shift += 7)
        {
            int next = bytes[at++];
            number |= (next & 127) << shift;
            if (next <= 127)
            {
                return number;
            }
        }
    }
}
