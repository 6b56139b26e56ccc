using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Syntax;
using Parallax.Quality;
using Parallax.Quality.Corpora;
using Parallax.Training.Coreference;

// usage: dotnet run -c Release --project training/coreference -- DATA-FOLDER OUTPUT-FILE [EPOCHS]
// Trains the antecedent model on the train parts of OntoGUM (gold parses).
QualityData data = new(args[0], "train");
int epochs = args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 12;
CoreferenceAnnotator annotator = new(null);
AntecedentTrainer trainer = new();
foreach (string part in new[] { "news", "newslike", "other" })
{
    foreach (ConlluDocument document in ConlluReader.Read(data.Lines($"coref/ontogum-{part}-{{split}}.conllu.xz")))
    {
        SyntaxTree tree = new(document.Tokens);
        MentionClusters clusters = annotator.ByRules(tree, ProperNounNames.Find(document.Tokens));
        trainer.Add(tree, clusters, GoldChains.Of(tree, clusters, CoreferenceChains.Read(document)), static _ => true);
    }
}

Console.Error.WriteLine($"{trainer.Count} mentions, {AntecedentFeatures.Size} cells");
AntecedentModel model = trainer.Train(epochs, rate: 0.1, decay: 0.0005);
File.WriteAllLines(args[1], model.Lines().Prepend("# Weights of the antecedent model; trained by training/coreference on the train parts of OntoGUM (texts as listed there, annotation CC BY 4.0). Made for Parallax, Apache-2.0."));
