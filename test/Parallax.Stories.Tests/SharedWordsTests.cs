using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class SharedWordsTests
{
    private static AnnotatedReport Held(string outlet, bool tellsHow, bool tellsWhen = false) => Sample.Of(
        $"""
        Vale       Vale      PROPN  _            3  nsubj:pass
        was        be        AUX    Tense=Past|VerbForm=Fin   3  aux:pass
        arrested   arrest    VERB   Tense=Past|VerbForm=Part   0  root
        in         in        ADP    _            5  case
        Brevik     Brevik    PROPN  _            3  obl
        {(tellsHow ? "without    without   ADP    _            7  case" : "on         on        ADP    _            7  case")}
        {(tellsHow ? "trouble    trouble   NOUN   _            3  obl" : "board      board     NOUN   _            3  obl")}
        {(tellsWhen ? "after      after     ADP    _            9  case" : "with       with      ADP    _            9  case")}
        {(tellsWhen ? "lunch      lunch     NOUN   _            3  obl" : "Quill      Quill     PROPN  _            3  obl")}
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-11-10").Entity("Vale", ActorKind.Person).Build();

    private static (SharedWords Shared, Proposition Told) Of(params AnnotatedReport[] reports) => Of(PositionKind.Affirms, reports);

    private static (SharedWords Shared, Proposition Told) Of(PositionKind last, params AnnotatedReport[] reports)
    {
        Stand[] stands = [.. reports.Select(r => On(Arrest(r), r == reports[^1] ? last : PositionKind.Affirms))];
        return (new SharedWords(ReportSet.Of(reports), stands), stands[0].Proposition);
    }

    private static TextSpan Words(AnnotatedReport report, string words) => new(report.Report.Text.Text.IndexOf(words, StringComparison.Ordinal), words.Length);

    [Fact]
    public void Unshared_WordsThatFewerThanHalfOfTheOthersTell_AreCounted()
    {
        AnnotatedReport first = Held("The Norland Post", tellsHow: true, tellsWhen: true), second = Held("Ostra Daily", tellsHow: false), third = Held("Veld News", tellsHow: true);
        (SharedWords shared, Proposition told) = Of(first, second, third);

        shared.Unshared(new Wording(told, Words(first, "Vale was arrested in Brevik"))).ShouldBe(0);
        shared.Unshared(new Wording(told, Words(first, "Vale was arrested in Brevik without trouble"))).ShouldBe(0); // one of the two others tells it
        shared.Unshared(new Wording(told, Words(first, "Vale was arrested in Brevik without trouble after lunch"))).ShouldBe(1);
    }

    [Fact]
    public void Shorter_CircumstanceThatNobodyElseTells_IsLeftOut()
    {
        AnnotatedReport first = Held("The Norland Post", tellsHow: true, tellsWhen: true), second = Held("Ostra Daily", tellsHow: true);
        (SharedWords shared, Proposition told) = Of(first, second);

        shared.Shorter(told, Words(first, "Vale was arrested in Brevik without trouble after lunch")).Select(s => first.Report.Text.Slice(s)).ShouldBe(["Vale was arrested in Brevik without trouble"]);
        shared.Shorter(told, Words(first, "Vale was arrested in Brevik without trouble")).ShouldBeEmpty(); // both tell it
    }

    [Fact]
    public void Shorter_OneReport_KeepsAllThatItTells()
    {
        AnnotatedReport only = Held("The Norland Post", tellsHow: true, tellsWhen: true);
        (SharedWords shared, Proposition told) = Of(only);

        shared.Shorter(told, Words(only, "Vale was arrested in Brevik without trouble after lunch")).ShouldBeEmpty();
    }

    [Fact]
    public void Shorter_Denied_IsLeftWhole()
    {
        AnnotatedReport first = Held("The Norland Post", tellsHow: true, tellsWhen: true), second = Held("Ostra Daily", tellsHow: true), third = Held("Veld News", tellsHow: false);
        (SharedWords shared, Proposition told) = Of(PositionKind.Denies, first, second, third);

        shared.Shorter(told, Words(first, "Vale was arrested in Brevik without trouble after lunch")).ShouldBeEmpty(); // each word may be what is contested
    }

    [Fact]
    public void Elided_InnerCircumstanceThatNobodyElseTells_IsLeftOutAndMarked()
    {
        AnnotatedReport first = Held("The Norland Post", tellsHow: true, tellsWhen: true), second = Held("Ostra Daily", tellsHow: false, tellsWhen: true);
        (SharedWords shared, Proposition told) = Of(first, second);
        TextSpan all = Words(first, "Vale was arrested in Brevik without trouble after lunch");

        Wording elided = shared.Elided(told, all);
        elided.Text(first).ShouldBe("Vale was arrested in Brevik … after lunch");
        elided.Span.ShouldBe(all);
        shared.Unshared(elided).ShouldBe(0);
    }

    [Theory]
    [InlineData("Vale was arrested in Brevik", true)]
    [InlineData("Vale was arrested", false)] // the words tell no more either
    public void TellsBareAct_ClauseThatEndsWithItsPredicate_TellsNothingBehindIt(string words, bool expected)
    {
        AnnotatedReport full = Held("The Norland Post", tellsHow: true), bare = Sample.Of(
            """
            Guard      guard     NOUN   _            3  nsubj:pass
            was        be        AUX    Tense=Past|VerbForm=Fin   3  aux:pass
            arrested   arrest    VERB   Tense=Past|VerbForm=Part   0  root
            .          .         PUNCT  _            3  punct
            """, "Ostra Daily", "2022-11-10").Build(), other = Held("Veld News", tellsHow: false);
        Proposition told = Arrest(full);
        Wording wording = new(told, Words(full, words));
        ReportSet set = ReportSet.Of([full, bare, other]);

        SharedWords.TellsBareAct(set, On(Arrest(bare)), wording).ShouldBe(expected);
        SharedWords.TellsBareAct(set, On(Arrest(other)), wording).ShouldBeFalse(); // it has words of its own
    }

    private static Proposition Arrest(AnnotatedReport report) => PropositionReader.Read(report).Single(static p => p.Lemma == "arrest");

    private static Stand On(Proposition told, PositionKind kind = PositionKind.Affirms) => new(told, kind, new("o" + told.Report, "own:" + told.Report, OriginKind.NotStated, "report:" + told.Report, false, told.Report), "");
}
