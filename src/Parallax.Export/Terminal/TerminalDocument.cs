using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;
using Parallax.Export.Views;
using Spectre.Console;

namespace Parallax.Export.Terminal;

/// <summary>Writes one account to a console. Texts go in as <see cref="Paragraph"/>s, never as markup, so that brackets in a report are brackets.</summary>
internal sealed partial class TerminalDocument(AccountIndex index, IAnsiConsole console)
{
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(foreground: Color.Grey);
    private static readonly Style Source = new(foreground: Color.Teal);
    private static readonly Style Alarm = new(foreground: Color.Red);

    public void Write()
    {
        Head();
        Short();
        Timeline();
        Happenings();
        Claims();
        Disputes();
        Grid();
        Speakers();
        Quotations();
        Figures();
        Framing();
        OneOrigin();
        Dependences();
        Doubtful();
        Reports();
        Made();
    }

    private void Head()
    {
        HeadView head = HeadView.Of(index);
        Line(0, (head.Title?.Text ?? "An account of no report", Strong));
        foreach (Excerpt other in head.OtherStories)
        {
            Line(0, ("Also: ", Quiet), (other.Text, Plain));
        }

        Line(0, (Words.Capital(string.Join("; ", head.Dates is null ? head.Facts : [head.Dates, .. head.Facts])) + ".", Plain));
        foreach (string line in head.NotRead)
        {
            Line(0, (line, Alarm));
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
            Line(2, (line.IsPart ? $"“{OuterMarks.Inside(line.Words.Text)}”" : line.Words.Text, Plain), (line.Bracket.Length == 0 ? "" : " " + line.Bracket, Quiet), Places([line.Cite]));
            Line(4, (line.By, Quiet));
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
            Line(2, (line.When + "  ", Strong), (line.Text.Text, Plain), (line.Bracket.Length == 0 ? "" : " " + line.Bracket, Quiet), Places(line.Cites));
            foreach (DisputeView update in line.Updates)
            {
                Update(update);
            }
        }

        foreach (DisputeView update in timeline.OtherUpdates)
        {
            Update(update);
        }
    }

    private void Update(DisputeView update)
    {
        foreach (DisputeSide side in update.Sides.Skip(1))
        {
            Line(4, ("updated: ", Quiet), (side.Heading, Plain), Places(side.Voices.Select(static voice => voice.Cite)));
        }
    }

    private void Happenings()
    {
        ImmutableArray<HappeningView> happenings = HappeningView.AllOf(index);
        if (Heading("What several reports tell", happenings.Length))
        {
            foreach (HappeningView happening in happenings)
            {
                Line(2, (happening.Text.Text, Plain), Places(happening.Cites));
                Line(4, (string.Join("; ", happening.Facts), Quiet));
            }
        }
    }

