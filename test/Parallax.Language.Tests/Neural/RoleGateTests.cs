using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Neural;
using Parallax.Language.Neural.Heads;
using Parallax.Language.Neural.Layers;
using Parallax.Language.Tokens;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Neural;

public sealed class RoleGateTests
{
    private const string Said = "Mara Velden said that the ferry would sail on Friday.";
    private const string Plain = "The harbour has two piers and a tower.";
    private const string Denied = "Officials in Ostrava denied that the talks had failed.";

    [Theory]
    [InlineData("said", UniversalTag.Verb, true)]
    [InlineData("Denying", UniversalTag.Verb, true)]
    [InlineData("alleged", UniversalTag.Adj, true)]
    [InlineData("claims", UniversalTag.Noun, true)]
    [InlineData("according", UniversalTag.Verb, true)]
    [InlineData("reportedly", UniversalTag.Adv, true)]
    [InlineData("sees", UniversalTag.Verb, true)]
    [InlineData(":", UniversalTag.Punct, true)]
    [InlineData("said", UniversalTag.Propn, false)]
    [InlineData("sailed", UniversalTag.Verb, false)]
    [InlineData("ferry", UniversalTag.Noun, false)]
    [InlineData(",", UniversalTag.Punct, false)]
    public void CanBeCue_OfAWord_FollowsLexiconAndPartOfSpeech(string form, UniversalTag tag, bool expected)
    {
        FormKinds forms = new(RoleGate.Kinds);
        byte kinds = forms.Of(0, form);
        RoleGate.CanBeCue(kinds, tag).ShouldBe(expected);
        forms.Of(0, form).ShouldBe(kinds);
    }

    [Fact]
    public void Read_OfASentenceThatTakesNoPart_IsAsIfItWereNotThere()
    {
        NeuralReading with = Read($"{Said} {Plain} {Denied}"), without = Read($"{Said} {Denied}");
        Roles(with, 1).ShouldAllBe(static role => role == "O");
        Roles(with, 0).ShouldBe(Roles(without, 0));
        Roles(with, 2).ShouldBe(Roles(without, 1));
        Roles(with, 2).ShouldContain("B-cue");
        with.Roles.Spans.Select(static span => (span.Role, span.TokenCount, span.Cue)).ShouldBe(without.Roles.Spans.Select(static span => (span.Role, span.TokenCount, span.Cue)));
    }

    [Fact]
    public void Read_OfTextWithoutAnyCue_FindsNoRoles()
    {
        NeuralReading reading = Read($"{Plain} {Plain}");
        reading.Roles.Spans.ShouldBeEmpty();
        reading.RoleTags.Values.ShouldAllBe(static tag => tag == 0);
    }

    [Fact]
    public void Read_OfAQuotationWithoutACue_TakesPart() =>
        Roles(Read($"{Said} \u201CThe harbour has two piers,\u201D Velden said. \u201C{Plain}\u201D"), 2).ShouldContain(static role => role != "O");

    [Fact]
    public void Choose_OfTheSentenceBehindAQuotation_TakesPartInTheSameWindowOnly()
    {
        Choose([2, 1, 3], [0, 0], [0, 0]).ShouldBe([1, 1, 1, 1, 1, 0, 0]);
        Choose([0, 0, 0], [0, 0], [0, 0]).ShouldBe([0, 0, 0, 0, 0, 0, 0]);
        Choose([0, 0, 0], [0, 3], [0, 0], windowAt: 2).ShouldBe([0, 0, 0, 1, 1, 0, 0]);
    }

    private static unsafe byte[] Choose(byte[] one, byte[] two, byte[] three, int windowAt = 0)
    {
        byte[] quotes = [.. one, .. two, .. three];
        int[] sentences = [0, one.Length, one.Length + two.Length, quotes.Length];
        int[] windows = windowAt == 0 ? [0, quotes.Length] : [0, sentences[windowAt], quotes.Length];
        byte[] tokens = new byte[quotes.Length];
        fixed (byte* quote = quotes)
        fixed (int* sentence = sentences, window = windows)
        {
            StateBatch batch = new(0, 0, (nint)quote, new Sequences((nint)sentence, 3));
            RoleGate.Choose(batch, new Sequences((nint)window, windows.Length - 1), 0, new ReadingColumns(quotes.Length), tokens);
        }

        return tokens;
    }

    private static NeuralReading Read(string text)
    {
        SourceText source = new(text);
        TokenizedText tokens = Tokenizer.Read(source);
        return new NeuralReader(InstalledModel.Model).Read(source, tokens.Sentences, tokens.Starts, tokens.Ends);
    }

    private static string[] Roles(NeuralReading reading, int sentence)
    {
        Sentence at = reading.Tokens.Sentences[sentence];
        return [.. Enumerable.Range(at.FirstToken, at.TokenCount).Select(i => reading.RoleTags[i])];
    }
}
