using System.Collections.Immutable;
using System.IO.Enumeration;
using Parallax.Core.Findings;

namespace Parallax.Application.Inputs;

/// <summary>What the paths of a command led to.</summary>
/// <param name="Items">The inputs, sorted by name (ordinal).</param>
/// <param name="Findings">Paths that led nowhere, files that could not be opened or are too large; sorted by name.</param>
public sealed record FoundInputs(ImmutableArray<InputItem> Items, ImmutableArray<Finding> Findings);

/// <summary>Finds the inputs of a command: files, folders (with all below them), globs (<c>*</c> and <c>?</c> in the last part), and <c>-</c> for standard input.</summary>
/// <remarks>Names do not depend on the order of the paths: a file is named by its path below the folder given, or by its own name, with as many folders before it as tell it from others.</remarks>
public static class InputFinder
{
    /// <summary>Opens everything that <paramref name="paths"/> lead to.</summary>
    /// <param name="paths">As the user gave them.</param>
    /// <param name="standardInput">Opened once for <c>-</c>.</param>
    /// <param name="maxBytes">Larger files are not opened and give a finding.</param>
    public static FoundInputs Find(IEnumerable<string> paths, Func<Stream> standardInput, long maxBytes)
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
            if (Open(file, name, maxBytes, findings) is { } item)
            {
                items.Add(item);
            }
        }

        if (readsStandardInput)
        {
            using Stream stream = standardInput();
            using MemoryStream copy = new();
            stream.CopyTo(copy);
            items.Add(new InputItem("-", copy.ToArray()));
        }

        return new FoundInputs([.. items.OrderBy(static item => item.Name, StringComparer.Ordinal)], [.. findings.OrderBy(static finding => finding.Report, StringComparer.Ordinal)]);
    }

    private static void AddFolder(string folder, SortedDictionary<string, string> names, List<Finding> findings)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = true };
        int before = names.Count;
        foreach (string file in Directory.EnumerateFiles(folder, "*", options))
        {
            names.TryAdd(Path.GetFullPath(file), Path.GetRelativePath(folder, file).Replace('\\', '/'));
        }

        if (names.Count == before)
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

    private static InputItem? Open(string file, string name, long maxBytes, List<Finding> findings)
    {
        try
        {
            FileInfo info = new(file);
            if (info.Length > maxBytes)
            {
                findings.Add(new Finding("PX0004", Severity.Error, name, FormattableString.Invariant($"“{name}” has {info.Length} bytes, more than the limit of {maxBytes}. Split it, or raise the limit with --max-bytes.")));
                return null;
            }

            return new InputItem(name, File.ReadAllBytes(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding("PX0005", Severity.Error, name, $"“{name}” could not be opened: {fault.Message}"));
            return null;
        }
    }
}
