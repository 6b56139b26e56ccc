using Parallax.Application.Accounts;
using Shouldly;
using Xunit;

namespace Parallax.Application.Tests;

public sealed class OutletRegisterTests
{
    [Fact]
    public void Read_OwnersAndRemarks_GivesEachOutletItsOwner()
    {
        OutletRegister register = OutletRegister.Read("outlets.txt", "# mine\r\nHarbour Post; Harbour Post Online = Brandt Media # since May\n\nRadio Norland=Government of Norland\n");
        register.Findings.ShouldBeEmpty();
        register.Owners.ShouldBe(new Dictionary<string, string> { ["Harbour Post"] = "Brandt Media", ["Harbour Post Online"] = "Brandt Media", ["Radio Norland"] = "Government of Norland" }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("Harbour Post")]
    [InlineData("= Brandt Media")]
    [InlineData("Harbour Post =")]
    [InlineData("; = Brandt Media")]
    public void Read_LineWithoutOutletOrOwner_IsAFindingAndTheRestIsRead(string line)
    {
        OutletRegister register = OutletRegister.Read("outlets.txt", line + "\nRadio Norland = Government of Norland");
        register.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0007");
        register.Owners.ShouldHaveSingleItem().Key.ShouldBe("Radio Norland");
    }

    [Fact]
    public void Open_NoSuchFile_IsAFinding() => OutletRegister.Open(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0006");
}
