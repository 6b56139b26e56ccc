using Parallax.Core.Layers;
using Parallax.Stories.Claims;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class WholePhraseTests
{
    private static readonly TokenLayer Tokens = Sample.Of(
        """
        The        the       DET    _            2  det
        rule       rule      NOUN   _            3  nsubj
        bars       bar       VERB   Tense=Pres|VerbForm=Fin   0  root
        ports      port      NOUN   _            3  obj
        from       from      SCONJ  _            6  mark
        asking     ask       VERB   VerbForm=Ger 3  advcl
        guards     guard     NOUN   _            6  obj
        by         by        SCONJ  _            9  mark
        writing    write     VERB   VerbForm=Ger 3  advcl
        .          .         PUNCT  _            3  punct

        It         it        PRON   _            2  nsubj
        fell       fall      VERB   Tense=Past|VerbForm=Fin   0  root
        after      after     SCONJ  _            7  mark
        the        the       DET    _            5  det
        guard      guard     NOUN   _            7  nsubj
        ,          ,         PUNCT  _            5  punct
        left       leave     VERB   Tense=Past|VerbForm=Fin   2  advcl
        .          .         PUNCT  _            2  punct

        Vale       Vale      PROPN  _            2  nsubj
        stopped    stop      VERB   Tense=Past|VerbForm=Fin   0  root
        for        for       SCONJ  _            4  mark
        speeding   speed     VERB   VerbForm=Ger 2  advcl
        .          .         PUNCT  _            2  punct

        Vale       Vale      PROPN  _            2  nsubj
        sailed     sail      VERB   Tense=Past|VerbForm=Fin   0  root
        with       with      SCONJ  _            6  mark
        the        the       DET    _            5  det
        tide       tide      NOUN   _            6  nsubj
        rising     rise      VERB   VerbForm=Ger 2  advcl
        .          .         PUNCT  _            2  punct
        """, "The Norland Post").Build().Tokens;

    [Theory]
    [InlineData(2, 0, 4, 10, 7)] // "… bars ports | from asking guards"
    [InlineData(2, 0, 7, 10, 7)] // "by writing" tells how
    [InlineData(11, 10, 15, 18, 17)] // "fell after the guard | , left"
    [InlineData(2, 0, 4, 5, 4)] // beyond the limit
    [InlineData(19, 18, 20, 23, 22)] // "was stopped | for speeding"
    [InlineData(24, 23, 25, 30, 25)] // "sailed | with the tide rising" tells what else there was
    public void End_WordsThatBeginAPhrase_RunOnToItsEnd(int top, int first, int end, int high, int expected) => WholePhrase.End(Tokens, top, top, first, end, high).ShouldBe(expected);
}
