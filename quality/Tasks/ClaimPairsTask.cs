using System.Collections.Immutable;
using System.Reflection;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories;
using Parallax.Stories.Claims;
using Parallax.Stories.Entities;
using Parallax.Stories.Happenings;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;
using Parallax.Stories.Quotations;
using Parallax.Stories.Words;

namespace Parallax.Quality.Tasks;

/// <summary>Whether two sentences of one story are put on one claim with one position where they mean the same, and kept apart where they only share words; pairs written for it under <c>quality/Pairs</c>.</summary>
internal sealed class ClaimPairsTask : IQualityTask
{
    /// <inheritdoc/>
    public string Name => "claim-pairs";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        List<(string Meaning, string Half, bool Joined)> results = [];
        foreach (string[] row in Rows())
        {
            bool joined = OnOneClaim(row[2], row[3]);
            results.Add((row[0], row[1], joined));
            if (row[1] == "look" && joined != (row[0] == "same"))
            {
                Console.Error.WriteLine($"{(joined ? "joined" : "apart")}: {row[2]} | {row[3]}");
            }
        }

        foreach (string half in (string[])["look", "measure"])
        {
            foreach (string meaning in (string[])["different", "same"])
            {
                bool[] decided = [.. results.Where(r => r.Half == half && r.Meaning == meaning).Select(static r => r.Joined)];
                yield return new Metric(Name, $"{half}: {(meaning == "same" ? "other words, same meaning" : "same words, other meaning")}", data.Split, "right", 1.0 * decided.Count(j => j == (meaning == "same")) / decided.Length, decided.Length);
            }

            int right = results.Count(r => r.Half == half && r.Joined == (r.Meaning == "same")), all = results.Count(r => r.Half == half);
            yield return new Metric(Name, half, data.Split, "right", 1.0 * right / all, all);
        }
    }

    private static bool OnOneClaim(string first, string second)
    {
        ReportSet set = ReportSet.Of([Read("first", first), Read("second", second)]);
        ExplanationBook book = new();
        LinkedEntities linked = EntityLinker.Link(set, book);
        Dictionary<string, Entity> entities = linked.Entities.ToDictionary(static e => e.Id, StringComparer.Ordinal);
        ILookup<(string Entity, string Report), Mention> mentions = EntityRemapping.MentionsOf(entities.Values);
        set = set.Select(r => EntityRemapping.Apply(r, linked, entities, mentions));
        Dictionary<string, int> story = set.Reports.ToDictionary(static r => r.Report.Id, static _ => 0, StringComparer.Ordinal);
        Dictionary<string, int> order = set.Reports.Select(static (r, i) => (r.Report.Id, i)).ToDictionary(static p => p.Id, static p => p.i, StringComparer.Ordinal);
        ImmutableArray<Proposition> propositions = [.. set.Reports.SelectMany(static r => PropositionReader.Read(r)).OrderBy(static p => p.Key, StringComparer.Ordinal)];
        WordMeanings meanings = new(Network.Vectors);
        ImmutableArray<Quotation> quotations = QuotationMaker.Make(set, entities, story, order, meanings, book);
        OriginFinder origins = new(set, entities, [], new AccountOptions());
        SameFate fates = new(set, propositions, entities, story);
        return ClaimMaker.Draft(set, propositions, PropositionPairs.Find(propositions, story), story, quotations, origins, order, meanings, new EventMentions(set, propositions, story, meanings), (fates, fates.Find()))
            .Any(d => d.Own.GroupBy(static s => s.Kind is PositionKind.Denies).Any(static g => g.Select(static s => s.Proposition.Report).Distinct(StringComparer.Ordinal).Count() == 2));
    }

    private static AnnotatedReport Read(string name, string sentence)
    {
        SourceText text = new(sentence);
        return InstalledNetwork.Read(new Report
        {
            Id = "r" + text.Sha256[..10], Sha256 = text.Sha256, Files = [name], Received = text, Text = text, Map = TextMap.Identity(sentence.Length), Blocks = [new TextBlock(new TextSpan(0, sentence.Length), TextPart.Lead)],
        });
    }

    private static IEnumerable<string[]> Rows()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("claims.tsv") ?? throw new InvalidOperationException("The pairs are not in the assembly.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
