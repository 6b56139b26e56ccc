using System.Text.Json;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;
using Parallax.Stories.Framings;

namespace Parallax.Quality.Tasks;

/// <summary>How sentences portray somebody named in them: NewsMTSC, sentences with one target and with several apart, macro-F1 of bad, even and good.</summary>
internal sealed class ToneTask : IQualityTask
{
    private const string File = "framing/newsmtsc.{split}.jsonl.gz";
    private const int Classes = 3;

    /// <inheritdoc/>
    public string Name => "tone";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "newsmtsc", data.Split);
            yield break;
        }

        List<(int Gold, int Found, int Baseline, int Told, bool Several)> rows = [];
        ToneReading words = new(Network.Vectors);
        foreach (ToneExample example in Read(data))
        {
            TokenLayer tokens = example.Report.Tokens;
            double[] scores = ToneNetwork.English.Portray(ToneNetwork.Read(tokens, example.Sentence, words), new ToneFeatures(tokens), example.Sentence, example.Target);
            rows.Add((example.Gold, Array.IndexOf(scores, scores.Max()), Baseline(tokens, example.Sentence), PortrayalMaker.Tone(scores) + 1, example.Several));
        }

        foreach ((string corpus, Func<bool, bool> part) in new (string, Func<bool, bool>)[] { ("newsmtsc", static _ => true), ("newsmtsc one target", static several => !several), ("newsmtsc several targets", static several => several) })
        {
            var own = rows.Where(r => part(r.Several)).ToArray();
            yield return new Metric(Name, corpus, data.Split, "macro-F1", 100 * Macro(own.Select(static r => (r.Gold, r.Found))), own.Length);
            yield return new Metric(Name, corpus, data.Split, "macro-F1 (baseline: words of tone in the sentence)", 100 * Macro(own.Select(static r => (r.Gold, r.Baseline))), own.Length);
            var told = own.Where(static r => r.Told != 1).ToArray();
            yield return new Metric(Name, corpus, data.Split, "tone as told in accounts: right %", 100.0 * told.Count(static r => r.Told == r.Gold) / Math.Max(1, told.Length), told.Length);
            yield return new Metric(Name, corpus, data.Split, "tone as told in accounts: opposite %", 100.0 * told.Count(static r => r.Told + r.Gold == 2 && r.Gold != 1) / Math.Max(1, told.Length), told.Length);
            yield return new Metric(Name, corpus, data.Split, "macro-F1 (baseline: always bad)", 100 * Macro(own.Select(static r => (r.Gold, 0))), own.Length);
        }
    }

    /// <summary>Writes what <c>training/tone</c> learns from: one JSON line a target.</summary>
    internal static void Write(QualityData data, Stream output)
    {
        List<int> active = [];
        foreach (ToneExample example in Read(data))
        {
            ToneFeatures features = new(example.Report.Tokens);
            int head = features.Head(example.Target);
            using (Utf8JsonWriter json = new(output))
            {
                json.WriteStartObject();
                json.WriteNumber("gold", example.Gold);
                features.Target(example.Target, head, active);
                Numbers(json, "target", active);
                json.WriteStartArray("tokens");
                for (int token = example.Sentence.FirstToken; token < example.Sentence.EndToken; token++)
                {
                    json.WriteStartObject();
                    json.WriteString("word", ToneNetwork.WordOf(example.Report.Tokens, token, Network.Vectors));
                    features.Token(token, example.Target, head, active);
                    Numbers(json, "features", active);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteNumber("tokenFeatures", ToneFeatures.OfToken);
                json.WriteNumber("targetFeatures", ToneFeatures.OfTarget);
                json.WriteEndObject();
            }

            output.WriteByte((byte)'\n');
        }

        static void Numbers(Utf8JsonWriter json, string name, List<int> numbers)
        {
            json.WriteStartArray(name);
            numbers.ForEach(json.WriteNumberValue);
            json.WriteEndArray();
        }
    }

    private static IEnumerable<ToneExample> Read(QualityData data)
    {
        TextReading reading = new();
        foreach (string line in data.Lines(File))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            AnnotatedReport report = reading.Network(row.GetProperty("text").GetString()!);
            JsonElement targets = row.GetProperty("targets");
            foreach (JsonElement target in targets.EnumerateArray())
            {
                TextSpan span = TextSpan.FromBounds(target.GetProperty("start").GetInt32(), target.GetProperty("end").GetInt32());
                Sentence sentence = report.Tokens.Sentences[report.Tokens.SentenceOf(Math.Max(0, report.Tokens.TokenAt(span.Start)))];
                yield return new ToneExample(report, sentence, span, target.GetProperty("polarity").GetInt32() + 1, targets.GetArrayLength() > 1);
            }
        }
    }

    // More words of one side than of the other.
    private static int Baseline(TokenLayer tokens, Sentence sentence)
    {
        int balance = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            int kinds = ToneWords.Of(tokens.Form(i).ToString().ToLowerInvariant()) | ToneWords.Of(tokens.Lemmas[i].ToLowerInvariant());
            for (int kind = 0; kind < ToneWords.Kinds.Length; kind++)
            {
                bool good = ToneWords.Kinds[kind] is "praise-acts" or "good-deeds" or "good-fate" or "good", bad = ToneWords.Kinds[kind] is "blame-acts" or "bad-deeds" or "bad-fate" or "bad";
                balance += (kinds & (1 << kind)) == 0 ? 0 : good ? 1 : bad ? -1 : 0;
            }
        }

        return balance == 0 ? 1 : balance > 0 ? 2 : 0;
    }

    private static double Macro(IEnumerable<(int Gold, int Found)> rows)
    {
        (int Gold, int Found)[] all = [.. rows];
        return Enumerable.Range(0, Classes).Average(c =>
        {
            int right = all.Count(r => r.Gold == c && r.Found == c), marked = all.Count(r => r.Found == c) + all.Count(r => r.Gold == c);
            return marked == 0 ? 0 : 2.0 * right / marked;
        });
    }

    private sealed record ToneExample(AnnotatedReport Report, Sentence Sentence, TextSpan Target, int Gold, bool Several);
}
