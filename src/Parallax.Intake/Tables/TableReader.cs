using System.Collections.Immutable;
using Parallax.Intake.Mapping;
using Parallax.Intake.Records;

namespace Parallax.Intake.Tables;

/// <summary>Reads tables of articles, one a row: commas, tabs or semicolons between cells, quotation marks around those that hold marks or line ends, a first row of names.</summary>
internal static class TableReader
{
    private const int LongestHeader = 4096, MaxColumns = 256;

    /// <summary>Whether the first row of <paramref name="text"/> names fields that can hold an article, and another row follows.</summary>
    public static bool LooksLikeTable(string text)
    {
        int end = text.AsSpan(0, Math.Min(text.Length, LongestHeader)).IndexOf('\n');
        return end > 0 && end + 1 < text.Length && Separator(text) is { } separator && ArticleRecord.CanHold(Header(text, separator, out _).Select(static cell => cell.Text));
    }

    /// <summary>The reports of a table, in the order of its rows.</summary>
    /// <param name="name">The input's name; reports are named by it and the row's number, from 1, the header not counted.</param>
    /// <param name="text">The table.</param>
    /// <param name="maxRows">Rows read.</param>
    /// <param name="isCut">Whether more rows follow.</param>
    public static List<StructuredReport> Read(string name, string text, int maxRows, out bool isCut)
    {
        List<StructuredReport> reports = [];
        char separator = Separator(text) ?? ',';
        string[] columns = [.. Header(text, separator, out int at).Select(static cell => RecordFields.Plain(cell.Text))];
        int row = 0;
        while (at < text.Length && row < maxRows)
        {
            int start = at;
            List<MappedText> cells = Row(text, separator, ref at);
            row++;
            StructuredReport? report = ArticleRecord.Make(FormattableString.Invariant($"{name}#{row}"), text, start, at, names => Cell(columns, cells, names));
            if (report is not null)
            {
                reports.Add(report);
            }
        }

        isCut = at < text.Length;
        return reports;
    }

    private static MappedText? Cell(string[] columns, List<MappedText> cells, ImmutableArray<string> names)
    {
        foreach (string name in names)
        {
            int column = Array.IndexOf(columns, name);
            if (column >= 0 && column < cells.Count && cells[column].Trim() is { Text.Length: > 0 } cell)
            {
                return cell;
            }
        }

        return null;
    }

    // The mark that stands most often in the first line.
    private static char? Separator(string text)
    {
        ReadOnlySpan<char> line = text.AsSpan(0, Math.Min(text.Length, LongestHeader));
        int end = line.IndexOfAny('\n', '\r');
        line = end < 0 ? line : line[..end];
        int commas = line.Count(','), tabs = line.Count('\t'), semicolons = line.Count(';');
        int most = Math.Max(commas, Math.Max(tabs, semicolons));
        return most == 0 ? null : most == tabs ? '\t' : most == commas ? ',' : ';';
    }

    private static List<MappedText> Header(string text, char separator, out int at)
    {
        at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        return Row(text, separator, ref at);
    }

    // One row: a quotation mark at the start of a cell opens it up to its closing one; a doubled one inside is one.
    private static List<MappedText> Row(string text, char separator, ref int at)
    {
        List<MappedText> cells = [];
        while (true)
        {
            MappedTextBuilder cell = new();
            if (at < text.Length && text[at] == '"')
            {
                ReadQuoted(text, cell, ref at);
            }

            int from = at;
            while (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r'))
            {
                at++;
            }

            cell.AppendLiteral(text, from, at);
            if (cells.Count < MaxColumns)
            {
                cells.Add(cell.ToValue());
            }

            if (at >= text.Length || text[at] != separator)
            {
                at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : at < text.Length ? 1 : 0;
                return cells;
            }

            at++;
        }
    }

    private static void ReadQuoted(string text, MappedTextBuilder cell, ref int at)
    {
        int from = ++at;
        while (at < text.Length)
        {
            if (text[at] != '"')
            {
                at++;
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.AppendLiteral(text, from, at + 1);
                at += 2;
                from = at;
            }
            else
            {
                break;
            }
        }

        cell.AppendLiteral(text, from, Math.Min(at, text.Length));
        at = Math.Min(text.Length, at + 1);
    }
}
