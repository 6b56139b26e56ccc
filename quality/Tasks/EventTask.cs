using System.Text.Json;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Events;
using Parallax.Language.Syntax;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;

namespace Parallax.Quality.Tasks;

/// <summary>PLOVER gold records: type of the main event of the sentence (macro-F1 over 16 types), actors and recipients by span.</summary>
/// <remarks>
/// The lexicon is written, not trained; so "all" (train and dev together) needs no folds, but the train sentences were read while it was written. The interval is a bootstrap
/// over sentences with a fixed seed. A participant counts as found where its span and the gold one overlap ("overlap") or are equal but for articles and titles ("exact").
/// </remarks>
public sealed class EventTask : IQualityTask
{
    private const int Rounds = 1000;

    /// <inheritdoc/>
    public string Name => "events";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        TextReading? reading = null;
        List<Case> all = [];
        foreach (string split in new[] { "train", "dev" })
        {
            QualityData part = data with { Split = split };
            const string file = "events/plover-gsr.{split}.jsonl.gz";
            if (!part.Has(file))
            {
                yield return Metric.Skipped(Name, "plover-gsr", split);
                continue;
            }

            reading ??= new TextReading();
            List<Case> cases = [.. part.Lines(file).Select(line => Read(reading, line))];
            all.AddRange(cases);
            foreach (Metric metric in Lines(split, cases))
            {
                yield return metric;
            }
        }

