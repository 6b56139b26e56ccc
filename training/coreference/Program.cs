using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Syntax;
using Parallax.Quality;
using Parallax.Quality.Corpora;
using Parallax.Training.Coreference;

// usage: dotnet run -c Release --project training/coreference -- DATA-FOLDER OUTPUT-FOLDER [antecedents|pronouns]
// Trains the antecedent model on the train part of OntoGUM (gold parses, and again as the installed network reads them) and the model of "he" and "she" on those of GAP, LitBank and OntoGUM.
string which = args.Length > 2 ? args[2] : "";
TrainingData.Train(new QualityData(args[0], "train"), args[1], antecedents: which != "pronouns", pronouns: which != "antecedents");
