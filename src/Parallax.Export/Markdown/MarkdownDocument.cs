using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;
using Parallax.Export.Views;

namespace Parallax.Export.Markdown;

/// <summary>Builds one Markdown document. Not thread-safe.</summary>
internal sealed partial class MarkdownDocument(AccountIndex index)
{
    private readonly StringBuilder _text = new();
    private readonly Endnotes _notes = new();

    public string Build()
    {
        Head();
        Short();
        Timeline();
        Happenings();
        Claims();
        Disputes();
        Speakers();
        Quotations();
        Figures();
        Framing();
        OneOrigin();
        Dependences();
        Doubtful();
        Reports();
        Made();
        Notes();
        return _text.ToString();
    }

    private void Head()
    {
        HeadView head = HeadView.Of(index);
        Line("# " + (head.Title is null ? "An account of no report" : Safe(head.Title.Text)));
        foreach (Excerpt other in head.OtherStories)
        {
            Line($"\nAlso: {Safe(other.Text)}");
        }

        Line();
        Line(Words.Capital(string.Join("; ", head.Dates is null ? head.Facts : [head.Dates, .. head.Facts])) + ".");
        foreach (string line in head.NotRead)
        {
            Line();
            Line(Safe(line));
        }
    }

    private void Short()
    {
        ImmutableArray<ShortLine> lines = ShortLine.AllOf(index);
        if (!Heading("In short", lines.Length))
        {
            return;
        }

        foreach (ShortLine line in lines)
        {
            Line($"- {(line.IsPart ? Quote(line.Words) : Safe(line.Words.Text))}{(line.Bracket.Length == 0 ? "" : " " + Safe(line.Bracket))}{Note(line.Cite)} — {Safe(line.By)}");
        }
    }

    private void Timeline()
    {
        TimelineView timeline = TimelineView.Of(index);
        if (!Heading("Timeline", timeline.Lines.Length + timeline.OtherUpdates.Length))
        {
            return;
        }

        foreach (TimelineLine line in timeline.Lines)
        {
            Line($"- **{Safe(line.When)}**: {Quote(line.Text)}{(line.Bracket.Length == 0 ? "" : " " + Safe(line.Bracket))}{NotesOf(line.Cites)}");
            foreach (DisputeView update in line.Updates)
            {
                Update(update, "  ");
            }
        }

        foreach (DisputeView update in timeline.OtherUpdates)
        {
            Update(update, "");
        }
    }

    private void Update(DisputeView update, string indent)
    {
        foreach (DisputeSide side in update.Sides.Skip(1))
        {
            Line($"{indent}- updated: {Safe(side.Heading)}{NotesOf(side.Voices.Select(static voice => voice.Cite))}");
        }
    }

    private void Happenings()
    {
        ImmutableArray<HappeningView> happenings = HappeningView.AllOf(index);
        if (Heading("What several reports tell", happenings.Length))
        {
            foreach (HappeningView happening in happenings)
            {
                Line($"- {Quote(happening.Text)}{NotesOf(happening.Cites)} — {Safe(string.Join("; ", happening.Facts))}");
            }
        }
    }

    private void Speakers()
    {
        ImmutableArray<SpeakerView> speakers = SpeakerView.AllOf(index);
        if (!Heading("Who says what", speakers.Length))
        {
            return;
        }

        foreach (SpeakerView speaker in speakers)
        {
            Line();
            Line($"### {Safe(speaker.Name)}");
            Line();
            foreach (StatementView statement in speaker.Statements)
            {
                string cue = statement.Statement.Cue.Text.Length > 0 ? $"“{Safe(statement.Statement.Cue.Text)}”, " : "";
                string chain = statement.HasChain ? "; " + Chain(statement.Chain) : "";
                string lead = statement.Lead is { } act ? $"{act} " : "";
                Line($"- {lead}{Said(statement)}{NotesOf([statement.Cite])} — {cue}{Safe(string.Join(", ", statement.Details))}{chain}");
            }
        }
    }

