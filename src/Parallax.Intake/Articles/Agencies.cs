using System.Collections.Frozen;

namespace Parallax.Intake.Articles;

/// <summary>News agencies by the names and short forms that reports credit them with (<c>Data/agencies.txt</c>).</summary>
internal static class Agencies
{
    private static readonly FrozenDictionary<string, string> Names = DataTable.Rows("agencies.txt", 2)
        .SelectMany(static row => row[1].Split('|').Prepend(row[0]).Select(form => (Form: form, Name: row[0])))
        .DistinctBy(static pair => pair.Form, StringComparer.Ordinal)
        .ToFrozenDictionary(static pair => pair.Form, static pair => pair.Name, StringComparer.Ordinal);

    /// <summary>The agency that a short text names and nothing else, or null.</summary>
    public static string? Find(string text) => Names.GetValueOrDefault(text.Trim().Trim('(', ')', '.', ',', '/', ' '));
}
