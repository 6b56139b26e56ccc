using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Parallax.Bench.Engine;

/// <summary>Runs wink-nlp and compromise of npm, installed by name into a folder of their own, on the same reports.</summary>
internal static class Peers
{
    private static readonly string[] Packages = ["wink-nlp", "wink-eng-lite-web-model", "compromise"];

    /// <summary>Measures; where node or a package cannot be had, the result says so.</summary>
    public static IReadOnlyList<PeerResult> Measure(NewsText news)
    {
        string folder = Path.Combine(Path.GetTempPath(), "parallax-bench-peers");
        Directory.CreateDirectory(folder);
        try
        {
            if (!Packages.All(package => Directory.Exists(Path.Combine(folder, "node_modules", package))))
            {
                Run("npm", folder, ["install", "--no-audit", "--no-fund", "--prefix", folder, .. Packages]);
            }

            string script = Path.Combine(folder, "measure.js"), text = Path.Combine(folder, "reports.json");
            File.Copy(Path.Combine(AppContext.BaseDirectory, "peers", "measure.js"), script, overwrite: true);
            File.WriteAllText(text, JsonSerializer.Serialize(news.Reports), new UTF8Encoding(false));
            try
            {
                using JsonDocument results = JsonDocument.Parse(Run("node", folder, [script, text]));
                return [.. results.RootElement.EnumerateArray().Select(static r => new PeerResult(
                    r.GetProperty("name").GetString() ?? string.Empty, r.GetProperty("gives").GetString() ?? string.Empty, r.GetProperty("seconds").GetDouble(), string.Empty))];
            }
            finally
            {
                File.Delete(text);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or JsonException or System.ComponentModel.Win32Exception)
        {
            return [new PeerResult(string.Join(", ", Packages), string.Empty, null, $"not measured: {e.Message}")];
        }
    }

    private static string Run(string program, string folder, IEnumerable<string> arguments)
    {
        ProcessStartInfo info = new(program) { RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(info) ?? throw new InvalidOperationException($"{program} did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
