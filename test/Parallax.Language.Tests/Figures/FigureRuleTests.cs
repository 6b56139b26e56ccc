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

    private static string Meaning(FigurePhrase phrase)
    {
        string low = phrase.Low is { } l ? Text(l) : "open", high = phrase.High is { } h ? Text(h) : "open";
        string value = phrase.Value is { } v ? Text(v) : "open";
        return $"{value} {(phrase.LowExclusive ? "(" : "[")}{low}, {high}{(phrase.HighExclusive ? ")" : "]")} {phrase.Unit}".TrimEnd();
    }

    private static string Text(double value) => Math.Abs(value) >= 1e6 ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("G12", CultureInfo.InvariantCulture);
}
