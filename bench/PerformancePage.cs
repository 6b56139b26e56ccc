using System.Text;

namespace Parallax.Bench;

/// <summary>The page <c>docs/performance.md</c>: one section a measurement, each written by itself.</summary>
internal static class PerformancePage
{
    private const string Head = "# Performance\n\nEach section is made by the command it names; do not edit.\n";

    /// <summary>Puts a section in the place of the one with its heading, or at the end.</summary>
    /// <param name="path">The page.</param>
    /// <param name="section">Begins with <c>## </c> and its heading.</param>
    public static void Write(string path, string section)
    {
        List<string> sections = File.Exists(path) ? [.. File.ReadAllText(path).Split("\n## ").Skip(1)] : [];
        string body = section[3..].TrimEnd('\n'), heading = body.Split('\n')[0];
        int place = sections.FindIndex(s => s.Split('\n')[0] == heading);
        if (place < 0)
        {
            sections.Add(body);
        }
        else
        {
            sections[place] = body;
        }

        File.WriteAllText(path, Head + string.Concat(sections.Select(static s => "\n## " + s.TrimEnd('\n') + "\n")), new UTF8Encoding(false));
    }
}
