using System.Diagnostics;

namespace Parallax.Bench.Pages;

/// <summary>Runs Mozilla Readability of npm on jsdom, installed by name into a folder of their own, on the same pages.</summary>
internal static class ReadabilityPeer
{
    private static readonly string[] Packages = ["@mozilla/readability", "jsdom"];

    /// <summary>The cells of its row; where node or a package cannot be had, they say so.</summary>
    public static string Measure(IReadOnlyList<byte[]> pages)
    {
        string folder = Path.Combine(Path.GetTempPath(), "parallax-bench-pages"), input = Path.Combine(folder, "input");
        Directory.CreateDirectory(input);
        try
        {
            if (!Packages.All(package => Directory.Exists(Path.Combine(folder, "node_modules", package))))
            {
                Run("npm", folder, ["install", "--no-audit", "--no-fund", "--prefix", folder, .. Packages]);
            }

            for (int i = 0; i < pages.Count; i++)
            {
                File.WriteAllBytes(Path.Combine(input, FormattableString.Invariant($"{i:000}.html")), pages[i]);
            }

            string script = Path.Combine(folder, "pages.js");
            File.Copy(Path.Combine(AppContext.BaseDirectory, "peers", "pages.js"), script, overwrite: true);
            return Run("node", folder, [script, input]).Trim() + FormattableString.Invariant($" (the first {pages.Count} pages)");
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            return $"Mozilla Readability on jsdom | not measured: {e.Message}";
        }
        finally
        {
            Directory.Delete(input, recursive: true);
        }
    }

    private static string Run(string program, string folder, IEnumerable<string> arguments)
    {
        ProcessStartInfo info = new(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };
        using Process process = Process.Start(info) ?? throw new InvalidOperationException($"{program} did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
