using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Parallax.Core.Text;

namespace Parallax.Stories.Words;

/// <summary>One word of a text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Lower">Lower-cased, without diacritics, without a possessive ending.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="IsContent">Whether it is no stop word.</param>
/// <param name="IsCapital">Whether it starts with a capital.</param>
internal readonly record struct Word(TextSpan Span, string Lower, string Stem, bool IsContent, bool IsCapital);

/// <summary>Cuts a text into words without any model: runs of letters and digits. Thread-safe.</summary>
internal static class WordList
{
    private const int CacheLimit = 200_000;
    private const int LettersOfWord = 4;

    // Letters of a text that is worth keeping cut: a report, not a name.
    private const int LongText = 400;

    // What a word is by its letters; the same texts are cut again and again, and equal words are one string.
    private static readonly ConcurrentDictionary<string, Form> Forms = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Form>.AlternateLookup<ReadOnlySpan<char>> FormsByLetters = Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    // Reports are asked for span after span.
    private static readonly ConditionalWeakTable<string, ReportWords> LongTexts = [];

    private static readonly Lazy<HashSet<string>> StopWords = new(static () => StoriesData.Words("en/words/stopwords.txt"));

    /// <summary>The words of a text.</summary>
    public static ImmutableArray<Word> Of(string text) => Of(text, new TextSpan(0, text.Length));

    /// <summary>The words inside a span of a text.</summary>
    public static ImmutableArray<Word> Of(string text, TextSpan within) => text.Length < LongText ? Cut(text, within) : LongTexts.GetValue(text, static t => new ReportWords(t)).Inside(within);

    /// <summary>The words inside a span of a text, cut anew.</summary>
    public static ImmutableArray<Word> Cut(string text, TextSpan within)
    {
        Word[] words = ArrayPool<Word>.Shared.Rent((within.Length / LettersOfWord) + 1);
        int count = 0, i = within.Start;
        while (i < within.End)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            while (i < within.End && (char.IsLetterOrDigit(text[i]) || IsInner(text, i, within.End)))
            {
                i++;
            }

            int end = WithoutPossessive(text, start, i);
            if (count == words.Length)
            {
                Word[] longer = ArrayPool<Word>.Shared.Rent(2 * count);
                words.CopyTo(longer, 0);
                GiveBack(words, count);
                words = longer;
            }

            Form form = FormOf(text.AsSpan(start, end - start));
            words[count++] = new Word(TextSpan.FromBounds(start, end), form.Lower, form.Stem, form.IsContent, char.IsUpper(text[start]));
        }

        ImmutableArray<Word> found = ImmutableArray.Create(words, 0, count);
        GiveBack(words, count);
        return found;
    }

    private static void GiveBack(Word[] words, int used)
    {
        Array.Clear(words, 0, used);
        ArrayPool<Word>.Shared.Return(words);
    }

    private static Form FormOf(ReadOnlySpan<char> letters)
    {
        if (FormsByLetters.TryGetValue(letters, out Form? known))
        {
            return known;
        }

        string lower = Folding.Fold(letters);
        Form form = new(lower, Stemmer.Stem(lower), !StopWords.Value.Contains(lower) && (lower.Length > 1 || char.IsDigit(lower[0])));
        if (Forms.Count < CacheLimit)
        {
            Forms.TryAdd(letters.ToString(), form);
        }

        return form;
    }

    /// <summary>Whether a lower-case word is a stop word.</summary>
    public static bool IsStop(string lower) => StopWords.Value.Contains(lower);

    // An apostrophe between letters ("O'Brien"), a point or comma between digits ("1,000", "4.6"), points of an acronym ("U.S").
    private static bool IsInner(string text, int i, int end)
    {
        if (i + 1 >= end || i == 0)
        {
            return false;
        }

        return text[i] switch
        {
            '\'' or '’' => char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]),
            ',' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
            '.' => (char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]))
                || (char.IsUpper(text[i - 1]) && char.IsUpper(text[i + 1]) && (i < 2 || !char.IsLetter(text[i - 2]))),
            _ => false,
        };
    }

    private static int WithoutPossessive(string text, int start, int end) =>
        end - start > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '’' ? end - 2 : end;

    private sealed record Form(string Lower, string Stem, bool IsContent);
}