    private void Grid()
    {
        GridView grid = GridView.Of(index);
        if (!Heading("Who says, who denies", grid.Rows.Length))
        {
            return;
        }

        foreach (Views.GridRow row in grid.Rows)
        {
            Line(2, (row.Claim.Text.Text, Plain), Places([row.Claim.Cite]));
            foreach (IGrouping<string, int> group in Enumerable.Range(0, row.Cells.Length).GroupBy(report => $"{row.Cells[report].Sign} {row.Cells[report].Word}", StringComparer.Ordinal))
            {
                Line(4, (string.Join(", ", group.Select(AccountIndex.Letter)) + "  ", Strong), (group.Key, Quiet));
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
            Line(2, (speaker.Name, Strong), (speaker.Description.Length > 0 ? ", " + speaker.Description : "", Quiet));
            foreach (StatementView statement in speaker.Statements)
            {
                string cue = statement.Statement.Cue.Text.Length > 0 ? $"“{statement.Statement.Cue.Text}”, " : "";
                Line(4, (statement.Lead is { } lead ? lead + " " : "", Quiet), (statement.Statement.Manner == Manner.Direct ? $"“{OuterMarks.Inside(statement.Content.Text)}”" : statement.Content.Text, Plain), Places([statement.Cite]));
                Line(6, (cue + string.Join(", ", statement.Details) + (statement.HasChain ? "; " + Chain(statement.Chain) : ""), Quiet));
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

        foreach (DoubtfulView view in doubtful)
        {
            Line(2, ((view.Speaker ?? "somebody") + ", perhaps: ", Quiet), (view.Content.Text, Plain), Places([view.Cite]), ($" {view.Percent} %", Quiet));
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
            Line(2, (quotation.Speaker + ". ", Strong), (quotation.Relation, Quiet));
            foreach (QuotationWording wording in quotation.Wordings)
            {
                (string, Style)[] words = wording.Pieces.IsEmpty ? [(wording.Words.Text, Plain)] : [.. wording.Pieces.Select(Piece)];
                Line(4, [(AccountIndex.Letter(wording.Words.Report) + "  ", Strong), .. words, Places([wording.Cite]), (wording.Note.Length > 0 ? $" ({wording.Note})" : "", Quiet)]);
            }
        }
    }

    private static (string Text, Style Style) Piece(DiffPiece piece) => piece.Kind switch
    {
        PieceKind.Same => (piece.Text + " ", Plain),
        PieceKind.Deleted => ($"[-{piece.Text}-] ", Quiet),
        PieceKind.Inserted => ($"{{+{piece.Text}+}} ", Strong),
        _ => throw new ArgumentOutOfRangeException(nameof(piece), piece.Kind, null),
    };

    private void Figures()
    {
        ImmutableArray<FigureView> figures = FigureView.AllOf(index);
        if (!Heading("Figures", figures.Length))
        {
            return;
        }

        foreach (FigureView figure in figures)
        {
            string measured = figure.Measured.Length > 0 ? figure.Measured + ": " : "";
            string asOf = figure.AsOf.Length > 0 ? $", as of {figure.AsOf}" : "";
            Line(2, (measured, Plain), (figure.Told.Text, Strong), Places([figure.Cite]));
            Line(4, ($"{figure.Read}{asOf}, {figure.Counted}", Quiet));
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
            Line(2, (label.Thing, Strong));
            foreach ((Excerpt words, FramingVoice voice, ImmutableArray<Cite> cites) in label.Uses)
            {
                Line(4, ($"“{OuterMarks.Inside(words.Text)}”", Plain), (voice == FramingVoice.Own ? ", own voice" : ", in quotation marks", Quiet), Places(cites));
            }
        }

        foreach (VoicesView voices in framing.Voices)
        {
            string speakers = string.Join("; ", voices.Speakers.Select(static voice => $"{voice.Name}, {Words.Count(voice.Statements, "statement")} of {Words.Count(voice.Words, "word")}"));
            Line(2, ($"Report {AccountIndex.Letter(voices.Report)} gives the word to ", Quiet), (speakers, Plain), (voices.Others > 0 ? $"; and {Words.Count(voices.Others, "other")}" : "", Quiet));
        }

        foreach (AttributionLossView loss in framing.Lost)
        {
            Line(2, (loss.Where + ":", Quiet));
            Line(4, (loss.Attributed.Text, Plain), Places([loss.AttributedAt]));
            Line(4, (loss.Flat.Text, Plain), Places([loss.FlatAt]));
        }

        foreach (OmissionView omission in framing.Omissions)
        {
            Line(2, ($"Report {AccountIndex.Letter(omission.Report)} does not mention: ", Quiet), (omission.Claim.Text.Text, Plain), Places([omission.Claim.Cite]));
            Line(4, (omission.Why, Quiet));
        }

        foreach (Portrayal portrayal in framing.Portrayal)
        {
            Line(2, ($"Tone of report {index.Letter(portrayal.Report)} towards ", Quiet), (index.NameOf(portrayal.Entity), Plain), ($", {Words.Voice(portrayal.Voice)}: ", Quiet), (Words.Tone(portrayal.Tone), Plain), Places(index.CitesOf(portrayal.Evidence)));
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
            Line(2, ("Without ", Quiet), (loss.Name, Strong), ($": {loss.Loss}", Plain));
            foreach (ClaimView claim in loss.Corroborated.Concat(loss.Fallen))
            {
                Line(4, (claim.Text.Text, Plain), Places([claim.Cite]));
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
            string to = dependence.To >= 0 ? "report " + AccountIndex.Letter(dependence.To) : dependence.Outside;
            string note = dependence.Note.Length > 0 ? ": " + dependence.Note : "";
            Line(2, ($"Report {AccountIndex.Letter(dependence.From)} {dependence.How} {to}", Plain), (note, Quiet), Places(dependence.Cites));
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
            Line(2, (AccountIndex.Letter(i) + "  ", Source), (report.Outlet?.Name ?? "outlet unknown", Strong), ($": {report.Title ?? "no title"}", Plain));
            Line(5, ($"{string.Join("; ", ReportView.Facts(report))}; file {report.File}", Quiet));
        }
    }

    private void Made()
    {
        Heading("How this was made", 1);
        Line(2, ($"{index.Account.Made.Program}, model {index.Account.Made.Model}", Quiet));
        foreach (Finding finding in index.Account.Findings)
        {
            string about = finding.Report is null ? "" : index.Report(finding.Report) is null ? finding.Report + ": " : $"report {index.Letter(finding.Report)}: ";
            Line(2, (finding.Id + " ", finding.Severity == Severity.Error ? Alarm : Quiet), (about + finding.Message, Plain));
        }
    }

    private bool Heading(string words, int count)
    {
        if (count == 0)
        {
            return false;
        }

        console.WriteLine();
        Line(0, (words.ToUpperInvariant(), Strong));
        return true;
    }

    // " [A2, B1]": letters of the reports below with the number of the sentence.
    private static (string Text, Style Style) Places(IEnumerable<Cite?> cites)
    {
        string labels = string.Join(", ", cites.OfType<Cite>().Select(static cite => cite.Label));
        return (labels.Length == 0 ? "" : $" [{labels}]", Source);
    }

    private static string Chain(ImmutableArray<ChainStep> chain) => string.Join(" ← ", chain.Select(static step => step.How.Length > 0 ? $"{step.Name} ({step.How})" : step.Name));

    private void Line(int indent, params ReadOnlySpan<(string Text, Style Style)> pieces)
    {
        var paragraph = new Paragraph();
        foreach ((string text, Style style) in pieces)
        {
            paragraph.Append(TerminalText.Clean(text), style);
        }

        console.Write(new Padder(paragraph, new Padding(indent, 0, 0, 0)));
    }
}
