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

    [Theory]
    [InlineData("The coast guard on Friday held 23 smugglers near the Vorna reef", "Guards near the Vorna reef took 23 smugglers into custody", true)]
    [InlineData("The coast guard on Friday held 23 smugglers near the Vorna reef", "Guards near the Vorna reef took 14 smugglers into custody", false)]
    [InlineData("Guards near the Vorna reef took two smugglers into custody", "The guards held two smugglers near the Vorna reef", false)] // Small numbers are told of many things.
    [InlineData("Guards took 23 smugglers into custody", "A parade passed 23 shops in Ostra", false)]
    public void GiveOneNumber_SentencesOfOneDay_ByTheNumberAndMoreWords(string left, string right, bool expected) => Retelling.GiveOneNumber(left, right).ShouldBe(expected);
}
