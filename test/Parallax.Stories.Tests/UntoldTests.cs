using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class UntoldTests
{
    private static AnnotatedReport Council(string mark, string verb) => Sample.Of(
        $"""
        The        the       DET    _            2  det
        yard       yard      NOUN   _            3  nsubj
        burned     burn      VERB   Tense=Past|VerbForm=Fin   0  root
        {mark}
        Ada        Ada       PROPN  _            7  nsubj
        Quill      Quill     PROPN  _            5  flat
        {verb}
        office     office    NOUN   _            7  obj
        in         in        ADP    _            10 case
        Brevik     Brevik    PROPN  _            7  obl
        .          .         PUNCT  _            3  punct
        """, "The Norland Post").Entity("Ada Quill", ActorKind.Person).Build();

    [Theory]
    [InlineData("before     before    SCONJ  _            7  mark", "takes      take      VERB   Tense=Pres|VerbForm=Fin   3  advcl", true)]
    [InlineData("when       when      SCONJ  _            7  mark", "takes      take      VERB   Tense=Pres|VerbForm=Fin   3  advcl", true)]
    [InlineData("after      after     SCONJ  _            7  mark", "left       leave     VERB   Tense=Past|VerbForm=Fin   3  advcl", false)]
    public void IsTime_ClauseOfTime_IsOneUnlessItTellsWhatWasDone(string mark, string verb, bool expected)
    {
        AnnotatedReport report = Council(mark, verb);
        Untold.IsTime(report, PropositionReader.Read(report).Single(static p => p.Token == 6)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("offer", true)]
    [InlineData("theft", false)]
    public void IsNoWord_WhatIsRefused_IsNoDenial(string noun, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Halden     Halden    PROPN  _            2  nsubj
            denied     deny      VERB   Tense=Past|VerbForm=Fin   0  root
            an         a         DET    _            4  det
            {noun}     {noun}    NOUN   _            2  obj
            made       make      VERB   Tense=Past|VerbForm=Part 4  acl
            by         by        ADP    _            8  case
            Ada        Ada       PROPN  _            8  compound
            Quill      Quill     PROPN  _            5  obl:agent
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Halden", ActorKind.Organization).Entity("Ada Quill", ActorKind.Person)
            .Statement("Halden", "denied", $"an {noun} made by Ada Quill", Stance.Denies, lemma: "deny").Build();
        Proposition told = PropositionReader.Read(report).First(static p => p.Statement is not null);
        Untold.IsNoWord(report, told).ShouldBe(expected);
    }

    [Theory]
    [InlineData("would not tell", true, true)]
    [InlineData("did not tell", true, false)]
    [InlineData("would tell", false, false)]
    public void IsNoWord_WhatWouldNotBeTold_IsARefusal(string cue, bool isNegated, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Halden     Halden    PROPN  _            2  nsubj
            told       tell      VERB   VerbForm=Fin|Tense=Past   0  root
            why        why       ADV    _            5  advmod
            Quill      Quill     PROPN  _            5  nsubj
            left       leave     VERB   VerbForm=Fin|Tense=Past   2  ccomp
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Halden", ActorKind.Person).Entity("Quill", ActorKind.Person)
            .Statement("Halden", "told", "why Quill left", Stance.SaysNotKnown, lemma: "tell").Build();
        Proposition told = PropositionReader.Read(report).First(static p => p.Statement is not null);
        told = told with { Statement = told.Statement! with { Cue = told.Statement.Cue with { Text = cue, Negated = isNegated } } };
        Untold.IsNoWord(report, told).ShouldBe(expected);
    }

    [Fact]
    public void Read_VerbJoinedToANounByAHyphen_TellsNothing()
    {
        AnnotatedReport report = Sample.Of(
            """
            Mayor      mayor     NOUN   _            4  compound
            -          -         PUNCT  _            3  punct
            elect      elect     VERB   VerbForm=Inf 1  acl
            Quill      Quill     PROPN  _            5  nsubj
            closed     close     VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            7  det
            yard       yard      NOUN   _            5  obj
            .          .         PUNCT  _            5  punct
            """, "The Norland Post").Build();
        PropositionReader.Read(report).ShouldNotContain(static p => p.Lemma == "elect");
    }
}
