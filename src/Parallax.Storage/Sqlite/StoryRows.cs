using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Parallax.Storage.Sqlite;

/// <summary>By what one report is grouped, as a collection keeps it.</summary>
/// <param name="Key">Its hash.</param>
/// <param name="Input">Hash of the input that it came in.</param>
/// <param name="Day">Publication day as days since 0001-01-01, or null.</param>
/// <param name="Stems">Its stems with how often they count, sorted by stem (ordinal).</param>
public sealed record StoryRow(string Key, string Input, int? Day, ImmutableArray<(string Stem, int Count)> Stems)
{
    /// <summary>What a person knows it by, or null.</summary>
    public string? Title { get; init; }
}

/// <summary>The part of a collection that finds the neighbours of a report: what each is grouped by, which reports have a stem, which story each was last told to be in.</summary>
/// <remarks>Not thread-safe. Costs what is asked for: a stem, a report; never the whole collection.</remarks>
public sealed class StoryRows : IDisposable
{
    private const int EntryBytes = 8;
    private const int SegmentReports = 4096;
    private readonly SqliteConnection _connection;
    private readonly StemCounts _counts;
    private readonly SqliteCommand _reports;
    private readonly SqliteCommand _report;

    internal StoryRows(SqliteConnection connection)
    {
        _connection = connection;
        _counts = new StemCounts(connection);
        _reports = Command("SELECT reports FROM story_stem WHERE stem = @stem ORDER BY segment");
        _report = Command("SELECT key, day, stems FROM story_report WHERE number = @number", "@number");
    }

    /// <summary>Number of reports.</summary>
    public int Count => _connection.ExecuteScalar<int>("SELECT count(*) FROM story_report");

    /// <summary>Hashes of the inputs of the collection of which no report is here, sorted.</summary>
    public ImmutableArray<string> Missing() =>
        [.. _connection.Query<string>("SELECT sha256 FROM report WHERE NOT EXISTS (SELECT 1 FROM story_report WHERE input = sha256) ORDER BY sha256")];

    /// <summary>The number of the report with a key, or null.</summary>
    public int? NumberOf(string key) => _connection.QuerySingleOrDefault<int?>("SELECT number FROM story_report WHERE key = @key", new { key });

    /// <summary>The key, the day and the stems of the report with a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public (string Key, int? Day, ImmutableArray<(string Stem, int Count)> Stems) Report(int number)
    {
        _report.Parameters[0].Value = number;
        using SqliteDataReader row = _report.ExecuteReader();
        return row.Read()
            ? (row.GetString(0), row.IsDBNull(1) ? null : row.GetInt32(1), Decode(row.GetFieldValue<byte[]>(2)))
            : throw new ArgumentOutOfRangeException(nameof(number), number, "There is no such report.");
    }

    /// <summary>In how many reports a stem stands.</summary>
    public int ReportsWith(string stem) => _counts[stem];

    /// <summary>Numbers and days of the reports in which a stem stands, by number.</summary>
    public (int Number, int? Day)[] Holders(string stem)
    {
        (int, int?)[] holders = [];
        int count = 0;
        _reports.Parameters[0].Value = stem;
        using SqliteDataReader rows = _reports.ExecuteReader();
        while (rows.Read())
        {
            ReadOnlySpan<byte> bytes = rows.GetFieldValue<byte[]>(0);
            Array.Resize(ref holders, count + (bytes.Length / EntryBytes));
            for (; count < holders.Length; count++, bytes = bytes[EntryBytes..])
            {
                int day = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
                holders[count] = (BinaryPrimitives.ReadInt32LittleEndian(bytes), day < 0 ? null : day);
            }
        }

        return holders;
    }

