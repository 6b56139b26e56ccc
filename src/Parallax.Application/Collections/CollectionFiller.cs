using System.Collections.Immutable;
using Parallax.Application.Inputs;
using Parallax.Core.Findings;
using Parallax.Intake;
using Parallax.Intake.Containers;
using Parallax.Storage.Sqlite;

namespace Parallax.Application.Collections;

/// <summary>What came of adding.</summary>
/// <param name="New">Documents whose bytes were new; an archive counts its members, a feed is one.</param>
/// <param name="Known">Documents whose bytes were there.</param>
/// <param name="Findings">Inputs that could not be read; they were not added.</param>
/// <param name="Stories">What the new reports did to the stories.</param>
public sealed record AddedReports(int New, int Known, ImmutableArray<Finding> Findings, ImmutableArray<StoryChange> Stories);

/// <summary>Puts inputs into a collection.</summary>
public static class CollectionFiller
{
    /// <summary>Adds every input that can be read as a report.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="collectionFile">The collection; made where there is none.</param>
    /// <param name="standardInput">Opens standard input.</param>
    /// <param name="options">How inputs are read.</param>
    /// <param name="earlier">Told how many reports that an earlier Parallax indexed still have to be put into the form of now; null where nobody wants to know.</param>
    /// <exception cref="Storage.CollectionException">The file cannot be used as a collection.</exception>
    public static AddedReports Add(IEnumerable<string> paths, string collectionFile, Func<Stream> standardInput, IntakeOptions options, Action<int>? earlier = null)
    {
        FoundInputs inputs = InputFinder.Find(paths, standardInput);
        ReportIntake intake = new(options);
        List<Finding> findings = [.. inputs.Findings];
        int added = 0, known = 0;
        using SqliteCollection collection = SqliteCollection.Open(collectionFile);
        foreach (InputItem item in inputs.Items)
        {
            foreach ((ReceivedDocument? document, IntakeResult result) in intake.Read(item))
            {
                findings.AddRange(result.Findings);
                if (document is not null && !result.Reports.IsEmpty)
                {
                    bool isNew = collection.Add(document.Name, document.Bytes);
                    (added, known) = isNew ? (added + 1, known) : (added, known + 1);
                }
            }
        }

        return new AddedReports(added, known, [.. findings], new CollectionStories(collection, intake).Update(earlier));
    }
}
