using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Parallax.Storage.Sqlite;

/// <summary>The part of a collection that finds the neighbours of a report: what each is grouped by, which reports have a stem, which story each was last told to be in.</summary>
/// <remarks>
/// Not thread-safe. Reports and stems have numbers, from 0 on. Costs what is asked for, a stem or a report, and two columns that are read at once: eight bytes a report and eight a stem.
/// What another process adds is seen from the next <see cref="Add"/> on.
/// </remarks>
public sealed class StoryRows : IDisposable
{
    private const int SegmentReports = 1000;
    private const int SegmentBits = 20;
    private const int UnknownDay = -1;

    private readonly SqliteConnection _connection;
    private readonly PairColumn _uses;
    private readonly PairColumn _outlines;
    private readonly SqliteCommand _holders;
    private readonly SqliteCommand _report;

    // What PRAGMA data_version said when the columns were read: it changes when another connection writes. −1: not read.
    private long _seen = -1;

    internal StoryRows(SqliteConnection connection)
    {
        _connection = connection;
        (_uses, _outlines) = (new PairColumn(connection, "story_use"), new PairColumn(connection, "story_outline"));
        _holders = Command("SELECT reports FROM story_holder WHERE place >= @first AND place < @end ORDER BY place", "@first", "@end");
        _report = Command("SELECT key, day, stems FROM story_report WHERE number = @number", "@number");
    }

    /// <summary>Number of reports.</summary>
    public int Count => Outlines.Count;

    /// <summary>Number of different stems.</summary>
    public int Stems => Uses.Count;

    private PairColumn Uses
    {
        get
        {
            ReadFirst();
            return _uses;
        }
    }

    private PairColumn Outlines
    {
        get
        {
            ReadFirst();
            return _outlines;
        }
    }

    /// <summary>Hashes of the inputs of the collection whose reports were not looked at yet, sorted.</summary>
    public ImmutableArray<string> Missing() => [.. _connection.Query<string>("SELECT input FROM story_missing ORDER BY input")];

    /// <summary>The number of the report with a key, or null.</summary>
    public int? NumberOf(string key) => _connection.QuerySingleOrDefault<int?>("SELECT number FROM story_report WHERE key = @key", new { key });

    /// <summary>The key, the day and the stems of the report with a number: of each stem its number and how often it counts, in the order of letters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public (string Key, int? Day, ImmutableArray<(int Stem, int Count)> Stems) Report(int number)
    {
        _report.Parameters[0].Value = number;
        using SqliteDataReader row = _report.ExecuteReader();
        return row.Read()
            ? (row.GetString(0), row.IsDBNull(1) ? null : row.GetInt32(1), StemCodec.Decode(row.GetFieldValue<byte[]>(2)))
            : throw new ArgumentOutOfRangeException(nameof(number), number, "There is no report with this number.");
    }

    /// <summary>The day and the number of stems of the report with a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public (int? Day, int Stems) Outline(int number)
    {
        (int day, int stems) = Outlines[number];
        return (day == UnknownDay ? null : day, stems);
    }

    /// <summary>How common the stem with a number is in general English, as it was given when the stem came, and in how many reports it stands.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public (int Background, int Reports) Use(int stem) => Uses[stem];

    /// <summary>Numbers of the reports in which a stem stands, ascending.</summary>
    public int[] Holders(int stem)
    {
        int[] holders = [];
        (_holders.Parameters[0].Value, _holders.Parameters[1].Value) = ((long)stem << SegmentBits, (long)(stem + 1) << SegmentBits);
        using (SqliteDataReader rows = _holders.ExecuteReader())
        {
            while (rows.Read())
            {
                byte[] segment = rows.GetFieldValue<byte[]>(0);
                int before = holders.Length;
                Array.Resize(ref holders, before + (segment.Length / sizeof(int)));
                Span<int> read = holders.AsSpan(before);
                MemoryMarshal.Cast<byte, int>(segment)[..read.Length].CopyTo(read);
                if (!BitConverter.IsLittleEndian)
                {
                    BinaryPrimitives.ReverseEndianness(read, read);
                }
            }
        }

        // Another process may have added since the columns were read.
        int count = Count, known = holders.Length;
        while (known > 0 && holders[known - 1] >= count)
        {
            known--;
        }

        return known == holders.Length ? holders : holders[..known];
    }

