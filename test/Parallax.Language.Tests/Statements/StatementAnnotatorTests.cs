using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements;

public sealed class StatementAnnotatorTests
{
    private const string Said = """
        # par
        The the DET _ 2 det _ B-source
        mayor mayor NOUN Number=Sing 3 nsubj _ I-source
        said say VERB VerbForm=Fin 0 root _ B-cue
        the the DET _ 5 det _ B-content
        bridge bridge NOUN Number=Sing 7 nsubj _ I-content
        is be AUX VerbForm=Fin 7 cop _ I-content
        safe safe ADJ _ 3 ccomp _ I-content
        . . PUNCT _ 3 punct _ _
        """;

    private const string Pasted = """
        # par
        " " PUNCT _ 4 punct _ _
        Two two NUM _ 4 nsubj:pass _ B-content
        were be AUX _ 4 aux:pass _ I-content
        hurt hurt VERB _ 14 ccomp _ I-content
        in in ADP _ 7 case _ I-content
        the the DET _ 7 det _ I-content
        fire fire NOUN _ 4 obl _ I-content
        on on ADP _ 10 case _ I-content
        the the DET _ 10 det _ I-content
        harbour harbour NOUN _ 4 obl _ I-content
        today today NOUN _ 4 obl _ I-content
        , , PUNCT _ 14 punct _ _
        Bell Bell PROPN Number=Sing 14 nsubj _ B-source
        said say VERB VerbForm=Fin 0 root _ B-cue
        . . PUNCT _ 14 punct _ _
        " " PUNCT _ 14 punct _ _

        ( ( PUNCT _ 4 punct _ _
        Axis Axis PROPN Number=Sing 4 compound _ _
        News News PROPN Number=Sing 4 compound _ _
        article article NOUN Number=Sing 0 root _ _
        ) ) PUNCT _ 4 punct _ _
        """;

