using Parallax.Core.Reports;

namespace Parallax.Intake.Html.Metadata;

/// <summary>Words before a date that say whether it is that of publication or of a change (<c>Data/date-labels.txt</c>).</summary>
internal static class DateLabels
{
    private static readonly string[] Published = [.. DataTable.Rows("date-labels.txt", 2).Where(static row => row[0] == "published").Select(static row => row[1])];
    private static readonly string[] Modified = [.. DataTable.Rows("date-labels.txt", 2).Where(static row => row[0] == "modified").Select(static row => row[1])];

    /// <summary>What the words before a date make of it.</summary>
    /// <param name="before">The words.</param>
    /// <param name="otherwise">The answer where they say nothing.</param>
    public static FactKind KindOf(ReadOnlySpan<char> before, FactKind otherwise)
    {
        int modified = Last(before, Modified), published = Last(before, Published);
        return modified > published ? FactKind.Modified : published >= 0 ? FactKind.Published : otherwise;
    }

    /// <summary>Whether the words before a date say that it is one of publication or change.</summary>
    public static bool Says(ReadOnlySpan<char> before) => Last(before, Published) >= 0 || Last(before, Modified) >= 0;

    private static int Last(ReadOnlySpan<char> before, string[] labels)
    {
        int last = -1;
        foreach (string label in labels)
        {
            last = Math.Max(last, before.LastIndexOf(label, StringComparison.OrdinalIgnoreCase));
        }

        return last;
    }
}
