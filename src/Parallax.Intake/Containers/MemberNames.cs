using System.Text;

namespace Parallax.Intake.Containers;

/// <summary>Names of members: words from strangers, shown and never used as paths.</summary>
public static class MemberNames
{
    private const int Longest = 200;

    /// <summary>The name of a member inside its archive, fit to be shown: no control characters, not too long, forward slashes.</summary>
    public static string Of(string archive, string member)
    {
        StringBuilder name = new(archive.Length + member.Length + 1);
        name.Append(archive).Append('#');
        int start = Math.Max(0, member.Length - Longest); // The end of a long name tells more than its start.
        name.Append(start > 0 ? "…" : "");
        foreach (char c in member.AsSpan(start))
        {
            name.Append(char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c == '\\' ? '/' : c);
        }

        return name.ToString();
    }

    /// <summary>Whether a member belongs to the system that packed it, not to what was packed.</summary>
    public static bool IsHousekeeping(string member) =>
        member.StartsWith("__MACOSX/", StringComparison.Ordinal) || member.EndsWith("/.DS_Store", StringComparison.Ordinal) || member is ".DS_Store" || member.EndsWith("Thumbs.db", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folders that hold the parts of pages saved whole: <c>page_files</c> beside <c>page.html</c>.</summary>
    /// <param name="names">All names, with forward slashes.</param>
    /// <returns>Names of folders with a slash at their end.</returns>
    public static HashSet<string> PartFolders(IReadOnlyCollection<string> names)
    {
        HashSet<string> stems = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase))
            {
                stems.Add(name[..name.LastIndexOf('.')]);
            }
        }

        HashSet<string> folders = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            for (int slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
            {
                string folder = name[..slash];
                int mark = folder.LastIndexOfAny(['_', '-', '.', ' ']);
                if (mark > folder.LastIndexOf('/') + 1 && stems.Contains(folder[..mark]) && folder[(mark + 1)..].All(char.IsLetter))
                {
                    folders.Add(folder + "/");
                }
            }
        }

        return folders;
    }

    /// <summary>Whether a name lies in one of these folders.</summary>
    public static bool IsPart(string name, HashSet<string> folders)
    {
        for (int slash = name.IndexOf('/', StringComparison.Ordinal); folders.Count > 0 && slash >= 0; slash = name.IndexOf('/', slash + 1))
        {
            if (folders.Contains(name[..(slash + 1)]))
            {
                return true;
            }
        }

        return false;
    }
}
