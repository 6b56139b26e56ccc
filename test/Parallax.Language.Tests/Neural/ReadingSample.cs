using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Neural;

namespace Parallax.Language.Tests.Neural;

/// <summary>Texts of made-up sentences with their tokens, and a fingerprint of all that is read from them.</summary>
internal sealed record ReadingSample(SourceText Text, ImmutableArray<Sentence> Sentences, int[] Starts, int[] Ends)
{
    private static readonly string[] Words =
    [
        "the", "minister", "said", "that", "Velden", "ships", "would", "not", "arrive", "on", "Tuesday", ",", "according", "to", "officials", "in", "Ostrava",
        "\u201C", "\u201D", "\"", "We", "did", "n't", "sign", "it", "12", "1,400", "Nov.", "8", "Tidewater", "News", "--", "reported", "na\u00EFve", "and", "he", "denied",
        "harbour", "\u2026", "'s", "(", ")", "was", "quoted", "as", "saying", "U.S.", "anti-aircraft", "drones", "\uD83D\uDE80", "ministry-spokeswoman-in-waiting-for-the-long-harbour-question",
    ];

    /// <summary>A text of random words: sentences of 1 to 60 tokens, one of 600, paragraphs and titles.</summary>
    public static ReadingSample Random(int seed, int sentenceCount)
    {
        Random random = new(seed);
        StringBuilder text = new();
        List<int> starts = [], ends = [];
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        int block = 0;
        for (int s = 0; s < sentenceCount; s++)
        {
            int first = starts.Count, count = s == sentenceCount / 2 ? 600 : random.Next(1, 60), begin = text.Length;
            block += random.Next(3) == 0 ? 1 : 0;
            for (int i = 0; i < count; i++)
            {
                string word = Words[random.Next(Words.Length)] + (random.Next(8) == 0 ? random.Next(100_000).ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty);
                starts.Add(text.Length);
                text.Append(word);
                ends.Add(text.Length);
                text.Append(' ');
            }

            sentences.Add(new Sentence(TextSpan.FromBounds(begin, text.Length - 1), first, count, block, block % 5 == 0 ? TextPart.Heading : TextPart.Body));
        }

        return new ReadingSample(new SourceText(text.ToString()), sentences.ToImmutable(), [.. starts], [.. ends]);
    }

    /// <summary>Reads the sample.</summary>
    public NeuralReading Read(NeuralReader reader) => reader.Read(Text, Sentences, Starts, Ends);

    /// <summary>SHA-256 over every column of a reading.</summary>
    public static string Fingerprint(NeuralReading reading)
    {
        StringBuilder all = new();
        for (int i = 0; i < reading.Tokens.Count; i++)
        {
            all.Append(System.Globalization.CultureInfo.InvariantCulture, $"{reading.Tokens.Tags[i]} {reading.Tokens.Features[i]} {reading.Tokens.Lemmas[i]} {reading.Tokens.Heads[i]} ")
                .Append(System.Globalization.CultureInfo.InvariantCulture, $"{reading.Tokens.Relations[i]} {reading.NameTags[i]} {reading.RoleTags[i]} ")
                .Append(System.Globalization.CultureInfo.InvariantCulture, $"{BitConverter.SingleToInt32Bits(reading.Factuality.Values[i]):X8}\n");
        }

        foreach (RoleSpan span in reading.Roles.Spans)
        {
            all.Append(span).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
