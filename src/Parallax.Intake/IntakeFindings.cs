using System.Globalization;
using Parallax.Core.Findings;

namespace Parallax.Intake;

/// <summary>The findings of intake: ids PX0100 to PX0199, listed in docs/findings.md.</summary>
internal static class IntakeFindings
{
    public static Finding Empty(string name) =>
        new("PX0101", Severity.Error, name, $"“{name}” holds no text. Expected a report as text, Markdown or HTML.");

    public static Finding TooLarge(string name, long limit) =>
        new("PX0102", Severity.Error, name, string.Create(CultureInfo.InvariantCulture, $"“{name}” is larger than the limit of {limit} bytes. Split it, or raise the limit."));

    public static Finding Binary(string name, string what) =>
        new("PX0103", Severity.Error, name, $"“{name}” is not text: {what}. Expected a report as text, Markdown or HTML.");

    public static Finding InvalidEncoding(string name, int replaced, string encoding) =>
        new("PX0104", Severity.Warning, name, string.Create(CultureInfo.InvariantCulture, $"“{name}” was read as {encoding}; {replaced} byte sequences that are not valid in it became U+FFFD."));

    public static Finding NotUtf8(string name, string encoding) =>
        new("PX0105", Severity.Info, name, $"“{name}” is not UTF-8; it was read as {encoding}.");

    public static Finding NoArticle(string name) =>
        new("PX0106", Severity.Error, name, $"No article was found in “{name}”: every line looks like navigation or furniture.");

    public static Finding CutLong(string name, int kept) =>
        new("PX0107", Severity.Warning, name, string.Create(CultureInfo.InvariantCulture, $"“{name}” is longer than the limit; the first {kept} characters were kept, the rest stands in its furniture."));

    public static Finding TooDeep(string name, int depth) =>
        new("PX0108", Severity.Warning, name, string.Create(CultureInfo.InvariantCulture, $"“{name}” nests its elements deeper than {depth}; what lies deeper was read as if it lay at that depth."));

    public static Finding NotEnglish(string name) =>
        new("PX0109", Severity.Warning, name, $"“{name}” does not look English. Parallax reads English; what follows may be wrong.");

    public static Finding DatesDiffer(string name, string one, string other) =>
        new("PX0110", Severity.Warning, name, $"“{name}” states two days of publication: {one}, taken, and {other}.");

    public static Finding Teaser(string name, string why) =>
        new("PX0111", Severity.Warning, name, $"“{name}” holds only the beginning of its article: {why}.");

    public static Finding TooManyElements(string name, int limit) =>
        new("PX0112", Severity.Error, name, string.Create(CultureInfo.InvariantCulture, $"“{name}” has more than {limit} elements, the limit for a page. Expected a page of news."));

    public static Finding Invisible(string name, int count) =>
        new("PX0113", Severity.Info, name, string.Create(CultureInfo.InvariantCulture, $"“{name}” holds {count} characters that no reader sees (overrides of direction, zero-width spaces, tags, heaps of marks); its article and facts are read without them."));

    public static Finding MixedScript(string name, string words) =>
        new("PX0114", Severity.Warning, name, $"A name in “{name}” is of mixed script, so that it may look like another: “{words}”. It is taken for no name that it looks like.");
}
