using System.Collections.Immutable;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Feeds;

/// <summary>Reads lists of subscriptions: the feeds that they name, as written.</summary>
internal static class OpmlReader
{
    /// <summary>The feeds in the order of the document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="options">Limits; no more feeds than <see cref="IntakeOptions.MaxEntries"/> are read.</param>
    /// <param name="isRefused">Out: whether it declares entities or wants something loaded.</param>
    public static ImmutableArray<string> Read(string text, IntakeOptions options, out bool isRefused)
    {
        XmlScanner scanner = new(text, new XmlLimits(options.MaxXmlDepth, options.MaxAttributes));
        ImmutableArray<string>.Builder feeds = ImmutableArray.CreateBuilder<string>();
        while (feeds.Count < options.MaxEntries && scanner.Doctype != XmlDoctype.Dangerous && scanner.Read() is var kind and not XmlNodeKind.EndOfDocument)
        {
            if (kind == XmlNodeKind.Start && scanner.Element.Name == "outline" && scanner.Element.Attribute("xmlUrl") is { } feed)
            {
                feeds.Add(feed);
            }
        }

        isRefused = scanner.Doctype == XmlDoctype.Dangerous;
        return feeds.ToImmutable();
    }
}
