using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Stories;

/// <summary>Writes a report as the account carries it.</summary>
internal static class AccountReports
{
    /// <summary>The report with its sentences and text map.</summary>
    public static AccountReport Of(AnnotatedReport annotated)
    {
        Report report = annotated.Report;
        ImmutableArray<Sentence> sentences = annotated.Find(ReportLayers.Tokens)?.Sentences ?? [];
        return new AccountReport
        {
            Id = report.Id,
            File = report.Files.Length > 0 ? report.Files[0] : "",
            Files = report.Files,
            Url = report.Url,
            Sha256 = report.Sha256,
            Outlet = report.Outlet,
            Title = report.Title,
            Byline = report.Byline,
            Dateline = report.Dateline,
            Genre = report.Genre,
            Language = report.Language,
            Published = report.Published,
            CarriedFrom = report.CarriedFrom,
            Authors = report.Authors,
            Agency = report.Agency,
            Modified = report.Modified,
            Captured = report.Captured,
            DateCandidates = report.DateCandidates,
            Text = report.Text.Text,
            TextMap = [.. report.Map.Pieces.Select(static p => ImmutableArray.Create(p.Start, p.ReceivedStart, p.Length))],
            Sentences = [.. sentences.Select(static s => new AccountSentence(s.Span.Start, s.Span.End, s.Part))],
            Furniture = report.Furniture,
            NotRead = sentences.IsEmpty ? [.. report.Blocks.Select(static b => new NotRead(b.Span.Start, b.Span.End, "no sentence was read"))] : [],
        };
    }
}
