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
    [InlineData("while", true)]
    [InlineData("when", true)]
    [InlineData("because", false)]
    public void IsTime_WhatSomebodyWasThen_TellsWhen(string mark, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            resigned   resign    VERB   Tense=Past|VerbForm=Fin   0  root
            {mark}     {mark}    SCONJ  _            7  mark
            Ivo        Ivo       PROPN  _            7  nsubj
            was        be        AUX    Tense=Past|VerbForm=Fin   7  cop
            the        the       DET    _            7  det
            mayor      mayor     NOUN   _            2  advcl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Entity("Ivo", ActorKind.Person).Build();
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

    [Theory]
    [InlineData("what", true)]
    [InlineData("how", true)]
    [InlineData("that", false)]
    public void IsNoWord_ClauseBehindWhatSomebodySaysItDoes_IsNoWordOfHis(string opener, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Brand      Brand     PROPN  _            2  nsubj
            knows      know      VERB   VerbForm=Fin 0  root
            {opener}   {opener}  PRON   _            7  obj
            Quill      Quill     PROPN  _            5  nsubj
            says       say       VERB   VerbForm=Fin 2  ccomp
            Halden     Halden    PROPN  _            7  nsubj
            built      build     VERB   Tense=Past|VerbForm=Fin   5  ccomp
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Entity("Halden", ActorKind.Organization).Statement("Quill", "says", "Halden built", lemma: "say").Build();
        Untold.IsNoWord(report, PropositionReader.Read(report).Single(static p => p.Lemma == "build")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("issued", "issue", "statement", true)]
    [InlineData("began", "begin", "morning", true)]
    [InlineData("painted", "paint", "picture", true)]
    [InlineData("painted", "paint", "boat", false)]
    [InlineData("issued", "issue", "permit", false)]
    [InlineData("tore", "tear", "statement", false)]
    public void IsEmptyAct_ActThatOnlyTellsThatSomebodySpoke_IsOne(string verb, string lemma, string thing, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            {verb}     {lemma}   VERB   Tense=Past|VerbForm=Fin   0  root
            a          a         DET    _            4  det
            {thing}    {thing}   NOUN   _            2  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Build();
        Untold.IsEmptyAct(report, PropositionReader.Read(report).Single(p => p.Lemma == lemma)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("name", true)]
    [InlineData("boat", false)]
    public void IsEmptyAct_WhoOnlyTellsHisName_TellsNoFact(string noun, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            His        his       PRON   _            2  nmod:poss
            {noun}     {noun}    NOUN   _            4  nsubj
            was        be        AUX    Tense=Past|VerbForm=Fin   4  cop
            Quill      Quill     PROPN  _            0  root
            .          .         PUNCT  _            4  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Build();
        Untold.IsEmptyAct(report, PropositionReader.Read(report).Single(static p => p.Token == 3)).ShouldBe(expected);
    }

    // "Quill suggested the guard be dismissed", "… was dismissed", "… would be dismissed".
    [Theory]
    [InlineData("be be AUX VerbForm=Inf 6 aux:pass", true)]
    [InlineData("was be AUX VerbForm=Fin 6 aux:pass", false)]
    public void Read_WhatSomebodyWantsDone_IsNotToldAsDone(string be, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            suggested  suggest   VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            4  det
            guard      guard     NOUN   _            6  nsubj:pass
            {be}
            dismissed  dismiss   VERB   Tense=Past|VerbForm=Part  2  ccomp
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Build();
        PropositionReader.Read(report).Single(static p => p.Lemma == "dismiss").IsUnreal.ShouldBe(expected);
    }

    [Theory]
    [InlineData("typically", "ADV", "advmod", true)]
    [InlineData("generally", "ADV", "advmod", true)]
    [InlineData("general", "ADJ", "amod", false)]
    [InlineData("normal", "ADJ", "amod", false)]
    public void Read_AdverbOfTheVerb_TellsAHabitAndNoOtherWordDoes(string word, string tag, string relation, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Halden     Halden    PROPN  _            3  nsubj
            {word}     {word}    {tag}  _            3  {relation}
            closes     close     VERB   Tense=Pres|VerbForm=Fin   0  root
            the        the       DET    _            5  det
            yard       yard      NOUN   _            3  obj
            .          .         PUNCT  _            3  punct
            """, "The Norland Post").Entity("Halden", ActorKind.Organization).Build();
        PropositionReader.Read(report).Single(static p => p.Lemma == "close").IsHabit.ShouldBe(expected);
    }

    [Theory]
    [InlineData("away", "ADV", "advmod", "flee")]
    [InlineData("away", "ADP", "compound:prt", "flee")]
    [InlineData("late", "ADV", "advmod", null)]
    public void Read_VerbWithTheAdverbBehindIt_TellsWhatTheTableHasForBoth(string word, string tag, string relation, string? expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            got        get       VERB   Tense=Past|VerbForm=Fin   0  root
            {word}     {word}    {tag}  _            2  {relation}
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Build();
        (PropositionReader.Read(report).Single(static p => p.Lemma == "get").Class == "flee").ShouldBe(expected is not null);
    }

    // "“Quill is a sailor. The yard belongs to nobody else.”": the first says little of what she is quoted for.
    [Theory]
    [InlineData("Quill is a sailor. The yard stays", true)]
    [InlineData("Quill is a sailor", false)]
    public void IsEmptyAct_FewWordsOfALongerQuotation_AreOne(string quoted, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Quill      Quill     PROPN  _            4  nsubj
            is         be        AUX    VerbForm=Fin 4  cop
            a          a         DET    _            4  det
            sailor     sailor    NOUN   _            0  root
            .          .         PUNCT  _            4  punct

            The        the       DET    _            2  det
            yard       yard      NOUN   _            3  nsubj
            stays      stay      VERB   VerbForm=Fin 0  root
            .          .         PUNCT  _            3  punct

            Halden     Halden    PROPN  _            2  nsubj
            said       say       VERB   VerbForm=Fin 0  root
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Halden", ActorKind.Person).Entity("Quill", ActorKind.Person).Statement("Halden", "said", quoted, manner: Manner.Direct, lemma: "say").Build();
        Proposition told = PropositionReader.Read(report).First(static p => p.Lemma == "sailor");
        Untold.IsEmptyAct(report, told).ShouldBe(expected);
    }

    // "We are glad to have Quill lead the crew": she is to; "we are glad to see Quill lead the crew": she does.
    [Theory]
    [InlineData("have", Factuality.Planned)]
    [InlineData("see", Factuality.Happened)]
    public void Read_WhatSomebodyIsToHaveDone_IsPlanned(string having, Factuality expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            We         we        PRON   _            3  nsubj
            are        be        AUX    VerbForm=Fin 3  cop
            glad       glad      ADJ    _            0  root
            to         to        PART   _            5  mark
            {having}   {having}  VERB   VerbForm=Inf 3  xcomp
            Quill      Quill     PROPN  _            7  nsubj
            lead       lead      VERB   VerbForm=Inf 5  ccomp
            the        the       DET    _            9  det
            crew       crew      NOUN   _            7  obj
            .          .         PUNCT  _            3  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Build();
        PropositionReader.Read(report).Single(static p => p.Lemma == "lead").Factuality.ShouldBe(expected);
    }

    // "Quill had all but accepted the post": she had not yet.
    [Theory]
    [InlineData("all", true)]
    [InlineData("nothing", false)]
    public void Read_AllButDone_IsNotSaidToBeSo(string all, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            6  nsubj
            had        have      AUX    VerbForm=Fin 6  aux
            {all}      {all}     PRON   _            6  advmod
            but        but       CCONJ  _            6  cc
            officially officially ADV   _            6  advmod
            accepted   accept    VERB   Tense=Past|VerbForm=Part 0  root
            the        the       DET    _            8  det
            post       post      NOUN   _            6  obj
            .          .         PUNCT  _            6  punct
            """, "The Norland Post").Entity("Quill", ActorKind.Person).Build();
        PropositionReader.Read(report).Single(static p => p.Lemma == "accept").IsUnreal.ShouldBe(expected);
    }

    // "Halden said showing favour would hamper the talks": what would come of it is no plan.
    [Theory]
    [InlineData("showing", "show", "csubj", Factuality.Unknown)]
    [InlineData("we", "we", "nsubj", Factuality.Planned)]
    public void Read_WouldOfWhatComesOfADeed_IsNoPlan(string subject, string lemma, string relation, Factuality expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Halden     Halden    PROPN  _            2  nsubj
            said       say       VERB   VerbForm=Fin|Tense=Past   0  root
            {subject}  {lemma}   {(relation == "csubj" ? "VERB" : "PRON")} _  5  {relation}
            would      would     AUX    VerbForm=Fin 5  aux
            hamper     hamper    VERB   VerbForm=Inf 2  ccomp
            the        the       DET    _            7  det
            talks      talk      NOUN   _            5  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post").Entity("Halden", ActorKind.Person).Statement("Halden", "said", $"{subject} would hamper the talks", lemma: "say").Build();
        PropositionReader.Read(report).Single(static p => p.Lemma == "hamper").Factuality.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Here", "here", true)]
    [InlineData("Ready", "ready", false)]
    public void IsAnnouncement_WhatOnlyPointsAtWhatFollows_IsOne(string word, string lemma, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            {word}     {lemma}   ADJ    _            0  root
            are        be        AUX    VerbForm=Fin 1  cop
            five       five      NUM    _            4  nummod
            boats      boat      NOUN   _            1  nsubj
            .          .         PUNCT  _            1  punct
            """, "The Norland Post").Build();
        Untold.IsAnnouncement(PropositionReader.Read(report).Single(static p => p.Token == 0)).ShouldBe(expected);
    }
}
