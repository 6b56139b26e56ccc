using System.Globalization;
using System.Text;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Syntax;
using Parallax.Quality;
using Parallax.Quality.Corpora;

namespace Parallax.Training.Coreference;

/// <summary>Reads the training corpora into examples and trains.</summary>
internal static class TrainingData
{
    private const int GapWeight = 3;

    public static void Train(QualityData data, string output, int epochs)
    {
        CoreferenceAnnotator annotator = new(null);
        AntecedentTrainer trainer = new();
        TextReading reading = new();
        foreach (string part in new[] { "news", "newslike", "other" })
        {
            foreach (ConlluDocument document in ConlluReader.Read(data.Lines($"coref/ontogum-{part}-{{split}}.conllu.xz")))
            {
                SortedDictionary<int, List<(int First, int End)>> chains = CoreferenceChains.Read(document);
                SyntaxTree gold = new(document.Tokens);
                MentionClusters clusters = annotator.ByRules(gold, ProperNounNames.Find(document.Tokens));
                trainer.Add(gold, clusters, GoldChains.Of(gold, clusters, chains), static _ => true);
                AddAsRead(annotator, trainer, reading.Network(document.Report), document, chains);
            }
        }

        Console.Error.WriteLine($"{trainer.Count} mentions of OntoGUM");
        AddGap(annotator, trainer, reading, data);
        Console.Error.WriteLine($"{trainer.Count} with GAP");
        AddLitBank(annotator, trainer, reading, data);
        Console.Error.WriteLine($"{trainer.Count} mentions, {AntecedentFeatures.Size} cells");
        const string source = "# Weights of the antecedent model; trained by training/coreference on the train parts of OntoGUM (annotation CC BY 4.0, texts as listed there), GAP (Apache-2.0) and LitBank (CC BY 4.0). Made for Parallax, Apache-2.0.";
        File.WriteAllLines(output, trainer.Train(epochs, rate: 0.1, decay: 0.0005).Lines().Prepend(source));
    }

    private static void AddAsRead(
        CoreferenceAnnotator annotator, AntecedentTrainer trainer, AnnotatedReport report, ConlluDocument document, SortedDictionary<int, List<(int First, int End)>> chains)
    {
        SortedDictionary<int, List<(int First, int End)>> moved = [];
        foreach ((int id, List<(int First, int End)> spans) in chains)
        {
            moved[id] = [.. spans.Select(s => report.Tokens.TokensOf(document.Tokens.Span(s.First, s.End))).Where(static s => s.First < s.End)];
        }

        SyntaxTree tree = new(report.Tokens);
        MentionClusters clusters = annotator.ByRules(tree, report.Names);
        trainer.Add(tree, clusters, GoldChains.Of(tree, clusters, moved), static _ => true);
    }

    // GAP tells of one pronoun and two names; a pronoun that is neither's tells nothing of where it belongs and is left out.
    private static void AddGap(CoreferenceAnnotator annotator, AntecedentTrainer trainer, TextReading reading, QualityData data)
    {
        foreach (string line in data.Lines("coref/gap-{split}.tsv.xz").Skip(1))
        {
            string[] row = line.Split('\t');
            bool isA = row[6] == "TRUE", isB = row[9] == "TRUE";
            if (!isA && !isB)
            {
                continue;
            }

            AnnotatedReport report = reading.Network(row[1]);
            SyntaxTree tree = new(report.Tokens);
            MentionClusters clusters = annotator.ByRules(tree, report.Names);
            int pronoun = At(report.Tokens, row[3], row[2]).First;
            (int first, int end) = isA ? At(report.Tokens, row[5], row[4]) : At(report.Tokens, row[8], row[7]);
            int[] chainOf = new int[clusters.Mentions.Count];
            foreach (MentionCandidate mention in clusters.Mentions)
            {
                bool named = mention.IsName && mention.NameFirst < end && first < mention.NameEnd;
                chainOf[mention.Index] = named || (mention.IsPronoun && mention.Head == pronoun) ? 1 : -1;
            }

            // GAP has few examples, all of them hard; each counts this many times.
            for (int copy = 0; copy < GapWeight; copy++)
            {
                trainer.Add(tree, clusters, chainOf, m => m.IsPronoun && m.Head == pronoun && Array.IndexOf(chainOf, 1) < m.Index, static a => !a.IsPronoun);
            }
        }
    }

    // Of the novels only the pronouns of persons: their names and things are not those of news.
    private static void AddLitBank(CoreferenceAnnotator annotator, AntecedentTrainer trainer, TextReading reading, QualityData data)
    {
        StringBuilder text = new();
        List<TextSpan> words = [];
        List<(int Id, int First)> open = [];
        SortedDictionary<int, List<TextSpan>> chains = [];
        foreach (string line in data.Lines("coref/litbank-{split}.conll.xz"))
        {
            string[] row = line.Split('\t');
            if (line.StartsWith("#end", StringComparison.Ordinal))
            {
                AnnotatedReport report = reading.Network(text.ToString());
                SyntaxTree tree = new(report.Tokens);
                MentionClusters clusters = annotator.ByRules(tree, report.Names);
                int[] chainOf = GoldChains.Of(tree, clusters, chains.Select(c => KeyValuePair.Create(c.Key, c.Value.Select(report.Tokens.TokensOf).Where(static s => s.First < s.End).ToList())));
                trainer.Add(tree, clusters, chainOf, m => m.Type is MentionType.He or MentionType.She && chainOf[m.Index] >= 0);
                (text, words, open, chains) = (new StringBuilder(), [], [], []);
            }
            else if (row.Length >= 13)
            {
                words.Add(new TextSpan(text.Length, row[3].Length));
                text.Append(row[3]).Append(' ');
                foreach (string mark in row[12].Split('|').Where(static m => m.Length > 1))
                {
                    int id = int.Parse(mark.Trim('(', ')'), CultureInfo.InvariantCulture);
                    if (mark[0] == '(')
                    {
                        open.Add((id, words.Count - 1));
                    }

                    int at = mark[^1] == ')' ? open.FindLastIndex(o => o.Id == id) : -1;
                    if (at >= 0)
                    {
                        (chains.TryGetValue(id, out List<TextSpan>? spans) ? spans : chains[id] = []).Add(words[open[at].First].Union(words[^1]));
                        open.RemoveAt(at);
                    }
                }
            }
            else if (line.Length == 0)
            {
                text.Append(words.Count > 0 ? '\n' : ' ');
            }
        }
    }

    private static (int First, int End) At(TokenLayer tokens, string offset, string words) => tokens.TokensOf(new TextSpan(int.Parse(offset, CultureInfo.InvariantCulture), words.Length));
}
