using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;
using Parallax.Core.Reports;

namespace Parallax.Export.Views;

/// <summary>The head of the account: title, dates covered, what the reports are, what could not be read.</summary>
internal sealed record HeadView(Excerpt? Title, ImmutableArray<Excerpt> OtherStories, string? Dates, ImmutableArray<string> Facts, ImmutableArray<string> NotRead)
{
    public static HeadView Of(AccountIndex index)
    {
        Account account = index.Account;
        ImmutableArray<Excerpt> stories = [.. account.Stories.Where(static story => story.Reports.Length > 0).OrderByDescending(static story => story.Reports.Length)
            .Select(story => new Excerpt(story.Title, Math.Max(0, HolderOf(index, story))))];
        Excerpt? title = stories.Length > 0 && account.Reports.Length > 0 ? stories[0] : account.Reports.Length > 0 && account.Reports[0].Title is { } first ? new Excerpt(first, 0) : null;
        return new HeadView(title, stories.Length > 1 ? stories[1..] : [], DatesOf(account), FactsOf(index), NotReadOf(account));
    }

    // The report whose headline, or first words, the title is.
    private static int HolderOf(AccountIndex index, Story story)
    {
        string words = story.Title.TrimEnd(' ', '…');
        int[] reports = [.. story.Reports.Select(index.ReportIndex).Where(static report => report >= 0)];
        return reports.Where(report => index.Account.Reports[report].Title == story.Title).Concat(reports.Where(report => index.Account.Reports[report].Text.Contains(words, StringComparison.Ordinal))).Concat(reports).FirstOrDefault(-1);
    }

    private static string? DatesOf(Account account)
    {
        string? from = account.Stories.Select(static story => story.From).OfType<string>().Min(StringComparer.Ordinal);
        string? to = account.Stories.Select(static story => story.To).OfType<string>().Max(StringComparer.Ordinal);
        int undated = account.Stories.Count(static story => story is { From: null, To: null });
        string open = undated == 0 ? "" : $" (the days of {Words.Count(undated, "story", "stories")} are not known)";
        return (from, to) switch
        {
            (null, null) => null,
            (null, _) => $"Until {TimeWords.Of(to)}{open}",
            (_, null) => $"From {TimeWords.Of(from)}{open}",
            _ when from == to => TimeWords.Of(from) + open,
            _ => $"{TimeWords.Of(from)} to {TimeWords.Of(to)}{open}",
        };
    }

    private static ImmutableArray<string> FactsOf(AccountIndex index)
    {
        Account account = index.Account;
        if (account.Reports.Length == 0)
        {
            return ["no report"];
        }

        int count = account.Reports.Length;
        int unknown = account.Reports.Count(static report => report.Outlet is null);
        int undated = account.Reports.Count(static report => report.Published is null or { Basis: DateBasis.Text or DateBasis.Neighbours });
        int shared = HappeningView.AllOf(index).Length;
        var facts = ImmutableArray.CreateBuilder<string>();
        facts.Add(Words.Count(count, "report"));
        if (account.Stories.Length > 1)
        {
            facts.Add(Words.Count(account.Stories.Length, "story", "stories"));
        }

        facts.Add(unknown == 0 ? "outlet known for " + (count == 1 ? "it" : "each") : "outlet unknown for " + (unknown == count ? "all" : Words.Number(unknown)));
        facts.Add(undated == 0 ? "publication date stated in " + (count == 1 ? "it" : "each") : undated == count ? "no publication date stated in any" : $"no publication date stated in {Words.Number(undated)}");
        if (shared > 0)
        {
            facts.Add($"{Words.Count(shared, "happening")} told by more than one report");
        }

        return facts.ToImmutable();
    }

    private static ImmutableArray<string> NotReadOf(Account account)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (Finding finding in account.Findings)
        {
            if (finding.Severity == Severity.Error)
            {
                lines.Add($"Could not be read: {finding.Report ?? "an input"}. {finding.Message}");
            }
        }

        int sentences = account.Reports.Sum(static report => report.NotRead.Length);
        if (sentences > 0)
        {
            lines.Add($"Nothing could be made of {Words.Count(sentences, "sentence")}; {Words.Plural(sentences, "it is", "they are")} marked in the {Words.Plural(sentences, "report")}.");
        }

        return lines.ToImmutable();
    }
}
