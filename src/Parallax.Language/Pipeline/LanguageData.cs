using System.Text;

namespace Parallax.Language.Pipeline;

/// <summary>Opens the data files of <c>Data/</c>, which are part of the assembly.</summary>
public static class LanguageData
{
    /// <summary>The file's lines without comments (<c>#</c> and a space, or <c>#</c> alone, at the start of the line), white space at the edges, and empty lines.</summary>
    /// <param name="name">Path below <c>Data/</c>, such as <c>en/tokens/abbreviations.txt</c>.</param>
    /// <exception cref="FileNotFoundException">The assembly holds no such file.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        using StreamReader reader = new(Open(name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            string trimmed = line.Trim();
            if (trimmed.Length > 0 && trimmed != "#" && !trimmed.StartsWith("# ", StringComparison.Ordinal))
            {
                yield return trimmed;
            }
        }
    }

    /// <summary>The file as a stream.</summary>
    /// <param name="name">Path below <c>Data/</c>.</param>
    /// <exception cref="FileNotFoundException">The assembly holds no such file.</exception>
    public static Stream Open(string name) =>
        typeof(LanguageData).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The assembly holds no data file “{name}”.", name);
}
