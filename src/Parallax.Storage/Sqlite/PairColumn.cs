using System.Buffers.Binary;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Parallax.Storage.Sqlite;

/// <summary>A column of pairs of whole numbers, known by their place from 0 on, kept in blocks of a table: read at once, written by the block. Not thread-safe.</summary>
/// <param name="connection">The collection.</param>
/// <param name="table">Its table: a block's number and its pairs.</param>
internal sealed class PairColumn(SqliteConnection connection, string table)
{
    private const int BlockPairs = 500;
    private const int PairBytes = 8;

    private readonly SortedSet<int> _changed = [];
    private (int First, int Second)[] _pairs = [];

    /// <summary>Number of pairs.</summary>
    public int Count { get; private set; }

    /// <summary>The pair at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public (int First, int Second) this[int place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Count, nameof(place));
            return _pairs[place];
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Count, nameof(place));
            _pairs[place] = value;
            _changed.Add(place / BlockPairs);
        }
    }

    /// <summary>Puts a pair at the end.</summary>
    /// <returns>Its place.</returns>
    public int Add(int first, int second)
    {
        if (Count == _pairs.Length)
        {
            Array.Resize(ref _pairs, Math.Max(BlockPairs, 2 * Count));
        }

        Count++;
        this[Count - 1] = (first, second);
        return Count - 1;
    }

    /// <summary>Reads the column anew.</summary>
    public void Read(SqliteTransaction? transaction)
    {
        _changed.Clear();
        Count = 0;
        foreach (byte[] block in connection.Query<byte[]>($"SELECT pairs FROM {table} ORDER BY block", transaction: transaction, buffered: false))
        {
            int count = block.Length / PairBytes;
            if (Count + count > _pairs.Length)
            {
                Array.Resize(ref _pairs, Math.Max(Count + count, 2 * _pairs.Length));
            }

            ReadOnlySpan<byte> bytes = block;
            for (int i = 0; i < count; i++, bytes = bytes[PairBytes..])
            {
                _pairs[Count++] = (BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]));
            }
        }
    }

    /// <summary>Writes the blocks that have changed.</summary>
    public void Write(SqliteTransaction transaction)
    {
        foreach (int block in _changed)
        {
            int first = block * BlockPairs;
            byte[] pairs = new byte[Math.Min(BlockPairs, Count - first) * PairBytes];
            for (int i = 0; i < pairs.Length / PairBytes; i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(pairs.AsSpan(i * PairBytes), _pairs[first + i].First);
                BinaryPrimitives.WriteInt32LittleEndian(pairs.AsSpan((i * PairBytes) + 4), _pairs[first + i].Second);
            }

            connection.Execute($"INSERT INTO {table} (block, pairs) VALUES (@block, @pairs) ON CONFLICT DO UPDATE SET pairs = excluded.pairs", new { block, pairs }, transaction);
        }

        _changed.Clear();
    }
}
