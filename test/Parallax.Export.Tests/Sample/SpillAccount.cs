using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;
using Parallax.Core.Identity;
using Parallax.Core.Reports;

namespace Parallax.Export.Tests.Sample;

/// <summary>An account made by hand of an invented story: two reports rest on one agency, the ship's owner denies, a figure is updated, one sentence is
/// translated twice, one report is undated and hostile.</summary>
internal static class SpillAccount
{
    /// <summary>What a hostile report says, so that tests can look for it.</summary>
    public const string Script = "<script>alert('x')</script>";

    public static Account Make()
    {
        var a = new ReportDraft(
            "courier.txt",
            ["Tanker leaks oil off Velmora harbour"],
            ["The tanker Aurelia leaked oil into the bay of Velmora on Tuesday, 4 March 2031, the coast guard said."],
            ["At least 120 tonnes had reached the water by noon, according to coast guard captain Ines Taro.",
             "“The widening and growth of the slick worries every village on this coast,” Mayor Pavel Orsk was quoted as saying by Radio Velmora."],
            ["Orsk admitted that the harbour had let the ship in without an inspection.", "He denied that the town had been warned."]);
        var b = new ReportDraft(
            "harbour-post.html",
            ["Oil slick off Velmora after tanker accident"],
            ["The tanker Aurelia leaked oil into the bay of Velmora on Tuesday, the coast guard said."],
            ["About 150 tonnes were in the water on Wednesday, the coast guard said in a bulletin.",
             "“The breadth and growth of the slick worry every village on our coast,” said Mayor Orsk."],
            ["The owner, Lindqvist Lines, denies that the Aurelia leaked any oil.", "Greenwater, a campaign group, called the so-called accident a crime."]);
        var c = new ReportDraft(
            "=cmd|' /C calc'!A0.txt",
            ["Aurelia owner: not our oil " + Script],
            ["“The Aurelia did not lose a drop,” Lindqvist Lines said on Wednesday. [click](javascript:alert(1)) ![p](http://evil.example/p.png)"],
            ["The company told the Lantern \u001b[31mthat the slick\u001b[0m came from another ship.", "Coast guard captain Taro said the cause was not yet known."],
            ["It was \"><img src=x onerror=alert(2)> not clear who would pay."]);
        var d = new ReportDraft(
            "comment.md",
            ["Velmora sold its bay"],
            ["A town that waves tankers through should not be surprised by oil."]);

        a.Report = a.Report with
        {
            Outlet = new Outlet("The Velmora Courier", OutletBasis.Metadata), Byline = "By Ada Lind", Authors = ["Ada Lind"], Dateline = "Velmora", Genre = Genre.News,
            Published = Day("2031-03-04", DateBasis.Dateline), Agency = new Credit("North Wire", [a.Evidence("coast guard")]),
            Furniture = [new Furniture("Follow us on Chirper", 900, "a call to follow the outlet")],
        };
        b.Report = b.Report with
        {
            Outlet = new Outlet("Harbour Post", OutletBasis.Metadata), Genre = Genre.News, Published = Day("2031-03-05", DateBasis.Metadata),
            Agency = new Credit("North Wire", []), Url = "https://harbour-post.example/a?b=1&c=2",
            DateCandidates = [new DateCandidate("2031-03-05", "json-ld", "the page's own metadata")],
        };
        c.Report = c.Report with { Genre = Genre.Unknown, NotRead = [new NotRead(c.Find("It was").Start, c.Report.Text.Length, "the sentence is not complete")] };
        d.Report = d.Report with
        {
            Outlet = new Outlet("Daily Lantern", OutletBasis.File), Genre = Genre.Opinion,
            Published = new PublishedDate(null, "2031-03-05", "2031-03-07", "Thursday", DateBasis.Neighbours, Explanation.Of("dated-by-neighbours", "It tells of the slick that two dated reports tell of."), [d.Evidence("oil")]),
        };

        Entity taro = Who(ActorKind.Person, "Ines Taro", ["Taro"], ["coast guard captain"], a.Mention("Ines Taro", MentionForm.Name), c.Mention("Taro", MentionForm.Name));
        Entity orsk = Who(ActorKind.Person, "Pavel Orsk", ["Mayor Orsk", "Orsk"], ["mayor of Velmora"], a.Mention("Pavel Orsk", MentionForm.Name), a.Mention("He", MentionForm.Pronoun, "inspection"), b.Mention("Orsk", MentionForm.Name));
        Entity lines = Who(ActorKind.Organization, "Lindqvist Lines", ["the company"], ["owner of the Aurelia"], b.Mention("Lindqvist Lines", MentionForm.Name), c.Mention("Lindqvist Lines", MentionForm.Name));
        Entity guard = Who(ActorKind.Organization, "coast guard", [], [], a.Mention("the coast guard", MentionForm.Nominal), b.Mention("the coast guard", MentionForm.Nominal));
        Entity ship = Who(ActorKind.Product, "Aurelia", [], ["tanker"], a.Mention("Aurelia", MentionForm.Name), b.Mention("Aurelia", MentionForm.Name), c.Mention("Aurelia", MentionForm.Name));

        Statement leakA = a.Statement("the coast guard", "coast guard", guard.Id, ActorKind.Organization, "said", "say", "The tanker Aurelia leaked oil into the bay of Velmora on Tuesday, 4 March 2031");
        Statement tonnesA = a.Statement("coast guard captain Ines Taro", "Ines Taro", taro.Id, ActorKind.Person, "according to", "accord", "At least 120 tonnes had reached the water by noon");
        Statement quoteA = a.Statement("Mayor Pavel Orsk", "Pavel Orsk", orsk.Id, ActorKind.Person, "was quoted as saying", "say", "The widening and growth of the slick worries every village on this coast", manner: Manner.Direct) with
        {
            Chain = [new ChainHop("Radio Velmora", null, ActorKind.Outlet, HopRelation.QuotedBy, [a.Find("Radio Velmora")])], Occasion = "on the quay", Time = "2031-03-04",
        };
        Statement admitA = a.Statement("Orsk", "Pavel Orsk", orsk.Id, ActorKind.Person, "admitted", "admit", "the harbour had let the ship in without an inspection", Stance.Admits);
        Statement denyA = a.Statement("He", "Pavel Orsk", orsk.Id, ActorKind.Person, "denied", "deny", "the town had been warned", Stance.Denies);
        Statement leakB = b.Statement("the coast guard", "coast guard", guard.Id, ActorKind.Organization, "said", "say", "The tanker Aurelia leaked oil into the bay of Velmora on Tuesday");
        Statement tonnesB = b.Statement("the coast guard", "coast guard", guard.Id, ActorKind.Organization, "said in a bulletin", "say", "About 150 tonnes were in the water on Wednesday");
        Statement quoteB = b.Statement("Mayor Orsk", "Pavel Orsk", orsk.Id, ActorKind.Person, "said", "say", "The breadth and growth of the slick worry every village on our coast", manner: Manner.Direct);
        Statement denyB = b.Statement("Lindqvist Lines", "Lindqvist Lines", lines.Id, ActorKind.Organization, "denies", "deny", "the Aurelia leaked any oil", Stance.Denies);
        Statement crimeB = b.Statement("Greenwater", "Greenwater", null, ActorKind.Group, "called", "call", "the so-called accident a crime", Stance.Accuses) with { Force = Force.Distances };
        Statement denyC = c.Statement("Lindqvist Lines", "Lindqvist Lines", lines.Id, ActorKind.Organization, "said", "say", "The Aurelia did not lose a drop", Stance.Denies, Manner.Direct);
        Statement otherC = c.Statement("The company", "Lindqvist Lines", lines.Id, ActorKind.Organization, "told the Lantern", "tell", "that the slick\u001b[0m came from another ship") with
        {
            Chain = [new ChainHop("the Lantern", null, ActorKind.Outlet, HopRelation.Told, [c.Find("the Lantern")])], Hedge = "reportedly", Root = new ChainRoot(null, ActorKind.NotStated),
        };
        Statement causeC = c.Statement("Coast guard captain Taro", "Ines Taro", taro.Id, ActorKind.Person, "said", "say", "the cause was not yet known", Stance.SaysNotKnown);

        Event leakEventA = a.Event("leaked", "leak", PloverType.NONE, [ship.Id], [], "2031-03-04") with { According = leakA.Id };
        Event leakEventB = b.Event("leaked", "leak", PloverType.NONE, [ship.Id], [], "2031-03-04") with { According = leakB.Id };
        Event accuseB = b.Event("called", "call", PloverType.ACCUSE, [guard.Id], [lines.Id], "2031-03-05", cameo: "112") with { Mode = "disapprove" };
        Figure f120 = a.Figure("At least 120 tonnes", 120, 120, null, "tonne", "the water", "at least", "2031-03-04", tonnesA.Id);
        Figure f150 = b.Figure("About 150 tonnes", 150, 135, 165, "tonne", "the water", "about", "2031-03-05", tonnesB.Id);

        var happening = new Happening
        {
            Id = Ids.Group('h', [leakEventA.Id, leakEventB.Id]), Title = "The tanker Aurelia leaked oil", Plover = PloverType.NONE, Actors = [ship.Id], Time = "2031-03-04",
            Events = [leakEventA.Id, leakEventB.Id], Reports = [a.Id, b.Id],
        };
        var wire = new Origin(Ids.Group('o', [leakA.Id]), "coast guard", OriginKind.Speaker, [a.Id, b.Id], "Reports A and B share the agency's text and name one speaker.");
        var taroOrigin = new Origin(Ids.Group('o', [tonnesA.Id]), "Ines Taro", OriginKind.Speaker, [a.Id, c.Id], "One named speaker.");
        var owner = new Origin(Ids.Group('o', [denyB.Id]), "Lindqvist Lines", OriginKind.Speaker, [b.Id, c.Id], "One company.");
        var orskOrigin = new Origin(Ids.Group('o', [quoteA.Id]), "Pavel Orsk", OriginKind.Speaker, [a.Id, b.Id], "One speaker on one occasion.");
        string story = Ids.Group('t', [a.Id, b.Id, c.Id, d.Id]);

        Claim leak = ClaimOf(story, leakA, a, ClaimStatus.Disputed, 1, 2, 1, 2,
            At(PositionKind.Affirms, leakA, leakEventA.Id, wire), At(PositionKind.Affirms, leakB, leakEventB.Id, wire), At(PositionKind.Denies, denyB, null, owner),
            At(PositionKind.Denies, denyC, null, owner), At(PositionKind.SaysNotKnown, causeC, null, taroOrigin));
        Claim tonnes = ClaimOf(story, tonnesA, a, ClaimStatus.Updated, 1, 1, 1, 1, At(PositionKind.Affirms, tonnesA, null, taroOrigin), At(PositionKind.Affirms, tonnesB, null, wire));
        Claim inspection = ClaimOf(story, admitA, a, ClaimStatus.OneOrigin, 1, 1, 1, 1, At(PositionKind.Affirms, admitA, null, orskOrigin));
        Claim worry = ClaimOf(story, quoteA, a, ClaimStatus.Corroborated, 2, 2, 1, 1, At(PositionKind.Affirms, quoteA, null, orskOrigin), At(PositionKind.Affirms, quoteB, null, wire));
        Claim crime = ClaimOf(story, crimeB, b, ClaimStatus.OneOrigin, 1, 1, 0, 1,
            new Position(PositionKind.Affirms, crimeB.Id, null, b.Id, "own voice", wire.Id), new Position(PositionKind.DeniesSomethingElse, otherC.Id, null, c.Id, "Lindqvist Lines", owner.Id));
        Claim warned = ClaimOf(story, denyA, a, ClaimStatus.Denied, 0, 0, 0, 0, At(PositionKind.Denies, denyA, null, orskOrigin));

        return new Account
        {
            Made = new Made("parallax 0.1.0", "en-1 0123456789abcdef", ImmutableSortedDictionary<string, string>.Empty.Add("language", "en")),
            Reports = [a.Report, b.Report, c.Report, d.Report],
            Entities = [taro, orsk, lines, guard, ship],
            Times = [a.Time("Tuesday, 4 March 2031", "2031-03-04"), b.Time("Tuesday", "2031-03-04", TimeAnchor.Published), b.Time("Wednesday", "2031-03-05", TimeAnchor.Published), c.Time("Wednesday", "XXXX-WXX-3", TimeAnchor.None)],
            Figures = [f120, f150],
            Statements = [leakA, tonnesA, quoteA, admitA, denyA, leakB, tonnesB, quoteB, denyB, crimeB, denyC, otherC, causeC],
            Events = [leakEventA, leakEventB, accuseB],
            Stories = [new Story(story, "Tanker leaks oil off Velmora harbour", [a.Id, b.Id, c.Id, d.Id], "2031-03-04", "2031-03-05") { Explanation = Explanation.Of("one-story", "They share a ship, a place and a day.") }],
            Happenings = [happening],
            Claims = [leak, tonnes, inspection, worry, crime, warned],
            Origins = [wire, taroOrigin, owner, orskOrigin],
            Conflicts =
            [
                new Conflict(Ids.Group('k', [leak.Id]), ConflictKind.Denial, ConflictRelation.Conflict, leak.Id,
                    [Side("it leaked oil", leakA, leakB), Side("it did not", denyB, denyC)], Explanation.Of("denial", "The same ship, act and day; the owner denies it.")),
                new Conflict(Ids.Group('k', [tonnes.Id]), ConflictKind.Figure, ConflictRelation.Update, tonnes.Id,
                    [Side("at least 120 tonnes", tonnesA), Side("about 150 tonnes", tonnesB)], Explanation.Of("later-as-of", "The second figure is of the next day.")),
            ],
            Quotations =
            [
                new Quotation(Ids.Group('q', [quoteA.Id, quoteB.Id]), orsk.Id, [new QuotationVersion(quoteA.Id, a.Id), new QuotationVersion(quoteB.Id, b.Id)], QuotationRelation.Rendering,
                    [new WordDifference("widening", "breadth"), new WordDifference("worries", "worry"), new WordDifference("this", "our")], 0.7894) { Explanation = Explanation.Of("same-utterance", "One speaker, one day, most words alike.") },
            ],
            Dependences =
            [
                new Dependence(b.Id, a.Id, DependenceKind.SharesText, 0.3333333, [b.Evidence("The tanker Aurelia leaked oil into the bay of Velmora on Tuesday"), a.Evidence("The tanker Aurelia leaked oil into the bay of Velmora on Tuesday")]),
                new Dependence(d.Id, a.Id, DependenceKind.SameOrigin, null, []),
            ],
            Timeline =
            [
                new TimelineEntry("2031-03-04", TimePrecision.Day, happening.Id, null, [a.Id, b.Id], "The tanker Aurelia leaked oil into the bay of Velmora", [a.Evidence("The tanker Aurelia leaked oil into the bay of Velmora")]),
                new TimelineEntry("2031-03-04", TimePrecision.Day, null, tonnesA.Id, [a.Id], "At least 120 tonnes had reached the water by noon", [a.Evidence("At least 120 tonnes had reached the water by noon")]),
                new TimelineEntry("2031-03", TimePrecision.Month, null, causeC.Id, [c.Id], "the cause was not yet known", [c.Evidence("the cause was not yet known")]),
            ],
            Framing = new Framing(
                [new LabelGroup("accident", null, [new LabelUse("so-called accident", b.Id, FramingVoice.Own, [b.Evidence("so-called accident")]), new LabelUse("tanker accident", b.Id, FramingVoice.Own, [b.Evidence("tanker accident")])])],
                [new VoiceShare(a.Id, orsk.Id, "Pavel Orsk", 3, 28, 0.34567), new VoiceShare(c.Id, lines.Id, "Lindqvist Lines", 2, 15, 0.25)],
                [new Portrayal(b.Id, ship.Id, -0.25, FramingVoice.Own, [b.Evidence("so-called accident")])],
                [new Omission(inspection.Id, c.Id, "It was published the day before, and this report tells of the same leak.")]),
            Findings = [new Finding("PX0102", Severity.Error, "photo.jpg", "Found an image, expected a text " + Script), new Finding("PX0110", Severity.Info, c.Id, "No publication date was found.")],
        };
    }

