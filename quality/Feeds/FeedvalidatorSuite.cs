using System.Xml;
using Parallax.Intake.Feeds;

namespace Parallax.Quality.Feeds;

/// <summary>The suite of a validator. Parallax is none, so of each file is asked what a reader can be asked: is it read, is what is well-formed XML read without a fault, and is a fault told where it is not.</summary>
internal static class FeedvalidatorSuite
{
    /// <summary>One result a file.</summary>
    public static IEnumerable<(string Suite, string File, bool Met)> Results(SortedDictionary<string, byte[]> files, Func<byte[], (Feed Feed, string Text, string Encoding)> read)
    {
        foreach ((string file, byte[] bytes) in files.Where(static pair => pair.Key.StartsWith("feedvalidator/", StringComparison.Ordinal) && pair.Key.EndsWith(".xml", StringComparison.Ordinal)))
        {
            (Feed feed, string text, _) = read(bytes);
            if (text.Contains("Expect:", StringComparison.Ordinal) && (text.Contains("<rss", StringComparison.Ordinal) || text.Contains("<feed", StringComparison.Ordinal) || text.Contains("RDF", StringComparison.Ordinal)))
            {
                yield return ("feedvalidator", file, IsWellFormed(text) == (feed.Fault is null));
            }
        }
    }

    private static bool IsWellFormed(string text)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 10_000 });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
