using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Parallax.Bench.Engine;

/// <summary>This program as a delivery is made of it: published for the machine at hand, compiled ahead of time (ReadyToRun), in a folder that goes with it.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private const string Project = "Parallax.Bench.csproj";

    private readonly string _folder;

    private PublishedProgram(string folder) => _folder = folder;

    /// <summary>The program's file.</summary>
    public string File => Path.Combine(_folder, Path.GetFileNameWithoutExtension(Project) + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));

    /// <summary>Publishes; null where that does not succeed, as without the project or without the compiler's package.</summary>
    public static PublishedProgram? Make()
    {
        string? source = Path.GetFullPath(AppContext.BaseDirectory);
        while (source is not null && !System.IO.File.Exists(Path.Combine(source, Project)))
        {
            source = Path.GetDirectoryName(source);
        }

        if (source is null)
        {
            return null;
        }

        PublishedProgram made = new(Directory.CreateTempSubdirectory("parallax-bench-").FullName);
        string[] arguments =
        [
            "publish", Path.Combine(source, Project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            "-p:PublishReadyToRun=true", "-o", made._folder, "-nologo", "-v", "quiet",
        ];
        using Process? process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true });
        process?.StandardOutput.ReadToEnd();
        process?.WaitForExit();
        if (process?.ExitCode == 0 && System.IO.File.Exists(made.File))
        {
            return made;
        }

        made.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);
}
