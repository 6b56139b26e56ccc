using Parallax.Core.Text;
using Parallax.Stories.Dependences;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class TextReuseTests
{
    private const string Original =
        "The harbour master of Ellery closed the northern quay on Monday after cracks were found under the crane. Engineers will test the piles for a week. "
        + "Two freighters were sent to Tarn, and the fish market moved to the old customs shed until the works are done.";

    private static ReusePair? Compare(string left, string right) => TextReuse.Find([ReuseText.Of("a", left), ReuseText.Of("b", right)]).SingleOrDefault();

    [Fact]
    public void Of_WordsSpokenOverParagraphs_AreNotTheReportsOwn()
    {
        const string Text = "\"The harbour is shut.\n\nNobody may sail before the ice has gone from the bay, and nobody will,\" she said.";
        TextSpan spoken = new(Text.IndexOf("Nobody", StringComparison.Ordinal), "Nobody may sail before the ice has gone from the bay, and nobody will".Length);

        ReuseText.Of("a", Text, spoken).Words.Length.ShouldBe(ReuseText.Of("a", Text).Words.Length - 14);
    }

    [Fact]
    public void Find_LightEdit_IsStillMostlyShared()
    {
        string edited = Original.Replace("northern quay", "north quay", StringComparison.Ordinal).Replace("Two freighters", "Several freighters", StringComparison.Ordinal).Replace("a week", "ten days", StringComparison.Ordinal);
        ReusePair pair = Compare(Original, edited).ShouldNotBeNull();
        Math.Max(pair.LeftShare, pair.RightShare).ShouldBeGreaterThanOrEqualTo(DependenceMaker.CopyShare);
    }

    [Fact]
    public void Find_SameQuotationOnly_SharesNothing()
    {
        const string Quote = "“We closed the quay because nobody should stand under a crane whose feet are cracked, and we will open it when the piles are sound”";
        Compare($"The master spoke on Monday. {Quote}, he told the council.", $"Asked by this paper about the works, he answered: {Quote}. Shopkeepers doubt it.").ShouldBeNull();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Find_WholeTexts_WhatOneQuotesAndTheOtherWritesIsShared(bool otherQuotes, bool isShared)
    {
        const string Release = "The quay was closed on Monday after cracks were found under the crane, and engineers will test the piles for a week";
        string other = otherQuotes ? $"The office wrote: “{Release}.” Shopkeepers doubt it." : $"{Release}. Shopkeepers doubt it.";
        TextReuse.Find([ReuseText.Whole("a", $"A release says: “{Release}.” The council meets today."), ReuseText.Whole("b", other)]).Any().ShouldBe(isShared);
    }

    // Each text is compared with all before it by one memory.
    [Fact]
    public void Find_ManyTexts_FindsForEachPairWhatItFindsForTheTwoAlone()
    {
        string[] all = [Original, "A new lead. " + Original, "Parliament passed the grain tax by two votes.", "The harbour master of Ellery closed the northern quay on Friday, and " + Original[^60..], string.Join(' ', Enumerable.Repeat(Original, 6)), ""];
        ReuseText[] texts = [.. all.Select(static (t, i) => ReuseText.Of($"{i}", t))];
        ReusePair[] pairs = [.. TextReuse.Find(texts)];

        pairs.Select(static p => (p.Left, p.Right)).ShouldBe([(0, 1), (0, 3), (0, 4), (1, 3), (1, 4), (3, 4)]);
        foreach (ReusePair pair in pairs)
        {
            ReusePair alone = Compare(all[pair.Left], all[pair.Right]).ShouldNotBeNull();
            (pair.Words, pair.LeftShare, pair.RightShare).ShouldBe((alone.Words, alone.LeftShare, alone.RightShare));
            pair.RightPassages.ShouldBe(alone.RightPassages);
        }
    }

    // Runs that are far from each other make no passage, however many there are.
    [Fact]
    public void Find_RunsFarApart_ShareNothing() =>
        Compare("The crane on the quay stood idle while the clerks of Tarn slept and the fish market moved again to Ellery on Monday.", "The crane on the quay creaked; nobody cared, for the fish market moved back, they said.").ShouldBeNull();

    [Fact]
    public void Find_OtherMatter_SharesNothing() => Compare(Original, "Parliament passed the grain tax by two votes, and farmers of the Vale marched against it through the capital.").ShouldBeNull();

    [Fact]
    public void Find_Passages_StandInTheText()
    {
        ReusePair pair = Compare(Original, "A new lead. " + Original).ShouldNotBeNull();
        pair.LeftPassages.ShouldAllBe(p => p.End <= Original.Length && p.Length > 0);
        pair.LeftShare.ShouldBe(1000);
    }
}
