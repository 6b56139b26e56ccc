using Parallax.Language.Neural;
using Parallax.Language.Neural.Decoding;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Neural;

public sealed unsafe class TreeDecoderTests
{
    private const int Seed = 77;

    private readonly Workspace _memory = new();

    [Fact]
    public void Decode_OfSmallRandomScores_FindsTheBestTreeOfAllUnlessArcsCrossForLittle()
    {
        Random random = new(Seed);
        int uncrossed = 0, crossed = 0;
        for (int round = 0; round < 400; round++)
        {
            int count = random.Next(1, 6);
            float[] scores = [.. Enumerable.Range(0, count * 16).Select(_ => (float)random.NextDouble() * 10)];
            int[] heads = Decode(scores, count);
            string message = $"seed {Seed}, round {round}: {string.Join(' ', heads)}";
            double best = Best(scores, count, projective: false), projective = Best(scores, count, projective: true);
            bool cheap = best - projective < 2;
            uncrossed += cheap && best > projective ? 1 : 0;
            crossed += cheap ? 0 : 1;
            IsTree(heads).ShouldBeTrue(message);
            IsProjective(heads).ShouldBe(cheap, message);
            Total(scores, heads).ShouldBe(cheap ? projective : best, 1e-4, message);
        }

        uncrossed.ShouldBeGreaterThan(0);
        crossed.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Decode_OfLongRandomScores_GivesATreeNoWorseThanSwappingOneHead()
    {
        Random random = new(Seed + 1);
        foreach (int count in new[] { 30, 90 })
        {
            int stride = (count + 16) / 16 * 16;
            float[] scores = [.. Enumerable.Range(0, count * stride).Select(_ => (float)random.NextDouble() * 10)];
            int[] heads = Decode(scores, count);
            IsTree(heads).ShouldBeTrue();
            double total = Total(scores, heads);
            for (int token = 0; token < count; token++)
            {
                for (int head = 0; head <= count; head++)
                {
                    int[] other = [.. heads];
                    other[token] = head;
                    if (head != token + 1 && IsTree(other))
                    {
                        Total(scores, other).ShouldBeLessThanOrEqualTo(total + 1e-4);
                    }
                }
            }
        }
    }

    [Fact]
    public void Decode_OfNestedCycles_LeavesThem()
    {
        // 1 and 2 want each other, 3 and 4 want each other, both pairs want to hang on each other; the root is cheapest at 5, which wants 4.
        float[] scores = new float[5 * 16];
        void Set(int dependent, int head, float score) => scores[((dependent - 1) * 16) + head] = score;
        Set(1, 2, 10);
        Set(2, 1, 10);
        Set(3, 4, 10);
        Set(4, 3, 10);
        Set(1, 3, 8);
        Set(3, 1, 8);
        Set(5, 4, 9);
        Set(2, 5, 3);
        Set(4, 0, 2);
        int[] heads = Decode(scores, 5);
        IsTree(heads).ShouldBeTrue();
        Total(scores, heads).ShouldBe(Best(scores, 5, projective: false), 1e-4);
    }

    [Fact]
    public void Decode_WithAnArcOverTheRoot_KeepsItInASentenceWithQuotationMarks()
    {
        // “Water,” she said, “is unfit.”: 1 is the subject of 3, and between them stands the root, 2, on which 3 hangs.
        float[] scores = new float[3 * 16];
        void Set(int dependent, int head, float score) => scores[((dependent - 1) * 16) + head] = score;
        Set(1, 3, 5);
        Set(1, 2, 4);
        Set(2, 0, 9);
        Set(3, 2, 9);
        Decode(scores, 3).ShouldBe([2, 0, 2]);
        Decode(scores, 3, quoted: true).ShouldBe([3, 0, 2]);
    }

    private int[] Decode(float[] scores, int count, bool quoted = false)
    {
        int[] heads = new int[count];
        fixed (float* score = scores)
        fixed (int* head = heads)
        {
            TreeDecoder.Decode(_memory, score, scores.Length / count, count, quoted, head);
        }

        return heads;
    }

    private static double Total(float[] scores, int[] heads) => heads.Select((head, i) => (double)scores[(i * (scores.Length / heads.Length)) + head]).Sum();

    private bool IsTree(int[] heads)
    {
        fixed (int* head = heads)
        {
            return heads.Count(static h => h == 0) == 1 && !TreeDecoder.HasCycle(_memory, head, heads.Length);
        }
    }

    // No token between the ends of an arc may have its head outside them.
    private static bool IsProjective(int[] heads) => !Enumerable.Range(1, heads.Length).Any(token =>
    {
        int head = heads[token - 1], first = Math.Min(token, head), last = Math.Max(token, head);
        return head != 0 && Enumerable.Range(first + 1, last - first - 1).Any(inside => heads[inside - 1] < first || heads[inside - 1] > last);
    });

    // All assignments of heads are tried.
    private double Best(float[] scores, int count, bool projective)
    {
        int[] heads = new int[count];
        double best = double.NegativeInfinity;
        void Try(int token)
        {
            if (token == count)
            {
                best = IsTree(heads) && (!projective || IsProjective(heads)) ? Math.Max(best, Total(scores, heads)) : best;
                return;
            }

            for (int head = 0; head <= count; head++)
            {
                heads[token] = head;
                if (head != token + 1)
                {
                    Try(token + 1);
                }
            }
        }

        Try(0);
        return best;
    }
}
