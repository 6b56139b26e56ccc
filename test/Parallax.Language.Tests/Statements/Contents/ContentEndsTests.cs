using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Contents;

public sealed class ContentEndsTests
{
    [Fact]
    public void Find_NextVerbOfTheSpeaker_IsNotInTheContent() => Found("""
        # par
        The the DET _ 2 det
        firm firm NOUN Number=Sing 4 nsubj
        has have AUX VerbForm=Fin|Tense=Pres 4 aux
        disputed dispute VERB VerbForm=Part|Tense=Past 0 root
        the the DET _ 6 det
        bill bill NOUN Number=Sing 4 obj
        or or CCONJ _ 8 cc
        paid pay VERB VerbForm=Part|Tense=Past 4 conj
        it it PRON Number=Sing 8 obj
        . . PUNCT _ 4 punct
        """).ShouldBe("the bill");

    [Fact]
    public void Find_WhatIsToldOfAThingNamed_IsTheReports() => Found("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        condemned condemn VERB VerbForm=Fin|Tense=Past 0 root
        the the DET _ 4 det
        sale sale NOUN Number=Sing 2 obj
        , , PUNCT _ 8 punct
        which which PRON _ 8 nsubj
        had have AUX VerbForm=Fin|Tense=Past 8 aux
        ended end VERB VerbForm=Part|Tense=Past 4 acl:relcl
        . . PUNCT _ 2 punct
        """).ShouldBe("the sale");

    [Fact]
    public void Find_WhatWasAnswered_IsNotInTheContent() => Found("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        said say VERB VerbForm=Fin|Tense=Past 0 root
        it it PRON Number=Sing 4 nsubj
        leaks leak VERB VerbForm=Fin|Tense=Pres 2 ccomp
        in in ADP _ 6 case
        response response NOUN Number=Sing 4 obl
        to to ADP _ 9 case
        a a DET _ 9 det
        question question NOUN Number=Sing 6 nmod
        . . PUNCT _ 2 punct
        """).ShouldBe("it leaks");

    [Theory]
    [InlineData("rules rule NOUN Number=Plur 6 nmod", "changes … to rules")]
    [InlineData("reporters reporter NOUN Number=Plur 2 obl", "changes")]
    public void Find_DateBetweenANounAndItsPhrase_PartsThem(string noun, string content) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        announced announce VERB VerbForm=Fin|Tense=Past 0 root
        changes change NOUN Number=Plur 2 obj
        Monday Monday PROPN Number=Sing 2 obl:unmarked
        to to ADP _ 6 case
        {noun.Replace(" 6 ", " 3 ", StringComparison.Ordinal)}
        . . PUNCT _ 2 punct
        """).ShouldBe(content);

    [Fact]
    public void Find_MeetingThatIsTold_IsNotInTheContent() => Found("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        told tell VERB VerbForm=Fin|Tense=Past 0 root
        a a DET _ 4 det
        hearing hearing NOUN Number=Sing 2 obj
        that that SCONJ _ 7 mark
        it it PRON Number=Sing 7 nsubj
        leaks leak VERB VerbForm=Fin|Tense=Pres 2 ccomp
        . . PUNCT _ 2 punct
        """).ShouldBe("that it leaks");

    [Fact]
    public void Find_WhatTheSpeakerDoesBeside_IsNotInTheContent() => Found("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        condemned condemn VERB VerbForm=Fin|Tense=Past 0 root
        the the DET _ 4 det
        sale sale NOUN Number=Sing 2 obj
        even even ADV _ 8 advmod
        as as SCONJ _ 8 mark
        he he PRON Number=Sing 8 nsubj
        left leave VERB VerbForm=Fin|Tense=Past 2 advcl
        . . PUNCT _ 2 punct
        """).ShouldBe("the sale");

    private static string Found(string parsed) => new StatementAnnotator().Find(ParsedReport.Of(parsed)).ShouldHaveSingleItem().Content.Text;
}
