using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Parallax.Quality;
using Parallax.Quality.Commands;
using Parallax.Quality.Floors;
using Parallax.Quality.Pages;

// usage: dotnet run -c Release --project quality -- --data DIR [--split dev] [--task NAME …] [--json FILE]
//            [--floors]         exit code 1 where a figure falls below quality/floors.json or a corpus has changed
//            [--pin [--lower]]  raise (or lower) the floors to the figures of this run
//            [--report FILE]    write docs/accuracy.md
//        … -- tokenize [--lines] FILE …       tokens as JSON lines
//        … -- statements [--parse] FILE …     the statements of texts, for reading
//        … -- parses FILE FIELD …              what the network reads in the texts of a file of JSON lines
//        … -- features NAME DIR SPLIT OUT      what training/across learns from
//        … -- traits OUT FILE …               what training/certainty learns from
//        … -- event-types DIR [--show]        ways to type an event that no rule knows, by five folds
//        … -- pages DIR TASK                  what a task on saved pages found, page by page, the worst first
//        … -- joins DIR SPLIT [--layers DIR] [--story NAME]  what the claims of joined-claims join wrongly or leave apart
//        … -- boundary-features DIR SPLIT OUT  what training/boundaries learns from
if (args.Length > 0 && args[0] == "statements")
{
    return StatementsCommand.Run(args.AsSpan(1));
}

if (args.Length > 0 && args[0] == "parses")
{
    return ParsesCommand.Run(args.AsSpan(1));
}

if (args.Length > 0 && args[0] == "features")
{
    return FeaturesCommand.Run(args.AsSpan(1));
}

if (args.Length > 0 && args[0] == "traits")
{
    return TraitsCommand.Run(args.AsSpan(1));
}

if (args.Length > 0 && args[0] == "event-types")
{
    return EventTypesCommand.Run(args.AsSpan(1));
}

if (args.Length > 0 && args[0] == "pages")
{
    return PagesCommand.Run(args.AsSpan(1));
}

if (args.Length > 0 && args[0] == "joins")
{
    return JoinsCommand.Run(args.AsSpan(1));
}

if (args.Length > 0 && args[0] is "tokenize" or "boundary-features")
{
    return args[0] == "tokenize" ? TokenizeCommand.Run(args.AsSpan(1)) : BoundaryFeaturesCommand.Run(args.AsSpan(1));
}

string data = "../shared/data", split = "dev";
const string FloorsPath = "quality/floors.json";
string? json = null, report = null;
bool check = false, pin = false, lower = false;
List<string> names = [];
for (int i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--data" when i + 1 < args.Length: data = args[++i]; break;
        case "--split" when i + 1 < args.Length: split = args[++i]; break;
        case "--json" when i + 1 < args.Length: json = args[++i]; break;
        case "--report" when i + 1 < args.Length: report = args[++i]; break;
        case "--floors": check = true; break;
        case "--pin": pin = true; break;
        case "--lower": lower = true; break;
        case "--task":
            while (i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                names.Add(args[++i]);
            }

            break;
        default:
            Console.Error.WriteLine($"Unknown argument “{args[i]}”. Usage: --data DIR [--split train|dev|test] [--task NAME …] [--json FILE] [--floors] [--pin [--lower]] [--report FILE]");
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
Dictionary<string, string> fingerprints = new(StringComparer.Ordinal);
foreach (IQualityTask task in tasks.Where(task => names.Count == 0 || names.Contains(task.Name)))
{
    Stopwatch clock = Stopwatch.StartNew();
    QualityData corpora = new(data, split);
    foreach (Metric metric in task.Measure(corpora))
    {
        metrics.Add(metric);
        string value = double.IsNaN(metric.Value) ? "-" : metric.Value.ToString("0.####", CultureInfo.InvariantCulture);
        Console.WriteLine($"{metric.Task}\t{metric.Corpus}\t{metric.Split}\t{metric.Name}\t{value}\t{metric.Count}");
    }

    foreach (string file in corpora.FilesRead.ToArray())
    {
        fingerprints[file] = FloorsFile.Fingerprint(corpora.Path(file));
    }

    Console.Error.WriteLine($"{task.Name}: {clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
}

if (json is not null)
{
    var rows = metrics.Select(m => new { task = m.Task, corpus = m.Corpus, split = m.Split, metric = m.Name, value = double.IsNaN(m.Value) ? (double?)null : m.Value, n = m.Count });
    File.WriteAllText(json, JsonSerializer.Serialize(rows));
}

FloorsFile floors = FloorsFile.Read(FloorsPath);
if (pin)
{
    floors = floors.Pinned(metrics, fingerprints, lower);
    floors.Write(FloorsPath);
}

if (report is not null)
{
    string chosen = names.Count == 0 ? string.Empty : " --task " + string.Join(' ', names);
    string command = $"dotnet run -c Release --project quality -- --data DIR --split {split}{chosen} --report docs/accuracy.md";
    File.WriteAllText(report, AccuracyPage.Write(metrics, command, Network.Version, fingerprints, floors));
}

if (check)
{
    List<string> faults = floors.Faults(metrics, [.. tasks.Select(static t => t.Name).Where(name => names.Count == 0 || names.Contains(name))], split, fingerprints);
    foreach (string fault in faults)
    {
        Console.Error.WriteLine(fault);
    }

    return faults.Count == 0 ? 0 : 1;
}

return 0;
