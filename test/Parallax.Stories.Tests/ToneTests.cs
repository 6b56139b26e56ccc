using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Framings;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class ToneTests
{
    private static double[] Portray(string table, string target)
    {
        Sample sample = Sample.Of(table);
        AnnotatedReport report = sample.Build();
        FewVectors vectors = new();
        Sentence sentence = report.Tokens.Sentences[0];
        return ToneNetwork.English.Portray(ToneNetwork.Read(report.Tokens, sentence, new ToneReading(vectors)), new ToneFeatures(report.Tokens), sentence, sample.Span(target));
    }

    private static string Sentence(string verb, string lemma) => $"""
        Kern Kern PROPN _ 2 nsubj
        {verb} {lemma} VERB _ 0 root
        Voss Voss PROPN _ 2 obj
        for for ADP _ 6 case
        the the DET _ 6 det
        speech speech NOUN _ 2 obl
        . . PUNCT _ 2 punct
        """;

    [Fact]
    public void Portray_SomebodyPraised_IsBetterThanSomebodyCondemned()
    {
        double[] praised = Portray(Sentence("praised", "praise"), "Voss"), condemned = Portray(Sentence("condemned", "condemn"), "Voss");
        (praised[2] - praised[0]).ShouldBeGreaterThan(condemned[2] - condemned[0]);
    }

    [Fact]
    public void Portray_TheOneWhoCondemns_IsBetterThanTheCondemned()
    {
        double[] who = Portray(Sentence("condemned", "condemn"), "Kern"), whom = Portray(Sentence("condemned", "condemn"), "Voss");
        (who[2] - who[0]).ShouldBeGreaterThan(whom[2] - whom[0]);
    }

    [Theory]
    [InlineData(2, 0, 0, -1)]
    [InlineData(0.5, 0, 0, 0)]
    [InlineData(0, 0, 1.5, 1)]
    public void Tone_OfScores_NeedsAMargin(double bad, double even, double good, int tone) => PortrayalMaker.Tone([bad, even, good]).ShouldBe(tone);

    [Fact]
    public void Of_WordsOfTheTable_HaveTheirKind()
    {
        ToneWords.Of("praise").ShouldNotBe(0);
        ToneWords.Of("harbour").ShouldBe(0);
    }
}
