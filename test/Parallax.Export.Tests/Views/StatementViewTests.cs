using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Export.Tests.Sample;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class StatementViewTests
{
    [Fact]
    public void Shortened_LongSpeech_EndsBehindASentenceWithAMark()
    {
        string speech = string.Join(' ', Enumerable.Repeat("The dam holds and we thank all who built it.", 40));

        string shown = StatementView.Shortened(speech);

        shown.ShouldEndWith("built it. …");
        shown.Length.ShouldBeInRange(900, 1002);
        speech.ShouldStartWith(shown[..^2]);
    }

    [Fact]
    public void Shortened_WithoutAnySpace_IsCutAllTheSame() => StatementView.Shortened(new string('x', 3000)).Length.ShouldBe(1002);

    [Fact]
    public void Shortened_ShortWords_AreGivenWhole() => StatementView.Shortened("The dam holds.").ShouldBe("The dam holds.");

    [Fact]
    public void Of_QuotationThatGoesOnBehindItsCue_IsCitedWhereItsWordsStand()
    {
        ReportDraft draft = new("quay.txt", ["Lamp lost"], ["“The lamp burned,” Ada Quill said.", "“The oil had run out.”"]);
        Statement first = draft.Statement("Ada Quill", "Ada Quill", null, ActorKind.Person, "said", "say", "The lamp burned", manner: Manner.Direct);
        Statement next = first with { Id = draft.IdOf('s', draft.Find("The oil")), Sentence = 2, Content = new SpannedText([draft.Find("The oil had run out")], "The oil had run out") };
        AccountIndex index = new(SpillAccount.Make() with { Reports = [draft.Report], Entities = [], Statements = [first, next], Claims = [], Conflicts = [], Times = [] });

        StatementView.Of(index, first).Cite!.Label.ShouldBe("A2");
        StatementView.Of(index, next).Cite!.Label.ShouldBe("A3");
    }

    [Theory]
    [InlineData("deny", "does not deny:")]
    [InlineData("confirm", "does not say:")]
    public void Lead_NegatedCue_TellsWhatWasNotDone(string lemma, string expected)
    {
        ReportDraft draft = new("quay.txt", ["Lamp lost"], ["Ada Quill does not comment the loss."]);
        Statement said = draft.Statement("Ada Quill", "Ada Quill", null, ActorKind.Person, "does not comment", lemma, "the loss", Stance.Other);
        said = said with { Cue = said.Cue with { Negated = true } };
        AccountIndex index = new(SpillAccount.Make() with { Reports = [draft.Report], Entities = [], Statements = [said], Claims = [], Conflicts = [], Times = [] });

        StatementView.Of(index, said).Lead.ShouldBe(expected);
    }

    [Theory]
    [InlineData("described", "describe", Stance.Other, "described")]
    [InlineData("admitted", "admit", Stance.Admits, "admits:")]
    [InlineData("said", "say", Stance.Asserts, null)]
    public void Lead_WordsThatGoOnFromTheVerb_IsTheVerb(string cue, string lemma, Stance stance, string? expected)
    {
        ReportDraft draft = new("quay.txt", ["Lamp lost"], [$"Ada Quill {cue} it as wooded."]);
        Statement said = draft.Statement("Ada Quill", "Ada Quill", null, ActorKind.Person, cue, lemma, "it as wooded", stance);
        AccountIndex index = new(SpillAccount.Make() with { Reports = [draft.Report], Entities = [], Statements = [said], Claims = [], Conflicts = [], Times = [] });

        StatementView.Of(index, said).Lead.ShouldBe(expected);
    }

    [Theory]
    [InlineData("that somebody hit the lamp and left,”", Manner.Indirect, "somebody hit the lamp and left")]
    [InlineData("the lamp was “safe,”", Manner.Mixed, "the lamp was “safe”")]
    [InlineData("“The lamp burned,” … “It was safe.”", Manner.Direct, "The lamp burned, … It was safe.")]
    public void Readable_MarksAtTheEdges_AreCut(string words, Manner manner, string expected)
    {
        ReportDraft draft = new("quay.txt", ["Lamp lost"], ["Ada Quill said so."]);
        Statement said = draft.Statement("Ada Quill", "Ada Quill", null, ActorKind.Person, "said", "say", "so", manner: manner);

        StatementView.Readable(said with { Content = said.Content with { Text = words } }).ShouldBe(expected);
    }

    [Fact]
    public void Of_PronounForSomebodyElse_IsNamedBesideTheWords()
    {
        ReportDraft draft = new("quay.txt", ["Lamp lost"], ["Bo Vale was on leave.", "The port said he had lost the lamp.", "Bo Vale said he was sorry."]);
        Entity vale = new() { Id = Ids.Group('e', ["Bo Vale"]), Kind = ActorKind.Person, Name = "Bo Vale", Aliases = [], Descriptions = [], Mentions = [draft.Mention("Bo Vale", MentionForm.Name), draft.Mention("he", MentionForm.Pronoun, "said he had"), draft.Mention("Bo Vale", MentionForm.Name, "Bo Vale said"), draft.Mention("he", MentionForm.Pronoun, "he was sorry")] };
        Statement port = draft.Statement("The port", "port", null, ActorKind.Organization, "said", "say", "he had lost the lamp"), own = draft.Statement("Bo Vale", "Bo Vale", vale.Id, ActorKind.Person, "said", "say", "he was sorry");
        AccountIndex index = new(SpillAccount.Make() with { Reports = [draft.Report], Entities = [vale], Statements = [port, own], Claims = [], Conflicts = [], Times = [] });

        StatementView.Of(index, port).Details.ShouldContain("“he” is Bo Vale");
        StatementView.Of(index, own).Details.ShouldNotContain("“he” is Bo Vale"); // who speaks stands above
    }
}
