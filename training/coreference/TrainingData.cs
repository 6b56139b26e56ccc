using System.Globalization;
using System.Text;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Ranking;
using Parallax.Language.Syntax;
using Parallax.Quality;
using Parallax.Quality.Corpora;

namespace Parallax.Training.Coreference;

/// <summary>Reads the training corpora into examples and trains.</summary>
internal static class TrainingData
{
    // What a pronoun of each corpus counts: those of GAP are few and hard, those of novels many and not of news.
    private const double GapWeight = 3, LitBankWeight = 0.4;

    public static void Train(QualityData data, string folder, bool antecedents, bool pronouns)
    {
        CoreferenceAnnotator annotator = new(null, null);
        AntecedentTrainer trainer = new();
        PronounExamples examples = new(annotator);
        TextReading reading = new();
        foreach (string part in new[] { "news", "newslike", "other" })
        {
            foreach (ConlluDocument document in ConlluReader.Read(data.Lines($"coref/ontogum-{part}-{{split}}.conllu.xz")))
            {
                SortedDictionary<int, List<(int First, int End)>> chains = CoreferenceChains.Read(document);
                SyntaxTree gold = new(document.Tokens);
                MentionClusters clusters = annotator.ByRules(gold, ProperNounNames.Find(document.Tokens));
                trainer.Add(gold, clusters, GoldChains.Of(gold, clusters, chains), static _ => true);
                AnnotatedReport read = reading.Network(document.Report);
                SortedDictionary<int, List<(int First, int End)>> moved = Moved(read, document, chains);
                SyntaxTree tree = new(read.Tokens);
                MentionClusters asRead = annotator.ByRules(tree, read.Names);
                trainer.Add(tree, asRead, GoldChains.Of(tree, asRead, moved), static _ => true);
                examples.AddDocument(read, moved, weight: 1);
            }
        }

        if (pronouns)
        {
            AddGap(examples, reading, data);
            AddLitBank(examples, reading, data);
            const string persons = "# Weights of the model of \"he\" and \"she\"; trained by training/coreference on the train parts of GAP (Apache-2.0), LitBank (CC BY 4.0) and OntoGUM (annotation CC BY 4.0, texts as listed there). Made for Parallax, Apache-2.0.";
            File.WriteAllLines(Path.Combine(folder, "pronoun-model.txt"), examples.Train().Lines().Prepend(persons));
        }

        if (!antecedents)
        {
            return;
        }

        Console.Error.WriteLine($"{trainer.Count} mentions of OntoGUM, {AntecedentFeatures.Size} cells");
        const string source = "# Weights of the antecedent model; trained by training/coreference on the train part of OntoGUM (annotation CC BY 4.0, texts as listed there). Made for Parallax, Apache-2.0.";
        File.WriteAllLines(Path.Combine(folder, "antecedent-model.txt"), trainer.Train(epochs: 10, rate: 0.1, decay: 0.0005).Lines().Prepend(source));
    }

    private static SortedDictionary<int, List<(int First, int End)>> Moved(AnnotatedReport report, ConlluDocument document, SortedDictionary<int, List<(int First, int End)>> chains)
    {
        SortedDictionary<int, List<(int First, int End)>> moved = [];
        foreach ((int id, List<(int First, int End)> spans) in chains)
        {
            moved[id] = [.. spans.Select(s => report.Tokens.TokensOf(document.Tokens.Span(s.First, s.End))).Where(static s => s.First < s.End)];
        }

        return moved;
    }

    // GAP tells of one pronoun and two names.
    private static void AddGap(PronounExamples pronouns, TextReading reading, QualityData data)
    {
        foreach (string line in data.Lines("coref/gap-{split}.tsv.xz").Skip(1))
        {
            string[] row = line.Split('\t');
            AnnotatedReport report = reading.Network(row[1]);
            pronouns.AddPair(report, At(report.Tokens, row[3], row[2]).First, (At(report.Tokens, row[5], row[4]), row[6] == "TRUE"), (At(report.Tokens, row[8], row[7]), row[9] == "TRUE"), GapWeight);
        }
    }

    // Of the novels only the pronouns of persons: their names and things are not those of news.
    private static void AddLitBank(PronounExamples pronouns, TextReading reading, QualityData data)
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
                SortedDictionary<int, List<(int First, int End)>> found = [];
                foreach ((int id, List<TextSpan> spans) in chains)
                {
                    found[id] = [.. spans.Select(report.Tokens.TokensOf).Where(static s => s.First < s.End)];
                }

                pronouns.AddDocument(report, found, LitBankWeight);
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
