using System.Globalization;
using System.Text.Json;
using Parallax.Core.Accounts;
using Parallax.Language.Events;
using Parallax.Language.Events.Triggers;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;

namespace Parallax.Quality.Commands;

/// <summary><c>event-types DIR [--show]</c>: ways to give a type to an event whose predicate no rule knows, each measured by five folds over train and dev of the PLOVER records.</summary>
/// <remarks>
/// "with rules": the way answers only where the rules have no answer. "hidden": the same way where the lexicon and the training cases lack the predicate of the sentence, whatever the rules know;
/// this is what the way gives for words nobody wrote down. Folds are stratified by type; thresholds and decay are chosen on the training folds. Used by docs/spec/events.md.
/// </remarks>
internal sealed class EventTypesCommand
{
    private const int TypeCount = 1 + (int)PloverType.ASSAULT, Folds = 5, Parts = 5, Rounds = 2000, WeakEach = 250;
    private static readonly double[] Decays = [0.0003, 0.001, 0.003], Thresholds = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
    private static readonly string[] Stop = ["not", "and", "or", "of", "to", "in", "on", "for", "with", "the", "a", "by", "from", "below", "specified", "as", "up"];

    private static readonly Predicate<string> Nothing = static _ => false;

    private readonly EventTypeCase[] _cases;
    private readonly int[] _fold;
    private readonly PloverType[] _rules;

