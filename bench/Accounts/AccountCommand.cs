using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Parallax.Application.Collections;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Intake;
using Parallax.Language.Pipeline;
using Parallax.Storage;
using Parallax.Storage.Sqlite;
using Parallax.Stories;

namespace Parallax.Bench.Accounts;

/// <summary>Measures the account of more and more reports after they have been read, and one report more in a collection of them.</summary>
internal static class AccountCommand
{
    private const int AddedOneByOne = 40;
    private const int WarmUpReports = 100;
    private const int WarmUpRounds = 6;

    // Reports from here on are in no other measurement.
    private const int FirstAdded = 100_000;

    // From one added report to the next, so that they are of many stories.
    private const int Stride = 997;

    private static readonly int[] DefaultSizes = [5, 100, 200, 400, 1000];

    /// <summary>Runs the command.</summary>
    public static int Run(string[] args)
    {
        string folder = Value(args, "--data") ?? Path.Combine("..", "shared", "data");
        int[] sizes = Value(args, "--sizes") is { } given ? [.. given.Split(',').Select(static n => int.Parse(n, CultureInfo.InvariantCulture))] : DefaultSizes;
        StoryMaterial material;
        try
        {
            material = StoryMaterial.Load(folder);
        }
        catch (IOException e)
        {
            Console.Error.WriteLine($"The reports to measure with cannot be read: {e.Message} Give the folder of corpora with --data DIR.");
            return 2;
        }

        ReportReader reader = new(material, Value(args, "--keep"));
        if (Value(args, "--read") is { } count)
        {
            reader.Read(int.Parse(count, CultureInfo.InvariantCulture));
            return 0;
        }

        AccountMeasurement measurement = new() { Originals = material.Originals };
        WarmUp(reader);
        foreach (int size in sizes.Order())
        {
            measurement.Add(Measure(reader.Read(size), reader.WordVectors));
        }

        if (Value(args, "--keep") is { } kept)
        {
            measurement.Added = AddedReports(material, kept);
        }

        Console.Write(measurement.ToMarkdown());
        if (Value(args, "--write") is { } path)
        {
            PerformancePage.Write(path, measurement.ToMarkdown());
        }

        return 0;
    }

    // So many that all stages run until their code is compiled for good; else the smaller sets pay for the larger ones.
    private static void WarmUp(ReportReader reader)
    {
        AccountBuilder builder = new(new AccountOptions { ReadTimesAgain = EnglishReader.ReadTimesAgain, WordVectors = reader.WordVectors });
        ImmutableArray<AnnotatedReport> reports = reader.Read(WarmUpReports);
        for (int i = 0; i < WarmUpRounds; i++)
        {
            builder.Build(reports);
        }
    }

    // Small sets are measured several times and the best counts.
    private static AccountSize Measure(ImmutableArray<AnnotatedReport> reports, IWordVectors vectors)
    {
        AccountBuilder builder = new(new AccountOptions { ReadTimesAgain = EnglishReader.ReadTimesAgain, WordVectors = vectors });
        int rounds = reports.Length <= 10 ? 20 : reports.Length <= 400 ? 4 : reports.Length <= 2000 ? 2 : 1;
        using Process self = Process.GetCurrentProcess();
        double best = double.PositiveInfinity, clock = double.PositiveInfinity;
        long before = GC.GetTotalMemory(true), allocated = 0;
        AccountResult? result = null;
        for (int i = 0; i < rounds; i++)
        {
            result = null;
            self.Refresh();
            (TimeSpan start, long started, long bytes) = (self.TotalProcessorTime, Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
            result = builder.Build(reports);
            self.Refresh();
            best = Math.Min(best, (self.TotalProcessorTime - start).TotalSeconds);
            clock = Math.Min(clock, Stopwatch.GetElapsedTime(started).TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes() - bytes;
        }

        long kept = GC.GetTotalMemory(true) - before;
        self.Refresh();
        AccountSize size = new(reports.Length, best, clock, before, kept, allocated, self.PeakWorkingSet64, result!.Account.Stories.Length, result.Account.Stories.Max(static s => s.Reports.Length), result.Account.Claims.Length, result.Account.Happenings.Length);
        GC.KeepAlive(result);
        return size;
    }

    // Reports that come into the collection one at a time, placed in their stories; what others there are is not read.
    private static AddTimes AddedReports(StoryMaterial material, string file)
    {
        using SqliteCollection collection = SqliteCollection.Open(file);
        CollectionStories stories = new(collection, new ReportIntake(new IntakeOptions()));
        stories.Update();
        int before = collection.Stories.Count, number = 0;
        using Process self = Process.GetCurrentProcess();
        List<(double Processor, double Clock, bool IsDated)> times = [];
        while (times.Count < AddedOneByOne + 1)
        {
            int added = FirstAdded + (Stride * number++);
            (string name, byte[] bytes) = material.Report(added);
            self.Refresh();
            (TimeSpan start, long started) = (self.TotalProcessorTime, Stopwatch.GetTimestamp());
            if (collection.Add(name, bytes))
            {
                stories.Update();
                self.Refresh();
                times.Add(((self.TotalProcessorTime - start).TotalMilliseconds, Stopwatch.GetElapsedTime(started).TotalMilliseconds, material.IsDated(added)));
            }
        }

        // The first one warms the code up.
        times = [.. times.Skip(1)];
        double[] dated = [.. times.Where(static t => t.IsDated).Select(static t => t.Processor).Order()], undated = [.. times.Where(static t => !t.IsDated).Select(static t => t.Processor).Order()];
        return new AddTimes(before, dated, undated, times.Max(static t => t.Clock));
    }

    private static string? Value(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return 0 <= at && at + 1 < args.Length ? args[at + 1] : null;
    }

    /// <summary>Reads the reports through the whole reading engine; with a collection, none is read twice.</summary>
    private sealed class ReportReader(StoryMaterial material, string? keep)
    {
        private readonly EnglishReader _reader = EnglishReader.OpenInstalled();
        private readonly ReportIntake _intake = new(new IntakeOptions());
        private readonly List<AnnotatedReport> _read = [];

        public IWordVectors WordVectors => _reader.WordVectors;

        public ImmutableArray<AnnotatedReport> Read(int count)
        {
            using SqliteCollection? collection = keep is null ? null : SqliteCollection.Open(keep);
            long started = Stopwatch.GetTimestamp();
            for (int number = _read.Count; number < count; number++)
            {
                (string name, byte[] bytes) = material.Report(number);
                foreach (Report report in _intake.Read(name, bytes).Reports)
                {
                    if (collection?.FindLayers(report.Id, _reader.Version) is { } layers)
                    {
                        _read.Add(LayerCodec.Decode(report, layers));
                        continue;
                    }

                    AnnotatedReport read = _reader.Read(report);
                    collection?.Add(name, bytes);
                    collection?.SaveLayers(report.Id, _reader.Version, LayerCodec.Encode(read));
                    _read.Add(read);
                }
            }

            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} reports read in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
            return [.. _read.Take(count)];
        }
    }
}
