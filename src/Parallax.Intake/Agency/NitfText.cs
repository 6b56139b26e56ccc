using System.Collections.Immutable;
using Parallax.Intake.Articles;
using Parallax.Intake.Feeds;
using Parallax.Intake.Records;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Agency;

/// <summary>What an agency's XML body says: headline, byline, dateline and text, as NITF and NewsML mark them.</summary>
internal sealed record NitfText(RecordText? Title, string? Byline, string? Dateline, string? Distributor, ImmutableArray<RecordText> Body)
{
    private static readonly string[] Headings = ["hl2", "h2", "h3", "h4"];

    /// <summary>Reads a <c>nitf</c> element, or any that holds one.</summary>
    public static NitfText Read(string source, XmlElement root)
    {
        XmlElement? head = root.Below("body.head").FirstOrDefault();
        XmlElement? content = root.Below("body.content").FirstOrDefault() ?? root.Below("body").FirstOrDefault();
        XmlElement? headline = head?.Below("hl1").FirstOrDefault() ?? root.Below("title").FirstOrDefault();
        ImmutableArray<RecordText>.Builder body = ImmutableArray.CreateBuilder<RecordText>();
        foreach (XmlElement second in head?.Below("hl2") ?? [])
        {
            body.Add(Text(source, second, BlockHint.Paragraph));
        }

        if (content is not null)
        {
            Paragraphs(source, content, body);
        }

        return new NitfText(
            headline is null ? null : Text(source, headline, BlockHint.Title),
            head?.Below("byline").FirstOrDefault()?.Words,
            head?.Below("dateline").FirstOrDefault()?.Words,
            head?.Below("distributor").FirstOrDefault()?.Words,
            body.ToImmutable());
    }

    // Paragraphs, headings and captions in document order; where there is none of them, all that the element holds.
    private static void Paragraphs(string source, XmlElement content, ImmutableArray<RecordText>.Builder body)
    {
        int before = body.Count;
        int after = -1; // A paragraph inside one that was taken is part of it.
        foreach (XmlElement element in content.Below(null))
        {
            if (element.Start < after)
            {
                continue;
            }

            BlockHint? hint = element.Name switch
            {
                "p" or "li" or "dd" or "pre" or "fn" => BlockHint.Paragraph,
                "media-caption" => BlockHint.Caption,
                _ when Headings.Contains(element.Name) => BlockHint.Heading,
                _ => null,
            };
            if (hint is { } found)
            {
                body.Add(Text(source, element, found));
                after = element.End;
            }
        }

        if (body.Count == before && content.Words is not null)
        {
            body.Add(Text(source, content, BlockHint.None));
        }
    }

    private static RecordText Text(string source, XmlElement element, BlockHint hint)
    {
        FeedText text = FeedTexts.Read(source, element);
        return new RecordText(text.Words, text.IsMarkup, hint);
    }
}
