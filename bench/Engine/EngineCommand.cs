using System.Diagnostics;
using System.Globalization;
using System.Text;
using Parallax.Core.Text;
using Parallax.Language.Figures;
using Parallax.Language.Neural;
using Parallax.Language.Times;
using Parallax.Language.Tokens;

namespace Parallax.Bench.Engine;

/// <summary>Measures the reading engine on one core, from raw text on, and its peers on the same text in the same run.</summary>
internal static class EngineCommand
{
    private const int Rounds = 5;

    /// <summary>Runs the command.</summary>
    public static int Run(string[] args)
    {
        string folder = Value(args, "--data") ?? Path.Combine("..", "shared", "data");
        NewsText news;
        try
        {
            news = NewsText.Load(folder);
        }
        catch (IOException e)
        {
            Console.Error.WriteLine($"The text to measure with cannot be read: {e.Message} Give the folder of corpora with --data DIR.");
            return 2;
        }

        using PublishedProgram? published = PublishedProgram.Make();
        EngineReport report = new() { Text = news, Starts = StartTimes.Measure(), PublishedStarts = published is null ? null : StartTimes.Measure(published.File) };
        using NeuralModel model = NeuralModel.OpenInstalled();
        report.Model = model.Version;
        NeuralReader reader = new(model);
        report.Kernels = reader.Kernels;
        SourceText[] texts = [.. news.Reports.Select(static text => new SourceText(text))];
        report.Add("sentences and tokens", Best(() => Sum(texts, static text => Tokenizer.Read(text).Count)));
        foreach ((string name, ReadingParts parts) in Stages)
        {
            report.Add(name, Best(() => Sum(texts, text => Read(reader, text, parts))));
        }

        report.Add("times and figures, on their own", Best(() => Sum(texts, static text => TimesAndFigures(text.Text)), Tokens(texts)));
        using Process self = Process.GetCurrentProcess();
        report.PeakMemory = self.PeakWorkingSet64;
        if (!args.Contains("--no-peers"))
        {
            report.Peers.AddRange(Peers.Measure(news));
        }

        string page = report.ToMarkdown();
        Console.Write(page);
        if (Value(args, "--write") is { } path)
        {
            PerformancePage.Write(path, page);
        }

        return 0;
    }

    private static (string Name, ReadingParts Parts)[] Stages =>
    [
        ("+ encoder", ReadingParts.None),
        ("+ tags, features, lemmas", ReadingParts.Tags),
        ("+ tags and parse", ReadingParts.Tags | ReadingParts.Parse),
        ("+ tags, parse and names", ReadingParts.Tags | ReadingParts.Parse | ReadingParts.Names),
        ("+ attribution roles", ReadingParts.Tags | ReadingParts.Parse | ReadingParts.Names | ReadingParts.Roles),
        ("+ factuality: all heads", ReadingParts.All),
    ];

    private static long Tokens(SourceText[] texts) => Sum(texts, static text => Tokenizer.Read(text).Count);

    private static int TimesAndFigures(string text) => TimeReader.Read(text, TimeReference.Unknown).Count + FigureReader.Read(text).Count;

    private static int Read(NeuralReader reader, SourceText text, ReadingParts parts)
    {
        TokenizedText tokens = Tokenizer.Read(text);
        return reader.Read(text, tokens.Sentences, tokens.Starts, tokens.Ends, parts).Tokens.Count;
    }

    private static long Sum(SourceText[] texts, Func<SourceText, int> read)
    {
        long tokens = 0;
        foreach (SourceText text in texts)
        {
            tokens += read(text);
        }

        return tokens;
    }

    private static (double Seconds, long Tokens) Best(Func<long> round, long tokens) => (Best(round).Seconds, tokens);

    // Seconds of processor time of the best of several rounds (other work on the machine only ever adds), and the tokens read.
    private static (double Seconds, long Tokens) Best(Func<long> round)
    {
        using Process self = Process.GetCurrentProcess();
        double best = double.PositiveInfinity;
        long tokens = 0;
        for (int i = 0; i < Rounds; i++)
        {
            self.Refresh();
            TimeSpan before = self.TotalProcessorTime;
            tokens = round();
            self.Refresh();
            best = Math.Min(best, (self.TotalProcessorTime - before).TotalSeconds);
        }

        return (best, tokens);
    }

    private static string? Value(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return 0 <= at && at + 1 < args.Length ? args[at + 1] : null;
    }
}
