using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parallax.Core.Text;

namespace Parallax.Stories.Dependences;

/// <summary>Passages that two reports share.</summary>
/// <param name="Left">Index of the first report.</param>
/// <param name="Right">Index of the second.</param>
/// <param name="LeftShare">Thousandths of the first report's own words that stand in shared passages.</param>
/// <param name="RightShare">The same of the second.</param>
/// <param name="Words">Number of shared words (of the first).</param>
/// <param name="LeftPassages">Where in the first, in text order.</param>
/// <param name="RightPassages">Where in the second.</param>
internal sealed record ReusePair(int Left, int Right, int LeftShare, int RightShare, int Words, ImmutableArray<TextSpan> LeftPassages, ImmutableArray<TextSpan> RightPassages);

/// <summary>Finds shared text by winnowing: of the hashes of all runs of words, the smallest in every window are kept, indexed and looked up; what is found is then measured word by word.</summary>
/// <remarks>S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: local algorithms for document fingerprinting", 2003.</remarks>
internal static class TextReuse
{
    /// <summary>Words of a run.</summary>
    public const int RunWords = 4;

    /// <summary>Runs of a window, of which one is kept.</summary>
    public const int WindowRuns = 4;

    /// <summary>Words between two shared runs that count as shared where no more than these were changed.</summary>
    public const int BridgedWords = 2;

    private const int LeastFingerprints = 2;
    private const int LeastPassageWords = 7;
    private const int LargestBucket = 200;

    /// <summary>All pairs that share passages, by index.</summary>
    public static ImmutableArray<ReusePair> Find(IReadOnlyList<ReuseText> texts)
    {
        Dictionary<ulong, Holders> index = [];
        ulong[][] runs = new ulong[texts.Count][];
        List<ReusePair> pairs = [];
        SharedRuns table = new();

        // By text: how many fingerprints it has in common with the one looked at; all 0 between two.
        int[] counts = new int[texts.Count];
        List<int> shared = [];
        for (int i = 0; i < texts.Count; i++)
        {
            runs[i] = Runs(texts[i]);
            foreach (ulong print in Winnow(runs[i]))
            {
                ref Holders? holders = ref CollectionsMarshal.GetValueRefOrAddDefault(index, print, out _);
                holders ??= new Holders();

                // A fingerprint that a text has twice counts once.
                if (holders.Last == i)
                {
                    continue;
                }

                holders.Last = i;
                foreach (int holder in holders.Texts)
                {
                    if (counts[holder]++ == 0)
                    {
                        shared.Add(holder);
                    }
                }

                if (holders.Texts.Count < LargestBucket)
                {
                    holders.Texts.Add(i);
                }
            }

            table.Open(texts[i], runs[i]);
            foreach (int other in shared)
            {
                int count = counts[other];
                counts[other] = 0;
                if (count >= LeastFingerprints && table.Find(texts[other], runs[other]) && Measure(texts, table, other, i) is { } pair)
                {
                    pairs.Add(pair);
                }
            }

            shared.Clear();
        }

        return [.. pairs.OrderBy(static p => p.Left).ThenBy(static p => p.Right)];
    }

    private static ulong[] Runs(ReuseText text)
    {
        ulong[] runs = new ulong[Math.Max(0, text.Hashes.Length - RunWords + 1)];
        for (int i = 0; i < runs.Length; i++)
        {
            ulong hash = 0;
            for (int j = 0; j < RunWords; j++)
            {
                hash = unchecked((hash * 0x9E3779B97F4A7C15) ^ (text.Hashes[i + j] + (hash >> 29)));
            }

            runs[i] = hash;
        }

        return runs;
    }

    private static IEnumerable<ulong> Winnow(ulong[] runs)
    {
        int last = -1;
        for (int start = 0; start + WindowRuns <= runs.Length || (start == 0 && runs.Length > 0); start++)
        {
            int smallest = start;
            for (int i = start + 1; i < Math.Min(start + WindowRuns, runs.Length); i++)
            {
                smallest = runs[i] <= runs[smallest] ? i : smallest;
            }

            if (smallest != last)
            {
                last = smallest;
                yield return runs[smallest];
            }
        }
    }

    // The first texts that have a fingerprint, and the last.
    private sealed class Holders
    {
        public List<int> Texts { get; } = [];

        public int Last { get; set; } = -1;
    }

    private static ReusePair? Measure(IReadOnlyList<ReuseText> texts, SharedRuns found, int left, int right)
    {
        bool[] inLeft = new bool[texts[left].Words.Length], inRight = new bool[texts[right].Words.Length];
        found.Cover(inLeft, inRight);
        (ImmutableArray<TextSpan> leftPassages, int leftWords) = Passages(texts[left], inLeft);
        (ImmutableArray<TextSpan> rightPassages, int rightWords) = Passages(texts[right], inRight);
        return leftPassages.Length == 0 || rightPassages.Length == 0
            ? null
            : new ReusePair(left, right, leftWords * 1000 / texts[left].Words.Length, rightWords * 1000 / texts[right].Words.Length, leftWords, leftPassages, rightPassages);
    }

    private static (ImmutableArray<TextSpan> Passages, int Words) Passages(ReuseText text, bool[] covered)
    {
        ImmutableArray<TextSpan>.Builder passages = ImmutableArray.CreateBuilder<TextSpan>();
        int words = 0;
        for (int i = 0; i < covered.Length;)
        {
            if (!covered[i])
            {
                i++;
                continue;
            }

            int start = i, end = i + 1;
            while (end < covered.Length && (covered[end] || Bridged(covered, end)))
            {
                end++;
            }

            if (end - start >= LeastPassageWords)
            {
                passages.Add(TextSpan.FromBounds(text.Words[start].Start, text.Words[end - 1].End));
                words += end - start;
            }

            i = end;
        }

        return (passages.ToImmutable(), words);
    }

    private static bool Bridged(bool[] covered, int at)
    {
        int from = at, to = at;
        while (from > 0 && !covered[from - 1] && at - from < BridgedWords)
        {
            from--;
        }

        while (to < covered.Length && !covered[to] && to - from < BridgedWords)
        {
            to++;
        }

        return to < covered.Length && covered[to] && from > 0 && covered[from - 1];
    }
}
