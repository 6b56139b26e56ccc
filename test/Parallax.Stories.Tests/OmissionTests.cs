using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Framings;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class OmissionTests
{
    private const string Sale =
        """
        Norland    Norland   PROPN  _            2  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   0  root
        patrol     patrol    NOUN   _            4  compound
        boats      boat      NOUN   _            2  obj
        to         to        ADP    _            6  case
        Sedonia    Sedonia   PROPN  _            2  obl
        .          .         PUNCT  _            2  punct
        """;

    private static AnnotatedReport Seller(string outlet, string published) => Sample.Of(Sale + Filler(outlet), outlet, published)
        .Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Event("sold", "sell", PloverType.AID, "2022-11-09", actors: ["Norland"], recipients: ["Sedonia"]).Build();

    private static AnnotatedReport Other(string first, string second, string published) => Sample.Of(
        $"""
        {first}    {first}   NOUN  _             2  nsubj
        reached    reach     VERB   Tense=Past|VerbForm=Fin   0  root
        {second}   {second}  NOUN  _             2  obj
        .          .         PUNCT  _            2  punct
        """ + Filler("Far Courier"), "Far Courier", published).Build();

    // Words enough for a report that could have told it.
    private static string Filler(string outlet) => string.Concat(Enumerable.Range(0, 16).Select(i =>
        "\n\n" + string.Join('\n', Enumerable.Range(0, 10).Select(j => $"{outlet[..2].ToLowerInvariant()}{(char)('a' + i)}{(char)('a' + j)}o {outlet[..2]} NOUN _ {(j == 0 ? 0 : 1)} {(j == 0 ? "root" : "nmod")}"))));

    private static ImmutableArray<Omission> Find(AnnotatedReport accused, string firstDay = "2022-11-10", Func<Event, Event>? act = null)
    {
        AnnotatedReport[] reports = [Seller("The Norland Post", firstDay), Seller("Sedonia Daily", "2022-11-10"), accused];
        Account account = new AccountBuilder(new AccountOptions()).Build(reports).Account;
        Claim claim = account.Claims.Single(static c => c.Positions.Length == 2);
        ImmutableArray<Happening> happenings = [.. account.Happenings.Where(static h => h.Reports.Length == 2).Select(h => h with { Reports = h.Reports.Add(accused.Report.Id) })];
        happenings.ShouldNotBeEmpty();
        reports[^1] = act is null ? accused : accused.With(ReportLayers.Events, new Layer<Event>([act(reports[0].Events[0])]));
        return OmissionFinder.Find(ReportSet.Of(reports), [claim], happenings, reports.ToDictionary(static r => r.Report.Id, static _ => "t"), reports.Select(static (r, i) => (r.Report.Id, i)).ToDictionary(static p => p.Id, static p => p.i));
    }

    [Fact]
    public void Find_ToldByTwoBeforeAndByNoSentence_IsLeftOut()
    {
        AnnotatedReport accused = Other("ministers", "harbour", "2022-11-12");
        Find(accused).ShouldHaveSingleItem().Report.ShouldBe(accused.Report.Id);
    }

    [Fact]
    public void Find_TwoOfItsWordsInOneSentence_MayBeItInOtherWords() => Find(Other("boats", "Sedonia", "2022-11-12")).ShouldBeEmpty();

    // "Norland sold vessels": the sale by a verb of its kind, with one who took part in it.
    [Theory]
    [InlineData("sell", true, false)]
    [InlineData("reach", true, true)]
    [InlineData("sell", false, true)]
    public void Find_ActOfTheKindWithOneOfTheSamePeople_MayBeItInOtherWords(string lemma, bool isSeller, bool isOmitted)
    {
        AnnotatedReport accused = Other("ministers", "harbour", "2022-11-12");
        Find(accused, act: seller => seller with { Id = "v9", Report = accused.Report.Id, Trigger = seller.Trigger with { Lemma = lemma }, Actors = isSeller ? seller.Actors : ["e9"], Recipients = [] }).Any().ShouldBe(isOmitted);
    }

    [Theory]
    [InlineData(MentionForm.Nominal, false)]
    [InlineData(MentionForm.Name, true)]
    public void Find_ActOfTheKindBySomebodyDescribed_MayBeItInOtherWords(MentionForm form, bool isOmitted)
    {
        Sample sample = Sample.Of("""
            Traders    trader    NOUN  _             2  nsubj
            reached    reach     VERB  Tense=Past|VerbForm=Fin   0  root
            harbour    harbour   NOUN  _             2  obj
            .          .         PUNCT _             2  punct
            """ + Filler("Far Courier"), "Far Courier", "2022-11-12").Entity("Traders", ActorKind.Unnamed, form: form);
        AnnotatedReport accused = sample.Build();
        Find(accused, act: seller => seller with { Id = "v9", Report = accused.Report.Id, Actors = [sample.EntityId("Traders")], Recipients = [] }).Any().ShouldBe(isOmitted);
    }

    [Fact]
    public void Find_OnlyOneToldItBefore_IsNoOmission() => Find(Other("ministers", "harbour", "2022-11-12"), firstDay: "2022-11-13").ShouldBeEmpty();
}
