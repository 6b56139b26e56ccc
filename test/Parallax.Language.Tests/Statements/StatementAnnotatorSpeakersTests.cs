using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements;

/// <summary>Speakers that another sentence tells, found with entities or role spans.</summary>
public sealed class StatementAnnotatorSpeakersTests
{
    private const string Met = """
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        met meet VERB VerbForm=Fin|Tense=Past 0 root _
        Ben Ben PROPN Number=Sing 3 obj B-Person
        Lund Lund PROPN Number=Sing 4 flat I-Person
        . . PUNCT _ 3 punct _

        The the DET Definite=Def 2 det _
        statement statement NOUN Number=Sing 3 nsubj _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        the the DET Definite=Def 6 det _
        two two NUM NumType=Card 6 nummod _
        {0} {1} NOUN Number=Plur 7 nsubj _
        discussed discuss VERB VerbForm=Fin|Tense=Past 3 ccomp _
        it it PRON Number=Sing 7 obj _
        . . PUNCT _ 3 punct _

        They they PRON Number=Plur|Person=3 2 nsubj _
        vowed vow VERB VerbForm=Fin|Tense=Past 0 root _
        to to PART _ 4 mark _
        leave leave VERB VerbForm=Inf 2 xcomp _
        . . PUNCT _ 2 punct _
        """;

    private const string Upset = """
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        resigned resign VERB VerbForm=Fin|Tense=Past 0 root _
        . . PUNCT _ 3 punct _

        Ben Ben PROPN Number=Sing 4 nsubj B-Person
        Lund Lund PROPN Number=Sing 1 flat I-Person
        was be AUX VerbForm=Fin|Tense=Past 4 cop _
        unhappy unhappy ADJ Degree=Pos 0 root _
        . . PUNCT _ 4 punct _

        “ “ PUNCT _ 4 punct _
        We we PRON Number=Plur|Person=1 4 nsubj _
        were be AUX VerbForm=Fin|Tense=Past 4 cop _
        near near ADV _ 8 ccomp _
        , , PUNCT _ 4 punct _
        ” ” PUNCT _ 4 punct _
        he he PRON Gender=Masc|Number=Sing|Person=3 8 nsubj _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        . . PUNCT _ 8 punct _
        """;

    private const string Answer = """
        # par
        Brown Brown PROPN Number=Sing 2 nsubj B-Person
        responded respond VERB VerbForm=Fin|Tense=Past 0 root _
        , , PUNCT _ 5 punct _
        “ “ PUNCT _ 5 punct _
        Yes yes INTJ _ 2 discourse _
        , , PUNCT _ 5 punct _
        ” ” PUNCT _ 5 punct _
        to to ADP _ 10 case _
        the the DET _ 10 det _
        judge judge NOUN Number=Sing 2 obl _
        . . PUNCT _ 2 punct _
        """;