    private void Doubtful()
    {
        ImmutableArray<DoubtfulView> doubtful = DoubtfulView.AllOf(index);
        if (!Heading("Read with doubt", doubtful.Length))
        {
            return;
        }

        Line(DoubtfulView.Note);
        Line();
        foreach (DoubtfulView view in doubtful)
        {
            Line($"- {Safe(view.Speaker ?? "somebody")}, perhaps: {Safe(view.Content.Text)}{NotesOf([view.Cite])} — {view.Percent} %");
        }
    }

    private void Quotations()
    {
        ImmutableArray<QuotationView> quotations = QuotationView.AllOf(index);
        if (!Heading("The same words", quotations.Length))
        {
            return;
        }

        foreach (QuotationView quotation in quotations)
        {
            Line();
            Line($"**{Safe(quotation.Speaker)}** {quotation.Relation}");
            Line();
            foreach (QuotationWording wording in quotation.Wordings)
            {
                string words = wording.Pieces.IsEmpty ? Safe(wording.Words.Text) : string.Join(' ', wording.Pieces.Select(Piece));
                Line($"- {AccountIndex.Letter(wording.Words.Report)}: “{words}”{NotesOf([wording.Cite])}{(wording.Note.Length > 0 ? $" ({wording.Note})" : "")}");
            }
        }
    }

    private static string Piece(DiffPiece piece) => piece.Kind switch
    {
        PieceKind.Same => Safe(piece.Text), PieceKind.Deleted => $"\\[not: {Safe(piece.Text)}\\]", PieceKind.Inserted => $"**{Safe(piece.Text)}**",
        _ => throw new ArgumentOutOfRangeException(nameof(piece), piece.Kind, null),
    };

    private void Figures()
    {
        ImmutableArray<FigureView> figures = FigureView.AllOf(index);
        if (!Heading("Figures", figures.Length))
        {
            return;
        }

        Line("| What is measured | As told | Read as | As of | Who counted | Where |");
        Line("|---|---|---|---|---|---|");
        foreach (FigureView figure in figures)
        {
            Line($"| {Safe(figure.Measured)} | {Safe(figure.Told.Text)} | {Safe(figure.Read)} | {Safe(figure.AsOf)} | {Safe(figure.Counted)} | {figure.Cite?.Label}{NotesOf([figure.Cite])} |");
        }
    }

    private void Framing()
    {
        FramingView framing = FramingView.Of(index);
        if (!Heading("How it is told", framing.IsEmpty ? 0 : 1))
        {
            return;
        }

        foreach (LabelView label in framing.Labels)
        {
            IEnumerable<string> uses = label.Uses.Select(use =>
                $"{Quote(use.Label)} ({AccountIndex.Letter(use.Label.Report)}, {(use.Voice == FramingVoice.Own ? "own voice" : "in quotation marks")}){NotesOf(use.Cites)}");
            Line($"- {Safe(label.Thing)}: {string.Join("; ", uses)}");
        }

        foreach (VoicesView voices in framing.Voices)
        {
            IEnumerable<string> speakers = voices.Speakers.Select(static voice => $"{Safe(voice.Name)}, {Words.Count(voice.Statements, "statement")} of {Words.Count(voice.Words, "word")}");
            Line($"- Report {AccountIndex.Letter(voices.Report)} gives the word to {string.Join("; ", speakers)}{(voices.Others > 0 ? $"; and {Words.Count(voices.Others, "other")}" : "")}");
        }

        foreach (AttributionLossView loss in framing.Lost)
        {
            Line($"- {Safe(loss.Where)}: {Quote(loss.Attributed)}{NotesOf([loss.AttributedAt])} / {Quote(loss.Flat)}{NotesOf([loss.FlatAt])}");
        }

        foreach (OmissionView omission in framing.Omissions)
        {
            Line($"- Report {AccountIndex.Letter(omission.Report)} does not mention {Quote(omission.Claim.Text)}{NotesOf([omission.Claim.Cite])}: {Safe(omission.Why)}");
        }

        foreach (Portrayal portrayal in framing.Portrayal)
        {
            Line($"- Tone of report {index.Letter(portrayal.Report)} towards {Safe(index.NameOf(portrayal.Entity))}, {Words.Voice(portrayal.Voice)}: {Words.Tone(portrayal.Tone)}{NotesOf(index.CitesOf(portrayal.Evidence))}");
        }
    }

