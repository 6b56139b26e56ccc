using System.Globalization;
using Parallax.Core.Findings;

namespace Parallax.Intake;

/// <summary>The findings of formats other than a page or a text: ids PX0120 to PX0139, listed in docs/findings.md.</summary>
internal static class FormatFindings
{
    public static Finding DangerousXml(string name) =>
        new("PX0120", Severity.Error, name, $"“{name}” declares entities, or names a document to load. Such documents are refused; nothing was opened.");

    public static Finding NotWellFormed(string name, string fault) =>
        new("PX0121", Severity.Warning, name, $"“{name}” is not well-formed: {fault}. It was read as far as it can be understood.");

    public static Finding CutShort(string name, int kept) =>
        new("PX0122", Severity.Warning, name, string.Create(CultureInfo.InvariantCulture, $"“{name}” is longer than the limit, or cut off; {kept} whole entries were read."));

    public static Finding NoReports(string name, string what) =>
        new("PX0123", Severity.Warning, name, $"“{name}” is {what}; it holds no report of its own. Nothing that it names was fetched.");

    public static Finding OnlyHeadline(string name) =>
        new("PX0124", Severity.Info, name, $"Of “{name}” only the headline was given.");

    public static Finding NotForPublication(string name, string status) =>
        new("PX0125", Severity.Warning, name, $"Its agency marks “{name}” as “{status}”, not as usable. It was read all the same; do not rely on it.");

    public static Finding NoArticles(string name, string what) =>
        new("PX0126", Severity.Error, name, $"“{name}” is {what} that holds no article in a form known here. docs/formats.md lists the forms.");

    public static Finding Damaged(string name, string fault) =>
        new("PX0127", Severity.Error, name, $"“{name}” is damaged: {fault}. What came before was read.");

    public static Finding Refused(string name, string reason) =>
        new("PX0128", Severity.Error, name, $"“{name}” was not unpacked further: {reason}.");

    public static Finding MembersWithoutReport(string name, string counts) =>
        new("PX0129", Severity.Info, name, $"Of “{name}” these hold no report: {counts}.");

    public static Finding Resynchronized(string name, int places, long bytes) =>
        new("PX0130", Severity.Warning, name, string.Create(CultureInfo.InvariantCulture, $"“{name}” is damaged in {places} places; {bytes} bytes were passed over up to the next record."));

    public static Finding Revisits(string name, int count) =>
        new("PX0131", Severity.Info, name, string.Create(CultureInfo.InvariantCulture, $"“{name}” holds {count} records that say a page was seen again unchanged; they hold no text of their own."));

    public static Finding LeftOut(string name, string what) =>
        new("PX0132", Severity.Warning, name, $"Of “{name}” {what} was left out: it lies beyond a limit.");

    public static Finding NoAnswer(string name, string what) =>
        new("PX0133", Severity.Error, name, $"“{name}” is {what}, no report.");
}
