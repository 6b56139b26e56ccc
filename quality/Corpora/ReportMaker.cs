using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parallax.Core.Identity;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Quality.Corpora;

/// <summary>Makes reports of the plain texts of corpora, without intake, so that offsets stay.</summary>
internal static class ReportMaker
{
    /// <summary>A report whose article is <paramref name="text"/>; an empty line (or any line end, where the text has no empty line) parts paragraphs.</summary>
    public static Report Of(string name, string text)
    {
        SourceText source = new(text);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        string gap = text.Contains("\n\n", StringComparison.Ordinal) ? "\n\n" : "\n";
        ImmutableArray<TextBlock>.Builder blocks = ImmutableArray.CreateBuilder<TextBlock>();
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf(gap, at, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            int first = at, last = end;
            while (first < last && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            if (first < last)
            {
                blocks.Add(new TextBlock(TextSpan.FromBounds(first, last), blocks.Count == 0 ? TextPart.Title : TextPart.Body));
            }

            at = end + gap.Length;
        }

        return new Report
        {
            Id = Ids.Report(hash),
            Sha256 = hash,
            Files = [name],
            Received = source,
            Text = source,
            Map = TextMap.Identity(text.Length),
            Blocks = blocks.ToImmutable(),
            Title = blocks.Count > 0 ? source.Slice(blocks[0].Span) : null,
        };
    }
}
