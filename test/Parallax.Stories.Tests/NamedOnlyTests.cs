using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Clauses that are named and not told, and plans that are none.</summary>
public sealed class NamedOnlyTests
{
    private static AnnotatedReport Report(string table) => Sample.Of(table, "The Norland Post", "2022-11-10").Build();

    private static Proposition Told(string table, string lemma) => PropositionReader.Read(Report(table)).Single(p => p.Lemma == lemma);

    // "If Quill wins and Vale loses, …", "Should Quill win, …"
    [Theory]
    [InlineData("If if SCONJ _ 3 mark\nQuill Quill PROPN _ 3 nsubj\nwins win VERB VerbForm=Fin 8 advcl\nand and CCONJ _ 6 cc\nVale Vale PROPN _ 6 nsubj\nsails sail VERB VerbForm=Fin 3 conj\ncrews crew NOUN _ 8 nsubj\ncheer cheer VERB VerbForm=Fin 0 root", true)]
    [InlineData("As as SCONJ _ 3 mark\nQuill Quill PROPN _ 3 nsubj\nwins win VERB VerbForm=Fin 8 advcl\nand and CCONJ _ 6 cc\nVale Vale PROPN _ 6 nsubj\nsails sail VERB VerbForm=Fin 3 conj\ncrews crew NOUN _ 8 nsubj\ncheer cheer VERB VerbForm=Fin 0 root", false)]
    [InlineData("Had have AUX VerbForm=Fin 3 aux\nVale Vale PROPN _ 3 nsubj\nsailed sail VERB VerbForm=Part 5 advcl\ncrews crew NOUN _ 5 nsubj\ncheered cheer VERB VerbForm=Fin 0 root", true)]
    [InlineData("Vale Vale PROPN _ 3 nsubj\nhad have AUX VerbForm=Fin 3 aux\nsailed sail VERB VerbForm=Part 5 advcl\ncrews crew NOUN _ 5 nsubj\ncheered cheer VERB VerbForm=Fin 0 root", false)]
    [InlineData("Each each DET _ 2 det\ntime time NOUN _ 6 obl\nVale Vale PROPN _ 4 nsubj\nsails sail VERB VerbForm=Fin 2 acl:relcl\ncrews crew NOUN _ 6 nsubj\ncheer cheer VERB VerbForm=Fin 0 root", true)]
    [InlineData("The the DET _ 2 det\ntime time NOUN _ 6 obl\nVale Vale PROPN _ 4 nsubj\nsailed sail VERB VerbForm=Fin 2 acl:relcl\ncrews crew NOUN _ 6 nsubj\ncheered cheer VERB VerbForm=Fin 0 root", false)]
    [InlineData("Sail sail VERB VerbForm=Inf 5 advcl\nor or CCONJ _ 3 cc\nstay stay VERB VerbForm=Inf 1 conj\ncrews crew NOUN _ 5 nsubj\ncheer cheer VERB VerbForm=Fin 0 root", true)]
    [InlineData("The the DET _ 2 det\nmore more ADV Degree=Cmp 4 advmod\nVale Vale PROPN _ 4 nsubj\nsails sail VERB VerbForm=Fin 6 advcl\ncrews crew NOUN _ 6 nsubj\ncheer cheer VERB VerbForm=Fin 0 root", true)]
    [InlineData("Crews crew NOUN _ 2 nsubj\nask ask VERB VerbForm=Fin 0 root\nhow how ADV _ 5 advmod\nQuill Quill PROPN _ 5 nsubj\nworks work VERB VerbForm=Fin 2 ccomp\nand and CCONJ _ 9 cc\nwhether whether SCONJ _ 9 mark\nVale Vale PROPN _ 9 nsubj\nsails sail VERB VerbForm=Fin 5 conj", true)]
    [InlineData("Quill Quill PROPN _ 2 nsubj\nsold sell VERB VerbForm=Fin 0 root\nas as ADV _ 4 advmod\nmany many ADJ _ 5 amod\nboats boat NOUN _ 2 obj\nas as SCONJ _ 8 mark\nhe he PRON _ 8 nsubj\nsailed sail VERB VerbForm=Fin 5 advcl", true)]
    [InlineData("Quill Quill PROPN _ 2 nsubj\nstayed stay VERB VerbForm=Fin 0 root\nas as ADV _ 4 advmod\nsoon soon ADV _ 2 advmod\nas as SCONJ _ 7 mark\nVale Vale PROPN _ 7 nsubj\nsailed sail VERB VerbForm=Fin 4 advcl", false)] // he did sail
    [InlineData("It it PRON _ 3 nsubj\nis be AUX _ 3 cop\nchance chance NOUN _ 0 root\nfor for SCONJ _ 7 mark\nVale Vale PROPN _ 7 nsubj\nto to PART _ 7 mark\nsail sail VERB VerbForm=Inf 3 acl", true)]
    public void Read_ClauseThatIsOnlyNamed_TellsNothing(string table, bool expected) => Told(table, "sail").IsUnreal.ShouldBe(expected);

