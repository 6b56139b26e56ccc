using System.Collections.Immutable;
using System.Reflection;
using Parallax.Application.Decisions;
using Parallax.Application.Inputs;
using Parallax.Application.Versions;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Intake;
using Parallax.Intake.Containers;
using Parallax.Language.Pipeline;
using Parallax.Storage;
using Parallax.Storage.Sqlite;
using Parallax.Stories;
using Parallax.Stories.Entities;

namespace Parallax.Application.Accounts;

/// <summary>From paths to the sourced account: finds the inputs, reads each report, compares them. Composed once; thread-safe.</summary>
/// <param name="reader">Reads one report.</param>
public sealed class AccountMaker(EnglishReader reader)
{
    /// <summary>Name and version of the program, as accounts state it.</summary>
    public static string Program { get; } = "parallax " + (typeof(AccountMaker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0");

    /// <summary>A maker with the English reader that is installed beside the program.</summary>
    /// <exception cref="Language.Neural.ModelException">The model's files are missing or damaged.</exception>
    public static AccountMaker CreateInstalled() => new(EnglishReader.OpenInstalled());

    /// <summary>Makes the account.</summary>
    /// <exception cref="CollectionException">The collection's file cannot be used.</exception>
    public MadeAccount Make(AccountRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using SqliteCollection? collection = request.CollectionFile is { } file ? SqliteCollection.Open(file) : null;
        OutletRegister outlets = OutletRegister.Open(request.OwnersFile);
        List<Finding> findings = [.. outlets.Findings];
        List<Report> reports = [.. Receive(request, collection, findings)];
        ReportSet set = ReportSet.Of(reports, findings);
        ReportVersions versions = ReportVersions.Of(set.Reports);
        ImmutableArray<AnnotatedReport> read = Read(versions.Counting, request, collection, findings);
        AccountOptions options = new()
        {
            Made = new Made(Program, reader.Model, OptionsOf(outlets)),
            OutletOwners = outlets.Owners,
            ReadTimesAgain = EnglishReader.ReadTimesAgain,
            WordVectors = reader.WordVectors,
            Decisions = collection is null ? [] : [.. collection.Decisions().Select(KeptDecisions.Read).OfType<EntityDecision>()],
        };
        AccountResult result = new AccountBuilder(options).Build(read);
        ImmutableArray<Finding> all = [.. findings.Concat(result.Account.Findings).Concat(versions.Counting.SelectMany(static report => report.Findings)).Concat(versions.Findings)
            .Distinct().OrderBy(static f => f.Id, StringComparer.Ordinal).ThenBy(static f => f.Report, StringComparer.Ordinal).ThenBy(static f => f.Message, StringComparer.Ordinal)];
        ImmutableSortedDictionary<string, Explanation> explanations = result.Explanations.AddRange(ReadingExplanations(read).Where(pair => !result.Explanations.ContainsKey(pair.Key)));
        ImmutableArray<AccountReport> withVersions = [.. result.Account.Reports.Select(report => report with { Versions = versions.OthersOf(report.Id) })];
        return new MadeAccount(result.Account with { Findings = all, Reports = withVersions }, explanations, [.. all.Where(static f => f.Severity != Severity.Info)]) 
        {
            EntityMembers = result.EntityMembers,
            EntityParts = read.SelectMany(static r => r.Entities.Entities.Select(e => KeyValuePair.Create(e.Id, new EntityPart(r.Report.Id, [e.Name, .. e.Aliases], e.Explanation))))
                .DistinctBy(static p => p.Key, StringComparer.Ordinal).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private static ImmutableSortedDictionary<string, string> OptionsOf(OutletRegister outlets) => outlets.Owners.IsEmpty
        ? ImmutableSortedDictionary<string, string>.Empty
        : ImmutableSortedDictionary<string, string>.Empty.Add("owners", outlets.Owners.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<Report> Receive(AccountRequest request, SqliteCollection? collection, List<Finding> findings)
    {
        ReportIntake intake = new(request.Intake);
        FoundInputs inputs = InputFinder.Find(request.Paths, request.StandardInput);
        findings.AddRange(inputs.Findings);
        foreach (InputItem item in inputs.Items)
        {
            foreach ((ReceivedDocument? document, IntakeResult result) in intake.Read(item))
            {
                findings.AddRange(result.Findings);
                if (document is not null && !result.Reports.IsEmpty)
                {
                    collection?.Add(document.Name, document.Bytes);
                }

                foreach (Report report in result.Reports)
                {
                    yield return report;
                }
            }
        }

        foreach (IntakeResult result in collection is null ? [] : intake.Read(collection))
        {
            findings.AddRange(result.Findings);
            foreach (Report report in result.Reports)
            {
                yield return report;
            }
        }
    }

    // Each report is read by itself, so any number of threads gives the same layers; a collection keeps them, so that none is read twice.
    private ImmutableArray<AnnotatedReport> Read(ImmutableArray<Report> reports, AccountRequest request, SqliteCollection? collection, List<Finding> findings)
    {
        AnnotatedReport?[] read = new AnnotatedReport?[reports.Length];
        Finding?[] faults = new Finding?[reports.Length];
        List<int> unread = [];
        int done = 0;
        for (int i = 0; i < reports.Length; i++)
        {
            if (collection?.FindLayers(reports[i].Id, reader.Version) is { } layers && TryDecode(reports[i], layers) is { } stored)
            {
                read[i] = stored;
                done++;
            }
            else
            {
                unread.Add(i);
            }
        }

        Parallel.ForEach(unread, new ParallelOptions { MaxDegreeOfParallelism = request.Threads }, i =>
        {
            read[i] = reader.TryRead(reports[i], out faults[i]);
            request.Progress(Interlocked.Increment(ref done), reports.Length);
        });
        foreach (int i in unread)
        {
            if (read[i] is { } layers)
            {
                collection?.SaveLayers(reports[i].Id, reader.Version, LayerCodec.Encode(layers));
            }
        }

        findings.AddRange(faults.OfType<Finding>());
        return [.. read.OfType<AnnotatedReport>()];
    }

    // Stored layers that are damaged are read again, not mourned.
    private static AnnotatedReport? TryDecode(Report report, byte[] layers)
    {
        try
        {
            return LayerCodec.Decode(report, layers);
        }
        catch (CollectionException)
        {
            return null;
        }
    }

    private static IEnumerable<KeyValuePair<string, Explanation>> ReadingExplanations(ImmutableArray<AnnotatedReport> reports) =>
        reports.SelectMany(static report => report.Statements.Select(static s => KeyValuePair.Create(s.Id, (Explanation?)s.Explanation))
            .Concat(report.Events.Select(static e => KeyValuePair.Create(e.Id, e.Explanation)))
            .Concat(report.Times.Select(static t => KeyValuePair.Create(t.Id, t.Explanation)))
            .Concat(report.Entities.Entities.Select(static e => KeyValuePair.Create(e.Id, e.Explanation))))
            .Where(static pair => pair.Value is not null)
            .DistinctBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(static pair => KeyValuePair.Create(pair.Key, pair.Value!)); // Those without one were left out a line above.
}