    private void OneOrigin()
    {
        ImmutableArray<OriginLossView> losses = OriginLossView.AllOf(index);
        if (!Heading("What rests on one origin", losses.Length))
        {
            return;
        }

        foreach (OriginLossView loss in losses)
        {
            Line($"- Without **{Safe(loss.Name)}**: {Safe(loss.Loss)}");
            foreach (ClaimView claim in loss.Corroborated.Concat(loss.Fallen))
            {
                Line($"  - {Quote(claim.Text)}{NotesOf([claim.Cite])}");
            }
        }
    }

    private void Dependences()
    {
        ImmutableArray<DependenceView> dependences = DependenceView.AllOf(index);
        if (!Heading("Who rests on whom", dependences.Length))
        {
            return;
        }

        foreach (DependenceView dependence in dependences)
        {
            string to = dependence.To >= 0 ? "report " + AccountIndex.Letter(dependence.To) : Safe(dependence.Outside);
            string note = dependence.Note.Length > 0 ? ": " + Safe(dependence.Note) : "";
            Line($"- Report {AccountIndex.Letter(dependence.From)} {dependence.How} {to}{note}{NotesOf(dependence.Cites)}");
        }
    }

    private void Reports()
    {
        if (!Heading("The reports", index.Account.Reports.Length))
        {
            return;
        }

        for (int i = 0; i < index.Account.Reports.Length; i++)
        {
            AccountReport report = index.Account.Reports[i];
            Line($"- **{AccountIndex.Letter(i)}** {Safe(report.Outlet?.Name ?? "outlet unknown")}: {Safe(report.Title ?? "no title")}; {Safe(string.Join("; ", ReportView.Facts(report)))}; file {Safe(report.File)}");
        }
    }

    private void Made()
    {
        Heading("How this was made", 1);
        Line($"{Safe(index.Account.Made.Program)}, model {Safe(index.Account.Made.Model)}. Every line stands on a sentence of a report; nothing here was written by the program but the words that join them.");
        foreach (Finding finding in index.Account.Findings)
        {
            string about = finding.Report is null ? "" : index.Report(finding.Report) is null ? Safe(finding.Report) + ": " : $"report {index.Letter(finding.Report)}: ";
            Line();
            Line($"{Safe(finding.Id)}, {about}{Safe(finding.Message)}");
        }
    }

    private void Notes()
    {
        Line();
        for (int i = 0; i < _notes.Cites.Count; i++)
        {
            Cite cite = _notes.Cites[i];
            Line(string.Create(CultureInfo.InvariantCulture, $"[^{i + 1}]: Report {Safe(index.LongName(cite.Report))}, sentence {cite.Sentence + 1}: {Quote(index.Sentence(cite.Report, cite.Sentence))}"));
        }
    }

    private bool Heading(string words, int count)
    {
        if (count == 0)
        {
            return false;
        }

        Line();
        Line("## " + words);
        Line();
        return true;
    }

    private string Note(Cite cite) => string.Create(CultureInfo.InvariantCulture, $"[^{_notes.Number(cite, out _)}]");

    private string NotesOf(IEnumerable<Cite?> cites) => string.Concat(cites.OfType<Cite>().Select(Note));

    private static string Chain(ImmutableArray<ChainStep> chain) => string.Join(" ← ", chain.Select(static step => step.How.Length > 0 ? $"{Safe(step.Name)} ({step.How})" : Safe(step.Name)));

    // Words that the report gives indirectly stand without quotation marks; its own marks inside them stay.
    private static string Said(StatementView statement) => statement.Statement.Manner == Manner.Direct ? Quote(statement.Content) : Safe(statement.Content.Text);

    private static string Quote(Excerpt excerpt) => $"“{Safe(OuterMarks.Inside(excerpt.Text))}”";

    private static string Safe(string text) => MarkdownText.Escape(text);

    private void Line(string text = "") => _text.Append(text).Append('\n');
}
