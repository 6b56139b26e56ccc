using Parallax.Core.Layers;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class ConditionalsTests
{
    [Theory]
    [InlineData("can", "_", true)]
    [InlineData("could", "Tense=Past", false)] // how long it stayed
    public void Read_AsLongAs_IsAConditionWhereNothingIsPast(string auxiliary, string features, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Vale       Vale      PROPN  _            2  nsubj
            stays      stay      VERB   VerbForm=Fin 0  root
            as         as        ADV    _            4  advmod
            long       long      ADV    _            2  advmod
            as         as        SCONJ  _            8  mark
            Quill      Quill     PROPN  _            8  nsubj
            {auxiliary} can       AUX    {features}   8  aux
            pay        pay       VERB   VerbForm=Inf 2  advcl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Build();

        PropositionReader.Read(report).Single(static p => p.Lemma == "pay").IsUnreal.ShouldBe(expected);
    }
}
