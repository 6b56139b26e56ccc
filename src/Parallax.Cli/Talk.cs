using System.Globalization;
using Parallax.Core.Findings;

namespace Parallax.Cli;

/// <summary>What the program says beside its output: findings and progress, on standard error only.</summary>
/// <param name="error">Standard error.</param>
/// <param name="isTerminal">Whether somebody is looking: progress is shown only then.</param>
/// <param name="quiet">Whether nothing but errors is said.</param>
internal sealed class Talk(TextWriter error, bool isTerminal, bool quiet)
{
    private readonly Lock _lock = new();
    private int _shown;

    /// <summary>Shows how far reading has come, on one line that is written over.</summary>
    public void Progress(string doing, int done, int all)
    {
        if (!isTerminal || quiet)
        {
            return;
        }

        lock (_lock)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"{doing} {done} of {all}");
            error.Write("\r" + line.PadRight(_shown));
            _shown = line.Length;
            error.Flush();
        }
    }

    /// <summary>Wipes the progress line.</summary>
    public void ProgressDone()
    {
        if (_shown > 0)
        {
            error.Write("\r" + new string(' ', _shown) + "\r");
            _shown = 0;
        }
    }

    /// <summary>Says a finding on one line: severity, id, message.</summary>
    public void Say(Finding finding)
    {
        if (quiet && finding.Severity != Severity.Error)
        {
            return;
        }

        error.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()} {finding.Id}: {Clean(finding.Message)}");
    }

    /// <summary>Says an error that is no finding.</summary>
    public void Error(string message) => error.WriteLine("error: " + Clean(message));

    /// <summary>Words on one line: a message may hold a file's name or words of a report, and no line break or control character leaves here.</summary>
    public static string Clean(string message) => string.Create(message.Length, message, static (target, source) =>
    {
        for (int i = 0; i < source.Length; i++)
        {
            target[i] = char.IsControl(source[i]) ? ' ' : source[i];
        }
    });
}
