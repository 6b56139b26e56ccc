using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class OpenReferencesTests
{
    private static readonly AnnotatedReport Report = Sample.Of(
        """
        A          a         DET    _            2  det
        climber    climber   NOUN   _            3  nsubj
        fell       fall      VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            3  punct

        The        the       DET    _            2  det
        climber    climber   NOUN   _            3  nsubj
        died       die       VERB   Tense=Past|VerbForm=Fin   0  root
        later      later     ADV    _            3  advmod
        .          .         PUNCT  _            3  punct

        Vale       Vale      PROPN  _            2  nsubj
        died       die       VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-11-10").Entity("climber", ActorKind.Unnamed, mentions: ["A climber", "The climber"], form: MentionForm.Nominal).Entity("Vale", ActorKind.Person).Build();

    [Theory]
    [InlineData("A climber fell", 0)]
    [InlineData("The climber died", 1)]
    [InlineData("Vale died", 0)]
    public void Count_SomebodyToldOfBefore_IsOpen(string words, int expected) => OpenReferences.Count(Report, Words(words)).ShouldBe(expected);

    [Theory]
    [InlineData("The climber died later", 1)]
    [InlineData("The climber died", 0)]
    public void Leans_WordsThatLeanOnWhatWasTold_AreCounted(string words, int expected) => OpenReferences.Leans(Report, Words(words)).ShouldBe(expected);

    private static Wording Words(string words) => new(PropositionReader.Read(Report)[0], new TextSpan(Report.Report.Text.Text.IndexOf(words, StringComparison.Ordinal), words.Length));
}
