using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference.PronounLinks;

public sealed class RelativePronounsTests
{
    [Theory]
    [InlineData("is", "be", true)]
    [InlineData("became", "become", false)]
    public void Annotate_WhoBehindARowOfWhatSomebodyIs_IsTheOne(string form, string lemma, bool expected)
    {
        AnnotatedReport report = Read($"""
            # par
            Karim   Karim    PROPN  Number=Sing  3   nsubj      B-Person
            Hadi    Hadi     PROPN  Number=Sing  1   flat       I-Person
            shouts  shout    VERB   _            0   root       _
            and     and      CCONJ  _            7   cc         _
            {form}  {lemma}  AUX    _            7   cop        _
            a       a        DET    _            7   det        _
            liar    liar     NOUN   Number=Sing  3   conj       _
            and     and      CCONJ  _            9   cc         _
            bully   bully    NOUN   Number=Sing  7   conj       _
            who     who      PRON   PronType=Rel 11  nsubj      _
            left    leave    VERB   _            9   acl:relcl  _
            .       .        PUNCT  _            3   punct      _
            """);

        Called(report, "Karim Hadi").Contains("who").ShouldBe(expected);
    }

    [Theory]
    [InlineData("answer", true)]
    [InlineData("friend", false)]
    public void Annotate_WhoBehindANameInThePhraseOfAThing_IsTheOneNamed(string noun, bool expected)
    {
        AnnotatedReport report = Read($"""
            # par
            It      it      PRON   _            2  nsubj      _
            drew    draw    VERB   _            0  root       _
            an      a       DET    _            4  det        _
            {noun}  {noun}  NOUN   Number=Sing  2  obj        _
            from    from    ADP    _            6  case       _
            Karim   Karim   PROPN  Number=Sing  4  nmod       B-Person
            Hadi    Hadi    PROPN  Number=Sing  6  flat       I-Person
            ,       ,       PUNCT  _            10 punct      _
            who     who     PRON   PronType=Rel 10 nsubj      _
            left    leave   VERB   _            4  acl:relcl  _
            .       .       PUNCT  _            2  punct      _
            """);

        Called(report, "Karim Hadi").Contains("who").ShouldBe(expected);
    }

    [Theory]
    [InlineData("man", 2)]
    [InlineData("woman", 1)]
    public void Annotate_WhatWhoHasInHisClause_IsHis(string noun, int mentions)
    {
        AnnotatedReport report = Read($"""
            # par
            Karim   Karim    PROPN  Number=Sing  2   nsubj      B-Person
            met     meet     VERB   _            0   root       _
            a       a        DET    Definite=Ind 4   det        _
            {noun}  {noun}   NOUN   Number=Sing  2   obj        _
            who     who      PRON   PronType=Rel 6   nsubj      _
            saw     see      VERB   _            4   acl:relcl  _
            his     his      PRON   Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs  8  nmod:poss  _
            doctor  doctor   NOUN   Number=Sing  6   obj        _
            .       .        PUNCT  _            2   punct      _
            """);

        report.Entities.Entities.Where(e => e.Mentions.Any(m => report.Report.Text.Slice(m.Span).StartsWith("a " + noun, StringComparison.Ordinal))).Sum(e => e.Mentions.Count(m => report.Report.Text.Slice(m.Span) is "his") + 1).ShouldBe(mentions);
    }
}
