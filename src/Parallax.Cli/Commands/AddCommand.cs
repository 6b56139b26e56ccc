using System.CommandLine;
using System.Globalization;
using Parallax.Application.Collections;
using Parallax.Storage;

namespace Parallax.Cli.Commands;

/// <summary><c>parallax add PATH… -c FILE</c>: reports into a collection.</summary>
internal static class AddCommand
{
    private const int StoriesShown = 20;
    private const int TitlesShown = 3;

    public static Command Create()
    {
        Argument<string[]> paths = SharedOptions.Paths();
        paths.Arity = ArgumentArity.OneOrMore;
        Option<string?> collection = SharedOptions.Collection();
        collection.Required = true;
        Option<bool> quiet = SharedOptions.Quiet();
        Option<long> maxBytes = SharedOptions.MaxBytes();
        Option<string?> outlets = SharedOptions.Outlets();
        Command command = new(
            "add",
            """
            Adds the reports at PATH… to a collection; the file is made where there is none. Adding a report again changes nothing.
            Each new report is placed in its story, and it is said which stories began, grew, became one or came apart, and why.

            Example:
              parallax add reports/*.txt page.html -c story.parallax
            """)
        {
            paths, collection, maxBytes, outlets, quiet,
        };
        command.SetAction(result =>
        {
            Talk talk = SharedOptions.Talk(result.GetValue(quiet));
            if (!SharedOptions.TryOutlets(result.GetValue(outlets), talk, out Parallax.Intake.Outlets.OutletRules rules))
            {
                return ExitCodes.Usage;
            }

            try
            {
                int earlier = 0;
                AddedReports added = CollectionFiller.Add(
                    result.GetValue(paths) ?? [], result.GetValue(collection)!, Console.OpenStandardInput, new Intake.IntakeOptions { MaxBytes = result.GetValue(maxBytes), Outlets = rules },
                    left => talk.Progress("Renewing the index of the collection, reports:", (earlier = Math.Max(earlier, left)) - left, earlier)); // -c is required, so it has a value.
                talk.ProgressDone();
                foreach (Core.Findings.Finding finding in added.Findings)
                {
                    talk.Say(finding);
                }

                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{added.New} added, {added.Known} already there."));
                foreach (StoryChange change in added.Stories.Take(StoriesShown))
                {
                    Console.Out.WriteLine($"“{change.Title}” ({change.Story}): {Words(change)}. {char.ToUpperInvariant(change.Explanation.Text[0])}{change.Explanation.Text[1..]}.");
                }

                if (added.Stories.Length > StoriesShown)
                {
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {added.Stories.Length - StoriesShown} stories more."));
                }

                return added.Findings.Any(static f => f.Severity == Core.Findings.Severity.Error) ? ExitCodes.SomeInputUnread : ExitCodes.Done;
            }
            catch (CollectionException fault)
            {
                talk.Error(fault.Message);
                return ExitCodes.Usage;
            }
        });
        return command;
    }

    private static string Titles(StoryChange change)
    {
        string titles = string.Join(", ", change.NewTitles.Take(TitlesShown).Select(static t => $"“{t}”"));
        return change.NewTitles.Length <= TitlesShown ? titles : string.Create(CultureInfo.InvariantCulture, $"{titles} and {change.NewTitles.Length - TitlesShown} reports more");
    }

    private static string Words(StoryChange change) => change.Kind switch
    {
        StoryChangeKind.Opened => change.New.Length == 1 ? "a new story" : $"a new story with {Titles(change)}",
        StoryChangeKind.Joined => $"{Titles(change)} came into this story",
        StoryChangeKind.Merged => "stories that were told apart are one now",
        StoryChangeKind.Split => "this story is several now",
        _ => throw new InvalidOperationException("Unknown change."),
    };
}
