using System.Collections.Immutable;
using System.Text;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;

namespace Parallax.Intake.Records;

/// <summary>A report that a structured format holds: its words with their places, and what the format says about it.</summary>
internal sealed record StructuredReport
{
    /// <summary>The input's name with the record's: <c>feed.xml#3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The whole text received.</summary>
    public required string Source { get; init; }

    /// <summary>Where the record starts in <see cref="Source"/>; the report's own received text is the record.</summary>
    public required int Start { get; init; }

    /// <summary>First character after it.</summary>
    public required int End { get; init; }

    public RecordText? Title { get; init; }

    /// <summary>Standfirst, texts and captions in reading order.</summary>
    public ImmutableArray<RecordText> Body { get; init; } = [];

    public DeclaredFacts Facts { get; init; } = DeclaredFacts.None;

    /// <summary>The byline as it stands, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The place of the dateline, or null.</summary>
    public string? Dateline { get; init; }

    /// <summary>From whom it was taken, or null.</summary>
    public string? CarriedFrom { get; init; }

    /// <summary>Problems met in the record.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The report, or null where the record holds no words.</summary>
    public Report? ToReport(IntakeOptions options, InputOrigin origin)
    {
        ImmutableArray<RawBlock>.Builder blocks = ImmutableArray.CreateBuilder<RawBlock>();
        if (Title is { } title && (title with { Hint = BlockHint.Title }).OneBlock(Start, options.MaxDepth) is { } headline)
        {
            blocks.Add(headline);
        }

        foreach (RecordText text in Body)
        {
            blocks.AddRange(text.Blocks(Start, options.MaxDepth));
        }

        List<Finding> findings = [.. Findings];
        if (blocks.Count > 0 && blocks.All(static block => block.Hint == BlockHint.Title))
        {
            findings.Add(FormatFindings.OnlyHeadline(Name));
        }

        string record = Source[Start..End];
        DeclaredFacts facts = Facts with { Captured = Facts.Captured ?? origin.Captured, FirstSeen = Facts.FirstSeen ?? origin.FirstSeen };
        Report? report = ReportAssembler.Assemble(Name, Encoding.UTF8.GetBytes(record), record, blocks.ToImmutable(), facts, options, findings);
        return report is null ? null : report with
        {
            Byline = report.Byline ?? Byline,
            Dateline = report.Dateline ?? Dateline,
            CarriedFrom = report.CarriedFrom ?? (CarriedFrom is null ? null : new Credit(CarriedFrom, [])),
        };
    }
}