        if (all.Count > 0)
        {
            foreach (Metric metric in Lines("all", all))
            {
                yield return metric;
            }

            (double low, double high) = Interval(all);
            yield return new Metric(Name, "plover-gsr", "all", "type macro-F1, low of 95 %", 100 * low, all.Count);
            yield return new Metric(Name, "plover-gsr", "all", "type macro-F1, high of 95 %", 100 * high, all.Count);
        }
    }

    /// <summary>The main event of a sentence: told by the root, or by what stands under a verb of saying; typed before untyped; of two alike the earlier.</summary>
    internal static EventReading? MainEvent(AnnotatedReport report, SyntaxTree tree, List<EventReading> events) =>
        events.Where(e => Resolve(e) != PloverType.NONE).OrderBy(e => Depth(tree, e)).ThenBy(static e => e.Head).FirstOrDefault();

    internal static PloverType Resolve(EventReading reading) => PloverCoding.Resolve(reading.Rule.Type, reading.Factuality);

    private static double Depth(SyntaxTree tree, EventReading reading)
    {
        double depth = reading.Rule.Type == PloverType.NONE ? 100 : 0;
        for (int t = reading.Head; tree.Head(t) >= 0; t = tree.Head(t))
        {
            string relation = tree.Tokens.Relations[t];
            depth += relation is "ccomp" or "parataxis" ? SpeechVerbs.Contains(tree.Tokens.Lemmas[tree.Head(t)]) ? 0.1 : 1
                : relation is "conj" ? 0.4 : relation is "obj" or "xcomp" or "nsubj" or "nsubj:pass" ? 0.9 : relation is "acl:relcl" or "advcl" ? 3 : 1.5;
        }

        return depth;
    }

    private static Case Read(TextReading reading, string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        AnnotatedReport report = reading.Read(root.GetProperty("text").GetString() ?? "");
        SyntaxTree tree = new(report.Tokens);
        EventReading? main = MainEvent(report, tree, new EventAnnotator().Read(report));
        List<TextSpan> actors = [], recipients = [];
        foreach (JsonElement span in root.GetProperty("spans").EnumerateArray())
        {
            string role = span.GetProperty("role").GetString() ?? "";
            TextSpan place = TextSpan.FromBounds(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
            if (role is "source" or "source_and_target")
            {
                actors.Add(place);
            }
            else if (role == "target")
            {
                recipients.Add(place);
            }
        }

        string type = root.GetProperty("event_plover2").GetString() ?? "";
        PloverType predicted = main is null ? PloverType.NONE : Resolve(main);
        return new Case(type, predicted.ToString(), report, tree, actors, Spans(tree, main?.Actors), recipients, Spans(tree, main?.Recipients), main);
    }

    private static List<TextSpan> Spans(SyntaxTree tree, List<int>? heads)
    {
        List<TextSpan> spans = [];
        foreach (int head in heads ?? [])
        {
            (int first, int end) = Phrase.Tight(tree, head);
            spans.Add(tree.Tokens.Span(first, end));
        }

        return spans;
    }

    private static F1Score Score(List<TextSpan> gold, List<TextSpan> found, bool exact, SourceText text)
    {
        HashSet<TextSpan> used = [];
        int right = 0;
        foreach (TextSpan span in gold)
        {
            TextSpan? match = found.Cast<TextSpan?>().FirstOrDefault(f => !used.Contains(f!.Value) && (exact ? Bare(text, f.Value) == Bare(text, span) : f.Value.Overlaps(span)));
            if (match is { } m)
            {
                used.Add(m);
                right++;
            }
        }

        return new F1Score(right, gold.Count, found.Count);
    }

    private static string Bare(SourceText text, TextSpan span)
    {
        string words = text.Slice(span).ToLowerInvariant();
        words = words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words;
        return words.TrimEnd('\'', '’', 's');
    }

    private IEnumerable<Metric> Lines(string split, List<Case> cases)
    {
        string? debug = Environment.GetEnvironmentVariable("PARALLAX_EVENTS_SHOW");
        foreach (Case item in debug is null ? [] : cases)
        {
            Console.Error.WriteLine($"{(item.Gold == item.Predicted ? "ok " : "BAD")} {item.Gold}\t{item.Predicted}\t{item.Main?.Rule.Id}:{item.Main?.Lemma}:{item.Main?.Factuality}\t{item.Report.Report.Text.Text}\tA {Show(item, item.GoldActors)} = {Show(item, item.Actors)}\tR {Show(item, item.GoldRecipients)} = {Show(item, item.Recipients)}");
        }

        F1Score actors = default, recipients = default, actorsExact = default, recipientsExact = default;
        foreach (Case item in cases)
        {
            actors += Score(item.GoldActors, item.Actors, false, item.Report.Report.Text);
            recipients += Score(item.GoldRecipients, item.Recipients, false, item.Report.Report.Text);
            actorsExact += Score(item.GoldActors, item.Actors, true, item.Report.Report.Text);
            recipientsExact += Score(item.GoldRecipients, item.Recipients, true, item.Report.Report.Text);
        }

        yield return new Metric(Name, "plover-gsr", split, "type macro-F1", 100 * MacroF1(cases), cases.Count);
        yield return new Metric(Name, "plover-gsr", split, "type accuracy", 100.0 * cases.Count(static c => c.Gold == c.Predicted) / cases.Count, cases.Count);
        yield return new Metric(Name, "plover-gsr", split, "actor F1 (overlap)", 100 * actors.F1, (int)actors.Gold);
        yield return new Metric(Name, "plover-gsr", split, "recipient F1 (overlap)", 100 * recipients.F1, (int)recipients.Gold);
        yield return new Metric(Name, "plover-gsr", split, "actor F1 (exact)", 100 * actorsExact.F1, (int)actors.Gold);
        yield return new Metric(Name, "plover-gsr", split, "recipient F1 (exact)", 100 * recipientsExact.F1, (int)recipients.Gold);
    }

    private static string Show(Case item, List<TextSpan> spans) => string.Join(" | ", spans.Select(s => item.Report.Report.Text.Slice(s)));

    // Over the types that stand in the gold; an answer of no type is an error of recall.
    private static double MacroF1(IReadOnlyList<Case> cases)
    {
        List<double> scores = [];
        foreach (string type in cases.Select(static c => c.Gold).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            scores.Add(new F1Score(cases.Count(c => c.Gold == type && c.Predicted == type), cases.Count(c => c.Gold == type), cases.Count(c => c.Predicted == type)).F1);
        }

        return scores.Average();
    }

    private static (double Low, double High) Interval(List<Case> cases)
    {
        Random random = new(20221109);
        List<double> values = [];
        for (int round = 0; round < Rounds; round++)
        {
            values.Add(MacroF1([.. Enumerable.Range(0, cases.Count).Select(_ => cases[random.Next(cases.Count)])]));
        }

        values.Sort();
        return (values[Rounds * 25 / 1000], values[Rounds * 975 / 1000]);
    }

    private sealed record Case(
        string Gold, string Predicted, AnnotatedReport Report, SyntaxTree Tree, List<TextSpan> GoldActors, List<TextSpan> Actors, List<TextSpan> GoldRecipients, List<TextSpan> Recipients,
        EventReading? Main);
}
