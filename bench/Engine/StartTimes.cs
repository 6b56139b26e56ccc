using System.Diagnostics;
using System.Globalization;

namespace Parallax.Bench.Engine;

/// <summary>What it takes to start a process, open the network and read a sentence: the best of several new processes.</summary>
/// <param name="ProcessorMs">Processor time.</param>
/// <param name="WallMs">Time by the clock.</param>
/// <param name="WorkingSet">Memory then, in bytes.</param>
internal sealed record StartTimes(double ProcessorMs, double WallMs, long WorkingSet)
{
    private const int Processes = 15;

    /// <summary>Starts this program several times, one process after another.</summary>
    public static StartTimes Measure()
    {
        string program = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? Measure(program, typeof(StartTimes).Assembly.Location)
            : Measure(program);
    }

    /// <summary>Starts a program several times, one process after another.</summary>
    /// <param name="program">The program; it has the command <c>start</c> of this one.</param>
    /// <param name="before">What stands before that command.</param>
    public static StartTimes Measure(string program, params string[] before)
    {
        StartTimes best = new(double.PositiveInfinity, double.PositiveInfinity, long.MaxValue);
        for (int i = 0; i < Processes; i++)
        {
            ProcessStartInfo info = new(program, [.. before, "start"]) { RedirectStandardOutput = true };
            using Process process = Process.Start(info) ?? throw new InvalidOperationException("The probe did not start.");
            string[] numbers = process.StandardOutput.ReadToEnd().Split(' ');
            process.WaitForExit();
            best = new StartTimes(
                Math.Min(best.ProcessorMs, double.Parse(numbers[0], CultureInfo.InvariantCulture)),
                Math.Min(best.WallMs, double.Parse(numbers[1], CultureInfo.InvariantCulture)),
                Math.Min(best.WorkingSet, long.Parse(numbers[2], CultureInfo.InvariantCulture)));
        }

        return best;
    }
}
