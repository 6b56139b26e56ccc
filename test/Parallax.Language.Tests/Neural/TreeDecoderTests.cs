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
    public void Decode_OfSmallRandomScores_FindsTheBestTreeOfAll()
    {
        Random random = new(Seed);
        for (int round = 0; round < 400; round++)
        {
            int count = random.Next(1, 6);
            float[] scores = [.. Enumerable.Range(0, count * 16).Select(_ => (float)random.NextDouble() * 10)];
            int[] heads = Decode(scores, count);
            IsTree(heads).ShouldBeTrue($"seed {Seed}, round {round}: {string.Join(' ', heads)}");
            Total(scores, heads).ShouldBe(Best(scores, count), 1e-4, $"seed {Seed}, round {round}: {string.Join(' ', heads)}");
        }
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
        Total(scores, heads).ShouldBe(Best(scores, 5), 1e-4);
    }

    private int[] Decode(float[] scores, int count)
    {
        int[] heads = new int[count];
        fixed (float* score = scores)
        fixed (int* head = heads)
        {
            TreeDecoder.Decode(_memory, score, scores.Length / count, count, head);
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

    // All assignments of heads are tried.
    private double Best(float[] scores, int count)
    {
        int[] heads = new int[count];
        double best = double.NegativeInfinity;
        void Try(int token)
        {
            if (token == count)
            {
                best = IsTree(heads) ? Math.Max(best, Total(scores, heads)) : best;
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
