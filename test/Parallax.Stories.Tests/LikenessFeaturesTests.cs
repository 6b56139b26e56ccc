using System.Collections.Immutable;
using Parallax.Core.Text;
using Parallax.Stories.Words;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class LikenessFeaturesTests
{
    [Fact]
    public void Cosine_OfLongVectors_IsThatOfTheSumsOfProducts()
    {
        WordMeanings meanings = new(new LongVectors());
        WeighedWord left = meanings.Weigh("ship")[0], right = meanings.Weigh("boat")[0];
        long dot = left.Vector.Zip(right.Vector).Sum(static p => (long)p.First * p.Second);
        WordMeanings.Cosine(left, right).ShouldBe(dot / (left.Norm * right.Norm));
        left.Norm.ShouldBe(Math.Sqrt(left.Vector.Sum(static v => (long)v * v)));
    }

    [Theory]
    [InlineData("the ship sank near the pier wall", "the ship near the pier wall", 3)]
    [InlineData("ship pier ship", "ship ship pier", 2)]
    [InlineData("rain fell", "ship sank", 0)]
    public void Of_WordsInOrder_CountsTheLongestRow(string left, string right, int expected)
    {
        WordMeanings meanings = new(null);
        double[] features = LikenessFeatures.Of(meanings.Prepare(left), meanings.Prepare(right));
        int longer = Math.Max(meanings.Weigh(left).Count(static w => w.Word.IsContent), meanings.Weigh(right).Count(static w => w.Word.IsContent));
        features[LikenessFeatures.Names.IndexOf("order")].ShouldBe(expected / (double)longer, 1e-12);
    }

    [Fact]
    public void SharedRuns_RepeatedLetters_CountAsOftenAsTheRarerSideHasThem()
    {
        WordMeanings meanings = new(null);
        meanings.Prepare("port port").SharedRuns(meanings.Prepare("port")).ShouldBe(3);
        meanings.Prepare("port").RunCount.ShouldBe(3);
        meanings.Prepare("").RunCount.ShouldBe(0);
    }

    // The largest and smallest bytes too, and a width that is no whole number of registers.
    private sealed class LongVectors : IWordVectors
    {
        public int Width => 37;

        public ReadOnlySpan<sbyte> Find(ReadOnlySpan<char> word)
        {
            sbyte[] vector = new sbyte[Width];
            for (int i = 0; i < vector.Length; i++)
            {
                vector[i] = (sbyte)(i % 3 == 0 ? -127 : word is "ship" ? 127 - i : (i * 6) - 127);
            }

            return vector;
        }
    }
}