    /// <summary>Adds reports in one transaction; those whose key is there already change nothing.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="looked">Inputs that are no longer missing: those of the reports, and those without any.</param>
    /// <param name="background">How common a stem is in general English; asked for stems that are new.</param>
    /// <returns>The numbers of those that are new.</returns>
    public ImmutableArray<int> Add(IReadOnlyList<StoryRow> reports, IEnumerable<string> looked, Func<string, int> background)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        ImmutableArray<int> added = Add(reports, background, transaction);
        _connection.Execute("DELETE FROM story_missing WHERE input = @input", looked.Select(static input => new { input }), transaction);
        Commit(transaction);
        return added;
    }

    /// <summary>Puts some of the reports that an earlier Parallax indexed into the form of now.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="background">How common a stem is in general English; asked for stems that are new.</param>
    /// <returns>How many are left; 0 where all have the form of now.</returns>
    public int TakeOver(int most, Func<string, int> background)
    {
        if (_connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM story_before)") == 0)
        {
            return 0;
        }

        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        List<StoryRow> rows = [];
        long last = -1;
        foreach ((long number, string key, string input, long? day, byte[] stems, string? story, string? title) in _connection.Query<(long, string, string, long?, byte[], string?, string?)>(
            "SELECT number, key, input, day, stems, story, title FROM story_before ORDER BY number LIMIT @most", new { most }, transaction))
        {
            rows.Add(new StoryRow(key, input, (int?)day, StemCodec.DecodeWords(stems)) { Story = story, Title = title });
            last = number;
        }

        Add(rows, background, transaction);
        _connection.Execute("DELETE FROM story_before WHERE number <= @last", new { last }, transaction);
        int left = _connection.ExecuteScalar<int>("SELECT count(*) FROM story_before", transaction: transaction);
        Commit(transaction);
        return left;
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
        _holders.Dispose();
        _report.Dispose();
    }

    private ImmutableArray<int> Add(IReadOnlyList<StoryRow> reports, Func<string, int> background, SqliteTransaction transaction)
    {
        if (_seen != DataVersion(transaction))
        {
            Read(transaction);
        }

        // Where a line below fails, the columns are read from the file again.
        _seen = -1;
        Dictionary<string, int> stemOf = new(StringComparer.Ordinal);
        Dictionary<long, List<int>> holders = [];
        ImmutableArray<int>.Builder added = ImmutableArray.CreateBuilder<int>();
        using SqliteCommand save = Command("INSERT INTO story_report (number, key, input, day, stems, title, story) VALUES (@number, @key, @input, @day, @stems, @title, @story) ON CONFLICT DO NOTHING", "@number", "@key", "@input", "@day", "@stems", "@title", "@story");
        using SqliteCommand find = Command("SELECT number FROM story_stem WHERE stem = @stem", "@stem");
        (save.Transaction, find.Transaction) = (transaction, transaction);
        foreach (StoryRow report in reports)
        {
            int number = _outlines.Count;
            (int Stem, int Count)[] stems = [.. report.Stems.Select(s => (NumberOf(s.Stem, stemOf, background, find), s.Count))];
            object?[] values = [number, report.Key, report.Input, report.Day, StemCodec.Encode(stems), report.Title, report.Story];
            for (int i = 0; i < values.Length; i++)
            {
                save.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            if (save.ExecuteNonQuery() == 0)
            {
                continue;
            }

            _outlines.Add(report.Day ?? UnknownDay, stems.Length);
            foreach ((int stem, int _) in stems)
            {
                (int general, int with) = _uses[stem];
                _uses[stem] = (general, with + 1);
                long place = ((long)stem << SegmentBits) + (number / SegmentReports);
                (CollectionsMarshal.GetValueRefOrAddDefault(holders, place, out _) ??= []).Add(number);
            }

            added.Add(number);
        }

        Write(holders, transaction);
        _uses.Write(transaction);
        _outlines.Write(transaction);
        return added.ToImmutable();
    }

    private void Write(Dictionary<long, List<int>> holders, SqliteTransaction transaction)
    {
        using SqliteCommand find = Command("SELECT reports FROM story_holder WHERE place = @place", "@place"), save = Command("INSERT INTO story_holder (place, reports) VALUES (@place, @reports) ON CONFLICT DO UPDATE SET reports = excluded.reports", "@place", "@reports");
        (find.Transaction, save.Transaction) = (transaction, transaction);
        foreach ((long place, List<int> numbers) in holders.OrderBy(static h => h.Key))
        {
            find.Parameters[0].Value = place;
            byte[] known = find.ExecuteScalar() as byte[] ?? [], bytes = new byte[known.Length + (numbers.Count * sizeof(int))];
            known.CopyTo(bytes, 0);
            for (int i = 0; i < numbers.Count; i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(known.Length + (i * sizeof(int))), numbers[i]);
            }

            (save.Parameters[0].Value, save.Parameters[1].Value) = (place, bytes);
            save.ExecuteNonQuery();
        }
    }

    private int NumberOf(string stem, Dictionary<string, int> known, Func<string, int> background, SqliteCommand find)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, stem, out bool isKnown);
        if (!isKnown)
        {
            find.Parameters[0].Value = stem;
            if (find.ExecuteScalar() is long there)
            {
                number = (int)there;
            }
            else
            {
                number = _uses.Add(background(stem), 0);
                _connection.Execute("INSERT INTO story_stem (stem, number) VALUES (@stem, @number)", new { stem, number }, find.Transaction);
            }
        }

        return number;
    }

    // The columns hold what is written: nobody else writes before this transaction ends.
    private void Commit(SqliteTransaction transaction)
    {
        long seen = DataVersion(transaction);
        transaction.Commit();
        _seen = seen;
    }

    private void ReadFirst()
    {
        if (_seen < 0)
        {
            using SqliteTransaction transaction = _connection.BeginTransaction(deferred: true);
            Read(transaction);
            _seen = DataVersion(transaction);
            transaction.Commit();
        }
    }

    private void Read(SqliteTransaction transaction)
    {
        _uses.Read(transaction);
        _outlines.Read(transaction);
    }

    private long DataVersion(SqliteTransaction transaction) => _connection.ExecuteScalar<long>("PRAGMA data_version", transaction: transaction);

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (string parameter in parameters)
        {
            SqliteParameter added = command.CreateParameter();
            added.ParameterName = parameter;
            command.Parameters.Add(added);
        }

        return command;
    }
}
