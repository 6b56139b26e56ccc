using System.CommandLine;
using Parallax.Application.Inputs;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Intake;
using Parallax.Intake.Containers;
using Parallax.Intake.Outlets;

namespace Parallax.Cli.Commands;

/// <summary><c>parallax read PATH…</c>: what was read from each file, and why.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = SharedOptions.Paths();
        paths.Arity = ArgumentArity.OneOrMore;
        Option<bool> quiet = SharedOptions.Quiet();
        Option<long> maxBytes = SharedOptions.MaxBytes();
        Option<string?> outlets = SharedOptions.Outlets();
        Command command = new(
            "read",
            """
            Shows what is read from each file before anything is made of it: title, outlet, authors, dates and the rest with every candidate and why one was
            believed; the article part by part; what was cut and why.

            Example:
              parallax read page.html
            """)
        {
            paths, maxBytes, outlets, quiet,
        };
        command.SetAction(result =>
        {
            Talk talk = SharedOptions.Talk(result.GetValue(quiet));
            if (!SharedOptions.TryOutlets(result.GetValue(outlets), talk, out OutletRules rules))
            {
                return ExitCodes.Usage;
            }

            ReportIntake intake = new(new IntakeOptions { MaxBytes = result.GetValue(maxBytes), Outlets = rules });
            FoundInputs inputs = InputFinder.Find(result.GetValue(paths) ?? [], Console.OpenStandardInput);
            List<Finding> findings = [.. inputs.Findings];
            bool first = true;
            foreach (DocumentResult document in inputs.Items.SelectMany(item => intake.Read(item)))
            {
                findings.AddRange(document.Result.Findings);
                foreach (Report report in document.Result.Reports)
                {
                    Console.Out.Write((first ? "" : "\n") + ReadingWriter.Write(report));
                    first = false;
                }
            }

            foreach (Finding finding in findings)
            {
                talk.Say(finding);
            }

            return findings.Any(static f => f.Severity == Severity.Error) ? ExitCodes.SomeInputUnread : ExitCodes.Done;
        });
        return command;
    }
}
