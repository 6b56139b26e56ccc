using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events;
using Parallax.Language.Times;
using Parallax.Testing;

namespace Parallax.Language.Tests.Events;

/// <summary>Reads the events of parses written as tables.</summary>
internal static class EventTables
{
    public static AnnotatedReport Read(string table) => new EventAnnotator().Annotate(new CoreferenceAnnotator().Annotate(ParsedReport.Of(table)));

    public static AnnotatedReport ReadWithTimes(string table) => new EventAnnotator().Annotate(new TimeAnnotator().Annotate(new CoreferenceAnnotator().Annotate(ParsedReport.Of(table))));

    public static PloverType[] Types(string table) => [.. Read(table).Events.Select(static e => e.Plover)];

    /// <summary>What the entities with these ids are called; "?" for one that is not there.</summary>
    public static IEnumerable<string> NamesOf(AnnotatedReport report, IEnumerable<string> ids) => ids.Select(id => report.Entities.Find(id)?.Name ?? "?");
}