    /// <summary>An account of nothing.</summary>
    public static Account Empty() => new() { Made = new Made("parallax 0.1.0", "en-1 0123456789abcdef", ImmutableSortedDictionary<string, string>.Empty) };

    /// <summary>An account of one report in which nothing was found.</summary>
    public static Account OneReport() => Empty() with { Reports = [new ReportDraft("one.txt", ["Nothing happened"], ["It rained."]).Report] };

    private static PublishedDate Day(string day, DateBasis basis) => new(day, day, day, null, basis, Explanation.Of("dated", "The page says so."), []);

    private static Entity Who(ActorKind kind, string name, ImmutableArray<string> aliases, ImmutableArray<string> descriptions, params Mention[] mentions) => new()
    {
        Id = Ids.Group('e', mentions.Select(mention => mention.Report + mention.Start)), Kind = kind, Name = name, Aliases = aliases, Descriptions = descriptions, Mentions = [.. mentions],
    };

    private static Position At(PositionKind kind, Statement statement, string? happened, Origin origin) => new(kind, statement.Id, happened, statement.Report, statement.Source.Name, origin.Id);

    private static Claim ClaimOf(string story, Statement words, ReportDraft report, ClaimStatus status, int saidLow, int saidHigh, int soLow, int soHigh, params Position[] positions) => new()
    {
        Id = Ids.Group('c', [words.Id]), Stories = [story], Text = words.Content.Text, TextEvidence = report.Evidence(words.Content.Text), Status = status, Positions = [.. positions],
        Origins = new OriginCounts(new CountRange(saidLow, saidHigh), new CountRange(soLow, soHigh)), Explanation = Explanation.Of("same-proposition", "The same ship, act and day."),
    };

    private static ConflictSide Side(string value, params Statement[] statements) =>
        new(value, [.. statements.Select(statement => new SideEvidence(statement.Report, statement.Content.Spans[0].Start, statement.Content.Spans[^1].End, statement.Id, null))]);
}
