using System.Collections.Immutable;
using System.Text;
using Parallax.Core.Findings;
using Parallax.Fetching.Archives;
using Parallax.Fetching.Transfers;
using Parallax.Intake;
using Parallax.Intake.Formats;
using Parallax.Intake.Warc;

namespace Parallax.Application.Fetches;

/// <summary>What to fetch and where to put it.</summary>
/// <param name="Addresses">Addresses of pages, feeds, subscription lists and sitemaps, or files on this machine that list them.</param>
/// <param name="Archive">The WARC file that is written, or added to where it exists.</param>
/// <param name="MostPages">Most pages asked for.</param>
public sealed record FetchRequest(ImmutableArray<string> Addresses, string Archive, int MostPages);

/// <summary>What came of fetching.</summary>
/// <param name="Pages">Pages written to the archive.</param>
/// <param name="Unchanged">Pages that are as the archive has them.</param>
/// <param name="Lists">Feeds and other lists that were followed.</param>
/// <param name="Left">Addresses that were not asked for because of the limit.</param>
/// <param name="Findings">What could not be fetched, and why.</param>
public sealed record FetchedPages(int Pages, int Unchanged, int Lists, int Left, ImmutableArray<Finding> Findings);

/// <summary>Fetches pages into an archive: those named, and those that feeds, subscription lists and sitemaps name. For one run.</summary>
/// <param name="fetcher">Fetches.</param>
/// <param name="clock">Dates the archive.</param>
/// <param name="options">Limits of reading lists.</param>
public sealed class FetchRun(Fetcher fetcher, TimeProvider clock, IntakeOptions options)
{
    // A subscription list names feeds, and these name pages; an index names sitemaps, and these name pages.
    private const int DeepestList = 2;

    private readonly Queue<(string Address, int Depth)> _waiting = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    /// <summary>Fetches.</summary>
    /// <param name="request">What, and where to.</param>
    /// <param name="progress">Told how many addresses are done, and how many are known of.</param>
    /// <param name="stop">Ends the run; what was fetched before stands in the archive.</param>
    /// <exception cref="IOException">The archive cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The archive may not be read or written.</exception>
    /// <exception cref="InvalidDataException">A file stands in the archive's place that is none.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was called.</exception>
    public async Task<FetchedPages> Fetch(FetchRequest request, Action<int, int> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        using FileStream file = new(request.Archive, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        Dictionary<string, ArchivedAnswer> archived = file.Length == 0 ? [] : ArchivedAnswers.Read(file, options);
        file.Seek(0, SeekOrigin.End);
        WarcWriter archive = new(file);
        int lists = request.Addresses.Count(Start), pages = 0, unchanged = 0, done = 0;
        bool begun = false;
        while (pages + unchanged < request.MostPages && _waiting.TryDequeue(out (string Address, int Depth) next))
        {
            progress(++done, done + _waiting.Count);
            FetchResult result = await fetcher.Fetch(next.Address, Validators, stop).ConfigureAwait(false);
            if (result.Finding is { } finding)
            {
                _findings.Add(finding);
                continue;
            }

            Exchange last = result.Exchanges[^1];
            ImmutableArray<string>? list = List(last);
            if (!begun)
            {
                archive.WriteInfo(clock.GetUtcNow());
                begun = true;
            }

            foreach (Exchange exchange in result.Exchanges)
            {
                archive.Write(exchange, isList: list is not null);
            }

            await file.FlushAsync(stop).ConfigureAwait(false);
            if (list is { } named)
            {
                lists++;
                Follow(named, next.Depth, last.Address.AbsoluteUri);
            }
            else
            {
                (pages, unchanged) = result.Unchanged ? (pages, unchanged + 1) : (pages + 1, unchanged);
            }
        }

        return new FetchedPages(pages, unchanged, lists, _waiting.Count, [.. _findings]);

        Validators? Validators(Uri address) => archived.TryGetValue(address.AbsoluteUri, out ArchivedAnswer? known) ? new Validators(known.EntityTag, known.LastModified) : null;

        // A list that did not change is read from the archive: its pages may have.
        ImmutableArray<string>? List(Exchange answer) => answer.Status != 304
            ? AddressLists.ReadAnswer([.. Encoding.Latin1.GetBytes(answer.ResponseHead), .. answer.Body.Span], answer.Address, options)
            : archived.TryGetValue(answer.Address.AbsoluteUri, out ArchivedAnswer? known) && known.List is { } kept ? AddressLists.ReadAnswer(kept.Span, answer.Address, options) : null;
    }

    // An address waits to be fetched; a file on this machine that lists addresses is followed at once, which is what is returned.
    private bool Start(string given)
    {
        if (!File.Exists(given))
        {
            Add(given, 0);
            return false;
        }

        FileInfo file = new(given);
        if (file.Length > options.MaxBytes || AddressLists.Read(File.ReadAllBytes(given), null, null, options) is not { } named)
        {
            _findings.Add(new Finding("PX0008", Severity.Error, given, $"“{given}” is a file that lists no addresses. Expected a feed, a subscription list (OPML) or a sitemap, or an address to fetch."));
            return false;
        }

        Follow(named, 0, given);
        return true;
    }

    private void Follow(ImmutableArray<string> named, int depth, string list)
    {
        if (depth == DeepestList)
        {
            _findings.Add(new Finding("PX0009", Severity.Warning, list, $"“{list}” was not followed: it is a list named by a list named by a list."));
            return;
        }

        foreach (string address in named)
        {
            Add(address, depth + 1);
        }
    }

    private void Add(string address, int depth)
    {
        if (_seen.Add(address))
        {
            _waiting.Enqueue((address, depth));
        }
    }
}
