using System.Text;

namespace Parallax.Language.Coreference;

/// <summary>Reads the embedded language data: lines, without comments and empty ones.</summary>
internal static class DataFile
{
    /// <summary>The lines of a file with their numbers (from 1).</summary>
    /// <exception cref="InvalidOperationException">There is no such file in the assembly.</exception>
    public static IEnumerable<(int Number, string Line)> Lines(string name)
    {
        using Stream stream = typeof(DataFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The language data file “{name}” is missing from the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return (number, line);
            }
        }
    }

    /// <summary>The lines of a file of <c>key: value</c>.</summary>
    /// <exception cref="InvalidOperationException">A line has no colon; the message says which.</exception>
    public static IEnumerable<(string Key, string Value)> Pairs(string name)
    {
        foreach ((int number, string line) in Lines(name))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            yield return colon > 0
                ? (line[..colon].Trim(), line[(colon + 1)..].Trim())
                : throw new InvalidOperationException($"{name}, line {number}: expected “key: value”, found “{line}”.");
        }
    }
}
