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

    /// <summary>Starts the processes, one after another.</summary>
    public static StartTimes Measure()
    {
        StartTimes best = new(double.PositiveInfinity, double.PositiveInfinity, long.MaxValue);
        for (int i = 0; i < Processes; i++)
        {
            ProcessStartInfo info = new(Environment.ProcessPath ?? "dotnet") { RedirectStandardOutput = true };
            if (Path.GetFileNameWithoutExtension(info.FileName) == "dotnet")
            {
                info.ArgumentList.Add(typeof(StartTimes).Assembly.Location);
            }

            info.ArgumentList.Add("start");
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
