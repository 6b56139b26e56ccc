using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference.Nominals;

public sealed class PersonNounsTests
{
    private const string Songs = """
        # par
        Ilka     Ilka     PROPN  Number=Sing  3  nsubj  B-Person
        Brenn    Brenn    PROPN  Number=Sing  1  flat   I-Person
        sang     sing     VERB   _            0  root   _
        .        .        PUNCT  _            3  punct  _

        Brenn    Brenn    PROPN  Number=Sing  2  nsubj  B-Person
        danced   dance    VERB   _            0  root   _
        .        .        PUNCT  _            2  punct  _

        Brenn    Brenn    PROPN  Number=Sing  2  nsubj  B-Person
        smiled   smile    VERB   _            0  root   _
        .        .        PUNCT  _            2  punct  _

        """;

    private const string Noun = """
        The      the      DET    _            2  det    _
        actress  actress  NOUN   Number=Sing  3  nsubj  _
        left     leave    VERB   _            0  root   _
        .        .        PUNCT  _            3  punct  _
        """;

    [Fact]
    public void Annotate_NounForTheOnePersonOfTheReport_IsThatPerson()
    {
        AnnotatedReport report = Read(Songs + "\n" + Noun);

        Texts(report, "Ilka Brenn").ShouldContain("The actress");
    }

    [Fact]
    public void Annotate_NounForSomebodyBroughtInBefore_IsNotThePersonNamed()
    {
        AnnotatedReport report = Read(Songs + "\n" + """
            An       an       DET    _            2  det    _
            actress  actress  NOUN   Number=Sing  3  nsubj  _
            came     come     VERB   _            0  root   _
            .        .        PUNCT  _            3  punct  _

            """ + "\n" + Noun);

        Texts(report, "Ilka Brenn").ShouldNotContain("The actress");
    }

    [Fact]
    public void Annotate_IdentifiedAs_IsWhoIsIdentified()
    {
        AnnotatedReport report = Read("""
            # par
            Police      police    NOUN   Number=Plur  2  nsubj  _
            held        hold      VERB   _            0  root   _
            the         the       DET    _            4  det    _
            suspect     suspect   NOUN   Number=Sing  2  obj    _
            ,           ,         PUNCT  _            6  punct  _
            identified  identify  VERB   _            4  acl    _
            as          as        ADP    _            8  case   _
            Karim       Karim     PROPN  Number=Sing  6  obl    B-Person
            Hadi        Hadi      PROPN  Number=Sing  8  flat   I-Person
            .           .         PUNCT  _            2  punct  _
            """);

        Texts(report, "Karim Hadi").ShouldContain("the suspect");
    }

    [Fact]
    public void Annotate_WhatSomebodyUnnamedIsSaidToBe_IsNoEntityOfItsOwn()
    {
        AnnotatedReport report = Read("""
            # par
            It       it       PRON   Number=Sing  4  nsubj  _
            was      be       AUX    _            4  cop    _
            a        a        DET    _            4  det    _
            teacher  teacher  NOUN   Number=Sing  0  root   _
            .        .        PUNCT  _            4  punct  _
            """);

        report.Entities.Entities.ShouldNotContain(static e => e.Name == "teacher");
    }

    private static IEnumerable<string> Texts(AnnotatedReport report, string name) => Named(report, name).Mentions.Select(m => report.Report.Text.Slice(m.Span));
}
