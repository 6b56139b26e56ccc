using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Parallax.Bench.Engine;

/// <summary>What was measured, and the page made of it.</summary>
internal sealed class EngineReport
{
    private readonly List<(string Name, double Seconds, long Tokens)> _stages = [];

    public required NewsText Text { get; init; }

    public required StartTimes Starts { get; init; }

    /// <summary>The same of the program as it is published; null where it could not be.</summary>
    public required StartTimes? PublishedStarts { get; init; }

    public string Model { get; set; } = string.Empty;

    public string Kernels { get; set; } = string.Empty;

    public long PeakMemory { get; set; }

    public List<PeerResult> Peers { get; } = [];

    public void Add(string name, (double Seconds, long Tokens) measured)
    {
        _stages.Add((name, measured.Seconds, measured.Tokens));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {Text.Words / measured.Seconds:0} words/s"));
    }

    /// <summary>The page <c>docs/performance.md</c>.</summary>
    public string ToMarkdown()
    {
        StringBuilder page = new();
        void Line(FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"## The language engine");
        Line($"");
        Line($"Made by `dotnet run -c Release --project bench -- engine --write docs/performance.md`.");
        Line($"");
        Line($"Machine: {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, kernels {Kernels}. Weights: version {Model}.");
        Line($"Text: {Text.Reports.Count} news reports of `{Text.Source}`, {Text.Words} words (pieces between white space). One thread.");
        Line($"Speed is words by processor time of the process, the best round of several: other work on the machine can only lower it.");
        Line($"Load of the machine while measuring (average of the last minutes, this program included): {Load()}.");
        Line($"");
        Line($"| From raw text to | words/s | tokens/s |");
        Line($"|---|---|---|");
        foreach ((string name, double seconds, long tokens) in _stages)
        {
            Line($"| {name} | {Text.Words / seconds:0} | {tokens / seconds:0} |");
        }

        Line($"");
        Line($"Floor for tokens, tags, features, lemmas, parse and names: 50,000 words/s; aim 120,000.");
        Line($"");
        Line($"| Peer, same text, same run | words/s | gives |");
        Line($"|---|---|---|");
        foreach (PeerResult peer in Peers)
        {
            string speed = peer.Seconds is { } seconds ? (Text.Words / seconds).ToString("0", CultureInfo.InvariantCulture) : peer.Note;
            Line($"| {peer.Name} | {speed} | {peer.Gives} |");
        }

        Line($"");
        Line($"| Start: new process, network opened, one sentence read through all heads; best of several | ms of processor time | ms by the clock |");
        Line($"|---|---|---|");
        Line($"| as `dotnet publish -r` delivers it, compiled ahead of time | {Milliseconds(PublishedStarts?.ProcessorMs)} | {Milliseconds(PublishedStarts?.WallMs)} |");
        Line($"| as `dotnet run` has it, compiled at the start | {Milliseconds(Starts.ProcessorMs)} | {Milliseconds(Starts.WallMs)} |");
        Line($"");
        Line($"Aim 150 ms, of which the runtime itself needs a part.");
        Line($"");
        Line($"Memory: {Starts.WorkingSet / 1048576.0:0} MB working set after that sentence, {PeakMemory / 1048576.0:0} MB at its peak in the measurement above, all reports in memory; aim under 150 MB.");
        return page.ToString();
    }

    private static string Milliseconds(double? value) => value?.ToString("0", CultureInfo.InvariantCulture) ?? "not measured: it could not be published";

    private static string Load()
    {
        const string Information = "/proc/loadavg";
        return File.Exists(Information) ? string.Join(", ", File.ReadAllText(Information).Split(' ')[..3]) : "unknown";
    }

    private static string Processor()
    {
        const string Information = "/proc/cpuinfo";
        string? line = File.Exists(Information)
            ? File.ReadLines(Information).FirstOrDefault(static l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }
}