    [Theory]
    [InlineData("leaders", "leader", "Ada Brown and Ben Lund")]
    [InlineData("ships", "ship", "They")]
    public void Find_TheyBehindTwoWhoCanSpeak_AreThePersonsJustNamed(string form, string lemma, string expected)
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of(Met.Replace("{0}", form, StringComparison.Ordinal).Replace("{1}", lemma, StringComparison.Ordinal)));

        Statement vowed = new StatementAnnotator().Find(report).Single(static s => s.Cue.Lemma == "vow");

        vowed.Source.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Brown", ActorKind.Unnamed)]
    [InlineData("Lund", ActorKind.Person)]
    public void Find_TitleWhoseBearerNamesTheOneItStandsFor_IsSomebodyElse(string named, ActorKind expected)
    {
        // "Ada Brown is president of the club. The president announced the award of Brown.": another president.
        AnnotatedReport report = ParsedReport.Of($"""
            # par
            Ada Ada PROPN Number=Sing 4 nsubj B-Person
            Brown Brown PROPN Number=Sing 1 flat I-Person
            is be AUX VerbForm=Fin 4 cop _
            president president NOUN Number=Sing 0 root _
            . . PUNCT _ 4 punct _

            The the DET Definite=Def 2 det _
            president president NOUN Number=Sing 3 nsubj _
            announced announce VERB VerbForm=Fin 0 root _
            the the DET Definite=Def 5 det _
            award award NOUN Number=Sing 3 obj _
            of of ADP _ 7 case _
            {named} {named} PROPN Number=Sing 5 nmod B-Person
            . . PUNCT _ 3 punct _
            """);
        TokenLayer tokens = report.Tokens;
        Mention Of(int first, int end, MentionForm form) => new(report.Report.Id, tokens.Span(first, end).Start, tokens.Span(first, end).End, form);
        Mention[] mentions = [Of(0, 2, MentionForm.Name), Of(5, 7, MentionForm.Nominal), .. named == "Brown" ? [Of(11, 12, MentionForm.Name)] : Array.Empty<Mention>()];
        Entity brown = new() { Id = "e1", Kind = ActorKind.Person, Name = "Ada Brown", Mentions = [.. mentions] };

        new StatementAnnotator().Find(report.With(ReportLayers.Entities, new EntityLayer([brown]))).ShouldHaveSingleItem().Source.Kind.ShouldBe(expected);
    }

    [Fact]
    public void Find_HeBehindAQuotation_IsThePersonOfTheSentenceBeforeIt()
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of(Upset));

        new StatementAnnotator().Find(report).Single(static s => s.Cue.Lemma == "say").Source.Name.ShouldBe("Ben Lund");
    }

    [Theory]
    [InlineData(MentionForm.Nominal, "Ada Brown")]
    [InlineData(MentionForm.Name, "Ada Brown")]
    public void Find_SheForOneWhoIsOnlyToldOfInQuotedWords_IsWhoseWordsTheyAre(MentionForm form, string expected)
    {
        // “His helper came,” Ada Brown said. She said it rained.
        AnnotatedReport report = ParsedReport.Of("""
            # par
            “ “ PUNCT _ 4 punct _
            His his PRON Poss=Yes 3 nmod:poss _
            helper helper NOUN Number=Sing 4 nsubj _
            came come VERB VerbForm=Fin 9 ccomp _
            , , PUNCT _ 4 punct _
            ” ” PUNCT _ 4 punct _
            Ada Ada PROPN Number=Sing 9 nsubj B-Person
            Brown Brown PROPN Number=Sing 7 flat I-Person
            said say VERB VerbForm=Fin 0 root _
            . . PUNCT _ 9 punct _

            She she PRON Gender=Fem|Number=Sing 2 nsubj _
            said say VERB VerbForm=Fin 0 root _
            it it PRON Number=Sing 4 nsubj _
            rained rain VERB VerbForm=Fin 2 ccomp _
            . . PUNCT _ 2 punct _
            """);
        TokenLayer tokens = report.Tokens;
        Mention Of(int first, int end, MentionForm form) => new(report.Report.Id, tokens.Span(first, end).Start, tokens.Span(first, end).End, form);
        Entity brown = new() { Id = "e1", Kind = ActorKind.Person, Name = "Ada Brown", Mentions = [Of(6, 8, MentionForm.Name)] };
        Entity helper = new() { Id = "e2", Kind = ActorKind.Unnamed, Name = "helper", Mentions = [Of(1, 3, form), Of(10, 11, MentionForm.Pronoun)] };

        new StatementAnnotator().Find(report.With(ReportLayers.Entities, new EntityLayer([brown, helper])))[1].Source.Name.ShouldBe(expected);
    }

    [Fact]
    public void Find_HeBehindAStatementAboutAnother_IsItsSpeaker()
    {
        // "Ben Lund said Ada Brown sleeps. The town waits, he said.", where coreference took "he" for Ada Brown.
        AnnotatedReport report = ParsedReport.Of("""
            # par
            Ben Ben PROPN Number=Sing 3 nsubj B-Person
            Lund Lund PROPN Number=Sing 1 flat I-Person
            said say VERB VerbForm=Fin 0 root _
            Ada Ada PROPN Number=Sing 6 nsubj B-Person
            Brown Brown PROPN Number=Sing 4 flat I-Person
            sleeps sleep VERB VerbForm=Fin 3 ccomp _
            . . PUNCT _ 3 punct _

            The the DET _ 2 det _
            town town NOUN Number=Sing 3 nsubj _
            waits wait VERB VerbForm=Fin 6 ccomp _
            , , PUNCT _ 6 punct _
            he he PRON Gender=Masc|Number=Sing|Person=3 6 nsubj _
            said say VERB VerbForm=Fin 0 root _
            . . PUNCT _ 6 punct _
            """);
        TokenLayer tokens = report.Tokens;
        Mention Of(int first, int end, MentionForm form) => new(report.Report.Id, tokens.Span(first, end).Start, tokens.Span(first, end).End, form);
        Entity lund = new() { Id = "e1", Kind = ActorKind.Person, Name = "Ben Lund", Mentions = [Of(0, 2, MentionForm.Name)] };
        Entity brown = new() { Id = "e2", Kind = ActorKind.Person, Name = "Ada Brown", Mentions = [Of(3, 5, MentionForm.Name), Of(11, 12, MentionForm.Pronoun)] };

        new StatementAnnotator().Find(report.With(ReportLayers.Entities, new EntityLayer([lund, brown]))).Select(static s => s.Source.Name).ShouldBe(["Ben Lund", "Ben Lund"]);
    }

    [Fact]
    public void Find_AnswerWithTheAskersName_EndsWithItsMarks()
    {
        AnnotatedReport report = ParsedReport.Of(Answer).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 3, 7, -1, 1)]));

        new StatementAnnotator().Find(report).ShouldHaveSingleItem().Content.Text.ShouldBe("“Yes,”");
    }

    [Fact]
    public void Find_GiftWithWordsInMarks_IsNoStatement()
    {
        // "The club gave Brown a prize for “fine work and care”."
        AnnotatedReport report = ParsedReport.Of("""
            # par
            The the DET _ 2 det
            club club NOUN Number=Sing 3 nsubj
            gave give VERB VerbForm=Fin 0 root
            Brown Brown PROPN Number=Sing 3 iobj
            a a DET _ 6 det
            prize prize NOUN Number=Sing 3 obj
            for for ADP _ 10 case
            “ “ PUNCT _ 10 punct
            fine fine ADJ _ 10 amod
            work work NOUN _ 3 obl
            and and CCONJ _ 12 cc
            care care NOUN _ 10 conj
            ” ” PUNCT _ 10 punct
            . . PUNCT _ 3 punct
            """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 2, -1, 1), new("cue", 2, 1, -1, 1), new("content", 3, 10, -1, 1)]));

        new StatementAnnotator().Find(report).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("WOMAN", "KILLED", "BY", "VAN", "LANOR", "MAYOR", "SAYS", "LANOR MAYOR")]
    [InlineData("Woman", "killed", "by", "van", "Lanor", "mayor", "says", "Woman killed by van, Lanor mayor")]
    public void Find_ClauseInCapitalsBeforeItsSpeaker_IsTheContent(string woman, string killed, string by, string van, string place, string mayor, string says, string expected)
    {
        AnnotatedReport report = ParsedReport.Of($"""
            # par
            {woman} woman NOUN Number=Sing 8 nsubj
            {killed} kill VERB VerbForm=Part 1 acl
            {by} by ADP _ 4 case
            {van} van NOUN Number=Sing 2 obl
            , , PUNCT _ 7 punct
            {place} Lanor PROPN Number=Sing 7 compound
            {mayor} mayor NOUN Number=Sing 1 appos
            {says} say VERB VerbForm=Fin|Tense=Pres 0 root

            She she PRON Number=Sing|Person=3 2 nsubj
            fell fall VERB VerbForm=Fin|Tense=Past 0 root
            . . PUNCT _ 2 punct
            """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 7, -1, 1), new("cue", 7, 1, -1, 1), new("content", 8, 2, -1, 1)]));

        new StatementAnnotator().Find(report).ShouldHaveSingleItem().Source.Text.ShouldBe(expected);
    }
}