    /// <summary>Adds reports in one transaction; those whose key is there already change nothing.</summary>
    /// <returns>The numbers of those that are new.</returns>
    public ImmutableArray<int> Add(IEnumerable<StoryRow> reports)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        int next = _connection.ExecuteScalar<int>("SELECT coalesce(max(number) + 1, 0) FROM story_report", transaction: transaction);
        ImmutableArray<int>.Builder added = ImmutableArray.CreateBuilder<int>();
        SortedDictionary<(string Stem, int Segment), List<byte>> entries = new(Comparer<(string Stem, int Segment)>.Create(static (a, b) =>
            string.CompareOrdinal(a.Stem, b.Stem) is var order && order != 0 ? order : a.Segment.CompareTo(b.Segment)));
        Span<byte> entry = stackalloc byte[EntryBytes];
        foreach (StoryRow report in reports)
        {
            if (_connection.Execute("INSERT INTO story_report (number, key, input, day, stems, title) VALUES (@next, @Key, @Input, @Day, @stems, @Title) ON CONFLICT DO NOTHING", new { next, report.Key, report.Input, report.Day, stems = Encode(report.Stems), report.Title }, transaction) == 0)
            {
                continue;
            }

            BinaryPrimitives.WriteInt32LittleEndian(entry, next);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], report.Day ?? -1);
            foreach ((string stem, int _) in report.Stems)
            {
                (string, int) key = (stem, next / SegmentReports);
                (entries.TryGetValue(key, out List<byte>? list) ? list : entries[key] = []).AddRange(entry);
            }

            added.Add(next++);
        }

        using SqliteCommand find = Command("SELECT reports FROM story_stem WHERE stem = @stem AND segment = @segment"), save = Command("INSERT INTO story_stem (stem, segment, reports) VALUES (@stem, @segment, @reports) ON CONFLICT DO UPDATE SET reports = excluded.reports");
        (find.Transaction, save.Transaction) = (transaction, transaction);
        find.Parameters.Add("@segment", SqliteType.Integer);
        save.Parameters.Add("@segment", SqliteType.Integer);
        save.Parameters.Add("@reports", SqliteType.Blob);
        foreach (((string stem, int segment), List<byte> bytes) in entries)
        {
            (find.Parameters[0].Value, find.Parameters[1].Value) = (stem, segment);
            (save.Parameters[0].Value, save.Parameters[1].Value, save.Parameters[2].Value) = (stem, segment, find.ExecuteScalar() is byte[] known ? [.. known, .. bytes] : bytes.ToArray());
            save.ExecuteNonQuery();
        }

        // Where a line above failed, the counts of the next question are read from the file again.
        _counts.Forget();
        _counts.Add(entries.SelectMany(static e => Enumerable.Repeat(e.Key.Stem, e.Value.Count / EntryBytes)), transaction);
        transaction.Commit();
        return added.ToImmutable();
    }

    /// <summary>The story that a report was last told to be in, or null.</summary>
    public string? StoryOf(string key) => _connection.QuerySingleOrDefault<string?>("SELECT story FROM story_report WHERE key = @key", new { key });

    /// <summary>What a person knows the earliest of some reports by that has such words, or null; reports without a day come last.</summary>
    public string? Title(IEnumerable<string> keys) =>
        _connection.QueryFirstOrDefault<string?>("SELECT title FROM story_report WHERE title IS NOT NULL AND key IN @keys ORDER BY day IS NULL, day, key", new { keys });

    /// <summary>Keeps which story reports are told to be in.</summary>
    public void Tell(IEnumerable<(string Key, string Story)> stories)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        foreach ((string key, string story) in stories)
        {
            _connection.Execute("UPDATE story_report SET story = @story WHERE key = @key", new { key, story }, transaction);
        }

        transaction.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reports.Dispose();
        _report.Dispose();
    }

    private SqliteCommand Command(string sql, string parameter = "@stem")
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(parameter, parameter == "@stem" ? SqliteType.Text : SqliteType.Integer);
        return command;
    }

    private static byte[] Encode(ImmutableArray<(string Stem, int Count)> stems)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write7BitEncodedInt(stems.Length);
        foreach ((string stem, int count) in stems)
        {
            writer.Write(stem);
            writer.Write7BitEncodedInt(count);
        }

        writer.Flush();
        return stream.ToArray();
    }

    // As BinaryWriter writes: seven bits a byte, the lowest first; a stem after the number of its bytes.
    private static ImmutableArray<(string Stem, int Count)> Decode(ReadOnlySpan<byte> bytes)
    {
        ImmutableArray<(string, int)>.Builder stems = ImmutableArray.CreateBuilder<(string, int)>(Number(ref bytes));
        while (stems.Count < stems.Capacity)
        {
            int length = Number(ref bytes);
            string stem = Encoding.UTF8.GetString(bytes[..length]);
            bytes = bytes[length..];
            stems.Add((stem, Number(ref bytes)));
        }

        return stems.MoveToImmutable();
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
