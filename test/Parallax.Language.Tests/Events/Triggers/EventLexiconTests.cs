using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events;
using Parallax.Language.Events.Triggers;
using Parallax.Language.Neural;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Events.Triggers;

public sealed class EventLexiconTests
{
    // The examples are read by the installed network, which makes slips of its own; the rules are at fault where more than these fail.
    private const double ShareThatMustHold = 0.93;

    [Fact]
    public void Rules_All_HaveTypeAndExample() =>
        EventLexicon.Instance.Rules.Where(static rule => rule.Examples.Count == 0).Select(static rule => rule.Id).ShouldBeEmpty();

    [Fact]
    public void Examples_ReadByTheNetwork_GiveTheirTypeAndMode()
    {
        using NeuralModel model = NeuralModel.OpenInstalled();
        NetworkAnnotator network = new(new NeuralReader(model), model.Version);
        CoreferenceAnnotator coreference = new();
        EventAnnotator events = new();
        List<string> wrong = [];
        int count = 0;
        foreach (EventRule rule in EventLexicon.Instance.Rules)
        {
            foreach ((string sentence, string expected) in rule.Examples)
            {
                count++;
                List<string> found = [.. Read(sentence).Select(static e => e.Mode is null ? $"{e.Plover}" : $"{e.Plover} {e.Mode}")];
                if (!found.Contains(expected))
                {
                    wrong.Add($"{rule.Id}: “{sentence}” gives {string.Join(", ", found)}, not {expected}");
                }
            }

            foreach (string sentence in rule.Counterexamples)
            {
                count++;
                if (Read(sentence).Any(e => e.Plover == rule.Type))
                {
                    wrong.Add($"{rule.Id}: “{sentence}” gives {rule.Type}");
                }
            }
        }

        ((count - wrong.Count) / (double)count).ShouldBeGreaterThanOrEqualTo(ShareThatMustHold, string.Join(Environment.NewLine, wrong));

        IEnumerable<Event> Read(string sentence) => events.Annotate(coreference.Annotate(network.Annotate(new AnnotatedReport(TestReport.Of(sentence))))).Events;
    }

    [Theory]
    [InlineData("sign{@treaty}", 3)]
    [InlineData("call+on", 2)]
    [InlineData("agree>inf", 1)]
    [InlineData("meet", 0)]
    public void Parse_Pattern_WeighsItsConditions(string pattern, int weight) =>
        EventTriggerPattern.Parse(pattern, new EventRule { Id = "test" }, new Dictionary<string, string[]> { ["treaty"] = ["treaty", "pact"] }).Weight.ShouldBe(weight);

    [Theory]
    [InlineData("sign{treaty")]
    [InlineData("sign{@unknown}")]
    public void Parse_BadPattern_SaysWhatIsWrong(string pattern) =>
        Should.Throw<FormatException>(() => EventTriggerPattern.Parse(pattern, new EventRule { Id = "test" }, new Dictionary<string, string[]>()));

    [Theory]
    [InlineData(PloverType.CONSULT, Factuality.Planned, PloverType.AGREE)]
    [InlineData(PloverType.ASSAULT, Factuality.Hypothetical, PloverType.THREATEN)]
    [InlineData(PloverType.CONCEDE, Factuality.Planned, PloverType.CONCEDE)]
    [InlineData(PloverType.AID, Factuality.DidNotHappen, PloverType.NONE)]
    [InlineData(PloverType.AID, Factuality.Happened, PloverType.AID)]
    public void Resolve_TypeAndFactuality_FollowsThePloverRule(PloverType type, Factuality factuality, PloverType expected) =>
        PloverCoding.Resolve(type, factuality).ShouldBe(expected);
}
