using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Export.Tests.Sample;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class InShortTests
{
    [Fact]
    public void Select_Story_StartsWithTheDisputeThatMostReportsTakePartIn()
    {
        Account account = SpillAccount.Make();

        ImmutableArray<InShortSentence> chosen = InShort.Select(account);

        chosen[0].Claim!.Status.ShouldBe(ClaimStatus.Disputed);
        chosen.Length.ShouldBeInRange(InShort.Fewest, InShort.Most);
        chosen.Select(sentence => (sentence.Report, sentence.Sentence)).ShouldBeUnique();
    }

    [Fact]
    public void Select_TwoReportsOfTheSameSentence_TakesOne()
    {
        Account account = SpillAccount.Make();

        IEnumerable<string> texts = InShort.Select(account).Select(sentence => Text(account, sentence));

        texts.Count(text => text.Contains("leaked oil into the bay", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Select_OpinionPiece_IsNeverQuoted()
    {
        Account account = SpillAccount.Make();

        InShort.Select(account).ShouldAllBe(sentence => account.Reports.Single(report => report.Id == sentence.Report).Genre != Genre.Opinion);
    }

    [Fact]
    public void Select_MoreOrigins_ComeFirst()
    {
        Account account = SpillAccount.Make();
        Claim inspection = account.Claims.Single(claim => claim.Text.StartsWith("the harbour had let", StringComparison.Ordinal));
        Claim strengthened = inspection with { Origins = new OriginCounts(new CountRange(3, 3), new CountRange(3, 3)), Status = ClaimStatus.Corroborated };

        Account changed = account with { Claims = account.Claims.Replace(inspection, strengthened) };

        Place(changed, inspection.Id).ShouldBeLessThan(Place(account, inspection.Id));
    }

    [Fact]
    public void Select_WithoutClaims_FallsBackToFirstParagraphs()
    {
        Account account = SpillAccount.Make() with { Claims = [], Happenings = [] };

        ImmutableArray<InShortSentence> chosen = InShort.Select(account);

        chosen.ShouldNotBeEmpty();
        chosen.ShouldAllBe(sentence => sentence.Claim == null);
    }

    [Fact]
    public void Select_LeadsThatTellTheSameInOtherWords_TakesOne()
    {
        string[] body = [.. Enumerable.Range(0, 20).Select(static i => $"The patrol boat Ullswater met pirates near Vorna harbour in week number {i + 100}.")];
        Account account = SpillAccount.Empty() with
        {
            Reports =
            [
                new ReportDraft("one.txt", ["Pirates"], ["The patrol boat Ullswater drove pirates away near Vorna harbour and rescued twelve fishermen."], body).Report,
                new ReportDraft("two.txt", ["Attack"], ["Sailors aboard patrol boat Ullswater foiled another attack by pirates near Vorna harbour."], body).Report,
            ],
        };

        InShort.Select(account).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("A climber fell from the Ridge of Orsk and was found by a patrol.", true)]
    [InlineData("The climber fell from the Ridge of Orsk and was found by a patrol.", false)]
    [InlineData("A climber fell from the Ridge of Orsk yesterday before a patrol came.", false)]
    [InlineData("A climber fell from the Ridge of Orsk and was found by a patrol, he said.", false)]
    public void Select_WhoOrWhenThatStandsElsewhere_ComesLater(string lead, bool first)
    {
        ReportDraft open = new("one.txt", ["Climber"], [lead]), other = new("two.txt", ["Fall"], ["Somebody fell from the Ridge of Orsk, where a patrol found another climber."]);
        Entity climber = new() { Id = "e1", Kind = ActorKind.Unnamed, Name = "climber", Mentions = [new Mention(open.Id, open.Find("climber").Start, open.Find("climber").End, MentionForm.Nominal)] };
        Account account = SpillAccount.Empty() with { Reports = [open.Report, other.Report], Entities = [climber] };

        (InShort.Select(account)[0].Report == open.Id).ShouldBe(first);
    }

    [Fact]
    public void Select_ClaimsThatMayBeOne_TakesOne()
    {
        Account account = SpillAccount.Make();
        Claim[] shown = [.. InShort.Select(account).Select(static sentence => sentence.Claim).OfType<Claim>().Take(2)];
        shown.Length.ShouldBe(2);
        Claim near = shown[1] with { Near = [new NearTelling(shown[0].TextEvidence, shown[0].Id, 0.5)] };

        InShort.Select(account with { Claims = account.Claims.Replace(shown[1], near) }).Select(static sentence => sentence.Claim?.Id).ShouldNotContain(near.Id);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void Select_BeginningThatTellsOnlyWhatIsToldAlready_IsLeftOut(bool isOneHappening, int expected)
    {
        ReportDraft one = new("one.txt", ["Ferry"], ["A ferry struck the Vorna pier at noon under heavy snow."]), two = new("two.txt", ["Pier"], ["Somebody steered an old vessel against a quay while passengers slept."]);
        Event struck = ActOf(one, "struck"), steered = ActOf(two, "steered");
        Happening[] happenings = isOneHappening ? [HappeningOf("h1", struck, steered)] : [];
        Account account = SpillAccount.Empty() with { Reports = [one.Report, two.Report], Events = [struck, steered], Happenings = [.. happenings] };

        InShort.Select(account).Length.ShouldBe(expected);

        static Event ActOf(ReportDraft draft, string word) => new() { Id = "v" + word, Report = draft.Id, Sentence = draft.Report.Sentences.Length - 1, Trigger = new EventTrigger(draft.Find(word).Start, draft.Find(word).End, word), Plover = PloverType.NONE, Factuality = Factuality.Happened };
        static Happening HappeningOf(string id, params Event[] told) => new() { Id = id, Title = "struck", Plover = PloverType.NONE, Events = [.. told.Select(static t => t.Id)], Reports = [.. told.Select(static t => t.Report)] };
    }

    // What one report tells further down is a line only where there are not enough others.
    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public void Select_WhatOneReportTellsFurtherDown_IsALineOnlyWhereOthersAreFew(int leads, bool isShown)
    {
        string[] beginnings = ["A ferry struck the Vorna pier at noon under heavy snow.", "Rescuers evacuated eleven passengers before midnight.", "Divers found a missing anchor near Ancaster shoals."];
        ReportDraft[] drafts = [.. beginnings.Take(leads).Select(static (lead, at) => new ReportDraft($"{at}.txt", [$"Report {at}"], [lead], ["It snowed."], ["It blew."], ["It froze."], ["Merchants opened seventeen workshops beside Kestrel lake."]))];
        TextSpan at = drafts[0].Find("Merchants opened seventeen workshops beside Kestrel lake");
        Claim claim = new()
        {
            Id = "c1", Text = drafts[0].Report.Text[at.Start..at.End], TextEvidence = new Evidence(drafts[0].Id, at.Start, at.End), Status = ClaimStatus.OneOrigin, Explanation = Explanation.Of("one-origin", "One report tells it."),
            Positions = [new Position(PositionKind.Affirms, null, null, drafts[0].Id, "own voice", "o1")], Origins = new OriginCounts(new CountRange(2, 2), new CountRange(0, 1)),
        };
        string[] verbs = ["struck", "evacuated", "found"];
        Event[] acts = [ActOf(drafts[0], "opened", drafts[0].Report.Sentences.Length - 1), .. drafts.Select((draft, index) => ActOf(draft, verbs[index], 1))];
        Account account = SpillAccount.Empty() with { Reports = [.. drafts.Select(static d => d.Report)], Events = [.. acts], Claims = [claim] };

        InShort.Select(account).Any(static line => line.Claim is not null).ShouldBe(isShown);

        static Event ActOf(ReportDraft draft, string word, int sentence) => new() { Id = $"v{draft.Id}{word}", Report = draft.Id, Sentence = sentence, Trigger = new EventTrigger(draft.Find(word).Start, draft.Find(word).End, word), Plover = PloverType.NONE, Factuality = Factuality.Happened };
    }

    [Theory]
    [InlineData(ClaimStatus.Corroborated, true)]
    [InlineData(ClaimStatus.OneOrigin, false)]
    public void Select_WhatIsNoKindOfAct_StandsBehindActsUnlessItIsCorroborated(ClaimStatus status, bool first)
    {
        ReportDraft draft = new("one.txt", ["Night"], ["It was a night that few on the coast will forget."], ["Rescuers evacuated eleven passengers before midnight."], ["The tug Merganser drifted onto the shoals of Ancaster."]);
        TextSpan drifted = draft.Find("The tug Merganser drifted onto the shoals of Ancaster"), evacuated = draft.Find("Rescuers evacuated eleven passengers before midnight");
        Event act = new() { Id = "v1", Report = draft.Id, Sentence = 2, Trigger = new EventTrigger(draft.Find("evacuated").Start, draft.Find("evacuated").End, "evacuate"), Plover = PloverType.AID, Factuality = Factuality.Happened };
        Account account = SpillAccount.Empty() with { Reports = [draft.Report], Events = [act], Claims = [ClaimOf("c1", drifted, status), ClaimOf("c2", evacuated, ClaimStatus.OneOrigin)] };

        (InShort.Select(account)[0].Claim!.Id == "c1").ShouldBe(first);

        Claim ClaimOf(string id, TextSpan at, ClaimStatus told) => new()
        {
            Id = id, Text = draft.Report.Text[at.Start..at.End], TextEvidence = new Evidence(draft.Id, at.Start, at.End), Status = told, Explanation = Explanation.Of("one-origin", "One report tells it."),
            Positions = [new Position(PositionKind.Affirms, null, null, draft.Id, "own voice", "o1")],
            Origins = new OriginCounts(new CountRange(0, 1), new CountRange(0, 1)),
        };
    }

    // What the report begins with comes before what somebody says further down; without a title a short line is its headline, and a line that ends with a colon is none of its text.
    [Theory]
    [InlineData("The harbour of Brevik was closed to every ship on Friday after the Merganser drifted ashore.", true)]
    [InlineData("BREVIK, a harbour on the coast of Norland, where the Merganser drifted ashore on Friday night:", false)]
    [InlineData("Harbour of Brevik closed on Friday", false)]
    [InlineData("It was a night on a coast that nobody who was out in the wind and rain will forget so soon.", false)]
    public void Select_BeginningOfAReport_ComesBeforeWhatIsSaidFurtherDown(string lead, bool first)
    {
        ReportDraft draft = new("one.txt", [], [lead], ["Rain fell."], ["Wind rose."], ["Lamps went out."], ["Cook Bo Vale remembered a storm in which eleven passengers slept."]);
        var name = new Entity { Id = "e1", Name = "Brevik", Kind = ActorKind.Place, Mentions = lead.Contains("Brevik", StringComparison.Ordinal) ? [draft.Mention("Brevik", MentionForm.Name)] : [] };
        TextSpan told = draft.Find("Cook Bo Vale remembered a storm in which eleven passengers slept");
        var claim = new Claim
        {
            Id = "c1", Text = draft.Report.Text[told.Start..told.End], TextEvidence = new Evidence(draft.Id, told.Start, told.End), Status = ClaimStatus.OneOrigin, Explanation = Explanation.Of("one-origin", "One report tells it."),
            Positions = [new Position(PositionKind.Affirms, null, null, draft.Id, "own voice", "o1")],
            Origins = new OriginCounts(new CountRange(1, 1), new CountRange(0, 1)),
        };
        Account account = SpillAccount.Empty() with { Reports = [draft.Report], Entities = [name], Claims = [claim] };

        (InShort.Select(account)[0].Claim is null).ShouldBe(first);
    }

    // "The ferry struck the pier …" of a lead and a part of it that two tell.
    [Theory]
    [InlineData("the ferry struck the Vorna pier under heavy snow", 1)]
    [InlineData("eleven passengers slept in cabins below the upper deck", 2)]
    public void Select_ClaimInTheWordsOfABeginning_IsNotToldAgain(string words, int expected)
    {
        ReportDraft one = new("one.txt", [], ["On Friday at noon the ferry Merganser struck the wooden Vorna pier under heavy snow while Brevik watched."]), two = new("two.txt", [], ["Rain fell."], ["Wind rose."], ["Lamps went out."], [$"Cook Bo Vale knows that {words}."]);
        TextSpan told = two.Find(words);
        var name = new Entity { Id = "e1", Name = "Brevik", Kind = ActorKind.Place, Mentions = [one.Mention("Brevik", MentionForm.Name)] };
        var claim = new Claim
        {
            Id = "c1", Text = words, TextEvidence = new Evidence(two.Id, told.Start, told.End), Status = ClaimStatus.OneOrigin, Explanation = Explanation.Of("one-origin", "One report tells it."),
            Positions = [new Position(PositionKind.Affirms, null, null, two.Id, "own voice", "o1")],
            Origins = new OriginCounts(new CountRange(1, 1), new CountRange(0, 1)),
        };

        InShort.Select(SpillAccount.Empty() with { Reports = [one.Report, two.Report], Entities = [name], Claims = [claim] }).Length.ShouldBe(expected);
    }

    // A weak line stands only where several reports tell it.
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Select_WeakLine_StandsWhereSeveralTellIt(int reports, bool expected)
    {
        string[] told = ["Lanterns failed along Brevik quay", "Quarry horses bolted towards Ancaster", "Seven glaziers repaired church windows", "Plum orchards flowered before Easter"];
        ReportDraft one = new("one.txt", [], ["Rain fell."], ["Wind rose."], ["Lamps went."], ["Cold came."], [told[0] + "."], [told[1] + "."], [told[2] + "."], [told[3] + "."]), two = new("two.txt", [], ["Snow fell."]);
        Account account = SpillAccount.Empty() with { Reports = [one.Report, two.Report], Claims = [.. told.Select((line, i) => ClaimOf(line, i == 0 ? 2 : i == 3 ? reports : 1, i == 0 ? 3 : i == 3 ? 0 : 1))] };

        InShort.Select(account).Any(line => line.Claim!.Text == told[3]).ShouldBe(expected);

        Claim ClaimOf(string text, int reports, int origins) => new()
        {
            Id = "c" + text, Text = text, TextEvidence = new Evidence(one.Id, one.Find(text).Start, one.Find(text).End), Status = origins == 3 ? ClaimStatus.Disputed : ClaimStatus.OneOrigin, Explanation = Explanation.Of("one-origin", "One report tells it."),
            Positions = [.. new[] { one.Id, two.Id }.Take(reports).Select(report => new Position(PositionKind.Affirms, null, null, report, "own voice", "o" + report))],
            Origins = new OriginCounts(new CountRange(origins, origins), new CountRange(origins, origins)),
        };
    }

    // A sentence that goes on from another cannot open the short version; the lead that tells what the headline announces does.
    [Theory]
    [InlineData("But the harbour of Brevik stayed closed to every ship on Friday after the Merganser drifted ashore.", false)]
    [InlineData("The harbour of Brevik stayed closed to every ship on Friday after the Merganser drifted ashore.", true)]
    public void Select_SentenceThatGoesOn_IsNoLine(string further, bool isShown)
    {
        ReportDraft draft = new("one.txt", ["Harbour of Brevik stays closed"], ["Getting a ship afloat, while far from easy, has been done before."], [further], ["Rain fell."]);

        InShort.Select(SpillAccount.Empty() with { Reports = [draft.Report] }).Any(line => Text(SpillAccount.Empty() with { Reports = [draft.Report] }, line) == further).ShouldBe(isShown);
    }

    [Fact]
    public void Select_EmptyAccount_IsEmpty() => InShort.Select(SpillAccount.Empty()).ShouldBeEmpty();

    private static string Text(Account account, InShortSentence sentence)
    {
        AccountReport report = account.Reports.Single(report => report.Id == sentence.Report);
        return report.Text[report.Sentences[sentence.Sentence].Start..report.Sentences[sentence.Sentence].End];
    }

    private static int Place(Account account, string claim)
    {
        ImmutableArray<InShortSentence> chosen = InShort.Select(account);
        for (int i = 0; i < chosen.Length; i++)
        {
            if (chosen[i].Claim?.Id == claim)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
