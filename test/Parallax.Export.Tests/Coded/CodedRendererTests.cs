using System.Text.Json;
using Parallax.Core.Accounts;
using Parallax.Export.Tests.Sample;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Coded;

public sealed class CodedRendererTests
{
    private const int EventCode = 26, Base = 27, Root = 28, Quad = 29;

    [Fact]
    public void Gdelt_Event_FillsTheDocumentedColumns()
    {
        string[] row = Rows(SpillAccount.Make()).Single();

        row.Length.ShouldBe(61);
        row[1..5].ShouldBe(["20310305", "203103", "2031", "2031.2603"]);
        row[6].ShouldBe("COAST GUARD");
        row[16].ShouldBe("LINDQVIST LINES");
        (row[EventCode], row[Base], row[Root], row[Quad]).ShouldBe(("112", "112", "11", "3"));
        row[60].ShouldBe("https://harbour-post.example/a?b=1&c=2");
    }

    [Fact]
    public void Gdelt_MutualVisit_IsOneRowInEachDirection()
    {
        Account spill = SpillAccount.Make();
        Event visit = spill.Events[2] with { Plover = PloverType.CONSULT, Cameo = "042", Actors = [spill.Entities[0].Id, spill.Entities[1].Id], Recipients = [] };

        string[][] rows = Rows(spill with { Events = [visit] });

        rows.Select(row => $"{row[6]} {row[EventCode]} {row[16]}").ShouldBe(["INES TARO 042 PAVEL ORSK", "PAVEL ORSK 043 INES TARO"]);
        rows.Select(row => row[0]).ShouldBeUnique();
    }

    [Fact]
    public void Gdelt_WhatDidNotHappenOrHasNoCode_IsLeftOut()
    {
        Account spill = SpillAccount.Make();

        Rows(spill with { Events = [spill.Events[2] with { Factuality = Factuality.DidNotHappen }, spill.Events[2] with { Cameo = null }] }).ShouldBeEmpty();
    }

    [Fact]
    public void Gdelt_HostileNamesAndUnknownDays_StayOneRow()
    {
        Account spill = SpillAccount.Make();
        Entity hostile = spill.Entities[3] with { Name = "=1\t2\r\n3", Country = "XX" };

        string[] row = Rows(spill with { Entities = spill.Entities.SetItem(3, hostile), Events = [spill.Events[2] with { Time = "XXXX-WXX-3" }] }).Single();

        row.Length.ShouldBe(61);
        row[6].ShouldBe("'=1 2  3");
        row[1..5].ShouldAllBe(field => field.Length == 0);
    }

    [Fact]
    public void Plover_Event_HasTheFieldsOfTheDraft()
    {
        using JsonDocument record = JsonDocument.Parse(Approved.Render("plover", SpillAccount.Make()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Single());
        JsonElement root = record.RootElement;

        root.GetProperty("date").GetString().ShouldBe("2031-03-05");
        root.GetProperty("event")[0].GetString().ShouldBe("ACCUSE");
        root.GetProperty("mode")[0].GetString().ShouldBe("disapprove");
        root.GetProperty("quad_code").GetInt32().ShouldBe(3);
        root.GetProperty("actor")[0].GetProperty("entity_text").GetString().ShouldBe("coast guard");
        root.GetProperty("text").GetString()!.ShouldContain("so-called accident");
    }

    [Fact]
    public void Plover_CountryOfAnActor_IsThreeLetters()
    {
        Account spill = SpillAccount.Make();
        Account account = spill with { Entities = spill.Entities.SetItem(3, spill.Entities[3] with { Country = "NO" }) };

        Approved.Render("plover", account).ShouldContain("\"code\":\"NOR\"");
        Rows(account)[0][7].ShouldBe("NOR");
    }

    [Fact]
    public void Both_EmptyAccount_AreEmpty()
    {
        Approved.Render("gdelt", SpillAccount.Empty()).ShouldBeEmpty();
        Approved.Render("plover", SpillAccount.Empty()).ShouldBeEmpty();
    }

    private static string[][] Rows(Account account) => [.. Approved.Render("gdelt", account).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
}
