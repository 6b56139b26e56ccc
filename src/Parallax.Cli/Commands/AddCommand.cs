using System.CommandLine;
using System.Globalization;
using Parallax.Application.Collections;
using Parallax.Storage;

namespace Parallax.Cli.Commands;

/// <summary><c>parallax add PATH… -c FILE</c>: reports into a collection.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = SharedOptions.Paths();
        paths.Arity = ArgumentArity.OneOrMore;
        Option<string?> collection = SharedOptions.Collection();
        collection.Required = true;
        Option<bool> quiet = SharedOptions.Quiet();
        Option<long> maxBytes = SharedOptions.MaxBytes();
        Command command = new(
            "add",
            """
            Adds the reports at PATH… to a collection; the file is made where there is none. Adding a report again changes nothing.

            Example:
              parallax add reports/*.txt page.html -c story.parallax
            """)
        {
            paths, collection, maxBytes, quiet,
        };
        command.SetAction(result =>
        {
            Talk talk = SharedOptions.Talk(result.GetValue(quiet));
            try
            {
                AddedReports added = CollectionFiller.Add(
                    result.GetValue(paths) ?? [], result.GetValue(collection)!, Console.OpenStandardInput, new Intake.IntakeOptions { MaxBytes = result.GetValue(maxBytes) }); // -c is required, so it has a value.
                foreach (Core.Findings.Finding finding in added.Findings)
                {
                    talk.Say(finding);
                }

                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{added.New} added, {added.Known} already there."));
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
}
