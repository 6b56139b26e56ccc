using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference.Nominals;

/// <summary>"His Norwegian counterpart", "the report" of who brought it, and surnames misspelt.</summary>
public sealed class CounterpartsTests
{
    [Theory]
    [InlineData("minister", true)]
    [InlineData("admiral", false)]
    public void Annotate_Counterpart_IsTheHolderOfTheSameOffice(string office, bool same)
    {
        AnnotatedReport report = Read($"""
            # par
            Minister    minister    NOUN   Number=Sing  2  compound  _
            Karim       Karim       PROPN  Number=Sing  4  nsubj     B-Person
            Orvel       Orvel       PROPN  Number=Sing  2  flat      I-Person
            met         meet        VERB   _            0  root      _
            his         he          PRON   _            7  nmod:poss _
            Norwegian   Norwegian   ADJ    _            7  amod      B-Norp
            counterpart counterpart NOUN   Number=Sing  4  obj       _
            .           .           PUNCT  _            4  punct     _

            Norwegian   Norwegian   ADJ    _            3  amod      B-Norp
            {office}    {office}    NOUN   Number=Sing  3  compound  _
            Bront       Bront       PROPN  Number=Sing  5  nsubj     B-Person
            Halm        Halm        PROPN  Number=Sing  3  flat      I-Person
            spoke       speak       VERB   _            0  root      _
            .           .           PUNCT  _            5  punct     _
            """);

        Called(report, "Bront Halm").Contains("his Norwegian counterpart").ShouldBe(same);
    }

    [Theory]
    [InlineData("ran", "run", true)]
    [InlineData("owned", "own", false)]
    public void Annotate_TheReportSaid_IsTheBroadcasterThatRanIt(string form, string lemma, bool same)
    {
        AnnotatedReport report = Read($"""
            # par
            State       state       NOUN   Number=Sing  2  compound  _
            television  television  NOUN   Number=Sing  3  nsubj     _
            {form}      {lemma}     VERB   _            0  root      _
            video       video       NOUN   Number=Sing  3  obj       _
            .           .           PUNCT  _            3  punct     _

            The         the         DET    _            2  det       _
            report      report      NOUN   Number=Sing  3  nsubj     _
            said        say         VERB   _            0  root      _
            so          so          ADV    _            3  advmod    _
            .           .           PUNCT  _            3  punct     _
            """);

        Called(report, "State television").Contains("The report").ShouldBe(same);
    }

    [Theory]
    [InlineData("Orveli", true)]
    [InlineData("Orvels", false)]
    [InlineData("Ormel", false)]
    public void Annotate_SurnameWithALetterMore_IsThePerson(string word, bool same)
    {
        AnnotatedReport report = Read($"""
            # par
            Karim       Karim       PROPN  Number=Sing  3  nsubj     B-Person
            Orvel       Orvel       PROPN  Number=Sing  1  flat      I-Person
            left        leave       VERB   _            0  root      _
            .           .           PUNCT  _            3  punct     _

            They        they        PRON   _            2  nsubj     _
            called      call        VERB   _            0  root      _
            {word}      {word}      PROPN  Number=Sing  2  obj       B-Other
            .           .           PUNCT  _            2  punct     _
            """);

        Called(report, "Karim Orvel").Contains(word).ShouldBe(same);
    }
}
