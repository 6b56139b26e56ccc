using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Syntax;
using Parallax.Quality;
using Parallax.Quality.Corpora;
using Parallax.Training.Coreference;

// usage: dotnet run -c Release --project training/coreference -- DATA-FOLDER OUTPUT-FILE [EPOCHS]
// Trains the antecedent model on the train parts of OntoGUM (gold parses, and again as the installed network reads them) and of GAP.
TrainingData.Train(new QualityData(args[0], "train"), args[1], args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 10);
