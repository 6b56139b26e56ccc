using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Tasks;

/// <summary>Who is said to speak: for each statement found on raw text whose source lies on a mention of a gold chain, whether the entity it is given is the one of that chain.</summary>
/// <remarks>
/// <para>ECB+ (human participants), MEANTIME (persons, bodies, places) and GUM (sources with their antecedents). A source is a pronoun, a name, or a nominal ("the officer"). It is
/// <em>right</em> where what else our entity is called (its names, where it has names) lies on the same chain, or, where the corpus marks none of that, the shown name has
/// a capitalized word with a mention of that chain in common; <em>wrong</em> where it lies on another chain, or the shown name is none of its own words and has no such word although the chain has a name;
/// <em>open</em> where the chain has a name, or another noun, in the text and our entity is joined with none. Sources whose chain tells nothing more than their own words are not counted.</para>
/// <para>Accuracy is right ÷ (right + wrong); the count of the line is right + wrong. Resolved is what is not left open; the count of the line is all three. With <c>PARALLAX_SPEAKERS_LOG</c> set to a file, what is not right is written there.</para>
/// </remarks>
internal sealed class SpeakersTask : IQualityTask
{
    private static readonly (string Corpus, string File, Func<string, SpeakerDocument> Read)[] Texts =
    [
        ("ecb+", "crossdoc/ecbplus.{split}.jsonl.gz", SpeakerDocument.EcbPlus),
        ("meantime", "crossdoc/meantime.{split}.jsonl.gz", SpeakerDocument.Meantime),
        ("gum-erst", "attribution/gum-erst/{split}.jsonl.xz", SpeakerDocument.Gum),
    ];

    private enum SourceForm
    {
        Pronoun,
        Nominal,
        Name,
    }

    private enum Verdict
    {
        NotCounted,
        Right,
        Wrong,
        Open,
    }

