using System.Text;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Intake;
using Parallax.Language.Statements;

namespace Parallax.Quality.Commands;

/// <summary><c>traits OUT FILE …</c>: one line a statement of the files: its id, its speaker as the report resolves it, its certainty, and the traits from which that is told; what <c>training/certainty</c> learns from.</summary>
internal static class TraitsCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("Usage: traits OUT FILE …");
            return 2;
        }

        using StreamWriter output = new(args[0], append: false, new UTF8Encoding(false));
        StatementAnnotator annotator = new();
        foreach (string file in args[1..])
        {
            foreach (Report report in new ReportIntake(new IntakeOptions()).Read(Path.GetFileName(file), File.ReadAllBytes(file)).Reports)
            {
                (Layer<Statement> statements, IReadOnlyDictionary<string, List<string>> traits) = annotator.FindWithTraits(InstalledNetwork.Read(report));
                foreach (Statement statement in statements)
                {
                    output.WriteLine(string.Join('\t', statement.Id, statement.Source.Name.Replace('\t', ' ').Replace('\n', ' '), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{statement.Certainty:0.000}"), string.Join(' ', traits[statement.Id])));
                }
            }
        }

        return 0;
    }
}
