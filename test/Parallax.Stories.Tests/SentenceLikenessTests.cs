using Parallax.Core;
using Parallax.Stories.Alignments;
using Parallax.Stories.Learned;
using Parallax.Stories.Quotations;
using Parallax.Stories.Words;
using Parallax.Core.Accounts;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class SentenceLikenessTests
{
    private static readonly WordMeanings Meanings = new(new FewVectors());

    [Fact]
    public void Of_TheSameWords_IsOne() => SentenceLikeness.Of("The harbour is closed.", "the harbour is closed", Meanings).ShouldBe(1000);

    [Theory]
    [InlineData("The harbour of Veld is closed", "The port of Veld is shut", "Rain fell on the hills of Orm")]
    [InlineData("A ship sank near Veld", "A vessel sank near Veld", "A ship did not sink near Orm, officials said")]
    public void Of_NearerMeaning_IsHigher(string sentence, string near, string far)
    {
        int high = SentenceLikeness.Of(sentence, near, Meanings);
        high.ShouldBeGreaterThan(SentenceLikeness.Of(sentence, far, Meanings));
        SentenceLikeness.Of(near, sentence, Meanings).ShouldBe(high, "the measure is symmetric");
    }

    [Fact]
    public void Of_WithoutVectors_CountsTheForms() => SentenceLikeness.Of("A ship sank near Veld", "Two ships sank near Veld", new WordMeanings(null)).ShouldBeGreaterThan(SentenceLikeness.Of("A ship sank near Veld", "A vessel foundered off Orm", new WordMeanings(null)));

    [Fact]
    public void Nearness_OfNumbers_IsTheirFormAlone()
    {
        WeighedWord[] words = [.. Meanings.Weigh("12 15 ship vessel")];
        WordMeanings.Nearness(words[0], words[1]).ShouldBe(0);
        WordMeanings.Nearness(words[2], words[3]).ShouldBeInRange(0.99, 1);
    }

    [Theory]
    [InlineData(0, 500)]
    [InlineData(50, 1000)]
    [InlineData(-50, 0)]
    public void Thousandths_OfAScore_IsItsProbability(double score, int expected) => Logistic.Thousandths(score).ShouldBe(expected);

    [Fact]
    public void Thousandths_OfOppositeScores_AddUp()
    {
        int last = 0;
        for (double score = -9; score <= 9; score += 0.03)
        {
            int own = Logistic.Thousandths(score);
            (own + Logistic.Thousandths(-score)).ShouldBe(1000);
            own.ShouldBeGreaterThanOrEqualTo(last);
            last = own;
        }
    }

    [Fact]
    public void Align_PiecesWithTheSameWords_MeanTheSame()
    {
        Chunk[] left = [Chunk.Of("The harbour master", Meanings), Chunk.Of("closed", Meanings), Chunk.Of("in Veld", Meanings)], right = [Chunk.Of("in Veld", Meanings), Chunk.Of("the harbour master", Meanings), Chunk.Of("resigned", Meanings)];
        Alignment[] found = [.. ChunkAligner.Align([.. left], [.. right])];
        found.ShouldContain(new Alignment(0, 1, AlignmentKind.Same, 5));
        found.ShouldContain(new Alignment(2, 0, AlignmentKind.Same, 5));
    }

    [Fact]
    public void Between_WithMeanings_TellsWhatADifferenceDoes()
    {
        WordDifference[] found = [.. WordDiff.Between("the mayor of Veld resigned", "the mayor of Veld city resigned [on Monday]", Meanings)];
        found.ShouldBe([new WordDifference("", "city"), new WordDifference("", "[on Monday]")]);
        found.ShouldAllBe(static d => d.Kind == DifferenceKind.Added);
    }
}
