using System.Globalization;
using Parallax.Language.Figures;
using Parallax.Language.Phrases;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Figures;

/// <summary>Runs every <c>example:</c> and <c>not:</c> of the rules of figures.</summary>
public sealed class FigureRuleTests
{
    [Fact]
    public void Rules_EveryExample_IsFoundWithItsValue()
    {
        List<string> failures = [];
        foreach (PhraseRule rule in FigureReader.Grammar.Rules)
        {
            foreach (RuleExample example in rule.Examples.Where(example => example.Phrase is not null))
            {
                List<FigurePhrase> found = [.. FigureReader.Read(example.Text), .. FigureReader.Read(example.Text, FigureView.Ordinals)];
                if (!found.Any(phrase => example.Text[phrase.Start..phrase.End] == example.Phrase && Meaning(phrase) == example.Meaning))
                {
                    failures.Add($"{rule.Place} {rule.Id}: “{example.Text}” expected {example.Phrase} => {example.Meaning}; found "
                        + string.Join("; ", found.Select(phrase => $"{example.Text[phrase.Start..phrase.End]} => {Meaning(phrase)} ({phrase.Rule})")));
                }
            }
        }

        failures.ShouldBeEmpty(string.Join(Environment.NewLine, failures));
    }

    [Fact]
    public void Rules_EveryCounterexample_IsNotReadByTheRule()
    {
        List<string> failures = [];
        foreach (PhraseRule rule in FigureReader.Grammar.Rules)
        {
            foreach (RuleExample example in rule.Examples.Where(example => example.Phrase is null))
            {
                failures.AddRange(FigureReader.Read(example.Text).Where(phrase => phrase.Rule == rule.Id)
                    .Select(phrase => $"{rule.Place} {rule.Id}: “{example.Text}” found {example.Text[phrase.Start..phrase.End]} => {Meaning(phrase)}"));
            }
        }

        failures.ShouldBeEmpty(string.Join(Environment.NewLine, failures));
    }

    [Theory]
    [InlineData("A 39 % loss was booked.", "39 % => -39 [-39, -39] percent")]
    [InlineData("Sales fell 23 percent.", "23 percent => -23 [-23, -23] percent")]
    [InlineData("Exports were down 5.6 percent.", "5.6 percent => -5.6 [-5.6, -5.6] percent")]
    [InlineData("Sales dropped fourteen percent.", "fourteen percent => -14 [-14, -14] percent")]
    [InlineData("A loss of 7 percent was booked.", "7 percent => -7 [-7, -7] percent")]
    [InlineData("They sailed 480 nautical miles.", "480 nautical miles => 888.96 [888.96, 888.96] km")]
    [InlineData("He got a $20,000 voucher.", "$20,000 => 20000 [20000, 20000] USD")]
    [InlineData("He got the $20,000 voucher.", "$20,000 => 20000 [20000, 20000] USD")]
    public void Read_WordsOfAFigure_GivesSignAndUnit(string text, string expected) =>
        FigureReader.Read(text).Select(phrase => $"{text[phrase.Start..phrase.End]} => {Meaning(phrase)}").ShouldContain(expected);

    [Theory]
    [InlineData("It cost $16.6 billion.", 16_600_000_000)]
    [InlineData("It cost $4.35 million.", 4_350_000)]
    public void Read_DecimalOfAMagnitude_HasNoNoiseOfBinaryFractions(string text, double expected) => FigureReader.Read(text)[0].Value.ShouldBe(expected);

    private static string Meaning(FigurePhrase phrase)
    {
        string low = phrase.Low is { } l ? Text(l) : "open", high = phrase.High is { } h ? Text(h) : "open";
        string value = phrase.Value is { } v ? Text(v) : "open";
        return $"{value} {(phrase.LowExclusive ? "(" : "[")}{low}, {high}{(phrase.HighExclusive ? ")" : "]")} {phrase.Unit}".TrimEnd();
    }

    private static string Text(double value) => Math.Abs(value) >= 1e6 ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("G12", CultureInfo.InvariantCulture);
}
