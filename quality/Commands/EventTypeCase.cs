using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Events;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Modality;
using Parallax.Language.Syntax;

namespace Parallax.Quality.Commands;

/// <summary>A predicate as the trained ways of typing see it: word vectors of the predicate and of what stands beside it.</summary>
internal sealed class EventTypeCase
{
    private EventTypeCase(AnnotatedReport report, SyntaxTree tree, int head, EventReading? reading)
    {
        IWordVectors vectors = Network.Vectors;
        Clause clause = tree.Tokens.Tags[head] is UniversalTag.Noun ? Clause.OfNoun(tree, head) : Clause.OfVerb(tree, head);
        Lemma = tree.Lemma(head);
        Rule = reading?.Rule.Type ?? PloverType.NONE;
        Factuality = reading?.Factuality ?? FactualityReader.Read(tree, head).Factuality;
        Predicate = Unit(vectors, Lemma);
        int thing = reading is { Support: >= 0 } ? reading.Support : clause.Objects.Count > 0 ? clause.Objects[0] : -1;
        Object = thing >= 0 ? Unit(vectors, tree.Lemma(thing)) : new double[vectors.Width];
        Directions = Mean(vectors, [.. clause.Particles, .. clause.Obliques.Select(static o => o.Preposition)]);
        Complement = clause.Complement >= 0 ? Unit(vectors, tree.Lemma(clause.Complement)) : new double[vectors.Width];
        Text = report.Report.Text.Text;
        Head = report.Report.Text.Slice(tree.Tokens.Span(head));
    }

    public string Text { get; }

    public string Head { get; }

    public string Lemma { get; }

    /// <summary>What the lexicon says, as if it were done; NONE where it knows nothing.</summary>
    public PloverType Rule { get; }

    /// <summary>What the lexicon says, as PLOVER codes it.</summary>
    public PloverType Resolved => PloverCoding.Resolve(Rule, Factuality);

    public Factuality Factuality { get; }

    public double[] Predicate { get; }

    public double[] Object { get; }

    public double[] Directions { get; }

    public double[] Complement { get; }

    /// <summary>The type in the gold, NONE without one.</summary>
    public PloverType Gold { get; init; }

    public bool IsDev { get; init; }

    /// <summary>The predicate of the sentence's main event; where the lexicon knows none, the verb nearest to the root that is no verb of saying.</summary>
    public static EventTypeCase OfSentence(AnnotatedReport report, PloverType gold, bool isDev)
    {
        SyntaxTree tree = new(report.Tokens);
        List<EventReading> events = new EventAnnotator().Read(report);
        EventReading? main = Tasks.EventTask.MainEvent(report, tree, events);
        int head = main?.Head ?? Unknown(report, tree, events).DefaultIfEmpty(0).First();
        return new EventTypeCase(report, tree, head, main) { Gold = gold, IsDev = isDev };
    }

    /// <summary>Every predicate that the lexicon types, and (of type NONE) every verb that it does not know.</summary>
    public static IEnumerable<EventTypeCase> All(AnnotatedReport report)
    {
        SyntaxTree tree = new(report.Tokens);
        List<EventReading> events = new EventAnnotator().Read(report);
        return events.Where(static e => e.Rule.Type != PloverType.NONE && !e.Rule.IsConstruction).Select(e => new EventTypeCase(report, tree, e.Head, e))
            .Concat(Unknown(report, tree, events).Select(t => new EventTypeCase(report, tree, t, null)));
    }

    public static double[] Unit(IWordVectors vectors, string word)
    {
        double[] unit = new double[vectors.Width];
        ReadOnlySpan<sbyte> vector = vectors.Find(word);
        for (int i = 0; i < vector.Length; i++)
        {
            unit[i] = vector[i];
        }

        return Scaled(unit);
    }

    public static double[] Mean(IWordVectors vectors, IEnumerable<string> words)
    {
        double[] sum = new double[vectors.Width];
        foreach (string word in words)
        {
            double[] unit = Unit(vectors, word);
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += unit[i];
            }
        }

        return Scaled(sum);
    }

    public static double[] Scaled(double[] vector)
    {
        double length = Math.Sqrt(vector.Sum(static v => v * v));
        return length == 0 ? vector : [.. vector.Select(v => v / length)];
    }

    private static IEnumerable<int> Unknown(AnnotatedReport report, SyntaxTree tree, List<EventReading> events)
    {
        HashSet<int> known = [.. events.Select(static e => e.Head)];
        return Enumerable.Range(0, report.Tokens.Count)
            .Where(t => report.Tokens.Tags[t] == UniversalTag.Verb && !known.Contains(t) && !SpeechVerbs.Contains(tree.Lemma(t)) && report.Tokens.Relations[t] is not ("case" or "mark" or "amod" or "aux" or "cop" or "compound"))
            .OrderBy(t => Depth(tree, t)).ThenBy(static t => t);
    }

    private static int Depth(SyntaxTree tree, int token)
    {
        int depth = 0;
        for (; tree.Head(token) >= 0; token = tree.Head(token))
        {
            depth += SpeechVerbs.Contains(tree.Lemma(tree.Head(token))) ? 0 : 1;
        }

        return depth;
    }
}
