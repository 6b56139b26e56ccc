using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Quality.Scoring;
using Parallax.Stories;
using Parallax.Stories.Entities;

namespace Parallax.Quality.Tasks;

/// <summary>Entities across reports: MEANTIME mentions (places given, found by nobody) put together by named instance: our coreference inside a report, our linking across.</summary>
internal sealed class LinkedEntitiesTask : IQualityTask
{
    /// <inheritdoc/>
    public string Name => "linked-entities";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        const string File = "crossdoc/meantime.{split}.jsonl.gz";
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "meantime", data.Split);
            yield break;
        }

        List<AnnotatedReport> reports = [];
        List<(string Entity, string Gold, string Text)> mentions = [];
        foreach (string line in data.Lines(File))
        {
            Add(line, reports, mentions);
        }

        LinkedEntities linked = EntityLinker.Link(ReportSet.Of(reports), new ExplanationBook());
        string[] gold = [.. mentions.Select(static m => m.Gold)];
        yield return new Metric(Name, "meantime", data.Split, "BCubed F1", ClusterScore.BCubed(gold, [.. mentions.Select(m => linked.IdOf[m.Entity])]).F1, gold.Length);
        yield return new Metric(Name, "meantime", data.Split, "BCubed precision", ClusterScore.BCubed(gold, [.. mentions.Select(m => linked.IdOf[m.Entity])]).Precision, gold.Length);
        yield return new Metric(Name, "meantime", data.Split, "BCubed F1 (baseline)", ClusterScore.BCubed(gold, [.. mentions.Select(static m => m.Text.ToLowerInvariant())]).F1, gold.Length);
    }

    private static void Add(string line, List<AnnotatedReport> reports, List<(string Entity, string Gold, string Text)> mentions)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement row = json.RootElement;
        SourceText text = new(row.GetProperty("text").GetString()!);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.GetProperty("id").GetString()!)));
        Report report = new()
        {
            Id = Ids.Report(hash), Sha256 = hash, Files = [row.GetProperty("id").GetString()!], Received = text, Text = text, Map = TextMap.Identity(text.Length),
            Blocks = [new TextBlock(new TextSpan(0, text.Length), TextPart.Body)],
        };
        AnnotatedReport read = InstalledNetwork.Read(report);
        List<Entity> entities = [.. read.Entities.Entities];
        foreach (JsonElement mention in row.GetProperty("mentions").EnumerateArray().Where(static m => !m.GetProperty("kind").GetString()!.Equals("event", StringComparison.OrdinalIgnoreCase)))
        {
            TextSpan span = TextSpan.FromBounds(mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32());
            Entity? entity = read.Entities.Of(read.Tokens, span) ?? entities.Find(e => e.Id == Ids.Of('e', hash, span));
            if (entity is null)
            {
                entity = new Entity { Id = Ids.Of('e', hash, span), Kind = Kind(mention.GetProperty("type").GetString() ?? ""), Name = text.Slice(span), Mentions = [new Mention(report.Id, span.Start, span.End, MentionForm.Nominal)] };
                entities.Add(entity);
            }

            mentions.Add((entity.Id, mention.GetProperty("instance").GetString()!, text.Slice(span)));
        }

        reports.Add(read.With(ReportLayers.Entities, new EntityLayer(entities)));
    }

    private static ActorKind Kind(string type) => type switch
    {
        "PERSON" => ActorKind.Person,
        "ORGANIZATION" => ActorKind.Organization,
        "LOCATION" => ActorKind.Place,
        "PRODUCT" => ActorKind.Product,
        _ => ActorKind.Other,
    };
}
