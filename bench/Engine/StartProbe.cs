using System.Diagnostics;
using System.Globalization;
using Parallax.Core.Text;
using Parallax.Language.Neural;
using Parallax.Language.Tokens;

namespace Parallax.Bench.Engine;

/// <summary>A process that opens the network, reads one sentence and says how long it lives and how much memory it has.</summary>
internal static class StartProbe
{
    private const string Sample = "The harbour minister said on Tuesday that talks with Tidewater News would go on.";

    /// <summary>Prints processor milliseconds, milliseconds since the start of the process, and the working set in bytes.</summary>
    public static int Run()
    {
        using NeuralModel model = NeuralModel.OpenInstalled();
        NeuralReader reader = new(model);
        SourceText text = new(Sample);
        TokenizedText tokens = Tokenizer.Read(text);
        NeuralReading reading = reader.Read(text, tokens.Sentences, tokens.Starts, tokens.Ends);
        using Process self = Process.GetCurrentProcess();
        double milliseconds = (DateTime.UtcNow - self.StartTime.ToUniversalTime()).TotalMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{self.TotalProcessorTime.TotalMilliseconds:0} {milliseconds:0} {self.WorkingSet64} {reading.Tokens.Count}"));
        return 0;
    }
}
