using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class UnclearTests
{
    private static bool IsUnclear(AnnotatedReport report, string words, int token)
    {
        int start = report.Report.Text.Text.IndexOf(words, StringComparison.Ordinal);
        return Unclear.Is(report, new Wording(PropositionReader.Read(report).First(p => p.Token == token), new TextSpan(start, words.Length)));
    }

    // "Quill left and lawyers released the film to Sedonia ."
    [Theory]
    [InlineData("the", false, true)]
    [InlineData("a", false, false)]
    [InlineData("the", true, false)] // in somebody's own words
    public void Is_SecondClauseThatLeansOnTheFirst_IsUnclear(string article, bool isQuoted, bool expected)
    {
        Sample sample = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            and        and       CCONJ  _            5  cc
            lawyers    lawyer    NOUN   _            5  nsubj
            released   release   VERB   Tense=Past|VerbForm=Fin   2  conj
            {article}  {article} DET    _            7  det
            film       film      NOUN   _            5  obj
            to         to        ADP    _            9  case
            Sedonia    Sedonia   PROPN  _            5  obl
            ,          ,         PUNCT  _            2  punct
            Vale       Vale      PROPN  _            12 nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   2  parataxis
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Sedonia", ActorKind.Country, "SE1").Entity("Vale", ActorKind.Person);
        AnnotatedReport report = (isQuoted ? sample.Statement("Vale", "said", $"Quill left and lawyers released {article} film to Sedonia", manner: Manner.Direct, lemma: "say") : sample).Build();
        IsUnclear(report, $"lawyers released {article} film to Sedonia", 4).ShouldBe(expected);
    }

    [Theory]
    [InlineData("whose", "PronType=Rel", true)]
    [InlineData("her", "Poss=Yes", false)]
    public void Is_WordsThatBeginWithARelative_AreUnclear(string first, string features, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Halden     Halden    PROPN  _            2  nsubj
            fell       fall      VERB   Tense=Past|VerbForm=Fin   0  root
            {first}    {first}   PRON   {features}   4  nmod:poss
            leader     leader    NOUN   _            5  nsubj
            won        win       VERB   Tense=Past|VerbForm=Fin   2  parataxis
            Brevik     Brevik    PROPN  _            5  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Brevik", ActorKind.Place).Build();
        IsUnclear(report, $"{first} leader won Brevik", 4).ShouldBe(expected);
    }

    // "Halden warned as Norland sold boats to Sedonia": the report tells the sale.
    [Theory]
    [InlineData("as", "advcl", true)]
    [InlineData("that", "ccomp", false)]
    public void Is_ClauseSaidByTheWay_IsUnclear(string mark, string relation, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Halden     Halden    PROPN  _            2  nsubj
            warned     warn      VERB   Tense=Past|VerbForm=Fin   0  root
            {mark}     {mark}    SCONJ  _            5  mark
            Norland    Norland   PROPN  _            5  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   2  {relation}
            boats      boat      NOUN   _            5  obj
            to         to        ADP    _            8  case
            Sedonia    Sedonia   PROPN  _            5  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Entity("Halden", ActorKind.Organization)
            .Statement("Halden", "warned", "Norland sold boats to Sedonia", Stance.Warns, lemma: "warn").Build();
        IsUnclear(report, "Norland sold boats to Sedonia", 4).ShouldBe(expected);
    }

    // "Still, friends of Vale say she sails": who tells it stands inside, behind other words.
    [Theory]
    [InlineData("Still, friends say she sails to Brevik", true)]
    [InlineData("friends say she sails to Brevik", false)] // whoever reads it sees who tells it
    [InlineData("she sails to Brevik", false)]
    public void Is_WordsThatHoldWhoTellsThem_AreUnclearUnlessTheyBeginWithHim(string words, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Still      still     ADV    _            4  advmod
            ,          ,         PUNCT  _            4  punct
            friends    friend    NOUN   _            4  nsubj
            say        say       VERB   Tense=Pres|VerbForm=Fin   0  root
            she        she       PRON   Person=3     6  nsubj
            sails      sail      VERB   Tense=Pres|VerbForm=Fin   4  ccomp
            to         to        ADP    _            8  case
            Brevik     Brevik    PROPN  _            6  obl
            .          .         PUNCT  _            4  punct
            """, "The Norland Post", "2022-11-10").Entity("Brevik", ActorKind.Place).Statement("friends", "say", "she sails to Brevik").Build();
        IsUnclear(report, words, 5).ShouldBe(expected);
    }

    // "They said Norland sold boats to Sedonia."
    [Theory]
    [InlineData("They", 0)]
    [InlineData("Clerks", 1)]
    public void Build_WordOfNobody_IsNoClaim(string source, int claims) => new AccountBuilder(new AccountOptions()).Build([Sample.Of(
        $"""
        {source}   {source}  PRON   _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        Norland    Norland   PROPN  _            4  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   2  ccomp
        boats      boat      NOUN   _            4  obj
        to         to        ADP    _            7  case
        Sedonia    Sedonia   PROPN  _            4  obl
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-11-10").Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
        .Statement(source, "said", "Norland sold boats to Sedonia", lemma: "say").Build()]).Account.Claims.Length.ShouldBe(claims);

    // "Friends: Norland sold boats to Sedonia" as the first line of a text.
    [Theory]
    [InlineData("", true)]
    [InlineData(".", false)]
    public void Is_HeadlineAsFirstLine_IsUnclear(string stop, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            # heading
            Clerks     clerk     NOUN   _            4  nsubj
            :          :         PUNCT  _            1  punct
            Norland    Norland   PROPN  _            4  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   0  root
            boats      boat      NOUN   _            4  obj
            to         to        ADP    _            7  case
            Sedonia    Sedonia   PROPN  _            4  obl
            {(stop.Length > 0 ? ".          .         PUNCT  _            4  punct" : "")}
            """.TrimEnd(), "The Norland Post", "2022-11-10").Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
            .Statement("Clerks", ":", "Norland sold boats to Sedonia").Build();
        IsUnclear(report, "Norland sold boats to Sedonia", 3).ShouldBe(expected);
    }

    // "The charge that Quill made new boats drew protests": "Quill made" says nothing.
    [Theory]
    [InlineData("Quill made", true)]
    [InlineData("Quill made new boats", false)]
    public void Is_WordsWithoutWhatTheVerbIsDoneTo_AreUnclear(string words, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            The        the       DET    _            2  det
            charge     charge    NOUN   _            8  nsubj
            that       that      SCONJ  _            5  mark
            Quill      Quill     PROPN  _            5  nsubj
            made       make      VERB   Tense=Past|VerbForm=Fin   2  acl
            new        new       ADJ    _            7  amod
            boats      boat      NOUN   _            5  obj
            drew       draw      VERB   Tense=Past|VerbForm=Fin   0  root
            protests   protest   NOUN   _            8  obj
            .          .         PUNCT  _            8  punct
            """, "The Norland Post", "2022-11-10").Entity("Quill", ActorKind.Person).Build();
        IsUnclear(report, words, 4).ShouldBe(expected);
    }
}