    /// <inheritdoc/>
    public string Name => "speakers";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        string? path = Environment.GetEnvironmentVariable("PARALLAX_SPEAKERS_LOG");
        using StreamWriter? log = path is null ? null : new StreamWriter(path);
        foreach ((string corpus, string file, Func<string, SpeakerDocument> read) in Texts)
        {
            if (!data.Has(file))
            {
                yield return Metric.Skipped(Name, corpus, data.Split);
                continue;
            }

            Dictionary<(SourceForm, Verdict), int> counts = [];
            foreach (SpeakerDocument document in data.Lines(file).Select(read).Where(static d => d.Mentions.Length > 0))
            {
                AnnotatedReport report = InstalledNetwork.Read(ReportMaker.Of(document.Id, document.Text));
                GoldMentions gold = new(report, document);
                foreach (Statement statement in report.Statements)
                {
                    (SourceForm form, Verdict verdict, string shown) = gold.Judge(statement);
                    counts[(form, verdict)] = counts.GetValueOrDefault((form, verdict)) + 1;
                    if (verdict is Verdict.Wrong or Verdict.Open)
                    {
                        log?.WriteLine($"{document.Id}\t{verdict}\t{form}\t“{statement.Source.Text}” → “{statement.Source.Name}” {statement.Source.Entity}\tgold: {shown}\t{Context(report, statement)}");
                    }
                }
            }

            foreach (SourceForm form in Enum.GetValues<SourceForm>())
            {
                int right = counts.GetValueOrDefault((form, Verdict.Right)), wrong = counts.GetValueOrDefault((form, Verdict.Wrong)), open = counts.GetValueOrDefault((form, Verdict.Open));
                string of = form.ToString().ToLowerInvariant() + "s";
                if (right + wrong > 0)
                {
                    yield return new Metric(Name, corpus, data.Split, $"{of} accuracy", 100.0 * right / (right + wrong), right + wrong);
                }

                if (right + wrong + open > 0)
                {
                    yield return new Metric(Name, corpus, data.Split, $"{of} resolved %", 100.0 * (right + wrong) / (right + wrong + open), right + wrong + open);
                }
            }
        }
    }

    private static string Context(AnnotatedReport report, Statement statement)
    {
        int sentence = statement.Sentence;
        int first = report.Tokens.Sentences[Math.Max(0, sentence - 2)].FirstToken, end = report.Tokens.Sentences[sentence].EndToken;
        return report.Tokens.Text.Slice(report.Tokens.Span(first, end)).Replace('\n', ' ').Replace('\t', ' ');
    }

    // The gold mentions of one text with the tokens that head them.
    private sealed class GoldMentions
    {
        private readonly AnnotatedReport _report;
        private readonly List<(int Head, TextSpan Span, string Chain, bool IsName)> _mentions = [];

        public GoldMentions(AnnotatedReport report, SpeakerDocument document)
        {
            _report = report;
            foreach ((TextSpan span, string chain) in document.Mentions)
            {
                int head = HeadOf(span);
                if (head >= 0)
                {
                    _mentions.Add((head, span, chain, report.Tokens.Tags[head] == UniversalTag.Propn));
                }
            }
        }

        private TokenLayer Tokens => _report.Tokens;

        public (SourceForm Form, Verdict Verdict, string Shown) Judge(Statement statement)
        {
            if (statement.Source.Spans.Length != 1 || HeadOf(statement.Source.Spans[0]) is not (int head and >= 0))
            {
                return (SourceForm.Name, Verdict.NotCounted, "");
            }

            SourceForm form = Tokens.Tags[head] == UniversalTag.Pron ? SourceForm.Pronoun : HoldsName(statement.Source.Spans[0]) ? SourceForm.Name : SourceForm.Nominal;
            string? chain = _mentions.Where(m => m.Head == head).OrderBy(static m => m.Span.Length).Select(static m => m.Chain).FirstOrDefault();
            var same = _mentions.FindAll(m => m.Chain == chain && m.Head != head && Tokens.Tags[m.Head] != UniversalTag.Pron);
            string shown = string.Join(" | ", same.Select(m => Tokens.Text.Slice(m.Span)).Distinct());
            if (chain is null || same.Count == 0)
            {
                return (form, Verdict.NotCounted, shown);
            }

            bool isNamed = same.Exists(static m => m.IsName);
            Mention[] called = [.. (statement.Source.Entity is { } id ? _report.Entities.Find(id)?.Mentions ?? [] : []).Where(m => m.Form != MentionForm.Pronoun && !m.Span.Overlaps(Tokens.Span(head)))];
            called = called.Any(static m => m.Form == MentionForm.Name) ? [.. called.Where(static m => m.Form == MentionForm.Name)] : called;
            int here = 0, elsewhere = 0;
            foreach (int at in called.Select(m => HeadOf(m.Span)))
            {
                (int Head, TextSpan Span, string Chain, bool IsName)[] found = [.. _mentions.Where(m => m.Head == at)];
                here += found.Any(m => m.Chain == chain) ? 1 : 0;
                elsewhere += found.Length > 0 && found.All(m => m.Chain != chain) ? 1 : 0;
            }

            if (here + elsewhere > 0)
            {
                return (form, here > elsewhere ? Verdict.Right : Verdict.Wrong, shown);
            }

            string[] ours = Capitals(statement.Source.Name);
            if (isNamed && same.Exists(m => m.IsName && Capitals(Tokens.Text.Slice(m.Span)).Intersect(ours, StringComparer.OrdinalIgnoreCase).Any()))
            {
                return (form, Verdict.Right, shown);
            }

            if (isNamed && ours.Length > 0 && !statement.Source.Text.Contains(statement.Source.Name, StringComparison.OrdinalIgnoreCase))
            {
                return (form, Verdict.Wrong, shown);
            }

            return (form, called.Length == 0 || isNamed ? Verdict.Open : Verdict.NotCounted, shown);
        }

        private static string[] Capitals(string name) => [.. name.Split([' ', '.', ',', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Where(static w => w.Length > 1 && char.IsUpper(w[0]) && w is not ("The" or "He" or "She" or "They" or "It" or "We" or "Mr" or "Mrs" or "Ms" or "Dr"))];

        private bool HoldsName(TextSpan span) => _report.Names.Overlapping(span).Any(static n => n.Kind is NameKind.Person or NameKind.Organization or NameKind.Country or NameKind.City);

        // The token of a span whose head stands outside, or -1.
        private int HeadOf(TextSpan span)
        {
            (int first, int end) = Tokens.TokensOf(span);
            for (int t = first; t < end; t++)
            {
                if ((Tokens.Heads[t] < first || Tokens.Heads[t] >= end) && Tokens.Tags[t] is not (UniversalTag.Punct or UniversalTag.Adp or UniversalTag.Det))
                {
                    return t;
                }
            }

            return -1;
        }
    }
}
