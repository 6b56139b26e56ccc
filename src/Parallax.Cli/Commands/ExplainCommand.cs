using System.CommandLine;
using Parallax.Application.Accounts;
using Parallax.Storage;

namespace Parallax.Cli.Commands;

/// <summary><c>parallax explain ID PATH…</c>: why something in an account is what it is.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> id = new("ID") { Description = "An id of the account: s… statement, c… claim, e… entity, h… happening, k… conflict, q… quotation, f… figure, t… time, v… event, r… date of a report, PX… finding …" };
        Argument<string[]> paths = SharedOptions.Paths();
        Option<string?> collection = SharedOptions.Collection();
        Option<string?> owners = SharedOptions.Owners();
        Option<bool> quiet = SharedOptions.Quiet();
        Command command = new(
            "explain",
            """
            Says why something in the account of the reports at PATH… is what it is: the rule, the evidence, the score.

            Example:
              parallax explain c0123456789 samples/ferry/reports
            """)
        {
            id, paths, collection, owners, quiet,
        };
        command.SetAction(result =>
        {
            Talk talk = SharedOptions.Talk(result.GetValue(quiet));
            AccountRequest request = new()
            {
                Paths = result.GetValue(paths) ?? [],
                CollectionFile = result.GetValue(collection),
                OwnersFile = result.GetValue(owners),
                StandardInput = Console.OpenStandardInput,
                Progress = (done, all) => talk.Progress("Read", done, all),
            };
            if (request.Paths.Count == 0 && request.CollectionFile is null)
            {
                talk.Error("Name the reports the account was made of, or its collection with -c. See: parallax explain --help");
                return ExitCodes.Usage;
            }

            try
            {
                MadeAccount made = AccountMaker.CreateInstalled().Make(request);
                talk.ProgressDone();
                string wanted = result.GetValue(id)!; // The argument is required, so it has a value.
                if (ExplanationWriter.Write(made, wanted) is not { } text)
                {
                    talk.Error($"Nothing in this account has the id “{wanted}”. The ids stand in the JSON (--format json) and in the links of the page.");
                    return ExitCodes.Usage;
                }

                Console.Out.Write(text);
                return made.SomeInputUnread ? ExitCodes.SomeInputUnread : ExitCodes.Done;
            }
            catch (CollectionException fault)
            {
                talk.ProgressDone();
                talk.Error(fault.Message);
                return ExitCodes.Usage;
            }
        });
        return command;
    }
}
