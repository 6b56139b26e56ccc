using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Parallax.Quality;
using Parallax.Quality.Commands;

// usage: dotnet run -c Release --project quality -- --data DIR [--split dev] [--task NAME …] [--json FILE]
//        … -- tokenize [--lines] FILE …       tokens as JSON lines
//        … -- boundary-features DIR SPLIT OUT  what training/boundaries learns from
if (args.Length > 0 && args[0] is "tokenize" or "boundary-features")
{
    return args[0] == "tokenize" ? TokenizeCommand.Run(args.AsSpan(1)) : BoundaryFeaturesCommand.Run(args.AsSpan(1));
}

string data = "../shared/data", split = "dev";
string? json = null;
List<string> names = [];
for (int i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--data" when i + 1 < args.Length: data = args[++i]; break;
        case "--split" when i + 1 < args.Length: split = args[++i]; break;
        case "--json" when i + 1 < args.Length: json = args[++i]; break;
        case "--task":
            while (i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                names.Add(args[++i]);
            }

            break;
        default:
            Console.Error.WriteLine($"Unknown argument “{args[i]}”. Usage: --data DIR [--split train|dev|test] [--task NAME …] [--json FILE]");
            return 2;
    }
}

IQualityTask[] tasks = QualityTasks.All;
if (names.FirstOrDefault(name => tasks.All(task => task.Name != name)) is { } unknown)
{
    Console.Error.WriteLine($"No task “{unknown}”. Tasks: {string.Join(", ", tasks.Select(task => task.Name))}");
    return 2;
}

List<Metric> metrics = [];
foreach (IQualityTask task in tasks.Where(task => names.Count == 0 || names.Contains(task.Name)))
{
    Stopwatch clock = Stopwatch.StartNew();
    foreach (Metric metric in task.Measure(new QualityData(data, split)))
    {
        metrics.Add(metric);
        string value = double.IsNaN(metric.Value) ? "-" : metric.Value.ToString("0.####", CultureInfo.InvariantCulture);
        Console.WriteLine($"{metric.Task}\t{metric.Corpus}\t{metric.Split}\t{metric.Name}\t{value}\t{metric.Count}");
    }

    Console.Error.WriteLine($"{task.Name}: {clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
}

if (json is not null)
{
    var rows = metrics.Select(m => new { task = m.Task, corpus = m.Corpus, split = m.Split, metric = m.Name, value = double.IsNaN(m.Value) ? (double?)null : m.Value, n = m.Count });
    File.WriteAllText(json, JsonSerializer.Serialize(rows));
}

return 0;
