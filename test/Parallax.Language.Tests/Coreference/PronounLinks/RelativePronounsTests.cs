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
}