    private EventTypesCommand(EventTypeCase[] cases)
    {
        int[] seen = new int[TypeCount];
        _cases = cases;
        _fold = [.. cases.Select(c => seen[(int)c.Gold]++ % Folds)];
        _rules = [.. cases.Select(static c => c.Resolved)];
    }

    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length < 1)
        {
            Console.Error.WriteLine("Usage: event-types DIR [--show]");
            return 2;
        }

        QualityData train = new(args[0], "train"), dev = new(args[0], "dev");
        TextReading reading = new();
        new EventTypesCommand([.. Gold(reading, train, false), .. Gold(reading, dev, true)]).Measure(reading, train, args.Contains("--show") ? dev : null);
        return 0;
    }

    private void Measure(TextReading reading, QualityData train, QualityData? shown)
    {
        Console.WriteLine($"way\tmacro-F1\tlow\thigh\tdifference\tlow\thigh\tdev\thidden accuracy\t({_cases.Length} sentences, {_rules.Count(static r => r == PloverType.NONE)} without an answer)");
        Print("1 rules", _rules, null);
        Print("1 rules, plans and threats not coded anew", [.. _cases.Select(static c => c.Rule)], null);

        Way[] ways =
        [
            new("2 nearest type, mean of its verbs", isHidden => Nearest(Means(Verbs(isHidden)), static c => c.Predicate)),
            new("2 nearest verb of the lexicon", isHidden => Nearest(Verbs(isHidden), static c => c.Predicate)),
            new("2 nearest type, mean of its verbs and their objects", isHidden => Nearest(Means(VerbsAndObjects(isHidden)), static c => EventTypeCase.Scaled([.. c.Predicate, .. c.Object]))),
            new("2 nearest type, mean of its labels in the CAMEO table", isHidden => Nearest(Means(Labels(train, isHidden)), static c => c.Predicate)),
        ];
        foreach (Way way in ways)
        {
            Print(way.Name, Filled(Threshold(way.Learn(Nothing))), Hidden(way.Learn));
        }

        PloverType[] crossed = Crossed(static c => Features(c, false));
        Print("3 classifier of the folds, where rules have none", Filled(crossed), Hidden(isHidden => Trained(_cases.Where(c => !isHidden(c.Lemma)), static c => Features(c, false))));
        Print("3 classifier of the folds, alone", crossed, null);
        Print("3 classifier of the folds with the rule as feature", Crossed(static c => Features(c, true)), null);

        EventTypeCase[] weak = [.. Weak(reading, train)];
        Func<EventTypeCase, (PloverType Type, double Score)> ofWeak = OfWeak(weak);
        PloverType[] answers = [.. _cases.Select(c => ofWeak(c).Type)];
        Print($"4 classifier of {weak.Length} weak labels, where rules have none", Filled(answers), Hidden(isHidden => OfWeak(weak.Where(c => !isHidden(c.Lemma)))));
        Print("4 classifier of weak labels, alone", answers, null);
        if (shown is not null)
        {
            Show(reading, shown, ofWeak);
        }
    }

    private static IEnumerable<EventTypeCase> Gold(TextReading reading, QualityData data, bool isDev)
    {
        foreach (string line in data.Lines("events/plover-gsr.{split}.jsonl.gz"))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            PloverType gold = Enum.Parse<PloverType>(json.RootElement.GetProperty("event_plover2").GetString()!);
            yield return EventTypeCase.OfSentence(reading.Read(json.RootElement.GetProperty("text").GetString()!), gold, isDev);
        }
    }

    // ---- the ways ----

    private static IEnumerable<EventTriggerPattern> Patterns(Predicate<string> isHidden) => EventLexicon.Instance.VerbPatterns.Where(p => p.Rule.Type != PloverType.NONE && !isHidden(p.Lemma));

    // Verbs that stand alone in a pattern; "hold{talks}" says nothing about "hold".
    private static IEnumerable<(PloverType, double[])> Verbs(Predicate<string> isHidden) =>
        Patterns(isHidden).Where(static p => p.Weight == 0).Select(static p => (p.Rule.Type, EventTypeCase.Unit(Network.Vectors, p.Lemma)));

    private static IEnumerable<(PloverType, double[])> VerbsAndObjects(Predicate<string> isHidden) => Patterns(isHidden).Select(static p => (p.Rule.Type,
        EventTypeCase.Scaled([.. EventTypeCase.Unit(Network.Vectors, p.Lemma), .. EventTypeCase.Mean(Network.Vectors, p.Objects.Order(StringComparer.Ordinal))])));

    private static IEnumerable<(PloverType, double[])> Labels(QualityData data, Predicate<string> isHidden) => data.Lines("events/cameo-to-plover.tsv").Skip(1).Select(static l => l.Split('\t'))
        .Where(static f => Enum.TryParse<PloverType>(f[1], out _))
        .SelectMany(f => f[4].ToLowerInvariant().Split([' ', ',', '(', ')', '/', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => !Stop.Contains(w) && !isHidden(w))
            .Select(w => (Enum.Parse<PloverType>(f[1]), EventTypeCase.Unit(Network.Vectors, w))));

    private static IEnumerable<(PloverType, double[])> Means(IEnumerable<(PloverType Type, double[] Vector)> members) => members.GroupBy(static m => m.Type).OrderBy(static g => g.Key)
        .Select(static g => (g.Key, EventTypeCase.Scaled(g.Select(static m => m.Vector).Aggregate(static (a, b) => [.. a.Zip(b, static (x, y) => x + y)]))));

    private static Func<EventTypeCase, (PloverType Type, double Score)> Nearest(IEnumerable<(PloverType Type, double[] Vector)> known, Func<EventTypeCase, double[]> view)
    {
        (PloverType Type, double[] Vector)[] all = [.. known];
        return c =>
        {
            double[] vector = view(c);
            (PloverType type, double best) = (PloverType.NONE, 0);
            foreach ((PloverType candidate, double[] other) in all)
            {
                double cosine = vector.Zip(other, static (x, y) => x * y).Sum();
                (type, best) = cosine > best ? (candidate, cosine) : (type, best);
            }

            return (PloverCoding.Resolve(type, c.Factuality), best);
        };
    }

    private PloverType[] Threshold(Func<EventTypeCase, (PloverType Type, double Score)> learned)
    {
        (PloverType Type, double Score)[] scored = [.. _cases.Select(learned)];
        PloverType[] answers = new PloverType[_cases.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            int[] others = [.. Enumerable.Range(0, _cases.Length).Where(i => _fold[i] != fold)];
            double best = Thresholds.MaxBy(t => MacroF1(others, Filled([.. scored.Select(s => s.Score >= t ? s.Type : PloverType.NONE)])));
            foreach (int i in Enumerable.Range(0, _cases.Length).Where(i => _fold[i] == fold))
            {
                answers[i] = scored[i].Score >= best ? scored[i].Type : PloverType.NONE;
            }
        }

        return answers;
    }

    private static double[] Features(EventTypeCase c, bool withRule)
    {
        double[] told = new double[8], rule = new double[20];
        told[(int)c.Factuality] = 1;
        rule[withRule ? (int)c.Resolved : 19] = withRule ? 2 : 0;
        return [.. c.Predicate, .. c.Object, .. c.Directions, .. c.Complement, .. told, .. rule, 1];
    }

    private static double[] WeakRow(EventTypeCase c) => [.. c.Predicate, .. c.Object, .. c.Directions, .. c.Complement, 1];

    private PloverType[] Crossed(Func<EventTypeCase, double[]> view)
    {
        PloverType[] answers = new PloverType[_cases.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            Func<EventTypeCase, (PloverType Type, double Score)> learned = Trained(_cases.Where((_, i) => _fold[i] != fold), view);
            foreach (int i in Enumerable.Range(0, _cases.Length).Where(i => _fold[i] == fold))
            {
                answers[i] = learned(_cases[i]).Item1;
            }
        }

        return answers;
    }

    private static Func<EventTypeCase, (PloverType Type, double Score)> Trained(IEnumerable<EventTypeCase> cases, Func<EventTypeCase, double[]> view)
    {
        LogisticRegression learned = Fit([.. cases], view, static c => c.Gold);
        return c => Best(learned.Predict(view(c)));
    }

    // Decay by what the cases of every fourth predicate are told to be by the others.
    private static LogisticRegression Fit(EventTypeCase[] cases, Func<EventTypeCase, double[]> view, Func<EventTypeCase, PloverType> label)
    {
        EventTypeCase[] kept = [.. cases.Where(static c => PartOf(c.Lemma, 4) != 0)], aside = [.. cases.Where(static c => PartOf(c.Lemma, 4) == 0)];
        double decay = Decays.MaxBy(d =>
        {
            LogisticRegression part = Fit(kept, d);
            return aside.Count(c => Best(part.Predict(view(c))).Type == label(c));
        });
        return Fit(cases, decay);

        LogisticRegression Fit(EventTypeCase[] some, double decay) =>
            new([.. some.Select(view)], [.. some.Select(c => (int)label(c))], TypeCount, decay);
    }

    private static (PloverType Type, double Score) Best(double[] shares)
    {
        int best = Array.IndexOf(shares, shares.Max());
        return ((PloverType)best, shares[best]);
    }

    private static IEnumerable<EventTypeCase> Weak(TextReading reading, QualityData data)
    {
        List<EventTypeCase> found = [];
        foreach (string file in (string[])["crossdoc/ecbplus.train.jsonl.gz", "crossdoc/meantime.train.jsonl.gz", "framing/newsmtsc.train.jsonl.gz"])
        {
            foreach (string line in data.Lines(file))
            {
                using JsonDocument json = JsonDocument.Parse(line);
                found.AddRange(EventTypeCase.All(reading.Read(json.RootElement.GetProperty("text").GetString()!)).Where(static c => c.Rule != PloverType.NONE));
            }
        }

        // Of each predicate with one object once, of each type as many: else "visit" and "accuse" are all that is learned.
        Dictionary<PloverType, int> count = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        return [.. found.Where(c => seen.Add($"{c.Rule} {c.Lemma} {string.Join(',', c.Object.Take(3))}") && (count[c.Rule] = count.GetValueOrDefault(c.Rule) + 1) <= WeakEach)];
    }

    private static Func<EventTypeCase, (PloverType Type, double Score)> OfWeak(IEnumerable<EventTypeCase> weak)
    {
        LogisticRegression learned = Fit([.. weak], WeakRow, static c => c.Rule);
        return c =>
        {
            (PloverType type, double score) = Best(learned.Predict(WeakRow(c)));
            return (PloverCoding.Resolve(type, c.Factuality), score);
        };
    }

    // ---- the measures ----

    // The predicates in five parts, each hidden once.
    private double Hidden(Func<Predicate<string>, Func<EventTypeCase, (PloverType Type, double Score)>> learn)
    {
        int right = 0;
        for (int part = 0; part < Parts; part++)
        {
            int hidden = part;
            Func<EventTypeCase, (PloverType Type, double Score)> learned = learn(lemma => PartOf(lemma, Parts) == hidden);
            right += _cases.Count(c => PartOf(c.Lemma, Parts) == hidden && learned(c).Type == c.Gold);
        }

        return 100.0 * right / _cases.Length;
    }

    private static int PartOf(string lemma, int parts) => lemma.Aggregate(7, static (hash, letter) => ((hash * 31) + letter) % 10007) % parts;

    private PloverType[] Filled(PloverType[] answers) => [.. _rules.Zip(answers, static (r, a) => r == PloverType.NONE ? a : r)];

    private void Print(string name, PloverType[] answers, double? hidden)
    {
        int[] all = [.. Enumerable.Range(0, _cases.Length)];
        Random random = new(20221109);
        List<double> values = [], differences = [];
        for (int round = 0; round < Rounds; round++)
        {
            int[] drawn = [.. all.Select(_ => random.Next(all.Length))];
            values.Add(MacroF1(drawn, answers));
            differences.Add(values[^1] - MacroF1(drawn, _rules));
        }

        values.Sort();
        differences.Sort();
        double[] numbers =
        [
            MacroF1(all, answers), values[Rounds / 40], values[Rounds * 39 / 40], MacroF1(all, answers) - MacroF1(all, _rules), differences[Rounds / 40], differences[Rounds * 39 / 40],
            MacroF1([.. all.Where(i => _cases[i].IsDev)], answers), hidden ?? double.NaN,
        ];
        Console.WriteLine($"{name}\t{string.Join('\t', numbers.Select(static n => n.ToString("0.0", CultureInfo.InvariantCulture)))}");
    }

    private double MacroF1(int[] indices, PloverType[] answers)
    {
        int[] gold = new int[TypeCount], found = new int[TypeCount], right = new int[TypeCount];
        foreach (int i in indices)
        {
            gold[(int)_cases[i].Gold]++;
            found[(int)answers[i]]++;
            right[(int)answers[i]] += answers[i] == _cases[i].Gold ? 1 : 0;
        }

        int[] types = [.. Enumerable.Range(0, TypeCount).Where(t => gold[t] > 0)];
        return 100 * types.Average(t => 2.0 * right[t] / (gold[t] + found[t]));
    }

    // Verbs of news that no rule knows, with what the classifier of weak labels would make of them; for reading.
    private static void Show(TextReading reading, QualityData data, Func<EventTypeCase, (PloverType Type, double Score)> learned)
    {
        foreach (string line in data.Lines("framing/newsmtsc.{split}.jsonl.gz").Where(static (_, i) => i % 8 == 0))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            foreach (EventTypeCase c in EventTypeCase.All(reading.Read(json.RootElement.GetProperty("text").GetString()!)).Where(static c => c.Rule == PloverType.NONE))
            {
                (PloverType type, double score) = learned(c);
                Console.Error.WriteLine($"{type}\t{score.ToString("0.00", CultureInfo.InvariantCulture)}\t{c.Head}\t{c.Text}");
            }
        }
    }

    private sealed record Way(string Name, Func<Predicate<string>, Func<EventTypeCase, (PloverType Type, double Score)>> Learn);
}
