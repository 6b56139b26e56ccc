using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parallax.Quality.Floors;

/// <summary>What one figure must not fall below (or, where less is better, rise above).</summary>
/// <param name="Task">Task.</param>
/// <param name="Corpus">Corpus.</param>
/// <param name="Split">train, dev or test.</param>
/// <param name="Metric">Metric.</param>
/// <param name="Value">The floor, on the metric's own scale.</param>
/// <param name="Margin">How far a figure may stray from the floor before it counts; what another training run or a small change moves it without meaning.</param>
/// <param name="LessIsBetter">Whether the figure is an error.</param>
public sealed record Floor(string Task, string Corpus, string Split, string Metric, double Value, double Margin, bool LessIsBetter);

/// <summary><c>quality/floors.json</c>: the floors, and the fingerprints of the files they were measured on.</summary>
/// <param name="Files">SHA-256 of each corpus file, by path below the data folder.</param>
/// <param name="Floors">Floors, sorted by task, corpus, split, metric.</param>
public sealed record FloorsFile(SortedDictionary<string, string> Files, List<Floor> Floors)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads the file; an empty one where there is none.</summary>
    /// <exception cref="JsonException">The file is not JSON of this shape.</exception>
    public static FloorsFile Read(string path) => File.Exists(path)
        ? JsonSerializer.Deserialize<FloorsFile>(File.ReadAllText(path), Json) ?? throw new JsonException($"{path} is empty.")
        : new FloorsFile(new SortedDictionary<string, string>(StringComparer.Ordinal), []);

    /// <summary>Writes the file; the same floors give the same bytes.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>SHA-256 of a file, 64 lower-case hexadecimal digits.</summary>
    public static string Fingerprint(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>What does not hold of a run, one line each; empty where all holds. Only tasks that ran are looked at.</summary>
    /// <param name="metrics">The figures of the run.</param>
    /// <param name="tasks">Names of the tasks that ran.</param>
    /// <param name="split">The split that was read.</param>
    /// <param name="fingerprints">Fingerprints of the files that were read.</param>
    public List<string> Faults(IReadOnlyList<Metric> metrics, IReadOnlyCollection<string> tasks, string split, IReadOnlyDictionary<string, string> fingerprints)
    {
        List<string> faults = [];
        foreach ((string file, string expected) in Files)
        {
            if (fingerprints.TryGetValue(file, out string? found) && found != expected)
            {
                faults.Add($"{file} has changed since the floors were set: measure, look at the figures, and pin them anew.");
            }
        }

        foreach (Floor floor in Floors.Where(f => tasks.Contains(f.Task)))
        {
            // A task may give figures of other splits than the one asked for; those count where they are there.
            Metric? metric = metrics.FirstOrDefault(m => m.Task == floor.Task && m.Corpus == floor.Corpus && m.Split == floor.Split && m.Name == floor.Metric);
            if (metric is null && floor.Split != split)
            {
                continue;
            }

            string name = $"{floor.Task} {floor.Corpus} {floor.Split} {floor.Metric}";
            if (metric is null || double.IsNaN(metric.Value))
            {
                faults.Add($"{name}: not measured; its floor is {Number(floor.Value)}.");
            }
            else if (floor.LessIsBetter ? metric.Value > floor.Value + floor.Margin : metric.Value < floor.Value - floor.Margin)
            {
                faults.Add($"{name}: {Number(metric.Value)}; its floor is {Number(floor.Value)}, margin {Number(floor.Margin)}.");
            }
        }

        return faults;
    }

    /// <summary>Floors set to the figures of a run: those it measured are raised (lowered only where <paramref name="mayFall"/>), all others stay; margins stay.</summary>
    public FloorsFile Pinned(IEnumerable<Metric> metrics, IReadOnlyDictionary<string, string> fingerprints, bool mayFall)
    {
        SortedDictionary<string, string> files = new(Files, StringComparer.Ordinal);
        foreach ((string file, string fingerprint) in fingerprints)
        {
            files[file] = fingerprint;
        }

        Dictionary<(string, string, string, string), Floor> floors = Floors.ToDictionary(static f => (f.Task, f.Corpus, f.Split, f.Metric));
        foreach (Metric metric in metrics.Where(static m => !double.IsNaN(m.Value)))
        {
            (string, string, string, string) key = (metric.Task, metric.Corpus, metric.Split, metric.Name);
            bool lessIsBetter = metric.Name.Contains("MAE", StringComparison.Ordinal) || metric.Name.Contains("false", StringComparison.OrdinalIgnoreCase)
                || metric.Name.Contains("error", StringComparison.OrdinalIgnoreCase) || metric.Name.Contains("apart", StringComparison.Ordinal);
            bool isShare = Math.Abs(metric.Value) <= 1.5;
            double value = Math.Round(metric.Value, isShare ? 3 : 1);

            // Half the standard error of a share at its least certain, and no less than half a point: small corpora move more when weights are trained anew.
            double margin = Math.Round(Math.Max(0.5, 25 / Math.Sqrt(Math.Max(1, metric.Count))), 1);
            if (!floors.TryGetValue(key, out Floor? old))
            {
                floors[key] = new Floor(metric.Task, metric.Corpus, metric.Split, metric.Name, value, isShare ? margin / 100 : margin, lessIsBetter);
            }
            else if (mayFall || (old.LessIsBetter ? value < old.Value : value > old.Value))
            {
                floors[key] = old with { Value = value };
            }
        }

        return new FloorsFile(
            files,
            [
                .. floors.Values.OrderBy(static f => f.Task, StringComparer.Ordinal).ThenBy(static f => f.Corpus, StringComparer.Ordinal)
                    .ThenBy(static f => f.Split, StringComparer.Ordinal).ThenBy(static f => f.Metric, StringComparer.Ordinal),
            ]);
    }

    private static string Number(double value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
