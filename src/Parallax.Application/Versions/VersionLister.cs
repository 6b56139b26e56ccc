using System.Collections.Immutable;
using Parallax.Application.Accounts;
using Parallax.Application.Inputs;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Intake;
using Parallax.Storage.Sqlite;

namespace Parallax.Application.Versions;

/// <summary>Finds the versions among the reports of inputs and a collection, without reading their language.</summary>
public static class VersionLister
{
    /// <summary>The versions, and the findings of intake.</summary>
    /// <param name="paths">Files, folders, globs, <c>-</c>.</param>
    /// <param name="collectionFile">The collection's file, or null; nothing is added to it.</param>
    /// <param name="standardInput">Opened once for <c>-</c>.</param>
    /// <param name="options">Limits of intake.</param>
    /// <exception cref="Storage.CollectionException">The file cannot be used as a collection.</exception>
    public static (ReportVersions Versions, ImmutableArray<Finding> Findings) List(IEnumerable<string> paths, string? collectionFile, Func<Stream> standardInput, IntakeOptions options)
    {
        ReportIntake intake = new(options);
        List<Finding> findings = [];
        List<Report> reports = [];
        FoundInputs inputs = InputFinder.Find(paths, standardInput);
        findings.AddRange(inputs.Findings);
        foreach (IntakeResult result in inputs.Items.SelectMany(item => intake.Read(item)).Select(static document => document.Result))
        {
            findings.AddRange(result.Findings);
            reports.AddRange(result.Reports);
        }

        if (collectionFile is not null)
        {
            using SqliteCollection collection = SqliteCollection.Open(collectionFile);
            foreach (IntakeResult result in intake.Read(collection))
            {
                findings.AddRange(result.Findings);
                reports.AddRange(result.Reports);
            }
        }

        return (ReportVersions.Of(ReportSet.Of(reports, findings).Reports), [.. findings]);
    }
}
