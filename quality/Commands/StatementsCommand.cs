using System.Text;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Intake;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Commands;

/// <summary>Prints the statements of text files, for reading; with <c>--parse</c> the parse as the table that test builders read; with <c>--plain</c> without intake.</summary>
internal static class StatementsCommand
{
    /// <summary>Runs the command.</summary>
    public static int Run(ReadOnlySpan<string> args)
    {
        bool parse = args.Contains("--parse");
        Console.OutputEncoding = Encoding.UTF8;
        foreach (string file in args)
        {
            if (file.StartsWith("--", StringComparison.Ordinal))
            {
                continue;
            }

            Report report = args.Contains("--plain") ? ReportMaker.Of(Path.GetFileName(file), File.ReadAllText(file).Trim()) : new ReportIntake(new IntakeOptions()).Read(Path.GetFileName(file), File.ReadAllBytes(file)).Reports[0];
            AnnotatedReport read = InstalledNetwork.Read(report);
            if (parse)
            {
                Parse(read);
            }

            Print(read);
        }

        return 0;
    }

    private static void Parse(AnnotatedReport report)
    {
        TokenLayer tokens = report.Tokens;
        int block = -1;
        foreach (Sentence sentence in tokens.Sentences)
        {
            if (sentence.Block != block)
            {
                Console.WriteLine("# par");
                block = sentence.Block;
            }

            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                int head = tokens.Heads[i] < 0 ? 0 : tokens.Heads[i] - sentence.FirstToken + 1;
                string name = "_";
                foreach (NameMention mention in report.Names.Overlapping(tokens.Span(i)))
                {
                    name = (mention.FirstToken == i ? "B-" : "I-") + mention.Kind;
                }

                Console.WriteLine($"{tokens.Form(i)} {tokens.Lemmas[i]} {tokens.Tags[i].ToString().ToUpperInvariant()} {(tokens.Features[i].Length == 0 ? "_" : tokens.Features[i])} {head} {tokens.Relations[i]} {name} {Role(report, i)}");
            }

            Console.WriteLine();
        }
    }

    private static string Role(AnnotatedReport report, int token)
    {
        foreach (RoleSpan span in report.Find(ReportLayers.RoleSpans)?.Spans ?? [])
        {
            if (span.FirstToken <= token && token < span.EndToken)
            {
                return (span.FirstToken == token ? "B-" : "I-") + span.Role;
            }
        }

        return "_";
    }

    private static void Print(AnnotatedReport report)
    {
        Console.WriteLine($"=== {report.Report.Files[0]}: {report.Statements.Count} statements");
        int number = 0, sentence = -1;
        Dictionary<string, int> numbers = report.Statements.ToDictionary(static s => s.Id, _ => ++number, StringComparer.Ordinal);
        foreach (Statement s in report.Statements)
        {
            StringBuilder line = new();
            if (s.Sentence != sentence)
            {
                sentence = s.Sentence;
                line.AppendLine($"  «{report.Tokens.Text.Slice(report.Tokens.Sentences[sentence].Span).ReplaceLineEndings(" ")}»");
            }

            line.Append($"{numbers[s.Id],3} s{s.Sentence} [{s.Source.Text}] -> {s.Source.Name} ({s.Source.Kind}) | {s.Cue.Text} | {s.Content.Text.ReplaceLineEndings(" ")}\n       {s.Stance} {s.Force} {s.Manner}");
            line.Append(s.Cue.Negated ? " negated" : "").Append(s.Hedge is null ? "" : $" hedge={s.Hedge}");
            line.Append(s.Chain.IsEmpty ? "" : $" chain={string.Join(" <- ", s.Chain.Select(static h => $"{h.Name}/{h.Kind}/{h.Relation}"))}");
            line.Append($" root={s.Root.Name ?? "-"}/{s.Root.Kind}");
            line.Append(s.Parent is null ? "" : $" parent={numbers[s.Parent]}").Append(s.About is null ? "" : $" about={numbers[s.About]}");
            line.Append(s.Addressee is null ? "" : $" to={report.Entities.Find(s.Addressee)?.Name}").Append(s.Occasion is null ? "" : $" occasion={s.Occasion}").Append(s.Time is null ? "" : $" time={s.Time}");
            line.Append($"\n       {s.Explanation.Text}");
            Console.WriteLine(line);
        }
    }
}
