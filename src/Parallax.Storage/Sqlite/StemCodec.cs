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
        (int, int)[] stems = new (int, int)[Number(ref bytes)];
        for (int i = 0; i < stems.Length; i++)
        {
            stems[i] = (Number(ref bytes), Number(ref bytes));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(stems);
    }

    /// <summary>Reads stems by their letters, the form of before: each after the number of its bytes in UTF-8.</summary>
    public static ImmutableArray<(string Stem, int Count)> DecodeWords(ReadOnlySpan<byte> bytes)
    {
        (string, int)[] stems = new (string, int)[Number(ref bytes)];
        for (int i = 0; i < stems.Length; i++)
        {
            int length = Number(ref bytes);
            string stem = Encoding.UTF8.GetString(bytes[..length]);
            bytes = bytes[length..];
            stems[i] = (stem, Number(ref bytes));
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

    private static int Number(ref ReadOnlySpan<byte> bytes)
    {
        int number = 0, shift = 0, at = 0;
        while (bytes[at] > 127)
        {
            number |= (bytes[at++] & 127) << shift;
            shift += 7;
        }

        number |= bytes[at] << shift;
        bytes = bytes[(at + 1)..];
        return number;
    }
}
