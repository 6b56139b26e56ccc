using System.Globalization;
using System.Text;
using Parallax.Quality.Floors;

namespace Parallax.Quality.Pages;

/// <summary>Writes <c>docs/accuracy.md</c> from a run.</summary>
internal static class AccuracyPage
{
    /// <summary>The page: one table a task, the command that gives it, the files it was measured on.</summary>
    /// <param name="metrics">The figures, in the order in which the tasks gave them.</param>
    /// <param name="command">The command that gives the page again, without paths of this machine.</param>
    /// <param name="model">Version of the weights.</param>
    /// <param name="fingerprints">SHA-256 of the files read.</param>
    /// <param name="floors">The floors, shown beside the figures.</param>
    public static string Write(IReadOnlyList<Metric> metrics, string command, string model, IReadOnlyDictionary<string, string> fingerprints, FloorsFile floors)
    {
        StringBuilder page = new();
        page.Append("# Accuracy\n\nGenerated; do not edit. The command, where DIR holds the corpora in the layout of their READMEs:\n\n```\n").Append(command).Append("\n```\n\n");
        page.Append("Weights: ").Append(model).Append(". A floor is what `quality/floors.json` lets no change fall below (less its margin). ");
        page.Append("Scores are on the scale of their task (0–100 or 0–1); n is the number of gold items.\n");
        foreach (IGrouping<string, Metric> task in metrics.GroupBy(static m => m.Task))
        {
            page.Append("\n## ").Append(task.Key).Append("\n\n| corpus | split | metric | value | floor | n |\n|---|---|---|---:|---:|---:|\n");
            foreach (Metric metric in task)
            {
                Floor? floor = floors.Floors.Find(f => f.Task == metric.Task && f.Corpus == metric.Corpus && f.Split == metric.Split && f.Metric == metric.Name);
                page.Append("| ").Append(metric.Corpus).Append(" | ").Append(metric.Split).Append(" | ").Append(metric.Name).Append(" | ")
                    .Append(Number(metric.Value)).Append(" | ").Append(floor is null ? "" : Number(floor.Value)).Append(" | ")
                    .Append(metric.Count.ToString(CultureInfo.InvariantCulture)).Append(" |\n");
            }
        }

        page.Append("\n## Files\n\n| file | SHA-256 begins |\n|---|---|\n");
        foreach ((string file, string fingerprint) in fingerprints.OrderBy(static f => f.Key, StringComparer.Ordinal))
        {
            page.Append("| ").Append(file).Append(" | ").Append(fingerprint.AsSpan(0, 12)).Append(" |\n");
        }

        return page.ToString();
    }

    private static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString(Math.Abs(value) <= 1.5 ? "0.000" : "0.0", CultureInfo.InvariantCulture);
}
