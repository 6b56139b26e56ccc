using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Refusals;

public sealed class WithheldTests
{
    [Theory]
    [InlineData("Bell stopped short of warning that the bridge would fall.", 0)]
    [InlineData("Bell grew tired of warning that the bridge would fall.", 1)]
    public void Find_StoppedShortOfSaying_IsNoStatement(string sentence, int expected) => Find($"""
        Bell Bell PROPN Number=Sing 2 nsubj
        {sentence.Split(' ')[1]} {(expected == 0 ? "stop" : "grow")} VERB Tense=Past|VerbForm=Fin 0 root
        {sentence.Split(' ')[2]} {sentence.Split(' ')[2]} {(expected == 0 ? "ADV _ 2 advmod" : "ADJ _ 2 xcomp")}
        of of SCONJ _ 5 mark
        warning warn VERB VerbForm=Ger 3 advcl
        that that SCONJ _ 10 mark
        the the DET _ 8 det
        bridge bridge NOUN Number=Sing 10 nsubj
        would would AUX VerbForm=Fin 10 aux
        fall fall VERB VerbForm=Inf 5 ccomp
        . . PUNCT _ 2 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("no", "would", 0)]
    [InlineData("the", "would", 1)]
    [InlineData("no", "did", 1)]
    public void Find_EvidenceThatIsMissing_ConfirmsNothing(string article, string auxiliary, int expected) => Find($"""
        Bell Bell PROPN Number=Sing 2 nsubj
        found find VERB Tense=Past|VerbForm=Fin 0 root
        {article} {article} DET _ 4 det
        evidence evidence NOUN Number=Sing 2 obj
        that that PRON PronType=Rel 7 nsubj
        {auxiliary} {(auxiliary == "did" ? "do" : auxiliary)} AUX VerbForm=Fin 7 aux
        confirm confirm VERB VerbForm=Inf 4 acl:relcl
        that that SCONJ _ 11 mark
        the the DET _ 10 det
        mine mine NOUN Number=Sing 11 nsubj
        burned burn VERB Tense=Past|VerbForm=Fin 7 ccomp
        . . PUNCT _ 2 punct
        """).Count(static s => s.Cue?.Lemma == "confirm").ShouldBe(expected);

    [Theory]
    [InlineData("Unlike", 0)]
    [InlineData("Still", 1)]
    public void Find_WhomTheSpeakerIsToldApartFrom_SaysNothing(string word, int expected) => Find($"""
        {word} {word.ToLowerInvariant()} ADV _ 6 advmod
        , , PUNCT _ 6 punct
        say say INTJ _ 6 discourse
        , , PUNCT _ 6 punct
        Lund Lund PROPN Number=Sing 6 nsubj
        admitted admit VERB Tense=Past|VerbForm=Fin 0 root
        that that SCONJ _ 10 mark
        the the DET _ 9 det
        dam dam NOUN Number=Sing 10 nsubj
        leaked leak VERB Tense=Past|VerbForm=Fin 6 ccomp
        . . PUNCT _ 6 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("No", "one", 0)]
    [InlineData("The", "clerk", 1)]
    public void Find_NoOne_IsNoSpeaker(string first, string second, int expected) => Find($"""
        {first} {first} DET _ 2 det
        {second} {second} {(expected == 0 ? "PRON" : "NOUN")} Number=Sing 3 nsubj
        said say VERB Tense=Past|VerbForm=Fin 0 root
        that that SCONJ _ 7 mark
        the the DET _ 6 det
        dam dam NOUN Number=Sing 7 nsubj
        leaked leak VERB Tense=Past|VerbForm=Fin 3 ccomp
        . . PUNCT _ 3 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("clash", 0)]
    [InlineData("rivals", 1)]
    public void Find_OneOfTheClashes_IsNoneOfItsSpeakers(string noun, int expected) => Find($"""
        One one NUM _ 5 nsubj
        of of ADP _ 4 case
        the the DET _ 4 det
        {noun} {noun.TrimEnd('s')} NOUN Number=Plur 1 nmod
        came come VERB Tense=Past|VerbForm=Fin 0 root
        late late ADV _ 5 advmod
        , , PUNCT _ 8 punct
        noting note VERB VerbForm=Ger 5 advcl
        that that SCONJ _ 12 mark
        the the DET _ 11 det
        dam dam NOUN Number=Sing 12 nsubj
        leaked leak VERB Tense=Past|VerbForm=Fin 8 ccomp
        . . PUNCT _ 5 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("job", 0)]
    [InlineData("deputy", 1)]
    public void Find_TaskToSay_SaysNothing(string noun, int expected) => Find($"""
        The the DET _ 2 det
        {noun} {noun} NOUN Number=Sing 5 nsubj
        was be AUX Tense=Past|VerbForm=Fin 5 aux
        to to PART _ 5 mark
        say say VERB VerbForm=Inf 0 root
        that that SCONJ _ 9 mark
        the the DET _ 8 det
        dam dam NOUN Number=Sing 9 nsubj
        leaked leak VERB Tense=Past|VerbForm=Fin 5 ccomp
        . . PUNCT _ 5 punct
        """).Count.ShouldBe(expected);

    private static List<Statement> Find(string rows) => [.. new StatementAnnotator().Find(ParsedReport.Of("# par\n" + rows))];
}
