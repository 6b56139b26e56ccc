using Parallax.Core.Layers;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class PresentTenseTests
{
    [Theory]
    [InlineData("is be Tense=Pres", "VerbForm=Ger", true)]
    [InlineData("was be Tense=Past", "VerbForm=Ger", false)]
    [InlineData("has have Tense=Pres", "Tense=Past|VerbForm=Part", false)]
    public void Has_VerbWithAnAuxiliary_IsOfNowByIt(string auxiliary, string features, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            3  nsubj
            {auxiliary.Split(' ')[0]} {auxiliary.Split(' ')[1]} AUX VerbForm=Fin|{auxiliary.Split(' ')[2]} 3 aux
            backed     back      VERB   {features}   0  root
            Vale       Vale      PROPN  _            3  obj
            .          .         PUNCT  _            3  punct
            """).Build();

        PresentTense.Has(report.Tokens, 2).ShouldBe(expected);
        PresentTense.IsPerfect(report.Tokens, 2).ShouldBe(auxiliary.StartsWith("has", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("remains", "Tense=Pres", true)]
    [InlineData("remained", "Tense=Past", false)]
    public void Has_WhatHangsOnAVerb_IsOfNowByThat(string verb, string tense, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            {verb}     remain    VERB   VerbForm=Fin|{tense}   0  root
            opposed    oppose    VERB   Tense=Past|VerbForm=Part   2  xcomp
            .          .         PUNCT  _            2  punct
            """).Build();

        PresentTense.Has(report.Tokens, 1).ShouldBe(expected);
        PresentTense.Has(report.Tokens, 2).ShouldBe(expected);
    }
}
