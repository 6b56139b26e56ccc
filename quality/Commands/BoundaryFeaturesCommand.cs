using System.Globalization;
using System.Text;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Tokens;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Commands;

/// <summary><c>boundary-features DIR SPLIT OUT</c>: one line a place where a sentence may end: 1 or 0, then the feature slots; what <c>training/boundaries</c> learns from.</summary>
internal static class BoundaryFeaturesCommand
{
    private static readonly string[] Corpora = ["ewt", "gum-news", "gum-newslike", "gum-other"];

    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length != 3)
        {
            Console.Error.WriteLine("Usage: boundary-features DIR SPLIT OUT");
            return 2;
        }

        QualityData data = new(args[0], args[1]);
        using StreamWriter output = new(args[2], append: false, new UTF8Encoding(false));
        int places = 0, ends = 0, missed = 0;
        for (int c = 0; c < Corpora.Length; c++)
        {
            foreach (ConlluDocument document in ConlluReader.Read(data.Lines($"syntax/{Corpora[c]}-{{split}}.conllu.xz")))
            {
                HashSet<int> gold = [.. document.Tokens.Sentences.Select(static s => s.Span.End)];
                foreach (TextBlock block in document.Report.Blocks)
                {
                    Write(document.Report, block, gold, c, output, ref places, ref ends, ref missed);
                }
            }
        }

        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{places} places, {ends} ends among them, {missed} ends at places that are never looked at"));
        return 0;
    }

    private static void Write(
        Report report, TextBlock block, HashSet<int> gold, int corpus, StreamWriter output, ref int places, ref int ends, ref int missed)
    {
        ReadOnlySpan<char> text = report.Text.Text;
        TokenBuffer buffer = new(64);
        new TokenScanner(text, buffer, TokenTables.English).Scan(block.Span.Start, block.Span.End);
        if (buffer.Count == 0)
        {
            return;
        }

        BoundaryFeatures features = new();
        features.Begin(text, buffer, 0, buffer.Count);
        Span<int> slots = stackalloc int[BoundaryFeatures.MaximumFeatures];
        int start = 0;
        for (int i = 0; i + 1 < buffer.Count; i++)
        {
            features.Push(i);
            bool isEnd = gold.Contains(buffer.Ends[i]);
            int count = features.Fill(text, buffer, i, start, slots);
            if (count > 0)
            {
                places++;
                ends += isEnd ? 1 : 0;
                output.Write(isEnd ? '1' : '0');
                output.Write(' ');
                output.Write(corpus.ToString(CultureInfo.InvariantCulture));
                foreach (int slot in slots[..count])
                {
                    output.Write(' ');
                    output.Write(slot.ToString(CultureInfo.InvariantCulture));
                }

                output.Write('\n');
            }
            else if (isEnd)
            {
                missed++;
            }

            if (isEnd)
            {
                features.BeginSentence();
                start = i + 1;
            }
        }
    }
}
