using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class OpenWordsTests
{
    private static readonly AnnotatedReport Report = Sample.Of(
        """
        Halden     Halden    PROPN  _            2  nsubj
        opened     open      VERB   Tense=Past|VerbForm=Fin   0  root
        a          a         DET    _            4  det
        yard       yard      NOUN   _            2  obj
        in         in        ADP    _            6  case
        Brevik     Brevik    PROPN  _            2  obl
        .          .         PUNCT  _            2  punct

        Vale       Vale      PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        the        the       DET    _            4  det
        yard       yard      NOUN   _            5  nsubj
        costs      cost      VERB   VerbForm=Fin 2  ccomp
        the        the       DET    _            7  det
        government government NOUN  _            5  iobj
        millions   million   NOUN   _            5  obj
        .          .         PUNCT  _            2  punct

        No         no        DET    _            2  det
        one        one       NOUN   _            3  nsubj
        drowned    drown     VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            3  punct

        Vale       Vale      PROPN  _            2  nsubj
        praised    praise    VERB   Tense=Past|VerbForm=Fin   0  root
        that       that      DET    _            4  det
        harvest    harvest   NOUN   _            2  obj
        .          .         PUNCT  _            2  punct

        The        the       DET    _            2  det
        boats      boat      NOUN   _            5  nsubj
        of         of        ADP    _            4  case
        Halden     Halden    PROPN  _            2  nmod
        sank       sink      VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            5  punct

        A          a         DET    _            2  det
        guard      guard     NOUN   _            3  nsubj
        lost       lose      VERB   Tense=Past|VerbForm=Fin   0  root
        his        his       PRON   Person=3|Poss=Yes   5  nmod:poss
        lamp       lamp      NOUN   _            3  obj
        .          .         PUNCT  _            3  punct
        """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization, mentions: ["Halden"]).Entity("Brevik", ActorKind.Place)
        .Statement("Vale", "said", "the yard costs the government millions", lemma: "say").Build();

    [Theory]
    [InlineData("the yard costs the government millions", "the yard", "Halden opened a yard in Brevik.")] // the government is known without a word before it
    [InlineData("No one drowned", "one", "Vale said the yard costs the government millions.")]
    [InlineData("Vale praised that harvest", "that harvest", "Vale said the yard costs the government millions. No one drowned.")]
    [InlineData("The boats of Halden sank", "", null)] // what stands behind says which
    [InlineData("A guard lost his lamp", "", null)] // the words have somebody before him
    [InlineData("Halden opened a yard in Brevik", "", null)]
    public void Of_WordsThatLeanOnWhatStandsBefore_AreFoundWithIt(string words, string expected, string? before)
    {
        string text = Report.Report.Text.Text;
        Wording wording = new(PropositionReader.Read(Report)[0], new TextSpan(text.IndexOf(words, StringComparison.Ordinal), words.Length));
        (ImmutableArray<TextSpan> open, TextSpan? told) = OpenWords.Of(Report, wording);
        string.Join("; ", open.Select(o => text[o.Start..o.End])).ShouldBe(expected);
        (told is { } span ? text[span.Start..span.End] : null).ShouldBe(before);
    }

    // "the war" needs no word before it in a report that is about the war.
    [Theory]
    [InlineData(3, "the yard")]
    [InlineData(4, "")]
    public void Of_NounOfManySentences_IsKnown(int more, string expected)
    {
        const string again = """

            Vale       Vale      PROPN  _            2  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            a          a         DET    _            4  det
            yard       yard      NOUN   _            2  obj
            .          .         PUNCT  _            2  punct
            """;
        AnnotatedReport report = Sample.Of(string.Concat(Enumerable.Repeat(again + "\n", more)).TrimStart() + """

            Halden     Halden    PROPN  _            2  nsubj
            praised    praise    VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            4  det
            yard       yard      NOUN   _            2  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Build();
        string text = report.Report.Text.Text;
        Wording wording = new(PropositionReader.Read(report)[^1], new TextSpan(text.IndexOf("Halden praised the yard", StringComparison.Ordinal), "Halden praised the yard".Length));
        string.Join("; ", OpenWords.Of(report, wording).Open.Select(o => text[o.Start..o.End])).ShouldBe(expected);
    }

    // "Quill lacks votes to pass such a bill", "Quill owes much, if such a bill passes": an infinitive has no clause before it that tells what is meant.
    [Theory]
    [InlineData("to         to        PART   _            6  mark", "pass       pass      VERB   VerbForm=Inf 3  advcl", "such a bill")]
    [InlineData("if         if        SCONJ  _            6  mark", "passes     pass      VERB   VerbForm=Fin 3  advcl", "")]
    public void Of_PointerInAnInfinitive_IsOpen(string mark, string verb, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Vale       Vale      PROPN  _            2  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            .          .         PUNCT  _            2  punct

            The        the       DET    _            2  det
            guild      guild     NOUN   _            3  nsubj
            lacks      lack      VERB   VerbForm=Fin 0  root
            votes      vote      NOUN   _            3  obj
            {mark}
            {verb}
            such       such      DET    _            9  det:predet
            a          a         DET    _            9  det
            bill       bill      NOUN   _            6  obj
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-11-10").Build();
        string text = report.Report.Text.Text;
        TextSpan span = TextSpan.FromBounds(text.IndexOf("guild", StringComparison.Ordinal), text.LastIndexOf('.'));
        string.Join("; ", OpenWords.Of(report, new Wording(PropositionReader.Read(report)[^1], span)).Open.Select(o => text[o.Start..o.End])).ShouldBe(expected);
    }

    // "Two yards burned. … The rest were closed that day."
    [Theory]
    [InlineData("rest", "that", "The rest; that day")]
    [InlineData("crew", "each", "The crew")]
    public void Of_WhatIsLeftAndADayPointedAt_AreOpen(string noun, string which, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Vale       Vale      PROPN  _            2  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            Brevik     Brevik    PROPN  _            2  obj
            .          .         PUNCT  _            2  punct

            The        the       DET    _            2  det
            {noun}     {noun}    NOUN   _            3  nsubj
            left       leave     VERB   VerbForm=Fin 0  root
            Brevik     Brevik    PROPN  _            3  obj
            {which}    {which}   DET    _            6  det
            day        day       NOUN   _            3  obl
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-11-10").Entity("Brevik", ActorKind.Place).Time($"{which} day", "2022-11-08").Build();
        string text = report.Report.Text.Text;
        TextSpan span = TextSpan.FromBounds(text.IndexOf("The", StringComparison.Ordinal), text.LastIndexOf('.'));
        string.Join("; ", OpenWords.Of(report, new Wording(PropositionReader.Read(report)[^1], span)).Open.Select(o => text[o.Start..o.End])).ShouldBe(expected);
    }

    // "Quill planned a yard. Vale praised the yard. … Brand left the yard": what stands before is the sentence that first tells of it.
    [Theory]
    [InlineData("a", "Quill planned a yard.")]
    [InlineData("the", "Quill planned the yard. Vale praised the yard.")] // too few words for one
    public void Of_NounToldBeforeOnlyAgain_LeadsToWhereItIsFirstTold(string article, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            planned    plan      VERB   Tense=Past|VerbForm=Fin   0  root
            {article}  {article} DET    _            4  det
            yard       yard      NOUN   _            2  obj
            .          .         PUNCT  _            2  punct

            Vale       Vale      PROPN  _            2  nsubj
            praised    praise    VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            4  det
            yard       yard      NOUN   _            2  obj
            .          .         PUNCT  _            2  punct

            Brand      Brand     PROPN  _            2  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            4  det
            yard       yard      NOUN   _            2  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Build();
        string text = report.Report.Text.Text;
        Wording wording = new(PropositionReader.Read(report)[^1], new TextSpan(text.IndexOf("Brand left the yard", StringComparison.Ordinal), "Brand left the yard".Length));
        TextSpan before = OpenWords.Of(report, wording).Before!.Value;
        text[before.Start..before.End].ShouldBe(expected);
    }

    // "Vale left Ostra. The two towns said Quill sailed there": which towns, and where, stands before.
    [Theory]
    [InlineData("two        two       NUM    _            3  nummod", "The two towns; there")]
    [InlineData("old        old       ADJ    _            3  amod", "there")]
    public void Of_NumberedNounAndPlaceToldBefore_AreOpen(string modifier, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Vale       Vale      PROPN  _            2  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            Ostra      Ostra     PROPN  _            2  obj
            .          .         PUNCT  _            2  punct

            The        the       DET    _            3  det
            {modifier}
            towns      town      NOUN   _            4  nsubj
            sent       send      VERB   VerbForm=Fin 0  root
            Quill      Quill     PROPN  _            4  obj
            there      there     ADV    _            4  advmod
            .          .         PUNCT  _            4  punct
            """, "The Norland Post", "2022-11-10").Entity("Ostra", ActorKind.Place).Build();
        string text = report.Report.Text.Text;
        TextSpan span = TextSpan.FromBounds(text.IndexOf("The", StringComparison.Ordinal), text.LastIndexOf('.'));
        (ImmutableArray<TextSpan> open, TextSpan? before) = OpenWords.Of(report, new Wording(PropositionReader.Read(report)[^1], span));
        string.Join("; ", open.Select(o => text[o.Start..o.End])).ShouldBe(expected);
        text[before!.Value.Start..before.Value.End].ShouldBe("Vale left Ostra.");
    }

    // "The only thing is to help them", "The only guards are to help them".
    [Theory]
    [InlineData("thing", "them")]
    [InlineData("guard", "")]
    public void Of_PronounOfSeveralBehindOneThing_IsOpen(string noun, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Vale       Vale      PROPN  _            2  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            Ostra      Ostra     PROPN  _            2  obj
            .          .         PUNCT  _            2  punct

            Any        any       DET    _            2  det
            {noun}     {noun}    NOUN   _            3  nsubj
            helps      help      VERB   VerbForm=Fin 0  root
            them       they      PRON   Person=3     3  obj
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-11-10").Build();
        string text = report.Report.Text.Text;
        TextSpan span = TextSpan.FromBounds(text.IndexOf("Any", StringComparison.Ordinal), text.LastIndexOf('.'));
        string.Join("; ", OpenWords.Of(report, new Wording(PropositionReader.Read(report)[^1], span)).Open.Select(o => text[o.Start..o.End])).ShouldBe(expected);
    }

    // "Quill praised the plan that failed": what stands behind the words tells their reader nothing.
    [Theory]
    [InlineData("Quill praised the plan", "the plan")]
    [InlineData("Quill praised the plan that failed", "")]
    public void Of_NounDescribedBehindTheWords_IsOpen(string words, string expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Vale       Vale      PROPN  _            2  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            Ostra      Ostra     PROPN  _            2  obj
            .          .         PUNCT  _            2  punct

            Quill      Quill     PROPN  _            2  nsubj
            praised    praise    VERB   VerbForm=Fin 0  root
            the        the       DET    _            4  det
            plan       plan      NOUN   _            2  obj
            that       that      PRON   PronType=Rel 6  nsubj
            failed     fail      VERB   VerbForm=Fin 4  acl:relcl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Build();
        string text = report.Report.Text.Text;
        Wording wording = new(PropositionReader.Read(report).First(static p => p.Lemma == "praise"), new TextSpan(text.IndexOf(words, StringComparison.Ordinal), words.Length));
        string.Join("; ", OpenWords.Of(report, wording).Open.Select(o => text[o.Start..o.End])).ShouldBe(expected);
    }
}
