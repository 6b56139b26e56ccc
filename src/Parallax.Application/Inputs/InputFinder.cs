using System.Collections.Immutable;
using System.IO.Enumeration;
using Parallax.Core.Findings;
using Parallax.Intake.Containers;

namespace Parallax.Application.Inputs;

/// <summary>What the paths of a command led to.</summary>
/// <param name="Items">The inputs, sorted by name (ordinal).</param>
/// <param name="Findings">Paths that led nowhere; sorted by name.</param>
public sealed record FoundInputs(ImmutableArray<InputItem> Items, ImmutableArray<Finding> Findings);

/// <summary>Finds the inputs of a command: files, folders (with all below them but the parts of pages saved whole), globs (<c>*</c> and <c>?</c> in the last part), and <c>-</c> for standard input.</summary>
/// <remarks>Names do not depend on the order of the paths: a file is named by its path below the folder given, or by its own name, with as many folders before it as tell it from others.</remarks>
public static class InputFinder
{
    /// <summary>Finds everything that <paramref name="paths"/> lead to.</summary>
    /// <param name="paths">As the user gave them.</param>
    /// <param name="standardInput">Opened once for <c>-</c>.</param>
    public static FoundInputs Find(IEnumerable<string> paths, Func<Stream> standardInput)
    {
        SortedDictionary<string, string> names = new(StringComparer.Ordinal); // full path -> name below what was given
        List<Finding> findings = [];
        bool readsStandardInput = false;
        foreach (string path in paths)
        {
            if (path == "-")
            {
                readsStandardInput = true;
            }
            else if (File.Exists(path))
            {
                names.TryAdd(Path.GetFullPath(path), Path.GetFileName(path));
            }
            else if (Directory.Exists(path))
            {
                AddFolder(path, names, findings);
            }
            else if (path.AsSpan().IndexOfAny('*', '?') >= 0)
            {
                AddGlob(path, names, findings);
            }
            else
            {
                findings.Add(new Finding("PX0001", Severity.Error, path, $"“{path}” is neither a file nor a folder. Check the spelling."));
            }
        }

        List<InputItem> items = [];
        foreach ((string file, string name) in WithDifferentNames(names))
        {
            items.Add(new InputItem(name, () => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16)));
        }

        if (readsStandardInput)
        {
            items.Add(new InputItem("-", standardInput));
        }

        return new FoundInputs([.. items.OrderBy(static item => item.Name, StringComparer.Ordinal)], [.. findings.OrderBy(static finding => finding.Report, StringComparer.Ordinal)]);
    }

    private static void AddFolder(string folder, SortedDictionary<string, string> names, List<Finding> findings)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = true };
        List<(string File, string Name)> files = [.. Directory.EnumerateFiles(folder, "*", options).Select(file => (file, Path.GetRelativePath(folder, file).Replace('\\', '/')))];
        HashSet<string> parts = MemberNames.PartFolders([.. files.Select(static file => file.Name)]);
        bool any = false;
        foreach ((string file, string name) in files.Where(file => !MemberNames.IsPart(file.Name, parts)))
        {
            names.TryAdd(Path.GetFullPath(file), name);
            any = true;
        }

        if (!any)
        {
            findings.Add(new Finding("PX0002", Severity.Error, folder, $"The folder “{folder}” holds no file to read."));
        }
    }

    private static void AddGlob(string glob, SortedDictionary<string, string> names, List<Finding> findings)
    {
        string folder = Path.GetDirectoryName(glob) is { Length: > 0 } parent ? parent : ".";
        List<string> files = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(file => FileSystemName.MatchesSimpleExpression(Path.GetFileName(glob), Path.GetFileName(file), ignoreCase: false))]
            : [];
        if (files.Count == 0)
        {
            findings.Add(new Finding("PX0003", Severity.Error, glob, $"No file matches “{glob}”."));
        }

        files.ForEach(file => names.TryAdd(Path.GetFullPath(file), Path.GetFileName(file)));
    }

    // Two files of one name from different folders: each gets the folders before it that tell it from the others.
    private static IEnumerable<(string File, string Name)> WithDifferentNames(SortedDictionary<string, string> names)
    {
        foreach (IGrouping<string, KeyValuePair<string, string>> group in names.GroupBy(static pair => pair.Value, StringComparer.Ordinal))
        {
            List<string> files = [.. group.Select(static pair => pair.Key)];
            int segments = group.Key.Count(static c => c == '/') + 1;
            List<string> longer = [.. files.Select(_ => group.Key)];
            while (longer.Distinct(StringComparer.Ordinal).Count() < files.Count)
            {
                segments++;
                longer = [.. files.Select(file => string.Join('/', file.Replace('\\', '/').Split('/').TakeLast(segments)))];
            }

            for (int i = 0; i < files.Count; i++)
            {
                yield return (files[i], longer[i]);
            }
        }
    }
}
