using System.CommandLine;
using System.Globalization;
using Parallax.Application.Collections;
using Parallax.Application.Fetches;
using Parallax.Core.Findings;
using Parallax.Fetching.Addresses;
using Parallax.Fetching.Transfers;
using Parallax.Storage;

namespace Parallax.Cli.Commands;

/// <summary><c>parallax fetch ADDRESS…</c>: pages from the web into an archive. The only command that reaches the network.</summary>
internal static class FetchCommand
{
    public static Command Create()
    {
        Argument<string[]> addresses = new("ADDRESS") { Description = "Pages, feeds, subscription lists (OPML), sitemaps; or files on this machine that list them.", Arity = ArgumentArity.OneOrMore };
        Option<string> archive = new("--output", "-o") { Description = "The WARC file to write; where it exists, only what changed is added.", HelpName = "FILE", DefaultValueFactory = static _ => "fetched.warc.gz" };
        Option<string?> collection = SharedOptions.Collection();
        Option<int> limit = Positive(new Option<int>("--limit") { Description = "Most pages asked for.", DefaultValueFactory = static _ => 100 });
        Option<int> timeout = Positive(new Option<int>("--timeout") { Description = "Seconds for one address with its redirections.", DefaultValueFactory = static _ => 30 });
        Option<bool> allowPrivate = new("--allow-private") { Description = "Fetch also from this machine and private networks." };
        Option<long> maxBytes = SharedOptions.MaxBytes();
        Option<bool> quiet = SharedOptions.Quiet();
        Command command = new(
            "fetch",
            """
            Fetches pages into a web archive, with everything that was said: requests, answers, when, from which machine. Feeds, subscription
            lists and sitemaps are followed to the pages they name. robots.txt is obeyed; one request a second to each host; private addresses are
            refused. This is the only command that reaches the network.

            Examples:
              parallax fetch https://post.example/quay https://courier.example/feed.xml -o quay.warc.gz
              parallax account quay.warc.gz
              parallax fetch subscriptions.opml -c story.parallax
            """)
        {
            addresses, archive, collection, limit, timeout, maxBytes, allowPrivate, quiet,
        };
        command.SetAction(async (result, stop) =>
        {
            Talk talk = SharedOptions.Talk(result.GetValue(quiet));
            FetchOptions options = new()
            {
                AllowPrivate = result.GetValue(allowPrivate),
                MaxBytes = Math.Min(result.GetValue(maxBytes), int.MaxValue),
                Timeout = TimeSpan.FromSeconds(result.GetValue(timeout)),
            };
            FetchRequest request = new([.. result.GetValue(addresses) ?? []], result.GetValue(archive)!, result.GetValue(limit)); // It has a default.
            try
            {
                return await Run(request, options, result.GetValue(collection), talk, stop).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is CollectionException or InvalidDataException or IOException or UnauthorizedAccessException)
            {
                talk.Error(fault is InvalidDataException ? $"“{request.Archive}” is not an archive that can be added to. Choose another name with -o." : fault.Message);
                return ExitCodes.Usage;
            }
        });
        return command;
    }

    private static async Task<int> Run(FetchRequest request, FetchOptions options, string? collection, Talk talk, CancellationToken stop)
    {
        using Fetcher fetcher = new(options, new SystemHostResolver(), TimeProvider.System);
        FetchedPages fetched = await new FetchRun(fetcher, TimeProvider.System, new Intake.IntakeOptions()).Fetch(request, (done, all) => talk.Progress("Fetching", done, all), stop).ConfigureAwait(false);
        talk.ProgressDone();
        foreach (Finding finding in fetched.Findings)
        {
            talk.Say(finding);
        }

        string more = fetched.Left == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {fetched.Left} left because of --limit");
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fetched.Pages} fetched, {fetched.Unchanged} unchanged{more}: {request.Archive}"));
        if (collection is not null)
        {
            AddedReports added = CollectionFiller.Add([request.Archive], collection, static () => Stream.Null, new Intake.IntakeOptions());
            foreach (Finding finding in added.Findings)
            {
                talk.Say(finding);
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{added.New} added, {added.Known} already there."));
        }

        return fetched.Findings.Any(static finding => finding.Severity == Severity.Error) ? ExitCodes.SomeInputUnread : ExitCodes.Done;
    }

    private static Option<int> Positive(Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{option.Name} is at least 1.");
            }
        });
        return option;
    }
}
