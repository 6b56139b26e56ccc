using Parallax.Stories.Timelines;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests.Timelines;

public sealed class RetellingTests
{
    [Theory]
    [InlineData("Ferries cautiously returned to central Veld earlier Saturday", "Ferries cautiously returned to central Veld earlier on Saturday", true)]
    [InlineData("Ferries cautiously returned to central Veld earlier Saturday", "Ferries never reached central Veld on Saturday", false)]
    [InlineData("Quill died", "Quill died", false)] // Too short to tell by words.
    public void AreOne_Sentences_ByNearlyAllOfTheirWords(string left, string right, bool expected) => Retelling.AreOne(left, right).ShouldBe(expected);

    [Theory]
    [InlineData("Orin Vale was placed on the list", "The Rovers placed Orin Vale on the injured list because of a knee", true)]
    [InlineData("Orin Vale would leave the Rovers", "The Rovers placed Orin Vale on the injured list because of a knee", false)]
    public void IsToldIn_WhatSomebodySaid_ByMoreThanNames(string said, string line, bool expected) => Retelling.IsToldIn(said, line).ShouldBe(expected);
}