    // "The lamp can fall and burn the yard", "The lamp fell and burned the yard"
    [Theory]
    [InlineData("Lamps lamp NOUN _ 3 nsubj\ncan can AUX VerbForm=Fin 3 aux\nfall fall VERB VerbForm=Inf 0 root\nand and CCONJ _ 5 cc\nburn burn VERB VerbForm=Inf 3 conj\nyards yard NOUN _ 5 obj", Factuality.Possible)]
    [InlineData("Lamps lamp NOUN _ 3 nsubj\nwill will AUX VerbForm=Fin 3 aux\nfall fall VERB VerbForm=Inf 0 root\nand and CCONJ _ 5 cc\nburn burn VERB VerbForm=Inf 3 conj\nyards yard NOUN _ 5 obj", Factuality.Planned)]
    [InlineData("Lamps lamp NOUN _ 3 nsubj\ndid do AUX VerbForm=Fin 3 aux\nfall fall VERB VerbForm=Inf 0 root\nand and CCONJ _ 5 cc\nburn burn VERB VerbForm=Inf 3 conj\nyards yard NOUN _ 5 obj", Factuality.Happened)]
    public void Read_SecondVerbUnderAModal_IsAsTheFirst(string table, Factuality expected) => Told(table, "burn").Factuality.ShouldBe(expected);

    [Theory]
    [InlineData("was", "Tense=Past", "2022-09", true)]
    [InlineData("was", "Tense=Past", "2022-12", false)]
    [InlineData("is", "Tense=Pres", "2022-09", false)]
    public void IsOver_DueOnADayThatIsPast_IsPlannedNoMore(string be, string tense, string month, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            3  nsubj
            {be}       be        AUX    {tense}|VerbForm=Fin   3  cop
            due        due       ADJ    _            0  root
            to         to        PART   _            5  mark
            sail       sail      VERB   VerbForm=Inf 3  xcomp
            then       then      ADV    _            5  advmod
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-11-10").Entity("Quill", ActorKind.Person).Time("then", month).Build();
        Plans.IsOver(report, PropositionReader.Read(report).Single(static p => p.Lemma == "sail")).ShouldBe(expected);
    }

    // "was due to be closed", where the parse hangs "was due" on the verb.
    [Theory]
    [InlineData("2022-09", true)]
    [InlineData("2022-12", false)]
    public void IsOver_DueAsAMarkOfTheVerb_IsPlannedNoMore(string month, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Yards      yard      NOUN   _            6  nsubj:pass
            were       be        AUX    Tense=Past|VerbForm=Fin   6  aux:pass
            due        due       ADJ    _            6  mark
            to         to        PART   _            6  mark
            be         be        AUX    VerbForm=Inf 6  aux:pass
            closed     close     VERB   VerbForm=Part 0 root
            then       then      ADV    _            6  advmod
            .          .         PUNCT  _            6  punct
            """, "The Norland Post", "2022-11-10").Time("then", month).Build();
        Plans.IsOver(report, PropositionReader.Read(report).Single(static p => p.Lemma == "close")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("always", true)]
    [InlineData("soon", false)]
    public void IsOver_WhatWillAlwaysBe_IsNoPlan(string adverb, bool expected)
    {
        AnnotatedReport report = Report($"Quill Quill PROPN _ 4 nsubj\nwill will AUX VerbForm=Fin 4 aux\n{adverb} {adverb} ADV _ 4 advmod\nsail sail VERB VerbForm=Inf 0 root\n. . PUNCT _ 4 punct");
        Plans.IsOver(report, PropositionReader.Read(report).Single(static p => p.Lemma == "sail")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("unlikely", "", "unlikely")]
    [InlineData("unlikely", "not not PART _ 4 advmod\n", null)]
    [InlineData("plain", "", null)]
    public void UnlikelyWord_WhatIsHardlySo_IsNotAffirmed(string word, string not, string? expected)
    {
        int verb = not.Length > 0 ? 7 : 6, adjective = not.Length > 0 ? 4 : 3;
        AnnotatedReport report = Report($"It it PRON _ {adjective} expl\nis be AUX VerbForm=Fin {adjective} cop\n{not}{word} {word} ADJ _ 0 root\nthat that SCONJ _ {verb} mark\nQuill Quill PROPN _ {verb} nsubj\nsailed sail VERB VerbForm=Fin {adjective} ccomp\n. . PUNCT _ {adjective} punct");
        Degrees.UnlikelyWord(ReportSet.Of([report]), PropositionReader.Read(report).Single(static p => p.Lemma == "sail")).ShouldBe(expected);
    }
}
