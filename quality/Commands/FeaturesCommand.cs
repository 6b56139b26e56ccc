using System.Globalization;
using System.Text;

namespace Parallax.Quality.Commands;

/// <summary><c>features NAME DATA SPLIT OUT</c>: one line an example: what is right, then the features with which the product decides; what <c>training/across</c> learns from.</summary>
internal static class FeaturesCommand
{
    private static readonly Dictionary<string, Func<QualityData, IEnumerable<(string Gold, double[] Features)>>> Sources = new(StringComparer.Ordinal)
    {
        ["likeness"] = Tasks.SimilarityTask.Examples,
        ["alignment"] = Tasks.AlignmentTask.Examples,
        ["same-event"] = Tasks.EventsAcrossTask.Examples,
        ["one-fact"] = Tasks.JoinedClaimsTask.Examples,
    };

    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length == 4 && args[0] == "tone")
        {
            using FileStream tone = File.Create(args[3]);
            Tasks.ToneTask.Write(new QualityData(args[1], args[2]), tone);
            return 0;
        }

        if (args.Length != 4 || !Sources.TryGetValue(args[0], out var source))
        {
            Console.Error.WriteLine($"Usage: features {string.Join('|', Sources.Keys)}|tone DATA SPLIT OUT");
            return 2;
        }

        using StreamWriter output = new(args[3], append: false, new UTF8Encoding(false));
        foreach ((string gold, double[] features) in source(new QualityData(args[1], args[2])))
        {
            output.WriteLine(gold + "\t" + string.Join(' ', features.Select(static f => f.ToString("R", CultureInfo.InvariantCulture))));
        }

        return 0;
    }
}
