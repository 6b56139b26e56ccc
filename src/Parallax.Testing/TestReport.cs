using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parallax.Core;
using Parallax.Core.Identity;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Testing;

/// <summary>Makes reports of plain text for tests.</summary>
public static class TestReport
{
    /// <summary>A report of <paramref name="text"/> with one block a paragraph (paragraphs are separated by empty lines); all blocks are body.</summary>
    /// <param name="text">The article text.</param>
    /// <param name="published">ISO 8601 publication date, or null.</param>
    /// <param name="outlet">The outlet's name, or null.</param>
    /// <param name="hasTitle">Whether the first paragraph is the title.</param>
    /// <param name="file">File name.</param>
    public static Report Of(string text, string? published = null, string? outlet = null, bool hasTitle = false, string file = "report.txt") =>
        Of(new SourceText(text), Paragraphs(text, hasTitle), published, outlet, file);

    /// <summary>A report of a text whose blocks are known.</summary>
    /// <param name="text">The article text.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="published">ISO 8601 publication date, or null.</param>
    /// <param name="outlet">The outlet's name, or null.</param>
    /// <param name="file">File name.</param>
    public static Report Of(SourceText text, ImmutableArray<TextBlock> blocks, string? published = null, string? outlet = null, string file = "report.txt")
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text)));
        return new Report
        {
            Id = Ids.Report(hash),
            Sha256 = hash,
            Files = [file],
            Received = text,
            Text = text,
            Map = TextMap.Identity(text.Length),
            Blocks = blocks,
            Title = blocks.Length > 0 && blocks[0].Part == TextPart.Title ? text.Slice(blocks[0].Span) : null,
            Outlet = outlet is null ? null : new Outlet(outlet, OutletBasis.Metadata),
            Published = published is null ? null : new PublishedDate(published, null, null, null, DateBasis.Metadata, Explanation.Of("test", "given by the test"), []),
        };
    }

    /// <summary>The paragraphs of a text: stretches between empty lines, without white space at their edges.</summary>
    public static ImmutableArray<TextBlock> Paragraphs(string text, bool hasTitle = false)
    {
        ImmutableArray<TextBlock>.Builder blocks = ImmutableArray.CreateBuilder<TextBlock>();
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            int start = at, stop = end;
            while (start < stop && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (stop > start && char.IsWhiteSpace(text[stop - 1]))
            {
                stop--;
            }

            if (stop > start)
            {
                blocks.Add(new TextBlock(TextSpan.FromBounds(start, stop), hasTitle && blocks.Count == 0 ? TextPart.Title : TextPart.Body));
            }

            at = end + 2;
        }

        return blocks.ToImmutable();
    }
}