    [Fact]
    public void Find_TextPastedBetweenMarks_IsIndirectThroughTheOutletBehindIt()
    {
        Statement statement = new StatementAnnotator().Find(ParsedReport.Of(Pasted)).ShouldHaveSingleItem();

        statement.Manner.ShouldBe(Manner.Indirect);
        statement.Source.Text.ShouldBe("Bell");
        statement.Content.Text.ShouldStartWith("Two were hurt");
        statement.Chain.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static hop => hop.Name.ShouldBe("Axis News"), static hop => (hop.Kind, hop.Relation).ShouldBe((ActorKind.Outlet, HopRelation.PublishedIn)));
    }

    [Fact]
    public void Find_RandomHeads_GivesSpansInsideTheText()
    {
        Random random = new(29);
        string[] relations = ["nsubj", "ccomp", "parataxis", "obj", "obl", "xcomp", "advcl", "acl", "acl:relcl", "conj", "nmod", "case", "mark", "punct", "root"];
        string[] words = ["said", "mayor", "claims", "that", "according", "to", "“", "”", ":", "reportedly", "quoted", "as", "saying", "Brown", "who", ",", "accused", "of"];
        for (int round = 0; round < 300; round++)
        {
            int count = random.Next(1, 16);
            string table = "# par\n" + string.Concat(Enumerable.Range(1, count).Select(i =>
            {
                string word = words[random.Next(words.Length)];
                string tag = ((UniversalTag)random.Next(17)).ToString();
                return $"{word} {word} {tag} _ {random.Next(0, count + 1)} {relations[random.Next(relations.Length)]}\n";
            }));
            AnnotatedReport report = ParsedReport.Of(table);

            foreach (Statement statement in new StatementAnnotator().Find(report))
            {
                foreach (TextSpan span in statement.Source.Spans.Concat(statement.Cue.Spans).Concat(statement.Content.Spans))
                {
                    (0 <= span.Start && span.End <= report.Report.Text.Length && !span.IsEmpty).ShouldBeTrue(table);
                }

                statement.Content.Spans.ShouldNotBeEmpty(table);
            }
        }
    }

    [Fact]
    public void Find_RoleSpans_GiveWhatStructureDoesNotSee()
    {
        AnnotatedReport report = ParsedReport.Of("""
            # par
            Brown Brown PROPN Number=Sing 2 nsubj
            grumbled grumble VERB VerbForm=Fin 0 root
            that that SCONJ _ 7 mark
            the the DET _ 5 det
            bridge bridge NOUN Number=Sing 7 nsubj
            was be AUX VerbForm=Fin 7 cop
            unsafe unsafe ADJ _ 2 ccomp
            . . PUNCT _ 2 punct
            """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 5, -1, 1)]));

        Statement statement = new StatementAnnotator().Find(report).ShouldHaveSingleItem();

        statement.Source.Text.ShouldBe("Brown");
        statement.Cue.Text.ShouldBe("grumbled");
        statement.Content.Text.ShouldBe("that the bridge was unsafe");
        statement.Explanation.Text.ShouldContain("role tags");
    }

    [Fact]
    public void Find_RoleSpansThatLinkAnothersQuotation_LeavesItToItsOwnCue()
    {
        // “We go on,” said Ada. “They stay there,” said Ben. The links of the network are crossed; the parse is not.
        AnnotatedReport report = ParsedReport.Of("""
            # par
            “ “ PUNCT _ 3 punct
            We we PRON Number=Plur|PronType=Prs 3 nsubj
            go go VERB VerbForm=Fin 7 ccomp
            on on ADV _ 3 advmod
            , , PUNCT _ 3 punct
            ” ” PUNCT _ 3 punct
            said say VERB VerbForm=Fin 0 root
            Ada Ada PROPN Number=Sing 7 nsubj
            . . PUNCT _ 7 punct

            “ “ PUNCT _ 3 punct
            They they PRON Number=Plur|PronType=Prs 3 nsubj
            stay stay VERB VerbForm=Fin 7 ccomp
            there there ADV _ 3 advmod
            , , PUNCT _ 3 punct
            ” ” PUNCT _ 3 punct
            said say VERB VerbForm=Fin 0 root
            Ben Ben PROPN Number=Sing 7 nsubj
            . . PUNCT _ 7 punct
            """).With(ReportLayers.RoleSpans, new RoleLayer(
            [new("content", 0, 6, -1, 5), new("cue", 6, 1, -1, 1), new("source", 7, 1, -1, 1), new("content", 9, 6, -1, 1), new("source", 16, 1, -1, 5), new("cue", 15, 1, -1, 5)]));

        Layer<Statement> found = new StatementAnnotator().Find(report);

        found.Select(static s => $"{s.Source.Text}: {s.Content.Text}").ShouldBe(["Ada: “We go on,”", "Ben: “They stay there,”"]);
    }

    [Theory]
    [InlineData("attacked", "attack", 1)]
    [InlineData("entered", "enter", 0)]
    public void Find_WordOfManyUses_IsACueOnlyWhereTheNetworkReadsIt(string form, string lemma, int expected)
    {
        AnnotatedReport report = ParsedReport.Of($"""
            # par
            Brown Brown PROPN Number=Sing 2 nsubj
            {form} {lemma} VERB VerbForm=Fin 0 root
            the the DET _ 4 det
            council council NOUN Number=Sing 2 obj
            . . PUNCT _ 2 punct
            """);
        RoleLayer roles = new([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 2, -1, 1)]);

        new StatementAnnotator().Find(report).ShouldBeEmpty();
        new StatementAnnotator().Find(report.With(ReportLayers.RoleSpans, roles)).Count.ShouldBe(expected);
    }

    [Fact]
    public void Find_NoRoleSpans_FindsTheSame() => new StatementAnnotator().Find(ParsedReport.Of(Said)).ShouldHaveSingleItem().Content.Text.ShouldBe("the bridge is safe");

    [Fact]
    public void Find_Twice_GivesTheSameIds()
    {
        AnnotatedReport report = ParsedReport.Of(Said);

        new StatementAnnotator().Find(report).Select(static s => s.Id).ShouldBe(new StatementAnnotator().Find(report).Select(static s => s.Id));
    }

    [Theory]
    [InlineData("denied", "deny")]
    [InlineData("slammed", "slam")]
    [InlineData("urging", "urge")]
    [InlineData("said", "say")]
    [InlineData("tweeted", "tweet")]
    [InlineData("bridge", null)]
    public void VerbLemma_Form_GivesTheCue(string form, string? lemma) => CueLexicon.English.VerbLemma(form).ShouldBe(lemma);

    // "admitted in his plea that …": the verb tells what is done, the noun only where; "made a plea" demands.
    [Theory]
    [InlineData("admitted", "admit", "in", "case", "obl", 2, "ccomp", Stance.Admits)]
    [InlineData("made", "make", "a", "det", "obj", 4, "acl", Stance.Demands)]
    public void Find_NounOfWhereItIsSaid_HasTheStanceOfItsVerb(string verb, string lemma, string before, string relation, string noun, int above, string clause, Stance expected)
    {
        AnnotatedReport report = ParsedReport.Of($"""
            # par
            Brown Brown PROPN Number=Sing 2 nsubj _ B-source
            {verb} {lemma} VERB VerbForm=Fin 0 root _ B-cue
            {before} {before} ADP _ 4 {relation} _ I-cue
            plea plea NOUN Number=Sing 2 {noun} _ I-cue
            that that SCONJ _ 8 mark _ B-content
            the the DET _ 7 det _ I-content
            guards guard NOUN Number=Plur 8 nsubj _ I-content
            left leave VERB VerbForm=Fin {above} {clause} _ I-content
            . . PUNCT _ 2 punct _ _
            """);

        new StatementAnnotator().Find(report).ShouldHaveSingleItem().Stance.ShouldBe(expected);
    }

    [Fact]
    public void Find_NegatedDenial_IsNoAssertion()
    {
        AnnotatedReport report = ParsedReport.Of("""
            # par
            Brown Brown PROPN Number=Sing 4 nsubj
            did do AUX VerbForm=Fin 4 aux
            not not PART _ 4 advmod
            deny deny VERB VerbForm=Inf 0 root
            the the DET _ 6 det
            report report NOUN Number=Sing 4 obj
            . . PUNCT _ 4 punct
            """);

        new StatementAnnotator().Find(report).ShouldHaveSingleItem().Stance.ShouldBe(Stance.Other);
    }

    [Fact]
    public void Find_CauseAttributed_IsSaidByWhoAttributesIt()
    {
        AnnotatedReport report = ParsedReport.Of("""
            # par
            Brown Brown PROPN Number=Sing 2 nsubj
            attributed attribute VERB VerbForm=Fin 0 root
            the the DET _ 4 det
            fault fault NOUN Number=Sing 2 obj
            to to ADP _ 6 case
            rain rain NOUN Number=Sing 2 obl
            . . PUNCT _ 2 punct
            """);

        Statement statement = new StatementAnnotator().Find(report).ShouldHaveSingleItem();
        statement.Source.Text.ShouldBe("Brown");
        statement.Content.Text.ShouldBe("the fault to rain");
    }

    [Fact]
    public void Find_CauseAttributedByNobody_IsNoStatement()
    {
        AnnotatedReport report = ParsedReport.Of("""
            # par
            The the DET _ 2 det
            fault fault NOUN Number=Sing 4 nsubj:pass
            was be AUX VerbForm=Fin 4 aux:pass
            attributed attribute VERB VerbForm=Part|Voice=Pass 0 root
            to to ADP _ 6 case
            rain rain NOUN Number=Sing 4 obl
            . . PUNCT _ 4 punct
            """);

        new StatementAnnotator().Find(report).ShouldAllBe(static s => s.Source.Text != "rain");
    }
}
