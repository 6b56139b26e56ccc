using System.Buffers.Binary;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Parallax.Storage.Sqlite;

/// <summary>In how many reports of a collection each stem stands, in a form of which tens of thousands can be asked in some milliseconds. Parts once read are kept. Not thread-safe.</summary>
/// <remarks>Stems are known by 64 bits of hash; two of a collection's stems in one are less likely than a fault of the disk.</remarks>
internal sealed class StemCounts(SqliteConnection connection)
{
    private const int EntryBytes = 12;
    private readonly (ulong[] Hashes, int[] Counts)?[] _parts = new (ulong[], int[])?[256];

    /// <summary>Number of reports with a stem.</summary>
    public int this[string stem]
    {
        get
        {
            ulong hash = Hash(stem);
            (ulong[] hashes, int[] counts) = Part(hash >> 56, null);
            int at = Array.BinarySearch(hashes, hash);
            return at < 0 ? 0 : counts[at];
        }
    }

    /// <summary>Adds one report for each stem given; a stem given twice counts twice.</summary>
    public void Add(IEnumerable<string> stems, SqliteTransaction transaction)
    {
        foreach (IGrouping<ulong, ulong> part in stems.Select(Hash).GroupBy(static h => h >> 56).OrderBy(static g => g.Key))
        {
            (ulong[] hashes, int[] counts) = Part(part.Key, transaction);
            SortedDictionary<ulong, int> all = [];
            for (int i = 0; i < hashes.Length; i++)
            {
                all[hashes[i]] = counts[i];
            }

            foreach (ulong hash in part)
            {
                all[hash] = all.GetValueOrDefault(hash) + 1;
            }

            byte[] bytes = new byte[all.Count * EntryBytes];
            int at = 0;
            foreach ((ulong hash, int count) in all)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), hash);
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 8), count);
                at += EntryBytes;
            }

            connection.Execute("INSERT INTO story_count (part, stems) VALUES (@part, @bytes) ON CONFLICT DO UPDATE SET stems = excluded.stems", new { part = (long)part.Key, bytes }, transaction);
            _parts[part.Key] = ([.. all.Keys], [.. all.Values]);
        }
    }

    /// <summary>Forgets what was read, after a transaction that did not come to its end.</summary>
    public void Forget() => Array.Clear(_parts);

    private (ulong[] Hashes, int[] Counts) Part(ulong number, SqliteTransaction? transaction)
    {
        if (_parts[number] is { } known)
        {
            return known;
        }

        byte[] bytes = connection.QuerySingleOrDefault<byte[]>("SELECT stems FROM story_count WHERE part = @part", new { part = (long)number }, transaction) ?? [];
        ulong[] hashes = new ulong[bytes.Length / EntryBytes];
        int[] counts = new int[hashes.Length];
        for (int i = 0; i < hashes.Length; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * EntryBytes));
            counts[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan((i * EntryBytes) + 8));
        }

        _parts[number] = (hashes, counts);
        return (hashes, counts);
    }

    // FNV-1a, its bits mixed once more so that the first byte is as even as the last.
    private static ulong Hash(string stem)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in stem)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return unchecked((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15);
    }
}
