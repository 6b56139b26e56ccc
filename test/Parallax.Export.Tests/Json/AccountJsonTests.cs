using System.Text;
using Parallax.Core.Accounts;
using Parallax.Export.Json;
using Parallax.Export.Tests.Sample;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Json;

public sealed class AccountJsonTests
{
    public static TheoryData<string> Accounts => ["spill", "empty", "one-report"];

    internal static Account Named(string name) => name switch { "spill" => SpillAccount.Make(), "empty" => SpillAccount.Empty(), _ => SpillAccount.OneReport() };

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Read_WhatWasWritten_WritesTheSameBytes(string name)
    {
        ReadOnlyMemory<byte> first = AccountJson.ToBytes(Named(name));

        AccountReading reading = AccountJson.Read(first.Span);

        reading.Finding.ShouldBeNull();
        Encoding.UTF8.GetString(AccountJson.ToBytes(reading.Account!).Span).ShouldBe(Encoding.UTF8.GetString(first.Span));
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Write_AnyAccount_KeepsToTheSchema(string name)
    {
        SchemaValidator validator = SchemaValidator.OfRepository();

        validator.Validate(Encoding.UTF8.GetString(AccountJson.ToBytes(Named(name)).Span)).ShouldBeEmpty();
    }

    [Fact]
    public void Validate_UnknownAndMissingAndWrongFields_AreReported()
    {
        SchemaValidator validator = SchemaValidator.OfRepository();
        string json = Encoding.UTF8.GetString(AccountJson.ToBytes(SpillAccount.Make()).Span)
            .Replace("\"manner\": \"direct\"", "\"manner\": \"loud\"", StringComparison.Ordinal)
            .Replace("\"lemma\": \"admit\"", "\"lemon\": \"admit\"", StringComparison.Ordinal)
            .Replace("\"sentence\": 1", "\"sentence\": -1", StringComparison.Ordinal);

        IReadOnlyList<string> faults = validator.Validate(json);

        faults.ShouldContain(fault => fault.Contains("manner", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.Contains("lemon", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.Contains("lemma", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.Contains("sentence", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ScoresAndMarkup_RoundsAndEscapes()
    {
        string json = Encoding.UTF8.GetString(AccountJson.ToBytes(SpillAccount.Make()).Span);

        json.ShouldContain("\"similarity\": 0.789,");
        json.ShouldContain("\"share\": 0.333,");
        json.ShouldContain("\\u003cscript\\u003e");
        json.ShouldContain("“The widening");
        json.ShouldNotContain("\r");
        json.ShouldNotContain("<");
        json[0].ShouldBe('{');
        json.ShouldEndWith("}\n");
    }

    [Fact]
    public void Write_FigureBeyondDouble_IsNull()
    {
        Account spill = SpillAccount.Make();
        Account account = spill with { Figures = [spill.Figures[0] with { Value = double.PositiveInfinity, High = double.NaN }] };

        string json = Encoding.UTF8.GetString(AccountJson.ToBytes(account).Span);

        json.ShouldContain("\"value\": null,");
        json.ShouldContain("\"high\": null,");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"schema\": \"parallax.account/1\"}")]
    [InlineData("{\"schema\": \"parallax.account/1\", \"made\": 3}")]
    public void Read_WhatIsNoAccount_GivesAFinding(string json)
    {
        AccountReading reading = AccountJson.Read(Encoding.UTF8.GetBytes(json));

        reading.Account.ShouldBeNull();
        reading.Finding!.Id.ShouldBe("PX0701");
    }

    [Fact]
    public void Read_OtherSchemaOrBadSpan_GivesAFinding()
    {
        string json = Encoding.UTF8.GetString(AccountJson.ToBytes(SpillAccount.Make()).Span);

        AccountJson.Read(Encoding.UTF8.GetBytes(json.Replace("parallax.account/1", "parallax.account/9", StringComparison.Ordinal))).Finding.ShouldNotBeNull();
        AccountJson.Read(Encoding.UTF8.GetBytes(json.Replace("\"stance\": \"admits\"", "\"stance\": \"shrugs\"", StringComparison.Ordinal))).Finding.ShouldNotBeNull();
    }

    [Fact]
    public void Read_UnknownField_IsPassedOver()
    {
        string json = Encoding.UTF8.GetString(AccountJson.ToBytes(SpillAccount.Make()).Span).Replace("\"made\": {", "\"added\": [1], \"made\": {", StringComparison.Ordinal);

        AccountJson.Read(Encoding.UTF8.GetBytes(json)).Finding.ShouldBeNull();
    }
}
