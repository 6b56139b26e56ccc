using System.Text;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Tables;

/// <summary>One table of the account as CSV: a header row, then a row per record with its id, the report's file and hash, and the place of its words.</summary>
public sealed class CsvRenderer : IAccountRenderer
{
    private readonly Action<AccountIndex, StringBuilder> _fill;

    private CsvRenderer(string table, Action<AccountIndex, StringBuilder> fill)
    {
        Name = "csv-" + table;
        _fill = fill;
    }

    /// <summary>What was attributed to whom.</summary>
    public static CsvRenderer Statements { get; } = new("statements", CsvTables.Statements);

    /// <summary>Numbers with bounds and units.</summary>
    public static CsvRenderer Figures { get; } = new("figures", CsvTables.Figures);

    /// <summary>Who did what to whom.</summary>
    public static CsvRenderer Events { get; } = new("events", CsvTables.Events);

    /// <summary>The timeline.</summary>
    public static CsvRenderer Timeline { get; } = new("timeline", CsvTables.Timeline);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string MediaType => "text/csv";

    /// <inheritdoc/>
    public void Write(Account account, RenderOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var text = new StringBuilder();
        _fill(new AccountIndex(account), text);
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
