using System.Reflection;

namespace Parallax.Stories.Words;

/// <summary>The data files of this project, read once from the assembly.</summary>
internal static class StoriesData
{
    /// <summary>The lines of a data file under <c>Data/</c> that are neither empty nor a comment, trimmed.</summary>
    /// <exception cref="InvalidOperationException">The file is not in the assembly.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        foreach (string line in AllLines(name))
        {
            string trimmed = line.Trim();
            if (trimmed.Length > 0 && trimmed[0] != '#')
            {
                yield return trimmed;
            }
        }
    }

    /// <summary>All lines of a data file.</summary>
    public static IEnumerable<string> AllLines(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The data file “{name}” is not in the assembly.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>All words of a file that holds words separated by blanks.</summary>
    public static HashSet<string> Words(string name) => [.. Lines(name).SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
