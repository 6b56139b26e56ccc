using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Grouping;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class ProtagonistsTests
{
    [Fact]
    public void Shared_AReportThatNamesTheOneWhomMostOpeningsName_MayJoin() => Shared("Quill", "Ada Quill", "Ada Quill").ShouldBeTrue();

    [Fact]
    public void Shared_AReportThatNamesAnotherPersonOnly_MayNot() => Shared("Vale", "Ada Quill", "Ada Quill").ShouldBeFalse();

    [Fact]
    public void Shared_WhereTheOpeningsNameNobodyInCommon_LikenessAloneDecides() => Shared("Vale", "Ada Quill", "Bela Dorn", "Cato Brenn").ShouldBeTrue();

    private static bool Shared(string left, params string[] story)
    {
        AnnotatedReport[] reports = [.. story.Append(left).Select(Report)];
        return new Protagonists(ReportSet.Of(reports)).Shared([reports[^1].Report.Id], [.. reports[..^1].Select(static r => r.Report.Id)]);
    }

    // Each says it in another verb: reports of the same words are one report.
    private static AnnotatedReport Report(string name, int place)
    {
        string first = name.Split(' ')[0], last = name.Split(' ')[^1];
        string subject = first == last ? $"{last}  {last}  PROPN  _  2  nsubj" : $"{first}  {first}  PROPN  _  3  nsubj\n{last}  {last}  PROPN  _  1  flat";
        string verb = new[] { "arrived", "came", "landed", "appeared" }[place];
        return Sample.Of($"{subject}\n{verb}  {verb}  VERB  Tense=Past  0  root").Entity(name, ActorKind.Person).Build();
    }
}
