using Parallax.Core.Layers;
using Parallax.Stories.Dependences;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>A name with its titles that stands in two reports makes neither rest on the other.</summary>
public sealed class NamePassageTests
{
    private const string Titles = "Northern Harbour Bank chief economist adviser Orla Venn Tarn", Deed = "economist Orla Venn crossed northern harbour bridge near Tarn";

    // Words of which those in "-ed" are verbs.
    private static AnnotatedReport Report(string outlet, string words) => Sample.Of(
        string.Join('\n', words.Split(' ').Select(static (w, i) => $"{w} {w} {(w.EndsWith("ed", StringComparison.Ordinal) ? "VERB" : "NOUN")} _ {(i == 0 ? 0 : 1)} {(i == 0 ? "root" : "dep")}")), outlet, "2022-11-10").Build();

    [Theory]
    [InlineData(Titles, false)]
    [InlineData(Deed, true)]
    public void Make_SharedPassage_TellsSomethingOnlyWithAVerb(string passage, bool rests)
    {
        AnnotatedReport[] reports = [Report("The Norland Post", $"Ministers picked {passage} over rivals"), Report("Sedonia Daily", $"Yesterday somebody praised {passage} warmly")];

        DependenceMaker.Make(ReportSet.Of(reports), reports.ToDictionary(static r => r.Report.Id, static _ => 0)).Any().ShouldBe(rests);
    }
}
