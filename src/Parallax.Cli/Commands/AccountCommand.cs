using System.CommandLine;
using Parallax.Application.Accounts;
using Parallax.Export;
using Parallax.Storage;

namespace Parallax.Cli.Commands;

/// <summary><c>parallax account PATH…</c>: the sourced account of reports.</summary>
internal static class AccountCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = SharedOptions.Paths();
        Option<string?> collection = SharedOptions.Collection();
        Option<string?> owners = SharedOptions.Owners();
        Option<string?> format = new("--format", "-f") { Description = $"How it is written: {string.Join(", ", AccountRenderers.All.Select(static r => r.Name))}. By the ending of --output where that is given, else terminal.", HelpName = "NAME" };
        format.CompletionSources.Add([.. AccountRenderers.All.Select(static r => r.Name)]);
        Option<string?> output = new("--output", "-o") { Description = "File to write to; standard output where it is not given.", HelpName = "FILE" };
        Option<bool> quiet = SharedOptions.Quiet();
        Option<long> maxBytes = SharedOptions.MaxBytes();
        Option<string?> outlets = SharedOptions.Outlets();
        Option<int> threads = SharedOptions.Threads();
        Command command = new(
            "account",
            """
            Writes the sourced account of the reports at PATH… (files, folders, globs, - for standard input): text, Markdown,
            HTML, MHTML, feeds, ninjs, NewsML-G2, NITF, mail, CSV, JSON, and ZIP, TAR, WARC and mailboxes of these, told by their content.

            Examples:
              parallax account samples/ferry/reports
              parallax account page.html feed.xml archive.warc.gz -o account.html
              parallax account -c story.parallax --format json > account.json

            Exit codes: 0 done; 1 done, but some input could not be read (named on standard error); 2 wrong usage, or nothing to read.
            """)
        {
            paths, collection, format, output, maxBytes, outlets, owners, threads, quiet,
        };
        command.SetAction(result =>
        {
            Talk talk = SharedOptions.Talk(result.GetValue(quiet));
            if (!SharedOptions.TryOutlets(result.GetValue(outlets), talk, out Parallax.Intake.Outlets.OutletRules rules))
            {
                return ExitCodes.Usage;
            }

            string? file = result.GetValue(output);
            string name = result.GetValue(format) ?? FormatOf(file);
            if (AccountRenderers.Find(name) is not { } renderer)
            {
                talk.Error($"There is no format “{name}”. Formats: {string.Join(", ", AccountRenderers.All.Select(static r => r.Name))}.");
                return ExitCodes.Usage;
            }

            AccountRequest request = new()
            {
                Paths = result.GetValue(paths) ?? [],
                CollectionFile = result.GetValue(collection),
                OwnersFile = result.GetValue(owners),
                Intake = new Intake.IntakeOptions { MaxBytes = result.GetValue(maxBytes), Outlets = rules },
                Threads = result.GetValue(threads),
                StandardInput = Console.OpenStandardInput,
                Progress = (done, all) => talk.Progress("Read", done, all),
            };
            return Run(request, renderer, file, talk);
        });
        return command;
    }

    private static int Run(AccountRequest request, IAccountRenderer renderer, string? file, Talk talk)
    {
        if (request.Paths.Count == 0 && request.CollectionFile is null)
        {
            talk.Error("Name the reports (files, folders, -), or a collection with -c. See: parallax account --help");
            return ExitCodes.Usage;
        }

        MadeAccount made;
        try
        {
            made = AccountMaker.CreateInstalled().Make(request);
        }
        catch (CollectionException fault)
        {
            talk.ProgressDone();
            talk.Error(fault.Message);
            return ExitCodes.Usage;
        }

        talk.ProgressDone();
        foreach (Core.Findings.Finding finding in made.Problems)
        {
            talk.Say(finding);
        }

        if (made.ReportCount == 0)
        {
            talk.Error("None of the inputs could be read as a report; no account was written.");
            return ExitCodes.Usage;
        }

        try
        {
            Write(made, renderer, file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            talk.Error($"The account could not be written to “{file ?? "standard output"}”: {fault.Message}");
            return ExitCodes.Usage;
        }

        return made.SomeInputUnread ? ExitCodes.SomeInputUnread : ExitCodes.Done;
    }

    // To a file: written beside it first, so that a file that was there is whole until the new one is.
    private static void Write(MadeAccount made, IAccountRenderer renderer, string? file)
    {
        if (file is null)
        {
            bool colour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
            int width = Console.IsOutputRedirected ? 100 : Console.WindowWidth;
            using Stream output = Console.OpenStandardOutput();
            renderer.Write(made.Account, new RenderOptions { Colour = colour, Width = width }, output);
            return;
        }

        string beside = file + ".partial";
        using (FileStream stream = File.Create(beside))
        {
            renderer.Write(made.Account, new RenderOptions(), stream);
        }

        File.Move(beside, file, overwrite: true);
    }

    private static string FormatOf(string? file) => Path.GetExtension(file)?.ToLowerInvariant() switch
    {
        ".html" or ".htm" => "html",
        ".md" or ".markdown" => "markdown",
        ".json" => "json",
        _ => "terminal",
    };
}
