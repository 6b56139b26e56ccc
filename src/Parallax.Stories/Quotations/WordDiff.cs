using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Text;
using Parallax.Stories.Alignments;
using Parallax.Stories.Words;

namespace Parallax.Stories.Quotations;

/// <summary>Word by word differences of two versions of an utterance.</summary>
internal static class WordDiff
{
    private const int OnStack = 256, LeastNegated = 4;

    /// <summary>The form in which words of two reports are compared: without apostrophes, in one of the two spellings of English.</summary>
    public static string Key(Word word) => Spelling.Key(word.Lower.Replace("'", "", StringComparison.Ordinal));

    /// <summary>Length of the longest common subsequence of two word lists.</summary>
    public static int Common(ReadOnlySpan<string> left, ReadOnlySpan<string> right)
    {
        Span<int> row = right.Length < OnStack ? stackalloc int[right.Length + 1] : new int[right.Length + 1];
        row.Clear();
        foreach (string word in left)
        {
            int diagonal = 0;
            for (int j = 1; j < row.Length; j++)
            {
                int above = row[j];
                row[j] = word == right[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return row[^1];
    }

    /// <summary>The stretches in which the second text differs from the first, as words of each. A bracketed insertion keeps its brackets.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The other.</param>
    /// <param name="meanings">Tells what a difference does to the meaning; without vectors that stays open.</param>
    public static ImmutableArray<WordDifference> Between(string left, string right, WordMeanings? meanings = null) =>
        [.. Stretches(left, right).Select(d => d.From.Length == 0 || d.To.Length == 0 || meanings is not { Width: > 0 } ? d : d with { Kind = Kind(d, meanings) })];

    private static DifferenceKind Kind(WordDifference difference, WordMeanings meanings) => IsNegation(difference.From, difference.To) || IsNegation(difference.To, difference.From) ? DifferenceKind.Opposite :
        ChunkAligner.Compare(Chunk.Of(difference.From, meanings), Chunk.Of(difference.To, meanings)) switch
        {
            AlignmentKind.Same => DifferenceKind.SameMeaning,
            AlignmentKind.LeftSaysMore => DifferenceKind.SaysMore,
            AlignmentKind.RightSaysMore => DifferenceKind.SaysLess,
            AlignmentKind.Similar => DifferenceKind.Similar,
            AlignmentKind.Related => DifferenceKind.Related,
            AlignmentKind.Opposite => DifferenceKind.Opposite,
            AlignmentKind.None => DifferenceKind.Other,
            _ => throw new InvalidOperationException("Unknown kind of alignment."),
        };

    // "experienced", "inexperienced": vectors find the two alike.
    private static bool IsNegation(string word, string other) =>
        word.Length >= LeastNegated && other.EndsWith(word, StringComparison.OrdinalIgnoreCase) && other[..^word.Length].ToLowerInvariant() is "in" or "un" or "im" or "ir" or "il" or "dis" or "non" or "non-";

    private static ImmutableArray<WordDifference> Stretches(string left, string right)
    {
        ImmutableArray<Word> a = WordList.Of(left), b = WordList.Of(right);
        string[] ours = [.. a.Select(Key)], theirs = [.. b.Select(Key)];
        int[,] common = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = ours[i] == theirs[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        ImmutableArray<WordDifference>.Builder differences = ImmutableArray.CreateBuilder<WordDifference>();
        (int x, int y, int fromX, int fromY) = (0, 0, 0, 0);
        while (x < a.Length || y < b.Length)
        {
            if (x < a.Length && y < b.Length && ours[x] == theirs[y])
            {
                Close();
                (x, y) = (x + 1, y + 1);
                (fromX, fromY) = (x, y);
            }
            else if (y >= b.Length || (x < a.Length && common[x + 1, y] >= common[x, y + 1]))
            {
                x++;
            }
            else
            {
                y++;
            }
        }

        Close();
        return differences.ToImmutable();

        void Close()
        {
            if (x > fromX || y > fromY)
            {
                differences.Add(new WordDifference(Slice(left, a, fromX, x), Slice(right, b, fromY, y)));
            }
        }
    }

    private static string Slice(string text, ImmutableArray<Word> words, int from, int to)
    {
        if (to <= from)
        {
            return "";
        }

        (int start, int end) = (words[from].Span.Start, words[to - 1].Span.End);
        bool opens = start > 0 && text[start - 1] == '[', closes = end < text.Length && text[end] == ']';
        return text[(opens ? start - 1 : start)..(closes ? end + 1 : end)];
    }
}
