using NodaTime;
using Parallax.Language.Phrases;
using Parallax.Language.Times;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Times;

/// <summary>Runs every <c>example:</c> and <c>not:</c> of the rules of times.</summary>
public sealed class TimeRuleTests
{
    private static readonly TimeReference Reference = TimeReference.On(new LocalDate(2022, 11, 9));

    [Fact]
    public void Rules_EveryExample_IsFoundWithItsValue()
    {
        List<string> failures = [];
        foreach (PhraseRule rule in TimeReader.Grammar.Rules)
        {
            foreach (RuleExample example in rule.Examples.Where(example => example.Phrase is not null))
            {
                IReadOnlyList<TimePhrase> found = TimeReader.Read(example.Text, Reference);
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
        foreach (PhraseRule rule in TimeReader.Grammar.Rules)
        {
            foreach (RuleExample example in rule.Examples.Where(example => example.Phrase is null))
            {
                failures.AddRange(TimeReader.Read(example.Text, Reference).Where(phrase => phrase.Rule == rule.Id)
                    .Select(phrase => $"{rule.Place} {rule.Id}: “{example.Text}” found {example.Text[phrase.Start..phrase.End]} => {Meaning(phrase)}"));
            }
        }

        failures.ShouldBeEmpty(string.Join(Environment.NewLine, failures));
    }

    [Fact]
    public void Rules_Each_HasAnExampleAndACounterexample() =>
        TimeReader.Grammar.Rules.Where(rule => rule.Examples.All(example => example.Phrase is null) || rule.Examples.All(example => example.Phrase is not null))
            .Select(rule => rule.Place).ShouldBeEmpty();

    private static string Meaning(TimePhrase phrase) =>
        $"{phrase.Type} {phrase.Value}{(phrase.Until is null ? "" : ".." + phrase.Until)}{(phrase.Modifier is null ? "" : " " + phrase.Modifier)}";
}
