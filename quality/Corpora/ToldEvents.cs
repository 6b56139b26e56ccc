using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Pipeline;
using Parallax.Stories;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Quality.Corpora;

/// <summary>One story of ECB+ with its account and, for each proposition, the event that the corpus marks at its predicate.</summary>
/// <param name="Name">Name of the story.</param>
/// <param name="Result">The account.</param>
/// <param name="Reports">The reports by id.</param>
/// <param name="Marked">The events that each report tells by the corpus: report id and chain.</param>
/// <param name="EventOf">The chain of the event that a proposition tells, by the proposition's key; those at no marked event are absent.</param>
internal sealed record ToldEvents(string Name, AccountResult Result, IReadOnlyDictionary<string, AnnotatedReport> Reports, IReadOnlySet<(string Report, string Chain)> Marked, IReadOnlyDictionary<string, string> EventOf)
{
    /// <summary>The file of the corpus.</summary>
    public const string File = "crossdoc/ecbplus.{split}.jsonl.gz";

    private const string Alone = "alone:";

    /// <summary>Reads the stories one by one, by name.</summary>
    /// <param name="data">The corpora.</param>
    /// <param name="read">Reads the layers of a report.</param>
    /// <param name="only">The story to read; null for all.</param>
    /// <param name="byTopic">Whether the two look-alike stories of a topic are read as one.</param>
    public static IEnumerable<ToldEvents> Read(QualityData data, Func<Report, AnnotatedReport> read, string? only = null, bool byTopic = false)
    {
        List<JsonElement> rows = [];
        foreach (string line in data.Lines(File))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            rows.Add(json.RootElement.Clone());
        }

        foreach (IGrouping<string, JsonElement> story in rows.GroupBy(r => r.GetProperty(byTopic ? "topic" : "story").ToString(), StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            if (only is null || story.Key == only)
            {
                yield return Of(story.Key, [.. story], read);
            }
        }
    }

    private static ToldEvents Of(string name, JsonElement[] rows, Func<Report, AnnotatedReport> read)
    {
        Dictionary<string, AnnotatedReport> reports = new(StringComparer.Ordinal);
        Dictionary<string, JsonElement> rowOf = new(StringComparer.Ordinal);
        foreach (JsonElement row in rows)
        {
            Report report = ReportOf(row);
            if (rowOf.TryAdd(report.Id, row))
            {
                reports[report.Id] = read(report);
            }
        }

        AccountOptions options = new() { WordVectors = Network.Vectors, ReadTimesAgain = EnglishReader.ReadTimesAgain };
        AccountResult result = new AccountBuilder(options).Build([.. reports.Values]);
        HashSet<(string, string)> marked = [];
        Dictionary<(string Report, int Token), string> chainAt = [];
        foreach ((string id, JsonElement row) in rowOf)
        {
            TokenLayer tokens = reports[id].Tokens;
            foreach (JsonElement mention in row.GetProperty("mentions").EnumerateArray())
            {
                string type = mention.GetProperty("type").GetString()!;
                if (!mention.GetProperty("scored").GetBoolean() || !type.Contains("ACTION", StringComparison.Ordinal))
                {
                    continue;
                }

                string chain = mention.GetProperty("chain").ValueKind == JsonValueKind.String ? mention.GetProperty("chain").GetString()! : $"{Alone}{id}:{mention.GetProperty("m").GetRawText()}";
                if (!type.Contains("REPORTING", StringComparison.Ordinal))
                {
                    marked.Add((id, chain));
                }

                foreach (TextSpan piece in mention.TryGetProperty("pieces", out JsonElement pieces) ? [.. pieces.EnumerateArray().Select(static p => TextSpan.FromBounds(p[0].GetInt32(), p[1].GetInt32()))] : new[] { TextSpan.FromBounds(mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32()) })
                {
                    (int first, int end) = tokens.TokensOf(piece);
                    for (int token = first; token < end; token++)
                    {
                        chainAt.TryAdd((id, token), chain);
                    }
                }
            }
        }

        Dictionary<string, string> eventOf = new(StringComparer.Ordinal);
        foreach (Proposition told in result.Propositions)
        {
            if (chainAt.TryGetValue((told.Report, told.Token), out string? chain) || chainAt.TryGetValue((told.Report, told.Top), out chain))
            {
                eventOf[told.Key] = chain;
            }
        }

        // "announced", marked as a word of saying, counts where we read it as an act.
        marked.UnionWith(result.Propositions.Where(p => eventOf.ContainsKey(p.Key)).Select(p => (p.Report, eventOf[p.Key])));
        return new ToldEvents(name, result, reports, marked, eventOf);
    }

    /// <summary>Whether an event is one that the corpus has linked with others. One that it has not may still be told elsewhere, so that two such say nothing.</summary>
    public static bool IsShared(string chain) => !chain.StartsWith(Alone, StringComparison.Ordinal);

