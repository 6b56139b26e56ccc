using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Quotations;
using Parallax.Stories.Words;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class SameWordsTests
{
    // One sentence a line; the parse is flat, for only words and sentences count here.
    private static Sample Report(params string[] sentences) => new(ParsedReport.Over(
        string.Join(' ', sentences), string.Join("\n\n", sentences.Select(static s => string.Join('\n', s.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static (w, i) => $"{w} {w} X _ {(i == 0 ? 0 : 1)} {(i == 0 ? "root" : "dep")}"))))));

    private static Quotation[] Find(params Sample[] samples)
    {
        AnnotatedReport[] reports = [.. samples.Select(static s => s.Build())];
        Dictionary<string, int> order = reports.Select(static (r, i) => (r.Report.Id, i)).ToDictionary(static p => p.Id, static p => p.i), story = order.ToDictionary(static p => p.Key, static _ => 0);
        return [.. QuotationMaker.Make(ReportSet.Of(reports), new Dictionary<string, Entity>(), story, order, new WordMeanings(null), new ExplanationBook())];
    }

    private static Sample Speech() => Report("Mayor Ada Brandt spoke .", "\"The old piles are rotten and we shall replace them before winter . ", "Nobody pays a fee for that , and the ferry goes on sailing from the northern quay . ", "Thank you all . \"")
        .Entity("Ada Brandt", ActorKind.Person).Statement("Ada Brandt", "spoke", "The old piles are rotten and we shall replace them before winter .  Nobody pays a fee for that , and the ferry goes on sailing from the northern quay .  Thank you all . ", manner: Manner.Direct);

    [Fact]
    public void Make_QuotationCutFromASpeech_IsFoundWithItsSentenceOfTheSpeech()
    {
        Sample cut = Report("The \"ferry goes on sailing from the northern quay\" , Ada Brandt said .").Entity("Ada Brandt", ActorKind.Person);
        cut.Statement("Ada Brandt", "said", "\"ferry goes on sailing from the northern quay\"", manner: Manner.Direct);
        Quotation found = Find(Speech(), cut).ShouldHaveSingleItem();
        found.Relation.ShouldBe(QuotationRelation.Cut);
        found.Versions[0].Spans.ShouldHaveSingleItem().ShouldBe(Speech().Span("Nobody pays a fee for that , and the ferry goes on sailing from the northern quay"));
    }

    [Fact]
    public void Make_WordsOfASpeechThatAnotherTellsAsItsOwn_AreNobodysQuotation() =>
        Find(Speech(), Report("As before , the ferry goes on sailing from the northern quay , and the market opens .")).ShouldBeEmpty();

    [Fact]
    public void Make_QuotationThatAnotherHasWithoutMarks_IsFoundWithoutAStatement()
    {
        Sample quoted = Report("The jury praised \"patient and thorough work on the sinking northern quay wall\" yesterday .").Entity("jury", ActorKind.Group).Statement("jury", "praised", "patient and thorough work on the sinking northern quay wall", manner: Manner.Mixed);
        Quotation found = Find(quoted, Report("It has the prize for patient and thorough work on the sinking northern quay wall .")).ShouldHaveSingleItem();
        found.Versions.Select(static v => v.Statement is null).ShouldBe([false, true]);
        found.Relation.ShouldBe(QuotationRelation.Identical);
    }

    [Fact]
    public void Make_FramedOtherwiseAndOtherMarks_IsIdentical()
    {
        Sample one = Report("\"It's a sad day for every pilot family , \" Ada Brandt said , \"and we won't forget it .\"").Entity("Ada Brandt", ActorKind.Person);
        one.Statement("Ada Brandt", "said", "It's a sad day for every pilot family , ", manner: Manner.Direct);
        Sample other = Report("Ada Brandt said : “It’s a sad day for every pilot family”").Entity("Ada Brandt", ActorKind.Person);
        other.Statement("Ada Brandt", "said", "It’s a sad day for every pilot family", manner: Manner.Direct);
        Quotation found = Find(one, other).ShouldHaveSingleItem();
        (found.Relation, found.Differences.Length).ShouldBe((QuotationRelation.Identical, 0));
    }

    [Fact]
    public void Make_NamesAlone_AreNobodysQuotation()
    {
        Sample pays = Report("Ada Brandt said \"the Northern Quay Pilots Union of Greater Veld\" must pay the whole bill .").Entity("Ada Brandt", ActorKind.Person);
        Sample fails = Report("Ada Brandt said \"the Northern Quay Pilots Union of Greater Veld\" went bankrupt long ago .").Entity("Ada Brandt", ActorKind.Person);
        pays.Statement("Ada Brandt", "said", "\"the Northern Quay Pilots Union of Greater Veld\" must pay the whole bill", manner: Manner.Mixed);
        fails.Statement("Ada Brandt", "said", "\"the Northern Quay Pilots Union of Greater Veld\" went bankrupt long ago", manner: Manner.Mixed);
        Find(pays, fails).ShouldBeEmpty();
    }
}
