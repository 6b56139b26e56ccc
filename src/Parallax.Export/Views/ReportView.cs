using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;

namespace Parallax.Export.Views;

/// <summary>What is known about a report, in words.</summary>
internal static class ReportView
{
    /// <summary>When it was published and on what that rests.</summary>
    public static string Published(AccountReport report) => report.Published switch
    {
        null => "publication date unknown",
        { Value: { } value } published => $"{TimeWords.Of(value)} (known from {Words.Basis(published.Basis)})",
        { Earliest: not null } or { Latest: not null } => $"{TimeWords.Of($"{report.Published.Earliest}/{report.Published.Latest}")} (known from {Words.Basis(report.Published.Basis)})",
        { Weekday: { } weekday } => $"a {weekday}, date not stated",
        _ => "publication date unknown",
    };

    /// <summary>Genre, dates, byline, agency, carrier: as far as there are any.</summary>
    public static ImmutableArray<string> Facts(AccountReport report)
    {
        var facts = ImmutableArray.CreateBuilder<string>();
        if (report.Genre != Genre.Unknown)
        {
            facts.Add(Words.Genre(report.Genre));
        }

        facts.Add(Published(report));
        if (report.Byline is { Length: > 0 } byline)
        {
            facts.Add(byline);
        }

        if (report.Dateline is { Length: > 0 } dateline)
        {
            facts.Add("dated from " + dateline);
        }

        if (report.Agency is { } agency)
        {
            facts.Add("credits " + agency.Name);
        }

        if (report.CarriedFrom is { } carried)
        {
            facts.Add(carried.Name == "unknown" ? "first published elsewhere" : "first published by " + carried.Name);
        }

        if (!report.Versions.IsDefaultOrEmpty)
        {
            facts.Add($"the newest of {report.Versions.Length + 1} versions");
        }

        return facts.ToImmutable();
    }

    /// <summary>What another version of a report is, in words: “an earlier text, changed 2024-03-05; a.html”.</summary>
    public static string Version(ReportVersion version)
    {
        string what = version.Relation switch
        {
            VersionRelation.Earlier => "an earlier text",
            VersionRelation.Excerpt => "a part of the text",
            _ => "the same text",
        };
        string when = version.Modified is { } modified ? ", changed " + modified : version.Published is { } published ? ", published " + published : "";
        return $"{what}{when}{(version.Captured is { } captured ? ", captured " + captured : "")}; {string.Join(", ", version.Files)}";
    }
}
