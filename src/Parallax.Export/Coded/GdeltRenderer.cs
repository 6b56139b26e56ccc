using System.Globalization;
using System.Text;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;
using Parallax.Export.Views;

namespace Parallax.Export.Coded;

/// <summary>Events in the 61 tab-separated columns of GDELT 2.0 event files, without header or quoting, for programs that read those.</summary>
/// <remarks>
/// Only events told as having happened that have a CAMEO code and somebody in them. Several actors or recipients become one row for each pair; a mutual act becomes a row in each direction for the
/// first named with each other. What an account
/// does not hold stays empty: Goldstein scale, tone, coordinates, codes of ethnic groups, religions and roles but GOV, and the time of adding, since an account has no clock. GLOBALEVENTID is made from the event's id and
/// the number of its row. Tabs and line breaks in names become spaces; a name that a spreadsheet program would take for a formula has an apostrophe before it.
/// </remarks>
public sealed class GdeltRenderer : IAccountRenderer
{
    private const int Columns = 61;
    private const int RowsPerEvent = 1000;
    private const string Visit = "042", Host = "043";

    /// <inheritdoc/>
    public string Name => "gdelt";

    /// <inheritdoc/>
    public string MediaType => "text/tab-separated-values";

    /// <inheritdoc/>
    public void Write(Account account, RenderOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var index = new AccountIndex(account);
        Dictionary<string, Happening> happenings = HappeningsByEvent(account);
        var text = new StringBuilder();
        foreach (Event told in account.Events)
        {
            if (told.Factuality == Factuality.Happened && told.Cameo is { Length: >= 2 } && !(told.Actors.IsEmpty && told.Recipients.IsEmpty) && index.Report(told.Report) is { } report)
            {
                Rows(text, index, told, report, happenings.GetValueOrDefault(told.Id));
            }
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Rows(StringBuilder text, AccountIndex index, Event told, AccountReport report, Happening? happening)
    {
        int row = 0;
        foreach ((string? first, string? second, bool isMirrored) in Pairs(told))
        {
            string code = isMirrored && told.Cameo == Visit ? Host : told.Cameo!; // Rows is called for events with a code only.
            string[] fields = Row(index, told, report, happening, first, second, code);
            fields[0] = ((Convert.ToInt64(told.Id[1..], 16) * RowsPerEvent) + row++).ToString(CultureInfo.InvariantCulture);
            text.AppendJoin('\t', fields).Append('\n');
            if (row == RowsPerEvent)
            {
                return;
            }
        }
    }

    private static IEnumerable<(string? First, string? Second, bool IsMirrored)> Pairs(Event told)
    {
        if (told.Recipients.IsEmpty && told.Actors.Length > 1)
        {
            // Who met whom is sure only of the one named first: "the envoy met Maro and Lind" tells no meeting of Maro with Lind.
            return told.Actors.Skip(1).SelectMany(other => new (string?, string?, bool)[] { (told.Actors[0], other, false), (other, told.Actors[0], true) });
        }

        IEnumerable<string?> actors = told.Actors.IsEmpty ? new string?[1] : told.Actors;
        IEnumerable<string?> recipients = told.Recipients.IsEmpty ? new string?[1] : told.Recipients;
        return from actor in actors from recipient in recipients select (actor, recipient, false);
    }

    private static string[] Row(AccountIndex index, Event told, AccountReport report, Happening? happening, string? first, string? second, string code)
    {
        string[] fields = new string[Columns];
        Array.Fill(fields, "");
        Date(fields, told.Time);
        Actor(fields, 5, index.Entity(first));
        Actor(fields, 15, index.Entity(second));
        bool leads = told.Sentence < report.Sentences.Length && report.Sentences[told.Sentence].Part is TextPart.Title or TextPart.Lead;
        fields[25] = leads ? "1" : "0";
        fields[26] = code;
        fields[27] = code[..Math.Min(3, code.Length)];
        fields[28] = code[..2];
        fields[29] = QuadClass(code);
        fields[31] = (happening?.Events.Length ?? 1).ToString(CultureInfo.InvariantCulture);
        IEnumerable<string> reports = happening?.Reports ?? [report.Id];
        fields[32] = reports.Select(id => index.Report(id)?.Outlet?.Name ?? id).Distinct(StringComparer.Ordinal).Count().ToString(CultureInfo.InvariantCulture);
        fields[33] = reports.Count().ToString(CultureInfo.InvariantCulture);
        fields[52] = Field(index.NameOf(told.Place));
        fields[60] = Field(report.Url ?? report.File);
        return fields;
    }

    private static void Date(string[] fields, string? time)
    {
        if (time is null || time.Length < 4 || !int.TryParse(time.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year))
        {
            return;
        }

        fields[3] = time[..4];
        if (time.Length < 7 || time[4] != '-' || !int.TryParse(time.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int month))
        {
            return;
        }

        fields[2] = time[..4] + time[5..7];
        if (time.Length >= 10 && time[7] == '-' && int.TryParse(time.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int day))
        {
            fields[1] = time[..4] + time[5..7] + time[8..10];
            fields[4] = (year + Math.Round(((month * 30) + day) / 365.0, 4)).ToString("0.0000", CultureInfo.InvariantCulture);
        }
    }

    private static void Actor(string[] fields, int at, Entity? entity)
    {
        if (entity is null)
        {
            return;
        }

        string country = CountryCodes.Of(entity.Country);
        string type = entity.Kind == ActorKind.Government ? "GOV" : "";
        fields[at] = entity.Kind is ActorKind.Country or ActorKind.Government ? country + type : country;
        fields[at + 1] = Field(entity.Name.ToUpperInvariant());
        fields[at + 2] = country;
        fields[at + 7] = type;
    }

    private static string QuadClass(string code) => int.TryParse(code.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int root) ? root switch
    {
        >= 1 and <= 5 => "1", >= 6 and <= 8 => "2", >= 9 and <= 13 => "3", >= 14 and <= 20 => "4", _ => "",
    } : "";

    private static string Field(string text)
    {
        string line = string.Concat(text.Select(static unit => char.IsControl(unit) || unit is '\u2028' or '\u2029' ? ' ' : unit)).Trim();
        return line.Length > 0 && line[0] is '=' or '+' or '-' or '@' ? "'" + line : line;
    }

    private static Dictionary<string, Happening> HappeningsByEvent(Account account)
    {
        var byEvent = new Dictionary<string, Happening>(StringComparer.Ordinal);
        foreach (Happening happening in account.Happenings)
        {
            foreach (string id in happening.Events)
            {
                byEvent[id] = happening;
            }
        }

        return byEvent;
    }
}
