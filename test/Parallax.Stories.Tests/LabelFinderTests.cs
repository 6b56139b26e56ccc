using Parallax.Core.Layers;
using Parallax.Stories.Framings;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class LabelFinderTests
{
    [Theory]
    [InlineData("Norland fighters", "Norland militants", true)]
    [InlineData("Norland fighters", "Sedonia militants", false)]
    [InlineData("armed fighters", "young militants", true)]
    [InlineData("armed gunman", "young militants", false)]
    [InlineData("armed gunman", "young militant", true)]
    [InlineData("Norland drones", "Sedonia drones", false)] // One noun: nothing to compare.
    [InlineData("kamikaze drones", "Norland uavs", true)] // A drone is a drone, whoever has made it.
    [InlineData("armed fighters", "young farmers", false)]
    public void Find_WhatTwoReportsCallOneThing_IsCompared(string one, string other, bool isCompared)
    {
        AnnotatedReport[] reports = [Report(one, "The Norland Post"), Report(other, "Sedonia Daily")];

        LabelFinder.Find(ReportSet.Of(reports), reports.Select(static (r, i) => (r.Report.Id, i)).ToDictionary(static p => p.Id, static p => p.i)).Any().ShouldBe(isCompared);
    }

    [Fact]
    public void Find_PeopleOfTwoNames_AreTwoThings()
    {
        AnnotatedReport[] reports = [Report("Norland fighters", "The Norland Post"), Report("Norland rebels", "Sedonia Daily"), Report("Sedonia terrorists", "Kelder Mail"), Report("masked gunmen", "The Lantern")];

        LabelFinder.Find(ReportSet.Of(reports), reports.Select(static (r, i) => (r.Report.Id, i)).ToDictionary(static p => p.Id, static p => p.i)).ShouldHaveSingleItem()
            .Uses.Select(static u => u.Label).ShouldBe(["Norland fighters", "Norland rebels"]);
    }

    private static AnnotatedReport Report(string label, string outlet)
    {
        string[] words = label.Split(' ');
        bool isName = char.IsUpper(words[0][0]), isMany = words[1][^1] == 's' || words[1].EndsWith("men", StringComparison.Ordinal);
        string lemma = words[1].EndsWith("men", StringComparison.Ordinal) ? words[1][..^3] + "man" : words[1].TrimEnd('s');
        return Sample.Of(
            $"""
            {words[0]}  {words[0]}  {(isName ? "PROPN" : "ADJ")}  _  2  {(isName ? "compound" : "amod")}
            {words[1]}  {lemma}  NOUN  Number={(isMany ? "Plur" : "Sing")}  3  nsubj
            left        leave    VERB  Tense=Past|VerbForm=Fin  0  root
            .           .        PUNCT _  3  punct
            """,
            outlet,
            "2022-11-10").Build();
    }
}
