using System.Text;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Tables;

/// <summary>Fills the tables. Columns are described in docs/account-format.md; several values in one field are separated by "; ".</summary>
internal static class CsvTables
{
    public static void Statements(AccountIndex index, StringBuilder target)
    {
        CsvText.Row(target, "id", "file", "outlet", "report_date", "sentence", "start", "end", "source", "source_kind", "source_words", "cue", "stance", "force", "manner", "content", "hedge", "addressee", "occasion", "time", "chain", "root", "root_kind");
        foreach (Statement statement in index.Account.Statements)
        {
            AccountReport? report = index.Report(statement.Report);
            CsvText.Row(
                target, statement.Id, report?.File, report?.Outlet?.Name, report?.Published?.Value, statement.Sentence + 1, statement.Span.Start, statement.Span.End,
                statement.Source.Name, Kebab(statement.Source.Kind), statement.Source.Text, statement.Cue.Text, Kebab(statement.Stance), Kebab(statement.Force), Kebab(statement.Manner),
                statement.Content.Text, statement.Hedge, index.NameOf(statement.Addressee), statement.Occasion, statement.Time,
                string.Join("; ", statement.Chain.Select(static hop => hop.Name)), statement.Root.Name, Kebab(statement.Root.Kind));
        }
    }

    public static void Figures(AccountIndex index, StringBuilder target)
    {
        CsvText.Row(target, "id", "file", "outlet", "report_date", "sentence", "start", "end", "words", "value", "low", "high", "unit", "modifier", "aspect", "measures", "entities", "as_of", "according_to");
        foreach (Figure figure in index.Account.Figures)
        {
            AccountReport? report = index.Report(figure.Report);
            string words = report is null ? "" : AccountIndex.Slice(report, figure.Start, figure.End);
            CsvText.Row(
                target, figure.Id, report?.File, report?.Outlet?.Name, report?.Published?.Value, Sentence(index, figure.Report, figure.Start), figure.Start, figure.End, words,
                figure.Value, figure.Low, figure.High, figure.Unit, figure.Modifier, Kebab(figure.Aspect), figure.Measures?.Text, Names(index, figure.Entities), figure.AsOf,
                index.Statement(figure.According)?.Source.Name);
        }
    }

    public static void Events(AccountIndex index, StringBuilder target)
    {
        CsvText.Row(target, "id", "file", "outlet", "report_date", "sentence", "start", "end", "trigger", "plover", "mode", "cameo", "actors", "recipients", "object", "time", "place", "factuality", "according_to");
        foreach (Event told in index.Account.Events)
        {
            AccountReport? report = index.Report(told.Report);
            CsvText.Row(
                target, told.Id, report?.File, report?.Outlet?.Name, report?.Published?.Value, told.Sentence + 1, told.Trigger.Start, told.Trigger.End, told.Trigger.Lemma,
                told.Plover.ToString(), told.Mode, told.Cameo, Names(index, told.Actors), Names(index, told.Recipients), told.Object?.Text, told.Time, index.NameOf(told.Place),
                Kebab(told.Factuality), index.Statement(told.According)?.Source.Name);
        }
    }

    public static void Timeline(AccountIndex index, StringBuilder target)
    {
        CsvText.Row(target, "time", "precision", "text", "reports", "happening", "statement", "file", "start", "end");
        foreach (TimelineEntry entry in index.Account.Timeline)
        {
            Core.Evidence? place = entry.Evidence.IsEmpty ? null : entry.Evidence[0];
            CsvText.Row(
                target, entry.Time, Kebab(entry.Precision), entry.Text, string.Join("; ", entry.Reports.Select(report => index.Report(report)?.File ?? report)), entry.Happening, entry.Statement,
                index.Report(place?.Report)?.File, place is null ? "" : (CsvText.Field)place.Start, place is null ? "" : (CsvText.Field)place.End);
        }
    }

    private static CsvText.Field Sentence(AccountIndex index, string report, int start) =>
        index.CiteAt(report, start, start) is { } cite ? cite.Sentence + 1 : "";

    private static string Names(AccountIndex index, IEnumerable<string> entities) => string.Join("; ", entities.Select(index.NameOf).Where(static name => name.Length > 0));

    private static string Kebab<TEnum>(TEnum value)
        where TEnum : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
