namespace Parallax.Quality;

/// <summary>One measurement on one or more corpora.</summary>
public interface IQualityTask
{
    /// <summary>Name for <c>--task</c>.</summary>
    string Name { get; }

    /// <summary>Measures on every corpus of this task whose files are there; a missing file gives a <c>skipped</c> line, never an exception.</summary>
    /// <param name="data">Folder with the layout of the corpora (<c>syntax/</c>, <c>ner/</c> …) and the split to read.</param>
    IEnumerable<Metric> Measure(QualityData data);
}

/// <summary>One line of the result.</summary>
/// <param name="Task">Task.</param>
/// <param name="Corpus">Corpus.</param>
/// <param name="Split">train, dev or test.</param>
/// <param name="Name">Metric.</param>
/// <param name="Value">Value; NaN where skipped.</param>
/// <param name="Count">Number of items it stands on.</param>
public sealed record Metric(string Task, string Corpus, string Split, string Name, double Value, int Count)
{
    /// <summary>A line that says that a corpus is not there.</summary>
    public static Metric Skipped(string task, string corpus, string split) => new(task, corpus, split, "skipped", double.NaN, 0);
}
