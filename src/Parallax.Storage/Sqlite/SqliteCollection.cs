using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Parallax.Storage.Sqlite;

/// <summary>A collection in one SQLite file. Writes go through a write-ahead log with full synchronisation, so that what was acknowledged survives a loss of power.</summary>
/// <remarks>Several processes may open one file: readers go on while one writes; a second writer waits up to ten seconds.</remarks>
public sealed class SqliteCollection : IReportCollection
{
    private const long ApplicationId = 0x50_41_52_58; // "PARX"
    private readonly SqliteConnection _connection;

    private SqliteCollection(SqliteConnection connection) => (_connection, Stories) = (connection, new StoryRows(connection));

    /// <summary>What the reports are grouped by.</summary>
    public StoryRows Stories { get; }

    /// <summary>Opens a collection, or makes it where the file does not exist or is empty.</summary>
    /// <exception cref="CollectionException">The file is not a collection, is damaged, was written by a newer version, or cannot be opened.</exception>
    public static SqliteCollection Open(string path)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            Prepare(connection, path);
            return new SqliteCollection(connection);
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            string why = fault.SqliteErrorCode == 26 ? "it is not a database" : fault.Message;
            throw new CollectionException($"“{path}” cannot be used as a collection: {why}. Name another file, or restore this one from a copy.", fault);
        }
        catch (CollectionException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool Add(string name, ReadOnlyMemory<byte> bytes)
    {
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        using SqliteTransaction transaction = _connection.BeginTransaction();
        int added = _connection.Execute("INSERT INTO report (sha256, bytes) VALUES (@sha256, @bytes) ON CONFLICT DO NOTHING", new { sha256, bytes = bytes.ToArray() }, transaction);
        _connection.Execute("INSERT INTO report_name (sha256, name) VALUES (@sha256, @name) ON CONFLICT DO NOTHING", new { sha256, name }, transaction);
        if (added == 1)
        {
            _connection.Execute("INSERT INTO story_missing (input) VALUES (@sha256)", new { sha256 }, transaction);
        }

        transaction.Commit();
        return added == 1;
    }

    /// <inheritdoc/>
    public StoredReport? Find(string sha256) =>
        _connection.QuerySingleOrDefault<byte[]>("SELECT bytes FROM report WHERE sha256 = @sha256", new { sha256 }) is { } bytes
            ? new StoredReport(sha256, [.. _connection.Query<string>("SELECT name FROM report_name WHERE sha256 = @sha256", new { sha256 }).Order(StringComparer.Ordinal)], bytes)
            : null;

    /// <inheritdoc/>
    public IEnumerable<StoredReport> Reports()
    {
        ILookup<string, string> names = _connection.Query<(string Sha256, string Name)>("SELECT sha256, name FROM report_name").ToLookup(static row => row.Sha256, static row => row.Name, StringComparer.Ordinal);
        foreach ((string sha256, byte[] bytes) in _connection.Query<(string, byte[])>("SELECT sha256, bytes FROM report ORDER BY sha256", buffered: false))
        {
            yield return new StoredReport(sha256, [.. names[sha256].Order(StringComparer.Ordinal)], bytes);
        }
    }

    /// <inheritdoc/>
    public byte[]? FindLayers(string report, string reader) =>
        _connection.QuerySingleOrDefault<byte[]>("SELECT content FROM layers WHERE report = @report AND reader = @reader", new { report, reader });

    /// <inheritdoc/>
    public void SaveLayers(string report, string reader, byte[] layers) =>
        _connection.Execute(
            "INSERT INTO layers (report, reader, content) VALUES (@report, @reader, @layers) ON CONFLICT (report) DO UPDATE SET reader = excluded.reader, content = excluded.content",
            new { report, reader, layers });

    /// <inheritdoc/>
    public void SaveIds(IEnumerable<(string Id, string Member)> ids)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        foreach ((string id, string member) in ids)
        {
            _connection.Execute("INSERT INTO given_id (member, id) VALUES (@member, @id) ON CONFLICT DO NOTHING", new { member, id }, transaction);
        }

        transaction.Commit();
    }

    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, string> GivenIds() =>
        _connection.Query<(string Member, string Id)>("SELECT member, id FROM given_id").ToImmutableSortedDictionary(static row => row.Member, static row => row.Id, StringComparer.Ordinal);

    /// <inheritdoc/>
    public int Decide(Decision decision) =>
        _connection.ExecuteScalar<int>("INSERT INTO decision (kind, subject, value, words) VALUES (@Kind, @Subject, @Value, @Words) RETURNING number", decision);

    /// <inheritdoc/>
    public Decision? Undo(int number)
    {
        (string Kind, string Subject, string Value, string Words) row = _connection.QuerySingleOrDefault<(string, string, string, string)>(
            "UPDATE decision SET undone = 1 WHERE undone = 0 AND number = @number RETURNING kind, subject, value, words", new { number });
        return row.Kind is null ? null : new Decision(row.Kind, row.Subject, row.Value, row.Words);
    }

    /// <inheritdoc/>
    public ImmutableArray<KeptDecision> Decisions() =>
        [.. _connection.Query<(int Number, string Kind, string Subject, string Value, string Words)>("SELECT number, kind, subject, value, words FROM decision WHERE undone = 0 ORDER BY number")
            .Select(static row => new KeptDecision(row.Number, new Decision(row.Kind, row.Subject, row.Value, row.Words)))];

    /// <inheritdoc/>
    public void Dispose()
    {
        Stories.Dispose();
        _connection.Dispose();
    }

    private static void Prepare(SqliteConnection connection, string path)
    {
        connection.Execute("PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;");
        long application = connection.ExecuteScalar<long>("PRAGMA application_id");
        long version = connection.ExecuteScalar<long>("PRAGMA user_version");
        long tables = connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema");
        if (application != ApplicationId && tables > 0)
        {
            throw new CollectionException($"“{path}” is a database, but not a collection of Parallax. Name another file.");
        }

        ImmutableArray<string> migrations = Migrations();
        if (version > migrations.Length)
        {
            throw new CollectionException(string.Create(CultureInfo.InvariantCulture, $"“{path}” was written by a newer Parallax (form {version}; this one knows {migrations.Length}). Nothing was changed. Use the newer program."));
        }

        connection.Execute("PRAGMA journal_mode = WAL;");
        for (int i = (int)version; i < migrations.Length; i++)
        {
            Migrate(connection, migrations[i], i);
        }
    }

    // Another process may have migrated between our look and our lock: the version is read again inside the transaction.
    private static void Migrate(SqliteConnection connection, string sql, int from)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        if (connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction) == from)
        {
            connection.Execute(sql, transaction: transaction);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {from + 1};"), transaction: transaction);
        }

        transaction.Commit();
    }

    private static ImmutableArray<string> Migrations()
    {
        Assembly assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
            {
                using StreamReader reader = new(assembly.GetManifestResourceStream(name)!); // Just listed, so it is there.
                return reader.ReadToEnd();
            }),
        ];
    }
}
