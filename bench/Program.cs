using BenchmarkDotNet.Running;
using Parallax.Bench.Accounts;
using Parallax.Bench.Engine;
using Parallax.Bench.Intake;
using Parallax.Bench.Kernels;
using Parallax.Bench.Pages;

namespace Parallax.Bench;

/// <summary>Measurements of speed. <c>engine</c>: the whole reading engine beside its peers; <c>kernels</c>: the parts of the network; <c>pages</c>: from saved pages to reports; <c>warc</c>: web archives without extraction.</summary>
internal static class Program
{
    private const string Usage = "usage: dotnet run -c Release --project bench -- engine [--data DIR] [--no-peers] [--write FILE] | start | account [--data DIR] [--sizes N,N…] [--keep FILE] [--write FILE] | pages [--data DIR] [--no-peers] [--write FILE] | warc [--mb N] | kernels [BenchmarkDotNet options]";

    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["engine", .. var rest]:
                return EngineCommand.Run(rest);
            case ["start"]:
                return StartProbe.Run();
            case ["account", .. var rest]:
                return AccountCommand.Run(rest);
            case ["pages", .. var rest]:
                return PagesCommand.Run(rest);
            case ["warc", .. var rest]:
                return WarcCommand.Run(rest);
            case ["kernels", .. var rest]:
                BenchmarkSwitcher.FromTypes([typeof(KernelBenchmarks)]).Run(rest);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