    // The corpus has lost the paragraphs: each sentence is one, and the first is the headline where it ends in no stop.
    private static Report ReportOf(JsonElement row)
    {
        string text = row.GetProperty("text").GetString()!;
        SourceText source = new(text);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        List<TextBlock> blocks = [];
        foreach (JsonElement sentence in row.GetProperty("sentences").EnumerateArray())
        {
            TextSpan span = TextSpan.FromBounds(sentence[1].GetInt32(), sentence[2].GetInt32());
            bool isTitle = blocks.Count == 0 && !text.AsSpan(span.Start, span.Length).TrimEnd("'\"” ").EndsWith(".", StringComparison.Ordinal);
            blocks.Add(new TextBlock(span, isTitle ? TextPart.Title : TextPart.Body));
        }

        return new Report
        {
            Id = Ids.Report(hash), Sha256 = hash, Files = [row.GetProperty("id").GetString()!], Received = source, Text = source, Map = TextMap.Identity(text.Length), Blocks = [.. blocks],
            Title = blocks is [{ Part: TextPart.Title } title, ..] ? source.Slice(title.Span) : null,
        };
    }

    /// <summary>The propositions on each claim, of different reports, in pairs; those that only answer another left out.</summary>
    public IEnumerable<(ClaimDraft Claim, Proposition Left, Proposition Right)> Joined()
    {
        foreach (ClaimDraft draft in Result.Drafts)
        {
            Proposition[] told = [.. draft.Own.Where(static s => !s.IsAnswer).Select(static s => s.Proposition)];
            for (int i = 0; i < told.Length; i++)
            {
                for (int j = i + 1; j < told.Length; j++)
                {
                    if (told[i].Report != told[j].Report)
                    {
                        yield return (draft, told[i], told[j]);
                    }
                }
            }
        }
    }

    /// <summary>The joined pairs of which the corpus says whether they tell one event: the claim, the two, and whether they do.</summary>
    public IEnumerable<(string Claim, Proposition Left, Proposition Right, bool IsRight)> Judged()
    {
        foreach ((ClaimDraft claim, Proposition left, Proposition right) in Joined())
        {
            if (EventOf.TryGetValue(left.Key, out string? one) && EventOf.TryGetValue(right.Key, out string? two) && (IsShared(one) || IsShared(two)))
            {
                yield return (claim.Id, left, right, one == two);
            }
        }
    }

    /// <summary>Claims that stand apart: the two, whether the words of both tell one marked event, and whether one points at the other. Those of which neither is so are left out, and those at no marked event.</summary>
    public IEnumerable<(ClaimDraft Left, ClaimDraft Right, bool IsOne, bool IsPointed)> Apart()
    {
        (ClaimDraft Draft, string Chain)[] told = [.. Result.Drafts.Where(d => d.Wording is not null && EventOf.ContainsKey(d.Wording.Proposition.Key)).Select(d => (d, EventOf[d.Wording!.Proposition.Key]))]; // Those without words are left out.
        for (int i = 0; i < told.Length; i++)
        {
            for (int j = i + 1; j < told.Length; j++)
            {
                ((ClaimDraft left, string one), (ClaimDraft right, string two)) = (told[i], told[j]);
                bool isPointed = left.Near.Any(n => n.Claim == right.Id) || right.Near.Any(n => n.Claim == left.Id);
                if ((one == two || isPointed) && (IsShared(one) || IsShared(two)))
                {
                    yield return (left, right, one == two, isPointed);
                }
            }
        }
    }

    /// <summary>The propositions of each report that tell each event.</summary>
    public ILookup<(string Report, string Chain), Proposition> Told() => Result.Propositions.Where(p => EventOf.ContainsKey(p.Key)).ToLookup(p => (p.Report, EventOf[p.Key]));

    /// <summary>Events that two reports tell: chain and the two, in the order of ids.</summary>
    public IEnumerable<(string Chain, string Left, string Right)> Shared()
    {
        foreach (IGrouping<string, string> chain in Marked.GroupBy(static m => m.Chain, static m => m.Report).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            string[] reports = [.. chain.Order(StringComparer.Ordinal)];
            for (int i = 0; i < reports.Length; i++)
            {
                for (int j = i + 1; j < reports.Length; j++)
                {
                    yield return (chain.Key, reports[i], reports[j]);
                }
            }
        }
    }

    /// <summary>The events that some claim joins, with the two reports, in the order of ids.</summary>
    public HashSet<(string Chain, string Left, string Right)> JoinedEvents() =>
    [
        .. Joined().Where(p => EventOf.TryGetValue(p.Left.Key, out string? chain) && EventOf.TryGetValue(p.Right.Key, out string? other) && chain == other)
            .Select(p => string.CompareOrdinal(p.Left.Report, p.Right.Report) < 0 ? (EventOf[p.Left.Key], p.Left.Report, p.Right.Report) : (EventOf[p.Left.Key], p.Right.Report, p.Left.Report)),
    ];
}
