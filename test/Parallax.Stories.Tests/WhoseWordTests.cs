using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Claims;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class WhoseWordTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    // "<given> <surname> said Norland sold boats to Sedonia ."
    private static AnnotatedReport Said(string given, string surname, ActorKind kind, string outlet, string[] descriptions) => Sample.Of(
        $"""
        {given}    {given}   PROPN  _            3  nsubj
        {surname}  {surname} PROPN  _            1  flat
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        Norland    Norland   PROPN  _            5  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   3  ccomp
        boats      boat      NOUN   _            5  obj
        to         to        ADP    _            8  case
        Sedonia    Sedonia   PROPN  _            5  obl
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-11-10")
        .Entity($"{given} {surname}", kind, descriptions: descriptions).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
        .Statement($"{given} {surname}", "said", "Norland sold boats to Sedonia", lemma: "say").Event("sold", "sell").Build();

    [Theory]
    [InlineData("director of the Harbour Union", 1)]
    [InlineData("a boat builder from the south", 2)]
    public void Build_BodyAndItsOfficer_AreOneOriginAtTheLowBound(string description, int low) =>
        Build(Said("Ada", "Quill", ActorKind.Person, "The Norland Post", [description]), Said("Harbour", "Union", ActorKind.Organization, "Sedonia Daily", []))
            .Claims.ShouldHaveSingleItem().Origins.So.ShouldBe(new CountRange(low, 2));

    [Fact]
    public void Build_EveryPosition_LeadsToItsWords()
    {
        AnnotatedReport report = Said("Ada", "Quill", ActorKind.Person, "The Norland Post", []);
        Position position = Build(report).Claims.ShouldHaveSingleItem().Positions.ShouldHaveSingleItem();
        report.Report.Text.Text[position.Evidence!.Start..position.Evidence.End].ShouldBe("Norland sold boats to Sedonia");
    }

    [Theory]
    [InlineData("mistakenly", new[] { PositionKind.Affirms, PositionKind.Denies })]
    [InlineData("long", new[] { PositionKind.Affirms })]
    public void Build_BeliefCalledMistaken_IsDeniedByTheReport(string adverb, PositionKind[] expected) => Build(Sample.Of(
        $"""
        Halden     Halden    PROPN  _            4  nsubj
        had        have      AUX    VerbForm=Fin 4  aux
        {adverb}   {adverb}  ADV    _            4  advmod
        believed   believe   VERB   Tense=Past|VerbForm=Part   0  root
        Norland    Norland   PROPN  _            6  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   4  ccomp
        boats      boat      NOUN   _            6  obj
        to         to        ADP    _            9  case
        Sedonia    Sedonia   PROPN  _            6  obl
        .          .         PUNCT  _            4  punct
        """, "The Norland Post", "2022-11-10")
        .Entity("Halden", ActorKind.Organization).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
        .Statement("Halden", $"had {adverb} believed", "Norland sold boats to Sedonia", lemma: "believe").Event("sold", "sell").Build())
        .Claims.ShouldHaveSingleItem().Positions.Select(static p => p.Kind).ShouldBe(expected);

    // "Ada Quill was convicted of <matter> ."
    private static AnnotatedReport Convicted(string matter, string outlet, string filler = "") => Sample.Of(
        $"""
        Ada        Ada       PROPN  _            4  nsubj:pass
        Quill      Quill     PROPN  _            1  flat
        was        be        AUX    Tense=Past|VerbForm=Fin   4  aux:pass
        convicted  convict   VERB   Tense=Past|VerbForm=Part   0  root
        of         of        ADP    _            6  case
        {matter}   {matter}  NOUN   _            4  obl
        .          .         PUNCT  _            4  punct
        """ + filler, outlet, "2022-11-10").Entity("Ada Quill", ActorKind.Person).Event("convicted", "convict", PloverType.SANCTION, recipients: ["Ada Quill"]).Build();

    [Theory]
    [InlineData("fraud", true)]
    [InlineData("theft", false)]
    public void Build_ConvictionsOfTwoMatters_AreTwo(string matter, bool one)
    {
        Account account = Build(Convicted("fraud", "The Norland Post"), Convicted(matter, "Sedonia Daily", "\n\nRain rain NOUN _ 2 nsubj\nfell fall VERB Tense=Past|VerbForm=Fin 0 root"));
        account.Claims.Any(static c => c.Positions.Length > 1).ShouldBe(one);
        account.Happenings.Any(static h => h.Reports.Length > 1).ShouldBe(one);
    }

    // A quotation of three sentences, of which the middle one bears no mark, between sentences of the report; then a word in marks.
    [Fact]
    public void Holds_QuotationOfSeveralParagraphs_AllItsSentences()
    {
        AnnotatedReport report = Sample.Of(
            """
            Halden     Halden    PROPN  _            2  nsubj
            closed     close     VERB   Tense=Past|VerbForm=Fin   0  root

            "          "         PUNCT  _            4  punct
            The        the       DET    _            3  det
            yard       yard      NOUN   _            4  nsubj
            closed     close     VERB   Tense=Past|VerbForm=Fin   0  root

            Boats      boat      NOUN   _            2  nsubj
            rotted     rot       VERB   Tense=Past|VerbForm=Fin   0  root

            "          "         PUNCT  _            3  punct
            Crews      crew      NOUN   _            3  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            "          "         PUNCT  _            3  punct

            The        the       DET    _            4  det
            "          "         PUNCT  _            4  punct
            grand      grand     ADJ    _            4  amod
            yard       yard      NOUN   _            6  nsubj
            "          "         PUNCT  _            4  punct
            reopened   reopen    VERB   Tense=Past|VerbForm=Fin   0  root
            """, "The Norland Post").Build();
        QuotedSentences quoted = new(ReportSet.Of([report]));
        Enumerable.Range(0, 5).Select(s => quoted.Holds(report.Report.Id, s)).ShouldBe([false, true, true, true, false]);
    }

    // "Vale said Quill, who sold boats to Sedonia, won Brevik": that she sold them the report takes for granted; "boats that were sold" may be of what Vale says.
    [Theory]
    [InlineData("who", "own voice")]
    [InlineData("that", "Vale")]
    public void Build_RelativeClauseOfAPersonInWhatIsSaid_IsTheReportsOwnWord(string relative, string expected)
    {
        AnnotatedReport said = Sample.Of(
            $"""
            Vale       Vale      PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Halden     Halden    PROPN  _            8  nsubj
            {relative} {relative} PRON  PronType=Rel 5  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   3  acl:relcl
            boats      boat      NOUN   _            5  obj
            to         to        ADP    _            9  case
            won        win       VERB   Tense=Past|VerbForm=Fin   2  ccomp
            Sedonia    Sedonia   PROPN  _            5  obl
            .          .         PUNCT  _            2  punct
            """, "Brevik Daily", "2022-11-10").Entity("Vale", ActorKind.Person).Entity("Halden", ActorKind.Organization).Entity("Sedonia", ActorKind.Country, "SE1")
            .Statement("Vale", "said", $"Halden {relative} sold boats to won Sedonia", lemma: "say").Event("sold", "sell").Build();
        AnnotatedReport told = Sample.Of(
            """
            Halden     Halden    PROPN  _            2  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   0  root
            boats      boat      NOUN   _            2  obj
            to         to        ADP    _            5  case
            Sedonia    Sedonia   PROPN  _            2  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization).Entity("Sedonia", ActorKind.Country, "SE1").Event("sold", "sell").Build();
        Build(said, told).Claims.Single(static c => c.Positions.Length > 1).Positions.Single(p => p.Report == said.Report.Id).Voice.ShouldBe(expected == "Vale" ? "Vale" : "Brevik Daily");
    }
}
