using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Coded;

/// <summary>Events as PLOVER records (draft 2.0), one JSON object a line.</summary>
/// <remarks>Only events of PLOVER's sixteen types that are told as having happened or, as AGREE is for, as planned. Several actors stay in one record. <c>date</c> is empty where the day is not certain; fields that an
/// account does not hold are left out. <c>link</c> is the id of the happening, common to all reports that tell it.</remarks>
public sealed class PloverRenderer : IAccountRenderer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    /// <inheritdoc/>
    public string Name => "plover";

    /// <inheritdoc/>
    public string MediaType => "application/x-ndjson";

    /// <inheritdoc/>
    public void Write(Account account, RenderOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(output);
        var index = new AccountIndex(account);
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Happening happening in account.Happenings)
        {
            foreach (string id in happening.Events)
            {
                links[id] = happening.Id;
            }
        }

        var buffer = new ArrayBufferWriter<byte>();
        foreach (Event told in account.Events)
        {
            bool counts = told.Factuality == Factuality.Happened || (told.Factuality == Factuality.Planned && told.Plover == PloverType.AGREE);
            if (!counts || told.Plover == PloverType.NONE || (told.Actors.IsEmpty && told.Recipients.IsEmpty) || index.Report(told.Report) is not { } report)
            {
                continue;
            }

            using (var writer = new Utf8JsonWriter(buffer, Options))
            {
                Record(writer, index, told, report, links.GetValueOrDefault(told.Id));
            }

            buffer.Write("\n"u8);
        }

        output.Write(buffer.WrittenSpan);
    }

    private static void Record(Utf8JsonWriter writer, AccountIndex index, Event told, AccountReport report, string? link)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, told.Id);
        writer.WriteString("date"u8, told.Time is { Length: >= 10 } time && DateOnly.TryParseExact(time.AsSpan(0, 10), "yyyy-MM-dd", out _) ? time[..10] : "");
        Entities(writer, "actor"u8, index, told.Actors);
        Entities(writer, "recipient"u8, index, told.Recipients);
        List(writer, "event"u8, told.Plover.ToString());
        List(writer, "event_text"u8, told.Trigger.Lemma);
        if (told.Mode is { } mode)
        {
            List(writer, "mode"u8, mode);
        }

        writer.WriteNumber("quad_code"u8, Quad(told.Plover));
        if (index.Entity(told.Place) is { } place)
        {
            writer.WriteStartObject("event_loc"u8);
            writer.WriteString("extracted_place"u8, place.Name);
            writer.WriteEndObject();
        }

        if (link is not null)
        {
            writer.WriteString("link"u8, link);
        }

        int reportIndex = index.ReportIndex(told.Report);
        if (told.Sentence >= 0 && told.Sentence < report.Sentences.Length)
        {
            writer.WriteString("text"u8, index.Sentence(reportIndex, told.Sentence).Text);
        }

        writer.WriteStartObject("text_info"u8);
        writer.WriteNumber("sequence"u8, told.Sentence + 1);
        writer.WriteNumber("start"u8, told.Trigger.Start);
        writer.WriteNumber("end"u8, told.Trigger.End);
        writer.WriteEndObject();
        writer.WriteStartObject("cite_info"u8);
        writer.WriteString("citation"u8, report.File);
        writer.WriteString("url"u8, report.Url ?? "");
        writer.WriteString("title"u8, report.Title ?? "");
        writer.WriteString("language"u8, report.Language);
        writer.WriteString("publication"u8, report.Outlet?.Name ?? "");
        writer.WriteEndObject();
        writer.WriteString("coder"u8, index.Account.Made.Program);
        writer.WriteEndObject();
    }

    private static void Entities(Utf8JsonWriter writer, ReadOnlySpan<byte> name, AccountIndex index, IEnumerable<string> ids)
    {
        writer.WriteStartArray(name);
        foreach (string id in ids)
        {
            if (index.Entity(id) is { } entity)
            {
                writer.WriteStartObject();
                writer.WriteString("code"u8, CountryCodes.Of(entity.Country));
                writer.WriteString("entity_text"u8, entity.Name);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    private static void List(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string value)
    {
        writer.WriteStartArray(name);
        writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    // The quads of the types; SANCTION counts as material conflict, as the chapter on events has it.
    private static int Quad(PloverType type) => type switch
    {
        PloverType.AGREE or PloverType.CONSULT or PloverType.SUPPORT or PloverType.CONCEDE => 1,
        PloverType.COOPERATE or PloverType.AID or PloverType.RETREAT => 2,
        PloverType.REQUEST or PloverType.ACCUSE or PloverType.REJECT or PloverType.THREATEN => 3,
        PloverType.PROTEST or PloverType.SANCTION or PloverType.MOBILIZE or PloverType.COERCE or PloverType.ASSAULT => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
