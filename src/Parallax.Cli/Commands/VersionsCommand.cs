using System.CommandLine;
using Parallax.Application.Versions;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Storage;

namespace Parallax.Cli.Commands;

/// <summary><c>parallax versions PATH…</c>: the reports that were given in several versions, and how they differ.</summary>
internal static class VersionsCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = SharedOptions.Paths();
        Option<string?> collection = SharedOptions.Collection();
        Option<bool> quiet = SharedOptions.Quiet();
        Option<long> maxBytes = SharedOptions.MaxBytes();
        Command command = new(
            "versions",
            """
            Shows the reports at PATH…, or in a collection, that were given in several versions (the same address again with other text),
            newest first, and the words that differ. The newest counts in an account; the others are kept.

            Example:
              parallax versions monday.warc.gz tuesday.warc.gz
              parallax versions -c story.parallax
            """)
        {
            paths, collection, maxBytes, quiet,
        };
        command.SetAction(result =>
        {
            Talk talk = SharedOptions.Talk(result.GetValue(quiet));
            string[] given = result.GetValue(paths) ?? [];
            if (given.Length == 0 && result.GetValue(collection) is null)
            {
                talk.Error("Name the reports (files, folders, archives, -), or a collection with -c. See: parallax versions --help");
                return ExitCodes.Usage;
            }

            try
            {
                (ReportVersions versions, var findings) = VersionLister.List(given, result.GetValue(collection), Console.OpenStandardInput, new Intake.IntakeOptions { MaxBytes = result.GetValue(maxBytes) });
                foreach (Finding finding in findings.Where(static finding => finding.Severity != Severity.Info))
                {
                    talk.Say(finding);
                }

                Write(versions);
                return findings.Any(static finding => finding.Severity == Severity.Error) ? ExitCodes.SomeInputUnread : ExitCodes.Done;
            }
            catch (CollectionException fault)
            {
                talk.Error(fault.Message);
                return ExitCodes.Usage;
            }
        });
        return command;
    }

    private static void Write(ReportVersions versions)
    {
        if (versions.Groups.IsEmpty)
        {
            Console.Out.WriteLine("No report was given in several versions.");
        }

        foreach (var group in versions.Groups)
        {
            Report counting = group[0];
            Console.Out.WriteLine(Talk.Clean($"{counting.Url}  {counting.Title}"));
            Console.Out.WriteLine(Talk.Clean($"  {counting.Id}  counts; {string.Join(", ", counting.Files)}{When(counting.Published?.Value, counting.Modified, counting.Captured)}"));
            foreach (ReportVersion other in versions.OthersOf(counting.Id))
            {
                string what = other.Relation switch { VersionRelation.Earlier => "an earlier text", VersionRelation.Excerpt => "a part of the text", _ => "the same text" };
                Console.Out.WriteLine(Talk.Clean($"  {other.Id}  {what}; {string.Join(", ", other.Files)}{When(other.Published, other.Modified, other.Captured)}"));
                foreach (WordDifference difference in other.Differences)
                {
                    Console.Out.WriteLine(Talk.Clean($"    - {difference.From}"));
                    Console.Out.WriteLine(Talk.Clean($"    + {difference.To}"));
                }
            }
        }
    }

    private static string When(string? published, string? modified, string? captured) =>
        (published is null ? "" : "; published " + published) + (modified is null ? "" : "; changed " + modified) + (captured is null ? "" : "; captured " + captured);
}
