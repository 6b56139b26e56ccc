using System.Collections.Immutable;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Dependences;

/// <summary>The words of a report that are its own to write: without what stands inside quotation marks, because two reporters who quote one speaker copy nothing.</summary>
/// <param name="Key">Id of the report.</param>
/// <param name="Words">The words, in order.</param>
/// <param name="Hashes">One hash a word; 0 where a break (a quotation, a block) lies before the word and no passage may run across.</param>
internal sealed record ReuseText(string Key, ImmutableArray<TextSpan> Words, ImmutableArray<ulong> Hashes)
{
    private const int LongQuotationWords = 4;

    /// <summary>For each word whether it stands inside quotation marks; empty where those words were left out.</summary>
    public ImmutableArray<bool> Spoken { get; private init; } = [];

    /// <summary>Prepares a text with its quotations: what one report quotes and another writes as its own comes from one text.</summary>
    /// <param name="key">Id of the report.</param>
    /// <param name="text">Its text.</param>
    /// <param name="spoken">What else is quoted.</param>
    public static ReuseText Whole(string key, string text, params IEnumerable<TextSpan> spoken)
    {
        ReuseText own = Of(key, text, spoken);
        HashSet<int> starts = [.. own.Words.Select(static w => w.Start)];
        ImmutableArray<Word> words = WordList.Of(text);
        return new ReuseText(key, [.. words.Select(static w => w.Span)], [.. words.Select(static w => Hash(w.Stem))]) { Spoken = [.. words.Select(w => !starts.Contains(w.Span.Start))] };
    }

    /// <summary>Prepares a text.</summary>
    /// <param name="key">Id of the report.</param>
    /// <param name="text">Its text.</param>
    /// <param name="spoken">What else is quoted: words of a quotation whose marks stand in other paragraphs.</param>
    public static ReuseText Of(string key, string text, params IEnumerable<TextSpan> spoken)
    {
        ImmutableArray<TextSpan> quoted = [.. QuoteMarks.Inside(text).Concat(spoken).Where(span => WordList.Of(text, span).Length >= LongQuotationWords).Order()];
        ImmutableArray<TextSpan>.Builder words = ImmutableArray.CreateBuilder<TextSpan>();
        ImmutableArray<ulong>.Builder hashes = ImmutableArray.CreateBuilder<ulong>();
        int quote = 0;
        foreach (Word word in WordList.Of(text))
        {
            while (quote < quoted.Length && quoted[quote].End <= word.Span.Start)
            {
                quote++;
            }

            if (quote < quoted.Length && quoted[quote].Contains(word.Span))
            {
                continue;
            }

            words.Add(word.Span);
            hashes.Add(Hash(word.Stem));
        }

        return new ReuseText(key, words.ToImmutable(), hashes.ToImmutable());
    }

    // FNV-1a: the same on every machine, unlike string.GetHashCode.
    private static ulong Hash(string word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash;
    }
}
